"""Writing the two files of a build: beside their place first, then moved in; never over somebody's work."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.pdf import fingerprint as pdf_fingerprint
from reportgen.problems import MachineError, Place, Problems
from reportgen.word import fingerprint as word_fingerprint

_UNTOUCHED = {".docx": word_fingerprint.is_untouched, ".pdf": pdf_fingerprint.is_untouched}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a build may write. `name` is the edition's, or `NAME (2)` where somebody's work stands at NAME.

    `kept` is the name under which what stands there is kept first; empty where it need not be.
    """

    folder: Path
    name: str
    kept: str = ""

    def path(self, suffix: str) -> Path:
        return self.folder / f"{self.name}{suffix}"

    @property
    def is_free(self) -> bool:
        return not any(os.path.lexists(self.path(suffix)) for suffix in _UNTOUCHED)


def choose_target(
    folder: Path,
    name: str,
    problems: Problems,
    *,
    writes: Collection[str] = tuple(_UNTOUCHED),
    replace: bool = False,
) -> Target:
    """Where the files with these suffixes may be written: NAME, unless that holds somebody's work.

    It does where NAME.docx was changed since reportgen wrote it or is another's, whichever file is to be
    written: the PDF beside belongs to it. A changed NAME.pdf counts where it would be written over. Then the
    target is `NAME (2)`, or the next number at which nothing stands, not even a file of an earlier build:
    somebody may have been sent that. With `replace` it is NAME all the same, and what stands there is kept. A
    warning tells of either.
    """
    target = Target(folder, name)
    with _machine_faults(folder):
        theirs = [path for suffix in (".docx", ".pdf") if _is_theirs(path := target.path(suffix))]
        if not any(path.suffix == ".docx" or path.suffix in writes for path in theirs):
            _warn_of_open(target, writes, problems)
            return target
        if replace:
            return _replacing(target, theirs[0], problems)
        return _beside(target, theirs[0], writes, problems)


def write_files(target: Target, files: Mapping[str, bytes]) -> list[Path]:
    """Write all of these (suffix → bytes) or none. Raises MachineError where disk or folder forbid it."""
    kept = Target(target.folder, target.kept)
    copies = {target.path(suffix): kept.path(suffix) for suffix in _UNTOUCHED} if target.kept else {}
    return _write({target.path(suffix): data for suffix, data in files.items()}, copies)


def write_pdf(path: Path, data: bytes) -> list[Path]:
    """Write one PDF or nothing. Raises MachineError as `write_files`; ask `may_replace_pdf` before."""
    return _write({path: data}, {})


def may_replace_pdf(path: Path) -> bool:
    """Whether nothing stands there, or only a PDF that reportgen wrote and nobody has changed."""
    with _machine_faults(path.parent):
        return not os.path.lexists(path) or (path.is_file() and pdf_fingerprint.is_untouched(path.read_bytes()))


def _is_theirs(path: Path) -> bool:
    """Whether something stands there that reportgen did not write, or that was changed since."""
    if not path.exists():
        return False
    return not (path.is_file() and _UNTOUCHED[path.suffix](path.read_bytes()))


def _beside(target: Target, theirs: Path, writes: Collection[str], problems: Problems) -> Target:
    free = _first_free(target, "{}", 2)
    new = " and ".join(f"“{free.path(suffix).name}”" for suffix in (".docx", ".pdf") if suffix in writes)
    problems.warn(
        "edited-output",
        Place(theirs.as_posix()),
        f"changed since reportgen wrote it, or not written by reportgen: left as it is; this build is {new}",
        "To replace it after all, build with --replace: a copy is kept.",
    )
    return free


def _replacing(target: Target, theirs: Path, problems: Problems) -> Target:
    kept = _first_free(target, "kept {}", 1).name
    problems.warn(
        "edited-output",
        Place(theirs.as_posix()),
        f"changed since reportgen wrote it, or not written by reportgen: a copy is kept as “{kept}{theirs.suffix}”",
    )
    return Target(target.folder, target.name, kept)


def _first_free(target: Target, pattern: str, number: int) -> Target:
    while not (free := Target(target.folder, f"{target.name} ({pattern.format(number)})")).is_free:
        number += 1
    return free


def _warn_of_open(target: Target, writes: Collection[str], problems: Problems) -> None:
    """Word and LibreOffice leave a file beside one that is open. It may be stale, so it stops nothing."""
    path = target.path(".docx")
    dropped = max(0, min(2, len(target.name) - 6))  # Word's lock file drops the start of a longer name
    locks = (f"~${path.name[dropped:]}", f".~lock.{path.name}#")
    if ".docx" in writes and any((target.folder / lock).exists() for lock in locks):
        problems.warn(
            "open-output",
            Place(path.as_posix()),
            "seems to be open in Word or LibreOffice, which still shows the old one",
            "Close it there without saving, and open the new one.",
        )


def _write(files: Mapping[Path, bytes], copies: Mapping[Path, Path]) -> list[Path]:
    folder = next(iter(files)).parent
    with _machine_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with (
            tempfile.TemporaryDirectory(prefix=".reportgen-", dir=folder) as name,
            contextlib.ExitStack() as undo,
        ):
            beside = Path(name)
            for path, data in files.items():
                _write_through(beside / f"new{path.suffix}", data)
            _keep(copies, undo)
            for path in files:
                _move_in(path, beside, undo)
            undo.pop_all()
    return list(files)


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())  # a full disk may tell only now


def _keep(copies: Mapping[Path, Path], undo: contextlib.ExitStack) -> None:
    for path, copy in copies.items():
        if path.exists():
            _second_name(path, copy)
            undo.callback(copy.unlink, missing_ok=True)


def _move_in(path: Path, beside: Path, undo: contextlib.ExitStack) -> None:
    """Put the new file at `path`; `undo` brings back what stood there."""
    old = beside / f"old{path.suffix}"
    if path.exists():
        _second_name(path, old)
        undo.callback(old.replace, path)
    else:
        undo.callback(path.unlink, missing_ok=True)
    (beside / f"new{path.suffix}").replace(path)


def _second_name(path: Path, other: Path) -> None:
    """A link rather than a copy: it needs no room, and is on the disk for as long as the first."""
    try:
        os.link(path, other)
    except FileExistsError:  # somebody else's, who builds here at the same time
        raise
    except OSError:  # not every disk has hard links
        shutil.copy2(path, other)


@contextlib.contextmanager
def _machine_faults(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise MachineError(f"can't write in {folder}: {_in_words(fault)}", _remedy(fault)) from fault


def _in_words(fault: OSError) -> str:
    return (fault.strerror or str(fault)).lower()


def _remedy(fault: OSError) -> str:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return "make room on the disk, or write elsewhere with --output; what stood there before is unchanged"
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "close the file if it is open elsewhere, or write elsewhere with --output"
    return "write elsewhere with --output; what stood there before is unchanged"
