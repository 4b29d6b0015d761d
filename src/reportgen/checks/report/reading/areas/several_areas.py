"""Areas that a sentence speaks of together: none of the others, both averages, two of the four, only Kent."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.report.reading.areas.groups import AREA_NOUN, groups
from reportgen.checks.report.reading.areas.named_together import Row, excepted, rows
from reportgen.checks.report.reading.kept import kept
from reportgen.checks.report.reading.numbers.how_many import HEAD, MANY, but_so_many, counts_some, how_many
from reportgen.checks.report.reading.numbers.number_words import cardinal
from reportgen.checks.report.reading.statements import Statement

_NOUN = rf"(?:{AREA_NOUN}|(?:comparator|average|other)s?|ones?(?!\sof\b))"
_BESIDE_US = r"neighbouring|neighbour|nearby|surrounding|adjoining|peer|similar|comparable"
_COUNTED = re.compile(
    rf"\b(?<!almost\s)(?<!nearly\s)(?<!not\s)(?<!of\sthe\s)(?<!of\sour\s)(?<!of\sits\s)(?<!of\sthese\s)(?!most\s(?:similar|comparable))(?P<head>{HEAD})\s"
    rf"(?P<middle>(?:(?:of|the|these|those|our|its|other|combined|local|{_BESIDE_US}|{MANY})\s){{0,5}})(?:(?P<noun>{_NOUN})\b)"
)  # in small letters
_ANY_AREA = re.compile(r"(?:area|region|place|peer|comparator|average|other|one)s?", re.IGNORECASE)
_MAY_BE_WIDER = re.compile(rf"{_ANY_AREA.pattern}|nations?|count(?:ry|ries)", re.IGNORECASE)
_RIVALS = re.compile(r"comparators?|averages?", re.IGNORECASE)
_HEADED = re.compile(r"\b(?P<head>both|neither|either)\s(?:in\s|of\s|(?:that|those)\s(?:in|of)\s)?$", re.IGNORECASE)
_FOLLOWED = re.compile(r",?\s(?:(?:have|are|do|were|had|did)\s)?(?:both|all|each)\b")
_PLURAL = re.compile(r"\s(?:have|are|do|were|had|did)\b(?!.*\b(?:together|combined|between\sthem)\b)")
_SUBJECT = re.compile(r"(?:^|[,;:]\s|\b(?:that|while|but|and|where|whereas|in|both)\s)(?:the\s)?$", re.IGNORECASE)
_NOWHERE = re.compile(r"\b(?:nowhere|(?P<every>everywhere(?=\selse)))(?:\selse)?\b")
_ONLY = re.compile(r"\b[Oo]nly\s(?:in\s|for\s|that\sof\s|those\s(?:of|in)\s)?$")
_IS_THE_ONLY = re.compile(
    rf"\s(?:is|was|are|were)\s(?:also\s)?the\sonly\s(?:{MANY}\s)?(?:of\s[a-z\s]*?)?{_NOUN}\b(?=\s(?:in|where|that|which|with|to)\b)"
)
_FEW = 2
_TOLD = re.compile(r"\b(?:both|neither|either|only|all|each)\b")
_SET_AGAINST = re.compile(
    r"\b(?:than|above|below|behind|ahead\sof|beats?|exceeds?|trails?|outperforms?|leads?|surpass(?:es|ed)?|outstrips?)\s(?:only\s)?"
    r"(?:(?:that|what)\s(?:it|they)\s(?:is|are)\s)?"
    r"(?:in\s|for\s|(?:that|those|the\s(?:averages?|rates?|figures?|shares?|levels?))\s(?:of|in|for)\s)?$"
)
_VERB = re.compile(r"\s(?:is|has|was|does|had|did|are|have|were|do)\b")


@dataclass(frozen=True, slots=True)
class Several:
    """So many of some areas, as words from `start` to `end` say."""

    start: int
    end: int
    areas: tuple[str, ...]  # of which
    numbers: range  # how many of them
    only: frozenset[str] = frozenset()  # which, where they are the only ones
    others: bool = True  # whether they are what the report's own area is compared with, as the words call them
    set_against: bool = False  # whether something is compared with them, and not they with something
    of_others: bool = False  # whether the words say that they are others


@kept
def may_count(statement: Statement) -> bool:
    """Whether a sentence has any of the words that several areas are told by, or names two of them."""
    told = (one.search(statement.lower, statement.start, statement.end) for one in (_TOLD, _NOWHERE))
    return len(statement.areas) > 1 or any(told) or bool(_heads(statement))


def is_of_some(statement: Statement, at: int) -> bool:
    """Whether a figure is said of some areas that are only counted, so that it need not be the report's own."""
    begin, end = statement.stretch(at)
    for found in _COUNTED.finditer(statement.lower, begin, end):
        whole = found["head"].lower() in ("all", "each", "every", "both", "any") and "other" not in found["middle"]
        inside = any(one.start <= found.start() < one.end and one.unit != "number" for one in statement.quantities)
        if not whole and not inside and not _SET_AGAINST.search(statement.before(found.start())):
            return True
    return False


