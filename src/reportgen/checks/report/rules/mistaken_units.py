"""A figure that in another unit would be the very one that the data have: 54.6% for 54.6 weeks, £46.9 for 46.9%."""

from __future__ import annotations

import re
from dataclasses import replace

from reportgen.checks.report.reading.claims.claim import Claim
from reportgen.checks.report.reading.claims.claims import Claims
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.numbers.quantity import Quantity, Unit
from reportgen.checks.report.reading.numbers.rates import (
    base_of,
    own_base,
    own_every,
    own_time,
    time_of,
    told_every,
    told_per,
    told_time,
)
from reportgen.checks.report.reading.numbers.signs import COSTS, NOT_BETWEEN
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.roles import role
from reportgen.checks.report.reading.sentences import stem, stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.telling_words import PLAIN
from reportgen.problems import Problem

_CALLED = {"percent": "a percentage", "gbp": "an amount of money", "number": "a number", "points": "a percentage"}
_BEHIND = re.compile(rf"(?:\s{NOT_BETWEEN}[A-Za-z-]+){{1,4}}")
_PLURAL = re.compile(r"[^s]s$|^(?:people|children|women|men|sheep|cattle)$")
_NEARLY_ALL, _MANY = 0.75, 4
_LASTS = re.compile(r"\b(?:for|after|within|in|over|than|by|every|least|until|under)\s$")


class MistakenUnits:
    def __init__(self, report: ReadReport) -> None:
        self._report, self._claims = report, Claims(report.data, report.meanings)

    def problem(self, statement: Statement, one: Quantity) -> Problem | None:
        if one.bound is not None or one.form != "digits":
            return None
        short = len(one.value.normalize().as_tuple().digits) < 2
        if short and one.unit != "points" and not _nouns(statement, one):
            return None  # 5% may be many things
        return (
            self._in_another_unit(statement, one)
            or self._of_another_base(statement, one)
            or self._of_another_time(statement, one)
            or self._of_a_fact_of_another_time(statement, one)
        )

    def _in_another_unit(self, statement: Statement, one: Quantity) -> Problem | None:
        others = _others(statement, one)
        if not others or self._is_right(statement, one):
            return None
        nouns = _nouns(statement, one)
        for unit in others:
            datum = self._exactly(statement, replace(one, unit=unit))
            if (
                datum is not None
                and one.unit == "percent"
                and unit == "number"
                and " of " in statement.after(one.end, 4)
            ):
                datum = datum if self._is_rate(datum) else None  # 33% of adults, of a number per 1,000
            if datum is not None and (not nouns or nouns & self._words_of(datum)):
                time = told_time(statement, one) if one.unit == "number" else ""
                said = f"{one.text} {time}s" if time else one.text
                message = f"the words say “{said}”, the data say {datum.shown} ({datum.label}, {datum.place})"
                return _problem(statement, one, f"{message}: that is {_CALLED[unit]}")
        return None

    def _is_right(self, statement: Statement, one: Quantity) -> bool:
        """Whether it tells something as it is, or the sentence tells the same figure in its own unit too."""
        if any(other is not one and other.value == one.value for other in statement.quantities):
            return True
        told = [claim for claim in self._report.claims_of(statement) if claim.quantity.start == one.start]
        if any(claim.agrees or claim.is_relative or claim.agrees_with_another for claim in told):
            return True
        return any(quote.agrees for quote in self._report.quotes.of(statement, one))

    def _is_rate(self, datum: Datum) -> bool:
        indicator = self._report.edition.evidence.indicators.get(datum.subject)
        return indicator is not None and own_base(indicator) is not None

    def _words_of(self, datum: Datum) -> frozenset[str]:
        evidence = self._report.edition.evidence
        if indicator := evidence.indicators.get(datum.subject):
            return self._report.meanings.stems_of(indicator)
        fact = evidence.facts.get(datum.subject)
        return stems_in(f"{fact.id.replace('-', ' ')} {fact.note}" if fact else datum.label)

    def _exactly(self, statement: Statement, other: Quantity) -> Datum | None:
        """What the data say that is surely this figure, to its last digit."""
        claim = self._claims.one(statement, other)
        if claim is not None and claim.sure and claim.expected.value.copy_abs() == other.value:
            return claim.expected
        quotes = self._report.quotes.of(statement, other) if role(statement, other) == "value" else []
        return next((quote.datum for quote in quotes if quote.sure and quote.datum.value == other.value), None)

    def _of_another_base(self, statement: Statement, one: Quantity) -> Problem | None:
        """11.8 cases per 1,000 residents, where it is per 10,000."""
        for claim in self._report.claims_of(statement) if one.unit == "number" else ():
            own, told = own_base(claim.indicator), told_per(statement, one)
            if claim.quantity.start != one.start or not (claim.sure and claim.agrees and own and told):
                continue
            if base_of(told) != own:
                start, end = min(one.start, told.start()), max(one.end, told.end())
                message = f"the words say “{statement.passage.text[start:end]}”, the data tell it per {own:,}"
                return _problem(statement, one, f"{message} ({claim.expected.label}, {claim.expected.place})")
        return None

    def _of_another_time(self, statement: Statement, one: Quantity) -> Problem | None:
        """11.2 weeks, where it is days."""
        time, every = told_time(statement, one), told_every(statement, one)
        for claim in self._report.claims_of(statement) if time or every else ():
            if claim.quantity.start != one.start or not claim.agrees or not (claim.sure or self._is_known(claim)):
                continue
            datum, own, own_rate = claim.expected, own_time(claim.indicator), own_every(claim.indicator)
            if time and own and own != time:
                return _of_time(statement, one, f"{time}s", f"in {own}s", datum)
            if every and own_rate and own_rate != every and claim.role == "value":
                return _of_time(statement, one, f"a {every}", f"by the {own_rate}", datum)
        return None

    def _is_known(self, claim: Claim) -> bool:
        """Whether a figure is so telling that it is the indicator's, or is the very one and only its time is not."""
        one, unit = claim.quantity, claim.indicator.unit
        if _is_telling(one):
            return True
        subject = self._report.meanings.subject(claim.statement, one.start, (unit,))
        very = one.value == claim.expected.value and len(one.value.normalize().as_tuple().digits) >= _MANY - 1
        return very and subject is not None and subject.sure and subject.indicator is claim.indicator

    def _of_a_fact_of_another_time(self, statement: Statement, one: Quantity) -> Problem | None:
        """38 weeks, where a fact's note says days: the very figure, with nearly all words of the fact."""
        time = told_time(statement, one)
        said = statement.stems_within(statement.start, statement.end)
        for quote in self._report.quotes.of(statement, one) if time else ():
            fact = self._report.edition.evidence.facts.get(quote.datum.subject)
            own = time_of(f"{fact.id.replace('-', ' ')} {fact.note}") if fact and quote.datum.value == one.value else ""
            if not (fact and own) or own == time or (statement.sources and fact.source not in statement.sources):
                continue
            plain = PLAIN | stems_in(f"{own} {own}s {time} {time}s average typical mean")
            words, named = stems_in(fact.note) - plain, stems_in(fact.id.replace("-", " "))
            is_another = bool(words - said) and bool(said - words - named - plain)  # a sculpture, of a painting
            if len(words) > 2 and len(words & said) >= _NEARLY_ALL * len(words) and not is_another:
                return _of_time(statement, one, f"{time}s", f"in {own}s", quote.datum)
        return None


