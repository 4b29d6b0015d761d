"""Which facts a typed figure may tell, and which one it surely tells: by words, unit, part, time, place and source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportgen.checks.report.reading.areas.named import Areas
from reportgen.checks.report.reading.facts.fit import (
    Setting,
    counts,
    counts_itself,
    is_called,
    is_explained,
    is_of_another_time,
    is_of_its_size,
    is_of_its_time,
)
from reportgen.checks.report.reading.facts.kin import GROUPS, kin_of
from reportgen.checks.report.reading.facts.names import VAGUE, FactName, FactNames
from reportgen.checks.report.reading.facts.parts import moves_alike, plays_its_part
from reportgen.checks.report.reading.likeness import is_another_power, likeness
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import BEFORE, Around, Surroundings, stems_beside

Trust = Literal[0, 1, 2]  # it shares words with the fact; it seems to tell it; it tells this one, and no other

_UNITS = {"percent": ("percent",), "gbp": ("gbp",), "number": ("number", "points", "times"), "text": ("ordinal",)}
_NEAR, _HERE, _BEFORE = 1.0, 0.75, 0.4  # how much a word tells by where it stands
_MOST, _LEAD, _ENOUGH, _EXPLAINED, _EXPLAINED_BETTER = 0.55, 1.3, 1.0, 0.3, 0.5
_SEVERAL, _EXPLAINED_WELL = 2, 0.75
_SOME, _LESS, _NEARLY = 0.45, 0.8, 0.6
_FEWER, _WEAKER = 0.1, 0.2  # what a figure that is alike may lack of both, each time
_WHOLLY, _TELLING = 0.8, 0.8
_SOURCE, _OTHER_SOURCE, _SIBLING, _OTHER_TIME = 1.2, 0.6, 1.6, 0.5
_RANK = stems_in("rank")  # an ordinal says it by itself
_EXTREME = r"(?:most|least|fewest|lowest|highest|best|worst|top|bottom|leading)"
_AT_AN_EXTREME = re.compile(rf"\bin\sthe\s{_EXTREME}\s(?:region|area|place|district|council|borough|county)\b")
_NAMES_AN_EXTREME = re.compile(
    rf"\b{_EXTREME}\b|\b(?:leads?|leaders?|ahead|behind|as\s(?:few|little|many|much|low|high)\sas)\b"
)
_PAIR = re.compile(r"(?:\s(?:place|position))?\s?(?:to|and|[-–])\s?(?:[a-z]+\s)?")


@dataclass(frozen=True, slots=True)
class Tie:
    """A figure and a fact that it may tell."""

    name: FactName
    score: float
    trust: Trust
    of_another_time: bool  # than the words name
    is_timely: bool  # the words name no time, or one of the fact's


class FactTies:
    def __init__(self, names: FactNames, areas: Areas, every: Sequence[Statement]) -> None:
        self._names, self._areas = names, areas
        self._surroundings = Surroundings(every)
        self._comparators = frozenset(areas.labels)

    def of(self, statement: Statement, one: Quantity) -> list[Tie]:
        """All facts that share a word with the sentence, in a unit that suits; the likeliest first."""
        sharing = self._names.sharing(stems_beside(statement, statement.start, statement.end))
        suited = [name for name in sharing if one.unit in _UNITS[name.fact.unit] and _may_be_points(one, name)]
        suited = [name for name in suited if not self._is_of_its_double(statement, one, name)]
        if not suited:
            return []
        taken = self._taken(statement, one, sharing)
        ids, families = frozenset(name.fact.id for name in taken), frozenset(name.family for name in taken)
        return self._ranked(Setting(statement, one, self._surroundings.of(statement, one), ids, families), suited)

    def _ranked(self, setting: Setting, suited: Sequence[FactName]) -> list[Tie]:
        scored = sorted(((self._score(setting, name), name) for name in suited), key=lambda each: -each[0])
        free = [each for each in scored if each[1].fact.id not in setting.taken and counts(setting, each[1])]
        free = [each for each in free if moves_alike(setting, each[1])] or free
        if any(counts_itself(setting, name) for _, name in free):
            free = [each for each in free if not each[1].noun or counts_itself(setting, each[1])]
        slip = _of_a_slip(free, setting.one)
        best = slip or (_latest(free, setting.around) if free else None)
        second = next((score for score, name in free if best and name.family != best.family and not slip), 0.0)
        return [
            Tie(
                name,
                score,
                self._trust(setting, name, score, second) if name is best else 0,
                is_of_another_time(name, setting.around),
                is_of_its_time(name, setting.around),
            )
            for score, name in scored
        ]

    def _taken(self, statement: Statement, one: Quantity, sharing: Sequence[FactName]) -> list[FactName]:
        bound = {other.bound.origin.id for other in statement.quantities if other.bound is not None}
        typed = [each for each in statement.quantities if each is not one and not each.bound and each.form == "digits"]
        told = [name for name in self._names.every if name.fact.id in bound] if bound else []
        return told + [
            name
            for name in sharing
            if any(
                each.unit in _UNITS[name.fact.unit]
                and each.range.meets(name.exact)
                and not (each.range == one.range and self._tells_more(statement, one, each, name))
                for each in typed
            )
        ]

    def _is_of_its_double(self, statement: Statement, one: Quantity, name: FactName) -> bool:
        """Whether the same figure stands there twice, and the other has the fact's words beside it."""
        same = (each for each in statement.quantities if each is not one and each.range == one.range)
        return any(self._tells_more(statement, each, one, name) for each in same if each.unit == one.unit)

    def _tells_more(self, statement: Statement, one: Quantity, other: Quantity, name: FactName) -> bool:
        near = [self._names.weight(name.words & self._surroundings.of(statement, each).near) for each in (one, other)]
        return near[0] > near[1]

    def _score(self, setting: Setting, name: FactName) -> float:
        around, sources = setting.around, setting.statement.sources
        told = self._weight(name.words, around) + 0.5 * self._weight(name.above - name.words, around)
        kin = [words for words in GROUPS if words & name.words and not words & name.words & around.near]
        told += 0.5 * sum(bool(words & around.near) for words in kin)  # the companies that it calls firms
        score = told * (0.5 + self._coverage(name, around))
        if sources:
            score *= _SOURCE if name.fact.source in sources else _OTHER_SOURCE
        if name.family in setting.families:
            return score * _SIBLING
        return score if is_of_its_time(name, around) else score * _OTHER_TIME

    def _weight(self, words: frozenset[str], around: Around) -> float:
        near, here = words & around.near, words & (around.here - around.near)
        whole = _NEAR * self._names.weight(near) + _HERE * self._names.weight(here)
        return whole + _BEFORE * self._names.weight(words & (around.before - around.here - around.near))

    def _coverage(self, name: FactName, around: Around) -> float:
        """How much of its id, of its note, or of both the words have."""
        return max(self._share(words, around) for words in (name.of_id, name.of_note, name.words))

    def _share(self, words: frozenset[str], around: Around) -> float:
        whole, said = self._names.weight(words), around.every
        kin = words & kin_of(said)
        told = self._weight(words, around) + 0.5 * self._names.weight(kin - said)
        return told / whole if whole > _TELLING else 0.0

    def _trust(self, setting: Setting, name: FactName, score: float, second: float) -> Trust:
        sources, around = setting.statement.sources, setting.around
        if score < _LEAD * second or (sources and name.fact.source not in sources):
            return 0
        if not is_of_its_size(setting, name):
            return 0
        if _AT_AN_EXTREME.search(name.text) and self._is_compared(setting.statement):
            return 0  # businesses gathering data in the lowest region, where it is said what they do here
        if name.family in setting.families and _is_beside(setting):
            return 2
        if name.fact.unit == "text" and is_explained(setting, name, 1):
            around = replace(around, near=around.near | _RANK)
        coverage, alike = self._coverage(name, around), likeness(setting.one, name.datum)
        least = _EXPLAINED if coverage >= _MOST else _EXPLAINED_BETTER
        if not alike and len(name.words - VAGUE) == 1:
            least = 1  # theatres for puppets, where the fact counts theatres
        if not alike and coverage < _WHOLLY and self._is_by_a_word(name, around):
            least = _EXPLAINED_WELL  # visits to the castle, where the fact counts those to a hub
        called = is_called(setting, name, slips=alike > 1)
        explained = is_explained(setting, name, least) or (
            alike > 1 and (called or is_explained(_in_its_sentence(setting), name, least))
        )
        if not (explained and plays_its_part(setting, name, coverage)):
            return 0
        if name.family in setting.families and coverage >= _WHOLLY and _is_of_a_year(name, around):
            return 2  # after 1.1 million in 2013
        timed = is_of_its_time(name, around) or name.family in setting.families
        if not (timed or ((alike or is_another_power(setting.one, name.datum)) and around.periods == {BEFORE})):
            return 0
        if not self._is_of_its_place(name, around):
            cited = name.fact.source in sources and coverage >= _WHOLLY
            return 1 if cited and not around.places & self._comparators else 0
        most, enough = _MOST - _FEWER * alike, _ENOUGH - _WEAKER * alike
        if (coverage >= most and score >= enough) or called:
            return 2
        return 1 if coverage >= _SOME and score >= _LESS else 0

    def _is_compared(self, statement: Statement) -> bool:
        """Whether a sentence sets what it tells against a comparator, and speaks of no extreme."""
        compared = any(area.area in self._comparators for area in statement.areas)
        return compared and not _NAMES_AN_EXTREME.search(statement.text)

    def _is_by_a_word(self, name: FactName, around: Around) -> bool:
        """Whether only one of several words that tell what it counts is said."""
        told = (name.words - VAGUE) & (around.every | kin_of(around.every))
        return len(told) < _SEVERAL <= len(name.head - VAGUE)

    def _is_of_its_place(self, name: FactName, around: Around) -> bool:
        """Whether the place that the words name is none, the report's own, or one that the fact names."""
        said = {place for place in around.places if place not in self._areas.home}
        own = {area.area for area in self._areas.named(f"{name.fact.id.upper().replace('-', ' ')}; {name.text}")}
        if not said:
            return True
        return all(place in own or stems_in(place) <= name.words | name.above for place in said)


