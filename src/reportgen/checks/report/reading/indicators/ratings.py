"""Ratings that the words name, and sentences that explain one: AMBER up to £5 behind. These say nothing of what is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.checks.report.reading.passage import Bound

COLOUR = re.compile(r"\b(?:GREEN|AMBER|RED|NOT RATED|Green|Amber|Red|Not rated)\b|(?<=\brated )(?:green|amber|red)\b")
_CONDITION_BEHIND = re.compile(
    r"(?:\s(?:rating|rated|cell)s?)?,?\s(?:only\s)?"
    r"(?:where|when(?:ever)?|if|unless|so long as|as long as|provided|means?|stands? for|up to|within)\b",
    re.IGNORECASE,
)
_CONDITION_BEFORE = re.compile(
    r"(?:^|[,;:–—(]\s?|\b(?:and|but|while)\s)(?:where(?!as)|when(?:ever)?|if|unless|anything|whatever|whoever"
    r"|(?:any|an?|every|each)\s(?:measure|indicator|gap|value|figure|difference|area))\b",
    re.IGNORECASE,
)
_BAND = re.compile(
    r"\b(?:up to|within|no more than|not more than|at most|less than|more than|over|under|beyond|at least)\s"
    r"(?:£\s?)?(?:[\d.,]+|[a-z]+(?:\sa)?)\s?(?:%|pp|per\scent|(?:percentage\s)?points?)?[a-z ,]{0,24}?"
    r"\b(?:behind|worse|better|ahead|below|above|short|away|of\s(?:it|the|its))\b",
    re.IGNORECASE,
)
NAMED_BAND = re.compile(
    r"\b(?:AMBER|Amber|amber|[Rr]ating)[\s-](?:band|range|zone|margin)s?\b|\bband\s(?:[a-z]+\s){0,5}?(?:is|of)\s£?\d"
)


def typed_ratings(text: str, bound: Iterable[Bound], start: int = 0, end: int | None = None) -> list[re.Match[str]]:
    """The ratings that somebody typed; those that the data gave are of an indicator."""
    spans = [(one.start, one.end) for one in bound]
    found = COLOUR.finditer(text, start, len(text) if end is None else end)
    return [one for one in found if not any(first <= one.start() < last for first, last in spans)]


def explains_a_rating(text: str, bound: Iterable[Bound], start: int, end: int) -> bool:
    """Whether a sentence says when a rating is given, or how wide its band is."""
    sentence = text[start:end]
    if NAMED_BAND.search(sentence):
        return True
    named = typed_ratings(text, bound, start, end)
    conditions = any(_CONDITION_BEHIND.match(text, one.end(), end) for one in named)
    return bool(named) and (conditions or bool(_CONDITION_BEFORE.search(sentence) or _BAND.search(sentence)))
