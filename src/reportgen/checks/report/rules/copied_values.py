"""The same values copied down two indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from reportgen.checks.report.reading.report import ReadReport
from reportgen.edition.evidence import Evidence, Indicator, Observation
from reportgen.numbers import show, show_count
from reportgen.problems import Problem

Rows = Mapping[tuple[str, str], Observation]  # by area and period

TELLING = 4  # digits that are hardly the same by chance in two neighbours of the table
SURELY = 6  # and in any two indicators


def problems(report: ReadReport) -> Iterator[Problem]:
    evidence = report.edition.evidence
    indicators = list(evidence.indicators.values())
    rows = {one.id: _filled(evidence, one.id) for one in indicators}
    neighbours = {(one.id, other.id) for one, other in pairwise(indicators)}
    for one, other in combinations(indicators, 2):
        if one.unit == other.unit:
            least = TELLING if (one.id, other.id) in neighbours else SURELY
            yield from _copied(one, other, rows[one.id], rows[other.id], least)
    yield from _copied_counts(evidence)


def _filled(evidence: Evidence, indicator: str) -> Rows:
    return {
        (area, period): one
        for (id, area, period), one in evidence.observations.items()
        if id == indicator and one.value is not None
    }


def _copied(one: Indicator, other: Indicator, rows: Rows, others: Rows, least: int) -> Iterator[Problem]:
    """The values of two indicators are the same wherever both have one, or in more of these rows than not, if it is not
    one value over and over: too many digits for chance."""
    shared = [key for key in rows if key in others]
    same = [key for key in shared if _is_same(rows[key], others[key])]
    if same != shared:
        least = SURELY + 1
    if 2 * len(same) <= len(shared) or len(same) < 2 or _told_digits(rows, same) < least:
        return
    values = " and ".join(_shown(one, rows[key]) for key in same[:3])
    message = f"“{other.id}” has the values of “{one.id}” ({rows[same[0]].place}): {values}"
    hint = "Copied down, and not typed over? Where both are true, say so in checks.yaml."
    yield Problem("warning", "copied-values", message, others[same[0]].place, hint)


def _told_digits(rows: Rows, same: Sequence[tuple[str, str]]) -> int:
    return sum(_digits(value) for value in {rows[key].value for key in same})


def _copied_counts(evidence: Evidence) -> Iterator[Problem]:
    """A published absolute gap stands with two indicators."""
    first: dict[Decimal, Observation] = {}
    for one in evidence.observations.values():
        if one.gap_count is None or _digits(one.gap_count) < 3:
            continue
        earlier = first.setdefault(one.gap_count, one)
        if earlier.indicator != one.indicator:
            message = (
                f"“{one.indicator}” has the gap_count of “{earlier.indicator}”, {show_count(one.gap_count)} "
                f"({earlier.place_of('gap_count')})"
            )
            hint = "Copied down, and not typed over? Where both are true, say so in checks.yaml."
            yield Problem("warning", "copied-values", message, one.place_of("gap_count"), hint)


def _is_same(one: Observation, other: Observation) -> bool:
    return one.value == other.value


def _digits(value: Decimal | None) -> int:
    """How many digits tell: those of 0.050, 5 and 500 are one."""
    return 0 if value is None else len(f"{value:f}".replace(".", "").strip("-0"))


def _shown(indicator: Indicator, one: Observation) -> str:
    return f"{show(one.value or Decimal(0), indicator.unit, None)} for {one.area} in {one.period}"
