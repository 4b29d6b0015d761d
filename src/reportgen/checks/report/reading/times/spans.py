"""The span of time that a change is told of: between two periods, since one, in one, the year before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.checks.report.periods import first_year
from reportgen.checks.report.reading.numbers.number_words import CARDINAL, cardinal
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.times.shifts import Shift

_BETWEEN = re.compile(r"\b(?:between|from)\s$")
_SINCE = re.compile(r"\bsince(?:\s(?:the\s)?(?:start|end|year|spring|summer|autumn)(?:\sof)?)?\s$", re.IGNORECASE)
_SINCE_BEHIND = re.compile(r"(?:\s[a-z]+){0,2}?\ssince\s")
_IN = re.compile(r"(?<!than\s)(?<!was\s)(?<!were\s)(?<!\d\s)(?<!%\s)\b(?:in|during)\s$", re.IGNORECASE)
_SET_AGAINST = re.compile(
    r"\b(?:on|than|from|since|over|against|to|with|as)\s(?:(?:it|they)\s(?:was|were)\s)?(?:in\s)?$", re.IGNORECASE
)
_FROM_THEN = re.compile(
    r"\b(?:on|than|as|what|since|against|from|with|compared\sto|(?:level|figure|rate|share|value|number)\s(?:of|in))\s(?:(?:it|they|we)\s(?:was|were|did|had)\s)?(?:back\s)?(?:in\s)?$"
)
_LAST_YEAR = re.compile(
    r"\b(?:in|over|within)\s(?:a|one|just\sone|only\sone|the|a\ssingle|the\s(?:last|past|latest))\syear(?:\salone)?\b(?!\s(?:to|of|before))"
    r"|\byear\son\syear\b|\bon\sthe\syear\b|\blast\syear\b|\bin\sthe\sspace\sof\s(?:a|one)\syear\b",
    re.IGNORECASE,
)
_AFTER_ITS_FIGURE = re.compile(  # after 92% the year before
    r"\b(?:after|from|against|on|than|over|with|to)\s(?:[a-z]+\s){0,2}£?\d[\d.,]*(?:%|\s[a-z]+){0,2}\s(?:in\s)?(?=(?:an?|the|one|two|three|four|five|ten|\d+)\s)"
)
_RIGHT_BEHIND = re.compile(r"[A-Za-z]+(?:\s(?:again|[a-z]+ly))?\sin\s(?=\d)")
_YEARS = re.compile(
    rf"\b(?:in|over|within|during)\s(?:the\s)?(?:space\sof\s)?(?:last\s|past\s|previous\s|just\s|only\s)?"
    rf"(?:(?P<many>{CARDINAL}|\d+)\syears|(?P<decades>{CARDINAL}|a)?\s?(?<!\w)decades?)\b(?!\s(?:of|or)\b)",
    re.IGNORECASE,
)

_YEARS_AGAIN = re.compile(  # by seven in a year, and by 16 in two
    rf"\bby\s£?[\d.,]+(?:%|\s[a-z]+){{0,3}}?\sin\s(?P<many>{CARDINAL})(?=[.,;)]|$)"
)


@dataclass(frozen=True, slots=True)
class Span:
    """From which period to which; `said` where the words say so, and it is not merely the latest change."""

    since: str | None  # empty: from the one before; None: from one that has no value
    until: str
    said: bool


def span_of(statement: Statement, one: Quantity | None, at: int, periods: Sequence[str], current: str) -> Span:
    """The span of a change: as its clause tells it, else its sentence. `periods`: those that have a value."""
    if one is None and (right := _RIGHT_BEHIND.match(statement.passage.text, at, statement.end)):
        within = next((period for place, period in statement.periods if place == right.end()), "")
        if within and _before(within, periods):
            return Span(_before(within, periods), within, True)  # rose in 2022 and fell in 2023
    for place, period in statement.periods:
        if one is not None and _SINCE_BEHIND.fullmatch(statement.passage.text, one.end, place):
            return Span(period, current, True)  # 1.6 since 2023 and 2.7 since 2022
    start, end = statement.stretch(at)
    until_next = [other.start for other in statement.quantities if one is not None and other.start > one.start]
    near = _told(statement, at, start, min([end, *until_next]), periods, current)
    return near or _told(statement, at, statement.start, end, periods, current) or Span("", current, False)


def _told(statement: Statement, at: int, start: int, end: int, periods: Sequence[str], current: str) -> Span | None:
    words = statement.passage.text[start:end]
    named = [(place, period) for place, period in statement.periods if start <= place < end]
    if len(named) == 2 and _BETWEEN.search(statement.before(named[0][0])):
        return Span(named[0][1], named[1][1], True)
    if len(named) == 1 and _SINCE.search(statement.before(named[0][0])):
        return Span(named[0][1], current, True)
    if len(named) > 2:  # went up between 2021 and 2022, and came down in 2023
        behind = [(place, period) for place, period in named if place > at] or named[-1:]
        if len(behind) > 1 and _BETWEEN.search(statement.before(behind[0][0])):
            return Span(behind[0][1], behind[1][1], True)
        return Span(_before(behind[0][1], periods), behind[0][1], True)
    shift = next((one for one in statement.shifts if start <= one.start < end), None)
    if shift and len(named) < 2 and all(place == shift.start for place, _ in named):
        return _shifted(statement, at, shift, periods, current)
    if many := _YEARS.search(words) or _YEARS_AGAIN.search(words):
        until = named[0][1] if len(named) == 1 else current
        return Span(_years_before(_many(many), periods, until), until, True)
    if named:
        first, last = named[0][1], named[-1][1]
        later = next((period for place, period in named if place > at), "")
        if len(named) > 1 and later and all(_IN.search(statement.before(place)) for place, _ in named):
            return Span(_before(later, periods) or None, later, True)  # fell in 2022 and picked up in 2023
        if len(named) > 1:
            return Span(min(first, last), max(first, last), True)
        if first != current and _FROM_THEN.search(statement.before(named[0][0], 24)):
            return Span(first, current, True)  # five points lower than in 2021
        in_it = _IN.search(statement.before(named[0][0])) and not named[0][0] < at
        if first == current or not _before(first, periods) or in_it:
            return Span(_before(first, periods), first, True)
        return Span(first, current, False)
    return Span(_before(current, periods), current, True) if _LAST_YEAR.search(words) else None


def _shifted(statement: Statement, at: int, shift: Shift, periods: Sequence[str], current: str) -> Span:
    """Five points more than the year before; the year before, it had risen by five."""
    anchor = shift.anchor or current
    period = shift.of(anchor)
    figure = _AFTER_ITS_FIGURE.search(statement.passage.text, max(at, statement.start), shift.start)
    if _SET_AGAINST.search(statement.before(shift.start, 20)) or (figure and figure.end() == shift.start):
        return Span(period if period in periods else None, anchor, True)
    return Span(_before(period, periods) or None, period, True)


def _many(found: re.Match[str]) -> int:
    if found["many"]:
        return int(cardinal(found["many"]) or 0)
    return 10 * int(cardinal(found["decades"] or "one") or 1)


def _before(period: str, periods: Sequence[str]) -> str:
    return max((one for one in periods if one < period), default="")


def _years_before(many: int, periods: Sequence[str], current: str) -> str | None:
    now = first_year(current)
    return next((one for one in periods if now is not None and first_year(one) == now - many), None)
