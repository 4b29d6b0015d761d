"""Which area a word that compares is said of: whoever is above, ahead of or behind a rival."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.areas.named import Named
from reportgen.checks.report.reading.areas.rivals import THAN_THERE
from reportgen.checks.report.reading.comparing.comparisons import comparisons, is_fronted
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement

_SET_AGAINST = re.compile(
    r"\b(?:than|above|below|behind|of|against|with|from|as|to)\s(?:in\s|for\s|across\s|those\s(?:in|of)\s)?$"
)
WHERE = re.compile(r",\s(?:where|which|whose|who)\b")  # than in England, where it has risen


def compared_area(report: ReadReport, statement: Statement, rival: Named) -> str:
    """The area that is compared: the one named last before the rival that is set against nothing itself."""
    if is_fronted(statement, rival):
        behind = [one for one in statement.areas if one.start >= rival.end]
        return behind[0].area if behind else report.data.home
    named = [one for one in statement.areas if one.end <= rival.start]
    against = {one.rival.start for one in comparisons(statement) if one.rival.end <= rival.start}
    subject = [one for one in named if _is_followed_up(statement, one) or not _is_set_against(statement, one, against)]
    return subject[-1].area if subject else report.data.home


def _is_set_against(statement: Statement, one: Named, against: set[int]) -> bool:
    before = _SET_AGAINST.search(statement.before(one.start, 24)) or THAN_THERE.search(statement.before(one.start))
    return before is not None or one.start in against  # lags England and leads Kent: whoever does both


def _is_followed_up(statement: Statement, one: Named) -> bool:
    """Whether what it is set against goes on as what is compared: behind England, which is ahead of Kent."""
    return WHERE.match(statement.passage.text, one.end) is not None
