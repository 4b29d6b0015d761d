"""So many times as many, half as often, double: what the words say of two rows of a series, against their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.checks.report.periods import when
from reportgen.checks.report.reading.facts.names import VAGUE
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import Range, exactly
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.series.cells import SeriesCell, series_cells
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_AS = re.compile(
    r"\s(?:as\s(?:many|much|often|likely|large|big|high|common|long|busy|[a-z]+)|the\s(?:number|share|rate|level|total|size|figure))\b"
)
_SHARE_AS = re.compile(
    r"\s(?:as\s(?:many|much|often|likely|large|big|high|common|long)|the\s(?:number|share|rate|level|total|size)|that\sof|of\sthat)\b"
)
_OF = re.compile(r"\s(?:that|those|the)?\s?(?:of|in|at|for)?\b")
_OTHERS = re.compile(r"\s*(?:any|(?:all\s)?others?|another|total|none|unknown)\b", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:doubled|trebled|halved|since|again|than\sin\s(?:19|20)\d\d|by\s20\d\d|last\syear|year\sbefore|ago)\b"
)


def problems(report: ReadReport) -> Iterator[Problem]:
    rows = _rows(list(series_cells(report.edition)))
    for statement in report.statements if rows else ():
        for one in statement.quantities:
            if one.bound is None and _compares(statement, one) and not _MOVED.search(statement.text):
                yield from _judged(statement, one, rows)


def _rows(cells: Sequence[SeriesCell]) -> dict[str, dict[int, list[SeriesCell]]]:
    """The cells by series and row."""
    rows: dict[str, dict[int, list[SeriesCell]]] = {}
    for cell in cells:
        if cell.row_words and not cell.is_change and cell.unit in ("number", "gbp", "percent"):
            rows.setdefault(cell.series, {}).setdefault(cell.row, []).append(cell)
    return rows


def _compares(statement: Statement, one: Quantity) -> bool:
    after = statement.after(one.end)
    return (one.unit == "times" and bool(_AS.match(after) or _OF.match(after))) or (
        one.form == "fraction" and _SHARE_AS.match(after) is not None
    )


def _judged(statement: Statement, one: Quantity, rows: dict[str, dict[int, list[SeriesCell]]]) -> Iterator[Problem]:
    if statement.is_unreal(one.start) or statement.sources or statement.is_quoted(one.start):
        return
    before = statement.stems_within(statement.start, one.start)
    after = statement.stems_within(one.end, statement.end)
    for of_series in rows.values():
        ours = [row for row in of_series.values() if _is_named(row, before)]
        theirs = [row for row in of_series.values() if _is_named(row, after)]
        if len(ours) == len(theirs) == 1 and ours != theirs:
            pairs = list(_pairs(statement, ours[0], theirs[0]))
            told = [(own, other) for own, other in pairs if other.datum.value]
            if told and not any(_said(one).meets(_ratio(own, other)) for own, other in told):
                yield _problem(statement, one, *told[-1])
            return


def _is_named(row: Sequence[SeriesCell], said: frozenset[str]) -> bool:
    return row[0].row_words <= said and not _OTHERS.match(row[0].row_text)


def _pairs(
    statement: Statement, ours: Sequence[SeriesCell], theirs: Sequence[SeriesCell]
) -> Iterator[tuple[SeriesCell, SeriesCell]]:
    """The cells of the columns that the words may mean: those whose head they have, of the years they name."""
    said = statement.stems_within(statement.start, statement.end)
    years = {when(period) for _, period in statement.periods}
    pairs = [(own, other) for own in ours for other in theirs if own.heading == other.heading]
    named = [pair for pair in pairs if pair[0].column_words - VAGUE and pair[0].column_words - VAGUE <= said]
    is_of_areas = any(area.area in (ours[0].row_text, theirs[0].row_text) for area in statement.areas)
    alone = len({pair[0].column_words for pair in pairs}) == 1 and not is_of_areas  # of areas much else is known
    fitting = named or (pairs if alone else [])
    dated = [pair for pair in fitting if pair[0].column_years & years]
    return iter(dated if years else fitting)


def _said(one: Quantity) -> Range:
    """As a multiple: half as many are 0.5 times as many."""
    return one.possible if one.unit == "times" else one.possible.scaled(Decimal("0.01"))


def _ratio(own: SeriesCell, other: SeriesCell) -> Range:
    return exactly(own.datum.value / other.datum.value)  # words for multiples are rough as it is


def _problem(statement: Statement, one: Quantity, own: SeriesCell, other: SeriesCell) -> Problem:
    said = statement.passage.text[one.begin : one.end]
    times = (own.datum.value / other.datum.value).quantize(Decimal("0.01"))
    message = (
        f"the words say “{said}”, the data say {own.datum.shown} and {other.datum.shown} ({own.datum.label}, "
        f"{own.datum.place}): that is {times} times"
    )
    return Problem("error", "figure-against-data", message, statement.place(one.start), "Correct the multiple.")
