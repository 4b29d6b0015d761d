"""The values of the report's area and its comparator, swapped in one period: each then goes on where the other was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.checks.report.reading.report import ReadReport
from reportgen.edition.evidence import Observation
from reportgen.findings import Finding
from reportgen.numbers import EXACT, carried, show
from reportgen.problems import Problem

Pair = tuple[Observation, Observation]

CLOSER = 4  # how many times closer to their neighbours the swapped values must be
LEAST = 2  # how far apart the two must be, in units of their last digit


def problems(report: ReadReport) -> Iterator[Problem]:
    for finding in report.findings.values():
        pairs = list(_pairs(report, finding))
        for number, (one, other) in enumerate(pairs):
            by_distance = sorted(range(len(pairs)), key=lambda at: abs(at - number))
            nearest = [pairs[at] for at in by_distance[1:3]]
            if len(nearest) == 2 and _seem_swapped((one, other), nearest):
                yield _problem(finding, one, other, nearest[0])


def _pairs(report: ReadReport, finding: Finding) -> Iterator[Pair]:
    """The rows of the area and its first comparator, by period, where both have a value."""
    evidence, indicator = report.edition.evidence, finding.indicator
    for period in evidence.periods(indicator.id, report.edition.settings.area):
        one = evidence.observation(indicator.id, report.edition.settings.area, period)
        other = evidence.observation(indicator.id, finding.comparisons[0].area, period)
        if one and other and one.value is not None and other.value is not None:
            yield one, other


def _seem_swapped(pair: Pair, nearest: Sequence[Pair]) -> bool:
    """Whether each of two would go on far better where the other is; or well enough, where between two years in which
    one of them led the other leads."""
    one, other = _figures(pair)
    unit = max(Decimal(1).scaleb(-carried(value)) for value in (one, other))
    if abs(EXACT.subtract(one, other)) <= LEAST * unit:
        return False
    leaps = [_leaps(pair, beside) for beside in nearest]
    between = nearest[0][0].period < pair[0].period < nearest[1][0].period or (
        nearest[1][0].period < pair[0].period < nearest[0][0].period
    )
    turned = all((first - second) * (one - other) < 0 for first, second in map(_figures, nearest))
    typed, swapped = (sum(each) for each in zip(*leaps, strict=True))
    return all(less * CLOSER < as_typed for as_typed, less in leaps) or (
        between and turned and swapped * CLOSER < typed * 2
    )


def _leaps(pair: Pair, beside: Pair) -> tuple[Decimal, Decimal]:
    """How far the two are from those of another period, as typed and swapped."""
    (one, other), (first, second) = _figures(pair), _figures(beside)
    as_typed = abs(EXACT.subtract(one, first)) + abs(EXACT.subtract(other, second))
    return as_typed, abs(EXACT.subtract(other, first)) + abs(EXACT.subtract(one, second))


def _figures(pair: Pair) -> tuple[Decimal, Decimal]:
    one, other = (row.value or Decimal(0) for row in pair)
    return one, other


def _problem(finding: Finding, one: Observation, other: Observation, beside: tuple[Observation, ...]) -> Problem:
    unit = finding.indicator.unit
    said = [show(row.value or Decimal(0), unit, None) for row in (one, other, *beside)]
    message = (
        f"“{finding.indicator.id}” is {said[0]} for {one.area} and {said[1]} for {other.area} in {one.period}, but "
        f"{said[2]} and {said[3]} in {beside[0].period} ({beside[0].place}): are the two swapped?"
    )
    return Problem("warning", "swapped-areas", message, one.place)
