"""One edition, from files to files: the only place that knows the whole way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from reportgen import figures, outputs, resources
from reportgen.charts import DrawingProcess
from reportgen.compose import check_words, compose
from reportgen.edition.edition import Edition, read_files
from reportgen.findings import assess
from reportgen.problems import InputError, MachineError, Place, Problems, nearest

if TYPE_CHECKING:
    from reportgen.pdf.printer import Printed
    from reportgen.word.fill import Filled

Only = Literal["word", "pdf"] | None
Progress = Callable[[str], None]


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
    progress: Progress = lambda step: None,
) -> Built:
    """Build the edition in `folder` into `output`: NAME.docx and NAME.pdf, NAME being the folder's.

    Raises InputError with all the problems of the user's files (nothing is written then), MachineError where the
    machine lacks something. A Word file that somebody changed is left alone: see `outputs.choose_target`.
    """
    problems = Problems()
    progress("Reading the edition")
    with DrawingProcess() as drawing:  # it warms up while the edition is read
        edition = _read(folder, problems)
        filled = _fill(edition, drawing, problems, progress)
    progress("Printing the PDF")
    printed = _print(filled.data(), f"{edition.name}.docx", problems)
    filled.settle_pages(printed.pages)  # those of Word's contents, too: without a PDF they would not be known
    files = {} if only == "pdf" else {".docx": filled.data()}
    if only != "word":
        files[".pdf"] = printed.pdf
    target = outputs.choose_target(output, edition.name, problems, writes=files, replace=replace)
    return Built(tuple(outputs.write_files(target, files)), problems, printed.page_count)


def print_pdf(source: Path, destination: Path, progress: Progress = lambda step: None) -> Built:
    """Print a Word file, edited or not, as a PDF. Raises InputError where it can't be read, MachineError as `build`."""
    problems = Problems()
    progress("Reading the Word file")
    if not source.is_file():
        problems.error("missing-file", Place(str(source)), "there is no such file", "check the path")
        problems.raise_errors()
    data = _bytes(source)
    if not outputs.may_replace_pdf(destination):
        problems.error(
            "edited-output",
            Place(str(destination)),
            "this PDF was not written by reportgen, or was changed since: left as it is",
            "name another file with --output, or move that one away",
        )
        problems.raise_errors()
    progress("Printing the PDF")
    printed = _print(data, source.name, problems)
    return Built(tuple(outputs.write_pdf(destination, printed.pdf)), problems, printed.page_count)


def _read(folder: Path, problems: Problems) -> Edition:
    edition = read_files(folder, problems)
    if edition is not None and problems.errors:  # so that everything that is wrong is said at once
        _template(edition, problems)
        figures.charts(edition, problems)
        check_words(edition, problems)
    problems.raise_errors()
    if edition is None:
        raise InputError(problems.met)
    if not edition.narrative:
        hint = "Write narrative/executive-summary.md at least: the table of all indicators stands there."
        problems.warn("no-narrative", Place("narrative"), "there are no words, nor parts that hold tables", hint)
    return edition


def _print(data: bytes, name: str, problems: Problems) -> Printed:
    from reportgen.pdf.printer import print_document
    from reportgen.word.reader import read_word

    printed = print_document(read_word(data, name, problems), problems)
    problems.raise_errors()
    return printed


def _fill(edition: Edition, drawing: DrawingProcess, problems: Problems, progress: Progress) -> Filled:
    findings = assess(edition, problems)
    template = _template(edition, problems)
    charts = figures.charts(edition, problems)
    pictures = figures.Pictures(edition, charts, drawing, problems)
    progress("Drawing the figures")
    _load_libraries()
    report = compose(edition, findings, pictures.result, problems)
    progress("Filling the Word file")
    from reportgen.word.fill import fill

    return fill(report, template, problems)


def _load_libraries() -> None:
    """Half a second that would be lost later passes while the figures are drawn."""
    import reportgen.pdf.printer
    import reportgen.word.fill

    reportgen.pdf.printer.check_machine()


def _template(edition: Edition, problems: Problems) -> Path:
    """The template that report.yaml names: a file by its path from there, else a shipped one by its name.

    Where there is none: a problem, and the path where it should be.
    """
    wanted, shipped = edition.settings.template, resources.templates()
    path = edition.folder / wanted
    if not path.is_file() and wanted not in shipped:
        place = edition.settings.place("template")
        if not any(problem.place == place and problem.code == "no-file" for problem in problems):  # a path
            problems.error("no-file", place, f"there is no template “{wanted}”", nearest(wanted, shipped))
    return path if path.is_file() else shipped.get(wanted, path)


def _bytes(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as fault:
        raise MachineError(f"can't read {source}: {(fault.strerror or str(fault)).lower()}") from fault
