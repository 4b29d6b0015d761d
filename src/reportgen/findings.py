"""What the evidence says of each indicator: gap, rating, absolute gap, statement."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Indicator, Observation, Unit
from reportgen.numbers import EXACT, MINUS, rounded, show_count, show_gap
from reportgen.problems import Problems

AHEAD = BEHIND = "{gap} against {comparator}: {count} {counted}"
UNCOUNTED = "{gap} against {comparator}"
LEVEL = "Level with {comparator}"


class Rating(Enum):
    GREEN = "GREEN"
    AMBER = "AMBER"
    RED = "RED"
    NOT_RATED = "NOT RATED"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The report's area set against one comparator, in the current period. None: not reported."""

    area: str  # the comparator's
    name: str  # its label where it has one, else its area
    value: Decimal | None
    gap: Decimal | None  # the report's area minus this one


@dataclass(frozen=True, slots=True)
class Finding:
    indicator: Indicator
    period: str  # the current one; empty where the area has no row
    value: Decimal | None  # of the report's area
    comparisons: tuple[Comparison, ...]  # the first is the one rated against
    rating: Rating
    count: Decimal | None  # the absolute gap
    statement: str
    reason: str  # why it has its rating: "AMBER: 0.6pp behind the national average, within 1pp"


def assess(edition: Edition, problems: Problems | None = None) -> Mapping[str, Finding]:
    """The findings of all indicators, in the order of their table.

    A wording that asks for a count where there is none is a problem at the indicator's place; the default
    wording then stands in for it.
    """
    met = Problems() if problems is None else problems
    return {key: _finding(indicator, edition, met) for key, indicator in edition.evidence.indicators.items()}


def rate(advantage: Decimal | None, amber_within: Decimal | None) -> Rating:
    """The rating of an advantage over the comparator (negative: behind); the bound itself is AMBER.

    `advantage` None: a value is missing. `amber_within` None: no band, only level is AMBER.
    """
    if advantage is None:
        return Rating.NOT_RATED
    if advantage > 0:
        return Rating.GREEN
    return Rating.AMBER if advantage.copy_abs() <= (amber_within or 0) else Rating.RED


def gap_between(ours: Decimal | None, theirs: Decimal | None) -> Decimal | None:
    """The report's area minus the other, exactly. None where either is not reported."""
    return None if ours is None or theirs is None else EXACT.subtract(ours, theirs)


def _finding(indicator: Indicator, edition: Edition, problems: Problems) -> Finding:
    home = edition.settings.area
    periods = edition.evidence.periods(indicator.id, home)
    period = periods[-1] if periods else ""
    own = edition.evidence.observation(indicator.id, home, period)
    rivals = [edition.evidence.observation(indicator.id, area, period) for area in indicator.comparators]
    value = own.value if own else None
    comparisons = tuple(
        _comparison(area, edition, value, rival) for area, rival in zip(indicator.comparators, rivals, strict=True)
    )
    first = comparisons[0]
    advantage = _advantage(indicator, first.gap)
    rating = rate(advantage, indicator.amber_within)
    count = _count(indicator, first.gap, own, rivals[0])
    return Finding(
        indicator,
        period,
        value,
        comparisons,
        rating,
        count,
        _statement(indicator, home, value, first, count, problems),
        f"{rating.value}: {_why(indicator, home, period, value, first, edition)}",
    )


def _comparison(area: str, edition: Edition, value: Decimal | None, rival: Observation | None) -> Comparison:
    theirs = rival.value if rival else None
    return Comparison(area, edition.settings.comparator(area).name, theirs, gap_between(value, theirs))


def _advantage(indicator: Indicator, gap: Decimal | None) -> Decimal | None:
    return gap if gap is None or indicator.better == "higher" else gap.copy_negate()


def _count(
    indicator: Indicator, gap: Decimal | None, own: Observation | None, rival: Observation | None
) -> Decimal | None:
    """The absolute gap: as published where it was; else computed from the base, or for numbers the gap."""
    if gap is None:
        return None
    if rival and rival.gap_count is not None:
        return rival.gap_count
    if indicator.unit == "percent" and own and own.base is not None:
        return rounded(EXACT.multiply(gap.copy_abs(), own.base).scaleb(-2, EXACT), 0)
    return rounded(gap.copy_abs(), indicator.decimals) if indicator.unit == "number" else None


def _statement(
    indicator: Indicator,
    home: str,
    value: Decimal | None,
    first: Comparison,
    count: Decimal | None,
    problems: Problems,
) -> str:
    if first.gap is None:
        return f"Not reported for {home if value is None else first.area}"
    wording = _wording(indicator, first.gap, count)
    if "{count}" in wording and count is None:
        message = f"the wording “{wording}” asks for {{count}}, and “{indicator.id}” has no absolute gap"
        hint = "Fill in base (for percentages) or gap_count in the values, or leave {count} out."
        problems.error("no-count", indicator.place, message, hint)
        wording = LEVEL if first.gap == 0 else UNCOUNTED
    known = {
        "gap": show_gap(first.gap, indicator.unit, indicator.decimals),
        "count": "" if count is None else show_count(count),
        "counted": indicator.counted,
        "area": home,
        "comparator": first.name,
    }
    return _tidy(re.sub(r"{(\w+)}", lambda found: known.get(found[1], found[0]), wording))


def _wording(indicator: Indicator, gap: Decimal, count: Decimal | None) -> str:
    if gap == 0:
        return indicator.level or LEVEL
    ahead = (gap > 0) == (indicator.better == "higher")
    default = UNCOUNTED if count is None else AHEAD if ahead else BEHIND
    return (indicator.ahead if ahead else indicator.behind) or default


def _tidy(statement: str) -> str:
    """Single spaces, and none at the end, where nothing is counted by name."""
    return re.sub(" {2,}", " ", statement).strip()


def _why(
    indicator: Indicator, home: str, period: str, value: Decimal | None, first: Comparison, edition: Edition
) -> str:
    advantage = _advantage(indicator, first.gap)
    if advantage is None:
        return f"no value for {home if value is None else first.area}{f' in {period}' if period else ''}"
    rival = edition.settings.comparator(first.area).in_sentence
    if advantage == 0:
        return f"level with {rival}"
    distance = _distance(advantage, indicator.unit, _in_full(advantage, indicator))
    if advantage > 0:
        return f"{distance} ahead of {rival}"
    return f"{distance} behind {rival}{_band(advantage, indicator)}"


def _band(advantage: Decimal, indicator: Indicator) -> str:
    if not indicator.amber_within:
        return ", with no amber band"
    inside = advantage.copy_abs() <= indicator.amber_within
    return f", {'within' if inside else 'beyond'} {_distance(indicator.amber_within, indicator.unit, None)}"


def _in_full(gap: Decimal, indicator: Indicator) -> int | None:
    """The indicator's decimals, unless they would hide why it is rated as it is."""
    return indicator.decimals if rounded(gap, indicator.decimals) == gap else None


def _distance(gap: Decimal, unit: Unit, decimals: int | None) -> str:
    """A gap without its sign."""
    return show_gap(gap, unit, decimals).lstrip(f"+{MINUS}")
