"""Standing bars: values above them, categories below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts.bars import draw_bars
from reportgen.charts.chart import Chart
from reportgen.charts.heading import Heading
from reportgen.charts.lettering import LEADING, SIZE, width, wrap
from reportgen.charts.scales import Scale, goes_back, scale_for_bars
from reportgen.charts.sheet import BESIDE_HIGHLIGHT, INK, QUIET, RULE, WIDTH, Sheet, colour_of, hatch_of

_PLOT = 190.0  # points from the lowest value to the top of the highest label
_WIDEST = 54.0  # a column
_NAMES = 120.0  # the most that turned names may take
_LINE = SIZE * LEADING
_PAD = 4.0


def draw_columns(chart: Chart) -> Sheet:
    """Draw standing bars; where they would be too narrow for their labels, lying ones."""
    layout = _Layout.of(chart)
    if layout.column < _LINE:
        return draw_bars(chart)
    sheet = Sheet(layout.height)
    layout.heading.draw(sheet)
    zero = layout.y(0)
    sheet.line([0, WIDTH], [zero, zero], RULE)
    for index in range(len(chart.categories)):
        _draw_category(sheet, chart, layout, index)
    return sheet


@dataclass(frozen=True, slots=True)
class _Layout:
    heading: Heading
    slot: float  # the width of a category
    column: float
    names: Sequence[Sequence[str]]
    names_turned: bool
    names_height: float
    values_turned: bool
    scale: Scale  # upwards, from the lowest label

    @classmethod
    def of(cls, chart: Chart) -> _Layout:
        slot = WIDTH / max(len(chart.categories), 1)
        column = min(slot * 0.8 / max(len(chart.series), 1), _WIDEST)
        turned = any(width(word, bold=True) > slot * 0.94 for name in chart.categories for word in name.split())
        names = [
            wrap(name, _NAMES if turned else slot * 0.94, bold=name == chart.highlight) for name in chart.categories
        ]
        lengths = [_NAMES if len(one) > 1 else width(one[0], bold=True) for one in names]
        names_height = max(lengths if turned else [len(one) * _LINE for one in names], default=0.0)
        values_turned = _widest_value(chart) > (column if len(chart.series) > 1 else slot) - 1
        scale = scale_for_bars(_ends(chart, values_turned), 0, _PLOT)
        return cls(Heading(chart), slot, column, names, turned, names_height, values_turned, scale)

    @property
    def height(self) -> float:
        return self.heading.height + _PLOT + _PAD + self.names_height + 1

    def y(self, value: float) -> float:
        return self.heading.height + _PLOT - self.scale(value)


def _widest_value(chart: Chart) -> float:
    """Of the values as printed; where one is not reported, its words may always be turned."""
    values = [(series, value) for series in chart.series for value in series.values if value is not None]
    return max((width(chart.label(series, value), bold=True) for series, value in values), default=0.0)


def _ends(chart: Chart, turned: bool) -> list[tuple[float, float]]:
    ends = []
    for series in chart.series:
        for value in series.values:
            long = width(chart.label(series, value), bold=True)
            ends.append((float(value or 0), _PAD + (long if turned or value is None else _LINE)))
    return ends


def _draw_category(sheet: Sheet, chart: Chart, layout: _Layout, index: int) -> None:
    middle = (index + 0.5) * layout.slot
    strong = chart.categories[index] == chart.highlight
    name, top = layout.names[index], layout.heading.height + _PLOT + _PAD
    if layout.names_turned:
        sheet.turned_words(name, middle, top, down="top", bold=strong)
    else:
        sheet.words(name, middle, top, across="center", down="top", bold=strong)
    first = middle - layout.column * len(chart.series) / 2
    for number in range(len(chart.series)):
        plain = chart.highlight is None or len(chart.series) > 1 or strong
        colour = colour_of(number) if plain else BESIDE_HIGHLIGHT
        _draw_column(sheet, chart, layout, number, index, first + number * layout.column, colour)


def _draw_column(
    sheet: Sheet, chart: Chart, layout: _Layout, number: int, index: int, left: float, colour: str
) -> None:
    series = chart.series[number]
    value, zero = series.values[index], layout.y(0)
    end = layout.y(float(value or 0))
    if value:
        sheet.box(left + 0.5, min(zero, end), layout.column - 1, abs(end - zero), colour, hatch_of(number))
    down = value < 0 if value else goes_back(chart.reported)
    _draw_value(sheet, chart.label(series, value), left + layout.column / 2, end, down, layout, value is None)


def _draw_value(sheet: Sheet, label: str, x: float, end: float, down: bool, layout: _Layout, missing: bool) -> None:
    y = end + (_PAD / 2 if down else -_PAD / 2)
    colour = QUIET if missing else INK
    if layout.values_turned or missing:
        sheet.turned_words([label], x, y, down="top" if down else "bottom", colour=colour, bold=not missing)
    else:
        sheet.words([label], x, y, across="center", down="top" if down else "bottom", colour=colour, bold=True)
