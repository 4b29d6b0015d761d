"""How many measures have which rating, as the words count them: three are GREEN, one AMBER and five RED."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.report.reading.indicators.missions_named import (
    mission_on,
    missions_named,
    tells_of_each_mission,
)
from reportgen.checks.report.reading.indicators.topics import measures_on, opening_topic
from reportgen.checks.report.reading.numbers.number_words import CARDINAL, cardinal
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.settings import Mission
from reportgen.findings import Finding, Rating
from reportgen.problems import Problem

_NUMBER = rf"(?:{CARDINAL}|\d{{1,2}})"
_NOUN = r"(?:measures?|indicators?|KPIs?|metrics?|ratings?)"
_OURS = r"(?:mission|report|chapter|section|roadmap|plan|strategy|edition|(?:summary\s)?table|summary)"
_THE = rf"(?:all\s)?(?:the|its|these|our|those|their|(?:this|the|our)\s{_OURS}[’']s)"
_THINGS = rf"(?:(?P<kind>(?!{_NUMBER}\s)[a-z-]+)\s)?(?P<noun>{_NOUN})|of\s(?:them|these|those)"
_WHERE = rf"(?:\s(?:of|in|for|under)\s(?:this|the|our)\s{_OURS})?"
_COUNTED = re.compile(
    rf"(?<![\w.,£-])(?P<number>{_NUMBER})(?:\s(?:out\s)?of\s(?:all\s)?(?:{_THE}\s)?(?P<whole>{_NUMBER})|\sof\s{_THE}(?=\s[a-z]))?"
    rf"(?:\s(?:{_THINGS}){_WHERE})?(?:\s(?:that|which))?(?:\s(?:is|are|was|were|has\sbeen|have\sbeen))?(?:\s(?:now|also|still|each))?(?:\s(?:rated|at|on|in))?"
    r"\s(?P<rating>NOT\sRATED|GREEN|AMBER|RED)\b(?!\sband)",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(rf"\b(?:of|among)\s(?:all\s)?(?:{_THE}\s)?(?P<whole>{_NUMBER})\s{_NOUN}\b", re.IGNORECASE)
_OF_THESE = re.compile(
    rf"[^,;.]{{0,30}},\s(?:and\s|with\s)?(?P<number>{_NUMBER})\sof\s(?:them|these|those)\s(?:are\s)?(?:in|under|from|for|about|on|within)\s"
    r"(?:the\smission\s(?:on|about|for)\s)?(?P<mission>[^;.]+?)(?=[;.]|,\s(?:and|but|while)\s|$)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"GREEN|AMBER|RED|NOT\sRATED")
_RATED = re.compile(r"\b(?<!not\s)rated\s[a-z]+$", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"\b(?:last\syear|year\sbefore|previous|earlier|ago|would|could|if|until|target|aim|nationally|elsewhere|(?:19|20)\d\d"
    rf"|(?:measures|indicators)\s(?:on|for|about|of|in|that|which|with)\b(?!\s(?:this|the|our)\s{_OURS}))",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:all|none|neither|each|every|(?:any|not)(?:\sa)?(?:\ssingle)?|both|of)\s(?:single\s)?(?:of\s)?(?:the\s|its\s|these\s|our\s)?$",
    re.IGNORECASE,
)
_ONE_OF = re.compile(  # rent is one of two measures that are RED: there are two
    rf"\bone\sof\s(?:the\s|only\s|just\s)*(?P<number>{_NUMBER})(?P<whole>(?!))?\s(?:(?P<kind>[a-z-]+)\s)?(?P<noun>{_NOUN})"
    r"(?:\s(?:that|which)\s(?:is|are))?(?:\s(?:rated|at|on))?\s(?P<rating>NOT\sRATED|GREEN|AMBER|RED)\b"
)
_MISSION = re.compile(r"\bMissions?\s\d")


@dataclass(frozen=True, slots=True)
class _Scope:
    """Measures that the words may be about."""

    name: str
    findings: Sequence[Finding]

    def rated(self, rating: Rating) -> list[Finding]:
        return [one for one in self.findings if one.rating is rating]


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        one_of = _ONE_OF.search(statement.passage.text, statement.start, statement.end)
        every = [one_of] if one_of else [*_COUNTED.finditer(statement.passage.text, statement.start, statement.end)]
        named = any(one["noun"] or _RATED.search(one[0]) for one in every)  # two are rated green, and one amber
        told = [one for one in every if named or _CAPITALS.fullmatch(one["rating"])]
        told = [one for one in told if one is one_of or not _is_all(statement, one)]
        told = [one for one in told if one["whole"] or not one["kind"] or _on_topic(report, statement, [one])]
        if tells_of_each_mission(report.edition.settings, statement.text):
            continue
        if told and not _OTHERWISE.search(statement.text) and not statement.sources:
            yield from _judged(report, statement, told)


def _judged(report: ReadReport, statement: Statement, told: Sequence[re.Match[str]]) -> Iterator[Problem]:
    scopes = _on_topic(report, statement, told) or _scopes(report, statement, told)
    of = _OF_SO_MANY.match(statement.text)
    wholes = {number for one in (*told, of) if one and one["whole"] and (number := cardinal(one["whole"]))}
    if wholes:
        scopes = [scope for scope in scopes if len(scope.findings) in wholes]
    wrong = [[one for one in told if not _fits(scope, one)] for scope in scopes]
    if wrong and all(wrong):
        least = min(range(len(wrong)), key=lambda number: len(wrong[number]))
        yield _problem(statement, scopes[least], wrong[least][0])  # of those that must add up, one
        return
    for one in told:
        yield from _of_these(report, statement, one)


def _of_these(report: ReadReport, statement: Statement, one: re.Match[str]) -> Iterator[Problem]:
    """Four are RED, three of them in Healthy lives."""
    found = _OF_THESE.match(statement.passage.text, one.end(), statement.end)
    mission = _mission(report, found["mission"]) if found else None
    if found is None or mission is None:
        return
    scope, rating = _of_mission(report, mission.id), Rating(" ".join(one["rating"].upper().split()))
    if cardinal(found["number"]) != len(scope.rated(rating)):
        yield _told(statement, scope, found, rating)


def _mission(report: ReadReport, said: str) -> Mission | None:
    named = missions_named(report.edition.settings, said)
    return named[0].mission if named else mission_on(report.edition.settings, said)


def _is_all(statement: Statement, one: re.Match[str]) -> bool:
    """All three are, none of the three is, half of the three are: no number of some."""
    return _ALL.search(statement.before(one.start(), 30)) is not None


def _scopes(report: ReadReport, statement: Statement, told: Sequence[re.Match[str]]) -> list[_Scope]:
    """Those of the chapter's mission, else those of a mission that the passage names, else all of the report."""
    every = _Scope("the report", list(report.findings.values()))
    settings = report.edition.settings
    if key := statement.passage.section.mission:
        return [_of_mission(report, key), every] if "report" in statement.text else [_of_mission(report, key)]
    if _OF_THESE.match(statement.passage.text, told[-1].end(), statement.end):
        return [every]  # four are RED, three of them in a mission that is named
    named = {one.mission.id for one in missions_named(settings, statement.passage.text)}
    if not named and _MISSION.search(statement.passage.text):
        named = {one.id for one in settings.missions}
    return [_of_mission(report, key) for key in named] or [every]


