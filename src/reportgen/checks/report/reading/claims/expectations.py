"""What the data say of a figure, by the part that it plays in its sentence; and what else the words may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from reportgen.checks.report.reading.areas.named import Named
from reportgen.checks.report.reading.areas.rivals import Rivals
from reportgen.checks.report.reading.data import Data, Datum
from reportgen.checks.report.reading.numbers.behind import NOUNS
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import exactly
from reportgen.checks.report.reading.roles import Role
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.times.figure_periods import own_period
from reportgen.checks.report.reading.times.spans import Span, span_of
from reportgen.edition.evidence import Indicator

_COUNTED = re.compile(
    r"\b(?:more|fewer|less|short|extra|additional|lack\w*|missing|beyond|shortfall|gap|surplus|deficit|too\sfew|too\smany)\b"
)
_UNTIL_LEVEL = re.compile(
    r"\b(?:lack\w*|missing|shortfall|gap|surplus|deficit|short\sof|too\s(?:few|many)|ahead|behind|than\sthere\s(?:would|should))\b"
)
_IS_COMPARED = re.compile(
    r"\b(?:[Cc]ompared\s(?:with|to)|[Rr]elative\sto|[Ss]et\s(?:against|beside)|[Nn]ext\sto|[Bb]eside)\s(?:the\s)?$"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|earlier|before|previous(?:ly)?|last|then|ago|used|from|after|former(?:ly)?|once|since|until)\b"
)
_AGAINST = re.compile(r"\b(?:against|compared\s(?:with|to)|versus)\s(?:£?[\d.,]+%?\s(?:in|for|across)?\s?)?$")
_OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b(?!\s(?:neighbours?|peers?|rivals?|region|nation|country))")


class Expectations:
    def __init__(self, data: Data, rivals: Rivals) -> None:
        self._data, self._rivals = data, rivals
        self._home = data.home

    def of(
        self, statement: Statement, one: Quantity, part: Role, indicator: Indicator, area: str, period: str
    ) -> Datum | None:
        """What the data say of a figure of this area and period. None: nothing, or it is not said what is meant."""
        if part == "value":
            return self._data.value(indicator, area, period)
        if part == "former value":
            return self._former(indicator, area, period)
        own, rival = self._rivals.compared(statement, one), self._rivals.named(statement, one)
        if part == "change":
            span = self._span(statement, one, indicator, own)
            return None if span.since is None else self._data.change(indicator, own, span.since, span.until)
        if part == "growth":
            return self._growth(statement, one, indicator, own)
        if part == "ratio":
            if rival is None or not (rival.start >= one.end or _IS_COMPARED.search(statement.before(rival.start, 24))):
                return None  # it is not said: twice what?
            return self._data.ratio(indicator, own, rival.area, period)
        if one.unit == "number" and indicator.unit == "percent":
            return self._count(statement, one, indicator) if _is_absolute_gap(statement, rival, indicator) else None
        other = self._rivals.rival(statement, one, indicator)
        return self._data.gap(indicator, own, other, period) if other and other != own else None

    def _growth(self, statement: Statement, one: Quantity, indicator: Indicator, own: str) -> Datum | None:
        """How many times what it was: to now, from where the words say; from the latest earlier value, unsaid."""
        span = self._span(statement, one, indicator, own)
        if span.since is None or span.until != self._data.current(indicator):
            return None
        return self._data.growth(indicator, own, span.since)

    def _count(self, statement: Statement, one: Quantity, indicator: Indicator) -> Datum | None:
        """The absolute gap; None for another figure of what another indicator counts: 15,127 more digital jobs."""
        count = self._data.count(indicator)
        is_told = count is not None and one.possible.meets(count.range)
        return count if is_told or not self._counts_others(statement, one, indicator) else None

    def _counts_others(self, statement: Statement, one: Quantity, indicator: Indicator) -> bool:
        """Whether what stands behind a figure is what another indicator counts, and not what this one does."""
        nouns = NOUNS.match(statement.after(one.end))
        said = stems_in(nouns[0]) if nouns else frozenset()
        counted = [own for each in self._data.indicators.values() if (own := stems_in(each.counted)) and own <= said]
        return bool(counted) and stems_in(indicator.counted) not in counted

    def _former(self, indicator: Indicator, area: str, period: str) -> Datum | None:
        """The value that a change began from: of the period named, else of the latest earlier one."""
        current = self._data.current(indicator)
        if period and period != current:
            return self._data.value(indicator, area, period)
        earlier = [one for one in self._data.periods(indicator, area) if one < current]
        return self._data.value(indicator, area, earlier[-1]) if earlier else None

    def others(
        self, statement: Statement, one: Quantity, part: Role, indicator: Indicator, area: str, named: Named | None
    ) -> Iterator[Datum]:
        """What else of the same indicator the words may mean, where they do not say of which area or time."""
        if part in ("value", "former value"):
            for other, period in self._elsewhere(statement, one, indicator, area, named):
                yield from _some(self._data.value(indicator, other, period))
        if part == "gap":
            yield from self._other_gaps(statement, one, indicator, area)
        if part == "change" and not self._span(statement, one, indicator, area).said:
            yield from self._changes(indicator, area)
            for other in indicator.comparators:
                yield from _some(self._data.gap(indicator, area, other))

    def _elsewhere(
        self, statement: Statement, one: Quantity, indicator: Indicator, area: str, named: Named | None
    ) -> Iterator[tuple[str, str]]:
        """The areas and periods that a value may be of."""
        unsaid = (
            named is None
            and any(area.area != self._home and not _is_set_against(statement, one, area) for area in statement.areas)
            and not _is_ours(statement, one)
        )
        for other in self._data.areas_of(indicator) if unsaid else (area,):
            for period in self._periods(statement, one, indicator, other):
                yield other, period

    def is_swapped(self, statement: Statement, one: Quantity, indicator: Indicator, named: Named | None) -> bool:
        """Whether a figure is the value of another area or time than the one that the words name."""
        period = own_period(statement, one)
        area, when = named.area if named is not None else self._home, period or self._data.current(indicator)
        others = [(other, when) for other in self._data.areas_of(indicator) if named is not None and other != area]
        others += [(area, other) for other in self._data.periods(indicator, area) if period and other != when]
        found = (self._data.observed(indicator, *other) for other in others)
        return any(each is not None and each.value == one.value for each in found)

    def _other_gaps(self, statement: Statement, one: Quantity, indicator: Indicator, area: str) -> Iterator[Datum]:
        named = self._rivals.named(statement, one)
        rivals = (named.area,) if named is not None and named.area else (*indicator.comparators, self._home)
        for other in rivals:
            for period in self._periods(statement, one, indicator, area):
                if other != area:
                    yield from _some(self._data.gap(indicator, area, other, period))
        if named is None:
            yield from self._changes(indicator, area)

    def _periods(self, statement: Statement, one: Quantity, indicator: Indicator, area: str) -> tuple[str, ...]:
        """Those that the words leave open: any, where they speak of the past and do not name the one."""
        every, current = self._data.periods(indicator, area), (self._data.current(indicator),)
        if period := own_period(statement, one):
            return (period,)
        return every if statement.periods or _PAST.search(statement.text) else current

    def _changes(self, indicator: Indicator, area: str) -> Iterator[Datum]:
        for since, until in combinations(self._data.periods(indicator, area), 2):
            yield from _some(self._data.change(indicator, area, since, until))

    def _span(self, statement: Statement, one: Quantity, indicator: Indicator, area: str) -> Span:
        periods = self._data.periods(indicator, area)
        return span_of(statement, one, one.start, periods, self._data.current(indicator))

    def relative(
        self,
        statement: Statement,
        one: Quantity,
        part: Role,
        indicator: Indicator,
        period: str,
        whole: Datum,
    ) -> Datum | None:
        """A change or gap as a share of where it began: 36 after 30 is 20% more."""
        if one.unit != "percent" or part not in ("change", "gap"):
            return None
        if part == "change":
            own = self._rivals.compared(statement, one)
            span = self._span(statement, one, indicator, own)
            since = span.since or self._data.earlier(indicator, own, span.until)
            began = self._data.value(indicator, own, since)
        else:
            began = self._data.value(indicator, self._rivals.rival(statement, one, indicator), period)
        if began is None or not began.value:
            return None
        share = (whole.value / began.value * 100).copy_abs()
        near = exactly(share).widened(Decimal("0.03"))
        return Datum(f"{whole.label}, as a share", share, near, f"{share:.1f}%", whole.place, indicator.id)


def _is_ours(statement: Statement, one: Quantity) -> bool:
    """44% of our homes: whether the clause around a figure speaks of us."""
    start, end = statement.stretch(one.start)
    return _OURS.search(statement.passage.text, start, end) is not None


def _some(datum: Datum | None) -> Iterator[Datum]:
    if datum is not None:
        yield datum


def _is_absolute_gap(statement: Statement, rival: Named | None, indicator: Indicator) -> bool:
    """Whether so many more or fewer are those that make the difference to the first comparator."""
    if rival is not None:
        return rival.area == indicator.comparators[0] and _COUNTED.search(statement.text) is not None
    return _UNTIL_LEVEL.search(statement.text) is not None


def _is_set_against(statement: Statement, one: Quantity, area: Named) -> bool:
    """Whether an area behind a figure is only what that is compared with: 58, against a national figure of 64."""
    return one.end <= area.start and _AGAINST.search(statement.before(area.start)) is not None
