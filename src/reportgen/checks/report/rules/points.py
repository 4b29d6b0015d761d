"""Differences of percentages are percentage points; “5%” for them says something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.report.reading.claims.told_changes import ends_told
from reportgen.checks.report.reading.comparing.compared_measure import compared_measure
from reportgen.checks.report.reading.numbers.ranges import exactly
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.roles import role
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_PERCENTAGE = re.compile(r"percentage|pp", re.IGNORECASE)
_RATE = re.compile(
    r"\b(?:growth|share|proportion|inflation|speed|pace|of\swh(?:om|ich))\b", re.IGNORECASE
)  # of what is counted: another


def problems(report: ReadReport) -> Iterator[Problem]:
    told: set[int] = set()
    for problem, statement in _of_claims(report):
        told.add(id(statement))
        yield problem
    for statement in report.statements:
        if id(statement) not in told:
            yield from _by_its_own_figures(statement)
            yield from _of_no_share(report, statement)


def _of_no_share(report: ReadReport, statement: Statement) -> Iterator[Problem]:
    """Journeys per head rose by 31 percentage points: they are counted, and rose by 31%."""
    for one in statement.quantities:
        if one.unit != "points" or one.bound is not None or not _PERCENTAGE.search(one.text):
            continue
        indicator = compared_measure(report, statement, one.start)
        if indicator is None or indicator.unit == "percent" or _RATE.search(statement.text):
            continue
        unit = "in pounds" if indicator.unit == "gbp" else "a number"
        message = f"the words say “{one.text}” of “{indicator.name}” ({indicator.place}): that is {unit}, no percentage"
        hint = f"Write “{one.value.normalize():f}%”, or the change itself."
        yield Problem("error", "percentage-points", message, statement.place(one.start), hint)


def _by_its_own_figures(statement: Statement) -> Iterator[Problem]:
    """Fell by 1.7%, from 60.4% to 58.7%; 8% here and 4% there, a gap of 4%: that is in points."""
    shares = [one for one in statement.quantities if one.unit == "percent" and one.form == "digits"]
    for one in shares:
        part = role(statement, one) if one.bound is None else "value"
        others = [other for other in shares if other is not one and role(statement, other) in ("value", "former value")]
        if part not in ("gap", "change") or len(others) != 2 or not all(other.value for other in others):
            continue
        first, second = others
        if part == "change" and (first, second) not in ends_told(statement):
            continue
        apart = (second.value - first.value).copy_abs()
        relative = [exactly(apart / each.value * 100).widened(Decimal("0.03")) for each in others]
        if one.value == apart and not any(one.range.meets(each) for each in relative):
            message = f"the words say “{one.text}”, and {first.text} and {second.text} are {apart} points apart"
            hint = f"Write “{apart} percentage points”."
            yield Problem("error", "percentage-points", message, statement.place(one.start), hint)


def _of_claims(report: ReadReport) -> Iterator[tuple[Problem, Statement]]:
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
            place = claim.statement.place(one.start)
            yield Problem("error", "percentage-points", message, place, hint), claim.statement
