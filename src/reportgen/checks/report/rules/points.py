"""Differences of percentages are percentage points; “5%” for them says something else."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.report.reading.report import ReadReport
from reportgen.problems import Problem


def problems(report: ReadReport) -> Iterator[Problem]:
    for claim in report.claims:
        one = claim.quantity
        is_difference = claim.role in ("gap", "change") and claim.indicator.unit == "percent"
        if not is_difference or one.unit != "percent" or one.form == "fraction" or not claim.sure:
            continue
        if claim.agrees and not claim.is_relative:
            noun = "gap" if claim.role == "gap" else "change"
            message = (
                f"the words say “{one.text}”, the data say {claim.expected.shown} ({claim.expected.label}, "
                f"{claim.expected.place}): a {noun} between percentages is in percentage points"
            )
            hint = f"Write “{one.value.normalize():f} percentage points”."
            yield Problem("error", "percentage-points", message, claim.statement.place(one.start), hint)
