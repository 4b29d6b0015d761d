"""The section that something stands in, and how much room its text has (17.6)."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.word.elements import Element, W, points, whole

_WIDTH, _HEIGHT, _MARGIN, _BETWEEN = 595.3, 841.9, 72.0, 36.0  # what Word takes where the file is silent, in points
_SETTINGS = ("pgSz", "pgMar", "cols")


@dataclass(frozen=True, slots=True)
class Area:
    """In points."""

    width: float
    height: float


def text_area(element: Element) -> Area:
    """The room of a column of text on a page of the section that this element of the body stands in."""
    section = _section(element)
    size, margins, columns = (section.find(W + tag) if section is not None else None for tag in _SETTINGS)
    sides, ends = (
        sum(abs(_length(margins, side, _MARGIN)) for side in pair) for pair in (("left", "right"), ("top", "bottom"))
    )
    across = _length(size, "w", _WIDTH) - sides - _length(margins, "gutter", 0.0)
    count = max(whole(columns.get(W + "num")) or 1, 1) if columns is not None else 1
    between = (count - 1) * _length(columns, "space", _BETWEEN)
    return Area((across - between) / count, _length(size, "h", _HEIGHT) - ends)


def text_width(element: Element) -> float:
    return text_area(element).width


def _section(element: Element) -> Element | None:
    """The properties of a section stand at its end: in its last paragraph, or at the end of the body."""
    following: Element | None = _top(element)
    while following is not None:
        if following.tag == W + "sectPr":
            return following
        own = following.find(f"{W}pPr/{W}sectPr")
        if own is not None:
            return own
        following = following.getnext()
    return None


def _top(element: Element) -> Element:
    parent = element.getparent()
    return element if parent is None or parent.tag == W + "body" else _top(parent)


def _length(element: Element | None, attribute: str, otherwise: float) -> float:
    said = points(element.get(W + attribute)) if element is not None else None
    return otherwise if said is None else said
