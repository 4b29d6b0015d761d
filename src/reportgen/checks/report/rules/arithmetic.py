"""What one sentence says of its own figures: 47% against 50% is 3 points less, from 94% to 88% is a fall of 6."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.checks.report.reading.claims.told_changes import ends_dated, ends_told, told_changes
from reportgen.checks.report.reading.comparing.adjectives import Sense
from reportgen.checks.report.reading.comparing.comparisons import Move, comparatives, comparisons, moves
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import Range
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.rules.values import contradicted
from reportgen.problems import Problem

_GAP = re.compile(r"\b(?:gap|lead|distance|difference|shortfall|margin|deficit|backlog)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:against|compared\s(?:with|to)|while|whereas|versus|and)\b", re.IGNORECASE)
_PLACES = re.compile(
    r"\b(?:(?P<up>gained|gains|gaining|won|climbed|moved\sup|up)|(?:lost|loses|losing|dropped|slipped|moved\sdown|down))\s[a-z\d]+\splaces?\b",
    re.IGNORECASE,
)
_VALUE_OF = re.compile(
    r"\s?(?:(?:of|at|is|with|which\sis|where\sit\sis|stands\sat)\s|\(|,\s(?:at|of)\s)?(?:(?!and\b|but\b|or\b)[a-z]+\s)?"
)
_THAN_THE = re.compile(r"(?:\sthan)?\s(?:the|its|their|England[’']s)\s(?:[a-z]+\s){0,2}?(?=[£\d])", re.IGNORECASE)
_FOLLOWS_IT = re.compile(
    r"(?:\sof\s[a-z\s]+?|\shere)?,?\s(?:(?:which|that)\sis\s|is\s|and\sso\s)?(?:well\s|far\s|just\s|slightly\s|a\slittle\s|much\s|still\s)?"
)


def problems(report: ReadReport) -> Iterator[Problem]:
    judged = {id(claim.statement) for claim in contradicted(report)}
    for statement in report.statements:
        if id(statement) in judged or all(one.bound for one in statement.quantities):
            continue
        yield from _differences(statement)
        yield from _changes(statement)
        yield from _moves(statement)
        yield from _gaps(statement)
        yield from _directions(report, statement)
        yield from _two_figures(statement)


def _differences(statement: Statement) -> Iterator[Problem]:
    """A% against B% (−Cpp)."""
    every = statement.quantities
    for first, second, third in zip(every, every[1:], every[2:], strict=False):
        if not (first.unit == second.unit == "percent" and third.unit == "points") or third.bound:
            continue
        between = statement.passage.text[first.end : second.start]
        behind = statement.passage.text[second.end : third.start]
        if not (third.sign and behind.strip().endswith("(") and _AGAINST.search(between)):
            continue
        low, high = sorted((first, second), key=lambda one: one.value)
        difference = Range(low.range.low, low.range.high), Range(high.range.low, high.range.high)
        possible = Range(difference[1].low - difference[0].high, difference[1].high - difference[0].low)
        if not possible.meets(third.possible):
            apart = high.value - low.value
            message = f"the words say “{third.text}”, and {first.text} and {second.text} are {apart} points apart"
            yield Problem("error", "arithmetic", message, statement.place(third.start), "Correct one of the three.")


def _changes(statement: Statement) -> Iterator[Problem]:
    """From A to B, or by C: by 110, from 1,890 to 2,040."""
    for told in told_changes(statement):
        one, possible = told.figure, told.possible
        if possible is None or one.bound or one.possible.meets(possible):
            continue
        message = f"the words say “{one.text}”, and from {told.since.text} to {told.until.text} it is not that"
        yield Problem("error", "arithmetic", message, statement.place(one.start), "Correct one of the three.")


def _moves(statement: Statement) -> Iterator[Problem]:
    """Rose from 15% to 11%."""
    for first, second in ends_told(statement):
        before = [one for one in _moved(statement, first) if one.end <= first.start and first.start - one.end < 30]
        if not before or before[-1].sense not in ("more", "less") or first.value == second.value:
            continue
        rose = second.value < first.value if first.unit == "ordinal" else second.value > first.value
        if rose != (before[-1].sense == "more"):
            word = statement.passage.text[before[-1].start : before[-1].end]
            message = f"the words say “{word}”, and from {first.text} to {second.text} is the other way"
            yield Problem("error", "direction", message, statement.place(before[-1].start), "Turn the word round.")


def _gaps(statement: Statement) -> Iterator[Problem]:
    """The gap has widened: in 2022 it was 4.3 points, in 2023 it was 2.6."""
    ends, said = ends_dated(statement), moves(statement)
    if not ends or len(said) != 1 or said[0].sense not in ("more", "less") or statement.is_unreal(said[0].start):
        return
    move, (first, second) = said[0], ends
    is_gap = _GAP.search(statement.before(move.start)) is not None and move.end <= min(one.start for one in ends)
    if is_gap and first.value != second.value and (second.value > first.value) != (move.sense == "more"):
        word = statement.passage.text[move.start : move.end]
        message = f"the words say “{word}”, and from {first.text} to {second.text} is the other way"
        yield Problem("error", "direction", message, statement.place(move.start), "Turn the word round.")


def _moved(statement: Statement, first: Quantity) -> Sequence[Move]:
    if first.unit != "ordinal":
        return moves(statement)
    places = _PLACES.finditer(statement.passage.text, statement.start, first.start)
    told = [Move(found.start(), found.end(), "more" if found["up"] else "less") for found in places]
    return sorted([*moves(statement), *told], key=lambda one: one.start)


def _directions(report: ReadReport, statement: Statement) -> Iterator[Problem]:
    """17%, below the national average of 16%."""
    if statement.is_unreal(statement.start):
        return
    for one in comparisons(statement):
        subject = report.meanings.subject(statement, one.start)
        if one.sense not in ("more", "less") or (subject and subject.sure):
            continue
        ours = [each for each in statement.quantities if each.end <= one.start]
        theirs = [each for each in statement.quantities if each.start >= one.rival.end]
        if not ours or not theirs or not _is_of(statement, one.rival.end, theirs[0]):
            continue
        if (
            ours[-1].unit == theirs[0].unit
            and theirs[0].unit in ("percent", "gbp")
            and not _holds(one.sense, ours[-1], theirs[0])
        ):
            word = statement.passage.text[one.start : one.end]
            message = f"the words say “{word}”, and {ours[-1].text} is {_other(one.sense)} {theirs[0].text}"
            yield Problem("error", "direction", message, statement.place(one.start), "Turn the word round.")


def _two_figures(statement: Statement) -> Iterator[Problem]:
    """5.9% here, more than the 8.4% seen nationally."""
    for one in comparatives(statement):
        ours = [each for each in statement.quantities if each.end <= one.start]
        than = _THAN_THE.match(statement.passage.text, one.end, statement.end)
        theirs = next((each for each in statement.quantities if than and each.start == than.end()), None)
        if (
            not ours
            or theirs is None
            or one.sense not in ("more", "less")
            or not _FOLLOWS_IT.fullmatch(statement.passage.text, ours[-1].end, one.start)
        ):
            continue
        if (
            ours[-1].unit == theirs.unit in ("percent", "gbp")
            and not (ours[-1].bound and theirs.bound)
            and not _holds(one.sense, ours[-1], theirs)
        ):
            word = statement.passage.text[one.start : one.end]
            message = f"the words say “{word}”, and {ours[-1].text} is {_other(one.sense)} {theirs.text}"
            yield Problem("error", "direction", message, statement.place(one.start), "Turn the word round.")


def _is_of(statement: Statement, at: int, one: Quantity) -> bool:
    start = one.begin
    return _VALUE_OF.fullmatch(statement.passage.text, at, start) is not None


def _holds(sense: Sense, ours: Quantity, theirs: Quantity) -> bool:
    return ours.value == theirs.value or (ours.value > theirs.value) == (sense == "more")


def _other(sense: Sense) -> str:
    return "less than" if sense == "more" else "more than"
