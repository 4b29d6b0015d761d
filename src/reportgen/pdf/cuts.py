"""Tables that a page's end cuts: what goes on overleaf has its lines there, as in Word.

WeasyPrint leaves them out: it draws a line between two rows only where no cell reaches over both, and none where a row
itself is cut. Its grid of lines is one for all pages of a table, so that a line put in at a cut shows at both its ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes

Rendered = Any  # weasyprint.Document, whose pages have no typed boxes


@dataclass(frozen=True, slots=True)
class _Reach:
    """The rows and columns that a cell covers, from … up to, not including."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(slots=True)
class _Cut:
    """A table of several pages: the cells that reach over rows, and before which rows a page ends."""

    lines: list[list[Any]]  # between its rows
    reaches: list[_Reach] = field(default_factory=list)
    before: set[int] = field(default_factory=set)


def close_cuts(rendered: Rendered) -> None:
    """To be called once, when everything is laid out and before it is written."""
    tables: dict[Any, _Cut] = {}
    for page in rendered.pages:
        for table in _tables(page._page_box):
            _meet(table, tables.setdefault(table.element, _Cut(table.collapsed_border_grid[1])))
    for cut in tables.values():
        for row in cut.before:
            _draw(cut, row)


def _tables(box: Any) -> Iterator[Any]:
    """Those below, also the ones in cells; they never stand in lines."""
    for child in box.all_children():
        if isinstance(child, boxes.TableBox) and child.style["border_collapse"] == "collapse":
            yield child
        if not isinstance(child, boxes.LineBox):
            yield from _tables(child)


def _meet(table: Any, cut: _Cut) -> None:
    """One page's part of a table."""
    goes_on_in_row = table.skip_cell_border_bottom
    table.skip_cell_border_top = table.skip_cell_border_bottom = False
    end = 0
    for number, row in _rows(table):
        end = number + 1
        cut.reaches += [
            _Reach(number, number + cell.rowspan, cell.grid_x, cell.grid_x + cell.colspan)
            for cell in row.children
            if cell.rowspan > 1
        ]
    if end < len(cut.lines) - 1 and not goes_on_in_row:
        cut.before.add(end)


def _rows(table: Any) -> Iterator[tuple[int, Any]]:
    """The rows of a part, with their numbers in the whole table."""
    heads = len(table.children[0].children) if table.children and table.children[0].is_header else 0
    rows: Iterable[Any] = (row for group in table.children for row in group.children)
    passed = table.skipped_rows - heads if table.skipped_rows else 0
    for number, row in enumerate(rows):
        yield number if number < heads else number + passed, row


def _draw(cut: _Cut, row: int) -> None:
    """The cells that a page's end cuts are closed there by the line that they end with."""
    for reach in cut.reaches:
        if reach.top < row < reach.bottom < len(cut.lines):
            for column in range(reach.left, min(reach.right, len(cut.lines[row]))):
                cut.lines[row][column] = cut.lines[reach.bottom][column]
