"""The comparator named in the words against the one that the figure belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.areas.named import Named
from reportgen.checks.report.reading.claims.claim import Claim
from reportgen.checks.report.reading.comparing.comparisons import comparisons
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_BESIDE = re.compile(
    r"(?:\s(?:average|rate|figure|level|share|value))?(?:\sit)?\s?(?:of|is|was|at|stands\sat|has|had|:)?\s?\(?"
)
_BEHIND = re.compile(
    r"\s?(?:(?!and\b|against\b|than\b|compared\b|more\b|less\b|above\b|below\b|not\b)[a-z]+\s){0,3}?(?:in|for|across|of)?\s?"
)
_AGAINST = re.compile(r"\s?\(?(?:against|on|over|to|from|compared\s(?:with|to))\s")
_FOR_WHAT = re.compile(r"\s(?:for|of|on)\s[a-z\s-]{2,40}\s(?:is|was|stands\sat|at)\s")
_OFFSET = re.compile(r"\s(?:[a-z]+\s){0,3}?")


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        for one in statement.quantities:
            problem = _bound_value(report, statement, one) or _bound_gap(report, statement, one)
            if problem:
                yield problem
    for claim in report.claims:
        if claim.sure and (other := mistaken_rival(report, claim)) and claim.rival:
            label = report.areas.called(other)
            message = (
                f"the words say “{claim.rival.text}”, the data say {claim.quantity.text} to {label}, and "
                f"{claim.expected.shown} to {report.areas.called(claim.rival.area)} ({claim.expected.place})"
            )
            yield _problem(claim.statement, claim.rival, message)


def is_mistaken(report: ReadReport, statement: Statement, rival: Named) -> bool:
    """Whether a comparator is told of as mistaken."""
    claims = [one for one in report.claims_of(statement) if one.sure and one.rival and one.rival.start == rival.start]
    return any(mistaken_rival(report, one) for one in claims)


def mistaken_rival(report: ReadReport, claim: Claim) -> str:
    """The comparator whose gap a typed gap is, where the words name another. Empty: there is none."""
    if claim.role != "gap" or claim.rival is None or claim.agrees:
        return ""
    for other in claim.indicator.comparators:
        gap = report.data.gap(claim.indicator, claim.area, other) if other != claim.rival.area else None
        is_count = claim.quantity.unit == "number" and claim.indicator.unit != "number"
        if gap is not None and not is_count and claim.quantity.range.meets(gap.range):
            return other
    return ""


def _bound_gap(report: ReadReport, statement: Statement, one: Quantity) -> Problem | None:
    """A gap from the data: the comparator named behind it is the one that it is measured to."""
    if one.bound is None or one.bound.origin.kind not in ("gap", "count"):
        return None
    named = next((each.rival for each in comparisons(statement) if _follows(statement, one, each.start)), None)
    named = named or next((each for each in statement.areas if _is_against(statement, one, each)), None)
    if named is None or named.area == one.bound.origin.area or named.area == report.data.home:
        return None
    return _mismatch(report, statement, named, one)


def _bound_value(report: ReadReport, statement: Statement, one: Quantity) -> Problem | None:
    """A value from the data: the area named right beside it is its own."""
    if one.bound is None or one.bound.origin.kind != "value":
        return None
    text = statement.passage.text
    for named in sorted(statement.areas, key=lambda each: each.start < one.start):  # what stands behind comes first
        ahead = (_BESIDE, _FOR_WHAT) if named.end <= one.start else ()
        before = any(pattern.fullmatch(text, named.end, one.start) for pattern in ahead)
        behind = named.start >= one.end and named.start - one.end < 40 and _BEHIND.fullmatch(text, one.end, named.start)
        if before or (behind and named.area):
            return _mismatch(report, statement, named, one) if named.area != one.bound.origin.area else None
    return None


def _is_against(statement: Statement, one: Quantity, named: Named) -> bool:
    return named.start >= one.end and _AGAINST.fullmatch(statement.passage.text, one.end, named.start) is not None


def _follows(statement: Statement, one: Quantity, at: int) -> bool:
    return at >= one.end and _OFFSET.fullmatch(statement.passage.text, one.end, at) is not None


def _mismatch(report: ReadReport, statement: Statement, named: Named, one: Quantity) -> Problem:
    assert one.bound is not None
    origin = one.bound.origin
    area = report.areas.called(origin.area)
    message = (
        f"the words say “{named.text}”, the data say that {one.text} is the {origin.kind} for {area} ({origin.place})"
    )
    return _problem(statement, named, message)


def _problem(statement: Statement, named: Named, message: str) -> Problem:
    return Problem("error", "comparator", message, statement.place(named.start), "Name the comparator that is meant.")
