"""One edition, from its folder to a filled Word file: what of the whole way needs no PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportgen import figures, resources
from reportgen.charts import DrawingProcess
from reportgen.compose import check_words, compose
from reportgen.edition.edition import Edition, read_files
from reportgen.edition.folder import is_file
from reportgen.findings import assess
from reportgen.problems import InputError, Place, Problems, nearest
from reportgen.word.fill import Filled, fill

Progress = Callable[[str], None]


def fill_edition(folder: Path, drawing: DrawingProcess, problems: Problems, progress: Progress) -> tuple[str, Filled]:
    """The edition's name and its Word file. Raises InputError with all the problems of the user's files."""
    progress("Reading the edition")
    edition = _read(folder, problems)
    findings = assess(edition, problems)
    template = _template(edition, problems)
    pictures = figures.Pictures(edition, figures.charts(edition, problems), drawing, problems)
    progress("Drawing the figures")
    report = compose(edition, findings, pictures.result, problems)
    progress("Filling the Word file")
    return edition.name, fill(report, template, problems)


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
        hint = "Write narrative/executive-summary.md and what else there is to say: docs/edition.md has the names."
        problems.warn("no-narrative", Place("narrative"), "there are no words, so most of the report is left out", hint)
    return edition


def _template(edition: Edition, problems: Problems) -> Path:
    """The template that report.yaml names: a file by its path from there, else a shipped one by its name.

    Where there is none: a problem, and the path where it should be.
    """
    folder, wanted, shipped = edition.folder, edition.settings.template, resources.templates()
    if is_file(folder, wanted):
        return folder / wanted
    if wanted not in shipped:
        own = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.docx"))]
        place, message = edition.settings.place("template"), f"there is no template “{wanted}”"
        problems.error("no-file", place, message, nearest(wanted, [*shipped, *own]))
    return shipped.get(wanted, folder / wanted)
