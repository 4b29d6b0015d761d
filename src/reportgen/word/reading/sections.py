"""Sections (ECMA-376-1, 17.6): their paper, their columns, and what runs in their heads and feet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from reportgen.document import Block, Margins, Page
from reportgen.word.elements import Element, R, W, is_on, points, switch, value, whole
from reportgen.word.package import Part
from reportgen.word.reading.manuscript import Manuscript
from reportgen.word.reading.tables import LEVEL

_STARTS: dict[str, Literal["next page", "odd page", "even page", "continuous"]] = {
    "oddPage": "odd page",
    "evenPage": "even page",
    "continuous": "continuous",
    "nextColumn": "continuous",
}

_NEAR = 1.0  # points

_VERTICALS: dict[str, Literal["middle", "bottom"]] = {"center": "middle", "bottom": "bottom"}

ReadPart = Callable[[Part], tuple[Block, ...]]


def read_page(properties: Element | None, manuscript: Manuscript) -> Page:
    """A `w:sectPr`; where it is silent, portrait A4 with Word's margins."""
    if properties is None:
        return Page()
    if not _are_equal(properties):
        manuscript.warn("columns", "columns of different widths print as wide as each other")
    if properties.find(W + "pgBorders") is not None:
        manuscript.warn("page-borders", "lines around the page are not printed")
    if (value(properties, "textDirection") or "lrTb") not in LEVEL:
        manuscript.warn("turned-text", "words that run up or down the page print level")
    size, margins, columns, numbers = (properties.find(W + tag) for tag in ("pgSz", "pgMar", "cols", "pgNumType"))
    usual = Page()
    return Page(
        width=_length(size, "w", usual.width),
        height=_length(size, "h", usual.height),
        top=abs(_length(margins, "top", usual.top)),
        right=_length(margins, "right", usual.right),
        bottom=abs(_length(margins, "bottom", usual.bottom)),
        left=_length(margins, "left", usual.left) + _length(margins, "gutter", 0.0),
        head_distance=_length(margins, "header", usual.head_distance),
        foot_distance=_length(margins, "footer", usual.foot_distance),
        columns=_columns(columns),
        column_gap=_length(columns, "space", usual.column_gap),
        vertical=_VERTICALS.get(value(properties, "vAlign") or "", "top"),
        column_line=columns is not None and is_on(columns.get(W + "sep")),
        first_differs=bool(switch(properties, "titlePg")),
        number_from=whole(numbers.get(W + "start")) if numbers is not None else None,
        number_format=numbers.get(W + "fmt", "decimal") if numbers is not None else "decimal",
        starts=_STARTS.get(value(properties, "type") or "", "next page"),
    )


def read_margins(properties: Element | None, side: Literal["header", "footer"], main: Part, read: ReadPart) -> Margins:
    """The heads or feet that a section names; those that it does not are as in the section before."""
    found: dict[str, tuple[Block, ...]] = {}
    for reference in properties.iterfind(f"{W}{side}Reference") if properties is not None else ():
        part = main.related(reference.get(R + "id"))
        if part is not None:
            found.setdefault(reference.get(W + "type", "default"), read(part))
    return Margins(found.get("default"), found.get("first"), found.get("even"))


def _length(element: Element | None, attribute: str, otherwise: float) -> float:
    said = points(element.get(W + attribute)) if element is not None else None
    return otherwise if said is None else said


def _are_equal(properties: Element) -> bool:
    columns = properties.iterfind(f"{W}cols/{W}col")
    widths = [points(column.get(W + "w")) or 0.0 for column in columns]
    return not widths or max(widths) - min(widths) < _NEAR


def _columns(columns: Element | None) -> int:
    if columns is None:
        return 1
    return max(1, whole(columns.get(W + "num")) or len(columns.findall(W + "col")))
