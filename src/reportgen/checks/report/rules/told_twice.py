"""Figures that no data know, told with the same words in two places: they should be the same figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import stems_beside
from reportgen.problems import Problem

_ALIKE, _ENOUGH = 0.8, 3
_UNITS = ("percent", "gbp", "number")


@dataclass(frozen=True, slots=True)
class _Told:
    statement: Statement
    one: Quantity
    words: frozenset[str]  # of its larger clause
    about: tuple[object, ...]  # what must be the same: unit, areas, periods


def problems(report: ReadReport) -> Iterator[Problem]:
    """A warning at the later of two figures of which nobody can say which one is right."""
    claimed = {(id(claim.statement), claim.quantity.start) for claim in report.claims if claim.meant}
    told = [
        _told(statement, one)
        for statement in report.statements
        for one in statement.quantities
        if _is_loose(report, statement, one) and (id(statement), one.start) not in claimed
    ]
    for first, second in combinations((each for each in told if len(each.words) >= _ENOUGH), 2):
        if _are_alike(first, second) and not first.one.possible.meets(second.one.possible):
            at = first.statement.place(first.one.start)
            message = f"“{second.one.text}” here, and “{first.one.text}” at {at}, told with the same words"
            hint = "Correct one of the two, or say what tells them apart."
            yield Problem("warning", "two-renderings", message, second.statement.place(second.one.start), hint)


def _is_loose(report: ReadReport, statement: Statement, one: Quantity) -> bool:
    if one.bound is not None or one.form != "digits" or one.unit not in _UNITS or statement.is_unreal(one.start):
        return False
    return not any(quote.sure or quote.agrees_exactly for quote in report.quotes.of(statement, one))


def _told(statement: Statement, one: Quantity) -> _Told:
    start, end = statement.stretch(one.start)
    areas = frozenset(area.area for area in statement.areas)
    periods = frozenset(period for _, period in statement.periods)
    return _Told(statement, one, stems_beside(statement, start, end), (one.unit, one.sign, areas, periods))


def _are_alike(first: _Told, second: _Told) -> bool:
    if first.about != second.about or first.statement is second.statement:
        return False
    return len(first.words & second.words) >= _ALIKE * len(first.words | second.words)
