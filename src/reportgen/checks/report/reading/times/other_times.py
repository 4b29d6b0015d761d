"""Whether words tell of a time that a measure is not of: the year before it opened, its peak, a month."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.statements import Statement

_ELSEWHEN = re.compile(
    r"\b(?:first|second|third|final)\s(?:year|month|week)\b(?=\s(?!of\b|running\b|in\sa\srow\b))"
    r"|\b(?:a\s(?:decade|generation)\sago|(?:\w+\s)?years?\s(?:ago|earlier|before|after)"
    r"|pandemic(?!(?:,|\s\()\s?(?:in\s)?(?:19|20)\d\d)|at\sits\s(?:peak|height|lowest)"
    r"|(?<!least\s)once(?!\s(?:an?|per|every|each|(?:it|they|we|you)\s(?:is|are|has|have|gets?))\b))\b"
)
_MONTHS = re.compile(
    r"\b(?:January|February|April|June|July|August|September|October|November|December|(?:in|of|by)\s(?:March|May))\b(?!\s(?:\d|and\s[A-Z]))"
    r"|\bfrom\s\d+\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b(?:spring|autumn|weekends?|Sundays?|Saturdays?)\b"
)
_HAD_BEEN = re.compile(r"\bhad\s(?:[a-z]+\s)?(?:been|stood\sat|averaged|amounted\sto)\s(?:[a-z]+\s){0,2}$")
_BEFORE_IT = re.compile(r"(?:Before|Prior\sto|Until)\sthe\s(?!end\b|year\b)[^\d]*$")
_PAST = re.compile(r"\b(?:was|were|stood|had|did)\b")
_SAME = re.compile(r",?\s(?:in\s|\()?")  # two years earlier, in 2021: that is known
_SAME_BEFORE = re.compile(r",\s(?:(?:just|right)\s)?(?:before|after|during)\sthe\s")  # in 2019, before the pandemic


def is_of_another_time(statement: Statement, end: int) -> bool:
    """Whether the words lead to a time, and it is not known to which: the year before it opened."""
    found = _ELSEWHEN.finditer(statement.passage.text, statement.start, end)
    return any(
        not any(
            _SAME.fullmatch(statement.passage.text, each.end(), at)
            or _SAME_BEFORE.fullmatch(statement.passage.text, at + len(period), each.start())
            for at, period in statement.periods
        )
        and not any(
            one.start < each.end() and each.start() < one.end and (statement.is_dated or "years" not in each[0])
            for one in statement.shifts
        )
        for each in found
    )


def is_of_a_time_before(statement: Statement, at: int) -> bool:
    """Whether a figure is what had been, or was before something happened, and no year or step back says when."""
    if statement.periods or statement.shifts:
        return False
    before = statement.passage.text[statement.start : at]
    was_before = _BEFORE_IT.match(before) is not None and _PAST.search(statement.text) is not None
    return was_before or _HAD_BEEN.search(before) is not None


def is_of_a_month(text: str) -> bool:
    """In May, at weekends: of a part of the year."""
    return _MONTHS.search(text) is not None
