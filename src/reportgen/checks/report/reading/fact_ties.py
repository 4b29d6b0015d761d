"""Which facts a typed figure may tell, and which one it surely tells: by words, unit, part, time, place and source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportgen.checks.report.reading.all_of_them import all_of_them
from reportgen.checks.report.reading.areas import Areas
from reportgen.checks.report.reading.cell_ties import MEASURED
from reportgen.checks.report.reading.denials import denies
from reportgen.checks.report.reading.fact_names import VAGUE, FactName, FactNames
from reportgen.checks.report.reading.lengths import is_yearly
from reportgen.checks.report.reading.likeness import is_another_power
from reportgen.checks.report.reading.parts import is_of_a_part_of_it
from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.roles import role
from reportgen.checks.report.reading.sentences import stem, stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import BEFORE, YEARS, Around, Surroundings, stems_beside

Trust = Literal[0, 1, 2]  # it shares words with the fact; it seems to tell it; it tells this one, and no other

_UNITS = {"percent": ("percent",), "gbp": ("gbp",), "number": ("number", "points", "times"), "text": ("ordinal",)}
_NEAR, _HERE, _BEFORE = 1.0, 0.75, 0.4  # how much a word tells by where it stands
_MOST, _LEAD, _ENOUGH, _EXPLAINED = 0.55, 1.3, 1.0, 0.3
_SOME, _LESS = 0.45, 0.8
_WHOLLY, _MANY, _TELLING, _CLEARLY, _TWO = 0.8, 4, 0.8, 0.75, 2
_SOURCE, _OTHER_SOURCE, _SIBLING, _OTHER_TIME = 1.2, 0.6, 1.6, 0.5
_NOUNS = re.compile(r"(?:\s(?!and\b|or\b|but\b|in\b|by\b|since\b|for\b|than\b|against\b|of\b)[A-Za-z’'-]+){1,4}")
_THAT_WE = re.compile(
    r"(?:\s[a-z-]+){1,3}?\s(?:that|which|whom)\swe\s(?:have\s)?([a-z]+)"
)  # nine courts that we visited
_OF_MANY = re.compile(r"\sof\s(?:(?:all|the|its|our|these|[A-Z]\w+[’']s)\s)*\d[\d,]*(?=\s)")
_VERB = re.compile(
    r"\s(?:is|are|was|were|has|have|had|live|work|use|go|can|could|do|did|say|said|need|feel|take|took|rate|expect|come|came)\b"
)
_WHOLE = re.compile(
    r"(?:The\s)?(?:[Ss]hare|[Pp]roportion|[Pp]ercentage)\sof\s(?:all\s|the\s|those\s)*(?P<whole>(?:[\w’'-]+\s){1,3}?)(?:who|that|which|whose|with"
    r"|without|in|on|held|aged|from|born|living)\b"
)
_OF_WHOM = re.compile(
    r"\sof\s(?:(?:all|the|our|its|their|those|these|[A-Z][\w-]*[’']s?)\s)*(?P<whole>[\w’'-]+(?:\s[\w’'-]+){0,2}?)(?=[,.;]|\s(?:is|are|was|were|has|have|had"
    r"|do|did|can|in|on|at|who|that|which|with|without|from|and|or|but|said|say|take|took|[a-z]+ed)\b)"
)
_OF_THOSE = re.compile(r"\bof\s(?:those|them|these|whom)(?:\swho\s[^,]*)?,?\s(?:only\s|about\s)?$")
_SUPPOSED = re.compile(
    r"\b(?:if|whether|unless|imagine|suppos\w+|should|must|ought|not|never|target|aims?|no\slonger)\b", re.IGNORECASE
)
_MISTYPED, _FEW = 200, 3
_PER = re.compile(r"(?:\s[a-z-]+){0,3}\s(?:per|for\severy|for\seach)\s")
_BEGINS = re.compile(r"(?:(?:[Nn]early|[Aa]lmost|[Ss]ome|[Aa]bout|[Aa]round|[Tt]he)\s)?")
_IN_FIGURES = re.compile(r"\b\d+[\s-][a-z]+")
_PAIR = re.compile(r"\s?(?:to|and|[-–])\s?(?:[a-z]+\s)?")
_KIN_WORDS = (
    "people jobs staff workers employees posts workforce employ residents adults specialists",
    "businesses firms companies employers enterprises",
    "homes houses dwellings properties households premises",
    "pupils students learners children",
)
_KIN = tuple(frozenset(stem(word) for word in words.split()) for words in _KIN_WORDS)
_WHOEVER = stems_in("people households families names homes children adults patients students pupils")
_PLAIN_WORDS = """
figure found find show shows shown stand stood reach reached give given add adds still now also already just only
come came go went make makes made put take set have see say said tell told today here around roughly nearly almost under
below average area region county country city worth whole compare sum equal earn produce
"""
_PLAIN = frozenset(stem(word) for word in _PLAIN_WORDS.split())


@dataclass(frozen=True, slots=True)
class Tie:
    """A figure and a fact that it may tell."""

    name: FactName
    score: float
    trust: Trust
    of_another_time: bool  # than the words name


@dataclass(frozen=True, slots=True)
class _Setting:
    """A figure in its sentence, with what its neighbours tell."""

    statement: Statement
    one: Quantity
    around: Around
    taken: frozenset[str]  # the ids of the facts that other figures of the sentence tell
    families: frozenset[int]  # theirs


class FactTies:
    def __init__(self, names: FactNames, areas: Areas, every: Sequence[Statement]) -> None:
        self._names, self._areas = names, areas
        self._surroundings = Surroundings(every)
        self._comparators = frozenset(areas.labels)

    def of(self, statement: Statement, one: Quantity) -> list[Tie]:
        """All facts that share a word with the sentence, in a unit that suits; the likeliest first."""
        sharing = self._names.sharing(stems_beside(statement, statement.start, statement.end))
        suited = [name for name in sharing if one.unit in _UNITS[name.fact.unit]]
        if not suited:
            return []
        taken = self._taken(statement, one, sharing)
        ids, families = frozenset(name.fact.id for name in taken), frozenset(name.family for name in taken)
        return self._ranked(_Setting(statement, one, self._surroundings.of(statement, one), ids, families), suited)

    def _ranked(self, setting: _Setting, suited: Sequence[FactName]) -> list[Tie]:
        scored = sorted(((self._score(setting, name), name) for name in suited), key=lambda each: -each[0])
        free = [each for each in scored if each[1].fact.id not in setting.taken and _counts(setting, each[1])]
        best = _latest(free, setting.around) if free else None
        second = next((score for score, name in free if best and name.family != best.family), 0.0)
        return [
            Tie(
                name,
                score,
                self._trust(setting, name, score, second) if name is best else 0,
                _is_of_another_time(name, setting.around),
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
            if any(each.unit in _UNITS[name.fact.unit] and each.range.meets(name.exact) for each in typed)
        ]

    def _score(self, setting: _Setting, name: FactName) -> float:
        around, sources = setting.around, setting.statement.sources
        told = self._weight(name.words, around) + 0.5 * self._weight(name.above - name.words, around)
        kin = [words for words in _KIN if words & name.words and not words & name.words & around.near]
        told += 0.5 * sum(bool(words & around.near) for words in kin)  # the companies that it calls firms
        score = told * (0.5 + self._coverage(name, around))
        if sources:
            score *= _SOURCE if name.fact.source in sources else _OTHER_SOURCE
        if name.family in setting.families:
            return score * _SIBLING
        return score if _is_of_its_time(name, around) else score * _OTHER_TIME

    def _weight(self, words: frozenset[str], around: Around) -> float:
        near, here = words & around.near, words & (around.here - around.near)
        whole = _NEAR * self._names.weight(near) + _HERE * self._names.weight(here)
        return whole + _BEFORE * self._names.weight(words & (around.before - around.here - around.near))

    def _coverage(self, name: FactName, around: Around) -> float:
        """How much of its id, of its note, or of both the words have."""
        return max(self._share(words, around) for words in (name.of_id, name.of_note, name.words))

    def _share(self, words: frozenset[str], around: Around) -> float:
        whole, said = self._names.weight(words), around.every
        kin = frozenset(word for word in words if any(word in each and each & said for each in _KIN))
        told = self._weight(words, around) + 0.5 * self._names.weight(kin - said)
        return told / whole if whole > _TELLING else 0.0

    def _trust(self, setting: _Setting, name: FactName, score: float, second: float) -> Trust:
        sources, around = setting.statement.sources, setting.around
        if score < _LEAD * second or (sources and name.fact.source not in sources):
            return 0
        if not _is_of_its_size(setting, name):
            return 0
        if name.family in setting.families and _is_beside(setting):
            return 2
        coverage = self._coverage(name, around)
        if not (_is_explained(setting, name, _EXPLAINED) and self._plays_its_part(setting, name, coverage)):
            return 0
        if not (_is_of_its_time(name, around) or name.family in setting.families or _is_slip_of_last(setting, name)):
            return 0
        if not self._is_of_its_place(name, around):
            cited = name.fact.source in sources and coverage >= _WHOLLY
            return 1 if cited and not around.places & self._comparators else 0
        if (coverage >= _MOST and score >= _ENOUGH) or _is_called(setting, name):
            return 2
        return 1 if coverage >= _SOME and score >= _LESS else 0

    def _plays_its_part(self, setting: _Setting, name: FactName, coverage: float) -> bool:
        statement, one = setting.statement, setting.one
        part = role(statement, one)
        if (part in ("gap", "change", "growth", "ratio") or one.unit == "points") and not name.is_change:
            return False
        if part == "former value" and not (name.years or name.is_change or name.family in setting.families):
            return False
        some = one.unit == "number" and one.value < (name.fact.value or 0)
        if some and _BEGINS.fullmatch(statement.passage.text, statement.start, one.start):
            return False  # ten routes were cut: some of them
        if _supposes(statement, one, name) or _is_of_some(statement, one, name):
            return False
        wholly = coverage >= _WHOLLY and len(name.words & setting.around.here) >= _MANY
        return name.is_future or (wholly and not statement.is_wished) or not statement.is_unreal(one.start, name.text)

    def _is_of_its_place(self, name: FactName, around: Around) -> bool:
        """Whether the place that the words name is none, the report's own, or one that the fact names."""
        said = {place for place in around.places if place not in self._areas.home}
        own = {area.area for area in self._areas.named(name.text)}
        if not said or (name.years and around.periods and not said & self._comparators - own):
            return True
        return all(place in own or stems_in(place) <= name.words | name.above for place in said)


