"""The period that a figure is of, as named beside it or alone in its sentence."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.statements import Statement

_TO_PERIOD = re.compile(r"[\s(]*(?:[a-z]+\s){0,4}?(?:in|for|by|\()?\s?\(?")
_EARLIER = re.compile(
    r"\b(?:earlier|before|previous(?:ly)?|last\syear|then|ago|used|former(?:ly)?|once|after|since|until)\b",
    re.IGNORECASE,
)


def period_of(statement: Statement, one: Quantity) -> str:
    """The period that a figure is of, as named beside it or alone in its sentence. Empty: unsaid."""
    if not statement.periods:
        return ""
    following = [other.start for other in statement.quantities if other.start > one.start]
    until = min([statement.end, *following])
    for at, period in statement.periods:
        if one.end <= at < until and _TO_PERIOD.fullmatch(statement.passage.text, one.end, at):
            return period
    earlier = [other.end for other in statement.quantities if other.end <= one.start]
    begin = max([statement.start, *earlier])
    before = [period for at, period in statement.periods if begin <= at < one.start]
    if before:
        return before[-1]
    return statement.periods[0][1] if len(statement.periods) == 1 else ""


def own_period(statement: Statement, one: Quantity) -> str:
    """The period that a figure is surely of: no other is named, nor an earlier time, and no other figure is nearer."""
    if len(statement.periods) != 1 or _EARLIER.search(statement.text):
        return ""
    at, period = statement.periods[0]
    figures = [other for other in statement.quantities if other.unit == one.unit]
    beside = at >= one.end and _TO_PERIOD.fullmatch(statement.passage.text, one.end, at) is not None
    return period if beside or len(figures) < 2 or at < figures[0].start else ""
