"""Missions that words name: by title, by number, by what they are on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.checks.report.reading.numbers.how_many import MANY
from reportgen.checks.report.reading.numbers.number_words import cardinal
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.edition.settings import Mission, Settings

_ON = re.compile(r"\b[Mm]ission\s(?:on|about|for|of)\s(?:the\s|our\s)?((?!this\b|that\b)[a-z-]+(?:\sand\s[a-z-]+)?)")
_OF_MISSIONS = re.compile(
    rf"\b(?:(?P<each>each|every|most|half|(?:all|none|any|either|neither|both|{MANY})\sof)"
    rf"(?:\sof)?(?:\s(?:the|our|its|these))?(?:\s{MANY})?|(?<!\bacross\s)(?<!\bin\s)all(?:\s{MANY})?|(?P<some>{MANY}))\smissions?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MissionNamed:
    start: int
    end: int
    mission: Mission


def missions_named(settings: Settings, text: str) -> list[MissionNamed]:
    """The missions that a text calls by title or number, in its order."""
    return sorted(_named(settings, text.casefold()), key=lambda one: one.start)


def _named(settings: Settings, text: str) -> Iterator[MissionNamed]:
    for number, mission in enumerate(settings.missions, 1):
        calls = re.compile(rf"\bmission {number}\b|{re.escape(mission.title.casefold())}")
        yield from (MissionNamed(*found.span(), mission) for found in calls.finditer(text))


def tells_of_each_mission(settings: Settings, text: str) -> bool:
    """Whether what a sentence counts may be each mission's own: four of the five missions have one that is GREEN."""
    every = len(settings.missions)
    return any(not one["some"] or cardinal(one["some"]) != every for one in _OF_MISSIONS.finditer(text))


def subject_of_mission(text: str) -> str:
    """What the last mission of a text is said to be on: the mission on building."""
    found = list(_ON.finditer(text))
    return found[-1][1] if found else ""


def mission_on(settings: Settings, subject: str) -> Mission | None:
    """The one mission whose title or id has all words of a subject."""
    told = stems_in(subject)
    fits = [one for one in settings.missions if told and told <= stems_in(f"{one.title} {one.id.replace('-', ' ')}")]
    return fits[0] if len(fits) == 1 else None
