"""Lines: a mark at each value, each line named at its end, a light grid to read them by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import nan

from matplotlib.ticker import MaxNLocator

from reportgen import numbers
from reportgen.charts.chart import Chart
from reportgen.charts.lettering import LEADING, SIZE, width, wrap
from reportgen.charts.names import Names, lay_out_names
from reportgen.charts.scales import Scale
from reportgen.charts.sheet import GRID, QUIET, RULE, WIDTH, Sheet

_PLOT = 190.0
_LINE = SIZE * LEADING
_PAD = 6.0
_NAMES = 20.0  # from the grid to the names at the lines' ends, past their marks
_ENDS = 0.3  # the most of the width that the names at the lines' ends may take


def draw_lines(chart: Chart) -> Sheet:
    """Draw lines over the categories; a missing value is a gap, and named below."""
    layout = _lay_out(chart)
    sheet = Sheet(layout.height)
    for tick, label in layout.ticks.items():
        y = layout.y(tick)
        sheet.line([layout.left, layout.right], [y, y], RULE if tick == 0 else GRID)
        sheet.words([label], layout.left - _PAD, y, across="right", colour=QUIET)
    layout.names.draw(sheet, layout.xs, layout.bottom + _PAD)
    for number, series in reversed(list(enumerate(chart.series))):  # the first on top of the others
        ys = [nan if value is None else layout.y(float(value)) for value in series.values]
        sheet.curve(layout.xs, ys, number)
    _name_lines(sheet, layout)
    sheet.words(layout.note, 0, layout.height - 1, down="bottom", colour=QUIET)
    return sheet


@dataclass(frozen=True, slots=True)
class _End:
    """What stands at a line's end: its mark, its name with its last value, and how high that is."""

    series: int
    lines: list[str]
    value: float


@dataclass(frozen=True, slots=True)
class _Layout:
    left: float
    right: float
    bottom: float
    ticks: Mapping[float, str]
    scale: Scale  # upwards from the bottom
    xs: Sequence[float]
    names: Names
    ends: Sequence[_End]
    note: list[str]

    @property
    def height(self) -> float:
        return self.bottom + _PAD + self.names.height + (len(self.note) * _LINE + _PAD if self.note else 0) + 1

    def y(self, value: float) -> float:
        return self.bottom - self.scale(value)


def _lay_out(chart: Chart) -> _Layout:
    ticks = _ticks(chart)
    low, high = min(ticks), max(ticks)
    ends = [_end(chart, number) for number, one in enumerate(chart.series) if set(one.values) - {None}]
    left = max(width(label) for label in ticks.values()) + _PAD
    right = WIDTH - max((width(line) for end in ends for line in end.lines), default=0) - _NAMES
    plot = max(_PLOT, sum(len(end.lines) for end in ends) * _LINE)
    unit = plot / (high - low)
    room = (right - left) / max(len(chart.categories), 1)
    xs = [left + (index + 0.5) * room for index in range(len(chart.categories))]
    names = lay_out_names(chart.categories, room)
    return _Layout(left, right, plot + _LINE / 2, ticks, Scale(-low * unit, unit), xs, names, ends, _note(chart))


def _ticks(chart: Chart) -> dict[float, str]:
    """Round values around those of the chart, as printed; equally many decimals on each."""
    if not chart.reported:
        return {0.0: "", 1.0: ""}
    places = MaxNLocator(nbins=6, steps=[1, 2, 5, 10]).tick_values(*_range(chart))
    ticks = [Decimal(f"{place:.10g}") for place in places]
    units = {series.unit for series in chart.series}
    unit: numbers.Unit = units.pop() if len(units) == 1 else "number"
    decimals = max(0, *(-int(tick.normalize().as_tuple().exponent) for tick in ticks))
    return {float(tick): numbers.show(tick, unit, decimals) for tick in ticks}


def _range(chart: Chart) -> tuple[float, float]:
    """What the axis must hold: from zero, unless all values lie in a narrow band far from it."""
    values = [float(value) for value in chart.reported]
    low, high = min(values), max(values)
    if not 0 < high * 0.7 < low < high:
        low = min(low, 0.0)
    if not low < high < low * 0.7 < 0:
        high = max(high, 0.0)
    return (low, high) if low < high else (0.0, 1.0)


def _end(chart: Chart, number: int) -> _End:
    series = chart.series[number]
    last = [value for value in series.values if value is not None][-1]
    words = wrap(f"{series.name} {chart.label(series, last)}", WIDTH * _ENDS)
    return _End(number, words, float(last))


def _note(chart: Chart) -> list[str]:
    """Which values are missing, in words: a gap in a line is easily overlooked."""
    missing = []
    for series in chart.series:
        gaps = [name for name, value in zip(chart.categories, series.values, strict=True) if value is None]
        if gaps:
            missing.append(f"{series.name} ({', '.join(gaps)})")
    return wrap(f"Not reported: {'; '.join(missing)}", WIDTH) if missing else []


def _name_lines(sheet: Sheet, layout: _Layout) -> None:
    """Name each line at its end; names that would touch are moved apart."""
    for end, middle in _apart(layout):
        sheet.curve([layout.right + _NAMES / 2 + 1], [middle], end.series)
        sheet.words(end.lines, layout.right + _NAMES, middle)


def _apart(layout: _Layout) -> list[tuple[_End, float]]:
    """Where the names stand: pushed upwards from the lowest one, then down again from the sheet's upper edge."""
    ends = sorted(layout.ends, key=lambda end: (-layout.y(end.value), -end.series))
    middles: list[float] = []
    limit = layout.bottom + _LINE / 2
    for end in ends:
        half = len(end.lines) * _LINE / 2
        middles.append(min(layout.y(end.value), limit - half))
        limit = middles[-1] - half
    placed: list[tuple[_End, float]] = []
    limit = 0.0
    for end, middle in zip(reversed(ends), reversed(middles), strict=True):
        half = len(end.lines) * _LINE / 2
        placed.append((end, max(middle, limit + half)))
        limit = placed[-1][1] + half
    return placed
