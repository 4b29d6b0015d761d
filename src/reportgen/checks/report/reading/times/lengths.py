"""Whether words tell of another length of time, or of how often, than an indicator; or of a gap inside an area."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.numbers.number_words import CARDINAL, cardinal
from reportgen.checks.report.reading.statements import Statement

_NUMBER = rf"(?:{CARDINAL}|\d+)"
_LENGTH = re.compile(rf"\b({_NUMBER})-(?:year|month|week|day|hour|minute)\b")  # the five-year survival rate
_SCHOOL_YEAR = re.compile(r"\byear\s\d{1,2}\b(?![.,]\d|\s?%)", re.IGNORECASE)  # no share: in the latest year 12.1%
_OFTEN = re.compile(r"\b(?:once|twice|[a-z]+\stimes)\s(?:an?|per|every|each)\s(?:week|month)\b", re.IGNORECASE)
_RATED = re.compile(r"(?:\sor\sso)?\s(?:(?:an?|per|each|every)|over\sa(?:\swhole)?)\s(year|month|week|day|hour)\b")
_WORTH = re.compile(
    r"\b(?:[Aa]|[Oo]ne|[Ee]ach|[Ee]very)\s(year|month|week|day|hour)[’']s\s(?!rise|fall|change|growth|increase)"
)
_RATES = {
    "year": r"\b(?:year|annual)",
    "month": r"\bmonth",
    "week": r"\bweek",
    "day": r"\bda(?:y|ily)",
    "hour": r"\bhour",
}
_BETWEEN = re.compile(r"\b(?:gap|difference|divide|distance)\sbetween\s(?!the\stwo\b)", re.IGNORECASE)


def is_of_another_length(statement: Statement, at: int, name: str) -> bool:
    """Five-year survival, of survival for three years; once a month; £12,896 a year, of a weekly price."""
    own = {cardinal(word) for word in re.findall(rf"\b{_NUMBER}\b", name)}
    if any(cardinal(found[1]) not in own for found in _LENGTH.finditer(statement.text)):
        return True
    if any(year.lower() not in name for year in _SCHOOL_YEAR.findall(statement.text)):
        return True
    if _OFTEN.search(statement.text) and not _OFTEN.search(name):
        return True
    money = next((one for one in statement.quantities if one.start == at and one.unit == "gbp"), None)
    rated = (_RATED.match(statement.after(money.end)) or _WORTH.search(statement.before(at, 80))) if money else None
    times = {time for time, words in _RATES.items() if re.search(words, name)}
    return rated is not None and bool(times) and rated[1].lower() not in times


def is_yearly(statement: Statement, end: int) -> bool:
    """Whether a figure is what is added every year: by 2.3% a year."""
    rated = _RATED.match(statement.after(end))
    return rated is not None and rated[1] == "year"


def is_between_others(statement: Statement) -> bool:
    """The gap between girls and boys: between neither areas nor periods."""
    gap = _BETWEEN.search(statement.text)
    behind = statement.start + gap.end() if gap else statement.end
    return gap is not None and not any(one.start >= behind for one in statement.areas) and not statement.periods
