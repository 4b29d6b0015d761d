"""Lengths that a fact is told with: grew by 122% in five years, where its note says over ten years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.numbers.number_words import CARDINAL, cardinal
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Fact
from reportgen.problems import Problem

_LENGTH = re.compile(
    r"\b(?P<how>in|over|within|during|of|under|after)\s(?:the\s)?(?:(?:space|course)\sof\s)?(?:(?:last|past|previous|next|first|just|only)\s)*"
    rf"(?P<many>{CARDINAL}|\d+)[\s-](?P<unit>minute|hour|day|week|month|year|mile)s?\b",
    re.IGNORECASE,
)


def problems(report: ReadReport) -> Iterator[Problem]:
    """An error at a length right behind a figure that a fact surely tells, with another in its note."""
    facts = report.edition.evidence.facts
    for statement in report.statements:
        for found in _LENGTH.finditer(statement.passage.text, statement.start, statement.end):
            one = _figure_before(statement, found.start())
            fact = facts.get(_told(report, statement, one)) if one else None
            if fact is None or statement.is_unreal(found.start(), fact.note) or statement.is_quoted(found.start()):
                continue
            if _is_another(statement, found, fact):
                yield _problem(statement, found, fact)


def _figure_before(statement: Statement, at: int) -> Quantity | None:
    """The last figure before it in its clause."""
    start = statement.stretch(at)[0]
    before = [one for one in statement.quantities if start <= one.start and one.end <= at]
    return before[-1] if before else None


def _told(report: ReadReport, statement: Statement, one: Quantity) -> str:
    """The fact whose figure it is, as it is bound, or as it surely tells; empty: none."""
    if one.bound is not None:
        return one.bound.origin.id if one.bound.origin.kind == "fact" else ""
    quotes = report.quotes.of(statement, one)
    return next((each.datum.subject for each in quotes if each.sure and each.agrees_exactly), "")


def _is_another(statement: Statement, found: re.Match[str], fact: Fact) -> bool:
    """Whether the note has one length in this unit, which the sentence does not have."""
    said = [each for each in _LENGTH.finditer(statement.text) if each["unit"].lower() == found["unit"].lower()]
    own = [each for each in _LENGTH.finditer(fact.note) if each["unit"].lower() == found["unit"].lower()]
    known = cardinal(own[0]["many"]) if len(own) == 1 else None
    return known is not None and all(cardinal(each["many"]) != known for each in said)


def _problem(statement: Statement, found: re.Match[str], fact: Fact) -> Problem:
    said = f"{found['many']} {found['unit']}s"
    message = f"the words say “{said}”, the data say “{fact.note}” (the fact “{fact.id}”, {fact.place})"
    place = statement.place(found.start("many"))
    return Problem("error", "figure-against-data", f"{message}: both cannot be true", place, "Correct the length.")
