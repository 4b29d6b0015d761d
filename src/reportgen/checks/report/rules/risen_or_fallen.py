"""Risen and fallen, improved and worsened: words against the sign of the change over time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.claims.spoken_of import speaks_of_others
from reportgen.checks.report.reading.comparing.compared_area import WHERE
from reportgen.checks.report.reading.comparing.compared_measure import compared_measure, is_sized_otherwise
from reportgen.checks.report.reading.comparing.comparisons import Move, comparisons, follows_no, holds, moves
from reportgen.checks.report.reading.comparing.differences import change_in_words
from reportgen.checks.report.reading.numbers.number_words import CARDINAL
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.roles import role
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.times.spans import span_of
from reportgen.checks.report.rules.directions import is_told
from reportgen.edition.evidence import Indicator
from reportgen.problems import Problem

_ELSEWHERE = re.compile(r"\belsewhere\b", re.IGNORECASE)
_THEN = re.compile(r"\b(?:then|later|before|afterwards)\s(?:[a-z]+\s)?$")
_DATED = re.compile(
    rf"\b(?:in|over|within)\s(?:the\s(?:last|past)\s)?{CARDINAL}\syears\b|\bin\sa\s(?:single\s)?year\b|\bover\sthe\s(?:last\s|past\s)?year\b|\byear\son\syear\b|\blast\syear\b|\ba\syear\s(?:earlier|ago|before)"
    r"|\bthe\s(?:year\sbefore|previous\syear)\b|\bsince\b|\bbetween\b|\bfrom\b|\b(?:has|have)\b",
    re.IGNORECASE,
)


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        problem = None if statement.text.endswith("?") else _first(report, statement)
        if problem and not speaks_of_others(report, statement) and not is_told(report, statement):
            yield problem


def _first(report: ReadReport, statement: Statement) -> Problem | None:
    """Of what is wrong with its moves, where it tells of a course."""
    every = moves(statement)
    if not every or not _is_of_time(statement):
        return None
    for move in every:
        indicator = compared_measure(report, statement, move.start) if _is_of_home(report, statement, move) else None
        if indicator is not None and not _is_no_move(statement, move, indicator):
            problem = _problem(report, statement, move, indicator)
            if problem:
                return problem
    return None


def _is_of_time(statement: Statement) -> bool:
    """Whether it tells of a course: since 2021, in two years, or by how much."""
    if statement.periods or statement.shifts or _DATED.search(statement.text):
        return True
    return len(moves(statement)) == 1 and any(role(statement, one) == "change" for one in statement.quantities)


def _is_no_move(statement: Statement, move: Move, indicator: Indicator) -> bool:
    """Which is no improvement; and then fell; falls, which are what is measured; longer, of a share."""
    if follows_no(statement, move.start) or _THEN.search(statement.before(move.start, 12)):
        return True
    if _is_in_its_name(statement, move, indicator):
        return True
    return is_sized_otherwise(statement.passage.text[move.start : move.end], indicator)


def _is_of_home(report: ReadReport, statement: Statement, move: Move) -> bool:
    """Whether other areas are only what the clauses before set it against: lower than in England, and has risen."""
    begin, end = statement.stretch(move.start)
    if _ELSEWHERE.search(statement.passage.text, begin, end):
        return False
    rivals = {one.rival.start for one in comparisons(statement) if one.rival.end <= begin}
    rivals = rivals if not WHERE.match(statement.passage.text, begin) else set()
    return all(one.area == report.data.home or one.start in rivals for one in statement.areas)


def _is_in_its_name(statement: Statement, move: Move, indicator: Indicator) -> bool:
    """Admissions due to falls: these do not fall."""
    return not stems_in(statement.passage.text[move.start : move.end]).isdisjoint(stems_in(indicator.name))


def _problem(report: ReadReport, statement: Statement, move: Move, indicator: Indicator) -> Problem | None:
    periods = report.data.periods(indicator, report.data.home)
    span = span_of(statement, None, move.start, periods, report.data.current(indicator))
    home = report.data.home
    change = report.data.change(indicator, home, span.since, span.until) if span.since is not None else None
    if change is None or change.value == 0 or holds(move.sense, change.value > 0, indicator.better == "higher"):
        return None
    word = statement.passage.text[move.start : move.end]
    moved = change_in_words(change, indicator, move.sense)
    message = f"the words say “{word}”, the data say {change.shown} ({change.label}, {change.place}): it {moved}"
    return Problem("error", "direction", message, statement.place(move.start), "Turn the word round, or correct it.")
