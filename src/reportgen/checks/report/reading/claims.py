"""Claims: each figure that was typed, with what the data say of it, and how sure it is that they mean the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.checks.report.reading.areas import Named
from reportgen.checks.report.reading.claim import Claim
from reportgen.checks.report.reading.data import Data, Datum
from reportgen.checks.report.reading.denials import denies
from reportgen.checks.report.reading.expectations import Expectations
from reportgen.checks.report.reading.fitting import has_its_unit, is_counted, may_be_some
from reportgen.checks.report.reading.how_many import is_of_a_whole
from reportgen.checks.report.reading.likeness import likeness
from reportgen.checks.report.reading.matches import would_match
from reportgen.checks.report.reading.meaning import Meanings
from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.ranges import rounded_to
from reportgen.checks.report.reading.rates import own_time, scale, told_time
from reportgen.checks.report.reading.rivals import Rivals
from reportgen.checks.report.reading.roles import Role, role
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.several_areas import is_of_some
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.subjects import UNITS, Subject
from reportgen.edition.evidence import Indicator, Unit

_OF_TIME = re.compile(r"[\s-](?:years?|months?|weeks?|days?|hours?|minutes?)\b")
_OF_ANOTHER = re.compile(r"\s(?:of\s)?(?:that|this|it|them|those|these|as)\b")  # half that; half as large again
_OF_WHAT_WAS = re.compile(
    r"\sof\s(?:where|what|its\s(?:level|value|size|former|earlier|\d)|that\s(?:in|of)\b|the\s(?:\d{4}\s)?(?:level|figure|value)\b)"
)
_MULTIPLE = re.compile(r"\b(?:ratio|multiple|times)\b", re.IGNORECASE)
_TURNED = Decimal("0.02")  # a month has 28 to 31 days
_PER, _FAR, _OTHER = re.compile(r"\b(?:per|every|each|a\shead|rate)\b", re.IGNORECASE), 20, 10
_EXTREME = re.compile(r"\b(?!(?:low|high|late)est\b)[a-z]{3,}est\s[a-z]")  # the fastest train of the day
_BEHIND = re.compile(r"(?:\s(?!of\b)[a-z-]+){1,4}")
_UNITS: dict[str, tuple[Unit, ...]] = {
    "percent": ("percent", "gbp", "number"),
    "points": ("percent",),
    "gbp": ("gbp",),
    "number": ("number", "percent"),
}


class Claims:
    def __init__(self, data: Data, meanings: Meanings) -> None:
        self._data, self._meanings = data, meanings
        self._rivals = Rivals(data.home)
        self._expectations = Expectations(data, self._rivals)

    def of(self, statement: Statement) -> Iterator[Claim]:
        """The claims of a sentence, in the order of their figures."""
        for one in statement.quantities:
            if one.bound is None and one.unit != "ordinal":
                claim = self.one(statement, one)
                if claim is not None:
                    yield claim

    def one(self, statement: Statement, one: Quantity) -> Claim | None:
        """What one figure of a sentence says."""
        part = role(statement, one)
        supposed = (
            would_match(statement) and part in ("change", "gap") and self._rivals.named(statement, one) is not None
        )
        part = "gap" if supposed else part
        found = self._said_of(statement, one, part, _units(one, part), supposed)
        if found is None and one.unit == "percent" and part == "change":
            found = self._said_of(statement, one, part, ("gbp", "number"), supposed)  # rents rose by 20%: no share
        return found

    def _said_of(
        self, statement: Statement, one: Quantity, part: Role, units: Collection[Unit], supposed: bool
    ) -> Claim | None:
        subject = self._meanings.subject(statement, one.start, units)
        if (
            one.unit == "number"
            and told_time(statement, one)
            and not ((subject and subject.sure) or _EXTREME.search(statement.text))
        ):
            subject = self._meanings.timed(statement) or subject
        if subject is None or (supposed and one.unit == "number" and _is_a_headcount(statement, one, subject)):
            return None
        indicator = subject.indicator
        part = role(statement, one, indicator.name) if part == "change" else part
        if one.unit == "times" and _MULTIPLE.search(indicator.name) and not one.text.endswith("ed"):
            one, part = replace(one, unit="number", range=rounded_to(one.value, _last(one))), "value"
        if not self._can_be_said(statement, one, part, indicator):
            return None
        named, doubtful = self._meanings.area(statement, one)
        counted = one.unit == "number" and is_of_a_whole(statement.before(one.start))
        if counted or (named is None and part == "value" and is_of_some(statement, one.start)):
            return None
        area = self._data.home if named is None else named.area
        dated = statement.dated(self._data.current(indicator))
        period = self._meanings.period(dated, one)
        expected = self._expectations.of(dated, one, part, indicator, area, period) if area else None
        if expected is None or (part in ("value", "former value") and _is_a_count(statement, one, indicator, expected)):
            return None
        if _is_rated_otherwise(statement, one, indicator, expected):
            return None
        denied = one.unit == "percent" and part == "value" and denies(statement, one, indicator.name)
        others = list(self._expectations.others(dated, one, part, indicator, area, named))
        if denied:
            others.append(expected)
            expected = self._data.rest(expected)
        if part == "gap":
            area = self._rivals.compared(statement, one)
        right = one.possible.meets(expected.range)  # though its note may be another's
        asked = replace(dated, sources=frozenset()) if dated.sources and right else dated
        doubts = self._doubts(asked, one, subject, "not" if denied else "", supposed)
        meant = doubts == 0 or (
            doubts is not None and self._is_alike(dated, one, part, indicator, named, expected, doubts)
        )
        stems = self._meanings.stems_of(indicator)
        some = part == "value" and one.value < expected.value and may_be_some(statement, one, stems)
        share = self._expectations.relative(dated, one, part, indicator, area, period, expected)
        nearest = share if share is not None and indicator.unit != "percent" else expected
        return Claim(
            statement,
            one,
            indicator,
            part,
            area,
            period,
            named,
            expected,
            meant
            and not (doubtful or some or self._tells_of_a_series(statement))
            and not (subject.thin and _is_far(one, nearest)),
            meant,
            tuple(others),
            share,
            self._rivals.named(statement, one) if part == "gap" else None,
        )

    def _doubts(self, statement: Statement, one: Quantity, subject: Subject, said: str, supposed: bool) -> int | None:
        """How much the words leave open whether it is the indicator's; None where they say that it is not."""
        at, indicator = one.start, subject.indicator
        if not self._meanings.is_told(statement, at, indicator, said, supposed):
            return None
        doubts = (not subject.sure) + (not self._meanings.is_claim(statement, at, indicator, said, supposed))
        return None if doubts and (statement.sources or _EXTREME.search(statement.text)) else doubts

    def _is_alike(
        self,
        statement: Statement,
        one: Quantity,
        part: Role,
        indicator: Indicator,
        named: Named | None,
        expected: Datum,
        least: int,
    ) -> bool:
        """Whether a figure is so like the indicator's, or is the one of another area or time than the words name."""
        if likeness(one, expected) >= least:
            return True
        telling = one.form == "digits" and sum(each.isdigit() for each in one.text) > least
        return (
            telling
            and part in ("value", "former value")
            and self._expectations.is_swapped(statement, one, indicator, named)
        )

    def _tells_of_a_series(self, statement: Statement) -> bool:
        """Whether it refers to a figure or table of a series: its figures are most likely those."""
        referred = (one for one in statement.passage.references if statement.start <= one.start < statement.end)
        return any(one.target in self._data.drawn_from_series for one in referred)

    def _can_be_said(self, statement: Statement, one: Quantity, part: Role, indicator: Indicator) -> bool:
        if not has_its_unit(one, part, indicator):
            return False
        if one.unit == "percent" and _OF_WHAT_WAS.match(statement.after(one.end)):
            return False
        if one.form != "digits" and one.text.strip().lower() in indicator.name.lower():
            return False  # over a third of their income, as the name has it
        if one.form == "fraction" and _OF_ANOTHER.match(statement.after(one.end)):
            return False
        if one.unit == "number" and indicator.unit == "percent" and _OF_TIME.match(statement.after(one.end)):
            return False  # empty for six months or more
        if (
            one.unit == "number"
            and _PER.search(indicator.name)
            and told_time(statement, one) not in indicator.name.lower()
        ):
            return False  # 11 days, of a rate of falls per 100,000
        signed = one.text.endswith(("times", "%")) or one.text.startswith("£")
        bare = one.unit == "number" and not signed and part in ("value", "former value")
        if bare and own_time(indicator) and told_time(statement, one):
            return True  # days, where weeks are measured
        return not bare or is_counted(statement, one, indicator, self._meanings.stems_of(indicator))


