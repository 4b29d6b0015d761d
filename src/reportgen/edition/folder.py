"""The files of an edition's folder, as text: UTF-8, with plain words for what cannot be read."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path, PurePosixPath

from reportgen.problems import Place, Problems, nearest

_CSV_REMEDY = "In Excel: File, Save As, “CSV UTF-8 (Comma delimited)”."
_TEXT_REMEDY = "Save it as UTF-8 (in Notepad: Save As, Encoding, UTF-8)."
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffd-\uffff]")


def read_text(folder: Path, name: str, problems: Problems) -> str | None:
    """The text of a file, lines ending in a line feed. None, and a problem, where it cannot be read.

    `name` is relative to the folder, with forward slashes.
    """
    try:
        data = (folder / name).read_bytes()
    except OSError as fault:
        problems.error("unreadable", Place(name), f"cannot be read: {(fault.strerror or str(fault)).lower()}")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        remedy = _CSV_REMEDY if name.lower().endswith(".csv") else _TEXT_REMEDY
        place = Place(name, 1 + data.count(b"\n", 0, fault.start))
        problems.error("encoding", place, f"{name} is not in UTF-8", remedy)
        return None
    return _printable(plain_text(text), name, problems)


def plain_text(text: str) -> str:
    """Text as everything here compares it: composed letters (NFC), lines ending in a line feed."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def unprintable(text: str) -> str | None:
    """What is wrong with a text that holds a character which no Word file may hold, or one that was lost (U+FFFD)."""
    found = _UNPRINTABLE.search(text)
    return f"holds a character that cannot be printed (U+{ord(found[0]):04X})" if found else None


def is_file(folder: Path, name: str) -> bool:
    """Whether a file of this name is there; a name that the machine cannot have is that of none."""
    try:
        return (folder / name).is_file()
    except PermissionError:
        return True  # for all that can be seen from here: who reads it says what is wrong
    except (OSError, ValueError):
        return False


def has_file(folder: Path, name: str, place: Place, problems: Problems) -> bool:
    """Whether a file that the owner names is there, below the folder; a problem at `place` where not."""
    if Path(name).is_absolute() or not _inside(folder, name):
        problems.error("outside", place, f"“{name}” is not below the edition's folder", "Copy the file into it.")
        return False
    if not is_file(folder, name):
        problems.error("no-file", place, f"there is no file “{name}”", _nearest_file(folder, name))
        return False
    return True


def _nearest_file(folder: Path, name: str) -> str | None:
    """A hint for a file that is not there: one of the same name or kind, anywhere below the folder."""
    wanted = PurePosixPath(name.replace("\\", "/"))
    files = (one.relative_to(folder) for one in sorted(folder.rglob("*")) if one.is_file())
    alike = [one for one in files if wanted.suffix.lower() in ("", one.suffix.lower())]
    same = [one for one in alike if one.stem.casefold() == wanted.stem.casefold()]
    return nearest(wanted.as_posix(), [one.as_posix() for one in same or alike])


def _printable(text: str, name: str, problems: Problems) -> str | None:
    fault = unprintable(text)
    if fault is None:
        return text
    line = 1 + _UNPRINTABLE.split(text, maxsplit=1)[0].count("\n")
    other_encoding = "\0" in text and name.lower().endswith(".csv")
    remedy = _CSV_REMEDY if other_encoding else "Type the sign that you mean, or delete it."
    problems.error("unprintable", Place(name, line), fault, remedy)
    return None


def _inside(folder: Path, name: str) -> bool:
    return (folder / name).resolve().is_relative_to(folder.resolve())
