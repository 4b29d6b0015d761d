"""Of whom a share is told: among tenants, 42% of homes with a garden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.areas.groups import is_group
from reportgen.checks.report.reading.statements import Statement

_AMONG = re.compile(
    r"\b[Aa]mong(?:st)?\s(?:the\s|our\s|those\s)?(?P<told>(?!the\b|our\b|those\b|them\b|others\b)[a-z-]+(?:\s[a-z-]+)?)"
)
_RANKED = re.compile(r"(?:[a-z]+est|best|worst|most|least|top|bottom|leading|first|last)\b")
_SHARE_OF = re.compile(
    r"(?<=%)\sof\s(?:the\s|all\s|our\s)?[a-z-]+\s(?:in|at|on|with|without|from)\s(?:the\s|a\s|an\s|our\s)?(?P<told>[a-z-]+)"
)
_THEM = re.compile(  # young people leaving care fare worse: 31% of them
    r"[A-Z][a-z’'-]*(?:\s[a-z’'-]+){0,2}?\s(?P<told>(?:[a-z]+ing|who(?:\s(?:are|were|have|had))?|with|without|from)\s(?:the\s|an?\s)?[a-z-]+)\b"
)
_OF_THEM = re.compile(r"\sof\s(?:them|these|those)\b(?!\s[a-z]+s\b)")


def of_whom(statement: Statement, at: int) -> Iterator[frozenset[str]]:
    """The words of those of whom a figure is, but for the areas and ranks among which something is one."""
    text, end = statement.passage.text, statement.stretch(at)[1]
    figure = next((one for one in statement.quantities if one.start == at), None)
    named = _THEM.match(text, statement.start, at) if figure and _OF_THEM.match(text, figure.end) else None
    if named:
        yield statement.told(*named.span("told"))
    if whole := _SHARE_OF.search(text, at, end):
        yield statement.told(*whole.span("told"))
    for among in _AMONG.finditer(text, statement.start, end):
        told = among["told"]
        if not (_RANKED.match(told) or is_group(told) or is_group(told.split()[0])):
            yield statement.told(*among.span("told"))
