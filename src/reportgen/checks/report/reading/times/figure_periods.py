"""The period that a figure is of, as named beside it or alone in its sentence."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.statements import Statement

_TO_PERIOD = re.compile(
    r"[\s(]*(?:[a-z]+\s){0,4}?(?:per\s[\d,]+\s(?:(?!than\b)[a-z]+\s){0,2}?)?(?:in|for|by|\()?\s?\(?"
)
_SPAN = re.compile(r"\b(?:between|from|since|until|to)\s$")
_SET_AGAINST = re.compile(r"\bthan\s(?:(?:it|they)\s(?:was|were)\s)?(?:in\s)?$")  # fewer than in 2022
_STARTED = re.compile(r"\b(?:on|since|from)\s(?:19|20)\d\d(?:[-/–]\d+)?,?\sto\s(?:[a-z]+\s){0,2}$")
_OPENS_ANEW = re.compile(r"[,;]\s(?:and\s|but\s|only\s|just\s|still\s)*$|;[^;]*$")
_FORMER = re.compile(r"\b(?:from|against|after|compared|than|was|were)\b")
_EARLIER = re.compile(
    r"\b(?:earlier|before|previous(?:ly)?|last\syear|then|ago|used|former(?:ly)?|once|after(?=\s(?:[a-z]+\s){0,2}[£\d])|since|until)\b",
    re.IGNORECASE,
)
_NAMED_SO = re.compile(
    r"\b(?:[Bb]efore\s[^,;.]{3,30}|(?<=[a-z]\s)before|(?<=years\s)(?:ago|earlier)|(?<=year\s)(?:ago|earlier))(?:,\s|\s\()(?:in\s)?\Z"
)  # before the pandemic, in 2019; two years ago, in 2022
_SO_NAMED = re.compile(r",\s(?:(?:just|right)\s)?before\s[^,;.]{3,30}(?=,)")  # in 2019, before the pandemic, 24% were


def period_of(statement: Statement, one: Quantity) -> str:
    """The period that a figure is of, as named beside it or alone in its sentence. Empty: unsaid."""
    if not statement.periods:
        return ""
    following = [other.start for other in statement.quantities if other.start > one.start]
    until = min([statement.end, *following])
    for at, period in statement.periods:
        if one.end <= at < until and _TO_PERIOD.fullmatch(statement.passage.text, one.end, at):
            return period
    earlier = [other.end for other in statement.quantities if other.end <= one.start]
    begin = max([statement.start, *earlier])
    before = [period for at, period in statement.periods if begin <= at < one.start]
    if before:
        started = _STARTED.search(statement.passage.text[begin : one.start])
        return "" if started else before[-1]  # up 4 points on 2023, to 31%: that is now
    if len(statement.periods) != 1:
        return ""
    [(at, period)] = statement.periods
    if _SET_AGAINST.search(statement.before(at, 20)):
        return ""
    if _OPENS_ANEW.search(statement.passage.text[one.end : at]) and any(
        one.end <= each.start == at for each in statement.shifts
    ):
        return ""  # prices are 7.2 times earnings, a year ago they were 7.8
    another = following and at > min(following) and _FORMER.search(statement.passage.text, one.end, at)
    return "" if another else period  # 36%, up from 30 in 2021: that is when it was 30


def own_period(statement: Statement, one: Quantity) -> str:
    """The period that a figure is surely of: named right behind it, or alone in its clause, with no other figure."""
    if period := period_behind(statement, one):
        return period
    for start, end in (statement.stretch(one.start), (statement.start, statement.end)):
        named = [
            (at, period)
            for at, period in statement.periods
            if start <= at < end and not _SET_AGAINST.search(statement.before(at, 20))
        ]
        figures = [each for each in statement.quantities if each.unit == one.unit and start <= each.start < end]
        if len(named) == 1 and not _tells_of_another(statement, start, end):
            at, period = named[0]
            return period if len(figures) < 2 or at < figures[0].start else ""
        if named:
            return ""
    return ""


def period_behind(statement: Statement, one: Quantity) -> str:
    """The period that is named right behind a figure: 2,920 the year before. Empty: none."""
    for at, period in statement.periods:
        beside = at >= one.end and _TO_PERIOD.fullmatch(statement.passage.text, one.end, at)
        if beside and not _SPAN.search(statement.before(at, 9)):
            return period
    return ""


def _tells_of_another(statement: Statement, start: int, end: int) -> bool:
    """Whether words there lead to another time than the one that is named."""
    known = [(one.start, one.end) for one in statement.shifts if one.period or statement.is_dated]
    text = statement.passage.text
    for at, period in statement.periods:
        if named_so := _NAMED_SO.search(text[:at], start):
            known.append((named_so.start(), at))
        if named_so := _SO_NAMED.match(text, at + len(period)):
            known.append(named_so.span())
    found = _EARLIER.finditer(text, start, end)
    return any(not any(first <= each.start() < last for first, last in known) for each in found)
