"""Fonts and labels: Carlito from this package, how wide words run, where they wrap."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import matplotlib
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags

from reportgen import resources

FAMILIES = ["Carlito", "DejaVu Sans"]  # the second comes with matplotlib and has the characters that Carlito lacks
SIZE = 9.5
LEADING = 1.2  # from line to line, in sizes
_EMPTY_BOX = 0.6  # the width of what prints for a character that no font has, in sizes


@cache
def load_fonts() -> None:
    """Make matplotlib use these very files, whatever the machine has under the same names."""
    ours = sorted(resources.fonts().glob("*.ttf")) + sorted(_bundled().glob("DejaVuSans*.ttf"))
    known = font_manager.fontManager.ttflist
    for path in ours:
        font_manager.fontManager.addfont(path)
        known.insert(0, known.pop())  # of equally good ones matplotlib takes the first


def width(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """How wide one line runs, in points; kerning, which brings letters nearer, is left out."""
    return sum(_advance(letter, bold) for letter in text) * size


def wrap(text: str, room: float, size: float = SIZE, *, bold: bool = False) -> list[str]:
    """The lines of a label in `room` points; a word that is wider than that is broken."""
    lines = [""]
    for word in _clean(text).split():
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, size, bold=bold) <= room:
            lines[-1] = longer
            continue
        pieces = _broken(word, room, size, bold)
        lines = [*lines, *pieces] if lines[-1] else pieces
    return lines


def unknown(text: str) -> str:
    """The characters of a text that neither font has, each once."""
    return "".join(dict.fromkeys(c for c in _clean(text) if not c.isspace() and not _known(c)))


def _clean(text: str) -> str:
    return "".join(c for c in text if c.isprintable() or c.isspace())


def _broken(word: str, room: float, size: float, bold: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


@cache
def _advance(letter: str, bold: bool) -> float:
    """How far a letter moves on, in sizes."""
    for font in _fonts(bold):
        if font.get_char_index(ord(letter)):
            return font.load_char(ord(letter), flags=LoadFlags.NO_SCALE).horiAdvance / font.units_per_EM
    return _EMPTY_BOX


def _known(letter: str) -> bool:
    return any(font.get_char_index(ord(letter)) for font in _fonts(False))


@cache
def _fonts(bold: bool) -> tuple[FT2Font, FT2Font]:
    suffix = "-Bold" if bold else ""
    carlito = resources.fonts() / f"Carlito{suffix or '-Regular'}.ttf"
    return FT2Font(str(carlito)), FT2Font(str(_bundled() / f"DejaVuSans{suffix}.ttf"))


def _bundled() -> Path:
    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"
