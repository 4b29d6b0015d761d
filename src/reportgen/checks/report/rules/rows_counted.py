"""How many rows of a series are so, as words count them: fell in all four districts, none is above a quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from reportgen.checks.report.periods import when
from reportgen.checks.report.reading.comparing.adjectives import Sense
from reportgen.checks.report.reading.comparing.comparisons import comparatives, moves
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.series.cells import SeriesCell
from reportgen.checks.report.reading.series.columns import Cells, column_meant
from reportgen.checks.report.reading.series.rows_together import (
    Rows,
    counted_things,
    may_count,
    rows_named,
    rows_together,
)
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Series
from reportgen.problems import Problem

_LOST = re.compile(r"\b(?:(?P<less>lost|shed|lose)|(?P<more>gained|added|gain))\b", re.IGNORECASE)
_IS_DONE = re.compile(r"\b(?:is|are|was|were|been|being)\s(?:[a-z]+\s)?$")
_NO_OBJECT = re.compile(r"\s(?:in|at|by|for|across|over|during|between|since)\b")
_THAN_IN = re.compile(
    r"\bthan\s(?:(?:it|they|we)\s(?:was|were|did|had)\s)?"
    r"(?:in\s(?=\d)|(?:in\s)?(?:the\s(?:year\sbefore|previous\syear)|a\syear\s(?:before|earlier)|last\syear)\b)"
)
_THAN_ROW = re.compile(r"\bthan\s(?:in\s|at\s|for\s|those\s(?:in|of)\s)?(?:the\s)?$")
_SO_MANY = 3  # rows, at least, of which words count some
_HINT = "Correct the number of rows, or what is said of them."


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        if statement.passage.kind in ("alt", "title") or not may_count(statement):
            continue
        counted = counted_things(statement)
        each = [
            [
                _problem(statement, rows, series, report.cells.get(key, {}))
                for rows in rows_together(statement, series, counted)
            ]
            for key, series in report.edition.evidence.series.items()
        ]
        told = [one for one in each if one]
        if len(told) == 1:  # what two series have rows of may be either's
            yield from [one for one in told[0] if one is not None][:1]


def _problem(statement: Statement, rows: Rows, series: Series, cells: Cells) -> Problem | None:
    if statement.is_unreal(rows.start, "nor") or statement.is_quoted(rows.start):
        return None
    reach = range(*statement.reach(rows.start, rows.end))
    so = _changed(statement, reach, rows, series, cells)
    so = so if so is not None else _bounded(statement, reach, rows, cells)
    so = so if so is not None else _compared(statement, reach, rows, series, cells)
    if so is None or not set(rows.names) <= set(so):
        return None
    borne_out = [name for name in rows.names if so[name]]
    if borne_out == [rows.only] if rows.only else len(borne_out) in rows.numbers:
        return None
    said = statement.passage.text[rows.start : rows.end]
    names = ", ".join(f"“{name}”" for name in borne_out) or "none"
    message = f"the words say “{said}”, and by the data ({series.place.file}) it is so of {len(borne_out)}: {names}"
    return Problem("error", "rows-together", message, statement.place(rows.start), _HINT)


def _changed(statement: Statement, reach: range, rows: Rows, series: Series, cells: Cells) -> Mapping[str, bool] | None:
    """Which rows have more, or less, in one of two years than in the other; None: the words do not say that."""
    text, years = statement.passage.text, [period for _, period in statement.periods]
    senses: set[Sense] = {
        one.sense for one in moves(statement) if one.start in reach and not rows.start <= one.start < rows.end
    }  # none of the growth areas
    lost = next((one for one in _LOST.finditer(text, reach.start, reach.stop) if _is_told(statement, one, rows)), None)
    than = _THAN_IN.search(text, reach.start, reach.stop)
    if not senses and lost:
        senses = {"less" if lost["less"] else "more"}
    elif not senses and than:
        before = [one for one in comparatives(statement) if reach.start <= one.start and one.end <= than.start()]
        senses = {before[-1].sense} if before else set()
    if len(senses) != 1 or not senses <= {"more", "less"}:
        return None
    spans = {name: _span(row, years) for name, row in cells.items()}
    changes = {name: span[1] - span[0] for name, span in spans.items() if span is not None}
    told = statement.stems_within(statement.start, statement.end) - stems_in(series.columns[0])
    if len(changes) < _SO_MANY or not any(told & row[0].topic for row in cells.values() if row):
        return None
    return {name: change > 0 if senses == {"more"} else change < 0 for name, change in changes.items()}


def _is_told(statement: Statement, found: re.Match[str], rows: Rows) -> bool:
    """Whether it is said that something was lost or added, and not only which: the homes added in each district."""
    has_object = _NO_OBJECT.match(statement.after(found.end())) is None
    return has_object or rows.end < found.start() or _IS_DONE.search(statement.before(found.start())) is not None


def _span(row: Sequence[SeriesCell], years: Sequence[str]) -> tuple[Decimal, Decimal] | None:
    """A row's figures in the two years that are meant: both named, or the first or last of the two that it has."""
    dated = [one for one in row if one.column_years and not one.is_change]
    if len({one.column_words for one in dated}) != 1 or len({one.unit for one in dated}) != 1:
        return None
    every = {min(one.column_years): one.datum.value for one in dated}
    said = sorted({when(year) for year in years})
    if not set(said) <= set(every) or len(said) > 2:
        return None
    if len(said) < 2:
        ends = sorted(every)
        if len(ends) != 2:
            return None
        said = ends
    return every[said[0]], every[said[1]]


def _bounded(statement: Statement, reach: range, rows: Rows, cells: Cells) -> Mapping[str, bool] | None:
    """Of which rows a figure with a hedge is right: the sentence's only one."""
    figures = [one for one in statement.quantities if not rows.start <= one.start < rows.end and one.bound is None]
    headings = " ".join(cell.heading for row in cells.values() for cell in row).lower()
    figures = [one for one in figures if _with_its_noun(statement, one) not in headings]  # within four hours
    if len(figures) != 1 or figures[0].start not in reach or not (figures[0].hedge or figures[0].form == "fraction"):
        return None
    one = figures[0]
    column = column_meant(statement, one.unit, cells)
    if column is None:
        return None
    found = {name: cell.datum for name, row in cells.items() for cell in row if cell.heading == column}
    return {name: one.possible.meets(datum.range) for name, datum in found.items()}


def _with_its_noun(statement: Statement, one: Quantity) -> str:
    """A figure with the word behind it: four hours."""
    behind = re.match(r"[\s-][a-z]+", statement.after(one.end))
    return f"{one.text}{behind[0] if behind else ' ?'}".lower()


def _compared(
    statement: Statement, reach: range, rows: Rows, series: Series, cells: Cells
) -> Mapping[str, bool] | None:
    """Which rows have more, or less, than another that is named behind than."""
    rivals = [
        one
        for one in rows_named(statement, series)
        if not rows.start <= one.start < rows.end and _THAN_ROW.search(statement.before(one.start))
    ]
    before = [one for one in comparatives(statement) if rivals and reach.start <= one.start < rivals[0].start]
    column = column_meant(statement, None, cells)
    if len(rivals) != 1 or not before or before[-1].sense not in ("more", "less") or column is None:
        return None
    values = {name: cell.datum.value for name, row in cells.items() for cell in row if cell.heading == column}
    if rivals[0].name not in values:
        return None
    other, more = values[rivals[0].name], before[-1].sense == "more"
    return {name: value > other if more else value < other for name, value in values.items()}
