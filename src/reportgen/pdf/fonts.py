"""Fonts: what is printed where a Word file names a font, so that every machine prints alike.

A font of the same widths stands in for one that the project can't carry along: lines then break where Word breaks
them. Carlito (for Calibri) travels with the project; the others are taken from the machine where it has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_TWINS = {
    "calibri": ("Carlito",),
    "calibri light": ("Carlito",),
    "carlito": ("Carlito",),
    "cambria": ("Cambria", "Caladea"),
    "arial": ("Arial", "Liberation Sans", "Arimo"),
    "helvetica": ("Helvetica", "Liberation Sans", "Arimo", "Arial"),
    "arial narrow": ("Arial Narrow", "Liberation Sans Narrow"),
    "times new roman": ("Times New Roman", "Liberation Serif", "Tinos"),
    "times": ("Times", "Liberation Serif", "Tinos", "Times New Roman"),
    "courier new": ("Courier New", "Liberation Mono", "Cousine"),
    "georgia": ("Georgia", "Gelasio"),
    "symbol": ("Symbol", "OpenSymbol"),
    "wingdings": ("Wingdings", "OpenSymbol"),
}
_BUNDLED = "Carlito"
_WITH_SERIFS = {
    "baskerville", "baskerville old face", "book antiqua", "bookman old style", "californian fb", "cambria",
    "century", "century schoolbook", "constantia", "didot", "eb garamond", "garamond", "georgia", "goudy old style",
    "high tower text", "libre baskerville", "lora", "merriweather", "minion pro", "noto serif", "palatino",
    "palatino linotype", "perpetua", "playfair display", "pt serif", "sitka text", "source serif pro", "times",
    "times new roman",
}  # fmt: skip
_SERIFS = ("Liberation Serif", "Tinos", "DejaVu Serif")  # rather these than letters without serifs
# The height of a single-spaced line, in sizes of the font: ascent, descent and gap of its OS/2 or hhea table.
_NATURAL_LINES = {
    "Carlito": 1.2207,
    "Cambria": 1.1724,
    "Arial": 1.1499,
    "Helvetica": 1.1499,
    "Arial Narrow": 1.1499,
    "Times New Roman": 1.1499,
    "Times": 1.1499,
    "Courier New": 1.1328,
    "Georgia": 1.1362,
    "Verdana": 1.2153,
    "Tahoma": 1.2070,
    "Segoe UI": 1.3301,
    "Trebuchet MS": 1.1611,
}
_USUAL_LINE = 1.2


def families(font: str) -> tuple[str, ...]:
    """The fonts that print this one, the best first."""
    return _TWINS.get(font.strip().casefold(), (font.strip(),))


def css_family(font: str) -> str:
    """A value for `font-family`. Where nothing fits, one of its kind, and in the end Carlito: it is always there."""
    others = _SERIFS if font.strip().casefold() in _WITH_SERIFS else ()
    return ",".join(_quoted(name) for name in dict.fromkeys((*families(font), *others, _BUNDLED)))


def natural_line(font: str | None) -> float:
    """The height of a single-spaced line in sizes of this font."""
    return _NATURAL_LINES.get(families(font or _BUNDLED)[0], _USUAL_LINE)


def missing_fonts(asked: Iterable[str], printed: Iterable[str]) -> Iterator[str]:
    """The fonts that words asked for (the first of their `font-family`) and that are not in the PDF, nor a twin."""
    there = {name.casefold() for name in printed}
    for font in sorted(set(asked)):
        if not any(name.casefold() in there for name in families(font)):
            yield font


def _quoted(name: str) -> str:
    return '"' + "".join(letter for letter in name if letter.isprintable() and letter not in '"\\<>{};') + '"'
