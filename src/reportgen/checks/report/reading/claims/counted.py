"""What a report itself has, as its words count it: missions, aspirations, measures, rows of its tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.checks.report.reading.claims.counted_rows import PART, Counted, numbers_headed, rows_counted
from reportgen.checks.report.reading.indicators.fundamentals import worded_twice
from reportgen.checks.report.reading.indicators.missions_named import (
    mission_on,
    missions_named,
    subject_of_mission,
    tells_of_each_mission,
)
from reportgen.checks.report.reading.indicators.topics import measures_on, opening_topic, topic_of
from reportgen.checks.report.reading.numbers.number_words import CARDINAL, cardinal
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.edition import Edition
from reportgen.edition.settings import Mission, Settings

_NOUN = re.compile(
    r"^(?:\s(?!of\b|in\b|and\b|per\b)[a-z-]+){0,2}?\s(?P<noun>missions|aspirations|measures|indicators|KPIs|metrics|figures|comparators"
    r"|charts|fundamentals)\b",
    re.IGNORECASE,
)
_HOLDS = (
    r"has|have|with|into|contains?|comprises?|covers?|sets?\sout|shows?|lists?|gives?|follows?|holds?|names?|includes?|presents?|compares?"
    r"|has\sgot|consists?\sof|serves?|(?:brings?|brought|gathers?|draws?|puts?|takes?)\stogether|gathers?|collects?|tracks?|monitors?|watch(?:es)?|measures?"
    r"|reports?\son|look(?:s|ed)?\sat|goes\sthrough|rests?\son|stands?\son|turns?\son|built\s(?:on|around|upon)|organised\s(?:in|into|around|by)|spans?"
    r"|made\sup\sof|divided\s(?:in|into)|split\s(?:in|into)|grouped\s(?:in|into|under|by)|(?:judged?|rated?|measured)\s(?:it\s|this\s|them\s|ourselves\s)?(?:by|against|on|with)"
    r"|(?:set|given|setting)\s(?:ourselves|itself|us|them)"
)
_WHOLE = re.compile(
    rf"\b(?:all(?:\sof)?(?:\sthe)?|the|these|its|our|{_HOLDS}|through|across|are|there\sare|against|up\sof|in|on|by|under|of(?:\sthe|\sits|\sthese|\sour)?"
    r"|and|set|agreed|adopted|chosen|(?:report|roadmap|plan|strategy)[’']s)\s$",
    re.IGNORECASE,
)
_OUR_OWN = re.compile(
    r"\b(?:report|roadmap|mission|plan|strategy|chapter|here|this|it|its|the|all|these|we|our|progress|success)\b",
    re.IGNORECASE,
)

_THEIRS = re.compile(r"\btheir\sown\s[a-z]+")
_LEADS_BACK = re.compile(r"(?:They|Between\sthem|Together|Each|Under\sthem|Beneath\sthem)\b")
_MISSION = re.compile(r"\b(?:missions?|aspirations|roadmap)\b", re.IGNORECASE)
_MEASURE = re.compile(
    r"\s(?:measure|make\sup|track|follow|describe|belong\sto|form|cover|serve|support|underpin|tell|show\show)"
    r"\s(?:this|the|our|each|every|its|us|how|whether)\b"
    r"|\sare\s(?:rated|judged|listed|shown|compared|set\sout)\sin\s(?:the|this)\s(?:table|summary|report|list)\b"
)
_IN_ALL = re.compile(r"(?:(?:In\s(?:all|total)|Altogether),?\s)?")
_MISSIONS = re.compile(rf"\b({CARDINAL}|\d+)\smissions\b", re.IGNORECASE)
_MEASURES = ("measures", "indicators", "kpis", "metrics")
_LISTED = re.compile(r"\b(?:aspirations|measures|indicators|KPIs|metrics)\b", re.IGNORECASE)
_TO_EACH = re.compile(
    r"\s(?:(?P<noun>aspirations|measures|indicators|KPIs|metrics)\s)?(?:(?:to|for|in|under)\s(?:an?|each|every)|per|an?|each)\s(?:[a-z]+\s)?mission\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:each|every)\b", re.IGNORECASE)
_OF_AN_ASPIRATION = re.compile(r"\baspirations?\b[^.;]{0,30}\s(?:has|have|by)\s(?:[a-z]+\s){0,2}$")


def counted_of(edition: Edition, statement: Statement, one: Quantity) -> Counted | None:
    """What of the report's own a number counts; None: nothing that the report lists."""
    return (
        rows_counted(edition, statement, one)
        or _distributed(edition, statement, one)
        or _listed(edition, statement, one)
    )


def _distributed(edition: Edition, statement: Statement, one: Quantity) -> Counted | None:
    """Four to a mission, three aspirations for each: so many that all missions have, of what is named before."""
    behind = _TO_EACH.match(statement.after(one.end))
    before = list(_LISTED.finditer(statement.passage.text, statement.start, one.start))
    noun = (behind["noun"] or (before[-1][0] if before else "")) if behind else ""
    if not noun:
        return None
    missions = edition.settings.missions
    is_aspiration = noun.lower() == "aspirations"
    every = (
        [len(each.aspirations) for each in missions]
        if is_aspiration
        else [sum(one.mission == each.id for one in edition.evidence.indicators.values()) for each in missions]
    )
    if len(set(every)) > 1 and one.value in every:
        return None
    return Counted(f"{noun} to a mission", frozenset(every), "report.yaml" if is_aspiration else "indicators.csv", True)


