"""Measures that are named together: both rent and pay are below England; better than England on skills and on pay."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.checks.report.reading.comparing.comparisons import Comparison
from reportgen.checks.report.reading.indicators.meaning import Meanings
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator

_VERB = r"(?:is|are|was|were|has|have|do|does|lies?|lags?|stands?)"
_HEADED = re.compile(
    rf"\b(?P<head>both|neither)\s(?P<first>.+?)\s(?:and|nor)\s(?P<second>.+?)\s{_VERB}\b", re.IGNORECASE
)
_FOLLOWED = re.compile(r"(?P<first>.+?)\sand\s(?P<second>.+?)\s(?:are|were|have|do)\s(?:both|each)\b", re.IGNORECASE)
_ON = re.compile(r"(?:[’']s?)?,?\s(?:on|for|in(?:\sterms\sof)?|as\sregards)\s(?P<list>[^.;:()]+)")
_ENDS = re.compile(r",?\s(?:but|though|although|while|whereas|not|yet|than|with)\b")
_AND = re.compile(r",\s(?:and\s)?(?:(?:on|for|in)\s)?|\sand\s(?:(?:on|for|in)\s)?")


def measures_listed(
    meanings: Meanings, statement: Statement, one: Comparison
) -> tuple[bool, Sequence[Indicator | None]]:
    """What is compared, one measure after the other, and whether it is so of none. None: a measure not surely named."""
    none, parts = _parts(statement, one)
    return none, [meanings.named_within(statement, start, end) for start, end in parts]


def measures_before(meanings: Meanings, statement: Statement, at: int) -> tuple[bool, Sequence[Indicator | None]]:
    """Those that are named together before a place: neither rent nor pay is GREEN."""
    none, parts = _before(statement, at)
    return none, [meanings.named_within(statement, start, end) for start, end in parts]


def _before(statement: Statement, at: int) -> tuple[bool, Sequence[tuple[int, int]]]:
    text = statement.passage.text
    before = _HEADED.search(text, statement.start, at) or _FOLLOWED.match(text, statement.start, at)
    if before is None:
        return False, ()
    none = before.groupdict().get("head", "both").lower() == "neither"
    return none, (before.span("first"), before.span("second"))


def _parts(statement: Statement, one: Comparison) -> tuple[bool, Sequence[tuple[int, int]]]:
    """Where the measures are named, and whether it is said of none of them."""
    text = statement.passage.text
    none, before = _before(statement, one.start)
    if before:
        return none, before
    behind = _ON.match(text, one.rival.end, statement.end)
    if behind is None:
        return False, ()
    begin, end = behind.span("list")
    ends = _ENDS.search(text, begin, end)
    end = ends.start() if ends else end
    marks = [found.span() for found in _AND.finditer(text, begin, end)]
    return False, tuple(zip([begin, *(after for _, after in marks)], [*(at for at, _ in marks), end], strict=True))