def _supposes(statement: Statement, one: Quantity, name: FactName) -> bool:
    """Whether what is said is a condition, a wish or denied, which the fact itself is not."""
    start, end = statement.stretch(one.start)
    said = {found.lower() for found in _SUPPOSED.findall(statement.passage.text[start:end])}
    return any(word not in name.text.lower() for word in said)


def _is_of_some(statement: Statement, one: Quantity, name: FactName) -> bool:
    """Whether a figure is told of a part, or of every year: three of the studios, 61% of those that sell abroad."""
    value = (name.fact.value or Decimal(0)).copy_abs()
    few = one.form == "word" and one.unit == "number" and one.value * _FEW < value
    yearly = one.unit == "percent" and is_yearly(statement, one.end) and re.search("year|annual", name.text) is None
    rate = one.unit == "number" and _PER.match(statement.after(one.end)) and "per" not in name.text.split()
    if one.unit != "percent":
        ours = _THAT_WE.match(statement.after(one.end)) if one.unit == "number" else None
        return few or bool(rate) or (ours is not None and stem(ours[1]) not in name.words)
    part = _OF_THOSE.search(statement.before(one.start)) or is_of_a_part_of_it(statement, one.start)
    return yearly or bool(part) or _is_of_another_whole(statement, one, name) or denies(statement, one, name.text)