def several(
    statement: Statement, known: Sequence[str], home: str, rivals: Sequence[str], wider: Collection[str] = ()
) -> Iterator[Several]:
    """The areas that a sentence counts. `known`: those that have a value, home among them; `rivals`: comparators;
    `wider`: those that no district or town is, as they are of many.

    Where the same words may count one group of areas or another, each stands by itself.
    """
    out = excepted(statement)
    for found in _heads(statement):
        if any(one.start < found.end() and found.start() < one.end for one in statement.areas if one.area):
            continue  # the most similar forces, where one comparator is called so
        against = _SET_AGAINST.search(statement.before(found.start())) is not None
        if against and found["head"].lower() == "any":
            continue  # more than any other area: the most, which is a rank
        counted = [area for area in known if area not in wider or _MAY_BE_WIDER.fullmatch(found["noun"])]
        counted = counted if len(counted) > 1 else list(known)
        for one in _counted(found, counted, home, [area for area in rivals if area in counted]):
            areas = tuple(area for area in one.areas if area not in out)
            numbers = one.numbers if len(areas) == len(one.areas) else how_many(found["head"], len(areas))
            end = _with_excepted(statement, one.end) if len(areas) < len(one.areas) else one.end
            if left := but_so_many(found["head"], len(areas), statement.after(end)):
                numbers, end = left[0], end + left[1]
            if numbers is not None:
                of_others = "other" in found["middle"].split() or found["noun"] == "others"
                yield Several(
                    one.start, end, areas, numbers, others=one.others, set_against=against, of_others=of_others
                )
    for found in _NOWHERE.finditer(statement.lower, statement.start, statement.end):
        areas = tuple(area for area in known if area not in out and not (found["every"] and area == home))
        numbers = range(len(areas), len(areas) + 1) if found["every"] else range(1)
        yield Several(found.start(), found.end(), areas, numbers)
    for row in rows(statement):
        if all(row.areas) and not out.issuperset(row.areas):
            yield from _only(statement, row, known)
            yield from _named(statement, row)


@kept
def _heads(statement: Statement) -> Sequence[re.Match[str]]:
    """All words that may count areas."""
    return tuple(_COUNTED.finditer(statement.lower, statement.start, statement.end))


def _with_excepted(statement: Statement, end: int) -> int:
    """Where words end that leave out areas right behind: none of the others but Kent."""
    behind = next((row for row in rows(statement) if row.start >= end), None)
    is_beside = behind is not None and re.fullmatch(r",?\s[a-z\s]{3,20}", statement.passage.text[end : behind.start])
    return behind.end if behind is not None and is_beside else end


def _counted(found: re.Match[str], known: Sequence[str], home: str, rivals: Sequence[str]) -> Iterator[Several]:
    """None of the other areas, two of the four areas, both averages; of each group of areas that may be meant."""
    middle = found["middle"].lower().split()
    others = "other" in middle or found["noun"].lower() == "others" or re.search(_BESIDE_US, found[0].lower())
    every = [tuple(rivals)] if _RIVALS.fullmatch(found["noun"]) else groups(known, home, rivals)
    numbers = [int(many) for word in middle if (many := cardinal(word)) is not None]
    head = found["head"].lower()
    if head.split()[0] == "all" and not numbers and (many := cardinal(head.split()[-1])):
        numbers = [int(many)]  # all four boroughs
    each = [tuple(area for area in group if area != home or not others) for group in every]
    fitting = [group for group in each if len(group) > 1 and numbers in ([], [len(group)])]
    if counts_some(head) and "of" not in middle and not (others and head.split()[0] in ("only", "just")):
        fitting = [group for group in fitting if len(group) > _FEW and _are_peers(group, found["noun"], rivals)]
    for areas in dict.fromkeys(fitting if numbers or not _ANY_AREA.fullmatch(found["noun"]) else fitting[:1]):
        allowed = how_many(head, len(areas))
        if allowed is not None:
            yield Several(found.start(), found.end(), areas, allowed, others=bool(others) or home not in areas)


def _are_peers(group: Sequence[str], noun: str, rivals: Sequence[str]) -> bool:
    """Whether a few of them may be counted without saying of how many: two districts, of those that there are."""
    return not _MAY_BE_WIDER.fullmatch(noun) and set(group).isdisjoint(rivals)


def _only(statement: Statement, row: Row, known: Sequence[str]) -> Iterator[Several]:
    """Only Kent and Surrey; Kent is the only area where; behind only Kent."""
    text, only = statement.passage.text, frozenset(row.areas)
    before = _ONLY.search(statement.before(row.start))
    behind = _IS_THE_ONLY.match(text, row.end, statement.end)
    if before:
        start = row.start - len(before[0])
        against = _SET_AGAINST.search(statement.before(row.start)) is not None
        yield Several(start, row.end, tuple(known), range(len(only), len(only) + 1), only, set_against=against)
    elif behind:
        numbers = range(len(only), len(only) + 1)
        yield Several(row.start, behind.end(), tuple(known), numbers, only, others=False)


def _named(statement: Statement, row: Row) -> Iterator[Several]:
    """Both the national and the regional average; Kent and Surrey both; than in England, Wales or Scotland."""
    many, text = len(row.areas), statement.passage.text
    if many < 2:
        return
    headed = _HEADED.search(statement.before(row.start))
    start = row.start - len(headed[0]) if headed else row.start
    head = headed["head"].lower() if headed else ""
    against = _SET_AGAINST.search(statement.before(start)) is not None
    numbers = range(1) if head == "neither" else range(many, many + 1)
    followed = _FOLLOWED.match(text, row.end, statement.end)
    plural = followed or _PLURAL.match(text, row.end, statement.end)
    listed = not head and not _VERB.match(text, row.end, statement.end)
    if head == "neither" or (head == "both" and many == 2) or (against and (head == "either" or listed)):
        yield Several(start, row.end, row.areas, numbers, set_against=against)
    elif not head and plural and _SUBJECT.search(statement.before(row.start)):
        yield Several(start, plural.end() if followed else row.end, row.areas, numbers, others=False)
