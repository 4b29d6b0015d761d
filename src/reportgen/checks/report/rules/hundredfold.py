"""A value a hundred times its neighbours in time, or a hundredth of them (0.36 for 36)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from reportgen.checks.report.reading.report import ReadReport
from reportgen.edition.evidence import Evidence, Indicator, Observation
from reportgen.numbers import EXACT, Unit, show
from reportgen.problems import Problem

FACTORS: Mapping[Unit, Sequence[int]] = {
    "percent": (100,),
    "number": (100, 1000),
    "gbp": (100, 1000, 10**6, 10**9),  # pence, and figures typed in thousands, millions or billions
}
GIVE = Decimal("2.5")  # how many times over the true value may have moved meanwhile
STEADY = Decimal("1.4")  # values so few times apart have hardly moved, or not but for the slip
_HINTS: Mapping[Unit, str] = {
    "percent": "For 36% type 36 or 36%.",
    "number": "Is a zero missing, or one too many?",
    "gbp": "Type money in pounds, or as £940m or £1.2bn.",
}


@dataclass(frozen=True)
class Witnesses:
    """The other values of an indicator that tell how large one of its values may be.

    Those of other areas, of which there may be hundreds, are looked for when they are first asked for.
    """

    near: Sequence[Observation]  # of the same area: the ones before and behind
    beyond: Sequence[Observation]  # of the same area: those next to them
    one: Observation
    rows: Mapping[str, Sequence[Observation]]  # by area

    @cached_property
    def elsewhere(self) -> Sequence[Observation]:
        """Of other areas."""
        return [row for area, rows in self.rows.items() if area != self.one.area for row in rows]

    @cached_property
    def beside(self) -> Sequence[Observation]:
        """Of other areas, in the same period."""
        return list(self.found_beside())

    def found_beside(self) -> Iterator[Observation]:
        """Those beside, one after the other: who asks may have heard enough from the first."""
        others = (rows for area, rows in self.rows.items() if area != self.one.area)
        return (row for rows in others for row in rows if row.period == self.one.period)


@dataclass(frozen=True, slots=True)
class Slip:
    """A value that was typed so many times too large, or too small where the scale is below zero."""

    row: Observation
    scale: int
    problem: Problem

    @property
    def meant(self) -> Decimal:
        """What it would be but for the factor."""
        value = self.row.value or Decimal(0)
        return (
            EXACT.divide(value, Decimal(self.scale)) if self.scale > 0 else EXACT.multiply(value, Decimal(-self.scale))
        )


def problems(report: ReadReport) -> Iterator[Problem]:
    return (one.problem for one in slips(report))


def slips(report: ReadReport) -> Iterator[Slip]:
    evidence = report.edition.evidence
    for indicator in evidence.indicators.values():
        rows = {area: _filled(evidence, indicator.id, area) for area in evidence.areas(indicator.id)}
        for area in rows:
            judged = (_judged(indicator, one, _witnesses(one, area, rows)) for one in rows[area])
            yield from [slip for slip in judged if slip][:1]


def _filled(evidence: Evidence, indicator: str, area: str) -> list[Observation]:
    rows = (evidence.observation(indicator, area, period) for period in evidence.periods(indicator, area))
    return [row for row in rows if row is not None and row.value]


def _witnesses(one: Observation, area: str, rows: Mapping[str, Sequence[Observation]]) -> Witnesses:
    at = rows[area].index(one)
    before, behind = rows[area][:at][::-1], rows[area][at + 1 :]
    return Witnesses([*before[:1], *behind[:1]], [*before[1:2], *behind[1:2]], one, rows)


def _judged(indicator: Indicator, one: Observation, witnesses: Witnesses) -> Slip | None:
    comparable = indicator.unit == "percent"  # a country has a hundred times the people of a town
    scale = _common_scale(indicator, one, witnesses.near or (witnesses.found_beside() if comparable else ()))
    if not scale:
        return None
    every = [*witnesses.near, *witnesses.beyond, *(witnesses.beside if comparable else [])]
    against = [other for other in every if _scale(indicator, one, other) == scale]
    with_it = comparable and any(_is_alike(one, other) for other in witnesses.beside)
    if witnesses.near and with_it and not _has_shrunk(one, against[0]):
        return None
    alone = len(against) == 1 and not any(_is_alike(one, other) for other in witnesses.beyond)
    if witnesses.near and len(against) < 2 and not (alone and _is_odder(indicator, one, against[0], witnesses)):
        return None
    if not witnesses.near and (one.value or Decimal(0)).copy_abs() > 1:
        return None  # places may differ so much; a fraction may be a percentage in another notation
    at_once = len(witnesses.near) > 1 or _has_shrunk(one, against[0]) or any(row in witnesses.beside for row in against)
    leapt = comparable and len(against) > 1 and at_once
    begins = scale < 0 and all(one.period < other.period for other in against)
    slipped = _is_but_a_slip(indicator, one, scale, against[:1] if begins else against, witnesses)
    sure = bool(witnesses.near) and not with_it and (leapt or slipped)
    problem = Problem(
        "error" if sure else "warning",
        "hundredfold",
        f"“{indicator.id}” is {_shown(one, indicator)} for {one.area} in {one.period}, {_said(scale)} "
        f"{_shown(against[0], indicator)} of {against[0].area} in {against[0].period} ({against[0].place})",
        one.place,
        _HINTS[indicator.unit],
    )
    return Slip(one, scale, problem)


def _is_but_a_slip(
    indicator: Indicator, one: Observation, scale: int, against: Sequence[Observation], witnesses: Witnesses
) -> bool:
    """Whether a value would go on as those in time do, were it not for the factor; and more than one says so.

    A percentage typed as a fraction (0.36) says so itself; one that leaps up may be the first that counts.
    """
    factor = Decimal(scale) if scale > 0 else EXACT.divide(Decimal(1), Decimal(-scale))
    in_time = [*witnesses.near, *witnesses.beyond]
    steady = all(1 / STEADY <= EXACT.divide(_times(one, other), factor) <= STEADY for other in in_time)
    if indicator.unit == "percent":
        return steady and (one.value or Decimal(0)).copy_abs() <= 1
    return steady and (len(against) > 1 or _seconds(against[0], witnesses) > _seconds(one, witnesses))


def _common_scale(indicator: Indicator, one: Observation, others: Iterable[Observation]) -> int:
    """How many times too large a value seems beside all of the others; 0 where they do not agree."""
    scale = 0
    for other in others:
        found = _scale(indicator, one, other)
        if not found or found != (scale or found):
            return 0
        scale = found
    return scale


def _scale(indicator: Indicator, one: Observation, other: Observation) -> int:
    """How many times too large a value seems beside another: 100, or -100 where too small; 0 where neither."""
    times = _times(one, other)
    for factor in FACTORS[indicator.unit]:
        if factor / GIVE <= times <= factor * GIVE:
            return factor
        if factor / GIVE <= EXACT.divide(Decimal(1), times) <= factor * GIVE:
            return -factor
    return 0


def _is_alike(one: Observation, other: Observation) -> bool:
    return Decimal("0.1") < _times(one, other) < 10


def _times(one: Observation, other: Observation) -> Decimal:
    """How many times the other value this one is, whatever their signs; both are there and not zero."""
    return EXACT.divide(one.value or Decimal(1), other.value or Decimal(1)).copy_abs()


def _is_odder(indicator: Indicator, one: Observation, other: Observation, witnesses: Witnesses) -> bool:
    """Of two values that witness against each other, the one that is told of.

    A fraction of a percentage; else the one that fewer values of other areas are like; else the later.
    """
    if indicator.unit == "percent":
        return _times(one, other) < 1
    seconds, others = _seconds(one, witnesses), _seconds(other, witnesses)
    return seconds < others if seconds != others else one.period > other.period


def _seconds(one: Observation, witnesses: Witnesses) -> int:
    """How many values of other areas in its period a value is like."""
    return sum(row.period == one.period and _is_alike(one, row) for row in witnesses.elsewhere)


def _has_shrunk(one: Observation, other: Observation) -> bool:
    """Whether a value is a fraction of an earlier one.

    What grows a hundredfold everywhere from a small beginning is usual enough (the first year of a new technology).
    """
    return one.period > other.period and _times(one, other) < 1


def _said(scale: int) -> str:
    return f"some {scale:,} times the" if scale > 0 else f"about 1/{-scale:,} of the"


def _shown(one: Observation, indicator: Indicator) -> str:
    return show(one.value or Decimal(0), indicator.unit, None)
