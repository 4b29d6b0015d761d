"""The format of a table's cells: what its table style says of the parts that a cell stands in (ECMA-376-1, 17.7.6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce
from typing import TypeAlias

from reportgen.document import Border, Borders, Cell, Table
from reportgen.word.looks import laid_over
from reportgen.word.table_looks import PARTS, PartLook, TableLook, part_laid_over

Edges: TypeAlias = tuple[bool, bool, bool, bool]  # top, right, bottom, left: whether the cell is at its part's edge
Standing: TypeAlias = tuple[tuple[str, Edges], ...]  # the parts that a cell stands in, weakest first

WHOLE = "wholeTable"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cell stands: its first row and column, counted from 0, in a table of so many."""

    row: int
    column: int
    rows: int
    columns: int
    heads: int  # how many first rows head the table


@dataclass(frozen=True, slots=True)
class _Region:
    """Rows and columns from … up to, not including, which a part of a table covers."""

    top: int
    bottom: int
    left: int
    right: int


def standing(style: TableLook, table: Table, cell: Cell, spot: Spot) -> Standing:
    """The parts of the style that the cell stands in. Cells that stand alike look alike."""
    everything = _Region(0, spot.rows, 0, spot.columns)
    regions = dict(_regions(style, table, spot))
    shown = [name for name in PARTS if name in style.parts and name in table.style_parts and name in regions]
    return (
        (WHOLE, _edges(everything, cell, spot)),
        *((name, _edges(regions[name], cell, spot)) for name in shown),
    )


def cell_look(style: TableLook, parts: Standing, cell: Cell) -> PartLook:
    """What a cell comes to: the whole table's look, its parts', then its own fill, lines and padding.

    `borders` are those around this cell; there are no inside ones any more.
    """
    looks = [style.whole if name == WHOLE else style.parts[name] for name, _ in parts]
    merged = reduce(part_laid_over, looks)
    drawn = (_borders(look, edges) for look, (_, edges) in zip(looks, parts, strict=True))
    return replace(
        merged,
        fill=cell.fill or merged.fill,
        borders=laid_over(reduce(laid_over, drawn), cell.borders or Borders()),
        inside_horizontal=None,
        inside_vertical=None,
        vertical=cell.vertical or merged.vertical,
        padding=cell.padding or merged.padding or style.padding,
    )


def _regions(style: TableLook, table: Table, spot: Spot) -> Iterator[tuple[str, _Region]]:
    """The parts that cover this cell, and what they cover; those that the table doesn't show are not told apart."""
    rows, columns = spot.rows, spot.columns
    heads = max(1, spot.heads) if "firstRow" in table.style_parts else 0
    in_first_row, in_last_row = spot.row < heads, spot.row == rows - 1 and "lastRow" in table.style_parts
    in_first_column = spot.column == 0 and "firstCol" in table.style_parts
    in_last_column = spot.column == columns - 1 and "lastCol" in table.style_parts
    if not in_first_row and not in_last_row:
        number, begin, end = _band(spot.row - heads, style.row_band)
        yield f"band{number}Horz", _Region(heads + begin, heads + end, 0, columns)
    if not in_first_column and not in_last_column:
        stub = int("firstCol" in table.style_parts)
        number, begin, end = _band(spot.column - stub, style.column_band)
        yield f"band{number}Vert", _Region(0, rows, stub + begin, stub + end)
    for name, is_there, region in (
        ("firstCol", in_first_column, _Region(0, rows, 0, 1)),
        ("lastCol", in_last_column, _Region(0, rows, columns - 1, columns)),
        ("firstRow", in_first_row, _Region(0, heads, 0, columns)),
        ("lastRow", in_last_row, _Region(rows - 1, rows, 0, columns)),
        ("nwCell", in_first_row and in_first_column, _Region(0, heads, 0, 1)),
        ("neCell", in_first_row and in_last_column, _Region(0, heads, columns - 1, columns)),
        ("swCell", in_last_row and in_first_column, _Region(rows - 1, rows, 0, 1)),
        ("seCell", in_last_row and in_last_column, _Region(rows - 1, rows, columns - 1, columns)),
    ):
        if is_there:
            yield name, region


def _band(at: int, size: int) -> tuple[int, int, int]:
    """Which of the two bands this row or column is in, and where that begins and ends."""
    number = at // size
    return 1 + number % 2, number * size, (number + 1) * size


def _edges(region: _Region, cell: Cell, spot: Spot) -> Edges:
    return (
        spot.row <= region.top,
        spot.column + cell.column_span >= region.right,
        spot.row + cell.row_span >= region.bottom,
        spot.column <= region.left,
    )


def _borders(look: PartLook, edges: Edges) -> Borders:
    """The lines around a cell: its part's outer ones at the part's edges, else those between the part's cells."""

    def line(is_edge: bool, outer: Border | None, inside: Border | None) -> Border | None:
        return outer if is_edge else inside

    top, right, bottom, left = edges
    return Borders(
        top=line(top, look.borders.top, look.inside_horizontal),
        right=line(right, look.borders.right, look.inside_vertical),
        bottom=line(bottom, look.borders.bottom, look.inside_horizontal),
        left=line(left, look.borders.left, look.inside_vertical),
    )
