"""What a table style says: of the whole table, and of its parts such as the first row (ECMA-376-1, 17.7.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from reportgen.document import AS_STYLED, PLAIN, Alignment, Border, Borders, Layout, Look
from reportgen.word.elements import Element, W, points, value, whole
from reportgen.word.looks import alignment, laid_over, read_border, read_borders, read_layout, read_look
from reportgen.word.theme import Theme, shading

Padding: TypeAlias = tuple[float, float, float, float]  # top, right, bottom, left
Vertical: TypeAlias = Literal["top", "middle", "bottom"]

_VERTICALS: dict[str, Vertical] = {"top": "top", "center": "middle", "both": "middle", "bottom": "bottom"}
NO_LINES = Borders()
_USUAL_PADDING: Padding = (0.0, 5.4, 0.0, 5.4)  # what Word gives cells where no style says anything


@dataclass(frozen=True, slots=True)
class PartLook:
    """How the cells of a part look. The outer borders go around the part, the inside ones between its cells."""

    fill: str | None = None
    look: Look = PLAIN
    layout: Layout = AS_STYLED
    borders: Borders = NO_LINES
    inside_horizontal: Border | None = None
    inside_vertical: Border | None = None
    vertical: Vertical | None = None
    padding: Padding | None = None


@dataclass(frozen=True, slots=True)
class TableLook:
    """`parts` has `firstRow`, `lastRow`, `firstCol`, `lastCol`, `band1Horz`, `band2Horz`, `neCell` … (17.18.89).

    Later ones go over earlier ones in the order of `PARTS`. `row_band` and `column_band` are how many rows or
    columns make a band.
    """

    whole: PartLook = field(default_factory=PartLook)
    alignment: Alignment | None = None
    indent: float | None = None
    parts: Mapping[str, PartLook] = field(default_factory=dict)
    row_band: int = 1
    column_band: int = 1

    @property
    def padding(self) -> Padding:
        return self.whole.padding or _USUAL_PADDING


PARTS = (
    "band1Vert",
    "band2Vert",
    "band1Horz",
    "band2Horz",
    "firstCol",
    "lastCol",
    "firstRow",
    "lastRow",
    "nwCell",
    "neCell",
    "swCell",
    "seCell",
)


def read_table_look(style: Element, theme: Theme) -> TableLook:
    """A `w:style` of type table, by itself. Its whole-table part and its own properties become one."""
    properties = style.find(W + "tblPr")
    parts = {part.get(W + "type", ""): _part(part, theme) for part in style.iterfind(W + "tblStylePr")}
    own = _part(style, theme)
    return TableLook(
        whole=part_laid_over(own, parts.pop("wholeTable")) if "wholeTable" in parts else own,
        alignment=alignment(value(properties, "jc")),
        indent=measure(properties, "tblInd"),
        parts=parts,
        row_band=whole(value(properties, "tblStyleRowBandSize")) or 1,
        column_band=whole(value(properties, "tblStyleColBandSize")) or 1,
    )


def table_laid_over(below: TableLook, above: TableLook) -> TableLook:
    """What a table style comes to that is based on another."""
    parts = dict(below.parts)
    for name, part in above.parts.items():
        parts[name] = part_laid_over(parts.get(name, PartLook()), part)
    return replace(
        above,
        whole=part_laid_over(below.whole, above.whole),
        alignment=above.alignment or below.alignment,
        indent=above.indent if above.indent is not None else below.indent,
        parts=parts,
        row_band=max(below.row_band, above.row_band),
        column_band=max(below.column_band, above.column_band),
    )


def part_laid_over(below: PartLook, above: PartLook) -> PartLook:
    return PartLook(
        fill=above.fill or below.fill,
        look=laid_over(below.look, above.look),
        layout=laid_over(below.layout, above.layout),
        borders=laid_over(below.borders, above.borders),
        inside_horizontal=above.inside_horizontal or below.inside_horizontal,
        inside_vertical=above.inside_vertical or below.inside_vertical,
        vertical=above.vertical or below.vertical,
        padding=above.padding or below.padding,
    )


def read_padding(properties: Element | None, tag: str, usual: Padding = _USUAL_PADDING) -> Padding | None:
    """A `w:tblCellMar` or `w:tcMar`; the sides that it does not name are as usual."""
    margins = properties.find(W + tag) if properties is not None else None
    if margins is None:
        return None
    top, bottom = measure(margins, "top"), measure(margins, "bottom")
    right, left = measure(margins, "end", "right"), measure(margins, "start", "left")
    sides = zip((top, right, bottom, left), usual, strict=True)
    first, second, third, fourth = (otherwise if said is None else said for said, otherwise in sides)
    return first, second, third, fourth


def read_vertical(properties: Element | None) -> Vertical | None:
    return _VERTICALS.get(value(properties, "vAlign") or "")


def measure(parent: Element | None, *names: str) -> float | None:
    """The first of these children that is a length, in points; not one in percent or `auto` (17.4.87)."""
    for name in names:
        found = parent.find(W + name) if parent is not None else None
        if found is not None and found.get(W + "type", "dxa") in ("dxa", "nil"):
            return points(found.get(W + "w"))
    return None


def _part(element: Element, theme: Theme) -> PartLook:
    table, cell = element.find(W + "tblPr"), element.find(W + "tcPr")
    lines = [parent.find(W + tag) for parent, tag in ((table, "tblBorders"), (cell, "tcBorders")) if parent is not None]
    borders = NO_LINES
    inside: dict[str, Border | None] = {"insideH": None, "insideV": None}
    for drawn in lines:
        borders = laid_over(borders, read_borders(drawn, theme))
        inside = {name: read_border(drawn, theme, name) or known for name, known in inside.items()}
    return PartLook(
        fill=_fill(cell, theme) or _fill(table, theme),
        look=read_look(element.find(W + "rPr"), theme),
        layout=read_layout(element.find(W + "pPr"), theme),
        borders=borders,
        inside_horizontal=inside["insideH"],
        inside_vertical=inside["insideV"],
        vertical=read_vertical(cell),
        padding=read_padding(cell, "tcMar") or read_padding(table, "tblCellMar"),
    )


def _fill(properties: Element | None, theme: Theme) -> str | None:
    return shading(properties.find(W + "shd"), theme) if properties is not None else None
