"""Claims: each figure that was typed, with what the data say of it, and how sure it is that they mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.checks.report.reading.areas import Named
from reportgen.checks.report.reading.data import Data, Datum
from reportgen.checks.report.reading.meaning import UNITS, Meanings, Subject
from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.ranges import exactly, rounded_to
from reportgen.checks.report.reading.roles import Role, role
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.subjects import stems_in
from reportgen.edition.evidence import Indicator, Unit

_COUNTED = re.compile(
    r"\b(?:more|fewer|less|short|extra|additional|lack\w*|missing|beyond|shortfall|gap|surplus|deficit|too\sfew|too\smany)\b"
)
_MULTIPLE = re.compile(r"\b(?:ratio|multiple|times)\b", re.IGNORECASE)
_UNITS: dict[str, tuple[Unit, ...]] = {
    "percent": ("percent", "gbp", "number"),
    "points": ("percent",),
    "gbp": ("gbp",),
    "number": ("number", "percent"),
}
_PAST = re.compile(
    r"\b(?:was|were|had|did|earlier|before|previous(?:ly)?|last|then|ago|used|from|after|former(?:ly)?|once|since|until)\b"
)
_NOUNS = re.compile(
    r"(?:\s(?!and\b|or\b|but\b|in\b|by\b|since\b|for\b|than\b|against\b|to\b|per\b|on\b|at\b|from\b)[A-Za-z-]+){1,4}"
)
_LEADS_TO = re.compile(
    r"\b(?:is|was|are|were|of|at|to|from|reached|stands|stood|and|with|has|had|against)\s(?:[a-z]+\s){0,2}$"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A typed figure whose subject is known. `others`: what the same words might mean as well."""

    statement: Statement
    quantity: Quantity
    indicator: Indicator
    role: Role | str
    area: str
    period: str
    named: Named | None
    expected: Datum
    sure: bool
    meant: bool  # the indicator is sure, if not the area or time
    others: tuple[Datum, ...] = ()
    relative: Datum | None = None
    rival: Named | None = None  # what a gap is measured to, as named

    @property
    def agrees(self) -> bool:
        return self.quantity.possible.meets(self.expected.range)

    @property
    def is_relative(self) -> bool:
        """Whether a percentage is right as a share of where a change began, or of what a gap is measured to."""
        return self.relative is not None and self.quantity.possible.meets(self.relative.range)

    @property
    def agrees_with_another(self) -> Datum | None:
        others = (one for one in self.others if one.label != self.expected.label)
        one = self.quantity
        return next(
            (other for other in others if one.range.meets(other.range) and one.possible.meets(other.range)), None
        )


