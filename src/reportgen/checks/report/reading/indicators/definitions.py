"""Definitions of a rating in the narrative's own words: what is said of it, and how wide a band it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from reportgen.checks.report.reading.indicators.ratings import COLOUR, typed_ratings
from reportgen.checks.report.reading.numbers.number_words import UNITS
from reportgen.checks.report.reading.passage import Passage, Section
from reportgen.checks.report.reading.report import ReadReport
from reportgen.findings import Rating
from reportgen.problems import Place

BETTER = re.compile(r"\b(?:better|ahead|outperform\w*)\b", re.IGNORECASE)
LEVEL = re.compile(r"\b(?:level|equal|same|in line|as good|at or (?:above|better)|matche?s)\b", re.IGNORECASE)
WORSE = re.compile(r"\b(?:worse|behind|trail\w*|lag\w*)\b", re.IGNORECASE)

_DEFINES = re.compile(
    r"(?:\s+(?:rating|colour|rated|cell)\b)?\s*(?:\([^)]*\))?\s*"
    r"(?::|[–—=]|-(?=\s)"
    r"|,?\s*\b(?:means?|where|if|when|for|stands? for|shows?|marks?|indicates?|is|are|says?|otherwise)\b)",
    re.IGNORECASE,
)
_BY_ITSELF = re.compile(r"\s*\b(?:means|stands for|marks|indicates)\b", re.IGNORECASE)
_CUE = re.compile(
    rf"{BETTER.pattern}|{LEVEL.pattern}|{WORSE.pattern}|\bwithin\b|\bpoints?\b|\bmore\b|\botherwise\b", re.IGNORECASE
)
_LIKEWISE = re.compile(rf"\s+(?:{BETTER.pattern}|{LEVEL.pattern}|{WORSE.pattern})", re.IGNORECASE)
_NUMBERS = {
    "half a": Decimal("0.5"),
    "a": Decimal(1),
    "an": Decimal(1),
    **dict(zip(UNITS, map(Decimal, UNITS.values()), strict=True)),
}
_WIDTH = re.compile(
    rf"(?P<before>no more than|not more than|at most|up to|within|less than|fewer than|under|more than|over|beyond|"
    rf"greater than|at least|exceed\w*|by)?\s*(?:a maximum of\s*)?"
    rf"(?P<number>\d+(?:\.\d+)?|{'|'.join(_NUMBERS)})\s*(?:%|per cent|pp\b|(?:percentage )?points?)"
    rf"(?P<after>\s*(?:or (?:less|fewer|more|over)))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Width:
    """A number of percentage points, with the words before and behind that say which side of it is meant."""

    points: Decimal
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Definition:
    """What a passage says of one rating, from `start` to `end` in it."""

    rating: Rating
    text: str
    passage: Passage
    start: int
    end: int

    @property
    def place(self) -> Place:
        return self.passage.place(self.start)

    @property
    def stands_by_itself(self) -> bool:
        """RED means …: so worded it defines, even where no other rating is defined beside it."""
        return _BY_ITSELF.match(self.text) is not None

    def says(self, pattern: re.Pattern[str]) -> bool:
        return pattern.search(re.sub(r"\b(?:no|not) (?:worse|better)\b", "", self.text)) is not None

    @property
    def width(self) -> Width | None:
        found = _WIDTH.search(self.text)
        if found is None:
            return None
        number = found["number"].lower()
        points = _NUMBERS[number] if number in _NUMBERS else Decimal(number)
        return Width(points, (found["before"] or "").lower(), (found["after"] or "").lower())


@dataclass(frozen=True, slots=True)
class Explanation:
    """The definitions that stand together in a paragraph, list or table."""

    section: Section
    definitions: Sequence[Definition]

    @property
    def is_whole(self) -> bool:
        """Whether it explains more than one rating."""
        return len({one.rating for one in self.definitions}) > 1


def explanations(report: ReadReport) -> Iterator[Explanation]:
    """Where the words explain the ratings, or one of them by itself."""
    words = (passage for passage in report.passages if passage.kind in ("paragraph", "item", "cell"))
    for (section, _), group in groupby(words, key=lambda passage: (passage.section, passage.group or id(passage))):
        together = list(group)
        typed = [one for passage in together for one in _definitions(passage)]
        found = Explanation(section, typed or list(_in_rows(together)))
        if found.is_whole or any(one.stands_by_itself for one in found.definitions):
            yield found


def _in_rows(cells: Sequence[Passage]) -> Iterator[Definition]:
    """The definitions of a table whose rows begin with the ratings, each once: what stands beside it."""
    heads = [one for one in cells if one.kind == "cell" and one.column == 0 and COLOUR.fullmatch(one.text.strip())]
    if len({one.text.strip().upper() for one in heads}) < len(heads):
        return  # measures by their ratings
    for head in heads:
        for cell in (one for one in cells if one.row == head.row and one.column == 1 and _CUE.search(one.text)):
            yield Definition(Rating(head.text.strip().upper()), cell.text, cell, 0, len(cell.text))


def _definitions(passage: Passage) -> Iterator[Definition]:
    """The definitions in a passage: from one rating's word to the next; those that the data gave define nothing."""
    typed = typed_ratings(passage.text, passage.bound)
    ends = [found.start() for found in typed[1:]]
    defined = False
    for found, end in zip(typed, [*ends, len(passage.text)], strict=False):
        text = passage.text[found.end() : end]
        rating = Rating(found[0].upper())
        defines = _DEFINES.match(text) or (defined and _LIKEWISE.match(text))  # AMBER means level, RED worse
        if defines and (rating is Rating.NOT_RATED or _CUE.search(text)):
            defined = True
            yield Definition(rating, text, passage, found.start(), end)
