"""What is said of all measures of a mission together: behind on all four, all rated RED, none ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.checks.report.reading.comparing.comparisons import Comparison, comparisons
from reportgen.checks.report.reading.comparing.differences import bears_out
from reportgen.checks.report.reading.comparing.standing import Standing, standing
from reportgen.checks.report.reading.numbers.number_words import CARDINAL, cardinal
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.findings import Finding, Rating
from reportgen.problems import Problem

_ALL = re.compile(
    rf"\b(?:(?P<none>none|neither|not\s(?:a\ssingle\s)?one)\b(?:\sof\s(?:the|these|its|them)(?:\s(?P<of>{CARDINAL}|\d+))?)?"
    rf"|(?<!\bat\s)(?<!\babove\s)(?<!\bafter\s)all(?:\sof)?(?:\sthe|\sthese|\sits)?(?:\s(?P<number>{CARDINAL}|\d+))?"
    rf"|(?:every|each)(?:\s(?:single\s)?one)?(?:\sof\s(?:the|these|its|them)(?:\s(?P<each>{CARDINAL}|\d+))?)?|both)"
    r"(?=[.,;]|\s(?:are|is|were|lie|lies|stand|stands|has|have|comes?)\b|$)",
    re.IGNORECASE,
)
_MEASURES = re.compile(r"\s(?:measures|indicators|KPIs)\b", re.IGNORECASE)
_RATED = re.compile(r"\b(?P<rating>GREEN|AMBER|RED|NOT RATED)\b")


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        measures = _measures(report, statement)
        found = _ALL.search(statement.passage.text, statement.start, statement.end)
        if found is None or not measures or statement.is_unreal(found.start(), found[0]):
            continue
        many = found["number"] or found["of"] or found["each"]
        number = cardinal(many) if many else 2 if found[0].lower() == "both" else None
        if number is not None and number != len(measures):
            yield from _too_many(statement, found, int(number), len(measures))
            continue
        none = found["none"] is not None
        yield from _compared(report, statement, measures, none, found)
        yield from _rated(statement, measures, none, found)


def _too_many(statement: Statement, found: re.Match[str], number: int, measures: int) -> Iterator[Problem]:
    """Behind on all five, where a mission has four; of three of the four somebody may speak."""
    judged = _RATED.search(statement.text) or next(iter(comparisons(statement)), None)
    named = _MEASURES.match(statement.after(found.end()))  # counts.py tells of all five measures
    if number > measures and found["number"] and judged and not named:
        message = f"the words say “{found[0]}”, and the mission has {measures} measures (indicators.csv)"
        yield Problem("error", "count", message, statement.place(found.start()), "Correct the number.")


def _measures(report: ReadReport, statement: Statement) -> list[Finding]:
    mission = statement.passage.section.mission
    return [one for one in report.findings.values() if mission and one.indicator.mission == mission]


def _compared(
    report: ReadReport, statement: Statement, measures: Sequence[Finding], none: bool, all_: re.Match[str]
) -> Iterator[Problem]:
    if report.meanings.subjects(statement):
        return  # a sentence that names a measure is judged by it
    begin, end = statement.reach(*all_.span())
    compared: list[Comparison | Standing] = [one for one in comparisons(statement) if begin <= one.start < end]
    stands = standing(statement, all_.start()) if not compared else None
    for one in [*compared, *([stands] if stands else [])]:
        against = [finding for finding in measures if not _bears_out(report, finding, one, none)]
        if against:
            yield _problem(report, statement, one, against[0])


def _rival(report: ReadReport, finding: Finding, one: Comparison | Standing) -> str:
    own = finding.indicator
    return own.comparators[0] if isinstance(one, Standing) else report.data.area_of(one.rival, own)


def _bears_out(report: ReadReport, finding: Finding, one: Comparison | Standing, none: bool) -> bool:
    rival = _rival(report, finding, one)
    gap = report.data.gap(finding.indicator, report.data.home, rival) if rival else None
    if gap is None:
        return True
    return none != bears_out(gap.value, one.sense, finding.indicator)


def _problem(report: ReadReport, statement: Statement, one: Comparison | Standing, finding: Finding) -> Problem:
    ours = report.data.value(finding.indicator, report.data.home)
    rival = _rival(report, finding, one)
    theirs = report.data.value(finding.indicator, rival)
    word = statement.passage.text[one.start : one.end]
    figures = f"{ours.shown} against {theirs.shown}" if ours and theirs else ""
    message = (
        f"the words say “{word}” of all measures, and “{finding.indicator.id}” is not: {figures} for "
        f"{report.areas.called(rival)} ({finding.indicator.better} is better)"
    )
    return Problem(
        "error", "all-measures", message, statement.place(one.start), "Except the measure, or correct the word."
    )


def _rated(statement: Statement, measures: Sequence[Finding], none: bool, all_: re.Match[str]) -> Iterator[Problem]:
    _, end = statement.reach(*all_.span())
    for found in _RATED.finditer(statement.passage.text, all_.end(), end):
        rating = Rating(found["rating"])
        against = [one for one in measures if (one.rating is rating) == none]
        if against and statement.passage.text.count(found[0], statement.start, statement.end) == 1:
            first = against[0]
            message = (
                f"the words say “{found[0]}” of {'none' if none else 'all'} of the measures, and "
                f"“{first.indicator.id}” is {first.rating.value} ({first.reason.partition(': ')[2]})"
            )
            place = statement.place(all_.start())
            yield Problem("error", "all-measures", message, place, "Except the measure, or correct the word.")
        return
