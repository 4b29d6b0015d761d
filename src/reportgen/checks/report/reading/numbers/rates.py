"""Of how many a rate is told, and in which unit a time: per 1,000 residents, for every 100,000 people; days, weeks."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator

_BASE = (
    r"(?P<base>\d{1,3}(?:,\d{3})+|\d+"
    r"|(?:a\s|one\s)?(?:hundred\sthousand|hundred|thousand|million)|head|person)\b(?!\s?%)"
)
_PER = re.compile(rf"\b(?:per|(?:for|in|of|out\sof|to)\s(?:every|each))\s{_BASE}", re.IGNORECASE)
_TIME = re.compile(
    r"(?:^|(?<!\ba)(?<!\bper)(?<!\beach)(?<!\bevery)[\s(-])(minute|hour|day|week|month|year|second(?=s))s?\b(?!\s(?:ago|earlier|before|later|old|since))",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\s(?:an?|per|each|every)\s(hour|day|week|month|year)\b(?![’'])", re.IGNORECASE)
_EVERY_SO_OFTEN = re.compile(
    r"\b(?:(hour|day|week|month|year)ly\b|(daily|annual(?:ly)?)\b|(?:an?|per|each|every)\s(hour|day|week|month|year)\b)",
    re.IGNORECASE,
)
_DAYS = {
    **{
        "second": Decimal(1) / 86400,
        "minute": Decimal(1) / 1440,
        "hour": Decimal(1) / 24,
        "day": Decimal(1),
        "week": Decimal(7),
    },
    **{"month": Decimal("30.4"), "year": Decimal("365.25")},
}
_COUNTED = re.compile(
    r"(?:\s(?!an?\b|per\b|each\b|every\b|and\b|or\b|by\b|in\b|within\b|over\b|for\b|during\b|of\b|to\b|at\b)[a-z-]+){1,3}"
)
_PLAIN = {"daily": "day", "annual": "year", "annually": "year"}
_WORDS = {"head": 1, "person": 1, "hundred": 100, "thousand": 1000, "hundred thousand": 100_000, "million": 1_000_000}


def told_per(statement: Statement, one: Quantity) -> re.Match[str] | None:
    """The words that say of how many a figure is: those behind it, else those that the sentence has before it."""
    later = [other.start for other in statement.quantities if other.start > one.end]
    text = statement.passage.text
    behind = _PER.search(text, one.end, min([statement.end, *later]))
    earlier = [other.end for other in statement.quantities if other.end <= one.start]
    return behind or _PER.search(text, max([statement.start, *earlier]), one.start)


def base_told(statement: Statement, one: Quantity) -> Decimal | None:
    """Of how many a figure is told. None: the words do not say."""
    found = told_per(statement, one)
    return base_of(found) if found else None


def base_of(found: re.Match[str]) -> Decimal:
    word = re.sub(r"^(?:a|one)\s", "", found["base"].lower())
    return Decimal(_WORDS.get(word) or word.replace(",", ""))


def own_base(indicator: Indicator) -> Decimal | None:
    """Of how many an indicator is, by its name: one of 1,000. None: it does not say."""
    every = {base_of(found) for found in _PER.finditer(indicator.name)}
    return every.pop() if len(every) == 1 else None


def told_time(statement: Statement, one: Quantity) -> str:
    """The unit of time behind a figure. Empty: none."""
    found = _TIME.match(statement.after(one.end, 12))
    return found[1].lower() if found else ""


def told_every(statement: Statement, one: Quantity) -> str:
    """The time to which a figure is told, right behind it or what it counts: £631.70 a week, 412 visits each month."""
    later = [other.start for other in statement.quantities if other.start > one.end]
    counted = _COUNTED.match(statement.passage.text, one.end, min([statement.end, *later]))
    found = _EVERY.match(statement.passage.text, counted.end() if counted else one.end, statement.end)
    return found[1].lower() if found else ""


def own_every(indicator: Indicator) -> str:
    """The one time to which an indicator is told by its name: weekly pay, visits per year. Empty: none, or more."""
    every = {
        _PLAIN.get(word, word)
        for found in _EVERY_SO_OFTEN.findall(indicator.name)
        for word in map(str.lower, found)
        if word
    }
    return every.pop() if len(every) == 1 else ""


def time_of(text: str) -> str:
    """The one unit of time that a text has. Empty: none, or more."""
    every = {found[1].lower() for found in _TIME.finditer(text)}
    return every.pop() if len(every) == 1 else ""


def own_time(indicator: Indicator) -> str:
    """The one unit of time that the name of an indicator has. Empty: none, or more."""
    return time_of(indicator.name)


def in_its_time(statement: Statement, one: Quantity, indicator: Indicator) -> Quantity:
    """A figure in the unit of time that its indicator has: two weeks, of days that people wait, are fourteen."""
    own, told = own_time(indicator), told_time(statement, one)
    if one.unit != "number" or not own or not told or own == told:
        return one
    factor = _DAYS[told] / _DAYS[own]
    hedged = one.hedged_range.scaled(factor) if one.hedged_range else None
    return replace(one, value=one.value * factor, range=one.range.scaled(factor), hedged_range=hedged)


def scale(statement: Statement, one: Quantity, indicator: Indicator) -> Decimal:
    """How many of what the words tell make one of what its indicator tells: 1.18 per 1,000 is 11.8 per 10,000."""
    own, told = own_base(indicator), base_told(statement, one)
    factor = told / own if own and told else Decimal(1)
    times = own_time(indicator), told_time(statement, one)
    return factor * _DAYS[times[0]] / _DAYS[times[1]] if all(times) else factor
