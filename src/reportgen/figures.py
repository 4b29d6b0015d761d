"""A figure's chart, and its picture: what report.yaml asks for, with the values that the evidence has for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from reportgen import numbers
from reportgen.charts import Chart, ChartSeries, Drawing, DrawingProcess
from reportgen.document import Picture
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Evidence, Series, Unit
from reportgen.edition.settings import FigureSettings, IndicatorData
from reportgen.problems import Problems

_UNIT_IN_HEADING = re.compile(r"\s*\(\s*(?:%|£\s?(k|m|bn|thousand|million|billion)?)\s*\)", re.IGNORECASE)
_POWERS = {"": 0, "k": 3, "t": 3, "m": 6, "b": 9}  # by the first letter
MOST_POINTS = 5_000

_NO_VALUE = {"", "-", "–", "—", "..", "n/a", "not available", "not reported", "not asked"}


def charts(edition: Edition, problems: Problems) -> Mapping[str, Chart]:
    """The chart of every figure that has data, by the figure's id.

    Problems: a series without figures, and each of its cells that is no number, at its line.
    """
    figures = edition.settings.figures.values()
    charted = ((figure, _chart(figure, edition, problems)) for figure in figures)
    drawable = [(figure, chart) for figure, chart in charted if chart and not _has_too_many(figure, chart, problems)]
    return {figure.id: replace(chart, place=figure.place) for figure, chart in drawable}


def _has_too_many(figure: FigureSettings, chart: Chart, problems: Problems) -> bool:
    points = sum(len(one.values) for one in chart.series)
    if points > MOST_POINTS:
        message = f"the figure “{figure.id}” would show {points:,} values, and nobody can see more than {MOST_POINTS:,}"
        place = figure.places.get("data", figure.place)
        problems.error("too-large", place, message, "Give it a series with fewer rows or columns.")
    return points > MOST_POINTS


def _chart(figure: FigureSettings, edition: Edition, problems: Problems) -> Chart | None:
    """None where the data could not be read: their reader has said why."""
    if isinstance(figure.data, IndicatorData):
        if figure.data.indicator not in edition.evidence.indicators:
            return None
        chart = _indicator_chart(figure, figure.data, edition)
        shown = [value for series in chart.series for value in series.values if value is not None]
        if not shown and figure.data.indicator not in edition.evidence.faulty:
            message = f"the figure “{figure.id}” shows nothing: “{figure.data.indicator}” has no values for it"
            problems.warn("no-figures", figure.places.get("data", figure.place), message)
        return chart
    series = edition.evidence.series.get(figure.data)
    return _series_chart(figure, series, problems) if series else None


class Pictures:
    """The pictures of an edition's figures, drawn by a process of its own while the build goes on."""

    def __init__(
        self, edition: Edition, charts: Mapping[str, Chart], process: DrawingProcess, problems: Problems
    ) -> None:
        self._figures, self._names = edition.settings.figures, list(charts)
        self._process, self._problems = process, problems
        process.draw(list(charts.values()))

    def result(self) -> Mapping[str, Picture]:
        """Each figure's picture by its id, once all are drawn."""
        drawings = zip(self._names, self._process.result(), strict=True)
        return {name: self._picture(self._figures[name], drawn) for name, drawn in drawings}

    def _picture(self, figure: FigureSettings, drawn: Drawing) -> Picture:
        if drawn.unknown:
            message = f"figure “{figure.id}”: no font at hand has the characters {drawn.unknown}"
            hint = "They print as empty boxes; word the label anew."
            self._problems.warn("missing-glyph", figure.place, message, hint)
        return Picture(drawn.png, "image/png", figure.alt, drawn.width, drawn.height, vector=drawn.svg)


def _indicator_chart(figure: FigureSettings, data: IndicatorData, edition: Edition) -> Chart:
    evidence, home = edition.evidence, edition.settings.area
    indicator = evidence.indicators[data.indicator]
    found = data.areas or evidence.areas(indicator.id)
    areas = sorted(found, key=lambda area: area != home)  # the report's area first, the others as they come
    if figure.kind == "line":
        periods = tuple(sorted({period for area in areas for period in evidence.periods(indicator.id, area)}))
        series = [
            ChartSeries(area, indicator.unit, _values(evidence, indicator.id, [(area, one) for one in periods]))
            for area in areas
        ]
        return Chart(figure.kind, periods, tuple(series), decimals=indicator.decimals)
    own = evidence.periods(indicator.id, home)
    current = own[-1] if own else ""
    shown = [area for area in areas if data.areas or evidence.observation(indicator.id, area, current)]
    values = _values(evidence, indicator.id, [(area, current) for area in shown])
    return Chart(
        figure.kind,
        tuple(shown),
        (ChartSeries(indicator.name, indicator.unit, values),),
        highlight=home if home in shown else None,
        decimals=indicator.decimals,
    )


def _values(evidence: Evidence, indicator: str, wanted: list[tuple[str, str]]) -> tuple[Decimal | None, ...]:
    found = (evidence.observation(indicator, area, period) for area, period in wanted)
    return tuple(one.value if one else None for one in found)


def _series_chart(figure: FigureSettings, series: Series, problems: Problems) -> Chart:
    columns = range(1, len(series.columns))
    if not columns:
        message = f"the figure “{figure.id}” has categories and no figures"
        problems.error("no-figures", series.place, message, "Each column after the first is a series of figures.")
    found = tuple(_column(series, column, problems) for column in columns)
    if found and not any(value is not None for one in found for value in one.values) and not problems.errors:
        message = f"the figure “{figure.id}” shows nothing: “{figure.data}” has no values for it"
        problems.warn("no-figures", figure.places.get("data", figure.place), message)
    if len({one.unit for one in found}) > 1:
        message = f"the figure “{figure.id}” sets different units against one scale"
        problems.warn("mixed-units", series.place, message, "Make a figure of each unit.")
    return Chart(figure.kind, tuple(row[0] for row in series.rows), found)


def _column(series: Series, column: int, problems: Problems) -> ChartSeries:
    name, unit, scale = _heading(series.columns[column])
    values = []
    for number, row in enumerate(series.rows):
        text = row[column].strip()
        try:
            values.append(None if text.lower() in _NO_VALUE else _number(text, unit, scale))
        except ValueError as fault:
            hint = "Type the figure alone; leave the cell empty where there is none."
            if text[-1:] == "%" or "£" in text:
                hint = "Say in the heading what the column is in: (%), (£), (£m)."
            problems.error("number", series.places[number][column], f"“{series.columns[column]}”: {fault}", hint)
            values.append(None)
    return ChartSeries(name, unit, tuple(values))


def _number(text: str, unit: Unit, scale: Decimal) -> Decimal:
    """A cell's figure, in the millions of its heading unless it says itself what it is in: £1.2bn, £940,000,000."""
    number = numbers.parse(text, unit)
    in_full = text[-1:].isalpha() or ("£" in text and number.copy_abs() >= scale)
    return number if unit == "gbp" and in_full else number * scale


def _heading(heading: str) -> tuple[str, Unit, Decimal]:
    """A column's name, unit and scale: `Gap (£m)` holds millions of pounds."""
    found = _UNIT_IN_HEADING.search(heading)
    if found is None:
        return heading.strip(), "number", Decimal(1)
    name = f"{heading[: found.start()]}{heading[found.end() :]}".strip()
    if "%" in found[0]:
        return name, "percent", Decimal(1)
    return name, "gbp", Decimal(1).scaleb(_POWERS[(found[1] or "")[:1].lower()])
