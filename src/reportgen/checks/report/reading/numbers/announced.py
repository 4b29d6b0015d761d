"""Numbers that announce how many items a list has: three things would help."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.statements import Statement

_OF_SOME = re.compile(
    r"^(?:Out\s)?(?:Of|Among|Amongst)\s(?:all\s)?(?:the|our|its|these|those)\s$"
    r"|\b(?:some|most|many|few|one|two|three|four|five|first|last|worst|best|any)\sof\s(?:the|our|its|these|those)\s$"
)
_THINGS = re.compile(
    r"(?:\s(?!of\b|per\b|in\b|and\b|to\b)[A-Za-z][\w’'-]*){0,4}?\s(?P<noun>[a-z][\w-]*s)\b", re.IGNORECASE
)
NO_ITEMS = re.compile(
    r"years|months|weeks|days|hours|minutes|times|decades|percentages?|points|is|was|has|as|this|its|people|pounds|pages"
    r"|metres|miles|kilometres|hectares|acres|litres|kilos|kilograms|grams|tonnes|degrees"
)
_ANNOUNCES = re.compile(r":\s*$|\b(?:following|below|as\sfollows|listed)\b", re.IGNORECASE)
_OF_MORE = re.compile(r"^\s(?:of|in)\s(?:the|these|those|its|our|every|all)\b")


def announces(statement: Statement, one: Quantity) -> bool:
    """Whether a number announces how many items the list behind its passage has."""
    return statement.passage.listing is not None and leads_to_a_list(statement) and counts_things(statement, one)


def leads_to_a_list(statement: Statement) -> bool:
    return _ANNOUNCES.search(statement.passage.text[statement.start :]) is not None


def counts_things(statement: Statement, one: Quantity) -> bool:
    """Whether a number counts things that a list could hold."""
    if one.unit != "number" or one.value != int(one.value) or not 2 <= one.value <= 60 or one.hedge:
        return False
    if _OF_SOME.search(statement.passage.text[statement.start : one.start]):
        return False  # of the five, two follow
    noun = _THINGS.match(statement.after(one.end, 80))
    return noun is not None and not NO_ITEMS.fullmatch(noun["noun"]) and not _OF_MORE.match(statement.after(one.end))
