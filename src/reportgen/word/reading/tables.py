"""Tables (ECMA-376-1, 17.4): rows and cells, what spans what, and the format that does not come from a table style."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reportgen.document import Block, Border, Borders, Cell, Paragraph, Row, Table
from reportgen.word.elements import VAL, Element, W, is_on, points, switch, value
from reportgen.word.looks import alignment, laid_over, read_border, read_borders
from reportgen.word.reading.grid import Grid, Placed, read_grid
from reportgen.word.reading.manuscript import Manuscript
from reportgen.word.table_looks import NO_LINES, PARTS, Padding, measure, read_padding, read_vertical
from reportgen.word.theme import shading

_NO_LINE = Border(0.0, None, "none")
_BLANK_BORDERS = Borders(_NO_LINE, _NO_LINE, _NO_LINE, _NO_LINE)
_LOOK_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}

LEVEL = {"lrTb", "lrTbV", "lr", "tb"}  # directions of text in which lines stand level (17.18.93)

ReadCell = Callable[[Element], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class _Whole:
    """How large a table is, and what it says directly of all its cells."""

    rows: int
    columns: int
    borders: Borders
    inside_horizontal: Border | None
    inside_vertical: Border | None
    padding: Padding | None
    usual_padding: Padding
    fill: str | None

    @property
    def has_lines(self) -> bool:
        return self.borders != NO_LINES or self.inside_horizontal is not None or self.inside_vertical is not None


def read_table(element: Element, manuscript: Manuscript, read_cell: ReadCell) -> Table:
    properties = element.find(W + "tblPr")
    styles = manuscript.styles
    style_id = value(properties, "tblStyle") or styles.default_table
    grid = read_grid(element, manuscript)
    whole = _whole(grid, properties, style_id, manuscript)
    look = _look(properties)
    return Table(
        rows=tuple(_row(at, grid, whole, manuscript, read_cell) for at in range(len(grid))),
        style=styles.by_id[style_id].name if style_id in styles.by_id else "Normal Table",
        title=value(properties, "tblCaption") or "",
        description=value(properties, "tblDescription") or "",
        alignment=alignment(value(properties, "jc")),
        widths=_widths(element),
        share=_share(properties),
        right_to_left=bool(switch(properties, "bidiVisual")),
        indent=_indent(element, properties, style_id, whole, manuscript),
        row_heads=_row_heads(grid, whole) if look["firstColumn"] else 0,
        style_parts=_style_parts(look),
    )


def _whole(grid: Grid, properties: Element | None, style_id: str, manuscript: Manuscript) -> _Whole:
    theme, styled = manuscript.styles.theme, manuscript.styles.table(style_id).padding
    lines = properties.find(W + "tblBorders") if properties is not None else None
    padding = read_padding(properties, "tblCellMar", styled)
    return _Whole(
        rows=len(grid),
        columns=max((cells[-1].column + cells[-1].span for _, cells in grid if cells), default=0),
        borders=read_borders(lines, theme),
        inside_horizontal=read_border(lines, theme, "insideH"),
        inside_vertical=read_border(lines, theme, "insideV"),
        padding=padding,
        usual_padding=padding or styled,
        fill=shading(properties.find(W + "shd"), theme) if properties is not None else None,
    )


def _row_heads(grid: Grid, whole: _Whole) -> int:
    """Word has one switch for the heads of rows: the first column. Where its cells are merged over rows they do not
    tell these apart; then the second column's cells name them, too."""
    body = (cells for row, cells in grid if not switch(row.find(W + "trPr"), "tblHeader"))
    merged = any(cell.column == 0 and cell.rows > 1 for cells in body for cell in cells)
    return 2 if merged and whole.columns > 2 else 1


def _row(at: int, grid: Grid, whole: _Whole, manuscript: Manuscript, read_cell: ReadCell) -> Row:
    element, placed = grid[at]
    properties = element.find(W + "trPr")
    cells = [
        _cell(cell, _edges(cell, at, whole), whole, manuscript, read_cell) for cell in placed if not cell.continues
    ]
    missing = placed[0].column if placed else 0
    if missing:
        cells.insert(0, Cell((Paragraph(()),), column_span=missing, borders=_BLANK_BORDERS))
    height = properties.find(W + "trHeight") if properties is not None else None
    return Row(
        tuple(cells),
        header=bool(switch(properties, "tblHeader")),
        splits=not switch(properties, "cantSplit"),
        height=points(height.get(VAL)) if height is not None else None,
    )


