"""Kills what writes a pair of files, at every step that it takes and at random, and looks at what stands there then.

    PYTHONPATH=src:tests python tests/faults/kills.py [--random 1000] [--seed 1]

Prints a line of JSON for each kill. The writing is that of a build, without what comes before it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from dataclasses import replace as replaced
from functools import partial
from pathlib import Path
from typing import Literal

from faults.pairs import EDITED, FIRST, SECOND

from reportgen.moving import mend
from reportgen.outputs import write_build
from reportgen.problems import Problems
from reportgen.undisturbed import held

NAME = "roadmap"
_MEMORY = Path("/dev/shm")  # where waiting for a disk takes no time
STEPS = {"open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.scandir", "os.listdir"}
BEFORE = {  # what may stand there
    "nothing": {},
    "a pair": FIRST,
    "an edited file": FIRST | {".docx": EDITED},
}

Victim = Literal["one", "both"]
CASES: list[tuple[str, bool, Victim]] = [
    (before, replace, victim)
    for before in BEFORE
    for replace in (False, True)
    for victim in ("one", "both")
    if before == "an edited file" or not replace
]


@dataclass(frozen=True)
class Kill:
    """What stood there before, who was killed where, and what stood there right after, after mending, and next time."""

    before: str
    replace: bool
    victim: Victim
    where: str
    left: str
    mended: str
    edited_is_there: bool
    next: str
    strays: list[str]


def at_every_step(folder: Path) -> Iterator[Kill]:
    """`one`: the process that takes the step. `both`: it and the one that started it, as when the power fails."""
    spot = folder / "where"
    for before, replace, victim in CASES:
        for step in range(1, 200):
            spot.unlink(missing_ok=True)
            doom = partial(_die_at, step, victim, spot)
            kill = _killed(folder, before, replace, doom, lambda writer: None)
            if not spot.exists():
                break  # it has no more steps
            yield replaced(kill, victim=victim, where=spot.read_text())


def at_random(folder: Path, times: int, seed: int) -> Iterator[Kill]:
    chance = random.Random(seed)
    for _ in range(times):
        before, replace, _ = chance.choice(CASES)
        wait = chance.uniform(0, 0.006)
        kill = _killed(folder, before, replace, lambda output: None, partial(_kill_after, wait))
        yield replaced(kill, where=f"after {wait * 1000:.1f} ms")


def _killed(
    folder: Path, before: str, replace: bool, doom: Callable[[Path], None], kill: Callable[[int], None]
) -> Kill:
    output = Path(tempfile.mkdtemp(dir=folder))
    for suffix, data in BEFORE[before].items():
        (output / f"{NAME}{suffix}").write_bytes(data)
    writer = os.fork()
    if writer == 0:
        doom(output)
        write_build(output, NAME, SECOND, Problems(), replace=replace)
        os._exit(0)
    kill(writer)
    os.waitpid(writer, 0)
    with held(output):  # the other half may still be at it
        left = _standing(output)
    mend(output)
    mended = _standing(output)
    edited_is_there = any(path.read_bytes() == EDITED for path in output.glob("*.docx"))
    write_build(output, NAME, SECOND, Problems(), replace=replace)
    strays = [path.name for path in output.iterdir() if path.name.startswith(".")]
    return Kill(before, replace, "one", "", left, mended, edited_is_there, _standing(output), strays)


def _kill_after(wait: float, writer: int) -> None:
    time.sleep(wait)
    os.kill(writer, signal.SIGKILL)


def _die_at(step: int, victim: Victim, spot: Path, output: Path) -> None:
    """Be killed at the step of this number, or let that child be killed which takes it."""
    writer, taken = os.getpid(), 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal taken
        if event not in STEPS or not str(arguments[0]).startswith(str(output)):
            return
        taken += 1
        if taken != step:
            return
        spot.write_text(f"{event} {arguments[0]}".replace(str(output), ""))
        if victim == "both":
            os.kill(writer, signal.SIGKILL)
        os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def _standing(output: Path) -> str:
    files = {path.suffix: path.read_bytes() for path in output.glob(f"{NAME}.*")}
    known = {"old": FIRST, "new": SECOND, "nothing": {}, "edited": FIRST | {".docx": EDITED}}
    return next((name for name, pair in known.items() if files == pair), "MIXED")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--random", type=int, default=0, help="how many kills at random, too")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as name:
        for kills in (at_every_step(Path(name)), at_random(Path(name), options.random, options.seed)):
            for kill in kills:
                print(json.dumps(asdict(kill)))


if __name__ == "__main__":
    main()
