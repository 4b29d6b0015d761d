"""Moving new files into a folder: all of them or none, whoever kills what at whichever moment.

Two renames are no single act. So they are the whole work of a process that is forked for them: where one of the two is
killed, the other goes on. Where both are, or the power fails, the folder holds the plan and what has not been moved
yet, and the next that comes to write there completes it.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.problems import MachineError
from reportgen.undisturbed import apart, deaf_in_the_end, held

_PREFIX = ".reportgen-"
_ROOM = re.compile(re.escape(_PREFIX) + "[a-z0-9_]{8}")  # as tempfile names them
_NEW, _OLD, _PLAN = "new", "old", "plan.json"
_OLD_AGE = 86_400.0  # seconds, where nothing tells whether somebody is still at work


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder, which is made if need be, against all other writers; first complete or clear away what dead
    ones left there. Raises OSError, or MachineError where another does not let go of it."""
    folder.mkdir(parents=True, exist_ok=True)
    with held(folder) as alone:
        for room in _rooms(folder):
            if alone:
                _complete(room)
            if alone or abs(time.time() - room.stat().st_mtime) > _OLD_AGE:
                shutil.rmtree(room, ignore_errors=True)
        yield


def mend(folder: Path) -> None:
    """Complete what a dead writer left half done, if any did; what stands in the way will be told when writing."""
    with contextlib.suppress(OSError, MachineError):
        if _rooms(folder):
            with alone_in(folder):
                pass


@contextlib.contextmanager
def room_in(folder: Path) -> Iterator[Path]:
    """A folder in there for what is not complete yet; it goes with the block, or with the next writer."""
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=folder, ignore_cleanup_errors=True) as name:
        yield Path(name)


def move_in(folder: Path, files: Mapping[str, bytes], copies: Mapping[str, str]) -> None:
    """Put these files (name → bytes) into the folder, once what stands at the names of `copies` has a second one there.

    To be called with the folder held. Raises OSError, or MachineError where somebody saved one of them meanwhile; then
    everything is as it was. Once the first file is moved, a wish to stop comes too late.
    """
    with deaf_in_the_end() as begin, room_in(folder) as room:
        plan = [*_copied(copies, folder, room), *_written(files, folder, room)]
        (room / _PLAN).write_text(json.dumps([(move.name, move.before) for move in plan]), encoding="ascii")
        _put_through([*(room / _NEW / name for name in files), room / _PLAN])
        begin()
        _check_unchanged(folder, plan)
        apart(lambda: _carry_out(room, plan))


@dataclass(frozen=True, slots=True)
class _Move:
    name: str
    before: str | None  # digest of what stands there; None: nothing does


def _copied(copies: Mapping[str, str], folder: Path, room: Path) -> list[_Move]:
    (room / _NEW).mkdir()
    there = {name: copy for name, copy in copies.items() if (folder / name).exists()}
    for name, copy in there.items():
        _second_name(folder / name, room / _NEW / copy)
    return [_Move(copy, None) for copy in there.values()]


def _written(files: Mapping[str, bytes], folder: Path, room: Path) -> list[_Move]:
    (room / _OLD).mkdir()
    for name, data in files.items():
        (room / _NEW / name).write_bytes(data)
        if (folder / name).exists():
            _second_name(folder / name, room / _OLD / name)
    return [_Move(name, _digest(folder / name)) for name in files]


def _put_through(paths: list[Path]) -> None:
    for path in paths:
        with path.open("rb+") as file:
            os.fsync(file.fileno())  # a full disk may tell only now


def _second_name(path: Path, other: Path) -> None:
    """A link rather than a copy: it needs no room, and is on the disk for as long as the first."""
    try:
        os.link(path, other)
    except OSError:  # not every disk has hard links
        shutil.copy2(path, other)


def _digest(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None


def _check_unchanged(folder: Path, plan: list[_Move]) -> None:
    for move in plan:
        if _digest(folder / move.name) != move.before:
            message = f"{folder / move.name} was saved by somebody a moment ago: left as it is"
            raise MachineError(message, "run it again")


def _carry_out(room: Path, plan: list[_Move]) -> None:
    """May be begun again at any point. Where it fails, everything is brought back."""
    try:
        if not (room / _PLAN).exists():
            raise OSError(errno.EIO, os.strerror(errno.EIO))  # another failed already, and was killed in the end
        for move in _waiting(room, plan):
            (room / _NEW / move.name).replace(room.parent / move.name)
    except BaseException:
        (room / _PLAN).unlink(missing_ok=True)
        _bring_back(room, plan)
        raise


def _waiting(room: Path, plan: list[_Move]) -> list[_Move]:
    return [move for move in plan if (room / _NEW / move.name).exists()]


def _bring_back(room: Path, plan: list[_Move]) -> None:
    waiting = _waiting(room, plan)
    for move in reversed([move for move in plan if move not in waiting]):
        if move.before is None:
            (room.parent / move.name).unlink(missing_ok=True)
        elif (room / _OLD / move.name).exists():
            (room / _OLD / move.name).replace(room.parent / move.name)


def _complete(room: Path) -> None:
    """What a dead writer had begun to move, unless somebody has saved over it since."""
    with contextlib.suppress(OSError, ValueError, TypeError, MachineError):
        plan = [_Move(*entry) for entry in json.loads((room / _PLAN).read_bytes())]
        waiting = _waiting(room, plan)
        if waiting != plan:
            _check_unchanged(room.parent, waiting)
            apart(lambda: _carry_out(room, waiting))


def _rooms(folder: Path) -> list[Path]:
    try:
        return [one for one in folder.iterdir() if _ROOM.fullmatch(one.name) and one.is_dir() and not one.is_symlink()]
    except FileNotFoundError:
        return []
