"""Whether words tell of others than a fact does: of minor ones, where it has major ones; in construction."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.areas.groups import AREA_NOUN
from reportgen.checks.report.reading.facts.kin import kin_of
from reportgen.checks.report.reading.facts.names import FactName
from reportgen.checks.report.reading.likeness import likeness
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.telling_words import PLAIN

_OPENS_IN = re.compile(r"(?:In|Among|Amongst|Within|At|For)\s(?:(?:the|our|its)\s)?(?P<what>[a-z-]+(?:\s[a-z-]+)?),\s")
_OF_THE_WHOLE = re.compile(rf"(?:[a-z-]+\s)?{AREA_NOUN}")
_NO_PART = stems_in(
    "year years month months week term winter summer spring autumn all total sum addition particular practice short"
    " turn contrast general fact effect return brief reality time"
)
_EXTREME = re.compile(r"\b(?:lowest|highest|best|worst|fewest|smallest|largest|longest|shortest)\b")
_OUTSTANDING = re.compile(
    r"\b(?:[a-z]+est|best|worst|most|least|top|bottom|first|last|lead\w*|led|ahead|behind|lag\w*|trail\w*|follow\w*"
    r"|record|peak\w*|low|high|no|none|nobody|nowhere|any|only|even)\b",
    re.IGNORECASE,
)
_OPPOSITES = tuple(
    frozenset(pair.split())
    for pair in (
        "major minor",
        "large small",
        "larger smaller",
        "public private",
        "urban rural",
        "new existing",
        "paid free",
    )
)


def opens_elsewhere(statement: Statement, one: Quantity, name: FactName) -> bool:
    """Whether a sentence opens with a kind or part that the fact does not have: In construction, 71% of leavers …"""
    opening = _OPENS_IN.match(statement.passage.text, statement.start, one.start)
    if opening is None or _OF_THE_WHOLE.fullmatch(opening["what"]):
        return False
    told = statement.told(*opening.span("what")) - PLAIN - _NO_PART
    return bool(told) and told.isdisjoint(name.words | name.above | kin_of(name.words))


def is_of_no_extreme(statement: Statement, one: Quantity, name: FactName) -> bool:
    """Whether a fact is told of the lowest region, and nothing in the words is lowest, first or ahead."""
    extreme = _EXTREME.search(name.text) is not None and likeness(one, name.datum) == 0
    return extreme and _OUTSTANDING.search(statement.text) is None


def is_of_the_opposite(statement: Statement, name: FactName) -> bool:
    """Whether minor ones are told of, where the fact has major ones."""
    said, own = ({*re.findall(r"[a-z]+", text.lower())} for text in (statement.text, name.text))
    return any(len(pair & own) == 1 and len(pair & said) == 1 and not pair & own & said for pair in _OPPOSITES)