def _on_topic(report: ReadReport, statement: Statement, told: Sequence[re.Match[str]]) -> list[_Scope]:
    """Those of the topic that the words name: on rail two are RED, three of the four rail indicators are GREEN."""
    topics = {one["kind"] or opening_topic(statement) for one in told}
    whole = {int(number) for one in told if one["whole"] and (number := cardinal(one["whole"])) is not None}
    topic = topics.pop() if len(topics) == 1 else ""
    measures = measures_on(report.edition, topic, whole.pop() if len(whole) == 1 else None) if topic else None
    return [_Scope(f"“{topic}”", [report.findings[one.id] for one in measures])] if measures else []


def _of_mission(report: ReadReport, key: str) -> _Scope:
    return _Scope(f"mission “{key}”", [one for one in report.findings.values() if one.indicator.mission == key])


def _fits(scope: _Scope, one: re.Match[str]) -> bool:
    return cardinal(one["number"]) == len(scope.rated(Rating(" ".join(one["rating"].upper().split()))))


def _problem(statement: Statement, scope: _Scope, one: re.Match[str]) -> Problem:
    return _told(statement, scope, one, Rating(" ".join(one["rating"].upper().split())))


def _told(statement: Statement, scope: _Scope, one: re.Match[str], rating: Rating) -> Problem:
    rated = scope.rated(rating)
    names = ", ".join(f"“{finding.indicator.id}”" for finding in rated) or "none"
    message = (
        f"the words say “{one['number']}” for {rating.value}, and of the {len(scope.findings)} measures of "
        f"{scope.name} it is {len(rated)}: {names}"
    )
    return Problem("error", "count", message, statement.place(one.start("number")), "Correct the number.")
