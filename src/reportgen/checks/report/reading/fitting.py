"""Whether a figure can be what an indicator measures: by its unit, the part that it plays, and the noun behind it."""

from __future__ import annotations

import re
from collections.abc import Collection

from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.roles import Role
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator

_NOUNS = re.compile(
    r"(?:\s(?!and\b|or\b|but\b|in\b|by\b|since\b|for\b|than\b|against\b|to\b|per\b|on\b|at\b|from\b)[A-Za-z-]+){1,4}"
)
_LEADS_TO = re.compile(
    r"\b(?:is|was|are|were|of|at|to|from|reached|stands|stood|and|with|has|had|against|number(?:ed)?|totall?ed|averaged?)\s(?:[a-z]+\s){0,2}$"
)


def has_its_unit(one: Quantity, part: Role, indicator: Indicator) -> bool:
    """Whether a figure of this unit can be said of the indicator at all."""
    match one.unit:
        case "percent":
            return indicator.unit == "percent" or part in ("change", "gap")
        case "points":
            return indicator.unit == "percent"
        case "gbp":
            return indicator.unit == "gbp"
        case "number":
            if one.form == "word" and one.value < 3:
                return False
            return indicator.unit == "number" or (indicator.unit == "percent" and part == "gap")
        case "times":
            return True
    return False


def is_counted(statement: Statement, one: Quantity, stems: Collection[str]) -> bool:
    """Whether a bare number is what the words measure: its noun says so, or a verb leads to it."""
    behind = _NOUNS.match(statement.after(one.end, 60))
    if behind and not statement.is_dated_at(one.end):
        return not stems_in(behind[0]).isdisjoint(stems)
    return _LEADS_TO.search(statement.before(one.start)) is not None


def may_be_some(statement: Statement, one: Quantity, stems: Collection[str]) -> bool:
    """Some of what is counted: 40 households in temporary accommodation have children under five."""
    if one.unit != "number" or one.hedge in ("below", "just below", "at most"):
        return False
    if statement.before(one.hedge_start if one.hedge_start >= 0 else one.start).strip():
        return False
    named = {at for at, _ in statement.stems if any(area.start <= at < area.end for area in statement.areas)}
    told = {word for at, word in statement.stems if at > one.end and at not in named}
    return len(told.difference(stems)) > 1
