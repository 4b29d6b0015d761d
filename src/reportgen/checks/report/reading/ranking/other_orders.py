"""Orders that are none of areas by what is measured: of gaps, over the years, best for whom, most of something else."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.areas.groups import is_group
from reportgen.checks.report.reading.comparing.placings import Placing
from reportgen.checks.report.reading.ranking.ranked_area import SET_AGAINST
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import NUMBERS, stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator

_OVER_TIME = re.compile(
    r"\b(?:since|ever|on\srecord|in\s(?:a|\w+)\s(?:decade|years)|for\s(?:\w+\s)?years|(?<!-)years?(?![\s-]olds?\b))\b"
)
_OF_A_DIFFERENCE = re.compile(
    r"\b(?:leads?(?=\sover|\son|\sis)|gaps?|differences?|distances?|shortfalls?|rise|fall|drop|increase|decrease|change|improvement|margin)\b"
)
_CALLED_BY_IT = re.compile(  # in the lowest region: whichever that is
    r"(?:[a-z]+-)?(?:highest|lowest|best|worst|leading|top|bottom)(?:-[a-z]+)?\s(?:area|region|district|council|borough|county|authority|country|nation)\b(?!\s(?:in|of|for|on)\b)",
    re.IGNORECASE,
)
_IS_OF_SIZE = re.compile(r"(?:larg|small|great|bigg|wid|narrow|slight)est\b", re.IGNORECASE)
_OF_IT = re.compile(r"\b(?:in|of|to|from|than|with|for|behind|against)\sthe\s$", re.IGNORECASE)
_ONE_OF = re.compile(
    r"\b(?:one|some|two|three|many)\sof\s[^.,]{0,20}$|\bamong(?:st)?\s(?:the\s)?(?:[a-z]+\s)?$", re.IGNORECASE
)
_FOR_SOME = re.compile(r"\s(?:for|among(?:st)?)\s(?:the\s|our\s)?(?P<whom>[a-z][\w-]*)")  # works best for those over 90
_OF_KINDS = re.compile(
    r"\s(?:single\s)?(?:groups?|categor(?:y|ies)|causes?|reasons?|components?|contributors?)\b(?!\sof\s(?:areas|places)\b)"
)
_OF_AMOUNT = re.compile(r"\b(?:most|least)$", re.IGNORECASE)
_OPENS_A_CLAUSE = re.compile(r"[,;:]\s(?:(?:and|but|so|though|although|while|whereas)\s)?\Z")


def is_another_order(report: ReadReport, statement: Statement, placing: Placing, indicator: Indicator) -> bool:
    """Whether the words put something else in order than areas by what is measured."""
    if _is_of_something_else(statement, placing.start) or _is_for_some(report, statement, placing, indicator):
        return True
    if _OF_KINDS.match(statement.passage.text, placing.end, statement.end):
        return True  # the largest group of those who are hurt
    is_of_amount = _OF_AMOUNT.search(statement.passage.text[placing.start : placing.end]) is not None
    return is_of_amount and not _counts_it(report, statement, placing, indicator)


def _is_of_something_else(statement: Statement, at: int) -> bool:
    """Whether the order is one of differences, of years, or of some among which something is one."""
    start, end = statement.stretch(at)
    if _CALLED_BY_IT.match(statement.passage.text, at) and _OF_IT.search(statement.before(at, 16)):
        return True
    if _IS_OF_SIZE.match(statement.passage.text, at):
        start = statement.start  # the gap is smallest for rent and, of all, largest for pay
    if _OF_A_DIFFERENCE.search(statement.passage.text, start, end) or SET_AGAINST.search(statement.before(at, 14)):
        return True
    return bool(_OVER_TIME.search(statement.text) or _ONE_OF.search(statement.before(at, 40)))


def _is_for_some(report: ReadReport, statement: Statement, placing: Placing, indicator: Indicator) -> bool:
    """Whether the order is one of those for whom it is so, and of no areas: best for those over 90."""
    found = _FOR_SOME.match(statement.after(placing.end))
    if found is None or is_group(found["whom"]) or found["whom"] in NUMBERS:
        return False
    if any(one.start == placing.end + found.start("whom") for one in statement.areas):
        return False
    return stems_in(found["whom"]).isdisjoint(report.meanings.stems_of(indicator))


def _counts_it(report: ReadReport, statement: Statement, placing: Placing, indicator: Indicator) -> bool:
    """Whether most and least are said of what is measured: the most officers, not most, or the most deprived, wards."""
    text, at = statement.passage.text, placing.start
    if at == statement.start or _OPENS_A_CLAUSE.search(text, statement.start, at):
        return False
    behind = re.match(r"(?:\s[A-Za-z-]+){1,2}", statement.after(placing.end, 40))
    if behind is not None and is_group(behind[0].split()[0]):
        return False  # in most districts
    return behind is not None and not stems_in(behind[0]).isdisjoint(report.meanings.stems_of(indicator))
