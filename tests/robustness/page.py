"""The tables of docs/robustness.md: every input that is tried, and what is told of it.

Run it to write them anew after a change that is meant, and read what has changed: tests/robustness/test_inputs.py holds
the page to what is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from robustness.inputs import files, indicators, narrative, report, values, word_files, workbook
from robustness.inputs.good import MAP, write_edition
from robustness.inputs.spoiling import Input
from robustness.inputs.word_files import OddFile

from reportgen.checks.report.check import check_edition
from reportgen.compose import compose
from reportgen.document import Picture
from reportgen.edition.edition import read_edition
from reportgen.findings import assess
from reportgen.pdf.process import print_word
from reportgen.problems import InputError, Problem, Problems, by_place

PAGE = Path(__file__).parents[2] / "docs" / "robustness.md"
GROUPS: Mapping[str, tuple[str, Sequence[Input]]] = {
    "report": ("report.yaml", report.INPUTS),
    "indicators": ("indicators.csv", indicators.INPUTS),
    "values": ("values.csv", values.INPUTS),
    "workbook": ("evidence.xlsx", workbook.INPUTS),
    "files": ("The other files", files.INPUTS),
    "words": ("The words in narrative/", narrative.INPUTS),
}
DOT = Picture(MAP, "image/png", "A dot", 1, 1)
MOST = 3  # problems that a row shows


def row(name: str, one: Input) -> str:
    """The row of one input, with what is told of it today."""
    with spoilt(one) as folder:
        problems = told(folder)
    works = f"works: “{_plain(one.shows)}”" if one.shows else "works"
    return f"| {name} | {_plain(one.what, code=True)} | {_shown(problems) or works} |"


def word_row(name: str, one: OddFile) -> str:
    """The row of an odd Word file, with what is told when it is printed, and its words."""
    (said,) = {_shown(told_of_word_file(data)) for data in one.made()}
    prints = f"prints: “{_plain(one.shows)}”" if one.shows else ""
    return f"| {name} | {_plain(one.what, code=True)} | {'<br>'.join(filter(None, [said, prints])) or 'works'} |"


def told_of_word_file(data: bytes) -> list[Problem]:
    """All that `reportgen pdf` tells of a Word file, but for what the fonts of the machine lack."""
    problems = Problems()
    try:
        print_word(data, "x.docx", problems)
    except InputError as error:
        return list(error.problems)
    return [problem for problem in problems if problem.code != "missing-glyph"]


def words(folder: Path) -> list[str]:
    """The texts that a report of this edition is made of, expressions evaluated."""
    problems = Problems()
    edition = read_edition(folder, problems)
    findings = assess(edition, problems)
    made = compose(edition, findings, lambda: {key: DOT for key in edition.settings.figures}, problems)
    passages = ["".join(_texts([*passage.heading, *passage.body])) for passage in made.passages.values()]
    names = [one.name for one in edition.evidence.indicators.values()]
    return [edition.settings.title, edition.settings.edition, *names, *passages]


def _texts(nodes: Iterable[object]) -> Iterator[str]:
    for node in nodes:
        yield getattr(node, "text", "")
        for name in ("inlines", "blocks", "items", "rows", "cells"):
            yield from _texts(getattr(node, name, ()))


@contextmanager
def spoilt(one: Input) -> Iterator[Path]:
    with TemporaryDirectory() as place:
        folder = Path(place) / "lakes"
        folder.mkdir()
        write_edition(folder)
        one.spoil(folder)
        yield folder


def told(folder: Path) -> list[Problem]:
    """All that is told of an edition, in order of place. An input that anything else comes of is a fault."""
    try:
        return list(check_edition(folder).problems)
    except InputError as error:
        return by_place(error.problems)


def named() -> Iterator[tuple[str, Input]]:
    for group, (_, inputs) in GROUPS.items():
        yield from ((f"{group}-{number}", one) for number, one in enumerate(inputs, 1))


def tables() -> str:
    parts = []
    for group, (title, inputs) in GROUPS.items():
        rows = [row(f"{group}-{number}", one) for number, one in enumerate(inputs, 1)]
        parts.append(_table(title, rows))
    parts.append(_table("Word files", [word_row(name, one) for name, one in named_word_files()]))
    return "\n".join(parts)


def named_word_files() -> Iterator[tuple[str, OddFile]]:
    yield from ((f"docx-{number}", one) for number, one in enumerate(word_files.FILES, 1))


def _table(title: str, rows: Sequence[str]) -> str:
    return "\n".join([f"### {title}", "", "| test | input | what is told |", "|---|---|---|", *rows, ""])


def _shown(problems: Sequence[Problem]) -> str:
    shown = [_said(problem) for problem in problems[:MOST]]
    return "<br>".join([*shown, *([f"and {len(problems) - MOST} more"] if len(problems) > MOST else [])])


def _said(problem: Problem) -> str:
    warning = "warning: " if problem.severity == "warning" else ""
    hint = f" *{_plain(problem.hint)}*" if problem.hint else ""
    return f"`{problem.place}` `{problem.code}` {warning}{_plain(problem.message)}{hint}"


def _plain(text: str, *, code: bool = False) -> str:
    """Text that Markdown shows as it is; in what an input is called, code spans stay."""
    spans = re.split("(`[^`]*`)", text) if code else [text]
    return "".join(
        span.replace("|", "\\|") if code and span.startswith("`") else re.sub(r"([\\*_|~\[\]<`])", r"\\\1", span)
        for span in spans
    )


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    before, _, after = re.split(r"(?<=<!-- inputs -->\n)(.*?)(?=<!-- end of inputs -->)", text, flags=re.DOTALL)
    PAGE.write_text(f"{before}\n{tables()}\n{after}", encoding="utf-8")