def _nouns(statement: Statement, one: Quantity) -> frozenset[str]:
    """What may be counted right behind a figure: the plurals there, if it is no length of time."""
    found = _BEHIND.match(statement.after(one.end, 70))
    words = found[0].split() if found and not told_time(statement, one) else []
    return frozenset(stem(word) for word in words if _PLURAL.search(word))


def _others(statement: Statement, one: Quantity) -> tuple[Unit, ...]:
    """The units in which a figure may have been meant."""
    match one.unit:
        case "percent":
            return ("gbp", "number")
        case "gbp":
            return () if COSTS.search(statement.text) else ("percent", "number")
        case "points":
            return ("gbp", "number")
        case "number":
            lasts = _LASTS.search(statement.before(one.start))
            return ("percent",) if told_time(statement, one) and not lasts else ()
    return ()


def _is_telling(one: Quantity) -> bool:
    """Whether a figure has so many digits that no other would be the same by chance."""
    return len(one.value.normalize().as_tuple().digits) >= _MANY


def _of_time(statement: Statement, one: Quantity, said: str, own: str, datum: Datum) -> Problem:
    message = f"the words say “{one.text} {said}”, the data tell it {own}"
    return _problem(statement, one, f"{message} ({datum.label}, {datum.place})")


def _problem(statement: Statement, one: Quantity, message: str) -> Problem:
    return Problem("error", "unit-on-count", message, statement.place(one.start), "Correct the unit.")
