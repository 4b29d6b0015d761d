"""Which indicators are kin to some words: those whose name and id share telling ones with them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportgen.checks.report.reading.indicators.denials import is_denied
from reportgen.checks.report.reading.sentences import stem, stems_in
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Indicator, Unit

# Words that many a measure has, so that they tell little of which is t.
_COMMON_WORDS = """
adults people residents households businesses firms companies pupils students patients homes premises population
working age region area local public service services use users available access average data new digital online
annual yearly year years all score index measure living reported recorded council councils children young women men
workers jobs accessed mean typical share
"""
COMMON = frozenset(stem(word) for word in _COMMON_WORDS.split())
_SIDES = frozenset(map(stem, ("above", "below", "under")))  # level 4 or above; above 9%
_ENOUGH, _LEAD = 0.55, 1.25
_RARE, _MOST, _CLEAR, _SHORT = 0.8, 0.99, 1.5, 0.3
_PART = 0.7
_NEARLY, _SEVERAL = 0.7, 2  # of a name of plain words only
_LEAST = 0.5  # of the weight of shared words, where they cover nothing of a name; where they cover all of it, once more
_AT_MOST = _LEAST + 1
_DENIED = 0.6  # of adults with no qualifications, where the words have no such no
_TELLING = 1.2  # two rare words


@dataclass(frozen=True, slots=True)
class Kin:
    """An indicator that shares words; `sure` where they hold most of its name and no other's as much."""

    indicator: Indicator
    score: float
    coverage: float
    whole: float  # the share of its name or id that they hold
    shared: int  # words
    sure: bool


class Kinship:
    """The indicators of an edition by their words."""

    def __init__(self, edition: Edition) -> None:
        self._indicators = edition.evidence.indicators
        self._names = {key: stems_in(one.name) - _SIDES for key, one in self._indicators.items()}
        self._ids = {key: stems_in(key.replace("-", " ")) - _SIDES for key in self._indicators}
        heads = {key: stems_in(_head(one.name)) - _SIDES for key, one in self._indicators.items()}
        self._heads = {key: head if self._is_its_own(key, head) else frozenset() for key, head in heads.items()}
        every = [self._names[key] | self._ids[key] for key in self._indicators]
        spread = Counter(word for stems in every for word in stems)
        self._weights = {word: _weight(word, len(every), count) for word, count in spread.items()}
        own = {word for word, count in spread.items() if count == 1 and word not in COMMON}
        names = {word for stems in self._names.values() for word in stems}
        self._short = {word for stems in self._ids.values() for word in stems if 4 <= len(word) < 7} - names
        self._own = {key: self._names[key] & own for key in self._indicators}
        self._phrases = _phrases(self._indicators.values())
        self._denied = frozenset(key for key, one in self._indicators.items() if is_denied(one.name))
        self._having = _having(self._names, self._ids)
        self._whole = cache(self._sum)
        self._abbreviated = cache(self._with_abbreviated)
        self._ranked = cache(self._rank)  # several rules ask of one sentence

    def _is_its_own(self, key: str, head: frozenset[str]) -> bool:
        """Whether no other indicator has these words as well."""
        return not any(head <= self._names[other] | self._ids[other] for other in self._indicators if other != key)

    def called(self, text: str, units: Collection[Unit]) -> Indicator | None:
        """The one indicator of whose name a text has the beginning, word for word: employment rate (aged 16 to 64)."""
        small = text.casefold()
        begun = [one for one in self._phrases if one.words in small]
        found = {one.key for one in begun if one.pattern.search(text)}
        fitting = [self._indicators[key] for key in found if self._indicators[key].unit in units]
        return fitting[0] if len(fitting) == 1 else None

    def ranked(self, stems: frozenset[str], mission: str, units: Collection[Unit], *, denied: bool) -> tuple[Kin, ...]:
        """The indicators that share most words with these, best first; those of the mission at hand are the likelier.

        `units`: those that the figure can be in; `denied`: whether the words deny something.
        At most two: the best, and what comes nearest to it.
        """
        return self._ranked(self.with_abbreviated(stems), mission, frozenset(units), denied)

    def having(self, stems: frozenset[str], units: Collection[Unit]) -> list[Indicator]:
        """All that have one of these words."""
        keys = {key for word in stems for _, key in self._having.get(word, ())}
        return [one for key, one in self._indicators.items() if key in keys and one.unit in units]

    def _rank(self, said: frozenset[str], mission: str, units: frozenset[Unit], denied: bool) -> tuple[Kin, ...]:
        shared: dict[tuple[int, str], float] = {}
        for word in said:
            for one in self._having.get(word, ()):
                shared[one] = shared.get(one, 0.0) + self._weights[word]
        best: list[tuple[float, int, Kin]] = []
        for (number, key), weight in sorted(shared.items(), key=lambda each: -each[1]):
            if len(best) == 2 and weight * _AT_MOST < -best[1][0]:
                break
            if self._indicators[key].unit in units:
                kin = self._scored(key, said, mission, denied)
                best = sorted([*best, (-kin.score, number, kin)], key=lambda each: each[:2])[:2]
        found = [kin for _, _, kin in best]
        if found and self._is_sure(found[0], found[1] if len(found) > 1 else None):
            found[0] = replace(found[0], sure=True)
        return tuple(found)

    def with_abbreviated(self, said: frozenset[str]) -> frozenset[str]:
        """With the short words of ids for those that they begin: conf, for confidence."""
        return self._abbreviated(said)

    def _with_abbreviated(self, said: frozenset[str]) -> frozenset[str]:
        return said | {short for short in self._short for word in said if word.startswith(short)}

    def stems_of(self, indicator: Indicator) -> frozenset[str]:
        return self._names[indicator.id] | self._ids[indicator.id]

    def _is_sure(self, one: Kin, other: Kin | None) -> bool:
        """Plain words tell too where there are two of them, and nothing else has as many.

        So do all words of a name, where much of every other is missing: private rents, beside private rented homes
        that are below a standard.
        """
        second = other.score if other else 0.0
        if one.whole >= _MOST and one.shared > 1 and (other is None or other.whole <= _PART):
            return True
        told = one.score >= _RARE and one.score >= _LEAD * second
        whole = one.coverage >= _MOST or (one.coverage >= _NEARLY and one.shared > _SEVERAL)
        plain = whole and one.shared > 1 and one.score >= _CLEAR * second
        single = one.shared == 1 and one.coverage < _MOST
        return one.coverage >= _ENOUGH and not single and (told or plain)

    def _scored(self, key: str, said: frozenset[str], mission: str, denied: bool) -> Kin:
        indicator = self._indicators[key]
        shared = said & (self._names[key] | self._ids[key])
        coverage = max(self._share(said, each[key]) for each in (self._names, self._ids))
        head, many, whole = self._heads[key], len(shared) + (denied and key in self._denied), coverage
        if self._sum(head & said) >= _TELLING or (len(head) > 1 and head <= said):
            coverage = max(coverage, self._share(said, self._heads[key]))
        if mission == indicator.mission and self._own[key] and self._own[key] <= said and coverage >= _SHORT:
            coverage, many = max(coverage, _ENOUGH), 2  # in its own chapter 5G alone means 5G coverage
        score = self._sum(shared) * (_LEAST + coverage)
        if mission and mission != indicator.mission:
            score *= 0.85
        if (key in self._denied) is not denied and (not denied or self._is_denied_elsewhere(shared)):
            score *= _DENIED
        return Kin(indicator, score, coverage, whole, many, False)

    def _is_denied_elsewhere(self, shared: frozenset[str]) -> bool:
        """Whether what denies something has all these words: qualifications, of those without."""
        return any(shared <= self._names[key] | self._ids[key] for key in self._denied)

    def _share(self, said: frozenset[str], stems: frozenset[str]) -> float:
        whole = self._whole(stems)
        return self._sum(stems & said) / whole if whole else 0.0

    def _sum(self, stems: Iterable[str]) -> float:
        return sum(self._weights[word] for word in stems)


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: str  # as they are casefolded
    pattern: re.Pattern[str]
    key: str  # the indicator's id


