"""Bound figures: what the evidence says, in print, with the place where it says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from reportgen.document import Origin, Value
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Indicator
from reportgen.expressions.ids import Ids
from reportgen.findings import Finding, gap_between
from reportgen.numbers import Unit, show, show_count, show_gap, show_gap_in_words
from reportgen.problems import nearest
from reportgen.sandbox import ExpressionError

NOT_REPORTED = "not reported"


class BoundFigures:
    """The functions that give figures; their parameters are those of the contract."""

    def __init__(self, edition: Edition, findings: Mapping[str, Finding]) -> None:
        self._findings, self._evidence, self._ids = findings, edition.evidence, Ids(edition)
        self._home = edition.settings.area
        usual = [comparator.area for comparator in edition.settings.comparators]
        self._areas = dict.fromkeys([*(area for _, area, _ in edition.evidence.observations), self._home, *usual])

    def value(self, id: str, area: str = "", period: str = "") -> Value:
        """A value of the report's area in the current period, unless others are named."""
        finding, area = self._finding(id), str(area or self._home)
        period = str(period) or finding.period
        value = self._observed(finding.indicator, area, period)
        shown = NOT_REPORTED if value is None else show(value, *_print(finding.indicator))
        return Value(shown, self._origin("value", finding.indicator, area, period))

    def gap(self, id: str, area: str = "", words: bool = False) -> Value:
        """The report's area minus another, by default the first comparator. In words: without a sign."""
        finding = self._finding(id)
        area = str(area or finding.comparisons[0].area)
        if not isinstance(words, bool):
            raise ExpressionError(f"“words” is True or False, and not “{words}”")
        if area == self._home:
            raise ExpressionError(f"“{area}” is the report's own area: a gap is measured to another")
        theirs = self._observed(finding.indicator, area, finding.period)
        gap = gap_between(finding.value, theirs)
        if gap is None:
            raise self._not_reported("gap", finding, area)
        shown = (show_gap_in_words if words else show_gap)(gap, *_print(finding.indicator))
        return Value(shown, self._origin("gap", finding.indicator, area, finding.period))

    def count(self, id: str) -> Value:
        """The absolute gap."""
        finding = self._finding(id)
        if finding.comparisons[0].gap is None:
            raise self._not_reported("absolute gap", finding, finding.comparisons[0].area)
        if finding.count is None:
            raise ExpressionError(f"“{id}” has no absolute gap", _count_hint(finding.indicator))
        return self._said("count", finding, show_count(finding.count))

    def rating(self, id: str) -> Value:
        """The rating's word."""
        finding = self._finding(id)
        return self._said("rating", finding, finding.rating.value)

    def statement(self, id: str) -> Value:
        """The gap statement."""
        finding = self._finding(id)
        return self._said("statement", finding, finding.statement)

    def change(self, id: str, since: str = "") -> Value:
        """What became of the report's area's value since its latest earlier one, or since a named period."""
        finding = self._finding(id)
        since = str(since) or self._latest_before(finding)
        if since >= finding.period:
            hint = f"The current period is {finding.period}."
            raise ExpressionError(f"a change is measured since an earlier period than {since}", hint)
        then = self._observed(finding.indicator, self._home, since)
        change = gap_between(finding.value, then)
        if change is None:
            raise ExpressionError(
                f"“{id}” has no value for {self._home} in {since if then is None else finding.period}"
            )
        origin = self._origin("change", finding.indicator, self._home, finding.period)
        shown = show_gap(change, *_print(finding.indicator))
        return Value(shown, replace(origin, period=f"{since} to {finding.period}"))

    def fact(self, id: str) -> Value:
        """A single figure with the decimals typed, or words."""
        fact = self._evidence.facts[self._ids.check(id, "fact")]
        origin = Origin("fact", id, place=str(fact.place))
        if fact.unit == "text" or fact.value is None:
            return Value(fact.text or NOT_REPORTED, origin)
        return Value(show(fact.value, fact.unit, fact.decimals), origin)

    def _finding(self, id: str) -> Finding:
        return self._findings[self._ids.check(id, "value")]

    def _observed(self, indicator: Indicator, area: str, period: str) -> Decimal | None:
        """What was observed. None: known but not reported, with an empty value or without a row.

        An area of which the edition says nothing is a mistake, and a period of which it says nothing here.
        """
        observation = self._evidence.observation(indicator.id, area, period)
        if observation is not None:
            return observation.value
        if area not in (*self._areas, *indicator.comparators):
            near = [*self._evidence.areas(indicator.id), *self._areas]
            raise ExpressionError(f"“{indicator.id}” has no row for the area “{area}”", nearest(area, near))
        areas = self._evidence.areas(indicator.id)
        periods = sorted({one for area in areas for one in self._evidence.periods(indicator.id, area)})
        if period and period not in periods:
            raise ExpressionError(f"“{indicator.id}” has no row for the period “{period}”", nearest(period, periods))
        return None

    def _latest_before(self, finding: Finding) -> str:
        indicator = finding.indicator.id
        earlier = [one for one in self._evidence.periods(indicator, self._home) if one < finding.period]
        for period in reversed(earlier):
            observation = self._evidence.observation(indicator, self._home, period)
            if observation is not None and observation.value is not None:
                return period
        raise ExpressionError(f"“{indicator}” has no earlier value for {self._home}")

    def _said(self, kind: str, finding: Finding, text: str) -> Value:
        """A figure that the finding as a whole gives."""
        area = finding.comparisons[0].area
        return Value(text, self._origin(kind, finding.indicator, area, finding.period))

    def _origin(self, kind: str, indicator: Indicator, area: str, period: str) -> Origin:
        """The place is that of the row it rests on: for what compares areas, the report's own area's row."""
        row = area if kind == "value" else self._home
        observation = self._evidence.observation(indicator.id, row, period)
        place = observation.place if observation else indicator.place
        return Origin(kind, indicator.id, area, period, str(place))

    def _not_reported(self, noun: str, finding: Finding, area: str) -> ExpressionError:
        missing = self._home if finding.value is None else area
        period = f" in {finding.period}" if finding.period else ""
        message = f"“{finding.indicator.id}” has no {noun}: {missing} has no value{period}"
        return ExpressionError(message, "Reword the sentence, or fill the value in.")


def _print(indicator: Indicator) -> tuple[Unit, int]:
    return indicator.unit, indicator.decimals


def _count_hint(indicator: Indicator) -> str:
    if indicator.unit == "percent":
        return "Fill in base for the report's area, or gap_count for the comparator, in the values."
    return "Money has a gap only; fill in gap_count for the comparator where a number was published."
