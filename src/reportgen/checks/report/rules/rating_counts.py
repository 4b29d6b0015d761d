"""How many measures have which rating, as the words count them: three are GREEN, one AMBER and five RED."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.report.reading.number_words import CARDINAL, cardinal
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.findings import Finding, Rating
from reportgen.problems import Problem

_NUMBER = rf"(?:{CARDINAL}|\d{{1,2}})"
_THINGS = r"(?:(?P<kind>[a-z-]+)\s)?(?P<noun>measures?|indicators?|KPIs?|metrics?|ratings?)|of\s(?:them|these|those)"
_WHERE = r"(?:\s(?:of|in|for)\s(?:this|the|our)\s(?:mission|report|chapter))?"
_COUNTED = re.compile(
    rf"(?<![\w.,£-])(?P<number>{_NUMBER})(?:\s(?:out\s)?of\s(?:all\s)?(?:the\s|its\s|these\s|our\s|those\s)?(?P<whole>{_NUMBER})|\sof\s(?:the|its|these|our|those)(?=\s[a-z]))?"
    rf"(?:\s(?:{_THINGS}){_WHERE})?(?:\s(?:is|are|were|was|has\sbeen|have\sbeen))?(?:\s(?:now|also|still|each))?(?:\s(?:rated|at|on|in))?"
    r"\s(?P<rating>(?:NOT\s)?RATED|GREEN|AMBER|RED)\b(?!\sband)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"GREEN|AMBER|RED|NOT\sRATED")
_RATED = re.compile(r"\b(?<!not\s)rated\s[a-z]+$", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"\b(?:last\syear|year\sbefore|previous|earlier|ago|would|could|if|until|target|aim|nationally|elsewhere|(?:19|20)\d\d"
    r"|(?:measures|indicators)\s(?:on|for|about|of|in|that|which|with)\b(?!\s(?:this|the|our)\s(?:mission|report|chapter)))",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:all|none|neither|each|any|both|of)\s(?:of\s)?(?:the\s|its\s|these\s|our\s)?$", re.IGNORECASE)
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
        every = [one for one in _COUNTED.finditer(statement.passage.text, statement.start, statement.end)]
        named = any(one["noun"] or _RATED.search(one[0]) for one in every)  # two are rated green, and one amber
        told = [one for one in every if (named or _CAPITALS.fullmatch(one["rating"])) and not _is_all(statement, one)]
        told = [one for one in told if one["whole"] or not one["kind"]]
        if told and not _OTHERWISE.search(statement.text) and not statement.sources:
            yield from _judged(report, statement, told)


def _judged(report: ReadReport, statement: Statement, told: Sequence[re.Match[str]]) -> Iterator[Problem]:
    scopes = _scopes(report, statement)
    wholes = {number for one in told if one["whole"] and (number := cardinal(one["whole"]))}
    if wholes:
        scopes = [scope for scope in scopes if len(scope.findings) in wholes]
    wrong = [[one for one in told if not _fits(scope, one)] for scope in scopes]
    if wrong and all(wrong):
        least = min(range(len(wrong)), key=lambda number: len(wrong[number]))
        yield _problem(statement, scopes[least], wrong[least][0])  # of those that must add up, one


def _is_all(statement: Statement, one: re.Match[str]) -> bool:
    """All three are, none of the three is, half of the three are: no number of some."""
    return _ALL.search(statement.before(one.start(), 30)) is not None


def _scopes(report: ReadReport, statement: Statement) -> list[_Scope]:
    """Those of the chapter's mission, else those of a mission that the passage names, else all of the report."""
    every = _Scope("the report", list(report.findings.values()))
    missions = [
        _Scope(f"mission “{mission.id}”", [one for one in every.findings if one.indicator.mission == mission.id])
        for mission in report.edition.settings.missions
    ]
    of_chapter = [scope for scope in missions if scope.name == f"mission “{statement.passage.section.mission}”"]
    if of_chapter:
        return [*of_chapter, every] if "report" in statement.text else of_chapter
    named = [
        scope
        for scope, mission in zip(missions, report.edition.settings.missions, strict=True)
        if mission.title.lower() in statement.passage.text.lower()
    ]
    return missions if not named and _MISSION.search(statement.passage.text) else named or [every]


def _fits(scope: _Scope, one: re.Match[str]) -> bool:
    return cardinal(one["number"]) == len(scope.rated(Rating(" ".join(one["rating"].upper().split()))))


def _problem(statement: Statement, scope: _Scope, one: re.Match[str]) -> Problem:
    rated = scope.rated(Rating(" ".join(one["rating"].upper().split())))
    names = ", ".join(f"“{finding.indicator.id}”" for finding in rated) or "none"
    message = (
        f"the words say “{one['number']}” for {one['rating']}, and of the {len(scope.findings)} measures of "
        f"{scope.name} it is {len(rated)}: {names}"
    )
    return Problem("error", "count", message, statement.place(one.start("number")), "Correct the number.")
