"""Places in an order as the words tell them: second highest, best, comes third, in first place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.checks.report.reading.adjectives import SUPERLATIVES, Sense
from reportgen.checks.report.reading.number_words import CARDINAL, ORDINALS, cardinal
from reportgen.checks.report.reading.statements import Statement

_ORDINAL = rf"{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th)"
_SUPERLATIVE = re.compile(
    rf"\b(?:(?P<rank>{_ORDINAL})[\s-])?(?:"
    + "|".join(rf"(?P<{sense}>{words})" for sense, words in SUPERLATIVES.items())
    + r")\b(?!\s(?:of\sall\s)?(?:important|likely|recent|common))(?<!at least)(?<!at most)(?<!at best)(?<!at worst)",
    re.IGNORECASE,
)
_PLACED = re.compile(
    rf"\b(?:(?:comes?|came|ranks?|ranked|placed|stands?|finish\w*)\s(?P<rank>{_ORDINAL})\b(?!\s(?:to|in\sline))"
    rf"|(?:in|into|takes?|took|holds?|held)\s(?:the\s)?(?P<place>{_ORDINAL})\splace\b(?!\s(?:to|,))"
    r"|(?P<top>tops|topped|heads|headed)\sthe\s(?:table|list|league|ranking)\b"
    r"|(?:at\sthe\s)?(?P<bottom>bottom)\sof\sthe\s(?:table|list|league|ranking)\b)",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(
    rf"\b(?:of|among|in|out\sof)\s(?:the|all(?:\sthe)?|our|these)\s({CARDINAL}|\d+)"
    r"(?=\s(?:areas|regions|places|authorities|councils|counties|districts|boroughs|cities|nations|compared|in\sthis)\b|[.,;:)]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Placing:
    """A place in an order. `senses`: in which order, or in any of which; `of`: among how many, 0 where unsaid."""

    start: int
    end: int
    rank: int
    senses: tuple[Sense, ...]
    of: int = 0


def placings(statement: Statement) -> Iterator[Placing]:
    """The places that a sentence tells, but for those in the name of an area."""
    text, start, end = statement.passage.text, statement.start, statement.end
    many = _OF_SO_MANY.search(text, start, end)
    of = int(cardinal(many[1]) or 0) if many else 0
    for found in _SUPERLATIVE.finditer(text, start, end):
        sense = next(sense for sense in SUPERLATIVES if found[sense])
        if not any(area.start <= found.start() < area.end for area in statement.areas):
            yield Placing(found.start(), found.end(), _number(found["rank"]), (sense,), of)
    for found in _PLACED.finditer(text, start, end):
        if found["bottom"]:
            yield Placing(found.start(), found.end(), 1, ("worse", "less"), of)
        else:
            rank = _number(found["rank"] or found["place"])
            yield Placing(found.start(), found.end(), rank, ("better", "more"), of)


def _number(word: str | None) -> int:
    """The place that a word says; the first where there is none."""
    word = (word or "first").lower()
    return ORDINALS[word] if word in ORDINALS else int(word[:-2])
