"""A sign that does not belong: pounds of what is counted in people, homes or things; pounds or percent of a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.signs import COSTS, NOUN
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.roles import role
from reportgen.checks.report.reading.sentences import stem, stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.rules.mistaken_units import MistakenUnits
from reportgen.edition.evidence import Fact
from reportgen.problems import Problem

_COUNTED_WORDS = """
people students adults children pupils patients residents households homes jobs businesses firms companies employers
employees workers staff apprentices learners tenants passengers cyclists drivers teachers nurses doctors dentists
families volunteers referrals vacancies trips journeys collisions deaths births visits appointments places dwellings
premises buses trains bikes graduates specialists properties tenancies men women carers officers offenders victims
crimes offences incidents calls cases applicants applications farms holdings hectares acres cattle sheep pigs poultry
animals trees clients users citizens members visitors inhabitants
"""
_TELLING = 4  # figures of a count that is no other's by chance
_KIND_WORDS = (
    "people residents adults patients children pupils students learners workers employees commuters passengers",
    "households homes houses dwellings properties premises",
    "businesses firms companies employers enterprises",
)
_MONEY_WORDS = """
pounds pence grants costs sales savings awards fees fines loans funds bonuses prizes earnings wages payments debts
prices incomes budgets bills charges rents deals discounts vouchers bonds tickets fares shares investments
"""
_OF_ONE = re.compile(r"\b(?:an?|each|every|one|another|per)\s$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:the|an?)\b")  # 9% took the bus
_COUNTED, _MONEY = frozenset(_COUNTED_WORDS.split()), frozenset(_MONEY_WORDS.split())
_KINDS = tuple(frozenset(words.split()) for words in _KIND_WORDS)


def problems(report: ReadReport) -> Iterator[Problem]:
    known, mistaken = _counted_nouns(report), MistakenUnits(report)
    for statement in report.statements:
        for one in statement.quantities:
            problem = (
                _on_a_noun(statement, one, known)
                or _percent_of_a_count(report, statement, one, known)
                or _on_a_number(report, statement, one)
                or mistaken.problem(statement, one)
                or _of_others(report, statement, one)
            )
            if problem is not None:
                yield problem


def _counted_nouns(report: ReadReport) -> frozenset[str]:
    """The stems of what is counted: by nature, or by the words of indicators, facts and series."""
    evidence = report.edition.evidence
    told = [_COUNTED_WORDS, *(one.counted for one in evidence.indicators.values())]
    told += [_name(fact) for fact in evidence.facts.values() if fact.unit == "number"]
    told += [heading for series in evidence.series.values() for heading in series.columns if "(" not in heading]
    return frozenset(word for text in told for word in stems_in(text)) - stems_in(_MONEY_WORDS)


def _on_a_noun(statement: Statement, one: Quantity, known: frozenset[str]) -> Problem | None:
    """£32,500 students."""
    pound = "£" in one.text or statement.before(one.start, 2).strip().endswith("£")
    if _OF_ONE.search(statement.before(one.start)):
        return None  # a £14 museum pass
    if not pound or (one.bound is not None and "£" in one.text) or one.value != int(one.value):
        return None
    counted = NOUN.match(statement.after(one.end, 70))
    if counted is None or not _is_counted(counted["last"], known):
        return None
    said = one.text if "£" in one.text else f"£{one.text}"
    message = f"the words say “{said} {counted['noun']}”: {counted['noun']} are counted, not paid in pounds"
    return Problem("error", "unit-on-count", message, statement.place(one.start), "Take the pound sign away.")


def _percent_of_a_count(
    report: ReadReport, statement: Statement, one: Quantity, known: frozenset[str]
) -> Problem | None:
    """9% night bus routes, where a fact has 9 of them: the sign right before what is counted, without “of”."""
    found = NOUN.match(statement.after(one.end, 70)) if one.unit == "percent" and one.bound is None else None
    if found is None or _ARTICLE.search(found["noun"]) or one.form != "digits" or not _is_counted(found["last"], known):
        return None
    nouns = stems_in(found["noun"])
    for fact in report.edition.evidence.facts.values():
        if fact.unit == "number" and fact.value == one.value and nouns & _words(fact):
            said, told = f"{one.text} {found['noun']}", f"{fact.text} (the fact “{fact.id}”, {fact.place})"
            hint = "Take the percent sign away."
            message = f"the words say “{said}”, the data say {told}: that is a number"
            return Problem("error", "unit-on-count", message, statement.place(one.start), hint)
    return None


def _of_others(report: ReadReport, statement: Statement, one: Quantity) -> Problem | None:
    """13,795 fewer households, where the very count is one of patients."""
    found = NOUN.match(statement.after(one.end, 70)) if one.unit == "number" and one.form == "digits" else None
    said = _kind_of(found["last"]) if found else None
    if found is None or said is None or len(str(one.value)) < _TELLING:
        return None
    for claim in report.claims_of(statement):
        if claim.quantity.start != one.start or claim.role != "gap" or not (claim.sure and claim.agrees):
            continue
        counted, datum = claim.indicator.counted, claim.expected
        if datum.value.copy_abs() == one.value and _kind_of(counted) not in (None, said):
            message = (
                f"the words say “{one.text} {found['noun']}”, the data count {counted} ({datum.label}, {datum.place})"
            )
            return Problem("error", "unit-on-count", message, statement.place(one.start), f"Say “{counted}”.")
    return None


def _kind_of(noun: str) -> int | None:
    """Whether people, households, homes or businesses are called so."""
    word = noun.split()[-1:]
    return next((number for number, words in enumerate(_KINDS) if word and word[0] in words), None)


def _is_counted(word: str, known: frozenset[str]) -> bool:
    plural = word in _COUNTED or (word.endswith("s") and not word.endswith("ss"))
    return plural and word not in _MONEY and stem(word) in known


def _on_a_number(report: ReadReport, statement: Statement, one: Quantity) -> Problem | None:
    """The cases came to £2,940, where the data have 2,940 of them: the very figure, but for its sign."""
    if one.bound is not None or one.form != "digits" or one.unit not in ("gbp", "percent"):
        return None
    if one.unit == "percent" and one.value > 100:
        return None  # a share that cannot be
    if len(one.value.normalize().as_tuple().digits) < 3 or role(statement, one) != "value":
        return None
    found = _number(report, statement, one)
    if found is None:
        return None
    message = f"the words say “{one.text}”, the data say {found}: that is a number"
    sign = "pound sign" if one.unit == "gbp" else "percent sign"
    return Problem("error", "unit-on-count", message, statement.place(one.start), f"Take the {sign} away.")


def _number(report: ReadReport, statement: Statement, one: Quantity) -> str | None:
    others = [other for other in statement.quantities if other is not one and other.value == one.value]
    if others or COSTS.search(statement.text):
        return None
    said = statement.stems_within(statement.start, statement.end)
    facts = [fact for fact in report.edition.evidence.facts.values() if fact.value == one.value]
    if any(fact.unit == one.unit and _words(fact) & said for fact in facts):
        return None
    for fact in facts:
        words = _words(fact)
        if fact.unit == "number" and len(words & said) > 1:
            return f"{fact.text} (the fact “{fact.id}”, {fact.place})"
    subject = report.meanings.subject(statement, one.start)
    if subject is None or not subject.sure or subject.indicator.unit != "number":
        return None
    values = (report.data.value(subject.indicator, area) for area in report.data.areas_of(subject.indicator))
    value = next((each for each in values if each is not None and each.value == Decimal(one.value)), None)
    return f"{value.shown} ({value.label}, {value.place})" if value is not None else None


def _words(fact: Fact) -> frozenset[str]:
    return stems_in(_name(fact))


def _name(fact: Fact) -> str:
    return f"{fact.id.replace('-', ' ')} {fact.note}"
