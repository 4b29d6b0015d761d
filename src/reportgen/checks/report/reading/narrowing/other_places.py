"""Whether words tell of a place that the data do not have."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.areas.named import Areas, also_called
from reportgen.checks.report.reading.areas.named_together import listed_until
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import NEIGHBOURS, place_at_first
from reportgen.edition.edition import Edition

_UNKNOWN_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]cross|[Ff]or|[Aa]t|On|[Tt]hroughout|around|near|to|of)\s(?:the\s)?((?:[A-Z][a-z]+|UK|EU|US)(?:[\s-](?:[A-Z][a-z]+|upon|and|of|the))*)"
)
_COUNTRIES = re.compile(
    r"\b(?:Scotland|Wales|Northern\sIreland|Ireland|France|Germany|Spain|Italy|Portugal|Belgium|the\sNetherlands|Denmark|Sweden|Norway|Finland|Austria"
    r"|Switzerland|Poland|Europe|Canada|Australia|New\sZealand|Japan|the\sUnited\sStates)\b"
)
_TURNS = re.compile(r"\b(?:yet|but|while|whereas|although|though)\s|;\s|\bhere,\s")
_HERE = re.compile(r"\b(?:here|our|we)\b")
_AGAINST = re.compile(
    r"\b(?:than|as|behind|ahead\sof|above|below|against|like|unlike|with|to|from)\s(?:in\s|for\s|of\s)?(?:the\s|our\s)?$",
    re.IGNORECASE,
)
_PART_OF_PLACE = re.compile(r"(?:North|South|East|West|Mid|Inner|Outer)(?:\s(?:East|West))?\s([A-Z][a-z]+)")
_NO_PLACE = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|Table|Figure|Mission|Chapter|Roadmap|Work|Level|Covid|I$"
)


class OtherPlaces:
    def __init__(self, edition: Edition, areas: Areas) -> None:
        self._names_known = _names_known(edition, areas)
        parts = {found[1] for area in areas.known if (found := _PART_OF_PLACE.fullmatch(area))}
        joined = {part for area in areas.known for part in re.split(r"\sand\s", area)}
        self._parts_of_places = parts | joined.difference(areas.known)

    def are_named(self, statement: Statement, at: int, known: frozenset[str]) -> bool:
        """Whether a figure is told of one. `known`: the words of its indicator, which are no place's."""
        first = place_at_first(statement)
        if first and not _turns_home(statement, at) and not stems_in(first) & known and self._is_unknown_place(first):
            return True
        if self._is_of_others(statement, at):
            return True
        return any(self._is_unknown_place(one[1]) for one in _UNKNOWN_PLACE.finditer(_segment(statement, at)))

    def _is_of_others(self, statement: Statement, at: int) -> bool:
        """Scotland does better: 69.3%; the neighbouring counties have 54%: no area of the data is named before."""
        start = max([statement.start, *(one.end for one in statement.quantities if one.end <= at)])
        turns = [one.end() for one in _TURNS.finditer(statement.passage.text, start, at)]
        start = max([start, *turns])
        if any(start <= one.start < at for one in statement.areas):
            return False
        found = [*_COUNTRIES.finditer(statement.passage.text, start, at)]
        found = [one for one in found if self._is_unknown_place(one[0].removeprefix("the "))]
        found += NEIGHBOURS.finditer(statement.passage.text, start, at)
        return any(not _AGAINST.search(statement.before(one.start())) for one in found)

    def _is_unknown_place(self, name: str) -> bool:
        if name in self._parts_of_places:
            return True  # Lincolnshire, where North Lincolnshire is known
        return not _NO_PLACE.match(name) and not all(
            word in self._names_known for word in name.split() if word[0].isupper()
        )


def _turns_home(statement: Statement, at: int) -> bool:
    """Scotland has 19%, but Shropshire 9%: whether behind a contrast an area of the data, or we, are named."""
    turns = [one.end() for one in _TURNS.finditer(statement.passage.text, statement.start, at)]
    if not turns:
        return False
    named = any(turns[-1] <= one.start < at for one in statement.areas)
    return named or _HERE.search(statement.passage.text, turns[-1], at) is not None


def _segment(statement: Statement, at: int) -> str:
    """The words from one figure to the next, and those that the sentence begins with."""
    ends = [one.end for one in statement.quantities if one.end <= at]
    starts = [one.start for one in statement.quantities if one.start > at]
    listed = listed_until(statement)  # the regions of the North, A, B and C, are those three
    opening = statement.passage.text[listed : statement.stretch(listed)[1]]
    until = min([statement.stretch(at)[1], *starts])
    return f"{opening} | {statement.passage.text[max([listed, *ends]) : until]}"


def _names_known(edition: Edition, areas: Areas) -> str:
    """All names that the report itself has: a place among them is no other place."""
    settings = edition.settings
    missions = [one.title for one in settings.missions]
    names = [one.name for one in edition.evidence.indicators.values()]
    nations = [name for area in areas.known for name in also_called(area)]
    own = [settings.title, settings.organisation, *missions, *names]
    return " ".join([*areas.known, *areas.labels.values(), *nations, *own])
