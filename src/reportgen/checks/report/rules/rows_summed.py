"""Rows of a series taken together: cost and time explain 63%, the five hospitals have 1,845 beds between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen.checks.report.periods import when
from reportgen.checks.report.reading.numbers.how_many import MANY
from reportgen.checks.report.reading.numbers.number_words import cardinal
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import Range
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.series.cells import SeriesCell
from reportgen.checks.report.reading.series.columns import Cells, column_meant
from reportgen.checks.report.reading.series.rows_together import REST, rows_named
from reportgen.checks.report.reading.series.tables import Table
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import stems_beside
from reportgen.edition.evidence import Series
from reportgen.problems import Problem

_TOGETHER = re.compile(
    r"\b(?:together|between\sthem|combined|altogether|jointly|in\s(?:all|total))\b(?!\swith\s(?:a|an|one)\b)",
    re.IGNORECASE,
)
_LINK = re.compile(r",?\s(?:and|plus|together\swith)\s(?:the\s)?|,\s(?:the\s)?")
_OF_THE_ROWS = re.compile(
    rf"\b(?:the|all|our|these)\s(?P<many>{MANY})\s(?P<noun>(?:[a-z-]+\s)?[a-z-]+)\b", re.IGNORECASE
)
_OVER = re.compile(
    rf"\b(?:over|across)\s(?:all\s|the\s|these\s|those\s)*(?P<many>{MANY})\syears\b|\bin\s(?:the|these|those|all)\s(?P<these>{MANY})\syears\b",
    re.IGNORECASE,
)
_PLAIN = stems_in(
    "make add come amount account cover explain bring took take reach kind type sort borough council city county region"
    " together year altogether combined jointly nearly almost just"
)
_OTHERS = re.compile(
    r"\b(?:other|others|rest|remaining|except|without|apart|not|neither|nor|than|average)\b", re.IGNORECASE
)


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        together = _TOGETHER.search(statement.text) or _OVER.search(statement.text)
        if together is None or _OTHERS.search(statement.text) or statement.sources:
            continue
        figures = [one for one in statement.quantities if one.unit in ("percent", "gbp", "number")]
        for table in report.tables:
            series, cells = table.series, report.cells[table.name]
            rows, start, end = _rows(statement, series, cells)
            told = [one for one in figures if not start <= one.start < end and one.bound is None]
            if len(rows) > 1 and len(told) == 1 and not statement.is_unreal(told[0].start):
                yield from _judged(statement, told[0], rows, cells, table)


def _rows(statement: Statement, series: Series, cells: Cells) -> tuple[Sequence[str], int, int]:
    """The rows that are named one behind the other; all, where the sentence counts them."""
    named = rows_named(statement, series)
    text = statement.passage.text
    linked = all(_LINK.fullmatch(text, one.end, other.start) for one, other in pairwise(named))
    if len(named) > 1:
        return ([one.name for one in named], named[0].start, named[-1].end) if linked else ([], 0, 0)
    names = [name for name in cells if not REST.match(name)]
    over = _OVER.search(text, statement.start, statement.end)
    if over and names and all(cell.row_years for name in names for cell in cells[name]):
        return (names, *over.span()) if cardinal(over["many"] or over["these"]) == len(names) else ([], 0, 0)
    for found in _OF_THE_ROWS.finditer(text, statement.start, statement.end):
        called = stems_in(found["noun"]) & stems_in(series.columns[0])
        if not named and called and cardinal(found["many"]) == len(names) == len(cells):
            return names, *found.span()
    return [], 0, 0


def _judged(statement: Statement, one: Quantity, rows: Sequence[str], cells: Cells, table: Table) -> Iterator[Problem]:
    column = _counted(statement, one, cells) or column_meant(statement, one.unit, cells) or _of_all(cells)
    column = column or _only_one(statement, table)
    parts = [cell for name in rows for cell in cells.get(name, ()) if cell.heading == column]
    if column is None or len(parts) != len(rows) or any(cell.unit != one.unit for cell in parts):
        return
    named = [row for row in table.rows(statement) if row.name in rows]
    if not _speaks_of(statement, one, parts) and not table.is_meant(statement, named):
        return
    low = sum((cell.datum.range.low for cell in parts), Decimal(0))
    high = sum((cell.datum.range.high for cell in parts), Decimal(0))
    if one.possible.meets(Range(low, high, True)):
        return
    total = sum((cell.datum.value for cell in parts), Decimal(0))
    shown = " + ".join(cell.datum.shown for cell in parts)
    message = f"the words say “{one.text}”, and {shown} come to {total:,f} (“{column}”, {parts[0].datum.place})"
    yield Problem("error", "shares", message, statement.place(one.start), "Correct the sum, or its parts.")


def _counted(statement: Statement, one: Quantity, cells: Cells) -> str | None:
    """The only column whose head is what the figure counts: 1,845 beds."""
    behind = re.match(r"(?:\s[a-z-]+){1,3}", statement.after(one.end))
    nouns = stems_in(behind[0]) if behind else frozenset()
    every = {cell.heading: cell for row in cells.values() for cell in row if cell.unit == one.unit}
    found = [heading for heading, cell in every.items() if cell.column_words and cell.column_words <= nouns]
    return found[0] if len(found) == 1 else None


def _only_one(statement: Statement, table: Table) -> str | None:
    found = table.meant(statement)
    return found[0].heading if len(found) == 1 else None


def _of_all(cells: Cells) -> str | None:
    """The column that is the total of the others."""
    found = {cell.heading for row in cells.values() for cell in row if cell.row_years and REST.match(cell.heading)}
    return next(iter(found)) if len(found) == 1 else None


def _speaks_of(statement: Statement, one: Quantity, parts: Sequence[SeriesCell]) -> bool:
    """Whether what the figure is of is the table's, and nothing beside is told: 63% of referrals."""
    own = parts[0].topic | parts[0].column_words | stems_in(parts[0].title)
    behind = re.match(r"(?:\s[A-Z]{2,}\b)?((?:\s[a-z-]+){1,4})", statement.after(one.end))  # NHS health checks
    nouns = stems_in(behind[1]) if behind else frozenset()
    rows = frozenset(word for cell in parts for word in cell.row_words)
    years = {when(period) for _, period in statement.periods}
    dated = {year for cell in parts for year in cell.column_years | cell.row_years}
    strange = stems_beside(statement, one.end, statement.end) - own - rows - _PLAIN
    return bool(nouns & own) and not strange and years <= dated
