"""What is called a mission, aspiration or measure in quotation marks, or heads a chapter, has its very name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.checks.report.reading.passage import Passage
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.rules.names_alike import WORD, Name, names, problem_of
from reportgen.problems import Problem

ALIKE = 0.7  # the share of its words in their order from which on a name is meant
LEAST = 4  # words of a name that is told from common words so
_KINDS = {"mission": "mission", "aspiration": "aspiration", "measure": "indicator", "indicator": "indicator"}
_CALLED = re.compile(
    rf"\b(?P<kind>{'|'.join(_KINDS)})\b[^“”.;]{{0,25}}[“‘](?P<name>[^“”‘]{{10,}})[”’](?!\w)", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?:mission \d+\W+)?", re.IGNORECASE)


def problems(report: ReadReport) -> Iterator[Problem]:
    every = names(report)
    for passage in report.passages:
        if passage.kind == "heading":
            begin = _NUMBERED.match(passage.text)
            start = begin.end() if begin else 0
            yield from _near(start, passage.text[start:], passage, [one for one in every if one.kind == "mission"])
        elif passage.kind in ("paragraph", "item", "cell", "note"):
            for found in _CALLED.finditer(passage.text):
                kind = _KINDS[found["kind"].lower()]
                of_kind = [one for one in every if one.kind == kind]
                yield from _near(found.start("name"), found["name"], passage, of_kind)


def _near(start: int, said: str, passage: Passage, every: Sequence[Name]) -> Iterator[Problem]:
    """A name much like what is said, where that is none: one word apart is told by names_alike.py."""
    words = _words(said)
    if any(_is_within(words, _words(one.text)) for one in every):
        return
    scored = [(SequenceMatcher(None, words, _words(one.text), autojunk=False), one) for one in every]
    alike = [(ratio, matcher, one) for matcher, one in scored if (ratio := matcher.ratio()) >= ALIKE]
    if not alike or len(words) < LEAST:
        return
    _, matcher, name = max(alike, key=lambda each: each[0])
    changed = [
        max(end - begin, until - since) for tag, begin, end, since, until in matcher.get_opcodes() if tag != "equal"
    ]
    if sum(changed) > 1:
        yield problem_of(name, passage, start, start + len(said))


def _words(text: str) -> list[str]:
    return [found[0].casefold() for found in WORD.finditer(text)]


def _is_within(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether they are a part of the name, or all of it, or hold all of it."""
    few, many = sorted((words, name), key=len)
    return any(list(many[at : at + len(few)]) == list(few) for at in range(len(many) - len(few) + 1))
