"""The categories' names below lines: side by side, wrapped, turned, or every so many of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.charts.lettering import LEADING, SIZE, width, wrap
from reportgen.charts.sheet import QUIET, Sheet

_LINE = SIZE * LEADING
_APART = 6.0
_MOST_LINES = 3  # of a wrapped name
_FURTHEST = 2  # from one named category to the next; beyond that names are turned, if there is room
_LONGEST = 120.0  # a turned name


@dataclass(frozen=True, slots=True)
class Names:
    lines: Sequence[list[str]]
    step: int = 1  # every so many are named, the last one always
    turned: bool = False

    @property
    def height(self) -> float:
        if self.turned:
            return max(width(line) for lines in self.lines for line in lines)
        return max((len(lines) for lines in self._shown), default=1) * _LINE

    @property
    def _shown(self) -> Sequence[list[str]]:
        return self.lines[::-1][:: self.step]

    def draw(self, sheet: Sheet, xs: Sequence[float], top: float) -> None:
        """Draw the names, each below its place."""
        for lines, x in zip(self._shown, xs[::-1][:: self.step], strict=True):
            if self.turned:
                sheet.turned_words(lines, x, top, down="top", colour=QUIET)
            else:
                sheet.words(lines, x, top, across="center", down="top", colour=QUIET)


def lay_out_names(categories: Sequence[str], room: float) -> Names:
    """The names where each category has `room` points across."""
    step = max(1, -int(-(max((width(name) for name in categories), default=0.0) + _APART) // room))
    wrapped = [wrap(name, max(room - _APART, 1.0)) for name in categories]
    longest = max((width(word) for name in categories for word in name.split()), default=0.0)
    if step == 1 or (longest <= room - _APART and max(len(lines) for lines in wrapped) <= _MOST_LINES):
        return Names(wrapped)
    turned = [wrap(name, _LONGEST) for name in categories]
    if step > _FURTHEST and max(len(lines) for lines in turned) * _LINE <= room:
        return Names(turned, turned=True)
    return Names([wrap(name, max(room * step - _APART, 20.0)) for name in categories], step)
