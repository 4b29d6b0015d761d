"""How many more or fewer there would be at another area's rate: the gap's share of what a percentage is of."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.report.intervals import Interval, typed
from reportgen.checks.report.reading.matched_rates import MatchedRate, matched_rates
from reportgen.checks.report.reading.ranges import Range
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator, Observation, Unit
from reportgen.numbers import EXACT, show_count
from reportgen.problems import Problem

_SHARES: tuple[Unit, ...] = ("percent",)


def problems(report: ReadReport) -> Iterator[Problem]:
    claimed = {(id(claim.statement), claim.quantity.start) for claim in report.claims if claim.sure}
    for statement in report.statements:
        for one in matched_rates(statement, report.data.home):
            subject = report.meanings.subject(statement, one.quantity.start, _SHARES)
            if subject is None or not subject.sure or (id(statement), one.quantity.start) in claimed:
                continue
            if report.meanings.is_narrowed(statement, one.quantity.start, subject.indicator):
                continue
            problem = _problem(report, statement, one, subject.indicator)
            if problem is not None:
                yield problem


def _problem(report: ReadReport, statement: Statement, one: MatchedRate, indicator: Indicator) -> Problem | None:
    other = one.rival.area if one.rival else indicator.comparators[0]
    ours = report.data.observed(indicator, report.data.home, "")
    theirs = report.data.observed(indicator, other, "")
    if ours is None or theirs is None or ours.base is None or other == report.data.home:
        return None
    most_and_least = _counts(ours, theirs)
    quantity = one.quantity
    published = theirs.gap_count
    if quantity.possible.meets(Range(most_and_least.low, most_and_least.high, True)):
        return None
    if published is not None and quantity.possible.meets(Range(published, published, True)):
        return None
    start = quantity.hedge_start if quantity.hedge_start >= 0 else quantity.start
    said = statement.passage.text[start : quantity.end]
    low, high = (show_count(end.to_integral_value()) for end in (most_and_least.low, most_and_least.high))
    message = (
        f"the words say “{said}”, the data say that “{indicator.id}” at the rate of {report.areas.called(other)} would "
        f"make a difference of {low} to {high} (a base of {show_count(ours.base)}, {ours.place})"
    )
    return Problem("error", "matched-rate", message, statement.place(quantity.start), "Correct the count.")


def _counts(ours: Observation, theirs: Observation) -> Interval:
    """The least and the most that the gap may be of the base, as all three were rounded."""
    assert ours.value is not None and theirs.value is not None and ours.base is not None
    gap = typed(ours.value).minus(typed(theirs.value)).size()
    low, high = (EXACT.divide(EXACT.multiply(end, ours.base), 100) for end in (gap.low, gap.high))
    return Interval(low, high)
