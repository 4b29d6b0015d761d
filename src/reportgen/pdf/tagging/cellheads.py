"""Which header speaks for which cell of a table: worked out on its grid, merged cells included.

WeasyPrint's own answer is off by a column after a cell that spans rows, and gives no scope (Kozea/WeasyPrint#2508).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.pdf.tree import Element

_SCOPES = {"col": "Column", "row": "Row"}


@dataclass(frozen=True, slots=True)
class CellHeads:
    """`name` and `scope` are a header's own; `heads` names the headers of its rows, then those of its columns."""

    name: str = ""
    scope: str = ""
    heads: tuple[str, ...] = ()


def cell_heads(table: Element, name: str) -> Mapping[Element, CellHeads]:
    """For each cell of the table; `name` begins the names of its headers."""
    spots = list(_spots(table))
    over: dict[int, list[tuple[int, str]]] = defaultdict(list)  # by column: the rows and names of headers
    beside: dict[int, list[str]] = defaultdict(list)  # by row
    found: dict[Element, CellHeads] = {}
    for spot in spots:
        if spot.cell.tag == "th":
            place = f"{name}-r{spot.rows.start + 1}-c{spot.columns.start + 1}"
            own = CellHeads(place, _SCOPES[spot.cell.get("scope", "col")])
            found[spot.cell] = own
            if own.scope == "Column":
                for column in spot.columns:
                    over[column].append((spot.rows.start, own.name))
            else:
                for row in spot.rows:
                    beside[row].append(own.name)
    for spot in spots:
        if spot.cell.tag == "td":
            heads = [head for row in spot.rows for head in beside[row]]
            heads += [head for column in spot.columns for row, head in over[column] if row < spot.rows.start]
            found[spot.cell] = CellHeads(heads=tuple(dict.fromkeys(heads)))
    return found


@dataclass(frozen=True, slots=True)
class _Spot:
    cell: Element
    rows: range
    columns: range


def _spots(table: Element) -> Iterator[_Spot]:
    """Each cell with the rows and columns of the grid that it covers."""
    taken: set[tuple[int, int]] = set()
    rows = [row for part in table for row in part if row.tag == "tr"]
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            down, across = (int(cell.get(span, "1")) for span in ("rowspan", "colspan"))
            spot = _Spot(cell, range(number, number + down), range(column, column + across))
            taken |= {(row, at) for row in spot.rows for at in spot.columns}
            yield spot
