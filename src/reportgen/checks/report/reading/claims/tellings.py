"""Figures as they are told: what each counts, its area and times, the words around it, and which of them narrow it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from reportgen.checks.report.reading.indicators.kinship import COMMON
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.telling_words import every_word, telling_words

_NOUNS = re.compile(
    r"(?P<nouns>(?:\s(?!(?:and|or|but|of|in|by|to|as)\b)[A-Za-z’'-]+){0,3}?"
    r"\s(?!(?:was|has|is|its|this|years?|months|weeks|days|hours|times|less|as)\b)(?:[a-z-]+s|people|children|men|women|staff))\b"
)
_DEFINITE = re.compile(
    r"^That\s$|\b(?:the|these|those|our|their|its|his|her|your|all|whose)\s(?:(?:[a-z]+[’']?\s){1,4}of\s)?$"
    r"|[a-z][’']s\s$|s[’']\s$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|must|should|cannot|may|might|does|do|did)\b"
)
_NARROWS = re.compile(
    r"\b(?:in|at|on|from|near|with|without|under|over|among|amongst|for|of|by|between|across|to|aged|during|after|before"
    r"|than|who|whom|which|that|whose|where|when|against|about|through|within|outside|inside|beyond)\b|-$",
    re.IGNORECASE,
)
_PART = re.compile(r"\sof\s(?:all|the|those|these|our|its|their|them)\b")
_OBJECT = re.compile(r"\b(?:of|from|to|with|by|on)\s$")
_OPENS = re.compile(r"(?:In|At|Among|Amongst|Of|Across|For|On|With|Without|Within|Outside)\b")
_RELATIVE = re.compile(r"\b(?:who|whom|which|that|whose|where)\b")
_THOSE = re.compile(r"\b(?:those|them)\b")
MARKS = re.compile(
    r"\b(?:alone|own(?!\sagain)|others?|another|further|additional|extra|more(?!\sthan)|neighbouring|nearby|similar|comparable"
    r"|last(?!\s(?:edition|report))|new|newly|elsewhere|abroad|each(?=[.,;]|$)|apiece|best|worst|twice|again|next(?!\s(?:\w+\s)?(?:years|months|weeks)\b)"
    r"|previous|following|first|second|third|once|used\sto|no\slonger|(?<!t[ao]ke\s)(?<!took\s)(?<!taking\s)part|half|some(?=\sof)|most(?=\sof)|not|no|never"
    r"|only(?=\sof)|remaining|rest|ago|earlier|later|before)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Telling:
    """A figure with what its sentence tells of it."""

    statement: Statement
    one: Quantity
    area: str  # that it is of
    times: frozenset[str]
    linked: tuple[Statement, ...] = ()  # the sentences that it is told with

    @cached_property
    def unreal(self) -> frozenset[str]:
        """What makes it no fact: a wish, a plan, a condition."""
        return frozenset(self.statement.unreal(self.one.start))

    @cached_property
    def said(self) -> frozenset[str]:
        """All telling words of the sentence."""
        return every_word(self.statement)

    @cached_property
    def known(self) -> frozenset[str]:
        """These, and those of the sentences that it is told with."""
        return self.said.union(*(every_word(each) for each in self.linked))

    @cached_property
    def own(self) -> frozenset[str]:
        """Those of the larger clause; of the sentence, where the clause has few."""
        start, end = self._scope
        return frozenset(word for _, word in self._words(start, end))

    @cached_property
    def clause(self) -> frozenset[str]:
        """Those of the larger clause, be they ever so few; of the sentence, where it has none."""
        return frozenset(word for _, word in self._words(*self.statement.stretch(self.one.start))) or self.own

    @cached_property
    def nouns(self) -> frozenset[str]:
        """What a number counts."""
        found = _NOUNS.match(self.statement.after(self.one.end)) if self.one.unit == "number" else None
        return stems_in(found["nouns"]) if found else frozenset()

    @cached_property
    def is_definite(self) -> bool:
        """Whether it refers to what is known: the 34 parishes, our 34 parishes."""
        return _DEFINITE.search(self._before) is not None

    @cached_property
    def frame(self) -> tuple[object, ...]:
        """What must be the same of two: unit, sign, areas, and words that tell one thing or time from another."""
        moved = tuple(one.years for one in self.statement.shifts if not one.period)
        part = _PART.match(self.statement.after(self.one.end)) is not None and self.one.unit == "number"
        return self.one.unit, self.one.sign, self.area, moved, self.marks, part

    @cached_property
    def marks(self) -> frozenset[str]:
        """The words that tell one thing from another."""
        opening = (self.statement.start, min(self.statement.stretch(self.statement.start)[1], self._about[0]))
        text = self.statement.passage.text
        found = [mark for start, end in (opening, self._about) for mark in MARKS.finditer(text, start, end)]
        shares = [(each.start, each.end) for each in self.statement.quantities if each.form == "fraction"]
        return frozenset(
            mark[0].lower() for mark in found if not any(start <= mark.start() < end for start, end in shares)
        )

    @cached_property
    def _about(self) -> tuple[int, int]:
        """The larger clause; where the figure is known, until its verb."""
        start, end = self.statement.stretch(self.one.start)
        verb = _predicate(self.statement.passage.text[self.one.end : end]) if self.is_definite else None
        return start, end if verb is None else self.one.end + verb

    def narrows(self, other: Telling) -> bool:
        """Whether words that the other one does not have make this one narrower: residents in the hills.

        What is said of it, behind its verb, does not.
        """
        start, end = self._scope
        if start > self.statement.start and _OPENS.match(self.statement.text):
            opening = self._words(self.statement.start, self.statement.stretch(self.statement.start)[1])
            if any(self.lacks(word, other) for _, word in opening):
                return True
        last = start
        for at, word in self._words(start, end):
            gap = self.statement.passage.text[max(last, self.one.end) if at > self.one.end else last : at]
            extra = self.lacks(word, other)
            if extra and at > self.one.end and _predicate(gap) is not None:
                return False
            if extra and (at >= self.one.end or not self._is_object) and (_narrows(gap) or self.is_beside(at, other)):
                return True
            last = at + len(re.match(r"[\w’'-]*", self.statement.passage.text[at:])[0])  # type: ignore[index]
        return False

    def extras(self, other: Telling) -> int:
        """How many words it has that the other one has not, until its verb if the figure is known."""
        start, end = self._scope
        found, last = 0, start
        for at, word in self._words(start, end):
            gap = self.statement.passage.text[max(last, self.one.end) if at > self.one.end else last : at]
            if self.lacks(word, other):
                if at > self.one.end and _predicate(gap) is not None:
                    break
                found += at > self.one.end or not self._is_object
                if self.is_definite and self.nouns and at > self.one.end:
                    break  # 34 parishes showed …
            last = at
        return found

    @cached_property
    def _is_object(self) -> bool:
        """Whether what stands before the figure tells of something else: the answers of 146 employers."""
        return self.is_definite or (bool(self.nouns) and _OBJECT.search(self._before) is not None)

    def lacks(self, word: str, other: Telling) -> bool:
        """Whether the other one does not have a word, nor “those” for the people that it names."""
        return word not in other.known and not (word in COMMON and _THOSE.search(other.statement.text))

    @property
    def _before(self) -> str:
        return self.statement.before(self.one.begin)

    @cached_property
    def _scope(self) -> tuple[int, int]:
        start, end = self.statement.stretch(self.one.start)
        many = len({word for _, word in self._words(start, end)})
        return (start, end) if many > (1 if self.nouns else 2) else (self.statement.start, self.statement.end)

    def _words(self, start: int, end: int) -> list[tuple[int, str]]:
        return telling_words(self.statement, start, end)

    def is_beside(self, at: int, other: Telling) -> bool:
        """Whether the word stands right before one that both have: nursing homes."""
        after = re.match(r"[\w’']+[\s-](?=[a-z])", self.statement.passage.text[at:])
        behind = at + after.end() if after else -1
        return any(where == behind and word in other.said for where, word in self.statement.stems)


def _predicate(gap: str) -> int | None:
    """Where a verb stands that is none of its own clauses: are, and that the council owns are, but not: who are."""
    for verb in _FINITE.finditer(gap):
        relative = _RELATIVE.search(gap, 0, verb.start())
        if relative is None or len(gap[relative.end() : verb.start()].split()) > 1:
            return verb.start()
    return None


def _narrows(gap: str) -> bool:
    return _NARROWS.search(gap) is not None
