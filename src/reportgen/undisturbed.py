"""While nothing may come between: no other writer, no wish to stop, no kill."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from io import FileIO
from pathlib import Path
from typing import NoReturn

from reportgen.problems import MachineError

_PATIENCE = 60.0  # seconds: writing takes a tenth of one
_TRIES = 5

_unreaped: list[int] = []


@contextlib.contextmanager
def held(folder: Path) -> Iterator[bool]:
    """Whether nobody else who asks holds the folder meanwhile: not every system, nor every disk, can tell."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # on Windows, or where it may be written but not read
        yield False
        return
    try:
        yield _locked(handle, folder)
    finally:
        os.close(handle)


def _locked(handle: int, folder: Path) -> bool:
    if sys.platform == "win32":
        return False
    import fcntl

    end = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() > end:
                remedy = "wait until it is done, or end it, and run this again"
                raise MachineError(f"another reportgen has been writing in {folder} for a minute", remedy) from None
            time.sleep(0.02)
        except OSError:
            return False


@contextlib.contextmanager
def deaf_in_the_end() -> Iterator[Callable[[], None]]:
    """Gives what to call from which on, to the end of the block, nobody's wish to stop is heard."""
    before: dict[int, object] = {}

    def begin() -> None:
        if threading.current_thread() is threading.main_thread():
            for name in ("SIGINT", "SIGTERM", "SIGHUP"):
                if number := getattr(signal, name, None):
                    before[number] = signal.signal(number, signal.SIG_IGN)

    try:
        yield begin
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)  # type: ignore[arg-type]


def apart(act: Callable[[], None]) -> None:
    """In a process of its own, which no kill of this one reaches, and in another where that is killed."""
    for _ in range(_TRIES if hasattr(os, "fork") else 0):
        try:
            answer = _answer(act)
        except OSError:  # no room for a process
            break
        if answer:
            if fault := answer[0]:
                raise OSError(fault, os.strerror(fault))
            return
    act()


def _answer(act: Callable[[], None]) -> bytes:
    """The number of the system's error, or 0; nothing from one that was killed. It may take its time to end after that,
    which is not waited for (0.01 s): see `_reap`."""
    _reap()
    reading, writing = os.pipe()
    with open(reading, "rb", buffering=0) as answers:
        with open(writing, "wb", buffering=0) as answer:
            child = _forked()
            if child == 0:
                _end_with(act, answer)
        _unreaped.append(child)
        return answers.read(1)


def _forked() -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads: a library's, and no matter to a rename
        return os.fork()


def _end_with(act: Callable[[], None], answer: FileIO) -> NoReturn:
    status = errno.EIO
    try:
        os.setsid()
        act()
        status = 0
    except OSError as fault:
        status = fault.errno or errno.EIO
    finally:
        try:
            answer.write(bytes([status]))
        finally:
            os._exit(0)


def _reap() -> None:
    for child in [*_unreaped]:
        with contextlib.suppress(ChildProcessError):
            if os.waitpid(child, os.WNOHANG)[0] == 0:
                continue
        _unreaped.remove(child)
