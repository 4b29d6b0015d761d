"""A figure's picture, drawn by matplotlib: as SVG for paper and as PNG for Word.

chart.py      what a chart shows; no drawing library is needed for it
drawing.py    a chart becomes a drawing
bars.py       lying bars                    columns.py    standing ones
lines.py      lines                         names.py      the categories below them
scales.py     from values to points         lettering.py  fonts, widths, wrapped labels
sheet.py      what is drawn on, in points   heading.py    the name of a series, the key to several
process.py    drawing beside the rest of a build, in a process of its own
"""

from __future__ import annotations

from reportgen.charts.chart import Chart, ChartSeries, Drawing
from reportgen.charts.process import DrawingProcess, draw_all, start

__all__ = ["Chart", "ChartSeries", "Drawing", "DrawingProcess", "draw", "draw_all", "start"]


def draw(chart: Chart) -> Drawing:
    """Draw one chart here and now. The same chart always gives the same bytes."""
    from reportgen.charts import drawing  # matplotlib, a third of a second

    return drawing.draw(chart)
