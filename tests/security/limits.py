"""A piece of work in a process of its own that may have so many seconds and so much memory, and no more."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
SLOW = 3  # times as long as on the machine that the limits were measured on

_RUN = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
sys.path.insert(0, {source!r})
sys.argv[0] = "reportgen"
from reportgen.cli import main
main()
"""


@dataclass(frozen=True)
class Ended:
    """`memory` in MB: the most that the process, or one that it started, had at a time."""

    status: int
    said: str
    seconds: float
    memory: int


def reportgen(arguments: Sequence[str], folder: Path, *, seconds: float = 20, memory: int = 2_000) -> Ended:
    """What the command does within these limits. Raises TimeoutExpired where it does not end."""
    code = _RUN.format(memory=memory * 1_000_000, source=str(SOURCE))
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        said, _ = process.communicate(timeout=seconds * SLOW)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise
    used = _children_memory()
    return Ended(process.returncode, said.decode(errors="replace"), time.monotonic() - started, used)


def _children_memory() -> int:
    import resource

    unit = 1 if os.uname().sysname == "Darwin" else 1_000
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit // 1_000_000
