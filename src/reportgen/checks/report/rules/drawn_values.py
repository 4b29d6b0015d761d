"""Figures in an alternative text: what it says of one bar or year is what is drawn there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.charts import ChartSeries
from reportgen.checks.report.reading.numbers.quantities import quantities
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.series.drawn import Drawn, drawn, values
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.settings import IndicatorData
from reportgen.problems import Problem

_UNITS = ("percent", "gbp", "number")
_DIFFERS = re.compile(
    r"\b(?:more|less|fewer|higher|lower|above|below|ahead|behind|than|by|gap|apart|total|together|altogether|average|all)\b"
    r"|\b(?:rises?|rose|falls?|fell|grows?|grew|drops?)\s(?:of|by)\b",
    re.IGNORECASE,
)


_PASSES = re.compile(r"\b(?:pass|exceed|top|cross|near|approach|close|beyond)\w*\s(?:to\s|the\s)?$", re.IGNORECASE)


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement, figure in drawn(report):
        if statement.passage.kind != "alt" or isinstance(figure.figure.data, IndicatorData):
            continue  # claims know indicators
        for one in statement.quantities:
            if one.unit not in _UNITS or one.form != "digits" or _PASSES.search(statement.before(one.start)):
                continue
            if (at := _category(statement, figure, one)) is not None:
                yield from _judged(statement, figure, one, at)


def _category(statement: Statement, figure: Drawn, one: Quantity) -> int | None:
    """The one bar or year that is named beside a figure, between commas or “and”, where no other figure is."""
    start, end = _stretch(statement, one)
    if _DIFFERS.search(statement.passage.text, start, end) or any(
        start <= other.start < end and other.unit == one.unit for other in statement.quantities if other is not one
    ):
        return None
    if figure.is_over_time:
        named = {figure.at(period) for at, period in statement.periods if start <= at < end}
    else:
        named = {each.number for each in figure.mentions(statement) if start <= each.start < end}
    return named.pop() if len(named) == 1 else None


def _stretch(statement: Statement, one: Quantity) -> tuple[int, int]:
    start, end = statement.stretch(one.start)
    joints = [found.span() for found in re.finditer(r"\s(?:and|to)\s", statement.passage.text[start:end])]
    before = [start + right for _, right in joints if start + right <= one.start]
    behind = [start + left for left, _ in joints if start + left >= one.end]
    return max([start, *before]), min([end, *behind])


def _judged(statement: Statement, figure: Drawn, one: Quantity, at: int) -> Iterator[Problem]:
    shown = [(series, label) for series in figure.meant(statement) if (label := _label(figure, series, at))]
    told = [(label, quantities(label)) for _, label in shown]
    units = {each[0].unit for _, each in told if each}
    if not told or one.unit not in units or any(_meets(one, each) for _, each in told):
        return
    name, labels = figure.chart.categories[at], " or ".join(label for label, _ in told)
    message = f"the words say “{one.text}” of “{name}”, the data say {labels} ({figure.source}): both cannot be true"
    place = statement.place(one.start)
    yield Problem("error", "figure-against-data", message, place, "Correct the figure, or the data.")


def _label(figure: Drawn, series: ChartSeries, at: int) -> str:
    value = values(series).get(at)
    return figure.chart.label(series, value) if value is not None else ""


def _meets(one: Quantity, drawn_here: Sequence[Quantity]) -> bool:
    return not drawn_here or one.possible.meets(drawn_here[0].range)
