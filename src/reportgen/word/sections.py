"""The section that something stands in, and how much room its text has (17.6)."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from reportgen.word.elements import Element, W, points, whole
from reportgen.word.order import sort_children
from reportgen.word.xml import detach, find, w

_WIDTH, _HEIGHT, _MARGIN, _BETWEEN = 595.3, 841.9, 72.0, 36.0  # what Word takes where the file is silent, in points
_MARGINS = (W + "headerReference", W + "footerReference")
_SETTINGS = ("pgSz", "pgMar", "cols")


@dataclass(frozen=True, slots=True)
class Area:
    """In points."""

    width: float
    height: float


def text_area(element: Element) -> Area:
    """The room of a column of text on a page of the section that this element of the body stands in."""
    return area_of(section_of(element))


def area_of(section: Element | None) -> Area:
    """The same by the properties of a section."""
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


def section_of(element: Element) -> Element | None:
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


def ends_section(element: Element | None) -> bool:
    return element is not None and element.tag == W + "p" and find(element, "pPr", "sectPr") is not None


def set_apart(first: Element, last: Element, own: Element) -> None:
    """Give what stands from `first` to `last` in the body a section to itself, with properties like `own`.

    The text before ends its section there, and the text after goes on in another like it.
    """
    around = section_of(last)
    if around is None:
        return
    _say_margins(around)
    before, after = first.getprevious(), last.getnext()
    if before is not None and not ends_section(before):
        _end_section(before, deepcopy(around))
        _go_on(around)
    if after is around:  # no text comes after: this section is the last
        around.addnext(deepcopy(own))
        detach(around)
    else:
        last.addnext(w("p", w("pPr", deepcopy(own))))


def _end_section(element: Element, properties: Element) -> None:
    """A section ends in a paragraph: in this one, or in an empty one after a table."""
    if element.tag != W + "p":
        element.addnext(w("p", w("pPr", properties)))
        return
    if find(element, "pPr") is None:
        element.insert(0, w("pPr"))
    element[0].append(properties)
    sort_children(element[0])


def _say_margins(section: Element) -> None:
    """A section without a head or foot of its own has that of the section before, which is about to be another."""
    said = {(one.tag, one.get(W + "type")) for one in section.iterchildren(*_MARGINS)}
    body = next(section.iterancestors(W + "body"))
    sections = list(body.iter(W + "sectPr"))
    for earlier in reversed(sections[: sections.index(section)]):
        for one in earlier.iterchildren(*_MARGINS):
            if (one.tag, one.get(W + "type")) not in said:
                said.add((one.tag, one.get(W + "type")))
                section.insert(0, deepcopy(one))


def _go_on(section: Element) -> None:
    """What begins a section must not begin it a second time: on a new page, its pages numbered on."""
    for found in [*section.findall(W + "titlePg"), *section.findall(W + "type")]:
        section.remove(found)
    for numbered in section.findall(W + "pgNumType"):
        numbered.attrib.pop(W + "start", "")


def _top(element: Element) -> Element:
    parent = element.getparent()
    return element if parent is None or parent.tag == W + "body" else _top(parent)


def _length(element: Element | None, attribute: str, otherwise: float) -> float:
    said = points(element.get(W + attribute)) if element is not None else None
    return otherwise if said is None else said