def _units(one: Quantity, part: Role) -> tuple[Unit, ...]:
    """The units of the indicators that a figure may be said of: a change by 5% may be one of pounds."""
    if one.unit == "percent" and part not in ("gap", "change"):
        return ("percent",)
    return _UNITS.get(one.unit, UNITS)


def _is_a_headcount(statement: Statement, one: Quantity, subject: Subject) -> bool:
    """Whether what is counted stands right behind a figure: 900 more users. Headcounts tell of these."""
    behind = _BEHIND.match(statement.after(one.end))
    said = stems_in(behind[0]) if behind else frozenset()
    return subject.thin or (bool(said) and stems_in(subject.indicator.counted) <= said)


def _is_far(one: Quantity, expected: Datum) -> bool:
    """Whether a figure is more than twice another, so that it may be one of something else."""
    low, high = sorted((abs(one.value), abs(expected.value)))
    return low * 2 < high


def _is_a_count(statement: Statement, one: Quantity, indicator: Indicator, expected: Datum) -> bool:
    """Whether a figure far from a measure counts something: 2,140 cases, of weeks that they wait; firms, of a rate."""
    if one.unit != "number" or indicator.unit != "number":
        return False
    low, high = sorted((abs(one.value), abs(expected.value)))
    if _PER.search(indicator.name) is None:
        return low * _OTHER < high
    return low * (_FAR if _PER.search(statement.text) else 2) < high


def _is_rated_otherwise(statement: Statement, one: Quantity, indicator: Indicator, expected: Datum) -> bool:
    """Whether it is the same, of more or of fewer: 1.18 per 1,000, for 11.8 per 10,000; 1.6 weeks, for 11.2 days."""
    factor = scale(statement, one, indicator) if one.unit == "number" else Decimal(1)
    return factor != 1 and one.possible.meets(expected.range.scaled(factor).widened(_TURNED))


def _last(one: Quantity) -> Decimal:
    """The step of a figure's last digit."""
    exponent = one.value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
