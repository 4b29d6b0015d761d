"""The section that something stands in, and how wide its text is (17.6)."""

from __future__ import annotations

from reportgen.word.elements import Element, W, points

_A4, _MARGIN = 595.3, 72.0  # what Word takes where the file is silent, in points


def text_width(element: Element) -> float:
    """The width of the text, in points, in the section that this element of the body stands in."""
    section = _section(element)
    size, margins = (section.find(W + tag) if section is not None else None for tag in ("pgSz", "pgMar"))
    sides = (_length(margins, side, _MARGIN) for side in ("left", "right"))
    return _length(size, "w", _A4) - sum(sides) - _length(margins, "gutter", 0.0)


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
