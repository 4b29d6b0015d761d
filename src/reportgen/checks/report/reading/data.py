"""What the data say, as a claim is held against it: a value, gap, count, change or ratio, with its range and place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.checks.report.reading.areas.named import Areas, Named
from reportgen.checks.report.reading.numbers.ranges import Range, exactly, rounded_to
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Indicator, Observation
from reportgen.findings import Finding, gap_between
from reportgen.numbers import EXACT, rounded, show, show_count, show_gap
from reportgen.problems import Place


@dataclass(frozen=True, slots=True)
class Datum:
    """One figure of the data. `value` is signed where it is a difference; its `range` is of the size alone."""

    label: str  # what it is, as a message says it
    value: Decimal
    range: Range
    shown: str
    place: Place
    subject: str = ""  # of which indicator, fact or series


class Data:
    def __init__(self, edition: Edition, findings: Mapping[str, Finding], areas: Areas) -> None:
        self._evidence, self._findings, self._areas = edition.evidence, findings, areas
        self.home, self.indicators = edition.settings.area, edition.evidence.indicators
        figures = (one.id for one in edition.settings.figures.values() if isinstance(one.data, str))
        self.drawn_from_series = frozenset([*figures, *edition.settings.tables])
        self._values: dict[str, Mapping[str, Datum]] = {}

    def finding(self, indicator: Indicator) -> Finding:
        return self._findings[indicator.id]

    def current(self, indicator: Indicator) -> str:
        return self._findings[indicator.id].period

    def is_other_time(self, statement: Statement, indicator: Indicator) -> bool:
        """Whether a sentence names another period than the current one."""
        return any(period != self.current(indicator) for _, period in statement.periods)

    def observed(self, indicator: Indicator, area: str, period: str) -> Observation | None:
        found = self._evidence.observation(indicator.id, area, period or self.current(indicator))
        return found if found is not None and found.value is not None else None

    def nation_of(self, indicator: Indicator) -> str:
        """The nation that an indicator is set against: the edition's, else the only one that it has values for."""
        having = [one for one in self._areas.nations if one in self.areas_of(indicator)]
        return having[0] if len(having) == 1 else self._areas.nation

    def area_of(self, named: Named, indicator: Indicator) -> str:
        """The area that a name means where an indicator is spoken of."""
        return self.nation_of(indicator) if named.generic and named.area == self._areas.nation else named.area

    def placed(self, statement: Statement, indicator: Indicator) -> Statement:
        """A sentence whose “nationally” is the nation that an indicator is set against."""
        areas = tuple(replace(one, area=self.area_of(one, indicator)) for one in statement.areas)
        return statement if areas == statement.areas else replace(statement, areas=areas)

    def periods(self, indicator: Indicator, area: str) -> tuple[str, ...]:
        return self._evidence.periods(indicator.id, area)

    def areas_of(self, indicator: Indicator) -> tuple[str, ...]:
        return self._evidence.areas(indicator.id)

    def earlier(self, indicator: Indicator, area: str, until: str = "") -> str:
        """The latest period with a value before the current one, or before `until`. Empty: there is none."""
        until = until or self.current(indicator)
        found = [one for one in self.periods(indicator, area) if one < until and self.observed(indicator, area, one)]
        return found[-1] if found else ""

    def values(self, indicator: Indicator) -> Mapping[str, Datum]:
        """The current value of every area that has one."""
        if indicator.id not in self._values:  # several rules put them in order, for one sentence after the other
            every = {area: self.value(indicator, area) for area in self.areas_of(indicator)}
            self._values[indicator.id] = {area: value for area, value in every.items() if value is not None}
        return self._values[indicator.id]

    def value(self, indicator: Indicator, area: str, period: str = "") -> Datum | None:
        found = self.observed(indicator, area, period)
        if found is None or found.value is None:
            return None
        shown = show(found.value, indicator.unit, indicator.decimals)
        label = f"“{indicator.id}” for {self._areas.called(area)} in {found.period}"
        return Datum(label, found.value, _range(found.value, indicator), shown, found.place, indicator.id)

    def rest(self, datum: Datum) -> Datum:
        """What a percentage leaves of the whole."""
        share, span = 100 - datum.value, datum.range
        rest = Range(100 - span.high, 100 - span.low, True)
        return Datum(f"all but {datum.label}", share, rest, f"{share:f}%", datum.place, datum.subject)

    def gap(self, indicator: Indicator, area: str, other: str, period: str = "") -> Datum | None:
        """An area minus another."""
        ours, theirs = self.observed(indicator, area, period), self.observed(indicator, other, period)
        gap = gap_between(ours.value if ours else None, theirs.value if theirs else None)
        if gap is None or ours is None:
            return None
        then = f" in {period}" if period and period != self.current(indicator) else ""
        label = f"the gap of “{indicator.id}” between {area} and {self._areas.called(other)}{then}"
        shown = show_gap(gap, indicator.unit, indicator.decimals)
        return Datum(label, gap, _range(gap.copy_abs(), indicator), shown, ours.place, indicator.id)

    def count(self, indicator: Indicator) -> Datum | None:
        """The absolute gap."""
        finding = self._findings[indicator.id]
        own = self.observed(indicator, self.home, finding.period)
        if finding.count is None or own is None:
            return None
        counted = f" ({indicator.counted})" if indicator.counted else ""
        label = f"the absolute gap of “{indicator.id}”{counted}"
        size = rounded_to(finding.count, Decimal(1))
        return Datum(label, finding.count, size, show_count(finding.count), own.place, indicator.id)

    def change(self, indicator: Indicator, area: str, since: str = "", until: str = "") -> Datum | None:
        """What became of an area's value since a period, or since its latest earlier one."""
        until = until or self.current(indicator)
        since = since or self.earlier(indicator, area, until)
        now, then = self.observed(indicator, area, until), self.observed(indicator, area, since) if since else None
        change = gap_between(now.value if now else None, then.value if then else None)
        if change is None or now is None:
            return None
        label = f"the change of “{indicator.id}” for {area} from {since} to {until}"
        shown = show_gap(change, indicator.unit, indicator.decimals)
        return Datum(label, change, _range(change.copy_abs(), indicator), shown, now.place, indicator.id)

    def ratio(self, indicator: Indicator, area: str, other: str, period: str = "") -> Datum | None:
        """How many times an area has what another has."""
        ours, theirs = self.observed(indicator, area, period), self.observed(indicator, other, period)
        label = f"“{indicator.id}” for {area} against {self._areas.called(other)}"
        return self._times(indicator, ours, theirs, label)

    def growth(self, indicator: Indicator, area: str, since: str = "") -> Datum | None:
        """How many times an area has what it had before."""
        current, since = self.current(indicator), since or self.earlier(indicator, area)
        ours = self.observed(indicator, area, current)
        then = self.observed(indicator, area, since) if since else None
        return self._times(indicator, ours, then, f"“{indicator.id}” for {area}, {current} against {since}")

    def _times(
        self, indicator: Indicator, ours: Observation | None, theirs: Observation | None, label: str
    ) -> Datum | None:
        if ours is None or theirs is None or not ours.value or not theirs.value:
            return None
        times = EXACT.divide(ours.value, theirs.value)
        first, second = (show(one.value or Decimal(0), indicator.unit, indicator.decimals) for one in (ours, theirs))
        shown = f"{first} against {second}, {rounded(times, 2)} times"
        return Datum(label, times, exactly(times), shown, ours.place, indicator.id)


def _range(value: Decimal, indicator: Indicator) -> Range:
    """What a figure of this indicator stands for: rounded as typed; as printed it may be rounded once more."""
    exponent = value.as_tuple().exponent
    carried = max(0, -exponent) if isinstance(exponent, int) else 0
    typed = rounded_to(value, Decimal(1).scaleb(-max(carried, indicator.decimals)))
    printed = rounded(value, indicator.decimals)
    return Range(min(typed.low, printed), max(typed.high, printed), typed.closed or printed >= typed.high)
