"""Whether a figure can be what an indicator measures: by its unit, the part that it plays, and the noun behind it."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.numbers.number_words import VAGUE
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.rates import base_told, own_base, own_time, scale, told_time
from reportgen.checks.report.reading.roles import Role
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator

_NOUNS = re.compile(
    r"(?:\s(?!and\b|or\b|but\b|as\b|in\b|by\b|since\b|for\b|than\b|against\b|to\b|per\b|on\b|at\b|from\b|there\b|here\b|now\b|today\b)[A-Za-z-]+){1,4}"
)
_LEADS_TO = re.compile(
    r"\b(?:is|was|are|were|of|at|to|from|reached|stands|stood|and|with|has|had|against|after|than|number(?:ed)?|totall?ed"
    r"|averaged?)\s(?:[a-z]+\s){0,2}$",
    re.IGNORECASE,
)
_IS, _RATE = re.compile(r"\s(?:are|were|is|was|have|had)\b"), re.compile(r"\bper\s[\d,]+")
_AT_ONCE = re.compile(r"\s(?:per|(?:in|for|of|out\sof|to)\s(?:every|each))\s")
_OF_SO_MANY = re.compile(r"\s(?:of|in|out\sof)\s(?:every|each)\s[\d,]{3,}\b")
_OF_EVERY = re.compile(r"(?:\s[a-z-]+){0,4}\s(?:per|(?:in|for|of)\severy)\b")
_MEASURED = re.compile(
    r"\s(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|kilometres?|km|metres?|hectares?|tonnes?|kg|points)\b"
)
_OF_TIME = re.compile(r"[\s-](?:years?|months?|weeks?|days?|hours?|minutes?)\b")
_OF_ANOTHER = re.compile(
    r"\s(?:of\s)?(?:that|this|it|them|those(?!\s(?:in|who|with|aged|on|at|from|living|working)\b)|these|as)\b"
)  # half that; half as large again
_OF_WHAT_WAS = re.compile(
    r"\sof\s(?:where|what|its\s(?:level|value|size|former|earlier|\d)|that\s(?:in|of)\b|the\s(?:\d{4}\s)?(?:level|figure|value)\b)"
)
_FOR_EVERY = re.compile(r"\b(?:for|to)\s(?:every|each)\s$", re.IGNORECASE)
_SCORE = re.compile(r"\b(?:scores?|points|index|marks?)\b", re.IGNORECASE)  # told in points
_SIZE = re.compile(r"\bsizes?\b", re.IGNORECASE)  # of a class: so many pupils
_TURNED = Decimal("0.02")  # a month has 28 to 31 days
_WHOM = re.compile(r"(?:\sof)?(?:\s(?:the|our|its|all|these))?((?:\s[A-Za-z-]+){1,2})")
_PER, _FAR, _OTHER = re.compile(r"\b(?:per|every|each|a\shead|rate)\b", re.IGNORECASE), 20, 10
_OF_ALL = 200  # times as much


def can_be_said(statement: Statement, one: Quantity, part: Role, indicator: Indicator, stems: Collection[str]) -> bool:
    """Whether a figure may tell of an indicator. `stems`: the words that tell of it."""
    if not _has_its_unit(statement, one, part, indicator):
        return False
    if one.unit == "number" and _FOR_EVERY.search(statement.before(one.start)):
        return False  # for every three there, there are two here
    if one.unit == "percent" and _OF_WHAT_WAS.match(statement.after(one.end)):
        return False
    if one.form != "digits" and one.text.strip().lower() in indicator.name.lower():
        return False  # over a third of their income, as the name has it
    if one.form == "fraction" and _OF_ANOTHER.match(statement.after(one.end)):
        return False
    if one.text.lower() in VAGUE and not _is_of_these(statement, one, stems):
        return False
    if one.unit == "number" and indicator.unit == "percent" and _OF_TIME.match(statement.after(one.end)):
        return False  # empty for six months or more
    if one.unit == "number" and _PER.search(indicator.name) and told_time(statement, one) not in indicator.name.lower():
        return False  # 11 days, of a rate of falls per 100,000
    signed = one.text.endswith(("times", "%")) or one.text.startswith("£")
    bare = one.unit == "number" and not signed and part in ("value", "former value")
    if bare and own_time(indicator) and told_time(statement, one):
        return True  # days, where weeks are measured
    return not bare or _is_counted(statement, one, indicator, stems)


def counts_otherwise(statement: Statement, one: Quantity, part: Role, indicator: Indicator, expected: Datum) -> bool:
    """Whether a figure counts something else than is measured, or so many of others: 2,140 cases; 1.18 per 1,000."""
    counts = part in ("value", "former value") and _is_a_count(statement, one, indicator, expected)
    return counts or _is_rated_otherwise(statement, one, indicator, expected)


def may_be_some(statement: Statement, one: Quantity, stems: Collection[str]) -> bool:
    """Some of what is counted: 40 households in temporary accommodation have children under five."""
    if one.unit != "number" or one.hedge in ("below", "just below", "at most", "as many"):
        return False
    if _OF_EVERY.match(statement.after(one.end)):
        return False
    if statement.before(one.begin).strip():
        return False
    named = {at for at, _ in statement.stems if any(area.start <= at < area.end for area in statement.areas)}
    told = {word for at, word in statement.stems if at > one.end and at not in named}
    return len(told.difference(stems)) > 1


def is_far(one: Quantity, expected: Datum) -> bool:
    """Whether a figure is more than twice another, so that it may be one of something else."""
    low, high = sorted((abs(one.value), abs(expected.value)))
    return low * 2 < high


def _has_its_unit(statement: Statement, one: Quantity, part: Role, indicator: Indicator) -> bool:
    """Whether a figure of this unit can be said of the indicator at all."""
    match one.unit:
        case "percent":
            return indicator.unit == "percent" or part in ("change", "gap")
        case "points":
            return indicator.unit == "percent" or (
                indicator.unit == "number" and _SCORE.search(indicator.name) is not None
            )
        case "gbp":
            return indicator.unit == "gbp"
        case "number":
            if one.form == "word" and one.value < 3 and not (own_time(indicator) and told_time(statement, one)):
                return False
            return indicator.unit == "number" or (indicator.unit == "percent" and part == "gap")
        case "times":
            return True
    return False


def _is_of_these(statement: Statement, one: Quantity, stems: Collection[str]) -> bool:
    """Most businesses: whether they are those that are measured, and no areas or answers."""
    whom = _WHOM.match(statement.after(one.end))
    return whom is not None and not stems_in(whom[1]).isdisjoint(stems)


def _is_counted(statement: Statement, one: Quantity, indicator: Indicator, stems: Collection[str]) -> bool:
    """Whether a bare number is what the words measure: its noun says so, or a verb, or an area, leads to it."""
    after = statement.after(one.end, 60)
    behind = _NOUNS.match(after)
    if behind and not stems_in(behind[0]).isdisjoint(stems):
        return True
    rated = _AT_ONCE.match(after) and own_base(indicator) == base_told(statement, one)
    if rated and statement.told(statement.start, one.start) <= set(stems):
        return True  # the average for starts, 9.1 per 1,000 adults
    if behind and _SIZE.search(indicator.name) and len(one.text) > 1 and one.form == "digits":
        return True
    measured = _MEASURED.match(after) is not None and _MEASURED.search(f" {indicator.name}") is None
    if (_IS.match(after) or _OF_SO_MANY.match(after)) and _RATE.search(indicator.name):
        return True  # of every 100 beds, 13.4 are taken
    if behind and not (measured or statement.is_dated_at(one.end) or _is_of_an_area(statement, one)):
        return False
    follows_an_area = any(area.end + 1 == one.start for area in statement.areas)
    return follows_an_area or _LEADS_TO.search(statement.before(one.start)) is not None


def _is_of_an_area(statement: Statement, one: Quantity) -> bool:
    """The 3.2 of England."""
    return any(statement.passage.text[one.end : area.start] == " of " for area in statement.areas)


def _is_a_count(statement: Statement, one: Quantity, indicator: Indicator, expected: Datum) -> bool:
    """Whether a figure far from a measure counts something: 2,140 cases, of weeks that they wait; firms, of a rate.

    A sum of millions where pounds for each are measured, in other digits, is one of all.
    """
    if one.unit == indicator.unit == "gbp":
        low, high = sorted((abs(one.value), abs(expected.value)))
        return low * _OF_ALL < high and one.value.normalize().as_tuple().digits[:2] != _digits(expected)
    if one.unit != "number" or indicator.unit != "number":
        return False
    low, high = sorted((abs(one.value), abs(expected.value)))
    if _PER.search(indicator.name) is None:
        return low * _OTHER < high
    return low * (_FAR if _PER.search(statement.text) else 2) < high


def _digits(expected: Datum) -> tuple[int, ...]:
    return expected.value.normalize().as_tuple().digits[:2]


def _is_rated_otherwise(statement: Statement, one: Quantity, indicator: Indicator, expected: Datum) -> bool:
    """Whether it is the same, of more or of fewer: 1.18 per 1,000, for 11.8 per 10,000; 1.6 weeks, for 11.2 days."""
    factor = scale(statement, one, indicator) if one.unit == "number" else Decimal(1)
    return factor != 1 and one.possible.meets(expected.range.scaled(factor).widened(_TURNED))
