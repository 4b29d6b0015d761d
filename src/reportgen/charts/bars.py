"""Lying bars: the first category on top, labels beside them, as high as the categories need."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.charts.chart import Chart, ChartSeries
from reportgen.charts.heading import Heading
from reportgen.charts.lettering import LEADING, SIZE, width, wrap
from reportgen.charts.scales import Scale, goes_back, scale_for_bars
from reportgen.charts.sheet import BESIDE_HIGHLIGHT, HIGHEST, INK, QUIET, RULE, WIDTH, Sheet, colour_of, hatch_of

_ROOMY, _TIGHT = (1.55, 0.75), (1.2, 0.2)  # a bar's thickness and the space between categories, in sizes
_LABELS = 0.42  # the most of the width that the categories' names may take


def draw_bars(chart: Chart) -> Sheet:
    """Draw lying bars: roomy, or as tight and small as it takes to stay on one page."""
    layout, size = _lay_out(chart, SIZE, _ROOMY), SIZE
    while layout.height > HIGHEST:
        layout, size = _lay_out(chart, size, _TIGHT), size * 0.93
    sheet = Sheet(layout.height)
    layout.heading.draw(sheet)
    top = layout.heading.height
    sheet.line([layout.scale.zero] * 2, [top, layout.height], RULE)
    for index, name in enumerate(layout.names):
        _draw_category(sheet, chart, layout, index, name, top)
        top += layout.rows[index]
    return sheet


@dataclass(frozen=True, slots=True)
class _Layout:
    size: float  # of the letters; everything else is measured in them
    bar: float
    heading: Heading
    names: list[list[str]]
    rows: list[float]
    label_width: float
    scale: Scale

    @property
    def height(self) -> float:
        return self.heading.height + sum(self.rows)


def _lay_out(chart: Chart, size: float, spacing: tuple[float, float]) -> _Layout:
    names = [wrap(name, WIDTH * _LABELS, size, bold=name == chart.highlight) for name in chart.categories]
    bold = [name == chart.highlight for name in chart.categories]
    widths = [width(line, size, bold=strong) for lines, strong in zip(names, bold, strict=True) for line in lines]
    label_width = max(widths, default=0.0)
    bar, gap = spacing[0] * size, spacing[1] * size
    rows = [max(len(chart.series) * bar, len(lines) * size * LEADING) + gap for lines in names]
    ends = [
        (float(value or 0), width(chart.label(series, value), size, bold=True) + size * 0.9)
        for series in chart.series
        for value in series.values
    ]
    scale = scale_for_bars(ends, label_width + size * 0.8, WIDTH)
    return _Layout(size, bar, Heading(chart, size), names, rows, label_width, scale)


def _draw_category(sheet: Sheet, chart: Chart, layout: _Layout, index: int, name: list[str], top: float) -> None:
    middle = top + layout.rows[index] / 2
    strong = chart.categories[index] == chart.highlight
    sheet.words(name, layout.label_width, middle, across="right", size=layout.size, bold=strong)
    first = middle - layout.bar * len(chart.series) / 2
    for number, series in enumerate(chart.series):
        colour = colour_of(number)
        if chart.highlight is not None and len(chart.series) == 1 and not strong:
            colour = BESIDE_HIGHLIGHT
        _draw_bar(sheet, chart, layout, series, index, first + number * layout.bar, colour, hatch_of(number))


def _draw_bar(
    sheet: Sheet,
    chart: Chart,
    layout: _Layout,
    series: ChartSeries,
    index: int,
    top: float,
    colour: str,
    hatch: str | None,
) -> None:
    value, zero = series.values[index], layout.scale.zero
    end = layout.scale(float(value or 0))
    gap = layout.size * 0.1  # between the bars of one category
    if value:
        sheet.box(min(zero, end), top + gap / 2, abs(end - zero), layout.bar - gap, colour, hatch)
    back = value < 0 if value else goes_back(chart.reported)
    sheet.words(
        [chart.label(series, value)],
        end + layout.size * (-0.4 if back else 0.4),
        top + layout.bar / 2,
        across="right" if back else "left",
        size=layout.size,
        colour=QUIET if value is None else INK,
        bold=value is not None,
    )
