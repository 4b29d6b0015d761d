"""How long a build takes, and how much memory: the sample edition, and one ten times as large.

    .venv/bin/python benchmarks/build.py

Beside them, in the same run, LibreOffice turns the same Word files into PDFs, which is all that it does: reportgen
also reads, assesses, composes, draws and fills. Times are medians; memory is the most that all processes of a build
hold at once (Linux only, and measured in a run of its own).
"""

from __future__ import annotations

import argparse
import math
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from enlarge import enlarge

SAMPLE = Path(__file__).parents[1] / "data" / "digital-roadmap-2024"
REPORTGEN = [sys.executable, "-c", "from reportgen.cli import main; main()"]


@dataclass(frozen=True)
class Result:
    words: int
    seconds: float
    office: float | None  # seconds of LibreOffice's conversion alone
    peak: float | None  # MB


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        larger = room / f"{SAMPLE.name}-times-{options.times}"
        enlarge(SAMPLE, larger, options.times)
        sample = _measure(SAMPLE, room, options.runs)
        large = _measure(larger, room, options.runs)
    _print(sample, large, options.times)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured (default 3)")
    parser.add_argument("--times", type=int, default=10, help="how many times as large (default 10)")
    return parser.parse_args()


def _measure(edition: Path, room: Path, runs: int) -> Result:
    output = room / "output"
    word = output / f"{edition.name}.docx"
    build = [*REPORTGEN, "build", str(edition), "--output", str(output), "--replace"]
    peak = _peak_memory(build)  # it fills the caches, too
    seconds = _median(lambda: _run(build), runs)
    return Result(_words(word), seconds, _office(word, room, runs), peak)


def _office(word: Path, room: Path, runs: int) -> float | None:
    program = shutil.which("soffice")
    if program is None:
        return None
    profile = f"-env:UserInstallation={(room / 'profile').as_uri()}"
    convert = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(room / "office"), str(word)]
    _run(convert)  # the first time it makes its profile
    return _median(lambda: _run(convert), runs)


def _median(run: Callable[[], None], runs: int) -> float:
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")


def _peak_memory(command: list[str]) -> float | None:
    """The most that a command and all its children hold at once, in MB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(_resident(one) for one in _family(process.pid)))
        time.sleep(0.01)
    return peak / 1e6 or None


def _family(process: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:  # it ended meanwhile, or this is no Linux
        return [process]
    return [process, *(one for child in children for one in _family(child))]


def _resident(process: int) -> int:
    try:
        return int(re.findall(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())[0]) * 1024
    except (OSError, IndexError):
        return 0


def _words(word: Path) -> int:
    with zipfile.ZipFile(word) as package:
        body = package.read("word/document.xml").decode()
    return len(re.sub(r"<[^>]+>", "", re.sub(r"</w:p>|<w:tab/>|<w:br/>", " ", body)).split())


def _print(sample: Result, large: Result, times: int) -> None:
    print(f"{'':30}{'sample':>12}{f'times {times}':>12}")
    for name, show in _ROWS.items():
        print(f"{name:30}{show(sample):>12}{show(large):>12}")
    growth = math.log(large.seconds / sample.seconds) / math.log(large.words / sample.words)
    print(f"{'growth exponent':30}{'':12}{growth:>12.2f}")


_ROWS: dict[str, Callable[[Result], str]] = {
    "words": lambda one: f"{one.words:,}",
    "reportgen, the whole build": lambda one: f"{one.seconds:.2f} s",
    "LibreOffice, Word to PDF alone": lambda one: f"{one.office:.2f} s" if one.office else "not here",
    "ratio": lambda one: f"{one.seconds / one.office:.2f}" if one.office else "",
    "peak memory": lambda one: f"{one.peak:.0f} MB" if one.peak else "not here",
}

if __name__ == "__main__":
    main()
