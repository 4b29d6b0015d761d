"""What a build may write where: never over somebody's work, nor under an open window."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen import moving
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


def write_build(
    folder: Path, name: str, files: Mapping[str, bytes], problems: Problems, *, replace: bool = False
) -> list[Path]:
    """Write all of these (suffix → bytes) or none, where `choose_target` says. Raises MachineError where disk or folder
    forbid it; then everything is as it was."""
    with _machine_faults(folder), moving.alone_in(folder):
        target = choose_target(folder, name, problems, writes=files, replace=replace)
        kept = Target(folder, target.kept)
        copies = {target.path(suffix).name: kept.path(suffix).name for suffix in _UNTOUCHED} if target.kept else {}
        moving.move_in(folder, {target.path(suffix).name: data for suffix, data in files.items()}, copies)
        return [target.path(suffix) for suffix in files]


def choose_target(
    folder: Path,
    name: str,
    problems: Problems,
    *,
    writes: Collection[str] = tuple(_UNTOUCHED),
    replace: bool = False,
) -> Target:
    """Where the files with these suffixes may be written: NAME, unless that holds somebody's work.

    It does where NAME.docx was changed since reportgen wrote it, is another's, or is open, whichever file is to be
    written: the PDF beside belongs to it. Such a NAME.pdf counts where it would be written over. Then the target is
    `NAME (2)`, or the next number at which nothing stands, not even a file of an earlier build: somebody may have been
    sent that. With `replace` it is NAME all the same, and what stands there is kept. A warning tells of either.
    """
    target = Target(folder, name)
    theirs = {path: why for suffix in _UNTOUCHED if (why := _why_theirs(path := target.path(suffix)))}
    first = next((path for path in theirs if path.suffix == ".docx" or path.suffix in writes), None)
    if first is None:
        return target
    if replace:
        return _replacing(target, first, theirs[first], problems)
    return _beside(target, first, theirs[first], writes, problems)


def write_pdf(path: Path, data: bytes) -> list[Path]:
    """Write one PDF or nothing. Raises what `check_pdf` raises, and MachineError as `write_build`."""
    with _machine_faults(path.parent), moving.alone_in(path.parent):
        check_pdf(path)
        moving.move_in(path.parent, {path.name: data}, {})
    return [path]


def check_pdf(path: Path) -> None:
    """Raise InputError unless nothing stands there, or only a PDF that reportgen wrote and nobody has changed."""
    with _machine_faults(path.parent):
        if not os.path.lexists(path) or (path.is_file() and pdf_fingerprint.is_untouched(path.read_bytes())):
            return
    problems = Problems()
    message = "no PDF that reportgen wrote, or one that was changed since: left as it is"
    problems.error("edited-output", Place(str(path)), message, "name another file with --output, or move that one away")
    problems.raise_errors()


def _why_theirs(path: Path) -> str | None:
    """What keeps it from being written over, in words; None where nothing does."""
    if not path.exists():
        return None
    if not (path.is_file() and _UNTOUCHED[path.suffix](path.read_bytes())):
        return "changed since reportgen wrote it, or not written by reportgen"
    lock = next((lock for lock in _locks(path) if lock.exists()), None)
    return f"seems to be open in Word or LibreOffice (if not, delete “{lock.name}”)" if lock else None


def _locks(path: Path) -> list[Path]:
    """What Word and LibreOffice leave beside a file that is open; Word drops the start of a longer name."""
    dropped = max(0, min(2, len(path.stem) - 6)) if path.suffix == ".docx" else 0
    return [path.with_name(f"~${path.name[dropped:]}"), path.with_name(f".~lock.{path.name}#")]


def _beside(target: Target, theirs: Path, why: str, writes: Collection[str], problems: Problems) -> Target:
    free = _first_free(target, "{}", 2)
    new = " and ".join(f"“{free.path(suffix).name}”" for suffix in (".docx", ".pdf") if suffix in writes)
    problems.warn(
        "edited-output",
        Place(theirs.as_posix()),
        f"{why}: left as it is; this build is {new}",
        "To replace it after all, build with --replace: a copy is kept.",
    )
    return free


def _replacing(target: Target, theirs: Path, why: str, problems: Problems) -> Target:
    kept = _first_free(target, "kept {}", 1).name
    message = f"{why}: a copy is kept as “{kept}{theirs.suffix}”"
    problems.warn("edited-output", Place(theirs.as_posix()), message)
    return Target(target.folder, target.name, kept)


def _first_free(target: Target, pattern: str, number: int) -> Target:
    while not (free := Target(target.folder, f"{target.name} ({pattern.format(number)})")).is_free:
        number += 1
    return free


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
