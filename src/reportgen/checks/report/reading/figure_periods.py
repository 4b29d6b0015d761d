"""The period that a figure is of, as named beside it or alone in its sentence."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.statements import Statement

_TO_PERIOD = re.compile(r"[\s(]*(?:[a-z]+\s){0,4}?(?:in|for|by|\()?\s?\(?")


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
