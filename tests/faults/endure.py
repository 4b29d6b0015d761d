"""The long run, by hand: kills, stops, races and every fault of the catalogue, on real builds.

    PYTHONPATH=src:tests python tests/faults/endure.py [--kills 200] [--deaths 40] [--stops 60] [--races 20] [--faults]

Each loop prints how often what came of it; anything wrong is printed in full and makes the exit status 1.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from faults.catalogue import FAULTS
from faults.machines import NEW, OLD, Room, Workshop, verdict

Loop = Callable[[Workshop, random.Random, float], tuple[str, str]]  # what came of it, and what is wrong with that


def kill(workshop: Workshop, chance: random.Random, length: float) -> tuple[str, str]:
    """`kill -9` of a build at any moment: its processes end too, and the next build goes as if it had not been."""
    room = workshop.room()
    process = room.start()
    time.sleep(chance.uniform(0, length))
    children = _children(process.pid)
    process.kill()
    process.communicate()
    outlive = [child for child in children if not _ends(child)]
    standing = room.standing()
    wrong = [f"{outlive} outlive it"] if outlive else []
    if standing not in (OLD, NEW) or _temporary(room):
        wrong.append(f"{standing} stands there, and {_temporary(room)}")
    ended = room.build()
    if ended.status or room.standing() != NEW or room.strays():
        wrong.append(f"the next build ends with {ended.status} and leaves {room.standing()}, {room.strays()}")
    return f"killed: {standing}", "; ".join(wrong)


def let_die(workshop: Workshop, chance: random.Random, length: float) -> tuple[str, str]:
    """One of the processes that a build starts is killed, as by a machine that runs out of memory."""
    room = workshop.room()
    process = room.start()
    time.sleep(chance.uniform(0, length))
    for child in chance.sample(children := _children(process.pid), min(1, len(children))):
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    _, said = process.communicate()
    standing, wanted = room.standing(), NEW if process.returncode == 0 else OLD
    wrong = standing != wanted or process.returncode not in (0, 3) or room.strays() or "Traceback" in said
    return f"{process.returncode}: {standing}", f"{room.strays()} {said}" if wrong else ""


def stop(workshop: Workshop, chance: random.Random, length: float) -> tuple[str, str]:
    """Ctrl-C, an end that is asked for, or a terminal that is closed, at any moment once Python is there."""
    room, number = workshop.room(), chance.choice([signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
    process = room.start(preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler))
    time.sleep(chance.uniform(0, length))
    process.send_signal(number)
    _, said = process.communicate()
    standing, wanted = room.standing(), NEW if process.returncode == 0 else OLD
    early = process.returncode == -number  # before reportgen was there to heed it
    wrong = standing != wanted or not (early or process.returncode in (0, 130)) or room.strays()
    return f"{process.returncode}: {standing}", f"{number} {room.strays()} {said}" if wrong else ""


def race(workshop: Workshop, chance: random.Random, length: float) -> tuple[str, str]:
    """Two or four builds of one edition at once, some of last year's data: one of the pairs stands there, whole."""
    room, count = workshop.room(), chance.choice([2, 4])
    runs = [room.start(edition=chance.choice([room.edition, workshop.last])) for _ in range(count)]
    ends = [(run.communicate()[1], run.returncode) for run in runs]
    wrong = room.standing() not in (OLD, NEW) or room.strays() or any(status for _, status in ends)
    return f"{count} at once: {room.standing()}", f"{room.strays()} {ends}" if wrong else ""


def _children(parent: int) -> list[int]:
    with suppress(OSError):
        return [int(one) for one in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]
    return []


def _ends(process: int) -> bool:
    for _ in range(100):
        if not Path(f"/proc/{process}").exists() or "\nState:\tZ" in Path(f"/proc/{process}/status").read_text():
            return True
        time.sleep(0.02)
    return False


def _temporary(room: Room) -> list[str]:
    return [path.name for path in room.temporary.iterdir()]


def _looped(loop: Loop, times: int, workshop: Workshop, chance: random.Random, length: float) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for _ in range(times):
        what, wrong = loop(workshop, chance, length)
        counts[what] += 1
        if wrong:
            print(f"WRONG {loop.__name__}: {wrong}", flush=True)
            yield wrong
    print(f"{loop.__name__}: {times}, {dict(sorted(counts.items()))}", flush=True)


def _faults(workshop: Workshop) -> Iterator[str]:
    for fault in FAULTS:
        if fault.root and os.geteuid() != 0:
            print(f"not tried (only root can): {fault.name}")
            continue
        wrong = verdict(fault, workshop)
        print("; ".join(["WRONG", fault.name, *wrong]) if wrong else f"ok {fault.name}", flush=True)
        yield from wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    for name in ("kills", "deaths", "stops", "races"):
        parser.add_argument(f"--{name}", type=int, default=0)
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        os.chmod(name, 0o755)  # some faults are tried as nobody
        workshop, chance = Workshop(Path(name)), random.Random(options.seed)
        begin = time.monotonic()
        workshop.room().build()
        length = 1.1 * (time.monotonic() - begin)
        wrong = [
            *_looped(kill, options.kills, workshop, chance, length),
            *_looped(let_die, options.deaths, workshop, chance, length),
            *_looped(stop, options.stops, workshop, chance, length),
            *_looped(race, options.races, workshop, chance, length),
            *(_faults(workshop) if options.faults else ()),
        ]
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
