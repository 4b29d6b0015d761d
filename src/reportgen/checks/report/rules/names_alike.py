"""Names of missions, aspirations and indicators are worded alike everywhere: a near miss is shown beside the name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from reportgen.checks.report.reading.passage import Passage
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stem
from reportgen.problems import Place, Problem

SHORTEST = 3  # words of a name that is looked for
MANY = 6  # words of which all but one stand together in a sentence for no other reason than the name
ALIKE = 0.75  # how alike a word is to the one that it is mistyped for
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_KINDS = ("paragraph", "item", "cell", "heading", "note", "title", "alt", "series heading", "series cell")


@dataclass(frozen=True, slots=True)
class Name:
    kind: str
    text: str
    words: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    start: int
    end: int


def problems(report: ReadReport) -> Iterator[Problem]:
    names = list(_names(report))
    wordings = {name.words for name in names}
    for passage in report.passages:
        if passage.kind not in _KINDS:
            continue
        words = [Word(found[0].casefold(), found.start(), found.end()) for found in _WORD.finditer(passage.text)]
        there = {word.text for word in words}
        for name in names:
            if len(set(name.words) - there) <= 1:
                yield from _near(name, words, passage, wordings)


def _names(report: ReadReport) -> Iterator[Name]:
    settings = report.edition.settings
    for mission in settings.missions:
        yield _name("mission", mission.title, mission.place)
        yield from (_name("aspiration", one.text, one.place) for one in mission.aspirations)
    for indicator in report.edition.evidence.indicators.values():
        yield _name("indicator", indicator.name, indicator.place)


def _name(kind: str, text: str, place: Place) -> Name:
    words = [found[0].casefold() for found in _WORD.finditer(text)]
    return Name(kind, text, tuple(words[1:] if words[:1] == ["of"] else words), place)  # % of adults


def _near(name: Name, words: Sequence[Word], passage: Passage, wordings: set[tuple[str, ...]]) -> Iterator[Problem]:
    size = len(name.words)
    if size < SHORTEST or any(_texts(words[at : at + size]) == name.words for at in range(len(words))):
        return
    for at, length in product(range(len(words)), (size, size - 1, size + 1)):
        window = words[at : at + length]
        if len(window) == length and _is_near(name, window, passage) and not _is_other(window, words, wordings):
            yield _problem(name, passage, window)
            return


def _texts(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.text for word in words)


def _is_near(name: Name, window: Sequence[Word], passage: Passage) -> bool:
    """Whether one word is misspelt; or, in what is meant as the name, is another word, is missing or one too many.

    A name without its first or last words is quoted in part, and right.
    """
    matcher = difflib.SequenceMatcher(None, name.words, _texts(window), autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    if len(changes) != 1:
        return False
    [(_, a, b, c, d)] = changes
    meant, instead = name.words[a:b], [word.text for word in window[c:d]]
    if len(meant) == len(instead) == 1:
        if _is_misspelt(meant[0], instead[0]):
            return True
        if name.kind != "indicator" and len(name.words) >= MANY and _is_alike(meant[0], instead[0]):
            return True
    inside = a > 0 and b < len(name.words)
    return inside and max(len(meant), len(instead)) == 1 and _is_meant(name, window, passage)


def _is_misspelt(meant: str, typed: str) -> bool:
    """Whether a word was mistyped; another form of it may be what the sentence asks for."""
    return _is_alike(meant, typed) and min(len(meant), len(typed)) > 3 and stem(meant) != stem(typed)


def _is_alike(meant: str, typed: str) -> bool:
    return difflib.SequenceMatcher(None, meant, typed).ratio() >= ALIKE


def _is_meant(name: Name, window: Sequence[Word], passage: Passage) -> bool:
    """Whether words stand there as a name: a mission's or aspiration's, in a heading or title, or in capitals."""
    if name.kind != "indicator" or passage.kind in ("heading", "title"):
        return len(name.words) >= MANY or passage.kind in ("heading", "title")
    capitals = sum(passage.text[word.start].isupper() for word in window)
    return capitals > 2 and 2 * capitals > len(window)


def _is_other(window: Sequence[Word], words: Sequence[Word], wordings: set[tuple[str, ...]]) -> bool:
    """Whether the words are those of another name, or stand within it."""
    at = next(number for number, word in enumerate(words) if word is window[0])
    for other in wordings:
        for start in range(max(0, at + len(window) - len(other)), at + 1):
            if _texts(words[start : start + len(other)]) == other:
                return True
    return False


def _problem(name: Name, passage: Passage, window: Sequence[Word]) -> Problem:
    said = passage.text[window[0].start : window[-1].end]
    message = f"the words say “{said}”, and the {name.kind} is called “{name.text}” ({name.place})"
    hint = "Word a name the same everywhere" + _expression(name)
    return Problem("warning", "near-name", message, passage.place(window[0].start), hint)


def _expression(name: Name) -> str:
    if name.kind == "indicator":
        return "."
    return f': {{{{ {name.kind}("…") }}}} prints it.'
