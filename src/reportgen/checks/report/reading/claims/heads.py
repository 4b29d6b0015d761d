"""The head of a typed row, column or item: the indicator, area and period that it names, and what it says beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from reportgen.checks.report.reading.passage import Passage
from reportgen.checks.report.reading.sentences import stem, words
from reportgen.checks.report.reading.statements import Statement, statements
from reportgen.edition.evidence import Indicator

if TYPE_CHECKING:
    from reportgen.checks.report.reading.report import ReadReport

Measure = Literal["value", "gap", "change"]

_NEUTRAL_WORDS = (
    "value figure measure indicator average mean area latest current result score data percent pounds year period"
)
_NEUTRAL = frozenset(map(stem, _NEUTRAL_WORDS.split()))
_MEASURES: dict[Measure, re.Pattern[str]] = {
    "gap": re.compile(r"\s*(?:gap|difference|compared|against|vs\.?|versus)\b", re.IGNORECASE),
    "change": re.compile(r"\s*(?:change|since)\b", re.IGNORECASE),
}
_DIFFERENCE_WORDS = "gap difference compared against versus vs change since points pp percentage"
_DIFFERENCE = frozenset(map(stem, _DIFFERENCE_WORDS.split()))


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over or beside cells. `foreign`: how many words it has that neither of these explains."""

    indicator: Indicator | None
    areas: tuple[str, ...]
    periods: tuple[str, ...]
    measure: Measure
    foreign: int
    empty: bool

    @property
    def is_known(self) -> bool:
        """Whether all of it is understood, so that its cells can be."""
        return self.indicator is not None or not self.foreign


class Heads:
    def __init__(self, report: ReadReport) -> None:
        self._report = report

    @cached_property
    def _statements(self) -> dict[int, list[Statement]]:
        found: dict[int, list[Statement]] = {}
        for statement in self._report.statements:
            found.setdefault(id(statement.passage), []).append(statement)
        return found

    def statements_of(self, passage: Passage) -> Sequence[Statement]:
        if id(passage) not in self._statements:  # a cell of a series is no sentence of the report's
            self._statements[id(passage)] = list(statements((passage,), self._report.areas))
        return self._statements[id(passage)]

    def of(self, passage: Passage | None, until: int | None = None) -> Head:
        """The head that a passage is, or that it begins with, up to a place."""
        every = self.statements_of(passage) if passage is not None else ()
        if passage is None or not every:
            return Head(None, (), (), "value", 0, passage is None or not passage.text.strip())
        end = until if until is not None else len(passage.text)
        areas = [one for statement in every for one in statement.areas if one.start < end]
        periods = [period for statement in every for at, period in statement.periods if at < end]
        indicator = self._indicator(every[0])
        named = [(one.start, one.end) for one in areas]
        told = {
            word
            for at, word in words(passage.text[:end])
            if not any(first <= at < last for first, last in named) and word not in _NEUTRAL
        }
        measure: Measure = next((one for one, words_ in _MEASURES.items() if words_.match(passage.text)), "value")
        known = self._report.meanings.stems_of(indicator) if indicator else frozenset()
        foreign = told - known - (_DIFFERENCE if measure != "value" else frozenset())
        unknown = sum(not one.area for one in areas)
        unknown += not (indicator or periods) and any(sign.isdigit() for sign in passage.text[:end])  # 16 to 24
        return Head(
            indicator,
            tuple(one.area for one in areas if one.area),
            tuple(dict.fromkeys(periods)),
            measure,
            len(foreign) + unknown,
            not passage.text[:end].strip(),
        )

    def _indicator(self, statement: Statement) -> Indicator | None:
        subject = self._report.meanings.subject(statement, statement.start)
        if subject is None or not subject.sure:
            return None
        narrowed = self._report.meanings.is_narrowed(statement, statement.start, subject.indicator)
        return None if narrowed else subject.indicator
