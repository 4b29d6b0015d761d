"""Builds on machines with something wrong: each fault with what it may end in, and a look at what stands there then."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from conftest import work_here

import reportgen
from reportgen.build import build
from reportgen.starter import start_edition

SOURCE = Path(reportgen.__file__).parents[1]
COMMAND = [sys.executable, "-m", "reportgen"]
NAME = "harbour"
OLD, NEW = "old", "new"

Pair = Mapping[str, bytes]


@dataclass(frozen=True)
class Ended:
    status: int
    out: str
    said: str  # on standard error


@dataclass
class Room:
    """An edition, an output folder with the pair of last year, and folders for a home and for temporary files."""

    folder: Path
    pairs: Mapping[str, Pair]
    undo: ExitStack = field(default_factory=ExitStack)

    @property
    def edition(self) -> Path:
        return self.folder / NAME

    @property
    def output(self) -> Path:
        return self.folder / "output"

    @property
    def temporary(self) -> Path:
        return self.folder / "tmp"

    def command(self, edition: Path | None = None) -> list[str]:
        return [*COMMAND, "build", str(edition or self.edition), "--output", str(self.output)]

    def environment(self, **changed: str | None) -> dict[str, str]:
        plain = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE), "HOME": str(self.folder / "home")}
        plain |= {"TMPDIR": str(self.temporary), "LANG": "C.UTF-8"}
        return {name: value for name, value in (plain | changed).items() if value is not None}

    def start(
        self, env: Mapping[str, str | None] | None = None, edition: Path | None = None, **how: Any
    ) -> subprocess.Popen[str]:
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL} | how
        return subprocess.Popen(self.command(edition), env=self.environment(**env or {}), text=True, **pipes)

    def build(self, env: Mapping[str, str | None] | None = None, **how: Any) -> Ended:
        with self.start(env, **how) as process:
            out, said = process.communicate(timeout=300)
        return Ended(process.returncode, out or "", said or "")

    def standing(self) -> str:
        """Which pair stands in the output folder; MIXED if it is none."""
        files = {path.suffix: path.read_bytes() for path in self.output.glob(f"{NAME}.*")}
        return next((name for name, pair in self.pairs.items() if files == pair), "MIXED")

    def strays(self) -> list[str]:
        """What nobody asked for, in the output folder and that for temporary files."""
        here = [path for folder in (self.output, self.temporary) if folder.is_dir() for path in folder.iterdir()]
        return [path.name for path in here if path.name not in (f"{NAME}.docx", f"{NAME}.pdf")]


class Workshop:
    """Makes rooms; builds the two pairs once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.last, self._edition = folder / "last" / NAME, folder / NAME
        start_edition(self.last)
        start_edition(self._edition)
        report = self._edition / "report.yaml"
        report.write_text(report.read_text(encoding="utf-8").replace("title: ", "title: New ", 1), encoding="utf-8")
        self.old, self.new = self._built(self.last, "old"), self._built(self._edition, "new")
        assert self.old != self.new

    def room(self) -> Room:
        room = Room(Path(tempfile.mkdtemp(dir=self._folder)), {OLD: self.old, NEW: self.new})
        room.folder.chmod(0o755)
        shutil.copytree(self._edition, room.edition)
        for folder in (room.output, room.temporary, room.folder / "home"):
            folder.mkdir()
        for suffix, data in self.old.items():
            (room.output / f"{NAME}{suffix}").write_bytes(data)
        return room

    def _built(self, edition: Path, name: str) -> Pair:
        with work_here():
            return {path.suffix: path.read_bytes() for path in build(edition, self._folder / name).paths}


@dataclass(frozen=True)
class Fault:
    """`ends`: the statuses that it may end with. `says`: words that standard error must hold where it fails. `written`:
    what fails comes after the writing. `alike`: where it succeeds, every byte is as on a sound machine."""

    name: str
    run: Callable[[Room], Ended]
    ends: tuple[int, ...] = (0,)
    says: str = ""
    root: bool = False
    written: bool = False
    alike: bool = True


