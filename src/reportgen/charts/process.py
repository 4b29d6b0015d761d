"""Drawing in a process of its own, beside the rest of a build; matplotlib's import is hidden there too."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Sequence
from types import TracebackType

from reportgen.charts.chart import Chart, Drawing

_CHILD = "import sys; sys.path[:] = {path!r}; from reportgen.charts.process import serve; serve()"


def draw_all(charts: Sequence[Chart]) -> list[Drawing]:
    """Draw charts and wait for them, without matplotlib in this process."""
    with start(charts) as process:
        return process.result()


def start(charts: Sequence[Chart]) -> DrawingProcess:
    """Begin to draw; ask for the `result()` later."""
    process = DrawingProcess()
    process.draw(charts)
    return process


class DrawingProcess:
    """A process that draws charts. Opened early, it is warm when the charts are known.

    Once: open, `draw`, `result`. `close` ends it at any time; as a context manager it closes itself.
    """

    def __init__(self) -> None:
        command = [sys.executable, "-c", _CHILD.format(path=sys.path)]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)

    def draw(self, charts: Sequence[Chart]) -> None:
        """Hand over the charts and go on."""
        assert self._process.stdin is not None
        pickle.dump(list(charts), self._process.stdin)
        self._process.stdin.flush()

    def result(self) -> list[Drawing]:
        """Wait for the drawings, in the order of the charts."""
        output, errors = self._process.communicate()
        if self._process.returncode != 0:
            raise RuntimeError(f"the charts could not be drawn\n{errors.decode(errors='replace')}")
        drawings: list[Drawing] = pickle.loads(output)
        return drawings

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()

    def __enter__(self) -> DrawingProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def serve() -> None:
    """The child's side: charts come in, drawings go out."""
    from reportgen.charts.drawing import draw

    charts: list[Chart] = pickle.load(sys.stdin.buffer)
    sys.stdout.buffer.write(pickle.dumps([draw(chart) for chart in charts]))
