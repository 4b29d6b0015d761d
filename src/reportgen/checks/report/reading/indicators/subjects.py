"""The indicator that a place in a sentence is about: by its clause, those before it, the sentence, the one before."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reportgen.checks.report.reading.comparing.adjectives import JUDGING, dimension
from reportgen.checks.report.reading.indicators.denials import is_denial
from reportgen.checks.report.reading.indicators.kinship import COMMON, Kin, Kinship
from reportgen.checks.report.reading.numbers.rates import own_time
from reportgen.checks.report.reading.sentences import stem
from reportgen.checks.report.reading.statements import Statement, previous
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Indicator, Unit
from reportgen.edition.settings import IndicatorData

UNITS: tuple[Unit, ...] = ("percent", "gbp", "number")
_ANAPHORA = re.compile(
    r"(?:This|That|So|Thus|We|Our|It|Its|The|Here|Nationally|In|Across|By|At|Since|Between|Both|Only|There|On|Of these"
    r"|Compared|Against|Their\s(?:share|proportion|rate|level|average))\b"
)
_OWN = ("value", "gap", "count", "change", "statement")
_PLAIN_WORDS = """
cost costs costing priced compared among earn earns earned first second third fourth rank ranks ranked place places
average national regional region area areas country county borough district local figure rate share level whole high
higher highest low lower lowest more most less least fewer fewest better best worse worst above below ahead behind
greater larger smaller rise rises risen rose fall falls fallen fell grow grows grown grew increase increased decrease
decreased improve improved improvement worsen worsened cheap cheaper cheapest dear dearer dearest expensive slow
slower slowest fast faster fastest safe safer quick quicker stand stands stood reach reached become became made make
do does did well good poor easy easier hard harder here since last year people adult adults resident residents bring
brings brought take takes took taken give gives gave given get gets got see sees saw seen go goes went gone come comes
came keep keeps kept put puts run runs ran add adds added account accounts remain remains stay stays round hold
household households pupil pupils student students patient patients worker workers user users cost costs costing
again still further sharply slightly steadily slowly quickly markedly once more drop dropped climb climbed slip slipped
district districts borough boroughs county counties council councils neither none both other others
lag lags lagged lead leads led trail trails trailed beat beats city cities town towns nation nations
bad halved doubled trebled dipped edged crept soared plunged eased widened narrowed
"""
_PLAIN = frozenset(stem(word) for word in (*_PLAIN_WORDS.split(), *JUDGING))
_MEASURED_BY = re.compile(
    r"\b(?:(?:measured|judged|gauged)\sby|judging\sby|going\sby|on\sthe\s(?:measure|yardstick)\sof|in\sterms\sof)\s(?:the\s)?(?P<what>[^,.;:()\d]+)"
)
_BUT = re.compile(r"[,;]\s(?:but|yet)\s")
_SIGNED = re.compile(r"\([+\u2212-]$")


@dataclass(frozen=True, slots=True)
class Subject:
    """`thin`: sure only as the chapter has nothing else that the words could mean."""

    indicator: Indicator
    sure: bool
    thin: bool = False


class Subjects:
    """What the statements of an edition are about."""

    def __init__(self, edition: Edition, kinship: Kinship, every: Sequence[Statement]) -> None:
        self._kinship, self._every = kinship, every
        self._settings, self._indicators = edition.settings, edition.evidence.indicators
        self._numbers = {id(one): number for number, one in enumerate(every)}
        self._named: dict[int, dict[str, Indicator]] = {}

    def at(self, statement: Statement, at: int, units: Collection[Unit] = UNITS) -> Subject | None:
        """What the words at this place are about: by their clause, those before it, the sentence, the one before."""
        own = self._measured_by(statement) or self._own(statement, at, units)
        if own is not None and (own.sure or self._is_told_before(statement, own, units)):
            return Subject(own.indicator, True)
        shown, before = self._of_figure(statement), self._inherited(statement, own)
        if own is not None and before is not None and own.indicator is not before.indicator:
            before = None
        return shown or before or self._only_one(statement, at, units) or own or self._of_passage(statement)

    def _measured_by(self, statement: Statement) -> Subject | None:
        """What a sentence says that it is measured by: less affordable, measured by the ratio of prices to earnings."""
        found = _MEASURED_BY.search(statement.passage.text, statement.start, statement.end)
        named = self.named_within(statement, *found.span("what")) if found else None
        return Subject(named, True) if named else None

    def before(self, statement: Statement, most: int) -> list[Statement]:
        """The sentences right before, in the same passage."""
        found: list[Statement] = []
        while len(found) < most and (
            one := previous(self._every, self._numbers[id(found[-1] if found else statement)])
        ):
            found.append(one)
        return found

    def named_in(self, statement: Statement) -> list[Indicator]:
        """All indicators that a sentence surely names."""
        if id(statement) not in self._named:  # several rules ask of one sentence, and the one behind it
            found = [self._own(statement, start) for start, _ in statement.clauses]
            self._named[id(statement)] = {one.indicator.id: one.indicator for one in found if one and one.sure}
        return list(self._named[id(statement)].values())

    def named_within(self, statement: Statement, start: int, end: int) -> Indicator | None:
        """The indicator that some words surely name by themselves."""
        called = self._kinship.called(statement.passage.text[start:end], UNITS)
        ranked = self._ranked(statement, statement.stems_within(start, end), UNITS)
        return called or (ranked[0].indicator if ranked and ranked[0].sure else None)

    def timed(self, statement: Statement) -> Subject | None:
        """The one measure of how long something takes that shares two words or more with a sentence that tells so."""
        said = statement.told(statement.start, statement.end)
        measured = [one for one in self._indicators.values() if one.unit == "number" and own_time(one)]
        sharing = [one for one in measured if len(said & self._kinship.stems_of(one) - COMMON) > 1]
        return Subject(sharing[0], True) if len(sharing) == 1 else None

    def _own(self, statement: Statement, at: int, units: Collection[Unit] = UNITS) -> Subject | None:
        start, end = statement.clause(at)
        doubtful: Subject | None = None
        shared = frozenset[str]()  # by what the clause leaves in doubt
        in_brackets = start > statement.start and statement.passage.text[start] == "("
        head = statement.clause(start - 1)[0] if in_brackets else start  # what stands right before them
        reach = self._reach(statement, at)
        implied = dimension(statement.lower, at)
        for begin, until in dict.fromkeys(
            [(start, end), (head, end), (statement.start, end), (statement.start, reach)]
        ):
            bound = [one for one in self._bound(statement, begin, until) if one.unit in units]
            if len(bound) == 1:
                return Subject(bound[0], True)
            called = self._kinship.called(statement.passage.text[begin:until], units) if begin == start else None
            if called is not None:
                return Subject(called, True)
            said = statement.stems_within(begin, until) | implied
            ranked = self._ranked(statement, said, units)
            if ranked and ranked[0].sure and shared <= self._kinship.stems_of(ranked[0].indicator):
                return Subject(ranked[0].indicator, True)
            if ranked and ranked[0].coverage >= 0.3 and doubtful is None:
                doubtful = Subject(ranked[0].indicator, False)
                shared = said & self._kinship.stems_of(ranked[0].indicator)
        return doubtful

    def _ranked(self, statement: Statement, said: frozenset[str], units: Collection[Unit]) -> tuple[Kin, ...]:
        mission = statement.passage.section.mission
        return self._kinship.ranked(said, mission, units, denied=is_denial(statement))

    def _only_one(self, statement: Statement, at: int, units: Collection[Unit]) -> Subject | None:
        """The one indicator that has a telling word of the clause, where all else in it is plain.

        In the chapter of a mission it is one of the mission's; elsewhere no figure is taken for its without more.
        """
        mission = statement.passage.section.mission
        if not mission and any(one.start == at for one in statement.quantities):
            return None
        begin, end = statement.stretch(at)
        for start in dict.fromkeys((begin, statement.start)):
            said = statement.told(start, end)
            holding = [one for one in self._kinship.having(said - COMMON, units) if self._holds_all(one, said)]
            if len(holding) == 1 and mission in ("", holding[0].mission):
                return Subject(holding[0], True, thin=True)
        return None

    def only_of(self, some: Sequence[Indicator], said: frozenset[str]) -> Indicator | None:
        """The one of some indicators that has a telling word of these, and all but those that are plain."""
        found = [one for one in some if said & self._kinship.stems_of(one) - COMMON]
        return found[0] if len(found) == 1 and self._holds_all(found[0], said) else None

    def is_all_there_is(self, indicator: Indicator, said: frozenset[str]) -> bool:
        """Whether some words tell of nothing but an indicator."""
        return said <= self._kinship.stems_of(indicator) | _PLAIN

    def holding_all(self, statement: Statement, at: int) -> Indicator | None:
        """The one indicator that has all telling words of the clause, where they are two or more: officers per head."""
        said = statement.told(*statement.stretch(at)) - _PLAIN
        telling = said - COMMON
        holding = [one for one in self._indicators.values() if telling and said <= self._kinship.stems_of(one) | COMMON]
        holding = [one for one in holding if telling <= self._kinship.stems_of(one)]
        return holding[0] if len(telling) > 1 and len(holding) == 1 else None

    def _holds_all(self, indicator: Indicator, said: frozenset[str]) -> bool:
        """Whether all words that tell something are the indicator's."""
        stems = self._kinship.stems_of(indicator)
        return bool(said & stems - COMMON) and said <= stems | _PLAIN

    def _reach(self, statement: Statement, at: int) -> int:
        """How far behind a figure its subject may be named: until the next one, where more than one follow.

        What is compared, or has moved, may be named behind the first figure that tells of it.
        """
        if _SIGNED.search(statement.before(at + 1, 2)):
            return at  # a gap in brackets stands behind what it is of
        later = [one for one in statement.quantities if one.start > at and one.bound is None and one.unit != "ordinal"]
        is_figure = any(one.start == at for one in statement.quantities)
        if is_figure and later and _restates(statement, at, later[0].start):
            later = later[1:]
        if is_figure and len(later) == 1 and (turn := _turn(statement, at, later[0].start)):
            return turn
        return later[0 if is_figure else 1].start if len(later) > 1 else statement.end

    def _bound(self, statement: Statement, start: int, end: int) -> list[Indicator]:
        ids = {
            one.value.origin.id: None
            for one in statement.passage.bound
            if start <= one.start < end and one.value.origin.kind in _OWN
        }
        return [self._indicators[key] for key in ids]

    def _previous(self, statement: Statement) -> Statement | None:
        """The sentence before; None of a cell of a series, which is no sentence of the report's."""
        number = self._numbers.get(id(statement))
        return previous(self._every, number) if number is not None else None

    def _inherited(self, statement: Statement, own: Subject | None = None) -> Subject | None:
        """What the sentence before is about, where this one points back, or names a part of it."""
        before = self._previous(statement)
        if before is None:
            return None
        named = self.named_in(before)
        points_back = _ANAPHORA.match(statement.text) is not None or _opens_with_a_shift(statement)
        if len(named) == 1 and (points_back or (own is not None and own.indicator is named[0])):
            return Subject(named[0], True)
        return self._inherited(before) if points_back and not named else None

    def _is_told_before(self, statement: Statement, own: Subject, units: Collection[Unit]) -> bool:
        """Whether the sentence before has the words that this one lacks: TB is stubborn. There were 11.9 incidents."""
        before = self._previous(statement)
        if before is None or self.named_in(before):
            return False
        said = [one.stems_within(one.start, one.end) for one in (before, statement)]
        stems = self._kinship.stems_of(own.indicator)
        if len(said[1] & stems) < 2 or said[0] & stems <= said[1]:
            return False
        ranked = self._ranked(statement, said[0] | said[1], units)
        return bool(ranked) and ranked[0].sure and ranked[0].indicator is own.indicator

    def _of_figure(self, statement: Statement) -> Subject | None:
        """What the figure shows that a sentence refers to."""
        for reference in statement.passage.references:
            figure = self._settings.figures.get(reference.target)
            if figure and statement.start <= reference.start < statement.end and isinstance(figure.data, IndicatorData):
                return Subject(self._indicators[figure.data.indicator], True)
        return None

    def _of_passage(self, statement: Statement) -> Subject | None:
        """Words of a figure or an indicator are about it."""
        section = statement.passage.section
        figure = self._settings.figures.get(section.figure)
        key = figure.data.indicator if figure and isinstance(figure.data, IndicatorData) else section.indicator
        indicator = self._indicators.get(key)
        return Subject(indicator, True) if indicator else None


def _restates(statement: Statement, at: int, other: int) -> bool:
    """Whether a figure in brackets says the one at a place again: more than a third of employers (36%) need skills."""
    return re.fullmatch(r"[^,;().]*\((?:[a-z]+\s){0,2}", statement.passage.text[at:other]) is not None


def _turn(statement: Statement, at: int, other: int) -> int:
    """Where a sentence turns to another matter, and to no other area: gather data, 29% nationally, but 17% share it."""
    found = _BUT.search(statement.passage.text, at, other)
    return found.start() if found and not any(one.start > found.start() for one in statement.areas) else 0


def _opens_with_a_shift(statement: Statement) -> bool:
    """A year later it was 71%: of what was told before."""
    return any(one.start == statement.start for one in statement.shifts)
