"""The sheet that a chart is drawn on: matplotlib's figure, measured in points from the top left corner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

from reportgen.charts.lettering import LEADING, SIZE

PAPER = 453.5  # points: 16 cm, the text width of an A4 page with margins of 2.5 cm
HIGHEST = 610.0  # points: with caption and source it still stands on a page
EDGE = 1.0  # kept free around the drawing, so that no line or letter is cut in half
WIDTH = PAPER - 2 * EDGE
INK, QUIET, RULE, GRID = "#1D1D1D", "#505A5F", "#6B7480", "#DDE1E6"

# The UK Analysis Function's categorical colours. Dark and light take turns, so neighbours differ in grey as well.
COLOURS = ("#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1")
BESIDE_HIGHLIGHT = "#7F95AD"

Across = Literal["left", "center", "right"]
Down = Literal["top", "center", "bottom"]

_MARKS = "os^DvP"
_DASHES: tuple[Literal["-", "--", ":", "-."], ...] = ("-", "--", ":", "-.")
_HALF_CAPITAL = 0.32  # of Carlito, in sizes: so far below a line's middle its letters stand


class Sheet:
    """Rectangles, lines and words on white, `WIDTH` wide and as high as asked for, beside a narrow edge."""

    def __init__(self, height: float) -> None:
        self.height = height + 2 * EDGE
        self.figure = Figure(figsize=(PAPER / 72, self.height / 72), facecolor="white")
        on_paper = Affine2D().translate(EDGE, EDGE).scale(1 / PAPER, -1 / self.height).translate(0, 1)
        self._points = on_paper + self.figure.transFigure

    def box(self, left: float, top: float, wide: float, high: float, colour: str, hatch: str | None) -> None:
        box = Rectangle((left, top), wide, high, facecolor=colour, edgecolor="white", linewidth=0, hatch=hatch)
        self._add(box)

    def line(self, xs: Sequence[float], ys: Sequence[float], colour: str) -> None:
        self._add(Line2D(xs, ys, color=colour, linewidth=0.8, solid_capstyle="butt"))

    def curve(self, xs: Sequence[float], ys: Sequence[float], series: int) -> None:
        """A series' line with a mark at each value; NaN leaves a gap."""
        dash = _DASHES[series // len(_MARKS) % len(_DASHES)]
        line = Line2D(xs, ys, color=colour_of(series), linewidth=2, linestyle=dash)
        line.set_marker(_MARKS[series % len(_MARKS)])
        line.set_markersize(6 + min(series, 3))  # where marks coincide the lower one still shows
        line.set_markeredgecolor("white")
        line.set_markeredgewidth(0.8)
        self._add(line)

    def words(
        self,
        lines: Sequence[str],
        x: float,
        y: float,
        *,
        across: Across = "left",
        down: Down = "center",
        size: float = SIZE,
        colour: str = INK,
        bold: bool = False,
    ) -> None:
        """Lines of words, their block beginning, centred or ending at `x` and at `y`."""
        pitch = size * LEADING
        first = y - {"top": 0, "center": 0.5, "bottom": 1}[down] * len(lines) * pitch
        for number, line in enumerate(lines):
            baseline = first + (number + 0.5) * pitch + size * _HALF_CAPITAL
            self._add(_text(line, x, baseline, across, 0, size, colour, bold))

    def turned_words(
        self,
        lines: Sequence[str],
        x: float,
        y: float,
        *,
        down: Literal["top", "bottom"],
        size: float = SIZE,
        colour: str = INK,
        bold: bool = False,
    ) -> None:
        """Lines that read upwards, centred at `x`, hanging down from `y` (top) or standing on it (bottom)."""
        across: Across = "right" if down == "top" else "left"
        pitch = size * LEADING
        for number, line in enumerate(lines):
            baseline = x + (number + 0.5 - len(lines) / 2) * pitch + size * _HALF_CAPITAL
            self._add(_text(line, baseline, y, across, 90, size, colour, bold))

    def _add(self, artist: Artist) -> None:
        artist.set_transform(self._points)
        self.figure.add_artist(artist)


class _Words(Text):
    """Words drawn as one shape: an SVG has one path for them instead of one for each letter, quick to print."""

    _shape: Path | None = None

    def draw(self, renderer: RendererBase) -> None:
        if not self.get_text().strip():
            return
        if self._shape is None:
            size = float(self.get_fontsize())
            self._shape = TextPath((0, 0), self.get_text(), size=size, prop=self.get_fontproperties())
        pen = renderer.new_gc()
        pen.set_linewidth(0)
        renderer.draw_path(pen, self._shape, self._place(renderer, self._shape), to_rgba(self.get_color()))
        pen.restore()

    def _place(self, renderer: RendererBase, shape: Path) -> Affine2D:
        right = float(np.max(np.asarray(shape.vertices)[:, 0], initial=0.0))
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[self.get_horizontalalignment()]
        dots = float(np.asarray(renderer.points_to_pixels(1)))
        x, y = self.get_transform().transform(self.get_unitless_position())
        turned = Affine2D().translate(-share * right, 0).rotate_deg(self.get_rotation())
        return turned.scale(dots).translate(float(x), float(y))


def _text(line: str, x: float, y: float, across: Across, turn: float, size: float, colour: str, bold: bool) -> Text:
    text = _Words(x, y, line, color=colour, rotation=turn, rotation_mode="anchor", fontsize=size)
    text.set_horizontalalignment(across)
    text.set_verticalalignment("baseline")
    text.set_fontweight("bold" if bold else "normal")
    return text


def colour_of(series: int) -> str:
    """The colour of a series by its place; after the last one they start again."""
    return COLOURS[series % len(COLOURS)]


def hatch_of(series: int) -> str | None:
    """What tells a series' bars from those that had the same colour before."""
    return [None, "////", "....", "xxxx"][series // len(COLOURS) % 4]
