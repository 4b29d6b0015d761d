"""Tables (ECMA-376-1, 17.4): rows and cells, what spans what, and the format that does not come from a table style."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from reportgen.document import Block, Border, Borders, Cell, Paragraph, Row, Table
from reportgen.word.elements import Element, W, points, switch, value, whole
from reportgen.word.looks import alignment, laid_over, read_border, read_borders
from reportgen.word.reading.manuscript import Manuscript
from reportgen.word.table_looks import NO_LINES, PARTS, Padding, read_padding, read_vertical
from reportgen.word.theme import shading

_TRANSPARENT = {W + tag for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
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

ReadCell = Callable[[Element], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class _Direct:
    """What a table says directly of all its cells."""

    borders: Borders
    inside_horizontal: Border | None
    inside_vertical: Border | None
    padding: Padding | None
    usual_padding: Padding
    fill: str | None

    @property
    def has_lines(self) -> bool:
        return self.borders != NO_LINES or self.inside_horizontal is not None or self.inside_vertical is not None


@dataclass(slots=True)
class _Placed:
    """A cell, its first column, and whether it goes on with the one above."""

    element: Element
    column: int
    span: int
    continues: bool
    rows: int = 1


def read_table(element: Element, manuscript: Manuscript, read_cell: ReadCell) -> Table:
    properties = element.find(W + "tblPr")
    styles = manuscript.styles
    style_id = value(properties, "tblStyle") or styles.default_table
    direct = _direct(properties, style_id, manuscript)
    rows = [row for row in _parts(element, "tr") if not _is_gone(row, manuscript)]
    grid = [_placed(row, manuscript) for row in rows]
    _join(grid)
    look = _look(properties)
    return Table(
        rows=tuple(
            _row(row, placed, at, grid, direct, manuscript, read_cell)
            for at, (row, placed) in enumerate(zip(rows, grid, strict=True))
        ),
        style=styles.by_id[style_id].name if style_id in styles.by_id else "Normal Table",
        title=value(properties, "tblCaption") or "",
        description=value(properties, "tblDescription") or "",
        alignment=alignment(value(properties, "jc")),
        widths=_widths(element),
        row_heads=1 if look["firstColumn"] else 0,
        style_parts=_style_parts(look),
    )


def _direct(properties: Element | None, style_id: str, manuscript: Manuscript) -> _Direct:
    theme, styled = manuscript.styles.theme, manuscript.styles.table(style_id).padding
    lines = properties.find(W + "tblBorders") if properties is not None else None
    padding = read_padding(properties, "tblCellMar", styled)
    return _Direct(
        borders=read_borders(lines, theme),
        inside_horizontal=read_border(lines, theme, "insideH"),
        inside_vertical=read_border(lines, theme, "insideV"),
        padding=padding,
        usual_padding=padding or styled,
        fill=shading(properties.find(W + "shd"), theme) if properties is not None else None,
    )


def _parts(element: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, those in content controls and tracked insertions too."""
    for child in element:
        if child.tag == W + tag:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _parts(child, tag)


def _is_gone(row: Element, manuscript: Manuscript) -> bool:
    properties = row.find(W + "trPr")
    if properties is not None and properties.find(W + "del") is not None:
        manuscript.tally["deletion"] += 1
        return True
    if properties is not None and properties.find(W + "ins") is not None:
        manuscript.tally["insertion"] += 1
    if switch(properties, "hidden"):
        manuscript.tally["hidden"] += 1
        return True
    return False


def _placed(row: Element, manuscript: Manuscript) -> list[_Placed]:
    column = whole(value(row.find(W + "trPr"), "gridBefore")) or 0
    placed: list[_Placed] = []
    for cell in _parts(row, "tc"):
        properties = cell.find(W + "tcPr")
        if properties is not None and properties.find(W + "cellDel") is not None:
            manuscript.tally["deletion"] += 1
            continue
        span = max(1, whole(value(properties, "gridSpan")) or 1)
        if _merge(properties, "hMerge") == "continue" and placed:
            placed[-1].span += span
        else:
            placed.append(_Placed(cell, column, span, _merge(properties, "vMerge") == "continue"))
        column += span
    return placed


