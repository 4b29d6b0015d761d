"""What is said of measures that are named together: both rent and pay are below, better on skills and on pay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.checks.report.reading.comparing.compared_area import compared_area
from reportgen.checks.report.reading.comparing.comparisons import Comparison, comparisons
from reportgen.checks.report.reading.comparing.differences import bears_out
from reportgen.checks.report.reading.indicators.measures_listed import measures_listed
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator
from reportgen.problems import Problem


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        compared = list(comparisons(statement))
        if len(compared) == 1 and statement.text[-1] != "?":
            yield from _judged(report, statement, compared[0])


def _judged(report: ReadReport, statement: Statement, one: Comparison) -> Iterator[Problem]:
    home, rival = report.data.home, one.rival.area
    none, named = measures_listed(report.meanings, statement, one)
    indicators = [each for each in named if each is not None]
    if len(named) < 2 or len(indicators) < len(named) or len({each.id for each in indicators}) < len(named):
        return
    names = " ".join(each.name for each in indicators)
    unreal = statement.is_unreal(one.start, f"nor {names}") or statement.is_quoted(one.start)
    if unreal or not rival or rival == home or compared_area(report, statement, one.rival) != home:
        return
    for indicator in indicators:
        gap = report.data.gap(indicator, home, rival)
        if gap is None or report.data.is_other_time(statement, indicator):
            continue
        if none == bears_out(gap.value, one.sense, indicator):
            yield _problem(report, statement, one, indicator, indicators)
            return


def _problem(
    report: ReadReport, statement: Statement, one: Comparison, indicator: Indicator, every: Sequence[Indicator]
) -> Problem:
    ours = report.data.value(indicator, report.data.home)
    theirs = report.data.value(indicator, one.rival.area)
    said = statement.passage.text[one.start : one.end]
    of = " and ".join(f"“{each.id}”" for each in every)
    figures = f"{ours.shown} against {theirs.shown}" if ours and theirs else ""
    message = (
        f"the words say “{said}” of {of}, and of “{indicator.id}” the data say {figures} for "
        f"{report.areas.called(one.rival.area)} ({indicator.better} is better)"
    )
    hint = "Turn the word round, or except the measure."
    return Problem("error", "direction", message, statement.place(one.start), hint)
