"""What a figure counts as it is told: its noun, whether it is of some of those that are known, or of a year or each."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.claims.tellings import Telling
from reportgen.checks.report.reading.facts.kin import kin_of
from reportgen.checks.report.reading.sentences import stem, stems_in

_RATE = re.compile(
    r"\s(?:[a-z]+\s){0,3}?(?:an?|each|every|per)\s(?:year|month|week|day|night|hour|head|person|pupil|home|visit)\b"
)
_LISTED = stems_in("indicators measures missions aspirations figures tables chapters targets areas")  # of the report
_LENGTHS = stems_in("seconds minutes hours days weeks months years miles kilometres metres")
_PEOPLE = stem("people")
_NOUN = re.compile(
    r"(?:\sof\s(?:(?:the|its|our|their|all|own|these|those|[a-z]+[’']s|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten)\s)*(?=[a-z])|\s)"
    r"(?:(?!(?:and|or|but|of|in|by|to|as|a|an|the|for|from|at|on)\b)[A-Za-z’'-]+\s){0,3}?([a-z-]+[^us\W]s|people|children|men|women|staff)\b"
)
_EACH = re.compile(r"\b(?:Each|Every|each\sof)\b")
_OF_ALL = re.compile(r"(?:Of|Among|Amongst)\s[^,]*,")
_OF_SOME = re.compile(r"(?:\s\w+)?\sof\s(?:all|the|those|these|our|its|their|them)\b")
OF_THEM = re.compile(r"\s(?:\w+\s)?of\s(?:them|these|those|whom)\b")


def count_alike(one: Telling, other: Telling) -> bool:
    """Whether both count the same."""
    if one.one.unit != "number":
        return True
    first, second = counted(one), counted(other)
    if first in _LISTED or second in _LISTED:
        return False
    if _is_part(one) != _is_part(other):
        return False
    if not (first and second):
        return bool(first or second) and all(
            OF_THEM.match(this.statement.after(this.one.end)) and word in this.known
            for this, word in ((one, second), (other, first))
            if word
        )
    visitors = any(
        word == _PEOPLE and head in this.known for this, word, head in ((one, first, second), (other, second, first))
    )
    return visitors or first == second or first in kin_of([second])


def _is_part(one: Telling) -> bool:
    """Whether a number is of some of those that are known: 47 of the events; of the 74 events, 47."""
    opening, behind = _OF_ALL.match(one.statement.text), one.statement.after(one.one.end)
    within = opening is not None and one.statement.start + opening.end() <= one.one.start
    return _OF_SOME.match(behind) is not None or (within and not _NOUN.match(behind))


def counted(one: Telling) -> str:
    """What a number counts; where it does not say, what the one before counts: 640 nurses in 2022, 710 in 2023."""
    statement, behind = one.statement, one.statement.after(one.one.end)
    before = [each for each in statement.quantities if each.end <= one.one.start and each.unit == "number"]
    own = noun_behind(behind)
    return own if own or not before or OF_THEM.match(behind) else noun_behind(statement.after(before[-1].end))


def noun_behind(behind: str) -> str:
    found = _NOUN.match(behind) if not OF_THEM.match(behind) else None
    return stem(found[1]) if found else ""


def is_limit(one: Telling) -> bool:
    """Whether a length is one by which a share is told: a third of claims are settled within 60 days."""
    statement, at = one.statement, one.one.start
    start, _ = statement.stretch(at)
    shares = [each for each in statement.quantities if each.unit == "percent" and start <= each.start < at]
    return bool(shares) and counted(one) in _LENGTHS


def is_rate(one: Telling) -> bool:
    start, _ = one.statement.stretch(one.one.start)
    each = _EACH.search(one.statement.passage.text, start, one.one.start)
    return each is not None or _RATE.match(one.statement.after(one.one.end)) is not None