def _merge(properties: Element | None, tag: str) -> str | None:
    """`restart`, `continue` or None; without a value it continues (17.4.84)."""
    found = properties.find(W + tag) if properties is not None else None
    return None if found is None else found.get(W + "val", "continue")


def _join(grid: list[list[_Placed]]) -> None:
    """Let cells grow over those below that go on with them; what goes on with nothing stands by itself."""
    above: dict[int, _Placed] = {}
    for placed in grid:
        begun: dict[int, _Placed] = {}
        for cell in placed:
            upper = above.get(cell.column)
            cell.continues = cell.continues and upper is not None and upper.span == cell.span
            if cell.continues and upper is not None:
                upper.rows += 1
            begun[cell.column] = upper if cell.continues and upper is not None else cell
        above = begun


def _row(
    element: Element,
    placed: list[_Placed],
    at: int,
    grid: list[list[_Placed]],
    direct: _Direct,
    manuscript: Manuscript,
    read_cell: ReadCell,
) -> Row:
    properties = element.find(W + "trPr")
    columns = max((row[-1].column + row[-1].span for row in grid if row), default=0)
    cells = [
        _cell(cell, _edges(cell, at, len(grid), columns), direct, manuscript, read_cell)
        for cell in placed
        if not cell.continues
    ]
    missing = placed[0].column if placed else 0
    if missing:
        cells.insert(0, Cell((Paragraph(()),), column_span=missing, borders=_BLANK_BORDERS))
    return Row(tuple(cells), bool(switch(properties, "tblHeader")), not switch(properties, "cantSplit"))


def _edges(cell: _Placed, at: int, rows: int, columns: int) -> frozenset[str]:
    """Those sides of the table that the cell lies at."""
    sides = {
        "top": at == 0,
        "bottom": at + cell.rows >= rows,
        "left": cell.column == 0,
        "right": cell.column + cell.span >= columns,
    }
    return frozenset(side for side, lies in sides.items() if lies)


def _cell(placed: _Placed, edges: frozenset[str], direct: _Direct, manuscript: Manuscript, read_cell: ReadCell) -> Cell:
    properties = placed.element.find(W + "tcPr")
    theme = manuscript.styles.theme
    fill = shading(properties.find(W + "shd"), theme) if properties is not None else None
    lines = properties.find(W + "tcBorders") if properties is not None else None
    return Cell(
        blocks=_without_end(read_cell(placed.element)),
        column_span=placed.span,
        row_span=placed.rows,
        fill=fill or direct.fill,
        borders=_borders(read_borders(lines, theme) if lines is not None else None, edges, direct),
        vertical=read_vertical(properties),
        padding=read_padding(properties, "tcMar", direct.usual_padding) or direct.padding,
    )


def _borders(own: Borders | None, edges: frozenset[str], direct: _Direct) -> Borders | None:
    """A cell's own lines over those that the table has there: its outer ones at the edges, the inside ones between."""
    if not direct.has_lines:
        return own
    inside = {
        "top": direct.inside_horizontal,
        "bottom": direct.inside_horizontal,
        "left": direct.inside_vertical,
        "right": direct.inside_vertical,
    }
    table = {side: getattr(direct.borders, side) if side in edges else line for side, line in inside.items()}
    return laid_over(replace(NO_LINES, **table), own or NO_LINES)


def _without_end(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Word asks for a paragraph after a table that ends a cell (17.4.65), and does not show it."""
    ends_in_table = len(blocks) > 1 and isinstance(blocks[-2], Table)
    last = blocks[-1] if blocks else None
    return blocks[:-1] if ends_in_table and isinstance(last, Paragraph) and not last.inlines else blocks


def _widths(element: Element) -> tuple[float, ...]:
    widths = [points(column.get(W + "w")) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")]
    return tuple(width for width in widths if width) if all(widths) else ()


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
    return otherwise if said is None else said in ("1", "true", "on")


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
