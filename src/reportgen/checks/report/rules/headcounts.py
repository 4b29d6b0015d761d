"""Absolute gaps that were typed: to match England, 63,300 fewer adults would feel unsafe."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.report.reading.indicators.headcounts import Headcount, headcounts
from reportgen.checks.report.reading.report import ReadReport
from reportgen.problems import Problem


def problems(report: ReadReport) -> Iterator[Problem]:
    """An error against what the report itself prints; a warning where rounding may explain another count."""
    judged = {(id(one.statement), one.quantity.start) for one in report.claims if one.meant}
    for one in headcounts(report):
        if one.agrees and one.turned:
            yield _turned(report, one)
        if one.agrees or (id(one.statement), one.quantity.start) in judged:
            continue
        printed = len(one.expected) == 1 and report.data.finding(one.indicator).count == one.expected[0].value
        unsure = one.may_be and (not printed or one.statement.sources)
        yield _problem(one, "warning" if unsure else "error")


def _problem(one: Headcount, severity: str) -> Problem:
    quantity, datum = one.quantity, one.expected[0]
    start = quantity.begin
    said = one.statement.passage.text[start : quantity.end]
    place = one.statement.place(quantity.start)
    message = f"the words say “{said}”, the data say {datum.shown} ({datum.label}, {datum.place})"
    if severity == "error":
        hint = f'Correct the figure, or bind it: {{{{ count("{one.indicator.id}") }}}}.'
        return Problem("error", "figure-against-data", f"{message}: both cannot be true", place, hint)
    return Problem("warning", "unsure-figure", message, place, "Rounding may explain it: count from the same figures.")


def _turned(report: ReadReport, one: Headcount) -> Problem:
    stated = report.findings[one.indicator.id].statement
    message = f"the words say “{one.turned}”, the data say “{stated}” (“{one.indicator.id}”, {one.expected[0].place})"
    place = one.statement.place(one.quantity.start)
    return Problem("error", "direction", message, place, "Turn the word round, or correct it.")
