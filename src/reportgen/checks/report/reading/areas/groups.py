"""The groups of areas that words may mean: all that have a value, those compared, the peers of the report's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.checks.report.reading.numbers.how_many import MANY

AREA_NOUN = (
    r"(?:area|region|place|authorit(?:y|ie)|council|count(?:y|ie)|district|borough|cit(?:y|ie)|nation|force|trust|board"
    r"|town|peer|neighbour)s?"
)
_WHOLE = re.compile(
    rf"(?:all\s|the\s|our\s)*(?:{MANY}\s)?(?:[a-z-]+\s)?{AREA_NOUN}(?:\s(?:compared|listed|shown))?"
    r"(?:\s(?:(?:in|of)\s(?:the|this|our)\s(?:data|report|table|figure|chart|comparison|group|region|county)|we\scompare|here))?(?:\s\(.*)?",
    re.IGNORECASE,
)


def groups(known: Sequence[str], home: str, rivals: Sequence[str]) -> Sequence[tuple[str, ...]]:
    """All areas, the comparators with the report's own, its peers (which are no comparators) with it and without.

    `known`: those that have a value, home among them.
    """
    peers = tuple(one for one in known if one == home or one not in rivals)
    compared = tuple(one for one in known if one == home or one in rivals)
    others = tuple(one for one in peers if one != home)
    return [each for each in dict.fromkeys([tuple(known), compared, peers, others]) if len(each) > 1]


def is_group(words: str) -> bool:
    """Whether a whole of which some are told is one of areas: the four boroughs, all councils compared."""
    return _WHOLE.fullmatch(words.strip()) is not None
