"""What `reportgen` and `python -m reportgen` run: the commands, and words for what keeps them from being loaded."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from typing import NoReturn

EXIT_LACKING, EXIT_STOPPED = 3, 130


def main() -> None:
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no third one
        if number and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _stop)
    try:
        from reportgen.cli import main as run
    except (ImportError, MemoryError, OSError, SyntaxError) as fault:
        _end(f"the machine lacks something: {type(fault).__name__}: {fault}", EXIT_LACKING)
    run()


def _stop(*_: object) -> NoReturn:
    """Until cli.py heeds it: nothing is begun, and nothing to be tidied up."""
    _end("stopped; nothing was written", EXIT_STOPPED)


def _end(words: str, status: int) -> NoReturn:
    with suppress(OSError):
        os.write(2, f"{words}\n".encode(errors="replace"))
    os._exit(status)


if __name__ == "__main__":
    main()
