"""Facts that are years: founded in 1983, where the fact says 1893."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.checks.report.reading.facts.kin import kin_of
from reportgen.checks.report.reading.facts.names import VAGUE
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import stems_beside
from reportgen.checks.report.reading.telling_words import PLAIN
from reportgen.edition.evidence import Fact
from reportgen.problems import Problem

_YEAR = re.compile(r"\b(?:1[5-9]|20|21)\d\d\b")
_OF_TIME = re.compile(
    r"\b(?:year|date|when|founded|opened|opens|closed|began|started|since|until|target)\b", re.IGNORECASE
)
_AT = re.compile(r"\b(?:in|by|since|is|was)\s(?:the\syear\s)?$", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never|no\slonger|instead|rather\sthan)\b|n[’']t\b", re.IGNORECASE)
_MOST, _LEAST = 0.7, 2
_AHEAD = stems_in("lead leads led ahead")
_LED = re.compile(r"\b(?:led|leads?|ahead\sof|in\sfront\sof|beat|beats|above|overtook)\s(?:the\s)?$", re.IGNORECASE)
_ENDS = stems_in("last latest earliest start started end ended began")
_MEANT = stems_in("mean means meant aim aims plan plans hope promise pledge commit intend want seek target expect due")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A fact that is a year, with the words of its note, or of its id where it has none."""

    fact: Fact
    year: str
    words: frozenset[str]


def problems(report: ReadReport) -> Iterator[Problem]:
    """An error at the year of a sentence that tells the fact and names no year that is right."""
    dated = list(_dated(report))
    for statement in report.statements if dated else ():
        years = [
            (at, year) for at, year in statement.periods if _YEAR.fullmatch(year) and not _is_in_a_name(statement, at)
        ]
        told = {one.bound.text for one in statement.quantities if one.bound} | {year for _, year in years}
        for one in dated:
            wrong = [at for at, _ in years if one.year not in told and _tells(report, statement, at, one)]
            if len(wrong) == 1:
                yield _problem(statement, wrong[0], one)


def _dated(report: ReadReport) -> Iterator[_Dated]:
    home = stems_in(report.data.home)
    for fact in report.edition.evidence.facts.values():
        text = f"{fact.id.replace('-', ' ')} {fact.note}"
        year = _YEAR.fullmatch(str(fact.value) if fact.unit == "number" and fact.value is not None else fact.text)
        if year and _OF_TIME.search(text):
            named = re.sub(rf"\w*{year[0]}\w*", " ", fact.note or fact.id.replace("-", " "))  # net zero year of WM2041
            words = stems_in(named) - VAGUE - home
            if len(words) >= _LEAST:
                yield _Dated(fact, year[0], words)


def _is_in_a_name(statement: Statement, at: int) -> bool:
    """WM2041."""
    return at > 0 and statement.passage.text[at - 1].isalpha()


def _tells(report: ReadReport, statement: Statement, at: int, one: _Dated) -> bool:
    """Whether a year is told of what the fact is the year of, with its words, and in its clause with no others."""
    if not _AT.search(statement.before(at)) or statement.is_quoted(at):
        return False
    if _DENIED.search(statement.passage.text, *statement.stretch(at)):
        return False
    led = one.words & _AHEAD
    if any(
        area.area != report.data.home and not (led and _LED.search(statement.before(area.start, 20)))
        for area in statement.areas
    ):
        return False
    if statement.sources and one.fact.source not in statement.sources:
        return False
    said = stems_beside(statement, statement.start, statement.end)
    if not one.words & _ENDS <= said:
        return False  # ahead in 2015, where it was last ahead in 2017
    ahead = _AHEAD if one.words & _AHEAD else frozenset()
    kin = one.words | kin_of(one.words) | ahead
    if len(one.words & (said | kin_of(said) | (ahead if said & ahead else frozenset()))) < _MOST * len(one.words):
        return False
    named = stems_in(" ".join(_named_so(one)))
    return not _beside(statement, at) - kin - named - PLAIN - VAGUE - _MEANT


def _named_so(one: _Dated) -> list[str]:
    """The names that have the year in them: WM2041."""
    return re.findall(rf"\w*[A-Za-z]{one.year}\w*", f"{one.fact.id} {one.fact.note}")


def _beside(statement: Statement, at: int) -> frozenset[str]:
    """The words of the clause around a year, but for names of areas."""
    start, end = statement.stretch(at)
    return statement.told(start, end) & stems_beside(statement, start, end)


def _problem(statement: Statement, at: int, one: _Dated) -> Problem:
    said = statement.passage.text[at : at + 4]
    message = f"the words say “{said}”, the data say {one.year} (the fact “{one.fact.id}”, {one.fact.place})"
    hint = f'Correct the year, or bind it: {{{{ fact("{one.fact.id}") }}}}.'
    return Problem("error", "figure-against-data", f"{message}: both cannot be true", statement.place(at), hint)
