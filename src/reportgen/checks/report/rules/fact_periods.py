"""Facts that are periods: a plan that runs from 2024 to 2029, where the fact says 2024-2027."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import stems_beside
from reportgen.edition.evidence import Fact
from reportgen.problems import Problem

_YEAR = r"(?:19|20|21)\d\d"
_PERIOD = re.compile(rf"({_YEAR})\s?[-–/]\s?({_YEAR})")
_SAID = re.compile(rf"\b(?P<first>{_YEAR})(?:\s?[-–]\s?|\s(?:to|until)\s)(?P<last>{_YEAR})\b")
_MOST, _LEAST = 0.65, 2


@dataclass(frozen=True, slots=True)
class _Lasting:
    fact: Fact
    years: tuple[str, str]
    words: frozenset[str]


def problems(report: ReadReport) -> Iterator[Problem]:
    """An error at the end of a period whose other end is the fact's, in a sentence that has the fact's words."""
    lasting = list(_lasting(report))
    periods = {one.years for one in lasting}
    for statement in report.statements if lasting else ():
        for found in _SAID.finditer(statement.passage.text, statement.start, statement.end):
            said = found["first"], found["last"]
            meant = [one for one in lasting if _tells(report, statement, one, said)]
            meant = [one for one in meant if one.years[0] == said[0]] or meant  # it is known by when it began
            if said not in periods and len(meant) == 1 and not statement.is_quoted(found.start()):
                yield _problem(statement, found, meant[0])


def _lasting(report: ReadReport) -> Iterator[_Lasting]:
    for fact in report.edition.evidence.facts.values():
        period = _PERIOD.fullmatch(fact.text)
        words = stems_in(fact.note or fact.id.replace("-", " ")) - stems_in("year years")
        if period and len(words) >= _LEAST:
            yield _Lasting(fact, (period[1], period[2]), words)


def _tells(report: ReadReport, statement: Statement, one: _Lasting, said: tuple[str, str]) -> bool:
    """Whether one end of a period is the fact's, and most of the fact's words stand in the sentence."""
    if sum(a == b for a, b in zip(said, one.years, strict=True)) != 1:
        return False
    if any(area.area != report.data.home for area in statement.areas):
        return False
    told = one.words & stems_beside(statement, statement.start, statement.end)
    return len(told) >= max(_LEAST, _MOST * len(one.words))


def _problem(statement: Statement, found: re.Match[str], one: _Lasting) -> Problem:
    end = "first" if found["first"] != one.years[0] else "last"
    message = f"the words say “{found[end]}”, the data say {one.fact.text} (the fact “{one.fact.id}”, {one.fact.place})"
    hint = f'Correct the year, or bind the period: {{{{ fact("{one.fact.id}") }}}}.'
    place = statement.place(found.start(end))
    return Problem("error", "figure-against-data", f"{message}: both cannot be true", place, hint)
