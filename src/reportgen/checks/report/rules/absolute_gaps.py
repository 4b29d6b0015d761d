"""A published absolute gap, the gap and the base must fit; and no share is more than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.report.intervals import Interval, counted, typed
from reportgen.checks.report.reading.report import ReadReport
from reportgen.edition.evidence import Indicator, Observation
from reportgen.numbers import EXACT, rounded, show, show_count
from reportgen.problems import Problem

_MAY_EXCEED = re.compile(r"occupan|capacit|target|growth|change|increase|ratio|index|return|plan", re.IGNORECASE)


def problems(report: ReadReport) -> Iterator[Problem]:
    evidence = report.edition.evidence
    for one in evidence.observations.values():
        indicator = evidence.indicators[one.indicator]
        if indicator.unit != "percent":
            continue
        own = evidence.observation(one.indicator, report.edition.settings.area, one.period)
        if own and own is not one and not _is_over_whole(own, indicator):  # which is told of the value itself
            yield from _fitting(own, one)
        if one.base is not None and _is_over_whole(one, indicator):
            message = f"{_percent(one)} of {show_count(one.base)} are more than there are"
            hint = "A percentage with a base is at most 100: one of the two is mistyped, or the base belongs elsewhere."
            yield Problem("error", "over-whole", message, one.place, hint)


def _is_over_whole(one: Observation, indicator: Indicator) -> bool:
    if one.base is None or one.value is None or _MAY_EXCEED.search(indicator.name):
        return False
    return one.value > 100


def gap_between(own: Observation, other: Observation) -> Interval | None:
    """All that the gap may be in percentage points, without its sign; None where a value is missing."""
    if own.value is None or other.value is None:
        return None
    return typed(own.value).minus(typed(other.value)).size()


def _fitting(own: Observation, other: Observation) -> Iterator[Problem]:
    gap = gap_between(own, other)
    if gap is None or own.base is None or other.gap_count is None:
        return
    base, published = counted(own.base), counted(other.gap_count)
    least, most = _share(gap.low, base.low), _share(gap.high, base.high)
    if not Interval(least, most).meets(published):
        message = (
            f"“gap_count” is {show_count(other.gap_count)}; {_percent(own)} against {_percent(other)} (each may be "
            f"rounded) of a base of {show_count(own.base)} ({own.place_of('base')}) is between "
            f"{show_count(rounded(least, 0))} and {show_count(rounded(most, 0))}"
        )
        hint = "One of the four figures is mistyped, or the base counts something else."
        yield Problem("error", "count-against-gap", message, other.place_of("gap_count"), hint)


def _share(percent: Decimal, base: Decimal) -> Decimal:
    return EXACT.multiply(percent, base).scaleb(-2, EXACT)


def _percent(one: Observation) -> str:
    return show(one.value, "percent", None) if one.value is not None else ""