def _listed(edition: Edition, statement: Statement, one: Quantity) -> Counted | None:
    after = statement.after(one.end, 60)
    noun = _NOUN.match(after)
    if noun is None:
        return None
    word = noun["noun"].lower()
    if word in _MEASURES and _OF_AN_ASPIRATION.search(statement.before(one.start)):
        return None
    named = _named_mission(edition, statement, one.start)
    subject = subject_of_mission(statement.passage.text[statement.start : one.start])
    if named is None and subject:
        named = mission_on(edition.settings, subject)
        if named is None:
            return None  # nobody knows which
    kind = noun[0].split()[-2] if len(noun[0].split()) > 1 else ""
    topic = topic_of(statement, one.end + noun.end(), kind) or opening_topic(statement) if word in _MEASURES else ""
    on_topic = measures_on(edition, topic, int(one.value)) if topic else None
    numbers = frozenset({len(on_topic)}) if on_topic else _numbers(edition, statement, word, named)
    if not numbers:
        return None
    before = statement.before(one.start, 40)
    everything = re.search(r"\ball(?:\sof)?(?:\sthe)?\s$", before, re.IGNORECASE) is not None
    begins = _IN_ALL.fullmatch(statement.passage.text[statement.start : one.start]) and _MEASURE.match(
        after[noun.end() :]
    )
    is_part = not everything and not begins and PART.match(after[noun.end() :]) is not None
    every_mission = any(
        cardinal(found[1]) == len(edition.settings.missions) for found in _MISSIONS.finditer(statement.text)
    )
    ours = named is not None or every_mission or _speaks_of_our_own(statement)
    whole = (bool(begins or _WHOLE.search(before)) and ours) or statement.passage.kind == "setting"
    whole = whole and not is_part and not _is_for_some(edition, statement, one.end + noun.end(), named)
    where = "indicators.csv" if word in _MEASURES else "report.yaml"
    of_each = word != "missions" and tells_of_each_mission(edition.settings, statement.text)
    called = f"{noun['noun']} to a mission" if of_each else noun["noun"]
    return Counted(called, numbers, where, whole and not statement.sources)


def _speaks_of_our_own(statement: Statement) -> bool:
    """Whether it has a word for the report or what it has; or leads back to a sentence that speaks of missions."""
    before = statement.passage.text[: statement.start] if _LEADS_BACK.match(statement.text) else ""
    return _OUR_OWN.search(_THEIRS.sub("", statement.text)) is not None or _MISSION.search(before) is not None


def _is_for_some(edition: Edition, statement: Statement, at: int, named: Mission | None) -> bool:
    """Whether what is counted is for somebody whom the mission does not name: two aspirations for older people."""
    behind = re.match(r"\sfor\s(?:the\s|our\s)?([a-z][a-z’'-]*(?:\s[a-z][a-z’'-]*)?)", statement.after(at))
    mission = named or edition.settings.mission(statement.passage.section.mission)
    told = stems_in(behind[1]) if behind else frozenset()
    own = stems_in(f"{mission.title} {mission.id.replace('-', ' ')}") if mission else frozenset()
    return bool(told) and told.isdisjoint(own)


def _named_mission(edition: Edition, statement: Statement, at: int) -> Mission | None:
    """The mission that the sentence calls by its title or number: the only one, or the last before this place."""
    named = missions_named(edition.settings, statement.text)
    before = [one for one in named if statement.start + one.start < at]
    if len({one.mission.id for one in named}) > 1 and not before:
        return None
    return (before or named)[-1].mission if named else None


def _numbers(edition: Edition, statement: Statement, noun: str, named: Mission | None) -> frozenset[int]:
    settings, mission = edition.settings, named or edition.settings.mission(statement.passage.section.mission)
    indicators = edition.evidence.indicators.values()
    match noun:
        case "missions":
            return frozenset({len(settings.missions)})
        case "aspirations":
            if named:
                return frozenset({len(named.aspirations)})
            every = [len(each.aspirations) for each in settings.missions]
            own = [len(mission.aspirations)] if mission else []
            return _of_missions(settings, statement, every) or frozenset({sum(every), *own} - {0})
        case "fundamentals":
            named_ones = {each.fundamental for one in settings.missions for each in one.aspirations if each.fundamental}
            return frozenset({len(named_ones), len(named_ones) - len(list(worded_twice(settings)))} - {0})
        case "comparators":
            return frozenset({len(settings.comparators)})
        case "figures" | "charts":
            return frozenset({len(settings.figures)} - {0}) if noun == "charts" else frozenset()
    every_one = [sum(one.mission == each.id for one in indicators) for each in settings.missions]
    own_measures = [sum(one.mission == mission.id for one in indicators)] if mission else []
    return _of_missions(settings, statement, every_one) or frozenset(
        {len(indicators), *own_measures, *numbers_headed(edition, noun)} - {0}
    )


def _of_missions(settings: Settings, statement: Statement, every: Sequence[int]) -> frozenset[int]:
    """What each mission may be said to have, and of all of them what they have together. Empty: none is spoken of."""
    if not tells_of_each_mission(settings, statement.text):
        return frozenset()
    together = () if _EACH.search(statement.text) else (sum(every),)
    return frozenset({*every, *together} - {0})
