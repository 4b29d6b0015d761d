"""Whether what a share is of is narrower than what is measured: of the land on dairy farms, among those who drive."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.areas.groups import is_group
from reportgen.checks.report.reading.areas.named_together import are_areas, listed_until
from reportgen.checks.report.reading.indicators.kinship import COMMON
from reportgen.checks.report.reading.narrowing.plain_words import PLAIN, TIMES
from reportgen.checks.report.reading.statements import Statement

_THOSE_WHO = re.compile(r"(?:Of|Among)\s(?:the\s|all\s|our\s)?[a-z-]+\s(?:who|that)\s(?P<told>[^,£\d]+),")
_OPENS_WITH_WHOLE = re.compile(
    r"(?:Of|Among|Amongst)\s(?:all\s)?(?:the\s|those\s|its\s|our\s|these\s)?(?P<whole>[^,\d]+?)"
    r"(?:,|\s(?:only|just|some|about|around|nearly|almost|over|it|this|the\s(?:figure|share|rate)|(?=\d))\b)"
)
_AMONG = re.compile(
    r"\b(?:among|amongst)\s(?:the\s|those\s|all\s|our\s)*(?P<whole>[^,;.\d]+?)\s(?:it|this|the\s(?:figure|share|rate))\s(?:is|was)\b"
)
_WHOLE_BEHIND = re.compile(
    r"\s(?:of\s)?(?:all\s|the\s|those\s|its\s|our\s)*(?P<whole>(?:(?!than\b|and\b|or\b)[\w’'-]+\s){0,6}?(?:who|that|which|whose|with|without|living|born"
    r"|aged|receiving|attending|working|from|on|under)\s(?:[\w’'-]+\s){1,6}?)(?=(?:have|has|had|are|is|were|was|do|does|did|can|say|said|feel|felt|live"
    r"|use|take|took|get|got|go|went|need|want|own|rent|start|reach|achiev|complet|pass|smok|work|meet|met|fail)\w*\b)"
)
_BARE_WHOLE = re.compile(
    r"\sof\s(?:(?:all|the|our|its)\s)*(?P<whole>[a-z-]+s)(?=\s(?:are|is|have|has|were|had|do|can|meet|met|reach|pass)\b)"
)  # 7% of lakes are


def is_of_a_narrower_whole(statement: Statement, at: int, known: frozenset[str]) -> bool:
    """Of the land on dairy farms, 29%: a whole that other words than the indicator's make narrower."""
    start, end = statement.stretch(at)
    those = _THOSE_WHO.match(statement.passage.text, statement.start)
    if those and statement.told(*those.span("told")) & known - COMMON and those.end() <= at:
        further = statement.told(those.end(), end)
        if further - PLAIN - TIMES and not further & known:
            return True  # of those who took part, 31% did so at a festival
    wholes = [_OPENS_WITH_WHOLE.match(statement.passage.text, statement.start)]
    wholes.append(_AMONG.search(statement.passage.text, start, end))
    if share := next((one for one in statement.quantities if one.start == at and one.unit == "percent"), None):
        wholes.append(_WHOLE_BEHIND.match(statement.passage.text, share.end, end))
        wholes.append(_BARE_WHOLE.match(statement.passage.text, share.end, end))
    return any(
        statement.told(whole.start("whole"), whole.end("whole")) - known - PLAIN - COMMON
        for whole in wholes
        if whole
        and whole.start() >= listed_until(statement)
        and not is_group(whole["whole"])
        and not are_areas(statement, *whole.span("whole"))
    )