def _is_of_another_whole(statement: Statement, one: Quantity, name: FactName) -> bool:
    """Whether a share is one of others than the fact's: half of the women, of a share of prisoners who are women."""
    own, told = _WHOLE.match(name.fact.note), _OF_WHOM.match(statement.after(one.end))
    if own is None or told is None:
        return False
    wholes = stems_in(own["whole"]), stems_in(told["whole"])
    kin = {word for words in _KIN for word in words if words & wholes[0]} | _WHOEVER
    return bool(wholes[0] and wholes[1]) and wholes[1].isdisjoint(wholes[0] | kin)


def _is_of_its_size(setting: _Setting, name: FactName) -> bool:
    """Whether one may be a mistyped other at all: 12 is not, for 7,100,000; £18.4bn is, for £18.4m."""
    ends = sorted((setting.one.value, name.datum.value.copy_abs()))
    digits = [end.normalize().as_tuple().digits for end in ends]
    return ends[1] <= _MISTYPED * ends[0] or (digits[0] == digits[1] and len(digits[0]) > 1)


def _latest(free: Sequence[tuple[float, FactName]], around: Around) -> FactName:
    """The likeliest; of the same thing in several years the last one, where the words name no other year."""
    first = free[0][1]
    kin = [name for _, name in free if name.family == first.family and name.years]
    return max(kin, key=lambda name: max(name.years)) if kin and not around.periods else first


