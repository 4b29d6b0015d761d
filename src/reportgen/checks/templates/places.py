"""Where something stands in a Word file, as its user finds it again: the start of the paragraph, the table's cell."""

from __future__ import annotations

from reportgen.problems import Place
from reportgen.word.elements import Element, W, descend

_START = 60  # letters of a paragraph, as messages quote it


def place_of(paragraph: Element, name: str) -> Place:
    """The place of a paragraph of the file `name`."""
    return Place(name, paragraph=words_of(paragraph).strip()[:_START] or None, cell=_cell(paragraph))


def words_of(paragraph: Element) -> str:
    """What a paragraph says, without the text boxes in it; of another element its own text."""
    if paragraph.tag != W + "p":
        return paragraph.text or ""
    return "".join(one.text or "" for one in descend(paragraph, W + "p") if one.tag == W + "t")


def _cell(paragraph: Element) -> str | None:
    """`table 2, row 3, cell 1`: counted as they stand in the file, tables within tables too."""
    cell = next(paragraph.iterancestors(W + "tc"), None)
    row = next(cell.iterancestors(W + "tr"), None) if cell is not None else None
    table = next(row.iterancestors(W + "tbl"), None) if row is not None else None
    if cell is None or row is None or table is None:
        return None
    number = list(table.getroottree().iter(W + "tbl")).index(table) + 1
    return f"table {number}, row {_position(row)}, cell {_position(cell)}"


def _position(element: Element) -> int:
    return 1 + sum(1 for _ in element.itersiblings(element.tag, preceding=True))