class Claims:
    def __init__(self, data: Data, meanings: Meanings) -> None:
        self._data, self._meanings = data, meanings
        self._home = data.home

    def of(self, statement: Statement) -> Iterator[Claim]:
        """The claims of a sentence, in the order of their figures."""
        for one in statement.quantities:
            if one.bound is None and one.unit != "ordinal":
                claim = self._claim(statement, one)
                if claim is not None:
                    yield claim

    def _claim(self, statement: Statement, one: Quantity) -> Claim | None:
        part = role(statement, one)
        units = _UNITS.get(one.unit, UNITS) if part in ("gap", "change") or one.unit != "percent" else ("percent",)
        subject = self._meanings.subject(statement, one.start, units)
        if subject is None:
            return None
        if one.unit == "times" and _MULTIPLE.search(subject.indicator.name):
            one, part = replace(one, unit="number", range=rounded_to(one.value, _last(one))), "value"
        if not _suits(one, part, subject.indicator):
            return None
        bare = one.unit == "number" and not one.text.endswith("times")
        if bare and part in ("value", "former value") and not self._counts(statement, one, subject):
            return None
        named, doubtful = self._meanings.area(statement, one)
        period = self._meanings.period(statement, one)
        found = self._expected(statement, one, part, subject, named, period)
        if found is None:
            return None
        expected, area = found
        meant = subject.sure and self._meanings.is_claim(statement, one.start, subject.indicator)
        some = part == "value" and one.value < expected.value and self._may_be_some(statement, one, subject)
        sure = meant and not doubtful and not some
        others = tuple(self._others(statement, subject.indicator, part, area, named))
        rival = self._named_rival(statement, one) if part == "gap" else None
        relative = self._relative(one, subject.indicator, part, area, expected)
        return Claim(
            statement, one, subject.indicator, part, area, period, named, expected, sure, meant, others, relative, rival
        )

    def _counts(self, statement: Statement, one: Quantity, subject: Subject) -> bool:
        """Whether a bare number is what the indicator measures: its noun says so, or a verb leads to it."""
        behind = _NOUNS.match(statement.after(one.end, 60))
        stems = self._meanings.stems_of(subject.indicator)
        return bool(behind and stems & stems_in(behind[0])) or (
            not behind and bool(_LEADS_TO.search(statement.before(one.start)))
        )

    def _may_be_some(self, statement: Statement, one: Quantity, subject: Subject) -> bool:
        """Some of what is counted: 40 households in temporary accommodation have children under five."""
        if one.unit != "number" or one.hedge in ("below", "just below", "at most"):
            return False
        if statement.before(one.hedge_start if one.hedge_start >= 0 else one.start).strip():
            return False
        named = {at for at, _ in statement.stems if any(area.start <= at < area.end for area in statement.areas)}
        told = {word for at, word in statement.stems if at > one.end and at not in named}
        return len(told - self._meanings.stems_of(subject.indicator)) > 1

    def _expected(
        self, statement: Statement, one: Quantity, part: Role, subject: Subject, named: Named | None, period: str
    ) -> tuple[Datum, str] | None:
        indicator = subject.indicator
        area = self._home if named is None else named.area
        if not area:
            return None
        datum: Datum | None
        match part:
            case "value":
                datum = self._data.value(indicator, area, period)
            case "former value":
                datum = self._former(indicator, area, period)
            case "change":
                datum = self._data.change(indicator, self._subject_area(statement, one), period)
            case "growth":
                datum = self._data.growth(indicator, self._subject_area(statement, one), period)
            case "ratio":
                rival = self._named_rival(statement, one)
                if rival is None or rival.start < one.end:
                    return None  # twice what, the words do not say
                datum = self._data.ratio(indicator, self._subject_area(statement, one), rival.area, period)
            case "gap":
                area = self._subject_area(statement, one)
                other = self._rival(statement, one, indicator)
                if one.unit == "number" and indicator.unit == "percent":
                    datum = self._data.count(indicator) if _COUNTED.search(statement.text) else None
                else:
                    datum = self._data.gap(indicator, area, other, period) if other and other != area else None
        return (datum, area) if datum else None

    def _former(self, indicator: Indicator, area: str, period: str) -> Datum | None:
        """The value that a change began from: of the period named, else of the latest earlier one."""
        current = self._data.current(indicator)
        if period and period != current:
            return self._data.value(indicator, area, period)
        earlier = [one for one in self._data.periods(indicator, area) if one < current]
        return self._data.value(indicator, area, earlier[-1]) if earlier else None

    def _subject_area(self, statement: Statement, one: Quantity) -> str:
        """Whose gap or change it is: the first area that the sentence names as a place, else the report's own."""
        for named in statement.areas:
            if named.start >= one.start:
                break
            before = statement.before(named.start, 16)
            if (
                not re.search(
                    r"\b(?:than|above|below|behind|of|against|with|to|from|on|by|over|while|whereas)\s$", before
                )
                and named.area
            ):
                rated = self._data.observed
                if rated is not None and named.area != self._home and self._is_compared(statement, named):
                    continue
                return named.area
        return self._home

    def _is_compared(self, statement: Statement, named: Named) -> bool:
        """Whether the report's own area is what the sentence is about, as it stands before this one."""
        return any(one.area == self._home and one.start < named.start for one in statement.areas)

    def _rival(self, statement: Statement, one: Quantity, indicator: Indicator) -> str:
        """The area that it is set against: named behind the figure, else before it, else the one rated against."""
        own, named = self._subject_area(statement, one), self._named_rival(statement, one)
        if named:
            return named.area
        return indicator.comparators[0] if own == self._home else self._home

    def _named_rival(self, statement: Statement, one: Quantity) -> Named | None:
        own = self._subject_area(statement, one)
        behind = [named for named in statement.areas if named.start >= one.end and named.area != own]
        ahead = [named for named in statement.areas if named.end <= one.start and named.area != own]
        nearest = behind[:1] or ahead[-1:]
        return nearest[0] if nearest else None

    def _others(
        self, statement: Statement, indicator: Indicator, part: Role, area: str, named: Named | None
    ) -> Iterator[Datum]:
        """What else of the same indicator the words may mean, where they do not say of which area or time."""
        elsewhere = named is None and any(one.area != self._home for one in statement.areas)
        areas = self._data.areas_of(indicator) if elsewhere else (area,)
        earlier = bool(statement.periods) or _PAST.search(statement.text) is not None
        rivals = (*indicator.comparators, self._home)
        for other in areas:
            if part == "gap" and other not in rivals:
                continue
            periods = self._data.periods(indicator, other) if earlier else (self._data.current(indicator),)
            for period in periods:
                if part in ("value", "former value"):
                    yield from _some(self._data.value(indicator, other, period))
                if part == "gap" and other != area:
                    yield from _some(self._data.gap(indicator, area, other, period))
                if part in ("change", "gap"):
                    yield from _some(self._data.change(indicator, other, "", period))
        if part == "change":
            for period in self._data.periods(indicator, area):
                yield from _some(self._data.change(indicator, area, period))
            for other in indicator.comparators:
                yield from _some(self._data.gap(indicator, area, other))

    def _relative(self, one: Quantity, indicator: Indicator, part: Role, area: str, expected: Datum) -> Datum | None:
        """A change or gap as a share of where it began: 36 after 30 is 20% more."""
        now = self._data.value(indicator, area) if one.unit == "percent" and part in ("change", "gap") else None
        if now is None or now.value == expected.value:
            return None
        share = (expected.value / (now.value - expected.value) * 100).copy_abs()
        near = exactly(share).widened(Decimal("0.03"))
        return Datum(f"{expected.label}, as a share", share, near, f"{share:.1f}%", expected.place, indicator.id)


def _last(one: Quantity) -> Decimal:
    """The step of a figure's last digit."""
    exponent = one.value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _suits(one: Quantity, part: Role, indicator: Indicator) -> bool:
    """Whether a figure of this unit can be said of the indicator at all."""
    match one.unit:
        case "percent":
            return indicator.unit == "percent" or part in ("change", "gap")
        case "points":
            return indicator.unit == "percent"
        case "gbp":
            return indicator.unit == "gbp"
        case "number":
            if one.form == "word" and one.value < 3:
                return False
            return indicator.unit == "number" or (indicator.unit == "percent" and part == "gap")
        case "times":
            return True
    return False


def _some(datum: Datum | None) -> Iterator[Datum]:
    if datum is not None:
        yield datum
