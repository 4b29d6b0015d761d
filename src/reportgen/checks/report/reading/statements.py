"""Sentences with all that the rules ask of them: figures, areas, periods, clauses, the words that tell the subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from reportgen.checks.report.reading.areas.named import Areas, Named
from reportgen.checks.report.reading.indicators.ratings import explains_a_rating
from reportgen.checks.report.reading.numbers.numbered_names import NumberedNames
from reportgen.checks.report.reading.numbers.quantities import period_spans, quantities
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.passage import Passage
from reportgen.checks.report.reading.sentences import sentences, words
from reportgen.checks.report.reading.times.shifts import Shift, shifts
from reportgen.problems import Place

_CLAUSE = re.compile(r",(?!\d)|[;:()]|\s[—–-]\s|\b(?:while|whereas|although|though|but|compared|against|and|than)\b")
_LARGE = re.compile(r",(?!\d)|[;:()]|\s[—–-]\s|\b(?:while|whereas|although|though|but)\b")
_ANOTHER_CLAUSE = re.compile(r"[;:]|\s[—–-]\s|,\s(?:and|so|yet)\b|\b(?:while|whereas|although|though|but)\b")
_UNREAL = re.compile(
    r"\b(?:could|would|should|might|may|will|target\w*|aim\w*|goals?|ambitions?|aspir(?:es?|ing|ed)|forecast\w*|expect\w*|project(?:ed|s"
    r"|ions?)|plan(?:s|ned)?\s(?:is\s)?to|hop(?:e|es|ing)|potential\w*|predict\w*|inten[dt]\w*|[Ii]f|[Ww]hether|[Uu]nless|[Ii]magine"
    r"|suppose\w*|[Nn]o\slonger|[Nn]ever|[Nn]ot(?!\s(?:far|much|only|just|merely|surprisingly|least|as|so|quite|even)\b)|n[’']t|nor|[Ss]hould|(?:^|(?<=,\s))[Ww]ere\sthe|rather\sthan|instead\sof|threshold\w*|limit|standard\sof|pledge\w*"
    r"|^(?:Had|Were)(?=\s(?:the|we|our|its?|they|[A-Z]))|promis\w*|(?:meant|supposed|required)\sto|wants?|must|ought|until|wish\w*|[Nn]obody|[Nn]o\sone)\b"
)
_WISHES = re.compile(
    r"\b(?:will|would|should|must|could|may|needed|(?:we|they|that)\sneeds?|needs?\sto|wants?|plans?\sto|planned|propos\w+|recommend\w*|calls?\s(?:for|on)"
    r"|asks?\s(?:for|that)|aims?\sto|intends?|hopes?|next\ssteps|commit\w*\sto)\b[^.!?]*:\s*$"
)
_SETS_A_STANDARD = re.compile(  # the national standard is that 95% …; the WHO asks for 95%
    r"(?:(?:The|A|Our|Its|Their)\s|(?=[A-Z][\w’' -]{1,40}[’']s?\s))(?:(?:[A-Z][\w’'-]*\s){0,4}[A-Z]\w*[’']s?\s)?"
    r"(?!(?:share|rate|proportion|percentage|number|figure|level|value|average)\b)(?:(?!of\b|in\b|below\b|above\b)[\w’'-]+\s){0,2}?"
    r"(?:standard|norm|requirement|benchmark|guideline|guidance|recommendation|minimum|maximum|yardstick|rule)"
    r"(?:\s(?:for|in|on|of|across)\s[^,;:.]+?)?\s(?:is|was|has\sbeen|says|asks|requires|sets|demands|allows)\b"
    r"|(?:[A-Z][\w’'-]*\s)(?:[\w’'-]+\s){0,5}?(?:asks|calls|called|asked|recommends|recommended|advises|advised|requires|required|demands)\s(?:for|that|us|at\sleast|a|an|every|all|\d)"
)
_DENIED = re.compile(r"\b(?:unable|cannot|not|without|lack\w*)\b", re.IGNORECASE)
_IMPLIED = re.compile(r"\bthan\s(?:[a-z]+\s){1,3}would\b")  # more than there would be at the national rate
_IT, _DOES = re.compile(r"(?:It|They)\b"), re.compile(r"\s(?:is|are|was|were|has|have|had|does|do|did|[a-z]+s)\s")
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
    shifts: tuple[Shift, ...] = ()  # the year before; what it leads to is among the periods, where it is known
    is_dated: bool = False  # whether it is known of all shifts
    is_wished: bool = False  # an item of a list that the words before it want or plan

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @cached_property
    def lower(self) -> str:
        """The text of its passage in small letters, each where it stood: quicker to search than both."""
        small = self.passage.text.lower()
        return small if len(small) == len(self.passage.text) else self.passage.text.replace("İ", "i").lower()

    def place(self, at: int) -> Place:
        return self.passage.place(at)

    @cached_property
    def kept(self) -> dict[object, Any]:
        """What was read of it, by who read it: see kept.py."""
        return {}

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
        begin = max(one for one in self._marks if one <= at)
        return begin, next((one for one in self._marks if one > at), self.end)

    def is_alone(self, one: Quantity) -> bool:
        """Whether a figure stands by itself between commas: more than a quarter of them, 26%, have none."""
        start, end = self.stretch(one.start)
        return self.passage.text[start:end].strip(" ,(") == one.text

    @cached_property
    def _marks(self) -> tuple[int, ...]:
        """Where its larger clauses begin, and where it ends."""
        return self.start, *(self.start + one.start() for one in _LARGE.finditer(self.text)), self.end

    def reach(self, start: int, end: int) -> tuple[int, int]:
        """How far what is said of some words can stand from them: no further than where another clause begins."""
        after = _ANOTHER_CLAUSE.search(self.passage.text, end, self.end)
        return self.stretch(start)[0], after.start() if after else self.end

    def is_unreal(self, at: int, name: str = "") -> bool:
        """Whether what is said here is a wish, a plan, a condition, a rule of rating, or denied: no claim of what is.

        `name`: of an indicator, whose own words (not in work) deny nothing.
        """
        if self.explains_a_rating or self.is_wished or self._sets_a_standard(at):
            return True
        told = self.unreal(at)
        if _DENIED.search(name):
            told = [word for word in told if word.lower() not in ("not", "n’t", "n't", "could", "never")]
        return any(re.search(rf"\b{re.escape(word)}\b", name, re.IGNORECASE) is None for word in told)

    def _sets_a_standard(self, at: int) -> bool:
        """Whether the larger clause is about a standard or a demand, and its figure is theirs."""
        start = self.stretch(at)[0]
        found = _SETS_A_STANDARD.match(self.passage.text, start if start == self.start else start + 1)
        return found is not None and found.end() <= at + 1

    def unreal(self, at: int) -> list[str]:
        """The words around a place that make it a wish, a plan or a condition, or deny it."""
        start, end = self.stretch(at)
        return [one[0] for one in _UNREAL.finditer(_IMPLIED.sub("", self.passage.text[start:end]))]

    def dated(self, current: str) -> Statement:
        """With every period that its shifts lead to, from the current one where it names none to start from."""
        open_ones = [(one.start, one.of(current)) for one in self.shifts if not one.period]
        if not self.shifts:
            return self
        every = sorted([*self.periods, *((at, period) for at, period in open_ones if period)])
        return replace(self, periods=tuple(every), is_dated=True)

    def is_dated_at(self, end: int) -> bool:
        """Whether right behind a figure only its time is told: 1,420 the year before."""
        return any(one.start == end + 1 for one in self.shifts)

    def is_quoted(self, at: int) -> bool:
        return any(one.start() <= at - self.start < one.end() for one in _QUOTED.finditer(self.text))

    def told(self, start: int, end: int) -> frozenset[str]:
        """The words there but for names of areas."""
        named = [(one.start, one.end) for one in self.areas]
        every = [(at, word) for at, word in self.stems if start <= at < end]
        return frozenset(word for at, word in every if not any(first <= at < last for first, last in named))

    def stems_within(self, start: int, end: int) -> frozenset[str]:
        return frozenset(word for at, word in self.stems if start <= at < end)


def statements(passages: Iterable[Passage], areas: Areas, names: Iterable[str] = ()) -> Iterator[Statement]:
    """The sentences of passages. `names`: of what is measured; the numbers in them are no figures (Attainment 8)."""
    numbered = NumberedNames(names)
    for passage in passages:
        found = numbered.without(quantities(passage.text, passage.bound), passage.text)
        named, dates_named = areas.named(passage.text), list(period_spans(passage.text))
        years, stems = [(at, period) for at, _, period in dates_named], tuple(_words(passage.text, dates_named))
        spans = list(sentences(passage.text))
        told = ""  # the last period that a sentence named
        for number, (start, end) in enumerate(spans):
            named += _pronoun(passage.text, named, spans[number - 1], start) if number else ()
            following = spans[number + 1][0] if number + 1 < len(spans) else len(passage.text) + 1
            dates = [one for one in years if start <= one[0] < end]
            moved = tuple(shifts(passage.text, start, end, dates, told))
            told = dates[-1][1] if dates else told
            dates = sorted([*dates, *((one.start, one.period) for one in moved if one.period)])
            yield Statement(
                passage,
                start,
                end,
                number,
                tuple(one for one in found if start <= one.start < end and not _is_within(one.start, moved)),
                tuple(one for one in named if start <= one.start < end),
                tuple(dates),
                tuple(one for one in stems if start <= one[0] < end and not _is_within(one[0], moved)),
                tuple(_clauses(passage.text, start, end, named)),
                frozenset(one.key for one in passage.notes if start < one.at <= following and one.at <= end + 1),
                moved,
                is_wished=_WISHES.search(passage.lead) is not None,
            )


def _words(text: str, dates: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, str]]:
    """The words but for the quarters of years."""
    return (one for one in words(text) if not any(start <= one[0] < end for start, end, _ in dates))


def _is_within(at: int, moved: Iterable[Shift]) -> bool:
    """Whether a word or number tells how far away a period is, and nothing else."""
    return any(each.start <= at < each.end for each in moved)


def _pronoun(text: str, areas: Sequence[Named], before: tuple[int, int], start: int) -> tuple[Named, ...]:
    """It, where the sentence before has one area, which it is about: Leeds is ahead. It has 61%."""
    there = [one for one in areas if before[0] <= one.start < before[1]]
    found = _IT.match(text, start)
    if found is None or len(there) != 1 or there[0].start != before[0] or not _DOES.match(text, there[0].end):
        return ()
    return (Named(start, found.end(), found[0], there[0].area),)


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
