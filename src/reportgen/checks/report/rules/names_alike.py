"""Names of missions, aspirations and indicators are worded alike everywhere: a near miss is shown beside the name."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.checks.report.reading.passage import Passage
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stem
from reportgen.problems import Place, Problem

SHORTEST = 3  # words of a name that is looked for
MANY = 6  # words of which all but one stand together in a sentence for no other reason than the name
LONG = 80  # letters of a name that is shown in full
WHOLE = 4  # and of which all but one make up a heading, or stand in quotation marks, for no other reason
ALIKE = 0.75  # how alike a word is to the one that it is mistyped for
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_LEAD = re.compile(r"\W*(?:mission \d+\W*)?(?:(?:percentage|share|proportion|number) of\W*)?", re.IGNORECASE)
_OPENS = re.compile(r"[“‘\"]\W*(?:(?:[a-z]+\W+)?of\W+)?$", re.IGNORECASE)  # “% of adults …
_HAVE = ("have", "has", "had", "having")
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
    every = names(report)
    wordings, long = {name.words for name in every}, [name for name in every if len(name.words) >= SHORTEST]
    telling = _by_rare_words(long)
    for passage in report.passages:
        if passage.kind not in _KINDS:
            continue
        words = [Word(found[0].casefold(), found.start(), found.end()) for found in WORD.finditer(passage.text)]
        there = {word.text for word in words}
        for number in sorted({one for word in there for one in telling.get(word, ())}):
            if len(set(long[number].words) - there) <= 1:
                yield from _near(long[number], words, passage, wordings)


def _by_rare_words(names: Sequence[Name]) -> Mapping[str, Sequence[int]]:
    """The names by their two rarest words: where one word may be another, one of the two must be there."""
    spread = Counter(word for name in names for word in set(name.words))
    found: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        for word in sorted(set(name.words), key=lambda one: (spread[one], one))[:2]:
            found.setdefault(word, []).append(number)
    return found


def names(report: ReadReport) -> Sequence[Name]:
    """Of those that read the same the first."""
    settings, indicators = report.edition.settings, report.edition.evidence.indicators.values()
    named = [_name("mission", one.title, one.place) for one in settings.missions]
    named += [_name("aspiration", one.text, one.place) for each in settings.missions for one in each.aspirations]
    named += [_name("indicator", one.name, one.place) for one in indicators]
    return list({name.words: name for name in reversed(named)}.values())[::-1]


def _name(kind: str, text: str, place: Place) -> Name:
    words = [found[0].casefold() for found in WORD.finditer(text)]
    return Name(kind, text, tuple(words[1:] if words[:1] == ["of"] else words), place)  # % of adults


def _near(name: Name, words: Sequence[Word], passage: Passage, wordings: set[tuple[str, ...]]) -> Iterator[Problem]:
    texts = _texts(words)
    for at in range(len(words)):
        for length in _lengths(name.words, texts, at):
            window = words[at : at + length]
            if _is_near(name, window, passage) and not _is_other(window, words, wordings):
                yield _problem(name, passage, window)
                return


def _texts(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.text for word in words)


def _lengths(name: tuple[str, ...], texts: tuple[str, ...], at: int) -> Iterator[int]:
    """How many of the words from `at` on read as the name does but for one word: another, missing, or one too many.

    Or but for their order.
    """
    size, same = len(name), _as_long_as_same(name, texts[at : at + len(name)])
    if name in (texts[at : at + size], texts[at + 1 : at + 1 + size]):
        return  # libraries (“Libraries within reach of every reader”)
    for length, rest in ((size, same + 1), (size - 1, same + 1), (size + 1, same)):
        if at + length <= len(texts) and texts[at + rest + length - size : at + length] == name[rest:]:
            yield length
    if sorted(texts[at : at + size]) == sorted(name):
        yield size


def _as_long_as_same(name: tuple[str, ...], texts: tuple[str, ...]) -> int:
    pairs = enumerate(zip(name, texts, strict=False))
    return next((number for number, (one, other) in pairs if one != other), min(len(name), len(texts)))


def _is_near(name: Name, window: Sequence[Word], passage: Passage) -> bool:
    """Whether one word is misspelt; or, in what is meant as the name, is another, missing, one too many or elsewhere.

    A name without its first or last words is quoted in part, and right.
    """
    at = _as_long_as_same(name.words, _texts(window))
    if len(window) == len(name.words):
        meant, typed = name.words[at], window[at].text
        if _is_misspelt(meant, typed):
            return True
        if name.kind != "indicator" and len(name.words) >= MANY and _is_alike(meant, typed):
            return True
        if meant == "with" and typed in _HAVE:
            return False  # adults with skills: what a sentence says they have
        other_people = at == 0 and name.kind == "indicator" and passage.kind in ("heading", "title")
        if len(name.words) >= WHOLE and not other_people and _is_called(name, window, passage):
            return True
    last = len(name.words) - (len(window) <= len(name.words))
    return 0 < at < last and (_is_meant(name, window, passage) or _is_called(name, window, passage))


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


def _is_called(name: Name, window: Sequence[Word], passage: Passage) -> bool:
    """Whether nothing but a name can stand there: in quotation marks, alone in a heading or cell, behind “mission”."""
    before, behind = passage.text[: window[0].start], passage.text[window[-1].end :]
    if _OPENS.search(before) and re.match(r"[^\w\s]*[”’\"]", behind):
        return True
    if re.search(rf"\b{name.kind}\W+(?:(?:called|named)\W+)?$", before):
        return passage.text[window[0].start].isupper()
    alone = passage.kind in ("heading", "title", "cell", "series cell")
    return alone and _LEAD.fullmatch(before) is not None and not re.search(r"\w", behind)


def _is_other(window: Sequence[Word], words: Sequence[Word], wordings: set[tuple[str, ...]]) -> bool:
    """Whether the words are those of another name, or stand within it."""
    at = next(number for number, word in enumerate(words) if word is window[0])
    for other in wordings:
        for start in range(max(0, at + len(window) - len(other)), at + 1):
            if _texts(words[start : start + len(other)]) == other:
                return True
    return False


def _problem(name: Name, passage: Passage, window: Sequence[Word]) -> Problem:
    return problem_of(name, passage, window[0].start, window[-1].end)


def problem_of(name: Name, passage: Passage, start: int, end: int) -> Problem:
    said, called = _around_the_change(passage.text[start:end], name.text)
    message = f"the words say “{said}”, and the {name.kind} is called “{called}” ({name.place})"
    hint = "Word a name the same everywhere" + _expression(name)
    return Problem("warning", "near-name", message, passage.place(start), hint)


def _around_the_change(said: str, called: str) -> tuple[str, str]:
    """Of long names the words about the one that differs, so that it is seen."""
    ours, theirs = said.split(), called.split()
    if max(len(said), len(called)) <= LONG:
        return said, called
    same = [one.casefold() == other.casefold() for one, other in zip(ours, theirs, strict=False)]
    begin = max(0, (same.index(False) if False in same else len(same)) - 4)
    return _cut(ours, begin), _cut(theirs, begin)


def _cut(words: Sequence[str], begin: int) -> str:
    end = begin + 9
    return f"{'… ' if begin else ''}{' '.join(words[begin:end])}{' …' if end < len(words) else ''}"


def _expression(name: Name) -> str:
    if name.kind == "indicator":
        return "."
    return f': {{{{ {name.kind}("…") }}}} prints it.'