def _edges(cell: Placed, at: int, whole: _Whole) -> frozenset[str]:
    """Those sides of the table that the cell lies at."""
    sides = {
        "top": at == 0,
        "bottom": at + cell.rows >= whole.rows,
        "left": cell.column == 0,
        "right": cell.column + cell.span >= whole.columns,
    }
    return frozenset(side for side, lies in sides.items() if lies)


def _cell(placed: Placed, edges: frozenset[str], whole: _Whole, manuscript: Manuscript, read_cell: ReadCell) -> Cell:
    properties = placed.element.find(W + "tcPr")
    theme = manuscript.styles.theme
    fill = shading(properties.find(W + "shd"), theme) if properties is not None else None
    lines = properties.find(W + "tcBorders") if properties is not None else None
    if (value(properties, "textDirection") or "lrTb") not in LEVEL:
        hint = "in Word: Layout, Text Direction; or put it level there too"
        paragraph = placed.element.find(W + "p")
        manuscript.warn("turned-text", "words that run up or down in a cell print level", paragraph, hint)
    return Cell(
        blocks=_without_end(read_cell(placed.element)),
        column_span=placed.span,
        row_span=placed.rows,
        fill=fill or whole.fill,
        borders=_borders(read_borders(lines, theme) if lines is not None else None, edges, whole),
        vertical=read_vertical(properties),
        padding=read_padding(properties, "tcMar", whole.usual_padding) or whole.padding,
    )


def _borders(own: Borders | None, edges: frozenset[str], whole: _Whole) -> Borders | None:
    """A cell's own lines over those that the table has there: its outer ones at the edges, the inside ones between."""
    if not whole.has_lines:
        return own
    inside = {
        "top": whole.inside_horizontal,
        "bottom": whole.inside_horizontal,
        "left": whole.inside_vertical,
        "right": whole.inside_vertical,
    }
    table = {side: getattr(whole.borders, side) if side in edges else line for side, line in inside.items()}
    return laid_over(replace(NO_LINES, **table), own or NO_LINES)


def _without_end(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Word asks for a paragraph after a table that ends a cell (17.4.65), and does not show it."""
    ends_in_table = len(blocks) > 1 and isinstance(blocks[-2], Table)
    last = blocks[-1] if blocks else None
    return blocks[:-1] if ends_in_table and isinstance(last, Paragraph) and not last.inlines else blocks


def _widths(element: Element) -> tuple[float, ...]:
    widths = [points(column.get(W + "w")) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")]
    return tuple(width for width in widths if width) if all(widths) else ()


def _share(properties: Element | None) -> float | None:
    """A width in percent, as 50ths of one or with its sign (17.4.63 and 17.18.90)."""
    width = properties.find(W + "tblW") if properties is not None else None
    if width is None or width.get(W + "type") != "pct":
        return None
    said = width.get(W + "w", "")
    share = points(said.removesuffix("%"), 100 if said.endswith("%") else 5000)
    return share or None


def _indent(
    element: Element, properties: Element | None, style_id: str, whole: _Whole, manuscript: Manuscript
) -> float | None:
    """Up to Word 2010 it is the words of the first column that stand at the indent, not the table's edge."""
    own = measure(properties, "tblInd")
    is_nested = next(element.iterancestors(W + "tc"), None) is not None
    if manuscript.aligns_edges or is_nested:
        return own
    styled = manuscript.styles.table(style_id).indent
    return (own if own is not None else styled or 0.0) - whole.usual_padding[3]


def _look(properties: Element | None) -> dict[str, bool]:
    """The switches of `w:tblLook`, each by itself or as bits of one number (17.4.55)."""
    found = properties.find(W + "tblLook") if properties is not None else None
    if found is None:
        return {name: False for name in _LOOK_BITS}
    try:
        bits = int(found.get(W + "val", "0"), 16)
    except ValueError:
        bits = 0
    return {name: _bit(found.get(W + name), bool(bits & bit)) for name, bit in _LOOK_BITS.items()}


def _bit(said: str | None, otherwise: bool) -> bool:
    return otherwise if said is None else is_on(said)


def _style_parts(look: dict[str, bool]) -> frozenset[str]:
    switches = {
        "firstRow": look["firstRow"],
        "lastRow": look["lastRow"],
        "firstCol": look["firstColumn"],
        "lastCol": look["lastColumn"],
        "Horz": not look["noHBand"],
        "Vert": not look["noVBand"],
        "nw": look["firstRow"] and look["firstColumn"],
        "ne": look["firstRow"] and look["lastColumn"],
        "sw": look["lastRow"] and look["firstColumn"],
        "se": look["lastRow"] and look["lastColumn"],
    }
    shown = [name for name, on in switches.items() if on]
    return frozenset(part for part in PARTS if any(part.startswith(name) or part.endswith(name) for name in shown))