def _latest(free: Sequence[tuple[float, FactName]], around: Around) -> FactName:
    """The likeliest; of the same thing in several years the one that the words name, or else the last."""
    first = free[0][1]
    kin = [name for _, name in free if name.family == first.family and name.years]
    said = [name for name in kin if _is_of_a_year(name, around)]
    if len(said) == 1:
        return said[0]
    return max(kin, key=lambda name: max(name.years)) if kin and not around.periods else first


def _of_a_slip(free: Sequence[tuple[float, FactName]], one: Quantity) -> FactName | None:
    """The only one that a figure is a slip of, where hardly another is likelier by the words."""
    alike = [each for each in free if likeness(one, each[1].datum) > 1]
    return alike[0][1] if len(alike) == 1 and alike[0][0] >= _NEARLY * free[0][0] else None


def _is_of_a_year(name: FactName, around: Around) -> bool:
    """Whether the words name a year of the fact's."""
    return bool({period[:4] for period in around.periods} & {year[:4] for year in name.years})


def _is_beside(setting: Setting) -> bool:
    """Whether the figure is one end of a pair whose other end tells the fact's sibling: from 94% to 88%."""
    one, text = setting.one, setting.statement.passage.text
    return any(
        other.unit == one.unit and _PAIR.fullmatch(text, min(one.end, other.end), max(one.start, other.start))
        for other in setting.statement.quantities
    )


def _in_its_sentence(setting: Setting) -> Setting:
    """For a clause that has hardly a word of its own: for every pound put into it, £9.84 comes back."""
    return replace(setting, around=replace(setting.around, near=setting.around.here))


def _may_be_points(one: Quantity, name: FactName) -> bool:
    """Whether a fact tells percentage points, where the words do."""
    return one.unit != "points" or "point" in name.fact.note or "points" in name.fact.id
