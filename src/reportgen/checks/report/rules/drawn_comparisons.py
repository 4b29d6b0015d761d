"""Fewer were built than planned: of a figure's two series, which lies above the other in words, against its values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.charts import ChartSeries
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.series.drawn import Drawn, drawn, speaks_of_all, values
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_THAN = re.compile(
    r"\b(?:(?P<more>more|higher|larger|greater)|(?P<less>fewer|less|lower|smaller))\b(?P<one>[^.,;:]{0,60}?)\bthan\b"
    r"(?P<other>[^.,;:]{1,50})",
    re.IGNORECASE,
)


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement, figure in drawn(report):
        if len(figure.chart.series) != 2 or statement.quantities:
            continue
        for found in _THAN.finditer(statement.passage.text, statement.start, statement.end):
            if not statement.is_unreal(found.start()) and not statement.is_quoted(found.start()):
                yield from _judged(statement, figure, found)


def _judged(statement: Statement, figure: Drawn, found: re.Match[str]) -> Iterator[Problem]:
    before, behind = stems_in(statement.passage.text[statement.start : found.end("one")]), stems_in(found["other"])
    first, second = figure.chart.series
    words = _telling(first, second)
    for one, other, own, theirs in ((first, second, *words), (second, first, *words[::-1])):
        if own and theirs and own & before and not own & behind and theirs & behind and not theirs & before:
            yield from _compared(statement, figure, found, one, other)


def _telling(first: ChartSeries, second: ChartSeries) -> tuple[frozenset[str], frozenset[str]]:
    """The words of each name that the other has not."""
    ours, theirs = stems_in(first.name), stems_in(second.name)
    return ours - theirs, theirs - ours


def _compared(
    statement: Statement, figure: Drawn, found: re.Match[str], one: ChartSeries, other: ChartSeries
) -> Iterator[Problem]:
    ours, theirs = values(one), values(other)
    way = 1 if found["more"] else -1
    held = {at: (ours[at] - theirs[at]) * way > 0 for at in ours if at in theirs}
    if not held or (all(held.values()) if speaks_of_all(statement) else any(held.values())):
        return
    at = next(number for number, holds in held.items() if not holds)
    shown = [f"{series.name} {figure.chart.label(series, values(series)[at])}" for series in (one, other)]
    word = found["more"] or found["less"]
    message = (
        f"the words say “{word}”, the data of “{figure.figure.id}” say {' and '.join(shown)} for "
        f"{figure.chart.categories[at]} ({figure.source})"
    )
    yield Problem("error", "direction", message, statement.place(found.start()), "Turn the word round, or correct it.")
