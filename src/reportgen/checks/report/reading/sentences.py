"""Sentences of a passage, and the words of each in the form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from reportgen.checks.report.reading.number_words import PARTS, TENS, UNITS

NUMBERS = frozenset([*UNITS, *TENS, *PARTS])

_END = re.compile(r"[.!?][”’\"')\]]*(?=\s+[A-Z0-9£“‘\"'(])|[.!?][”’\"')\]]*\s*$")
_SHORT = re.compile(
    r"(?:\b(?:e\.g|i\.e|cf|approx|vs|viz|etc|No|Nos|Dr|Mr|Mrs|Ms|St|Prof|Fig|Figs|ed|eds|vol|pp|c)|\b[A-Z])\.$"
)
_OF = re.compile(r"\s(?:of|is|was|has|stands|in|for)\b|[.,;:]")
_WORD = re.compile(r"[A-Za-z0-9]+(?:[’'&][A-Za-z]+)*")
_NUMBERED = re.compile(r"\b(Level|Year|Key Stage|Stage|Grade|Tier|Band|Phase|Class|Type)\s(\d{1,2})\b", re.IGNORECASE)
_STOP_WORDS = """
point points behind a an and any are as at be been being but by can could did do does for from had has have having
here how if in into is it its itself may might more most much must no nor not now of off on one only or other our out
over own per rate percentage percent proportion number total level all than that the their them then there these they
this those through to too up upon us very was we were what when where which while who whom whose why will with would
yet you your also each every some such so both between within across against among about after before
"""
_STOP = frozenset(_STOP_WORDS.split())
_ENDINGS = (
    *(
        ("ations", ""),
        ("ation", ""),
        ("ities", ""),
        ("ments", ""),
        ("ment", ""),
        ("ness", ""),
        ("ings", ""),
        ("ing", ""),
    ),
    *(("ised", ""), ("ied", "i"), ("ies", "i"), ("ers", ""), ("er", ""), ("ions", ""), ("ion", ""), ("ed", "")),
    *(("age", ""), ("es", ""), ("ly", ""), ("ity", ""), ("s", ""), ("e", ""), ("y", "i")),
)
_LONGEST = 7  # qualified and qualification part at the eighth letter


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    start = 0
    for found in _END.finditer(text):
        if _SHORT.search(text, start, found.end()) and found.end() < len(text.rstrip()):
            continue
        if text[start : found.end()].strip():
            yield start + len(text[start:]) - len(text[start:].lstrip()), found.end()
        start = found.end()
    if text[start:].strip():
        yield start + len(text[start:]) - len(text[start:].lstrip()), len(text.rstrip())


def words(text: str) -> Iterator[tuple[int, str]]:
    """The words that tell what a text is about, by their stems, each with where it begins."""
    for found in _WORD.finditer(text):
        word = found[0].lower().removesuffix("’s").removesuffix("'s")
        if word in _STOP or word in NUMBERS or word.rstrip("pmkbn").isdigit():
            continue
        if word != "share" or not _OF.match(text, found.end()):  # a share of homes, but: firms share data
            yield found.start(), stem(word)
    for found in _NUMBERED.finditer(text):
        yield found.start(), f"{found[1].lower()}{found[2]}"


@lru_cache(maxsize=4096)  # most are asked for again and again: names, headings, nouns behind figures
def stems_in(text: str) -> frozenset[str]:
    return frozenset(word for _, word in words(text))


_KIN = {
    "pay": "paid",
    "build": "built",
    "spend": "spent",
    "sell": "sold",
    "teach": "taught",
    "buy": "bought",
    "birth": "born births",
    "death": "die dies died deaths",
    "health": "healthy",
    "safe": "safety",
    "satisfied": "satisfaction",
    "vacancy": "vacant",
    "length": "long longer longest",
}
_SAID_OTHERWISE = {word: kin for kin, words in _KIN.items() for word in words.split()}


@cache
def stem(word: str) -> str:
    """A word without its ending: enough to know employers, employer and employed for kin."""
    word = _SAID_OTHERWISE.get(word, word)
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= (4 if ending in ("er", "ers") else 3):
            stripped = word[: -len(ending)] + instead
            if len(stripped) > 3 and stripped[-1] == stripped[-2] and stripped[-1] not in "lsz":
                stripped = stripped[:-1]  # stopped, stop
            return stripped[:_LONGEST].removesuffix("e") if len(stripped) > 4 else stripped
    return word[:_LONGEST]
