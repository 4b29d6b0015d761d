"""Printed figures that seem to contradict a gap or a rating, because each is rounded for itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.report.reading.report import ReadReport
from reportgen.findings import Comparison, Finding, Rating, rate
from reportgen.numbers import EXACT, printed, show, show_gap
from reportgen.problems import Problem


def problems(report: ReadReport) -> Iterator[Problem]:
    for finding in report.findings.values():
        for comparison in finding.comparisons:
            is_first = comparison is finding.comparisons[0]
            if finding.value is not None and comparison.value is not None:
                yield from _seeming(report, finding, finding.value, comparison, comparison.value, is_first)


def _seeming(
    report: ReadReport, finding: Finding, ours: Decimal, comparison: Comparison, theirs: Decimal, rated: bool
) -> Iterator[Problem]:
    indicator = finding.indicator
    unit, decimals = indicator.unit, indicator.decimals
    gap = EXACT.subtract(ours, theirs)
    difference = EXACT.subtract(printed(ours, unit, decimals), printed(theirs, unit, decimals))
    figures = f"{show(ours, unit, decimals)} against {show(theirs, unit, decimals)} of {comparison.name}"
    row = report.edition.evidence.observation(indicator.id, report.edition.settings.area, finding.period)
    place = row.place if row else indicator.place
    hint = f"Say more decimals for “{indicator.id}” in indicators.csv, or explain it in the words."
    seeming = {_rating(finding, difference), _rating(finding, printed(gap, unit, decimals))} - {finding.rating}
    if rated and seeming:
        message = (
            f"“{indicator.id}” prints {figures} and is {finding.rating.value}, by {show_gap(gap, unit, None)} "
            f"before rounding: as printed it seems {' or '.join(sorted(one.value for one in seeming))}"
        )
        yield Problem("warning", "printed-rating", message, place, hint)
    elif difference != printed(gap, unit, decimals):
        message = (
            f"“{indicator.id}” prints {figures}, and as their gap {show_gap(gap, unit, decimals)}: each is right, "
            f"rounded for itself, and they seem to disagree"
        )
        yield Problem("warning", "printed-gap", message, place, hint)


def _rating(finding: Finding, gap: Decimal) -> Rating:
    advantage = gap if finding.indicator.better == "higher" else -gap
    return rate(advantage, finding.indicator.amber_within)
