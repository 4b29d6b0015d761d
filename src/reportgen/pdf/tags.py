"""Mends of the tag tree: what a screen reader follows, and what PDF/UA-1 (ISO 14289-1) asks for.

WeasyPrint tags a table once on each page that it runs over; the spans of its cells then don't add up (7.2-42, 7.2-43),
and a reader meets several tables where there is one. Here they become one again. The header rows that are repeated on
later pages are no part of it: they stay in the file as content that no tag speaks of.

Which header speaks for which cell is worked out anew, on a grid: WeasyPrint's own answer is off by a column after a
cell that spans rows, and names headers of the pages that were joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pydyf


def mend_tags(document: Any, pdf: Any) -> None:
    """WeasyPrint's `finisher`: the laid out document, and its PDF right before it is written."""
    tree = _Tree(pdf)
    first: dict[int, Any] = {}  # the tag of each table's first page, by its element
    elements = [element for page in document.pages for element in _table_elements(page._page_box)]
    for element, table in zip(elements, tree.of_kind("/Table"), strict=True):
        if id(element) in first:
            tree.join(first[id(element)], table)
        else:
            first[id(element)] = table
    for table in first.values():
        tree.name_headers(table)


class _Tree:
    def __init__(self, pdf: Any) -> None:
        tags: list[Any] = [one for one in pdf.objects if isinstance(one, dict) and one.get("Type") == "/StructElem"]
        self._by_reference = {tag.reference: tag for tag in tags}

    def of_kind(self, kind: str) -> list[Any]:
        return [tag for tag in self._by_reference.values() if tag["S"] == kind]

    def join(self, table: Any, later: Any) -> None:
        """Give the rows of a later page's table to the table that they belong to."""
        bodies = self._children(table, "/TBody")
        home = bodies[-1] if bodies else table
        for body in self._children(later, "/TBody"):
            for row in self._children(body, "/TR"):
                row["P"] = home.reference
                home["K"].append(row.reference)
        self._by_reference[later["P"]]["K"].remove(later.reference)

    def name_headers(self, table: Any) -> None:
        """Give each header its scope and each cell the ids of its headers (14.8.5.7): of its rows, then its columns."""
        heads = [row for group in self._children(table, "/THead") for row in self._children(group, "/TR")]
        bodies = [row for group in self._children(table, "/TBody") for row in self._children(group, "/TR")]
        spots = list(_spots([self._children(row, "/TH", "/TD") for row in (*heads, *bodies)]))
        over: dict[int, list[Any]] = defaultdict(list)  # headers by column
        beside: dict[int, list[Any]] = defaultdict(list)  # headers by row
        for spot in (spot for spot in spots if spot.cell["S"] == "/TH"):
            in_head = spot.rows.start < len(heads)
            spot.cell["A"]["Scope"] = "/Column" if in_head else "/Row"
            for line in spot.columns if in_head else spot.rows:
                (over if in_head else beside)[line].append(_named(spot.cell))
        for spot in (spot for spot in spots if spot.cell["S"] == "/TD"):
            speaking = [beside[row] for row in spot.rows] + [over[column] for column in spot.columns]
            ids = dict.fromkeys(name for names in speaking for name in names)
            spot.cell["A"].pop("Headers", None)
            if ids:
                spot.cell["A"]["Headers"] = pydyf.Array([pydyf.String(name) for name in ids])

    def _children(self, tag: Any, *kinds: str) -> list[Any]:
        children = (self._by_reference.get(kid) for kid in tag["K"] if isinstance(kid, bytes | str))
        return [child for child in children if child is not None and child["S"] in kinds]


@dataclass(frozen=True, slots=True)
class _Spot:
    cell: Any
    rows: range
    columns: range


def _spots(rows: list[list[Any]]) -> Iterator[_Spot]:
    """Each cell with the rows and columns of the grid that it covers."""
    taken: set[tuple[int, int]] = set()
    for number, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (number, column) in taken:
                column += 1
            down, across = (int(cell["A"].get(span, 1)) for span in ("RowSpan", "ColSpan"))
            spot = _Spot(cell, range(number, number + down), range(column, column + across))
            taken |= {(row, at) for row in spot.rows for at in spot.columns}
            yield spot


def _named(cell: Any) -> str:
    """The id of a header cell."""
    name = f"header-{cell.number}"
    cell["ID"] = pydyf.String(name)
    return name


def _table_elements(box: Any) -> Iterator[Any]:
    """The element of each table on a page, in the order in which WeasyPrint tags them."""
    box = getattr(box, "_box", box)  # what is positioned stands behind a placeholder
    if getattr(box, "is_table_wrapper", False) and box.element_tag == "table":
        yield box.element
    for child in getattr(box, "children", ()):
        yield from _table_elements(child)
