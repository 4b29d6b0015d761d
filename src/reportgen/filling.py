"""One edition, from its folder to a filled Word file: what of the whole way needs no PDF."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen import figures, resources
from reportgen.charts import DrawingProcess
from reportgen.document import Picture
from reportgen.edition.edition import Edition, read_files
from reportgen.edition.folder import is_file
from reportgen.findings import Finding, assess
from reportgen.packages import read_package
from reportgen.problems import InputError, Place, Problems, nearest

if TYPE_CHECKING:
    from reportgen.word.fill import Filled

Progress = Callable[[str], None]

_DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==")


@dataclass(frozen=True, slots=True)
class Begun:
    """An edition that was read without an error, and its figures, which are being drawn."""

    edition: Edition
    findings: Mapping[str, Finding]
    template: Path
    pictures: figures.Pictures


def begin(folder: Path, drawing: DrawingProcess, problems: Problems, progress: Progress) -> Begun:
    """Read the edition and have its figures drawn. Raises InputError with all the problems of the user's files."""
    progress("Reading the edition")
    edition = _read(folder, problems)
    findings, template = assess(edition, problems), _template(edition, problems)
    pictures = figures.Pictures(edition, figures.charts(edition, problems), drawing, problems)
    return Begun(edition, findings, template, pictures)


def fill_without_pictures(folder: Path, problems: Problems) -> tuple[Edition, Mapping[str, Finding], Filled]:
    """An edition as it would be built today, each figure a dot: who asks has an eye for words and tables only.

    Raises InputError with all the problems of the user's files.
    """
    from reportgen.compose import compose
    from reportgen.word.fill import fill

    edition = _read(folder, problems)
    findings, template = assess(edition, problems), _template(edition, problems)
    figures.charts(edition, problems)
    _judge_template(template, problems)
    dots = {key: Picture(_DOT, "image/png", figure.alt, 1.0, 1.0) for key, figure in edition.settings.figures.items()}
    report = compose(edition, findings, lambda: dots, problems)
    problems.raise_errors()
    return edition, findings, fill(report, template, problems)


def finish(begun: Begun, problems: Problems, progress: Progress) -> Filled:
    """The edition's Word file. Raises InputError with all that is wrong with the words or the template."""
    progress("Drawing the figures")
    from reportgen.compose import compose  # what fills is loaded while the figures are drawn, which takes as long
    from reportgen.word.fill import fill

    _judge_template(begun.template, problems)
    report = compose(begun.edition, begun.findings, begun.pictures.result, problems)
    problems.raise_errors()
    progress("Filling the Word file")
    return fill(report, begun.template, problems)


def _read(folder: Path, problems: Problems) -> Edition:
    edition = read_files(folder, problems)
    if edition is not None and problems.errors:  # so that everything that is wrong is said at once
        from reportgen.compose import check_words

        _judge_template(_template(edition, problems), problems)
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


def _judge_template(path: Path, problems: Problems) -> None:
    """What is wrong with the template is among the problems, with the words' own."""
    from reportgen.checks.templates.judge import judge_template

    with suppress(InputError):  # for nothing but to go on
        if is_file(path.parent, path.name):
            judge_template(read_package(path), path.name, problems)