def verdict(fault: Fault, workshop: Workshop) -> list[str]:
    """What is wrong with how a build ends under a fault; empty where all is well."""
    room = workshop.room()
    with room.undo:
        ended = fault.run(room)
        standing, strays = room.standing(), room.strays()
    wanted = NEW if ended.status == 0 or fault.written else OLD
    wrong = []
    if ended.status not in fault.ends:
        wrong.append(f"ends with {ended.status}")
    if standing != wanted and (fault.alike or ended.status != 0):
        wrong.append(f"{standing} stands there, not {wanted}")
    if strays:
        wrong.append(f"leaves {strays}")
    if "Traceback" in ended.said:
        wrong.append("shows a traceback")
    if ended.status != 0 and fault.says not in ended.said:
        wrong.append(f"does not say “{fault.says}”")
    return [*wrong, ended.out, ended.said] if wrong else []


def env(**changed: str | None) -> Callable[[Room], Ended]:
    """A build in this environment; `@` in a value stands for the room's folder."""

    def run(room: Room) -> Ended:
        return room.build(env={key: value and value.replace("@", str(room.folder)) for key, value in changed.items()})

    return run


def shell(line: str) -> Callable[[Room], Ended]:
    """A build started by a shell, as `$REPORTGEN` in this line; `@` stands for the room's folder."""

    def run(room: Room) -> Ended:
        import shlex

        words = line.replace("@", str(room.folder)).replace("$REPORTGEN", shlex.join(room.command()))
        ended = subprocess.run(["bash", "-c", words], env=room.environment(), capture_output=True, text=True)
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    return run


def as_nobody(prepare: str) -> Callable[[Room], Ended]:
    """A build by a user without rights, once the shell has done this."""
    return shell(f"chown -R 65534 @; chmod -R a+rX @; {prepare}; exec setpriv --reuid=65534 --clear-groups $REPORTGEN")


def limited(name: str, limit: int) -> Callable[[Room], Ended]:
    number = getattr(resource, name)

    def run(room: Room) -> Ended:
        return room.build(preexec_fn=lambda: resource.setrlimit(number, (limit, limit)))

    return run


def mounted(where: str, options: str, *, keep: bool = True) -> Callable[[Room], Ended]:
    """A small file system of its own in place of a folder of the room, with what stood there."""

    def run(room: Room) -> Ended:
        folder = room.folder / where
        files = {path.name: path.read_bytes() for path in folder.iterdir()}
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", str(folder)], check=True)
        room.undo.callback(subprocess.run, ["umount", "-l", str(folder)], check=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
        if not keep:
            subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        return room.build()

    return run


def broken(library: str, source: str) -> Callable[[Room], Ended]:
    """A library that breaks when it is loaded."""

    def run(room: Room) -> Ended:
        (room.folder / "broken").mkdir()
        (room.folder / "broken" / f"{library}.py").write_text(source)
        return room.build(env={"PYTHONPATH": f"{room.folder / 'broken'}{os.pathsep}{SOURCE}"})

    return run


def without_library(name: str) -> Callable[[Room], Ended]:
    """A shared library that cannot be opened."""

    def run(room: Room) -> Ended:
        (room.folder / "lib").mkdir()
        (room.folder / "lib" / name).touch()
        return room.build(env={"LD_LIBRARY_PATH": str(room.folder / "lib")})

    return run


def in_place(prepare: Callable[[Room], None]) -> Callable[[Room], Ended]:
    def run(room: Room) -> Ended:
        prepare(room)
        return room.build()

    return run


def at_another_time(shift: int) -> Callable[[Room], Ended]:
    """Python's clock is wrong, and the files are from a time that it has not reached."""

    def run(room: Room) -> Ended:
        (room.folder / "clock").mkdir()
        (room.folder / "clock" / "sitecustomize.py").write_text(
            f"import time\nright = time.time\ntime.time = lambda: right() + {shift}\n"
        )
        ahead = time.time() + 10**8
        for path in [*room.output.iterdir(), *room.edition.rglob("*")]:
            os.utime(path, (ahead, ahead))
        return room.build(env={"PYTHONPATH": f"{room.folder / 'clock'}{os.pathsep}{SOURCE}"})

    return run
