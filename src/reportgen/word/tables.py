"""Tables as `w:tbl` (17.4): grid, spans, header rows, borders, fills."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reportgen.document import Cell, Row, Table
from reportgen.word.columns import Place, column_count, column_widths, grid
from reportgen.word.elements import TWIPS, Element, W
from reportgen.word.formatting import alignment, borders, properties, shading
from reportgen.word.xml import twips, w

_VERTICAL = {"top": "top", "middle": "center", "bottom": "bottom"}
_LOOK_BITS = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}

CellContent = Callable[[Cell, Row, float], list[Element]]
"""What a cell holds: the cell, its row, the width of its text in points → paragraphs and tables."""


def write_table(table: Table, total: float, style_id: str | None, content: CellContent) -> Element:
    """A `w:tbl`; `total` is the width that it has where its columns have none of their own, in points."""
    rows = grid(table)
    shape = _Shape(column_widths(table, total), column_count(rows), content)
    written = [_row(row, places, shape) for row, places in rows]
    columns = w("tblGrid", *(w("gridCol", w=twips(width)) for width in shape.widths))
    return w("tbl", _table_properties(table, shape, style_id), columns, *written)


@dataclass(frozen=True, slots=True)
class _Shape:
    widths: tuple[float, ...]
    columns: int
    content: CellContent

    def width(self, place: Place) -> int:
        """In twips, as the sum of the grid's columns: rounded one by one, as they stand there."""
        spanned = self.widths[place.column : place.column + place.cell.column_span]
        return sum(twips(width) for width in spanned)


def _table_properties(table: Table, shape: _Shape, style_id: str | None) -> Element | None:
    return properties(
        "tblPr",
        w("tblStyle", val=style_id) if style_id else None,
        w("tblW", w=sum(twips(width) for width in shape.widths), type="dxa"),
        alignment(table.alignment),
        w("tblLayout", type="fixed"),
        _table_look(table),
        w("tblCaption", val=table.title) if table.title else None,
        w("tblDescription", val=table.description) if table.description else None,
    )


def _table_look(table: Table) -> Element:
    """Which parts of the table style show (17.4.55). Word knows one column of row heads, the first."""
    parts = table.style_parts
    shown = {
        "firstRow": any(row.header for row in table.rows),
        "lastRow": "lastRow" in parts,
        "firstColumn": table.row_heads > 0 or any(cell.header for row in table.rows for cell in row.cells),
        "lastColumn": "lastCol" in parts,
        "noHBand": not any(part.endswith("Horz") for part in parts),
        "noVBand": not any(part.endswith("Vert") for part in parts),
    }
    flags = sum(bit for name, bit in _LOOK_BITS.items() if shown[name])
    return w("tblLook", val=f"{flags:04X}", **{name: int(on) for name, on in shown.items()})


def _row(row: Row, places: list[Place], shape: _Shape) -> Element:
    used = sum(place.cell.column_span for place in places)
    missing = shape.columns - used
    row_properties = properties(
        "trPr",
        w("gridAfter", val=missing) if missing else None,
        None if row.splits else w("cantSplit"),
        w("tblHeader") if row.header else None,
    )
    return w("tr", row_properties, *(_cell(place, row, shape) for place in places))


def _cell(place: Place, row: Row, shape: _Shape) -> Element:
    cell = Cell(()) if place.covered else place.cell
    content = shape.content(cell, row, shape.width(place) / TWIPS)
    return w("tc", _cell_properties(place, shape), *_ended(content))


def _ended(content: list[Element]) -> Iterator[Element]:
    """A cell ends in a paragraph, or Word calls the file damaged (17.4.65)."""
    yield from content
    if not content or content[-1].tag != W + "p":
        yield w("p")


def _cell_properties(place: Place, shape: _Shape) -> Element | None:
    cell = place.cell
    merge = w("vMerge") if place.covered else w("vMerge", val="restart") if cell.row_span > 1 else None
    return properties(
        "tcPr",
        w("tcW", w=shape.width(place), type="dxa"),
        w("gridSpan", val=cell.column_span) if cell.column_span > 1 else None,
        merge,
        borders("tcBorders", cell.borders),
        shading(cell.fill),
        _padding(cell),
        w("vAlign", val=_VERTICAL[cell.vertical]) if cell.vertical else None,
    )


def _padding(cell: Cell) -> Element | None:
    if cell.padding is None:
        return None
    top, right, bottom, left = (twips(side) for side in cell.padding)
    sides = (("top", top), ("left", left), ("bottom", bottom), ("right", right))
    return w("tcMar", *(w(side, w=size, type="dxa") for side, size in sides))
