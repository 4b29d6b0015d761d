"""Shares of a part of what is measured, and shares of the whole of which something else is said."""

from __future__ import annotations

import re
from collections.abc import Collection

from reportgen.checks.report.reading.indicators.kinship import COMMON
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement

_PART = re.compile(
    r"(?:Of|Among|Amongst)\s(?P<whole>[^,]*?(?:\s(?:who|that|which)\s(?P<told>[^,]+)|%(?!\s(?:have|has|had|are|is|were|was|do|does|did|can|say|took|take)\b)[^,]*)),"
)
_PREDICATE = re.compile(
    r"(?:\sof(?:\sall)?(?:\s(?:the|our|its|these|those))?)?"
    r"(?P<whole>(?:\s(?!than\b|and\b|or\b|who\b|that\b|which\b|in\b|with\b)[\w’'-]+){1,4}?)(?:\sin\s(?:19|20)\d\d)?"
    r"\s(?P<told>(?:have|has|had|are|is|were|was|do|does|did|can|say|took|take|come|came|live|lived|stay|stayed|travel|travelled|arrive|arrived)\s[^,;:.]+)"
)
_FOR_WHAT = re.compile(
    r"\s(?:for|to\s(?:see|get|have|begin|start|meet))\s(?:(?:an?|the|their|its|our)\s)?"
    r"(?P<what>(?!\d|(?:by|example|instance|now|years|first|which|whom|every|each|more|less)\b)[a-z’'-]+(?:\s[a-z’'-]+)*)"
)


def is_of_a_part_of_it(statement: Statement, at: int) -> bool:
    """Of the 35% who sell abroad, two thirds …; of the firms that sell abroad, 61% sell to Europe."""
    whole = _PART.match(statement.passage.text, statement.start)
    if whole is None or at < whole.end():
        return False
    if whole["told"] is None:
        return True
    again = statement.told(whole.end(), statement.end)
    return bool(statement.told(*whole.span("told")) & again - COMMON)


def is_for_something_else(statement: Statement, at: int, name: str, known: Collection[str]) -> bool:
    """A wait to see a physiotherapist, where what is measured is one for mental health care."""
    own = _FOR_WHAT.search(name)
    said = _FOR_WHAT.search(statement.passage.text, at, statement.stretch(at)[1])
    if own is None or said is None or statement.stems_within(statement.start, statement.end) & stems_in(own["what"]):
        return False
    return bool(statement.told(*said.span("what"))) and not statement.told(*said.span("what")) & (
        COMMON | frozenset(known)
    )


def something_else(statement: Statement, at: int, known: Collection[str]) -> frozenset[str]:
    """What is said of the whole that is measured, where none of it is what the measure says of it.

    68% of freelancers had no pension; 13% of workers are self-employed. `known`: the words of the measure.
    """
    share = next((one for one in statement.quantities if one.start == at and one.unit == "percent"), None)
    said = _PREDICATE.match(statement.passage.text, share.end, statement.stretch(at)[1]) if share else None
    if said is None or statement.told(*said.span("whole")).isdisjoint(known):
        return frozenset()
    told = statement.told(*said.span("told"))
    return told if told.isdisjoint(known) else frozenset()
