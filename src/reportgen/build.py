"""One edition, from files to files: the only place that knows the whole way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from reportgen import moving, outputs, resources
from reportgen.charts import DrawingProcess
from reportgen.packages import read_package
from reportgen.pdf.process import PrintingProcess
from reportgen.problems import MachineError, Place, Problems, nearest

if TYPE_CHECKING:
    from reportgen.checks.report.check import Checked
    from reportgen.checks.templates.judge import Judged
    from reportgen.filling import Begun, Progress

Only = Literal["word", "pdf"] | None


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote, and what is worth a look."""

    paths: tuple[Path, ...]
    problems: Problems
    pages: int


def build(
    folder: Path,
    output: Path,
    *,
    only: Only = None,
    replace: bool = False,
    strict: bool = False,
    progress: Progress = lambda step: None,
) -> Built:
    """Build the edition in `folder` into `output`: NAME.docx and NAME.pdf, NAME being the folder's.

    What a check of the edition finds is among the problems. Raises InputError with all the problems of the user's
    files, nothing written (if `strict`, also where the check finds an error), MachineError where the machine lacks
    something. A Word file that somebody changed is left alone: see `outputs.choose_target`.
    """
    problems = Problems()
    moving.mend(output)
    with DrawingProcess() as drawing:
        from reportgen import filling  # drawing gets ready meanwhile, which takes longest

        begun = filling.begin(folder, drawing, problems, progress)
        name = begun.edition.name
        with PrintingProcess() as printing:  # not earlier: on two cores it would be in the way of the drawing
            filled = filling.finish(begun, problems, progress)
            if strict:
                _check(begun, problems)
                problems.raise_errors()
            progress("Printing the PDF")
            printing.begin(filled.unsealed(), f"{name}.docx")
            if not strict:
                _check_meanwhile(begun, problems)
            printed = printing.finish(problems)
    # those of Word's contents, too: without a PDF they would not be known
    filled.settle_pages(printed.pages, printed.section_pages, printed.page_count)
    files = {} if only == "pdf" else {".docx": filled.data()}
    if only != "word":
        files[".pdf"] = printed.pdf
    written = outputs.write_build(output, name, files, problems, replace=replace)
    return Built(tuple(written), problems, printed.page_count)


def _check(begun: Begun, problems: Problems) -> None:
    """What the checks find is among the problems, without what the owner has silenced."""
    from reportgen.checks.report.check import check_report
    from reportgen.checks.report.reading.report import read_report

    problems.met[:] = check_report(read_report(begun.edition, begun.findings), problems).problems


def _check_meanwhile(begun: Begun, problems: Problems) -> None:
    """The same while the PDF is being printed; a rule that breaks down stops no report."""
    try:
        _check(begun, problems)
    except Exception as error:
        message = f"what the report says could not be checked ({type(error).__name__}: {error})"
        hint = "The files are complete. Run reportgen check, and send what it tells of the error."
        problems.warn("unchecked", begun.edition.settings.place("title"), message, hint)


def print_pdf(source: Path, destination: Path, progress: Progress = lambda step: None) -> Built:
    """Print a Word file, edited or not, as a PDF. Raises InputError where it can't be read, MachineError as `build`."""
    problems = Problems()
    moving.mend(destination.parent)
    progress("Reading the Word file")
    if not source.is_file():
        problems.error("missing-file", Place(str(source)), "there is no such file", "check the path")
        problems.raise_errors()
    data = _bytes(source)
    outputs.check_pdf(destination)
    progress("Printing the PDF")
    with PrintingProcess() as printing:  # what a strange file takes, time and memory, is held there
        printing.begin(data, source.as_posix())
        printed = printing.finish(problems)
    return Built(tuple(outputs.write_pdf(destination, printed.pdf)), problems, printed.page_count)


def check_word(folder: Path, source: Path) -> Checked:
    """What in a Word file that somebody edited contradicts its edition; nothing is written.

    Raises InputError where one of the two cannot be read, or the file is of no or of another edition.
    """
    from reportgen.checks.report.check import check_word as check
    from reportgen.checks.report.edited.review import Review
    from reportgen.filling import fill_without_pictures
    from reportgen.word.reader import read_word

    problems, name = Problems(), source.as_posix()
    if not source.is_file():
        problems.error("missing-file", Place(name), "there is no such file", "check the path")
        problems.raise_errors()
    file = read_word(_bytes(source), name, problems)
    problems = Problems()
    edition, findings, filled = fill_without_pictures(folder, problems)
    return check(Review(edition, findings, file, read_word(filled.unsealed(), name, problems), name))


def judge(source: Path) -> tuple[Judged, Problems]:
    """Judge a template: a Word file, or a shipped one by its name. Raises InputError where it cannot be read at all."""
    from reportgen.checks.templates.judge import judge_template

    problems = Problems()
    path = source if source.exists() else resources.templates().get(str(source), source)
    if not path.is_file():
        known = nearest(source.name, resources.templates())
        problems.error("missing-file", Place(str(source)), "there is no such file", known or "check the path")
        problems.raise_errors()
    judged = judge_template(_bytes(path), str(source), problems)
    for problem in judged.reading:
        if problem.code != "missing-alt":  # judged already, heads and feet too
            problems.warn(problem.code, problem.place, problem.message, problem.hint)
    return judged, problems


def _bytes(source: Path) -> bytes:
    try:
        return read_package(source)
    except OSError as fault:
        raise MachineError(f"can't read {source}: {(fault.strerror or str(fault)).lower()}") from fault
