"""How this room reads WordprocessingML: names, and what attribute values mean. Whatever is malformed reads as None."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

VAL = W + "val"

_KNOWN_EXTENSIONS = {"wps", "wpg", "wp14", "wp15", "w14", "w15", "w16", "a14"}  # what mc:Choice may require

TWIPS = 20  # to a point
LONGEST = 10_000.0  # points, longer than any paper is; what says it is longer would break the printing
HALF_POINTS = 2
EIGHTHS = 8
EMUS = 12700

_UNITS = {
    "pt": 1.0,
    "in": 72.0,
    "cm": 72 / 2.54,
    "mm": 72 / 25.4,
    "pc": 12.0,
    "pi": 12.0,
    "px": 0.75,
    "": 0.75,
}
_MEASURE = re.compile(r"\s*([+-]?\d+(?:\.\d+)?|[+-]?\.\d+)\s*([a-z]{0,2})\s*")


def local(element: Element) -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(parent: Element | None, name: str) -> str | None:
    """`w:val` of the child `w:name`."""
    found = parent.find(W + name) if parent is not None else None
    return found.get(VAL) if found is not None else None


def switch(parent: Element | None, name: str) -> bool | None:
    """An on/off child (ECMA-376-1, 17.17.4): there without a value means on; not there means not said."""
    found = parent.find(W + name) if parent is not None else None
    return None if found is None else is_on(found.get(VAL, "1"))


def is_on(text: str | None) -> bool:
    return text is not None and text.lower() in ("1", "true", "on")


def whole(text: str | None) -> int | None:
    """A whole number; Word also reads `12.0`."""
    try:
        return int(float(text)) if text is not None else None
    except (ValueError, OverflowError):
        return None


def points(text: str | None, per_point: int = TWIPS) -> float | None:
    """A length in points: a bare number counts in units of which `per_point` make a point; `2.5cm` is read too."""
    matched = _MEASURE.fullmatch(text) if text is not None else None
    if matched is None:
        return None
    number, unit = float(matched[1]), matched[2]
    return _tidy(number * _UNITS[unit] if unit in _UNITS and unit else number / per_point)


def css_points(text: str) -> float | None:
    """A length as VML writes it in its `style` attributes: `36pt`, `1in`, bare pixels."""
    matched = _MEASURE.fullmatch(text)
    return _tidy(float(matched[1]) * _UNITS.get(matched[2], 1.0)) if matched else None


def hex_colour(text: str | None) -> str | None:
    """Six upper-case hex digits, or None for `auto` and what is no colour."""
    return text.upper() if text is not None and re.fullmatch(r"[0-9A-Fa-f]{6}", text) else None


def descend(element: Element, *skipped: str) -> Iterator[Element]:
    """All elements below, in document order, but nothing inside elements of the names skipped."""
    for inner in element:
        if inner.tag not in skipped:
            yield inner
            yield from descend(inner, *skipped)


def chosen(element: Element) -> Element:
    """The first choice that is understood here, else the fallback (ECMA-376-3, 9.3)."""
    choices = element.findall(MC + "Choice")
    known = (one for one in choices if set(one.get("Requires", "").split()) <= _KNOWN_EXTENSIONS)
    fallback = element.find(MC + "Fallback")
    taken = next(known, fallback if fallback is not None else choices[0] if choices else None)
    return element if taken is None else taken


def _tidy(number: float) -> float:
    return round(max(-LONGEST, min(number, LONGEST)), 3)