def _is_beside(setting: _Setting) -> bool:
    """Whether the figure is one end of a pair whose other end tells the fact's sibling: from 94% to 88%."""
    one, text = setting.one, setting.statement.passage.text
    return any(
        other.unit == one.unit and _PAIR.fullmatch(text, min(one.end, other.end), max(one.start, other.start))
        for other in setting.statement.quantities
    )


def _is_called(setting: _Setting, name: FactName) -> bool:
    """Whether a number stands right before all that the fact counts, and before little else: 96 public libraries."""
    behind = _NOUNS.match(setting.statement.after(setting.one.end, 60))
    if setting.one.unit != "number" or behind is None or len(name.counted) < _TWO:
        return False
    if noun := all_of_them(setting.statement, setting.one):
        return stems_in(noun) <= name.words and stems_in(noun.split()[-1]) <= name.counted
    return name.counted <= stems_in(behind[0]) and _is_explained(setting, name, _CLEARLY)


def _is_explained(setting: _Setting, name: FactName, least: float) -> bool:
    """Whether the words nearest to the figure are, enough of them, the fact's own."""
    areas = {word for area in setting.statement.areas for word in stems_in(area.text)}
    telling = setting.around.near - _PLAIN - VAGUE - areas
    kin = {word for words in _KIN for word in words if words & name.words}
    return len(telling & (name.words | name.above | kin)) >= least * len(telling)


def _counts(setting: _Setting, name: FactName) -> bool:
    """Whether what a number counts is what the fact counts."""
    after = setting.statement.after(setting.one.end, 60)
    of_many = _OF_MANY.match(after)  # 96 of Hull's 99 schools
    behind = _NOUNS.match(after, of_many.end() if of_many else 0)
    nouns = stems_in(behind[0]) if behind else frozenset()
    if setting.one.unit != "number" or not nouns or _VERB.match(after):
        return True
    if (measured := MEASURED.match(after)) and stem(measured[1]) not in stems_in(_IN_FIGURES.sub("", name.text)):
        return False  # under 18 weeks, of those who have waited more than 65 weeks
    if setting.statement.is_dated_at(setting.one.end):
        return True
    kin = {word for words in _KIN for word in words if words & name.head}
    unnamed = _WHOEVER if not name.of_note and name.of_id <= setting.around.near else frozenset()
    return bool(nouns & (name.head | kin | unnamed))


def _is_of_its_time(name: FactName, around: Around) -> bool:
    over_years = "year" in name.text or "month" in name.text
    said = {period[:4] for period in around.periods if period != YEARS or not over_years}
    return not said or any(year[:4] in said for year in name.years)


def _is_slip_of_last(setting: _Setting, name: FactName) -> bool:
    """£38.5bn last year, where a fact has £38.5m: of last year or this one, it is that figure."""
    periods = setting.around.periods
    return all(period == BEFORE for period in periods) and is_another_power(setting.one, name.datum)


def _is_of_another_time(name: FactName, around: Around) -> bool:
    """Whether both name years, and not one of them is the same."""
    said = {period[:4] for period in around.periods} - {BEFORE[:4], YEARS[:4]}
    return bool(said and name.years) and not any(year[:4] in said for year in name.years)
