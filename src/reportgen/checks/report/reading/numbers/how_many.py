"""How many of some, as words say it: none, neither, both, every, most, half, only two, at least three."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.numbers.number_words import CARDINAL, cardinal

MANY = rf"(?:{CARDINAL}|(?<!\d)\d{{1,2}}(?!\d))"
HEAD = (
    r"none|neither|no|all|(?:any|each|every)(?:\sone)?|both|either|most|half|(?:more|fewer|less)\sthan\shalf"
    rf"|all\sbut\s{MANY}|(?:(?:only|just|all|at\sleast|at\smost|all\sof|exactly|more\sthan|fewer\sthan)\s)?{MANY}"
)
_BOUNDED = re.compile(
    r"(?P<least>at\sleast)|(?P<most>at\smost)|(?P<over>more\sthan)|(?P<under>fewer\sthan|less\sthan)", re.IGNORECASE
)

_OF_THE = re.compile(
    rf"\b(?:{HEAD})\s(?:out\s)?of\s(?:all\s)?(?:the|these|those|its|our)\s(?:other\s)?$", re.IGNORECASE
)
_BUT = re.compile(rf",?\s(?:but|bar|except(?:\sfor)?|save)\s(?P<number>{MANY})\b", re.IGNORECASE)


def how_many(head: str, whole: int) -> range | None:
    """The numbers of a whole that the words allow; None: they cannot be said of a whole of so many."""
    words = head.lower().split()
    words = words[:1] if words[0] in ("any", "each", "every") else words
    if words[-1] == "half":
        half = whole // 2
        if len(words) > 1:
            return range(half + 1, whole + 1) if words[0] == "more" else range((whole + 1) // 2)
        return None if whole % 2 else range(half, half + 1)
    if words[-1] == "most":
        return range(whole // 2 + 1, whole + 1)
    if words[-1] in ("none", "neither", "no"):
        return range(1) if words[-1] != "neither" or whole == 2 else None
    number = cardinal(words[-1])
    if number is not None and words[:2] == ["all", "but"]:
        return range(whole - int(number), whole - int(number) + 1) if number < whole else None
    if number is None:
        return None if words[-1] in ("both", "either") and whole != 2 else range(whole, whole + 1)
    return _around(head, int(number), whole)


def counts_some(head: str) -> bool:
    """Whether the words are a number, which may count some of a whole, or a whole of so many."""
    words = head.lower().split()
    return cardinal(words[-1]) is not None and words[0] not in ("any", "each", "every")


def is_of_a_whole(before: str) -> bool:
    """Whether a number behind these words counts a whole of which some are told: two of the five."""
    return _OF_THE.search(before) is not None


def but_so_many(head: str, whole: int, behind: str) -> tuple[range | None, int] | None:
    """The numbers left where words behind leave some out, and how long these are: all of the museums but one."""
    found = _BUT.match(behind)
    if found is None:
        return None
    is_all = head.lower() in ("all", "every", "each")
    return how_many(f"all but {found['number']}", whole) if is_all else None, found.end()


def _around(head: str, number: int, whole: int) -> range | None:
    if number > whole:
        return None
    bounded = _BOUNDED.match(head)
    match bounded.lastgroup if bounded else None:
        case "least":
            return range(number, whole + 1)
        case "most":
            return range(number + 1)
        case "over":
            return range(number + 1, whole + 1)
        case "under":
            return range(number)
    return range(number, number + 1)
