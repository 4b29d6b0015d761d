"""A small edition that builds as it is: `reportgen new` puts it into a folder, to be made one's own."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from reportgen import moving
from reportgen.problems import MachineError, Place, Problems

_EDITION = Path(__file__).parent / "edition"


def start_edition(folder: Path) -> list[Path]:
    """Start an edition in `folder`, which is not there yet or empty. Gives the files, report.yaml first.

    It is made beside and moved in whole. Raises InputError where the folder holds anything, or is a file;
    MachineError where it can't be written.
    """
    with _machine_faults(folder):
        moving.mend(folder)
        _check_free(folder)
        beside = folder if folder.is_dir() else folder.parent
        with moving.alone_in(beside), moving.room_in(beside) as room:
            files = _copy(room / "edition")
            _move_in(room / "edition", folder)
    return [folder / file for file in sorted(files, key=_report_first)]


def _check_free(folder: Path) -> None:
    problems = Problems()
    hint = "Name a folder that is not there yet: reportgen makes it."
    if folder.is_dir() and any(folder.iterdir()):
        problems.error("not-empty", Place(folder.as_posix()), "this folder is not empty", hint)
    elif folder.exists() and not folder.is_dir():
        problems.error("not-empty", Place(folder.as_posix()), "this is a file, not a folder", hint)
    problems.raise_errors()


def _copy(made: Path) -> list[Path]:
    """Copies the words only: what is installed may be read-only, and compiled files may lie about."""
    files = [path.relative_to(_EDITION) for path in _EDITION.rglob("*") if path.suffix in (".yaml", ".csv", ".md")]
    for file in files:
        (made / file).parent.mkdir(parents=True, exist_ok=True)
        (made / file).write_bytes((_EDITION / file).read_bytes())
    return files


def _move_in(made: Path, folder: Path) -> None:
    if not folder.is_dir():
        made.replace(folder)
        return
    with contextlib.ExitStack() as undo:  # it was empty, so whatever stands there after a failure is ours
        for entry in sorted(made.iterdir(), key=_report_first, reverse=True):
            undo.callback(_remove, folder / entry.name)
            entry.replace(folder / entry.name)
        undo.pop_all()


def _report_first(path: Path) -> tuple[bool, Path]:
    return path.name != "report.yaml", path


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


@contextlib.contextmanager
def _machine_faults(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        message = f"can't write {folder}: {(fault.strerror or str(fault)).lower()}"
        raise MachineError(message, "name a folder in a place where you may write; nothing was left behind") from fault
