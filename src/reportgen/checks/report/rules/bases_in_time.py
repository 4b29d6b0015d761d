"""The base of a percentage moves little from one year to the next: a digit too few or too many is seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.checks.report.reading.report import ReadReport
from reportgen.edition.evidence import Observation
from reportgen.numbers import EXACT, show_count
from reportgen.problems import Problem

LEAP = 5  # times over: no population moves so within a year
STEADY = Decimal("1.5")
SMALL = 100  # under it a base may be of anything


def problems(report: ReadReport) -> Iterator[Problem]:
    evidence = report.edition.evidence
    for indicator in evidence.indicators:
        for area in evidence.areas(indicator):
            found = (evidence.observation(indicator, area, period) for period in evidence.periods(indicator, area))
            yield from _judged([one for one in found if one is not None and one.base is not None])


def _judged(rows: Sequence[Observation]) -> Iterator[Problem]:
    for at, one in enumerate(rows):
        others = [row for row in rows if row is not one]
        beside = rows[at - 1] if at else others[0] if others else None
        if beside is None or min(_base(row) for row in rows) < SMALL or not all(_leaps(one, row) for row in others):
            continue
        sure = len(others) > 1 and all(_times(row, beside) <= STEADY for row in others)
        if sure or (len(rows) == 2 and at):
            message = (
                f"“{one.indicator}” has a base of {show_count(_base(one))} for {one.area} in {one.period}, and of "
                f"{show_count(_base(beside))} in {beside.period} ({beside.place_of('base')})"
            )
            hint = "Is a digit missing, or one too many?"
            yield Problem("error" if sure else "warning", "common-base", message, one.place_of("base"), hint)


def _base(row: Observation) -> Decimal:
    return row.base or Decimal(0)


def _leaps(one: Observation, other: Observation) -> bool:
    return _times(one, other) >= LEAP


def _times(one: Observation, other: Observation) -> Decimal:
    less, more = sorted((_base(one), _base(other)))
    return EXACT.divide(more, less)
