"""Sentences with all that the rules ask of them: figures, areas, periods, clauses, the words that tell the subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportgen.checks.report.reading.areas import Areas, Named
from reportgen.checks.report.reading.passage import Passage
from reportgen.checks.report.reading.quantities import Quantity, periods, quantities
from reportgen.checks.report.reading.ratings import explains_a_rating
from reportgen.checks.report.reading.sentences import sentences, words
from reportgen.problems import Place

_CLAUSE = re.compile(r",(?!\d)|[;:()]|\s[—–-]\s|\b(?:while|whereas|although|though|but|compared|against|and|than)\b")
_LARGE = re.compile(r",(?!\d)|[;:()]|\s[—–-]\s|\b(?:while|whereas|although|though|but)\b")
_UNREAL = re.compile(
    r"\b(?:could|would|should|might|may|will|target\w*|aim\w*|goals?|ambitions?|aspir(?:es?|ing|ed)|forecast\w*|expect\w*|project(?:ed|s"
    r"|ions?)|plan(?:s|ned)?\s(?:is\s)?to|hop(?:e|es|ing)|potential\w*|predict\w*|inten[dt]\w*|[Ii]f|[Ww]hether|[Uu]nless|[Ii]magine"
    r"|suppose\w*|[Nn]o\slonger|[Nn]ever|[Nn]ot|n[’']t|nor|[Ss]hould|[Ww]ere\sthe|rather\sthan|instead\sof|threshold\w*|limit|standard\sof|pledge\w*"
    r"|promis\w*|wants?|must|ought|until|wish\w*|[Nn]obody|[Nn]o\sone)\b"
)
_DENIED = re.compile(r"\b(?:unable|cannot|not|without|lack\w*)\b", re.IGNORECASE)
_IMPLIED = re.compile(r"\bthan\s(?:[a-z]+\s){1,3}would\b")  # more than there would be at the national rate
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]|‘[^’]*’(?!\w)")


@dataclass(frozen=True)
class Statement:
    """One sentence of a passage. All offsets count in the passage's text."""

    passage: Passage
    start: int
    end: int
    number: int  # in its passage
    quantities: tuple[Quantity, ...]
    areas: tuple[Named, ...]
    periods: tuple[tuple[int, str], ...]
    stems: tuple[tuple[int, str], ...]
    clauses: tuple[tuple[int, int], ...]
    sources: frozenset[str]  # the keys of the notes that it calls

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    def place(self, at: int) -> Place:
        return self.passage.place(at)

    @cached_property
    def explains_a_rating(self) -> bool:
        return explains_a_rating(self.passage.text, self.passage.bound, self.start, self.end)

    def before(self, at: int, most: int = 80) -> str:
        return self.passage.text[max(self.start, at - most) : at]

    def after(self, at: int, most: int = 80) -> str:
        return self.passage.text[at : min(self.end, at + most)]

    def clause(self, at: int) -> tuple[int, int]:
        return next((one for one in self.clauses if one[0] <= at < one[1]), (self.start, self.end))

    def stretch(self, at: int) -> tuple[int, int]:
        """The larger clause around a place: between commas, brackets, while and but."""
        marks = [self.start, *(self.start + one.start() for one in _LARGE.finditer(self.text)), self.end]
        begin = max(one for one in marks if one <= at)
        return begin, next((one for one in marks if one > at), self.end)

    def is_unreal(self, at: int, name: str = "") -> bool:
        """Whether what is said here is a wish, a plan, a condition, a rule of rating, or denied: no claim of what is.

        `name`: of an indicator, whose own words (not in work) deny nothing.
        """
        if self.explains_a_rating:
            return True
        start, end = self.stretch(at)
        told = [one[0] for one in _UNREAL.finditer(_IMPLIED.sub("", self.passage.text[start:end]))]
        if _DENIED.search(name):
            told = [word for word in told if word.lower() not in ("not", "n’t", "n't", "could", "never")]
        return any(re.search(rf"\b{re.escape(word)}\b", name, re.IGNORECASE) is None for word in told)

    def is_quoted(self, at: int) -> bool:
        return any(one.start() <= at - self.start < one.end() for one in _QUOTED.finditer(self.text))

    def told(self, start: int, end: int) -> frozenset[str]:
        """The words there but for names of areas."""
        named = [(one.start, one.end) for one in self.areas]
        every = [(at, word) for at, word in self.stems if start <= at < end]
        return frozenset(word for at, word in every if not any(first <= at < last for first, last in named))

    def stems_within(self, start: int, end: int) -> frozenset[str]:
        return frozenset(word for at, word in self.stems if start <= at < end)


def statements(passages: Iterable[Passage], areas: Areas) -> Iterator[Statement]:
    for passage in passages:
        found = quantities(passage.text, passage.bound)
        named, years, stems = areas.named(passage.text), periods(passage.text), tuple(words(passage.text))
        spans = list(sentences(passage.text))
        for number, (start, end) in enumerate(spans):
            following = spans[number + 1][0] if number + 1 < len(spans) else len(passage.text) + 1
            yield Statement(
                passage,
                start,
                end,
                number,
                tuple(one for one in found if start <= one.start < end),
                tuple(one for one in named if start <= one.start < end),
                tuple(one for one in years if start <= one[0] < end),
                tuple(one for one in stems if start <= one[0] < end),
                tuple(_clauses(passage.text, start, end, named)),
                frozenset(one.key for one in passage.notes if start < one.at <= following and one.at <= end + 1),
            )


def _clauses(text: str, start: int, end: int, areas: Sequence[Named]) -> Iterator[tuple[int, int]]:
    begin = start
    for found in _CLAUSE.finditer(text, start, end):
        inside = any(one.start < found.start() < one.end for one in areas)  # England and Wales
        if found.start() > begin and not inside:
            yield begin, found.start()
            begin = found.start()
    yield begin, end


def previous(every: Sequence[Statement], number: int) -> Statement | None:
    """The statement before, in the same passage."""
    before = every[number - 1] if number else None
    return before if before is not None and before.passage is every[number].passage else None
