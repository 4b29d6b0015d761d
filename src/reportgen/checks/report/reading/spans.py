"""The span of time that a change is told of: between two periods, since one, in one, the year before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.checks.report.periods import first_year
from reportgen.checks.report.reading.number_words import CARDINAL, cardinal
from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.statements import Statement

_BETWEEN = re.compile(r"\b(?:between|from)\s$")
_SINCE = re.compile(r"\bsince(?:\s(?:the\s)?(?:start|end|year|spring|summer|autumn)(?:\sof)?)?\s$", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"\b(?:the|in\sthe)\s(?:year\sbefore(?:\sthat)?|previous\syear|preceding\syear|year\searlier)\b|\ba\syear\s(?:earlier|before)\b"
)
_LAST_YEAR = re.compile(
    r"\b(?:in|over|within)\s(?:a|one|just\sone|only\sone|the|a\ssingle|the\s(?:last|past|latest))\syear(?:\salone)?\b(?!\s(?:to|of|before))"
    r"|\byear\son\syear\b|\bon\sthe\syear\b|\blast\syear\b"
)
_YEARS = re.compile(
    rf"\b(?:in|over|within)\s(?:the\s)?(?:last\s|past\s|just\s|only\s)?(?P<many>{CARDINAL}|\d+)\syears\b"
)


@dataclass(frozen=True, slots=True)
class Span:
    """From which period to which; `said` where the words say so, and it is not merely the latest change."""

    since: str
    until: str
    said: bool


def span_of(statement: Statement, one: Quantity | None, at: int, periods: Sequence[str], current: str) -> Span:
    """The span of a change: as its clause tells it, else its sentence. `periods`: those that have a value."""
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
    if named:
        first, last = named[0][1], named[-1][1]
        if len(named) > 1:
            return Span(min(first, last), max(first, last), True)
        if first == current or not _before(first, periods):
            return Span(_before(first, periods), first, True)
        return Span(first, current, False)
    if _YEAR_BEFORE.search(words):
        last = _before(current, periods)
        return Span(_before(last, periods), last, True)
    if many := _YEARS.search(words):
        since = _years_before(int(cardinal(many["many"]) or 0), periods, current)
        return Span(since, current, True) if since else None
    return Span(_before(current, periods), current, True) if _LAST_YEAR.search(words) else None


def _before(period: str, periods: Sequence[str]) -> str:
    return max((one for one in periods if one < period), default="")


def _years_before(many: int, periods: Sequence[str], current: str) -> str:
    now = first_year(current)
    return next((one for one in periods if now is not None and first_year(one) == now - many), "")
