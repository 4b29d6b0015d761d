"""Writing the two files of a build: beside their place first, then moved in; never over somebody's work."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.pdf import fingerprint as pdf_fingerprint
from reportgen.problems import MachineError, Place, Problems
from reportgen.word import fingerprint as word_fingerprint

_UNTOUCHED = {".docx": word_fingerprint.is_untouched, ".pdf": pdf_fingerprint.is_untouched}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a build may write: `name` is the edition's, or `NAME (2)` where somebody's work stands at NAME."""

    folder: Path
    name: str

    def path(self, suffix: str) -> Path:
        return self.folder / f"{self.name}{suffix}"


def choose_target(folder: Path, name: str, problems: Problems, *, replace: bool = False) -> Target:
    """The first free target: NAME, unless its Word file or PDF was changed since reportgen wrote it or is another's.

    Then `NAME (2)` and so on, with a warning. With `replace` both files of NAME are first copied to `NAME (kept N)`.
    """
    target = Target(folder, name)
    touched = [path for suffix in _UNTOUCHED if _is_touched(path := target.path(suffix))]
    if not touched:
        return target
    if replace:
        _keep(target)
        return target
    number = 2
    while any(_is_touched(Target(folder, f"{name} ({number})").path(suffix)) for suffix in _UNTOUCHED):
        number += 1
    free = Target(folder, f"{name} ({number})")
    problems.warn(
        "edited-output",
        Place(touched[0].name),
        "changed since reportgen wrote it, or not written by reportgen: left as it is; "
        f"the new files are “{free.name}.docx” and “{free.name}.pdf”",
        "to replace it after all, build with --replace (a copy is kept)",
    )
    return free


def write_files(target: Target, files: Mapping[str, bytes]) -> list[Path]:
    """Write all of these (suffix → bytes) or none. Raises MachineError where the disk or the folder does not let us."""
    with _machine_faults(target.folder), contextlib.ExitStack() as strays:
        target.folder.mkdir(parents=True, exist_ok=True)
        beside = {}
        for suffix, data in files.items():
            beside[suffix] = _write_beside(target.path(suffix), data)
            strays.callback(beside[suffix].unlink, missing_ok=True)
        for suffix, temporary in beside.items():
            temporary.replace(target.path(suffix))
    return [target.path(suffix) for suffix in files]


def may_replace_pdf(path: Path) -> bool:
    """Whether nothing stands there, or only a PDF that reportgen wrote and nobody has changed."""
    return not _is_touched(path)


def _is_touched(path: Path) -> bool:
    if not path.exists():
        return False
    with _machine_faults(path.parent):
        return not _UNTOUCHED[path.suffix](path.read_bytes())


def _keep(target: Target) -> None:
    number = 1
    while any(Target(target.folder, f"{target.name} (kept {number})").path(one).exists() for one in _UNTOUCHED):
        number += 1
    kept = Target(target.folder, f"{target.name} (kept {number})")
    with _machine_faults(target.folder):
        for suffix in _UNTOUCHED:
            if target.path(suffix).exists():
                shutil.copy2(target.path(suffix), kept.path(suffix))


def _write_beside(path: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.stem[:80]}.", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


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
