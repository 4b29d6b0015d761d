"""A region that is set against the regional average: that is its own, and the nation's was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.areas.named import Named
from reportgen.checks.report.reading.claims.claim import Claim
from reportgen.checks.report.reading.report import ReadReport
from reportgen.problems import Problem

_REGIONAL = re.compile(
    r"(?:(?:the|a|our)\s)?regional\s(?:average|rate|figure|level|share|value|mean|median)", re.IGNORECASE
)
_SET_AGAINST = re.compile(
    r"\b(?:above|below|than|against|behind|ahead\sof|short\sof|over|under|to|with)\s(?:the\s|a\s)?$", re.IGNORECASE
)


def problems(report: ReadReport) -> Iterator[Problem]:
    told: set[tuple[int, int]] = set()
    for claim in report.claims:
        named = _own_average(report, claim)
        other = _meant(report, claim) if named is not None else ""
        if named is None or not other or (id(claim.statement), named.start) in told:
            continue
        told.add((id(claim.statement), named.start))
        message = (
            f"the words say “{named.text}”, which is what {report.data.home} itself has; the data say "
            f"{claim.quantity.text} to {report.areas.called(other)} (“{claim.indicator.id}”, {claim.expected.place})"
        )
        place = claim.statement.place(named.start)
        yield Problem("error", "comparator", message, place, "Name the comparator that is meant.")


def _own_average(report: ReadReport, claim: Claim) -> Named | None:
    """The average of the report's own area, where it is what the sentence sets something of that very area against."""
    home, statement = report.data.home, claim.statement
    if not claim.meant or claim.area != home or statement.is_unreal(claim.quantity.start, claim.indicator.name):
        return None
    if any(one.area != home for one in statement.areas):
        return None
    regional = (one for one in statement.areas if _REGIONAL.fullmatch(one.text))
    return next((one for one in regional if _SET_AGAINST.search(statement.before(one.start, 24))), None)


def _meant(report: ReadReport, claim: Claim) -> str:
    """The comparator whose value, or the gap to which, the figure is. Empty: there is none."""
    for other in claim.indicator.comparators:
        of = report.data.gap(claim.indicator, claim.area, other) if claim.role == "gap" else None
        if claim.role == "value" and not claim.agrees:
            of = report.data.value(claim.indicator, other)
        if of is not None and claim.quantity.possible.meets(of.range):
            return other
    return ""
