"""Whose rank it is: the highest is in Kent, Kent has the second highest, fewer in Kent than in any other area."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.areas.named import Named
from reportgen.checks.report.reading.areas.named_together import listed_until
from reportgen.checks.report.reading.comparing.placings import Placing, placings, than_any
from reportgen.checks.report.reading.statements import Statement

SET_AGAINST = re.compile(
    r"\b(?:than|(?<!\bor\s)(?:above|below|over)|behind|of|against|with|from|as|to|on)\s(?:the\s)?$"
)  # not on grades of C or above Kent comes first
_OF_A_NAME = re.compile(
    r"(?!(?:It|This|That|We|Here|Ours?|The|Its)\b)[A-Z][a-z]+(?:\s[A-Z][a-z]+)*\s(?:has|had|comes?|came|ranks?|ranked)\s"
)  # Otterby had the most: a place without a row
_RIGHT_BEHIND = re.compile(r"\s(?:in|for|at|is|was)\s(?:that\sof\s)?")
_BEHIND = re.compile(r"[^,;.]*?\b(?:in|is|of|has)\s")
_IS_IN = re.compile(
    r"[^,;.]*?\b(?:(?:is|was|are|were)\s(?:(?:to\sbe\s)?(?:found|seen|recorded|measured|reached)\s)?(?:in|for|that\sof|those\sof)"
    r"|(?:belongs?|goes|went|falls?|fell)\sto|(?:comes?|came)\sfrom)\s"
)
_IS = re.compile(r"[^,;.]*?\b(?:is|was|are|were)\s")  # is Kent's, is ours
_OWN = re.compile(r"(?:.*[’']s?|ours)", re.IGNORECASE)
_AFTER_ARTICLE = re.compile(r"\b(?:the|its|their|[a-z]+[’']s)\s$", re.IGNORECASE)


def ranked_area(statement: Statement, placing: Placing, home: str) -> str:
    """Whose rank it is: the area right behind the word, else the one named last before it, else behind, else home."""
    text, at = statement.passage.text, placing.start
    ahead = [one for one in statement.areas if one.end <= at and one.area and one.start >= listed_until(statement)]
    named = [one for one in ahead if not SET_AGAINST.search(statement.before(one.start, 10))]
    near = [one for one in named if one.start >= statement.stretch(at)[0]]
    behind = [one for one in statement.areas if one.start > at and one.area]
    if _AFTER_ARTICLE.search(statement.before(at, 16)):  # Kent's is the highest in England; the highest is in Kent
        located = [one for one in behind if _is_located(text, placing.end, one)]
        nearest = [*located[:1], *near[-1:], *named[-1:]]
    else:
        beside = [one for one in behind if _RIGHT_BEHIND.fullmatch(text, placing.end, one.start)]
        is_second = any(one.start < at for one in placings(statement))
        nearest = [*beside[:1], *(near if is_second else named)[-1:]]
    beside = [one for one in behind if one.end <= than_any(statement, at) and one.start > placing.end]
    nearest = [*beside[:1], *nearest]  # fewer in Kent than in any other area
    after = [one for one in behind if _BEHIND.fullmatch(text, at, one.start)]
    if nearest or after:
        return (nearest or after)[0].area
    return "" if _OF_A_NAME.match(statement.text) else home


def _is_located(text: str, at: int, one: Named) -> bool:
    """Whether what stands at a place is said to be in an area, or to be its own."""
    is_own = _OWN.fullmatch(one.text) is not None and _IS.fullmatch(text, at, one.start) is not None
    return is_own or _IS_IN.fullmatch(text, at, one.start) is not None
