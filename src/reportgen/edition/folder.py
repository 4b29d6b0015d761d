"""The files of an edition's folder, as text: UTF-8, with plain words for what cannot be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from reportgen.problems import Place, Problems, nearest

_CSV_REMEDY = "In Excel: File, Save As, “CSV UTF-8 (Comma delimited)”."
_TEXT_REMEDY = "Save it as UTF-8 (in Notepad: Save As, Encoding, UTF-8)."
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffd-\uffff]")
_OF_ONE_FONT = re.compile("[\ue000-\uf8ff\ufdd0-\ufdef\U000f0000-\U0010ffff]")  # or of none
_UNSEEN = re.compile("[\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_MISREAD = re.compile("Â[\xa0-\xbf]|Ã[\x80-\xbfŒ-ƒ‘-•€]|â€[\x80-\xbfŒ-˜‘-…™]?")  # UTF-8 that was taken for cp1252
_OF_THE_MACHINE = ("thumbs.db", "desktop.ini")
MOST_BYTES = 50_000_000  # of a file of text
_MOST_TOLD = 20  # lines of one file; one that has more is no text

TYPE_ANEW = "Type the sign that you mean, or delete it."


def read_text(folder: Path, name: str, problems: Problems) -> str | None:
    """The text of a file, lines ending in a line feed. None, and a problem, where it cannot be read.

    `name` is relative to the folder, with forward slashes.
    """
    data = read_bytes(folder, name, problems)
    if data is None:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        place = Place(name, 1 + data.count(b"\n", 0, fault.start))
        problems.error("encoding", place, f"{name} is not in UTF-8", _remedy(name))
        return None
    return _printable(plain_text(text), name, problems)


def read_bytes(folder: Path, name: str, problems: Problems, most: int = MOST_BYTES) -> bytes | None:
    """What a file holds. None, and a problem, where it cannot be read, or lies elsewhere by way of a link, or is
    larger than any such file."""
    if not _inside(folder, name):
        message = "is a link that leads out of the edition's folder"
        problems.error("outside", Place(name), message, "Copy the file itself into the folder.")
        return None
    try:
        if (folder / name).stat().st_size > most:
            problems.error("too-large", Place(name), f"is larger than {most // 1_000_000} MB")
            return None
        return (folder / name).read_bytes()
    except OSError as fault:
        problems.error("unreadable", Place(name), f"cannot be read: {(fault.strerror or str(fault)).lower()}")
        return None


def plain_text(text: str) -> str:
    """Text as everything here compares it: composed letters (NFC), lines ending in a line feed."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def plain_name(text: str) -> str:
    """Text as a name that is compared with other names: with ordinary spaces, and without what nobody sees."""
    return " ".join(_UNSEEN.sub("", text).split())


def unprintable(text: str) -> str | None:
    """What is wrong with a text that holds a character which no Word file may hold, that only a single font knows, or
    that was lost (U+FFFD)."""
    found = _UNPRINTABLE.search(text) or _OF_ONE_FONT.search(text)
    return f"holds a character that cannot be printed (U+{ord(found[0]):04X})" if found else None


def is_file(folder: Path, name: str) -> bool:
    """Whether a file of this name is there; a name that the machine cannot have is that of none."""
    try:
        return (folder / name).is_file()
    except PermissionError:
        return True  # for all that can be seen from here: who reads it says what is wrong
    except (OSError, ValueError):
        return False


def visible(files: Iterable[Path]) -> list[Path]:
    """Those that are files, and that a person put there: not the machine's own."""
    shown = (one for one in files if not one.name.startswith((".", "~")) and one.name.lower() not in _OF_THE_MACHINE)
    return sorted(one for one in shown if is_file(one.parent, one.name))


def has_file(folder: Path, name: str, place: Place, problems: Problems) -> bool:
    """Whether a file that the owner names is there, below the folder; a problem at `place` where not."""
    if Path(name).is_absolute() or not _inside(folder, name):
        problems.error("outside", place, f"“{name}” is not below the edition's folder", "Copy the file into it.")
        return False
    if not is_file(folder, name):
        problems.error("no-file", place, f"there is no file “{name}”", nearest_file(folder, name))
        return False
    return True


def nearest_file(folder: Path, name: str) -> str | None:
    """A hint for a file that is not there: one of the same name or kind, anywhere below the folder."""
    wanted = PurePosixPath(name.replace("\\", "/"))
    files = (one.relative_to(folder) for one in sorted(folder.rglob("*")) if one.is_file())
    alike = [one for one in files if wanted.suffix.lower() in ("", one.suffix.lower())]
    same = [one for one in alike if one.stem.casefold() == wanted.stem.casefold()]
    return nearest(wanted.as_posix(), [one.as_posix() for one in same or alike])


def _printable(text: str, name: str, problems: Problems) -> str | None:
    """The text without what cannot be printed, which is told line by line; None where it is hardly text."""
    faults = {number: one for number, line in enumerate(text.split("\n"), 1) for one in _UNPRINTABLE.findall(line)[:1]}
    if "\0" in faults.values() or len(faults) > _MOST_TOLD:
        line = min(faults)
        problems.error("unprintable", Place(name, line), str(unprintable(faults[line])), _remedy(name))
        return None
    for line, character in faults.items():
        problems.error("unprintable", Place(name, line), str(unprintable(character)), TYPE_ANEW)
    _warn_of_misread(text, name, problems)
    return _UNPRINTABLE.sub("", text)


def _warn_of_misread(text: str, name: str, problems: Problems) -> None:
    if found := _MISREAD.search(text):
        place = Place(name, 1 + text.count("\n", 0, found.start()))
        message = f"“{found[0]}” looks like a sign that another program misread"
        problems.warn("misread", place, message, "Type the sign that you mean, here and further down.")


def _remedy(name: str) -> str:
    return _CSV_REMEDY if name.lower().endswith(".csv") else _TEXT_REMEDY


def _inside(folder: Path, name: str) -> bool:
    return (folder / name).resolve().is_relative_to(folder.resolve())
