"""Peaks, rises and falls over the years, and lines above others: a figure's course in words, against its values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise

from reportgen.charts import ChartSeries
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.series.drawn import Drawn, drawn, speaks_of_all, values
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_YEAR = r"(?P<year>(?:19|20)\d\d(?:[-/–]\d\d)?)(?!\d)"
_PEAK = re.compile(rf"\b(?:peak\w*|highest|high\spoint)\b[^.,;]{{0,30}}?\b(?:in|of)\s{_YEAR}", re.IGNORECASE)
_TROUGH = re.compile(rf"\b(?:lowest|low\spoint|trough\w*)\b[^.,;]{{0,30}}?\b(?:in|of)\s{_YEAR}", re.IGNORECASE)
_RISES = r"(?P<rises>rises?|rose|risen|rising|grows?|grew|grown|growing|increas\w+|climb\w*|widens?|widened|widening)"
_FALLS = r"(?P<falls>falls?|fell|fallen|falling|drop\w*|declin\w+|shrinks?|shrank|decreas\w+|narrows?|narrowed)"
_EVERY_YEAR = re.compile(
    rf"\b(?:{_RISES}|{_FALLS})\s(?:in\s)?(?:every\syear|each\syear|year\s(?:after|on|by)\syear|throughout|without\sa\sbreak)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(rf"\b(?:{_RISES}|{_FALLS})\s(?:[a-z]+\s)?until\s{_YEAR}", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|from)\s$", re.IGNORECASE)
_APART = re.compile(
    r"\b(?:(?P<above>above|over|ahead\sof|higher\sthan)|(?P<below>below|under|behind|lower\sthan))\s[^.,;]{1,50}?"
    r"\b(?:throughout|in\s(?:every|each|all)\s(?:years?|the\syears)|every\syear|all\sthe\s(?:time|way))\b",
    re.IGNORECASE,
)

_BOTH = re.compile(
    rf"\b(?:both|all)(?:\s(?:lines|areas|bars|columns|series|of\sthem))?\s(?:{_RISES}|{_FALLS})\b"
    r"(?=\s*[.;:]|,\s(?:and|while|with)\b|\s(?:over|across|during)\sthe\s(?:period|years|whole))",
    re.IGNORECASE,
)

Judged = Callable[[Sequence[Decimal]], bool]


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement, figure in drawn(report):
        if not figure.is_over_time or statement.is_quoted(statement.start):
            continue
        yield from _turning_points(statement, figure)
        yield from _every_year(statement, figure)
        yield from _until(statement, figure)
        yield from _both(statement, figure)
        yield from _apart(statement, figure)


def _turning_points(statement: Statement, figure: Drawn) -> Iterator[Problem]:
    for pattern, extreme in ((_PEAK, max), (_TROUGH, min)):
        for found in pattern.finditer(statement.passage.text, statement.start, statement.end):
            at = figure.at(found["year"])
            if at is not None:
                yield from _told(statement, figure, found, partial(_is_extreme, at=at, extreme=extreme))


def _is_extreme(row: Sequence[Decimal], at: int, extreme: Callable[[Sequence[Decimal]], Decimal]) -> bool:
    return row[at] == extreme(row)


def _every_year(statement: Statement, figure: Drawn) -> Iterator[Problem]:
    for found in _EVERY_YEAR.finditer(statement.passage.text, statement.start, statement.end):
        named = [(at, number) for at, period in statement.periods if (number := figure.at(period)) is not None]
        begins = [at for at, _ in named if at < found.start() or _SINCE.search(statement.before(at, 8))]
        before = [number for at, number in named if at in begins]
        behind = [number for at, number in named if at not in begins]
        end = behind[0] if behind else len(figure.chart.categories) - 1
        part = slice(before[-1] if before else 0, end + 1)
        yield from _told(statement, figure, found, partial(_goes_on, part=part, way=_way(found)))


def _goes_on(row: Sequence[Decimal], part: slice, way: int) -> bool:
    return all((later - earlier) * way >= 0 for earlier, later in pairwise(row[part]))


def _until(statement: Statement, figure: Drawn) -> Iterator[Problem]:
    for found in _UNTIL.finditer(statement.passage.text, statement.start, statement.end):
        if at := figure.at(found["year"]):
            yield from _told(statement, figure, found, partial(_turns, at=at, way=_way(found)))


def _turns(row: Sequence[Decimal], at: int, way: int) -> bool:
    """Whether it goes one way up to there, and no further."""
    further = at + 1 < len(row) and (row[at + 1] - row[at]) * way > 0
    return (row[at] - row[at - 1]) * way >= 0 and not further


def _both(statement: Statement, figure: Drawn) -> Iterator[Problem]:
    """Two lines that both rise, and no more: from the first to the last, whatever lies between."""
    found = _BOTH.search(statement.passage.text, statement.start, statement.end)
    if found and statement.passage.kind == "alt":
        yield from _told(statement, figure, found, partial(_ends_on, way=_way(found)))


def _ends_on(row: Sequence[Decimal], way: int) -> bool:
    return (row[-1] - row[0]) * way >= 0


def _way(found: re.Match[str]) -> int:
    return 1 if found["rises"] else -1


def _apart(statement: Statement, figure: Drawn) -> Iterator[Problem]:
    """One line above or below another in every year."""
    rows = [one for one in figure.meant(statement) if len(values(one)) == len(figure.chart.categories)]
    for found in _APART.finditer(statement.passage.text, statement.start, statement.end):
        if len(rows) != 2 or bool(found["above"]) == bool(found["below"]):
            continue
        first, second = sorted(rows, key=lambda one: _where(statement, one))
        if _where(statement, first) < found.start() <= _where(statement, second):
            way = 1 if found["above"] else -1
            pairs = zip(values(first).values(), values(second).values(), strict=True)
            if not all((one - other) * way >= 0 for one, other in pairs):
                yield _problem(statement, figure, found, first)


def _where(statement: Statement, series: ChartSeries) -> int:
    named = [one.start for one in statement.areas if series.name in (one.area, one.text)]
    return named[0] if named else statement.passage.text.casefold().find(series.name.casefold(), statement.start)


def _told(statement: Statement, figure: Drawn, found: re.Match[str], judged: Judged) -> Iterator[Problem]:
    """A problem where it is so in none of the series that may be meant; in one of them, where all are spoken of."""
    rows = [one for one in figure.meant(statement) if len(values(one)) == len(figure.chart.categories)]
    held = [judged(_row(one, found[0])) for one in rows]
    if held and (not all(held) if speaks_of_all(statement) else not any(held)):
        yield _problem(statement, figure, found, rows[held.index(False)])


def _row(series: ChartSeries, said: str) -> Sequence[Decimal]:
    """The values in their order; of a gap that widens or narrows, how wide it is, whoever is ahead."""
    row = list(values(series).values())
    return [value.copy_abs() for value in row] if re.match("widen|narrow", said, re.IGNORECASE) else row


def _problem(statement: Statement, figure: Drawn, found: re.Match[str], series: ChartSeries) -> Problem:
    chart = figure.chart
    shown = ", ".join(f"{chart.label(series, value)} in {chart.categories[at]}" for at, value in values(series).items())
    said = f"the words say “{found[0]}”"
    message = f"{said}, and the data of “{figure.figure.id}” say for {series.name} {shown} ({figure.source})"
    return Problem("error", "drawn-course", message, statement.place(found.start()), "Correct the words, or the data.")
