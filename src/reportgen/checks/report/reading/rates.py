"""Of how many a rate is told, and in which unit a time: per 1,000 residents, for every 100,000 people; days, weeks."""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator

_BASE = (
    r"(?P<base>\d{1,3}(?:,\d{3})+|\d+"
    r"|(?:a\s|one\s)?(?:hundred\sthousand|hundred|thousand|million)|head|person)\b(?!\s?%)"
)
_PER = re.compile(rf"\b(?:per|(?:for|in|of|out\sof|to)\s(?:every|each))\s{_BASE}", re.IGNORECASE)
_TIME = re.compile(
    r"[\s(-](minute|hour|day|week|month|year)s?\b(?!\s(?:ago|earlier|before|later|old|since))", re.IGNORECASE
)
_DAYS = {
    **{"minute": Decimal(1) / 1440, "hour": Decimal(1) / 24, "day": Decimal(1), "week": Decimal(7)},
    **{"month": Decimal("30.4"), "year": Decimal("365.25")},
}
_WORDS = {"head": 1, "person": 1, "hundred": 100, "thousand": 1000, "hundred thousand": 100_000, "million": 1_000_000}


def told_per(statement: Statement, one: Quantity) -> re.Match[str] | None:
    """The words that say of how many a figure is: those behind it, else those that the sentence has before it."""
    later = [other.start for other in statement.quantities if other.start > one.end]
    text = statement.passage.text
    behind = _PER.search(text, one.end, min([statement.end, *later]))
    earlier = [other.end for other in statement.quantities if other.end <= one.start]
    return behind or _PER.search(text, max([statement.start, *earlier]), one.start)


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


def own_time(indicator: Indicator) -> str:
    """The one unit of time that the name of an indicator has. Empty: none, or more."""
    every = {found[1].lower() for found in _TIME.finditer(f" {indicator.name}")}
    return every.pop() if len(every) == 1 else ""


def scale(statement: Statement, one: Quantity, indicator: Indicator) -> Decimal:
    """How many of what the words tell make one of what its indicator tells: 1.18 per 1,000 is 11.8 per 10,000."""
    own, told = own_base(indicator), told_per(statement, one)
    factor = base_of(told) / own if own and told else Decimal(1)
    times = own_time(indicator), told_time(statement, one)
    return factor * _DAYS[times[0]] / _DAYS[times[1]] if all(times) else factor
