"""What stands above bars: the name of the one series, or the key to several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts.chart import Chart
from reportgen.charts.lettering import LEADING, SIZE, width, wrap
from reportgen.charts.sheet import QUIET, WIDTH, Sheet, colour_of, hatch_of

_SWATCH = 0.8  # the side of a colour's square, in sizes
_GAP = 0.7  # below the heading, in sizes


@dataclass(frozen=True, slots=True)
class _Entry:
    lines: list[str]
    left: float
    row: int


class Heading:
    """Laid out at once, so that its height is known before there is a sheet to draw it on."""

    def __init__(self, chart: Chart, size: float = SIZE) -> None:
        self._size, self._pitch = size, size * LEADING
        self._key = len(chart.series) > 1
        names = [one.name for one in chart.series if one.name.strip()]
        self._entries = self._flow([one.name for one in chart.series]) if self._key else self._name(names)
        rows = max((entry.row + len(entry.lines) for entry in self._entries), default=0)
        self.height = rows * self._pitch + _GAP * size if rows else 0.0

    def draw(self, sheet: Sheet) -> None:
        side = self._size * _SWATCH
        for index, entry in enumerate(self._entries):
            top = entry.row * self._pitch
            if self._key:
                sheet.box(entry.left, top + (self._pitch - side) / 2, side, side, colour_of(index), hatch_of(index))
            left = entry.left + self._indent
            sheet.words(entry.lines, left, top, down="top", size=self._size, colour=QUIET)

    @property
    def _indent(self) -> float:
        return 1.4 * _SWATCH * self._size if self._key else 0.0

    def _name(self, names: Sequence[str]) -> list[_Entry]:
        return [_Entry(wrap(name, WIDTH, self._size), 0.0, 0) for name in names]

    def _flow(self, names: Sequence[str]) -> list[_Entry]:
        """Entries side by side as long as they fit, then in the next row."""
        entries: list[_Entry] = []
        left, row = 0.0, 0
        for name in names:
            lines = wrap(name, WIDTH - self._indent, self._size)
            wide = self._indent + max(width(line, self._size) for line in lines)
            if left and left + wide > WIDTH:
                left, row = 0.0, row + 1
            entries.append(_Entry(lines, left, row))
            left, row = (left + wide + 1.6 * self._size, row) if len(lines) == 1 else (0.0, row + len(lines))
        return entries
