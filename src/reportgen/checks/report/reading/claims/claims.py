"""Claims: each figure that was typed, with what the data say of it, and how sure it is that they mean the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.checks.report.reading.areas.named import Named
from reportgen.checks.report.reading.areas.rivals import Rivals
from reportgen.checks.report.reading.areas.several_areas import is_of_some
from reportgen.checks.report.reading.claims.claim import Claim
from reportgen.checks.report.reading.claims.company import Company
from reportgen.checks.report.reading.claims.expectations import Expectations
from reportgen.checks.report.reading.claims.shares_of_bases import is_of_a_count
from reportgen.checks.report.reading.claims.told_changes import told_changes
from reportgen.checks.report.reading.comparing.extremes import names_an_extreme
from reportgen.checks.report.reading.comparing.matches import would_match
from reportgen.checks.report.reading.data import Data, Datum
from reportgen.checks.report.reading.indicators.denials import denies
from reportgen.checks.report.reading.indicators.fitting import can_be_said, counts_otherwise, is_far, may_be_some
from reportgen.checks.report.reading.indicators.meaning import Manner, Meanings
from reportgen.checks.report.reading.indicators.subjects import UNITS, Subject
from reportgen.checks.report.reading.likeness import likeness
from reportgen.checks.report.reading.numbers.how_many import is_of_a_whole
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import rounded_to
from reportgen.checks.report.reading.numbers.rates import in_its_time, own_time, told_time
from reportgen.checks.report.reading.roles import Role, role
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator, Unit

_MULTIPLE = re.compile(r"\b(?:ratio|multiple|times)\b", re.IGNORECASE)
_NUMBERS: tuple[Unit, ...] = ("number",)
_PERCENTAGE = re.compile(r".*(?:percent|pp)", re.IGNORECASE)
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
        self._company = Company(data, meanings)

    def of(self, statement: Statement) -> Iterator[Claim]:
        """The claims of a sentence, in the order of their figures."""
        typed = [one for one in statement.quantities if one.bound is None and one.unit != "ordinal"]
        every = [(one, self.one(statement, one)) for one in typed]
        found = [claim for _, claim in every if claim is not None]
        for one, claim in every:
            if claim is not None and not claim.agrees and _is_borne_out(claim):
                continue
            known = self._of_its_company(statement, one, claim, found)
            told = (known and self.one(statement, one, known)) or claim
            if told is not None:
                yield told

    def _of_its_company(
        self, statement: Statement, one: Quantity, claim: Claim | None, found: Sequence[Claim]
    ) -> Indicator | None:
        """What a figure that its words leave open is of, where those beside it tell."""
        if claim is not None and claim.meant:
            return None
        same = self._company.of_claim(claim, found) if claim else None
        if same is not None or len(statement.quantities) < 2:
            return same
        subject = self._meanings.subject(statement, one.start, _units(one, "value"))
        return None if subject and subject.sure else self._company.of_figure(statement, one)

    def one(self, statement: Statement, one: Quantity, known: Indicator | None = None) -> Claim | None:
        """What one figure of a sentence says. `known`: the indicator that it is of, where others tell."""
        part = role(statement, one)
        if part == "gap" and self._rivals.is_called_one(statement, one):
            return None
        supposed = (
            would_match(statement) and part in ("change", "gap") and self._rivals.named(statement, one) is not None
        )
        part = "gap" if supposed else part
        found = self._said_of(statement, one, part, _units(one, part), supposed, known)
        if found is None and one.unit == "percent" and part == "change":
            found = self._said_of(statement, one, part, ("gbp", "number"), supposed)  # rents rose by 20%: no share
        if found is None and one.unit == "points" and not _PERCENTAGE.match(one.text):
            found = self._said_of(statement, one, part, _NUMBERS, supposed)  # a score lost 1.9 points
        return found

    def _said_of(
        self,
        statement: Statement,
        one: Quantity,
        part: Role,
        units: Collection[Unit],
        supposed: bool,
        known: Indicator | None = None,
    ) -> Claim | None:
        subject = Subject(known, True) if known else self._meanings.subject(statement, one.start, units)
        if (
            one.unit == "number"
            and told_time(statement, one)
            and not ((subject and subject.sure and own_time(subject.indicator)) or names_an_extreme(statement))
        ):
            subject = self._meanings.timed(statement) or subject
        if subject is None or (supposed and one.unit == "number" and _is_a_headcount(statement, one, subject)):
            return None
        indicator = subject.indicator
        part = role(statement, one, indicator.name) if part == "change" else part
        if one.unit == "times" and _MULTIPLE.search(indicator.name) and not one.text.endswith("ed"):
            one, part = replace(one, unit="number", range=rounded_to(one.value, _last(one))), "value"
        stems = self._meanings.stems_of(indicator)
        if not can_be_said(statement, one, part, indicator, stems):
            return None
        typed, one = one, in_its_time(statement, one, indicator)
        told, statement = statement, self._data.placed(statement, indicator)
        named, doubtful = self._meanings.area(statement, one)
        counted = one.unit == "number" and is_of_a_whole(statement.before(one.start))
        if counted or (named is None and part == "value" and is_of_some(statement, one.start)):
            return None
        area = self._data.home if named is None else named.area
        dated = statement.dated(self._data.current(indicator))
        period = self._meanings.period(dated, one)
        expected = self._expectations.of(dated, one, part, indicator, area, period) if area else None
        if expected is None or counts_otherwise(statement, typed, part, indicator, expected):
            return None
        is_share = one.unit == "percent" and part == "value"
        seen = self._data.observed(indicator, area, period) if is_share else None
        if seen is not None and is_of_a_count(statement, one, seen.base):
            return None
        turned = is_share and self._meanings.affirms(statement, one.start, indicator)
        denied = turned or (is_share and denies(statement, one, indicator.name))
        others = list(self._expectations.others(dated, one, part, indicator, area, named))
        if denied:
            others.append(expected)
            expected = self._data.rest(expected)
        if part == "gap":
            area = self._rivals.compared(statement, one)
        right = one.possible.meets(expected.range)  # though its note may be another's
        asked = replace(dated, sources=frozenset()) if dated.sources and right else dated
        how = Manner("not" if denied else "", supposed, turned)
        doubts = self._doubts(asked, one, subject, how, known is not None)
        meant = doubts == 0 or (
            doubts is not None and self._is_alike(dated, one, part, indicator, named, expected, doubts)
        )
        some = part == "value" and one.value < expected.value and may_be_some(statement, one, stems)
        share = self._expectations.relative(dated, one, part, indicator, period, expected)
        nearest = share if share is not None and indicator.unit != "percent" else expected
        return Claim(
            told,
            one,
            indicator,
            part,
            area,
            period,
            named,
            expected,
            meant
            and not (doubtful or some or self._tells_of_a_series(statement))
            and not (subject.thin and is_far(one, nearest)),
            meant,
            tuple(others),
            share,
            self._rivals.named(statement, one) if part == "gap" else None,
        )

    def _doubts(
        self, statement: Statement, one: Quantity, subject: Subject, how: Manner, accompanied: bool
    ) -> int | None:
        """How much the words leave open whether it is the indicator's; None where they say that it is not.

        `accompanied`: whether the figure beside it tells that it is.
        """
        at, indicator = one.start, subject.indicator
        if not self._meanings.is_told(statement, at, indicator, how):
            return None
        if accompanied:
            return 0
        doubts = (not subject.sure) + (not self._meanings.is_claim(statement, at, indicator, how))
        return None if doubts and (statement.sources or names_an_extreme(statement)) else doubts

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


def _is_borne_out(claim: Claim) -> bool:
    """Whether a change is told with two ends that make it: more than doubled, from 64 to 148. It is of these."""
    made = [one.possible for one in told_changes(claim.statement) if one.figure is claim.quantity]
    return any(one is not None and claim.quantity.possible.meets(one) for one in made)


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


def _last(one: Quantity) -> Decimal:
    """The step of a figure's last digit."""
    exponent = one.value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
