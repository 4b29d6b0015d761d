"""Two rows of a series, one set against the other: Dover has fewer wardens than Deal, cost is named more often."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.checks.report.reading.comparing.adjectives import Sense
from reportgen.checks.report.reading.comparing.comparisons import comparatives
from reportgen.checks.report.reading.comparing.placings import commonest, placings
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.series.rows_together import RowName
from reportgen.checks.report.reading.series.tables import Column, Table
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_SET_AGAINST = re.compile(
    r"\b(?:than|ahead\sof|outnumber(?:s|ed)?|outweigh(?:s|ed)?|exceed(?:s|ed)?|behind|below|above)\b", re.IGNORECASE
)
_MORE = re.compile(r"ahead|out|exceed|above")
_CHANGED = re.compile(
    r"\b(?:times|twice|since|rose|fell|ris(?:e|es|en|ing)|fall\w*|gr[eo]w\w*|growth|gain\w*|lost|points?|together|combined|half|per|rate"
    r"|if|change\w*|increase\w*|drop\w*|faster|slower|any|each|every|other|others|rather|no)\b"
)


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements if report.tables else ():
        against = list(_SET_AGAINST.finditer(statement.lower, statement.start, statement.end))
        if len(against) == 1 and statement.passage.kind != "alt":
            each = [_problem(statement, against[0], table) for table in report.tables]
            yield from [one for one in each if one is not None][:1]


def _problem(statement: Statement, against: re.Match[str], table: Table) -> Problem | None:
    rows = table.rows(statement)
    own, rival = _pair(against, rows)
    if (
        own is None
        or rival is None
        or statement.is_unreal(against.start(), f"{own.name} {rival.name}")
        or statement.is_quoted(against.start())
    ):
        return None
    beside = [statement.start, own.start, own.end, rival.start, rival.end, statement.end]
    if any(_CHANGED.search(statement.passage.text, *each) for each in zip(beside[::2], beside[1::2], strict=True)):
        return None
    sense = _sense(statement, against)
    columns = table.meant(statement) if sense and table.is_meant(statement, rows) else []
    held = [_holds(column, own.name, rival.name, more=sense == "more") for column in columns]
    if not held or any(one is not False for one in held):
        return None
    ours, theirs = (columns[-1].cells[row.name].datum for row in (own, rival))
    word = statement.passage.text[against.start() : against.end()]
    message = (
        f"the words say “{word}”, the data say {ours.shown} for “{own.name}” and {theirs.shown} for “{rival.name}” "
        f"(“{columns[-1].heading}”, {ours.place})"
    )
    return Problem("error", "direction", message, statement.place(against.start()), "Turn the word round.")


def _pair(against: re.Match[str], rows: Sequence[RowName]) -> tuple[RowName | None, RowName | None]:
    """The only row that is named before what sets it against the only one behind."""
    before = [row for row in rows if row.end <= against.start()]
    behind = [row for row in rows if row.start >= against.end()]
    return (before[0], behind[0]) if len(before) == len(behind) == 1 else (None, None)


def _sense(statement: Statement, against: re.Match[str]) -> Sense | None:
    if against[0] != "than":
        if placings(statement) or list(commonest(statement)):
            return None  # series_ranks.py tells
        return "more" if _MORE.match(against[0]) else "less"
    before = [one for one in comparatives(statement) if one.end <= against.start()]
    return before[0].sense if len(before) == 1 and before[0].sense in ("more", "less") else None


def _holds(column: Column, own: str, rival: str, *, more: bool) -> bool | None:
    values = column.values()
    if own not in values or rival not in values:
        return None
    return values[own] > values[rival] if more else values[own] < values[rival]
