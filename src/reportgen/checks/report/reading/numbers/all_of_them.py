"""Numbers of all that there are of something: all six metropolitan councils, but not all six that we asked."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement

_ALL = re.compile(r"\b[Aa]ll(?:\sof)?(?:\sthe)?\s$")
_NOUN = re.compile(r"(?:\s[a-z-]+)??\s[a-z-]+s\b")
_PLACE = re.compile(r"\s(?:in|of|across)\s")
_SOME_OF_THEM = re.compile(
    r"\s(?:that|which|who|whose|where|we|they|with|without|on|at|near|from|for|under|over|asked|visited|surveyed|run|built"
    r"|opened)\b"
)


def all_of_them(statement: Statement, one: Quantity) -> str:
    """What is counted, in two words that tell, where the words mean all of it. Empty: they do not, or it is vaguer."""
    noun = _NOUN.match(statement.after(one.end, 60))
    if noun is None or len(stems_in(noun[0])) < 2 or not _ALL.search(statement.before(one.start)):
        return ""
    end = one.end + noun.end()
    behind = statement.after(end)
    if place := _PLACE.match(behind):
        at = end + place.end()
        return noun[0] if any(area.start <= at < area.end for area in statement.areas) else ""
    return "" if _SOME_OF_THEM.match(behind) else noun[0]
