"""Drawing in a process of its own, beside the rest of a build; matplotlib's import is hidden there too."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.beside import WorkBeside
from reportgen.charts.chart import Chart, ChartSeries, Drawing


def draw_all(charts: Sequence[Chart]) -> list[Drawing]:
    """Draw charts and wait for them, without matplotlib in this process."""
    with start(charts) as process:
        return process.result()


def start(charts: Sequence[Chart]) -> DrawingProcess:
    """Begin to draw; ask for the `result()` later."""
    process = DrawingProcess()
    process.draw(charts)
    return process


class DrawingProcess(WorkBeside):
    """A process that draws charts. Opened early, it is warm when the charts are known."""

    def __init__(self) -> None:
        super().__init__("reportgen.charts.process:draw_each", "draws the figures")

    def draw(self, charts: Sequence[Chart]) -> None:
        """Hand over the charts and go on."""
        self.ask(list(charts))

    def result(self) -> list[Drawing]:
        """Wait for the drawings, in the order of the charts."""
        drawings: list[Drawing] = self.answer()
        return drawings


def get_ready() -> None:
    """The child's side: load matplotlib, and draw a first chart, which takes longer than the others."""
    from reportgen.charts.loading import load_matplotlib

    load_matplotlib()
    draw_each([Chart("line", ("2024",), (ChartSeries("Words", "number", (Decimal(1),)),))])


def draw_each(charts: Sequence[Chart]) -> list[Drawing]:
    """The child's side."""
    from reportgen.charts.drawing import draw

    return [draw(chart) for chart in charts]
