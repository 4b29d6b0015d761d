"""Areas that a sentence speaks of together: none of the others, both averages, two of the four, only Kent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportgen.checks.report.reading.number_words import CARDINAL, cardinal
from reportgen.checks.report.reading.statements import Statement

_MANY = rf"(?:{CARDINAL}|\d+)"
_NOUN = (
    r"(?:area|region|place|authorit(?:y|ie)|council|count(?:y|ie)|district|borough|cit(?:y|ie)|nation|comparator|one)s?"
)
_COUNTED = re.compile(
    rf"\b(?P<head>none|neither|no|all|any|each|every|both|(?:only\s|just\s)?{_MANY})\s"
    rf"(?P<middle>(?:(?:of|the|these|those|our|other|{_MANY})\s){{0,4}})(?:{_NOUN}\b|(?<=other\s)(?:forces|trusts)\b)",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\b(?P<head>both|neither)\s(?:in\s)?$", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|nor)\s(?:(?:that|those)\s(?:of|for|in)\s|in\s|the\saverage\s(?:of|for)\s)?(?:the\s)?")
_NOWHERE = re.compile(r"\b[Nn]owhere(?:\selse)?\b")
_ONLY = re.compile(r"\b[Oo]nly\s(?:in\s)?$")
_TOLD = re.compile(r"\b(?:both|neither|only)\b", re.IGNORECASE)
_SET_AGAINST = re.compile(
    r"\b(?:than|above|below|behind|ahead\sof|beats?|exceeds?|trails?)\s(?:in\s|those\s(?:of|in)\s|that\sof\s)?$"
)


@dataclass(frozen=True, slots=True)
class Several:
    """So many of some areas, as words from `start` to `end` say."""

    start: int
    end: int
    areas: tuple[str, ...]  # of which
    number: int  # how many of them
    only: str = ""  # which, where it is the only one
    others: bool = True  # whether they are what the report's own area is compared with, as the words call them
    set_against: bool = False  # whether something is compared with them, and not they with something


def may_count(statement: Statement) -> bool:
    """Whether a sentence has any of the words that several areas are told by."""
    patterns = (_COUNTED, _NOWHERE, _TOLD)
    return any(one.search(statement.passage.text, statement.start, statement.end) for one in patterns)


def several(statement: Statement, known: Sequence[str], home: str) -> Iterator[Several]:
    """The areas that a sentence counts. `known`: those that have a value, home among them."""
    for found in _COUNTED.finditer(statement.passage.text, statement.start, statement.end):
        against = _SET_AGAINST.search(statement.before(found.start())) is not None
        if against and found["head"].lower() == "any":
            continue  # more than any other area: the most, which is a rank
        if one := _counted(found, known, home):
            yield replace(one, set_against=against)
    for found in _NOWHERE.finditer(statement.passage.text, statement.start, statement.end):
        yield Several(found.start(), found.end(), tuple(area for area in known if area != home), 0)
    yield from _pairs(statement)
    for named in statement.areas:
        only = _ONLY.search(statement.before(named.start))
        if only and named.area and named.area != home:
            others = tuple(area for area in known if area != home)
            yield Several(named.start - len(only[0]), named.end, others, 1, only=named.area)


def _counted(found: re.Match[str], known: Sequence[str], home: str) -> Several | None:
    """None of the other areas, two of the four areas."""
    middle = found["middle"].lower().split()
    others = "other" in middle or "comparator" in found[0].lower()
    areas = tuple(area for area in known if area != home or not others)
    numbers = [int(many) for word in middle if (many := cardinal(word)) is not None]
    head = re.sub(r"^(?:only|just)\s", "", found["head"].lower())
    counted = cardinal(head)
    number = int(counted) if counted is not None else _number(head, len(areas))
    if len(areas) < 2 or numbers not in ([], [len(areas)]) or number is None:
        return None
    if counted is not None and "of" not in middle:
        return None  # three areas: of how many?
    return Several(found.start(), found.end(), areas, number, others=others)


def _number(head: str, whole: int) -> int | None:
    if head in ("none", "neither", "no"):
        return 0
    return None if head == "both" and whole != 2 else whole


def _pairs(statement: Statement) -> Iterator[Several]:
    """Both the national and the regional average."""
    for first, second in pairwise(statement.areas):
        pair = _PAIR.search(statement.before(first.start))
        if pair and _AND.fullmatch(statement.passage.text, first.end, second.start) and first.area and second.area:
            start = first.start - len(pair[0])
            against = _SET_AGAINST.search(statement.before(start)) is not None
            number = 2 if pair["head"].lower() == "both" else 0
            yield Several(start, second.end, (first.area, second.area), number, set_against=against)
