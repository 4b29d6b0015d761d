"""Figures that were typed into the wording of a gap that is printed: they stay as they are, and the data move on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.numbers.quantities import quantities
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.report import ReadReport
from reportgen.edition.evidence import Indicator
from reportgen.findings import Finding
from reportgen.problems import Place, Problem

_PLACEHOLDER = re.compile(r"\{\w+\}")
_FEW = 10  # numbers under it count other things than an indicator does
_HINT = "Write {gap}, {count}, {comparator}: these follow the data."


def problems(report: ReadReport) -> Iterator[Problem]:
    for finding in report.findings.values():
        column, wording = _printed(finding)
        for one in quantities(_PLACEHOLDER.sub(lambda found: " " * len(found[0]), wording)):
            if _is_of_the_data(one, finding.indicator):
                yield from _judged(one, finding, report, finding.indicator.place_of(column))


def _printed(finding: Finding) -> tuple[str, str]:
    """The column of the wording that stands in the report, and the wording."""
    gap, indicator = finding.comparisons[0].gap, finding.indicator
    if not gap:
        return "level", indicator.level if gap is not None else ""
    ahead = (gap > 0) == (indicator.better == "higher")
    return ("ahead", indicator.ahead) if ahead else ("behind", indicator.behind)


def _is_of_the_data(one: Quantity, indicator: Indicator) -> bool:
    if one.text in indicator.name or one.text in indicator.counted:
        return False
    return one.unit in ("percent", "points", "gbp") or (one.unit == "number" and one.value >= _FEW)


def _judged(one: Quantity, finding: Finding, report: ReadReport, place: Place) -> Iterator[Problem]:
    """A problem where the figure is none of the indicator's."""
    data, indicator, home = report.data, finding.indicator, report.edition.settings.area
    areas = report.edition.evidence.areas(indicator.id)
    gaps = [gap for area in areas if area != home and (gap := data.gap(indicator, home, area))]
    values = [value for area in areas if (value := data.value(indicator, area))]
    counts = [count for count in [data.count(indicator)] if count]
    said = f"the words say “{one.text}” in a wording of “{indicator.id}”, the data say"
    in_points = one.unit == "percent" == indicator.unit
    if any(_meets(one, each) for each in (values if in_points else [*gaps, *counts])):
        return
    if gap := next((each for each in gaps if in_points and _meets(one, each)), None):
        message = f"{said} {gap.shown}: a gap between percentages is in percentage points"
        yield Problem("error", "percentage-points", message, place, _HINT)
    elif one.unit == "points" or not any(_meets(one, each) for each in values):
        message = f"{said} {', '.join(each.shown for each in [*values, *gaps[:1], *counts])} ({values[0].place})"
        yield Problem("error", "figure-against-data", message, place, _HINT)


def _meets(one: Quantity, datum: Datum) -> bool:
    return one.possible.meets(datum.range)
