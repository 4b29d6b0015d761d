"""Sentences of a passage, and the words of each in the form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from reportgen.checks.report.reading.numbers.number_words import PARTS, TENS, UNITS

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
yet you your also each every several some such so both between within across against among about after before
"""
_STOP = frozenset(_STOP_WORDS.split())
# Endings, each with what it leaves in its place and the fewest letters that must stand before it.
_ENDINGS = tuple(
    (ending, instead, least)
    for endings, instead, least in (
        ("s es ed ing ings ly e", "", 3),
        ("y ies ied ier iers iest ily", "i", 3),
        ("er ers ity ities", "", 4),
        ("ion ions ment ments ness ance ances anc ence ences enc ancy ancies ency encies ent ents ant ants", "", 5),
        ("ship ships hood ised ive iv or ors able ables ible ability age ages ic ist ists ism", "", 5),
        ("ation ations ition itions al als ial", "", 6),
    )
    for ending in endings.split()
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
    "safe": "safety safer safest",
    "respond": "response responses",
    "own": "owner owners ownership",
    "recover": "recovery recoveries",
    "deliver": "delivery deliveries",
    "satisfied": "satisfaction",
    "vacancy": "vacant",
    "length": "long longer longest",
    "tooth": "teeth dental",
    "loan": "borrow borrows borrowed borrowing lend lends lent lending",
    "run": "ran",
    "ride": "rode ridden",
    "drive": "drove driven",
    "speak": "spoke spoken",
    "write": "wrote written",
    "eat": "ate eaten",
    "drink": "drank drunk",
    "feel": "felt",
    "leave": "left",
    "lose": "lost loss losses",
    "keep": "kept",
    "sleep": "slept",
    "meet": "met",
    "break": "broke broken",
    "steal": "stole stolen",
    "fly": "flew flown flight flights",
    "win": "won",
    "choose": "chose chosen choice",
    "begin": "began begun",
}
_SAID_OTHERWISE = {word: kin for kin, words in _KIN.items() for word in words.split()}


@cache
def stem(word: str) -> str:
    """A word without its ending: enough to know employers, employer and employed for kin."""
    word = _SAID_OTHERWISE.get(word, word)
    while (shorter := _without_ending(word)) != word:
        word = shorter
    return word[:_LONGEST].removesuffix("i") if len(word) > 5 else word


def _without_ending(word: str) -> str:
    fitting = [one for one in _ENDINGS if word.endswith(one[0]) and len(word) - len(one[0]) >= one[2]]
    if not fitting or word.endswith("ss"):
        return word
    ending, instead, _ = max(fitting, key=lambda one: len(one[0]))
    root = word[: -len(ending)] + instead
    return root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz" else root  # stopped, stop
