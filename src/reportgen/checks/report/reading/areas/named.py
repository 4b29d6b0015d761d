"""Areas and comparators named in a text: the report's own area, comparators by label or name, other areas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.edition.edition import Edition

_NATIONS = {
    "United Kingdom": ("UK", "U.K.", "Britain", "Great Britain"),
    "England": ("English",),  # the adjective, not the language: English councils
    "Scotland": ("Scottish",),
    "Wales": ("Welsh",),
    "Great Britain": ("Britain", "British"),
    "England and Wales": (),
}
_AVERAGE = re.compile(r"\baverage|\bmean\b|\bmedian\b|\bnational|\bcountry\b|\bregional\b", re.IGNORECASE)
_AVERAGE_OF = re.compile(r"average\sof\s(?:the\s|all\s)?(?P<one>.+[^s])s", re.IGNORECASE)  # the average mayoral area
_NO_LANGUAGE = (  # the English or the northern average
    r"(?:(?=\s(?:and|or|nor)\s(?:the\s)?[a-z]+\s(?:averages?|rates?|figures?|ones?)\b)"
    r"|(?=\s(?!and\b|or\b|as\b|at\b|for\b|is\b|lessons?|language|literature|teach)[a-z]))"
    r"(?:\s(?:average|rate|figure|mean|median))?"
)
_AVERAGES = r"(?:average|rate|figure|level|share|value|mean|median|one)"
_HOME = (
    r"(?:the|our|this|your)\s(?:(?:whole|entire|combined\sauthority)\s)?"
    r"(?:region(?!al|s)|area(?!s)|county|city|borough|district|city[\s-]region|authority|island|town)(?:[’']s)?(?!\w)"
    r"|\bwe(?=\s(?:are|were|do|did|have|had|manage|managed|spend|spent|lag|trail|lead|rank|stand|come|came|beat|score|reach|reached|sit)\b)"
    r"|(?:(?<=ahead\sof\s)|(?<=behind\s)|(?<=above\s)|(?<=below\s)|(?<=than\s)|(?<=short\sof\s)|(?<=level\swith\s))us\b"
    r"|\bours(?:elves)?\b|\bhere\b|\blocally\b|\blocal\s(?:figure|rate|share|value|average)"
)
_NATIONAL = (
    rf"nationally|nationwide|(?:the|a)\snational\s(?:{_AVERAGES}|picture)|(?:the|a)\snational(?=\s(?:and|or|nor)\b|\s[£\d]|[^\w\s]|$)|national\s{_AVERAGES}|(?:the|this)\s(?:whole\s)?(?:country|nation)\b"
    r"|\bin\sthe\scountry\b|country\sas\sa\swhole"
)
_REGIONAL = rf"regionally|(?:the|a)\sregional(?:\s{_AVERAGES})?|regional\s{_AVERAGES}"
_REGION = r"(?:the|our)\s(?:whole\s)?region(?!al|s)(?:[’']s)?"
_OF_REGIONS = re.compile(r"\bregions\b", re.IGNORECASE)  # an average of many, so that the region is one of them
_KIND_OF_AVERAGE = (
    r"(?P<kind>regional|county|city|European|international|global|London|metropolitan|urban|rural|statistical\sneighbours?"
    r"|peer|sector|industry|local\sauthority)(?:[’']s)?\s(?:average|mean|median|rate|figure|level)s?"
)

_REGIONS = (
    "North East",
    "North West",
    "Yorkshire and the Humber",
    "Yorkshire and The Humber",
    "East Midlands",
    "West Midlands",
    "East of England",
    "London",
    "South East",
    "South West",
)
_CAPITAL = (
    r"Londoners|the\scapital"
    r"(?:[’']s|(?=[.,;)]|\s(?:is|are|was|has|had|does|did|and|but|by|on|at|in|it|leads?)\b|$))"
)
_THERE = (
    r"(?<=[a-z%\d]\s)(?<!get\s)(?<!got\s)(?<!go\s)(?<!way\s)there\b"
    r"(?!\s(?:is|are|was|were|has|have|had|will|would|may|might|can|could|must|should|remains?|be)\b)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """An area that a text names. `area` empty: one that the data do not know."""

    start: int
    end: int
    text: str
    area: str
    generic: bool = False  # by what kind of area or average it is, not by name


class Areas:
    def __init__(self, edition: Edition) -> None:
        settings, evidence = edition.settings, edition.evidence
        self.home = settings.area
        self.labels = {one.area: one.label for one in settings.comparators if one.label}
        known = dict.fromkeys([self.home, *(one.area for one in settings.comparators)])
        known.update(dict.fromkeys(area for _, area, _ in evidence.observations))
        known.update(dict.fromkeys(area for one in evidence.indicators.values() for area in one.comparators))
        self.known = tuple(known)
        self.nations = tuple(area for area in self.known if area in _NATIONS and area != self.home)
        self.nation = self._nation()
        self.wider = frozenset(
            area for area in self.known if area in _NATIONS or _AVERAGE.search(f"{area} {self.labels.get(area, '')}")
        )  # of many areas, so that none of the districts is one
        self.region = next(
            (area for area, label in self.labels.items() if re.search(r"region(?!s)", label, re.IGNORECASE)), ""
        )
        if not self.region and self.home in _REGIONS:
            self.region = self.home
        self._kinds = self._kinds_of_others()
        self._patterns = tuple(self._each())

    def named(self, text: str) -> tuple[Named, ...]:
        """The areas that a text names, in their order; where two names overlap, the longer one."""
        found: list[Named] = []
        for pattern, area, generic in self._patterns:
            found += [Named(one.start(), one.end(), one[0], area, generic) for one in pattern.finditer(text)]
        found.sort(key=lambda one: (one.start, -one.end))
        kept: list[Named] = []
        for one in found:
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
        return tuple(kept)

    def called(self, area: str) -> str:
        """An area as a message calls it."""
        label = self.labels.get(area)
        return f"{label}, {area}" if label and label.casefold() != area.casefold() else area

    def _nation(self) -> str:
        """The area that “national” means: the one so labelled, else the only nation among the comparators."""
        labelled = [area for area, label in self.labels.items() if re.search("national|country", label, re.IGNORECASE)]
        return (labelled or [*self.nations, ""])[0] if labelled or len(self.nations) == 1 else ""

    def _kinds_of_others(self) -> dict[str, str]:
        """The kinds of area that one comparator is by its name or label, and the report's own is not: the county."""
        found: dict[str, str] = {}
        for kind in ("county", "city", "borough", "district", "island", "town"):
            called = {area for area in self.labels if re.search(kind, f"{area} {self.labels[area]}", re.IGNORECASE)}
            if len(called) == 1 and not re.search(kind, self.home, re.IGNORECASE):
                found[kind] = called.pop()
        return found

    def _each(self) -> Iterator[tuple[re.Pattern[str], str, bool]]:
        for area, label in self.labels.items():
            generic = area == self.nation and area.casefold() not in label.casefold()  # the national average
            yield _pattern(rf"(?:the\s)?{_spaced(label)}"), area, generic
            if many := _AVERAGE_OF.fullmatch(label):
                yield _pattern(rf"(?:the|an)\saverage\s{_spaced(many['one'])}"), area, generic
        for area in sorted(self.known, key=len, reverse=True):
            for name in (area, *also_called(area)):
                averages = r"(?:\s(?:average|rate|figure|mean|median))?"
                flags = re.IGNORECASE if " " in name else re.NOFLAG
                end = _NO_LANGUAGE if name == "English" else averages
                yield re.compile(rf"(?<!\w)(?:the\s)?{_spaced(name)}(?:[’']s?)?(?!\w){end}", flags), area, False
        if "London" in self.known:
            yield _pattern(_CAPITAL), "London", False
        for kind, area in self._kinds.items():
            yield _pattern(rf"the\s(?:whole\s)?{kind}(?:[’']s)?"), area, True
        if self.region:
            yield _pattern(_REGIONAL), self.region, True
        if self.region and not _OF_REGIONS.search(self.labels.get(self.region, "")):
            yield _pattern(_REGION), self.region, True
        yield _pattern(_HOME), self.home, True
        if self.nation:
            yield _pattern(_NATIONAL), self.nation, True
        yield _pattern(rf"(?:the\s)?{_KIND_OF_AVERAGE}"), "", True
        yield re.compile(_THERE), "", True


def also_called(area: str) -> tuple[str, ...]:
    """What a nation is called besides: UK, English."""
    return _NATIONS.get(area, ())


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _spaced(name: str) -> str:
    return r"\s".join(re.escape(word) for word in name.split())
