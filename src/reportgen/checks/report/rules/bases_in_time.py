"""The base of a percentage moves little from one year to the next: a digit too few or too many is seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.checks.report.intervals import counted
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.rules.common_bases import implied_base
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
            yield from _judged([one for one in found if one is not None and one.base is not None], report)


def _judged(rows: Sequence[Observation], report: ReadReport) -> Iterator[Problem]:
    for at, one in enumerate(rows):
        others = [row for row in rows if row is not one]
        beside = rows[at - 1] if at else others[0] if others else None
        if beside is None or min(_base(row) for row in rows) < SMALL or not all(_leaps(one, row) for row in others):
            continue
        sure = len(others) > 1 and all(_times(row, beside) <= STEADY for row in others)
        sure = sure or _is_doubted(one, report)
        if sure or (len(rows) == 2 and at and not _is_doubted(beside, report)):
            message = (
                f"“{one.indicator}” has a base of {show_count(_base(one))} for {one.area} in {one.period}, and of "
                f"{show_count(_base(beside))} in {beside.period} ({beside.place_of('base')})"
            )
            hint = "Is a digit missing, or one too many?"
            yield Problem("error" if sure else "warning", "common-base", message, one.place_of("base"), hint)


def _is_doubted(one: Observation, report: ReadReport) -> bool:
    """Whether a count that is published beside it cannot be of this base."""
    evidence = report.edition.evidence
    if one.area != report.edition.settings.area:
        return False
    rivals = (evidence.observation(one.indicator, area, one.period) for area in evidence.areas(one.indicator))
    implied = [base for rival in rivals if rival is not one and (base := implied_base(one, rival))]
    return any(not each.meets(counted(_base(one))) for each in implied)


def _base(row: Observation) -> Decimal:
    return row.base or Decimal(0)


def _leaps(one: Observation, other: Observation) -> bool:
    return _times(one, other) >= LEAP


def _times(one: Observation, other: Observation) -> Decimal:
    less, more = sorted((_base(one), _base(other)))
    return EXACT.divide(more, less)
