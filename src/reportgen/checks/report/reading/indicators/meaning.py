"""What a figure means: its indicator, area and period, and whether the whole of what is measured is meant."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reportgen.checks.report.reading.areas.figure_areas import FigureAreas
from reportgen.checks.report.reading.areas.named import Areas, Named
from reportgen.checks.report.reading.indicators.kinship import Kinship
from reportgen.checks.report.reading.indicators.subjects import UNITS, Subject, Subjects
from reportgen.checks.report.reading.narrowing.narrowing import Narrowing
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.times.figure_periods import period_of
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Indicator, Unit


@dataclass(frozen=True, slots=True)
class Manner:
    """How something is said of a measure, beyond plainly.

    `denial`: words of the claim itself, which deny nothing: of the rest not, of several areas neither … nor;
    `supposed`: of what it would take, which is a fact too; `turned`: of those of whom it is not so.
    """

    denial: str = ""
    supposed: bool = False
    turned: bool = False


PLAINLY = Manner()


class Meanings:
    """Reads what the figures of an edition's statements are about."""

    def __init__(self, edition: Edition, areas: Areas, every: Sequence[Statement]) -> None:
        self._kinship = Kinship(edition)
        self._subjects = Subjects(edition, self._kinship, every)
        self._narrowing = Narrowing(edition, areas, self._kinship)
        self._areas, self._home = FigureAreas(areas.home), areas.home

    def subject(self, statement: Statement, at: int, units: Collection[Unit] = UNITS) -> Subject | None:
        """What the words at this place are about, in a unit that the figure can have."""
        return self._subjects.at(statement, at, units)

    def timed(self, statement: Statement) -> Subject | None:
        """The one measure of how long something takes that a sentence may tell of, which says how long it takes."""
        return self._subjects.timed(statement)

    def holding_all(self, statement: Statement, at: int) -> Indicator | None:
        """The one indicator that has all telling words of a clause, where they are two or more."""
        return self._subjects.holding_all(statement, at)

    def subjects(self, statement: Statement) -> list[Indicator]:
        """All indicators that a sentence surely names."""
        return self._subjects.named_in(statement)

    def only_of(self, some: Sequence[Indicator], said: frozenset[str]) -> Indicator | None:
        """The one of some indicators that these words can mean."""
        return self._subjects.only_of(some, said)

    def is_all_there_is(self, indicator: Indicator, said: frozenset[str]) -> bool:
        """Whether some words tell of nothing but an indicator: people earn more."""
        return self._subjects.is_all_there_is(indicator, said)

    def named_within(self, statement: Statement, start: int, end: int) -> Indicator | None:
        """The indicator that some words surely name by themselves."""
        return self._subjects.named_within(statement, start, end)

    def rivals_before(self, statement: Statement) -> list[str]:
        """The areas but the report's own that the two sentences before name."""
        before = self._subjects.before(statement, 2)
        return list(dict.fromkeys(one.area for each in before for one in each.areas if one.area != self._home))

    def stems_of(self, indicator: Indicator) -> frozenset[str]:
        """The words that tell of an indicator, and of what it counts."""
        return self._kinship.stems_of(indicator) | stems_in(indicator.counted)

    def is_claim(self, statement: Statement, at: int, indicator: Indicator, how: Manner = PLAINLY) -> bool:
        """Whether what is said here is said of what the indicator measures, as a fact."""
        told = self.is_told(statement, at, indicator, how)
        return told and not self._narrowing.may_be_another(statement, at, indicator)

    def affirms(self, statement: Statement, at: int, indicator: Indicator) -> bool:
        """Whether the words say nothing but what an indicator denies, of the others: one in five have tooth decay."""
        return self._narrowing.affirms(statement, at, indicator)

    def is_told(self, statement: Statement, at: int, indicator: Indicator, how: Manner = PLAINLY) -> bool:
        """The same, though the words may say more than the indicator does."""
        unreal = not how.supposed and statement.is_unreal(at, f"{how.denial} {indicator.name}")
        another = self._narrowing.is_another(statement, at, indicator, turned=how.turned)
        return not (unreal or statement.is_quoted(at) or another)

    def is_narrowed(self, statement: Statement, at: int, indicator: Indicator) -> bool:
        """Whether the words speak of a part of what the indicator measures, or of a place or time it does not have."""
        return self._narrowing.is_narrowed(statement, at, indicator)

    def area(self, statement: Statement, one: Quantity) -> tuple[Named | None, bool]:
        """The area that a figure is of. None: the report's own, unsaid.

        The second: whether a figure before it was of another area, so that nobody can be sure.
        """
        return self._areas.of(statement, one)

    def period(self, statement: Statement, one: Quantity) -> str:
        """The period that a figure is of. Empty: unsaid."""
        return period_of(statement, one)
