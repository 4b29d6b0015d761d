"""The topics whose measures words count: rail, in all rail indicators, those for rail, those of the mission on rail."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.checks.report.reading.indicators.missions_named import mission_on, missions_named
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Indicator
from reportgen.edition.settings import Mission

_MISSION = (
    r"(?:(?:the|our|its|this|that)\s)*(?:(?:mission|chapter|section|theme)\s(?:on|about|for|of|called)\s(?:the\s)?)?"
)
_VERB = (
    r"(?:is|are|was|were|has|have|had|do|does|did|now|also|still|lags?|lies?|stands?|shows?|comes?|came|rose|fell|beats?|trails?"
    r"|exceeds?|improved|worsened|got|went|that|which|where|whose|with|as)"
)
_BEHIND = re.compile(
    rf"\s(?:on|about|for|of|in|under|concerning|relating\sto)\s{_MISSION}(?P<topic>.+?)(?=\s{_VERB}\b|[.,;:]|$)"
)
_OPENS = re.compile(rf"(?:On|For|In|Under|Across|Within)\s{_MISSION}(?P<topic>[^,]+),\s")
_PLAIN = frozenset(("headline", "key", "main", "report", "report’s", "report's", "mission", "chapter", "section", ""))


def topic_of(statement: Statement, end: int, kind: str) -> str:
    """The words that say whose measures are meant, where words up to `end` count some. Empty: unsaid.

    `kind`: the word before the noun, as in rail indicators.
    """
    if kind.lower() not in _PLAIN:
        return kind
    behind = _BEHIND.match(statement.passage.text, end, statement.end)
    return behind["topic"] if behind and behind["topic"].lower() not in _PLAIN else ""


def opening_topic(statement: Statement) -> str:
    """What a sentence opens with: On rail, In the mission on rail. Empty: nothing."""
    opens = _OPENS.match(statement.text)
    return opens["topic"] if opens else ""


def measures_on(edition: Edition, topic: str, whole: int | None) -> Sequence[Indicator] | None:
    """The measures of a topic. `whole`: how many the words say there are. None: nobody can say.

    A topic that is no mission by its title or id is known by their number alone.
    """
    called = missions_named(edition.settings, topic)
    mission = called[0].mission if called else mission_on(edition.settings, topic)
    if mission is not None:
        return _of(edition, mission)
    told = stems_in(topic)
    having = [one for one in edition.evidence.indicators.values() if not told.isdisjoint(_words(one))]
    wider = [_of(edition, one) for one in edition.settings.missions if told and told <= _vocabulary(edition, one)]
    fits = [each for each in (*wider, having) if len(each) == whole]
    return fits[0] if fits and all(each == fits[0] for each in fits) else None


def _of(edition: Edition, mission: Mission) -> list[Indicator]:
    return [one for one in edition.evidence.indicators.values() if one.mission == mission.id]


def _words(indicator: Indicator) -> frozenset[str]:
    return stems_in(f"{indicator.name} {indicator.id.replace('-', ' ')}")


def _vocabulary(edition: Edition, mission: Mission) -> frozenset[str]:
    """All words that a mission has: in its title and aspirations, and in the names of its measures."""
    own = stems_in(f"{mission.title} {mission.id.replace('-', ' ')}")
    aspired = (stems_in(one.text) for one in mission.aspirations)
    return own.union(*aspired, *(_words(one) for one in _of(edition, mission)))
