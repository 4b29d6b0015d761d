"""A chart becomes a drawing: the same SVG for the same chart on every machine, and the same PNG but for a hair."""

from __future__ import annotations

import io
import re
import warnings
from typing import Any, assert_never

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

from reportgen.charts.bars import draw_bars
from reportgen.charts.chart import Chart, Drawing
from reportgen.charts.columns import draw_columns
from reportgen.charts.lettering import FAMILIES, load_fonts, unknown
from reportgen.charts.lines import draw_lines
from reportgen.charts.sheet import HIGHEST, PAPER, Sheet

_DOTS_AN_INCH = 200
_SETTINGS: dict[str, Any] = {
    "font.family": FAMILIES,
    "text.parse_math": False,  # a $ or _ in a label is a character
    "svg.fonttype": "path",  # the looks travel with the file
    "svg.hashsalt": "reportgen",  # else ids are drawn by lot
    "text.hinting": "none",  # letters as wide as measured, and quicker
    "hatch.linewidth": 1.2,
}


_TOO_FINE = re.compile(rb"(\.\d\d)\d+")  # hundredths of a point are finer than anybody sees


def draw(chart: Chart) -> Drawing:
    """Draw a chart, whatever settings of matplotlib the user's machine has."""
    load_fonts()
    with matplotlib.rc_context(_settings()), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")  # Drawing.unknown says so
        sheet = _sheet(chart)
        smaller = min(1.0, HIGHEST / sheet.height)  # what is too high for a page is shown smaller
        return Drawing(_svg(sheet), _png(sheet), PAPER * smaller, sheet.height * smaller, _unknown(chart))


def _settings() -> Any:
    """matplotlib's own defaults, without those of a backend that is chosen already, and ours."""
    own = ("backend", "interactive", "toolbar", "date.epoch")
    return {k: v for k, v in matplotlib.rcParamsDefault.items() if not k.startswith(own)} | _SETTINGS


def _sheet(chart: Chart) -> Sheet:
    match chart.kind:
        case "bar":
            return draw_bars(chart)
        case "column":
            return draw_columns(chart)
        case "line":
            return draw_lines(chart)
        case _:
            assert_never(chart.kind)


def _svg(sheet: Sheet) -> bytes:
    file = io.BytesIO()
    sheet.figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    return _TOO_FINE.sub(rb"\1", file.getvalue())


def _png(sheet: Sheet) -> bytes:
    """In 256 colours, each within a hair of the true one: a quarter of the size, in half the time."""
    sheet.figure.set_dpi(_DOTS_AN_INCH)
    canvas = FigureCanvasAgg(sheet.figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
    dots = Image.frombuffer("RGBA", canvas.get_width_height(), pixels, "raw", "RGBA", 0, 1).convert("RGB")
    few = dots.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    file = io.BytesIO()
    few.save(file, "png", dpi=(_DOTS_AN_INCH, _DOTS_AN_INCH))
    return file.getvalue()


def _unknown(chart: Chart) -> str:
    return unknown("".join([*chart.categories, *(one.name for one in chart.series)]))
