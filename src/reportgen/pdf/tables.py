"""Tables as elements: which cells head which, and the format that each cell has from its place in the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from reportgen.document import Block, Border, Borders, Cell, Paragraph, Row, Table
from reportgen.pdf.celllooks import Spot
from reportgen.pdf.press import Press
from reportgen.pdf.tree import Element, SubElement, append, element
from reportgen.problems import Place
from reportgen.word.columns import Place as GridPlace
from reportgen.word.columns import column_count, column_widths, grid
from reportgen.word.reading.words import words_of

_QUOTED = 6  # words
_NO_LINES = Borders(*[Border(0.0, None, "none")] * 4)
_ROUNDED = 1.0  # points: columns are saved in whole twips

Blocks = Callable[[Sequence[Block]], list[Element]]


def table_element(press: Press, table: Table, blocks: Blocks) -> Element:
    """`blocks` makes the elements of what stands in a cell."""
    rows = grid(table)
    columns, heads = column_count(rows), _head_rows(table)
    widths = _fitting(press, table, table.widths if len(table.widths) == columns else ())
    made = element("table", class_=press.sheet.table(table, sum(widths)), summary=table.description or table.title)
    append(
        SubElement(made, "colgroup"),
        [element("col", class_=press.sheet.sized(width=width)) for width in widths],
    )
    part: Element | None = None
    for number, (row, places) in enumerate(rows):
        tag = "thead" if number < heads else "tbody"
        if part is None or part.tag != tag:
            part = SubElement(made, tag)
        spots = [(place.cell, Spot(number, place.column, len(rows), columns, heads)) for place in _own(places, columns)]
        cells = [_cell(press, table, row, cell, spot, blocks) for cell, spot in spots]
        part.append(_row(press, row, cells))
    return made


def _fitting(press: Press, table: Table, widths: Sequence[float]) -> Sequence[float]:
    """The widths of the columns, none of them past the edge of the paper."""
    widths = widths or column_widths(table, press.text_width)
    if press.in_cell:
        return widths
    whole = sum(widths)
    if table.share is not None:
        return _scaled(widths, table.share * press.text_width / whole)
    page, indent = press.page, table.indent or 0.0
    if whole <= page.width - page.left - indent + _ROUNDED:
        return widths
    press.problems.warn(
        "wide-table",
        Place(press.place.file, paragraph=_beginning(table)),
        "a table that is wider than its page prints as wide as the text",
        "in Word: Layout, AutoFit, AutoFit Window; or put it in a landscape section",
    )
    return _scaled(widths, (press.text_width - max(indent, 0.0)) / whole)


def _beginning(table: Table) -> str:
    return " ".join(islice((word for text in words_of([table]) for word in text.split()), _QUOTED))


def _scaled(widths: Sequence[float], factor: float) -> Sequence[float]:
    return [width * factor for width in widths]


def _own(places: Sequence[GridPlace], columns: int) -> list[GridPlace]:
    """A row that ends before the others is filled up: rows of a table cover as many columns (PDF/UA-1, 7.5)."""
    end = max(place.column + place.cell.column_span for place in places)
    gap = [GridPlace(end, Cell((), column_span=columns - end, borders=_NO_LINES))] if end < columns else []
    return [place for place in (*places, *gap) if not place.covered]


def _head_rows(table: Table) -> int:
    """Only the first rows can head a table; a table of nothing but heads has none that repeat.

    A merged cell that begins in them takes the rows that it covers along: it cannot reach over the end of a `thead`.
    """
    count = next((number for number, row in enumerate(table.rows) if not row.header), len(table.rows))
    while (reached := _reach(table.rows[:count])) > count:
        count = reached
    return 0 if count >= len(table.rows) else count


def _reach(rows: Sequence[Row]) -> int:
    return max((number + cell.row_span for number, row in enumerate(rows) for cell in row.cells), default=0)


def _row(press: Press, row: Row, cells: Sequence[tuple[Element, str | None]]) -> Element:
    """A fill that all cells share is the row's: painted at once, it shows no seams between them."""
    fills = {fill for _, fill in cells}
    shared = fills.pop() if len(fills) == 1 else None
    for cell, fill in cells:
        if fill != shared:
            cell.set("class", f"{cell.get('class', '')} {press.sheet.filled(fill)}")
    height = press.sheet.sized(height=row.height) if row.height else ""
    kept = press.sheet.placed({"break-after": "avoid"}) if _stays_with_next(press, row) else ""
    classes = ("splits" if row.splits else "", kept, press.sheet.filled(shared), height)
    return element("tr", *(cell for cell, _ in cells), class_=" ".join(filter(None, classes)))


def _stays_with_next(press: Press, row: Row) -> bool:
    """Word keeps a row with the next where all its paragraphs are kept (17.3.1.15)."""
    paragraphs = [block for cell in row.cells for block in cell.blocks if isinstance(block, Paragraph)]
    return bool(paragraphs) and all(press.sheet.paragraph(one.style, one.layout)[1].keep_next for one in paragraphs)


def _cell(press: Press, table: Table, row: Row, cell: Cell, spot: Spot, blocks: Blocks) -> tuple[Element, str | None]:
    scope = _scope(table, row, cell, spot)
    with press.cell(table, cell, spot) as (class_, fill):
        made = element(
            "th" if scope else "td",
            *blocks(cell.blocks),
            scope=scope,
            colspan=str(cell.column_span) if cell.column_span > 1 else "",
            rowspan=str(cell.row_span) if cell.row_span > 1 else "",
            class_=class_,
        )
    return made, fill


def _scope(table: Table, row: Row, cell: Cell, spot: Spot) -> str:
    if row.header:
        return "col"
    return "row" if cell.header or spot.column < table.row_heads else ""