def _phrases(indicators: Collection[Indicator]) -> Sequence[_Phrase]:
    """The beginnings of names, and whole ones, of two words or more that no two indicators share."""
    names = [one.name.casefold() for one in indicators]
    begun = [
        (words, one.id) for one in indicators for words in {_head(one.name).strip().casefold(), one.name.casefold()}
    ]
    many = {words: sum(f" {words}" in f" {name}" for name in names) for words, _ in begun}  # delay on A roads, too
    return [
        _Phrase(words, re.compile(rf"(?<![\w-]){re.escape(words)}s?(?![\w-])", re.IGNORECASE), key)
        for words, key in begun
        if many[words] == 1 and len(words.split()) > 1 and _tells(words, names)
    ]


def _tells(words: str, names: Collection[str]) -> bool:
    """Whether words tell what is measured: not council homes, of those that are decent, unless that is all there is."""
    return bool(stems_in(words) - COMMON) or words in names


def _having(*texts: Mapping[str, frozenset[str]]) -> Mapping[str, list[tuple[int, str]]]:
    """The indicators that have a word, each with its number, by words."""
    found: dict[str, list[tuple[int, str]]] = {}
    for number, key in enumerate(texts[0]):
        for word in frozenset[str]().union(*(one[key] for one in texts)):
            found.setdefault(word, []).append((number, key))
    return found


def _weight(word: str, many: int, count: int) -> float:
    rare = math.log(1 + many / count) / math.log(1 + many)
    return rare * (0.2 if word in COMMON else 1.0)


def _head(name: str) -> str:
    """The words of a name before the first that qualifies them: NHS dentists, of NHS dentists per 100,000 people."""
    return re.split(r"\b(?:per|within|as|with|for|who|that|in|by|at|from|to)\b|[,(:]", name, maxsplit=1)[0]
