"""A fundamental is worded alike by all the aspirations that serve it."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.report.reading.indicators.fundamentals import worded_twice
from reportgen.checks.report.reading.report import ReadReport
from reportgen.problems import Problem


def problems(report: ReadReport) -> Iterator[Problem]:
    for one, other in worded_twice(report.edition.settings):
        message = f"the fundamental “{one.fundamental}” is called “{other.fundamental}” by another ({other.place})"
        yield Problem("warning", "near-name", message, one.place, "Word a name the same everywhere.")
