"""What became of one row of a series: Kirklees built more homes than in the year before, Rousay lost passengers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.comparing.adjectives import Sense
from reportgen.checks.report.reading.comparing.comparisons import Move, comparatives, moves
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.series.table_changes import Changes, changes_meant
from reportgen.checks.report.reading.series.tables import Table
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_THAN_BEFORE = re.compile(
    r"[^,;.]{0,40}?\sthan\s(?:(?:it|they|there)\s(?:was|were|did|had)\s)?"
    r"(?:in\s(?:\d|the\s(?:year|previous)\b)|(?:the|a)\s(?:year|previous\syear)\s(?:before|earlier|ago)|before\b|last\syear\b|two\syears\b)"
)
_GAINED = re.compile(r"\b(?:(?P<more>gained|attracted\smore|won\smore)|(?P<less>lost|shed))\b")
_OF_ANOTHER = re.compile(
    r"\b(?:every|each|any|all|both|most|fewest|least|[a-z]{3,}est|first|second|third|only|faster|slower|twice|times|share|rate|average"
    r"|gap|difference|nearly|almost|neither|none|no|than\s(?!in\b|the\syear|a\syear|last|before|it|they|there|two))\b"
)


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements if report.tables else ():
        if statement.passage.kind == "alt" or _OF_ANOTHER.search(statement.lower, statement.start, statement.end):
            continue
        told = list(_told(statement))
        if len({one.sense for one in told}) == 1 and told[0].sense in ("more", "less"):
            each = [_problem(statement, told[0], table) for table in report.tables]
            yield from [one for one in each if one is not None][:1]


def _told(statement: Statement) -> Iterator[Move]:
    """Words that say what became of something: a verb, or a comparative with what was before."""
    yield from moves(statement)
    for one in comparatives(statement):
        if _THAN_BEFORE.match(statement.passage.text, one.end, statement.end):
            yield one
    for found in _GAINED.finditer(statement.lower, statement.start, statement.end):
        yield Move(found.start(), found.end(), "more" if found["more"] else "less")


def _problem(statement: Statement, one: Move, table: Table) -> Problem | None:
    rows = table.rows(statement)
    if len(rows) != 1 or statement.is_unreal(one.start, f"nor {rows[0].name}") or statement.is_quoted(one.start):
        return None
    every = changes_meant(statement, table) if table.is_meant(statement, rows) else []
    held = [_holds(changes, rows[0].name, one.sense) for changes in every]
    if not held or any(each is not False for each in held):
        return None
    first, last = (column.cells[rows[0].name].datum for column in (every[-1].first, every[-1].last))
    word = statement.passage.text[one.start : one.end]
    message = (
        f"the words say “{word}”, the data say {first.shown} in {every[-1].first.heading} and {last.shown} in "
        f"{every[-1].last.heading} for “{rows[0].name}” ({last.place})"
    )
    return Problem("error", "direction", message, statement.place(one.start), "Turn the word round, or correct it.")


def _holds(changes: Changes, row: str, sense: Sense) -> bool | None:
    change = changes.by_row.get(row)
    return None if change is None else change > 0 if sense == "more" else change < 0
