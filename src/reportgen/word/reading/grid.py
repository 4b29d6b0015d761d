"""Where the cells of a table stand, and which of them Word shows as one (ECMA-376-1, 17.4.17 and 17.4.84)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from reportgen.word.elements import Element, W, switch, value, whole
from reportgen.word.reading.manuscript import Manuscript

MOST_COLUMNS = 1_000  # that one cell covers; Word itself has 63 in a table

_TRANSPARENT = {W + tag for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}


@dataclass(slots=True)
class Placed:
    """A cell, its first column, and whether it is merged downwards, and whether it goes on with the one above."""

    element: Element
    column: int
    span: int
    merged: bool
    continues: bool
    rows: int = 1


Grid: TypeAlias = list[tuple[Element, list[Placed]]]
"""Rows, and the cells in each."""


def read_grid(table: Element, manuscript: Manuscript) -> Grid:
    """The rows that are there, each with its cells. Those of covered cells say that they continue."""
    rows = [row for row in _parts(table, "tr") if not _is_gone(row, manuscript)]
    grid = [_placed(row, manuscript) for row in rows]
    _join(grid)
    return list(zip(rows, grid, strict=True))


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
        manuscript.count("deletion")
        return True
    if properties is not None and properties.find(W + "ins") is not None:
        manuscript.count("insertion")
    if switch(properties, "hidden"):
        manuscript.count("hidden")
        return True
    return False


def _placed(row: Element, manuscript: Manuscript) -> list[Placed]:
    column = min(whole(value(row.find(W + "trPr"), "gridBefore")) or 0, MOST_COLUMNS)
    placed: list[Placed] = []
    for cell in _parts(row, "tc"):
        properties = cell.find(W + "tcPr")
        if properties is not None and properties.find(W + "cellDel") is not None:
            manuscript.count("deletion")
            continue
        span = max(1, min(whole(value(properties, "gridSpan")) or 1, MOST_COLUMNS))
        if _merge(properties, "hMerge") == "continue" and placed:
            placed[-1].span += span
        else:
            merge = _merge(properties, "vMerge")
            placed.append(Placed(cell, column, span, merge is not None, merge == "continue"))
        column += span
    return placed


def _merge(properties: Element | None, tag: str) -> str | None:
    """`restart`, `continue` or None; without a value it continues (17.4.84)."""
    found = properties.find(W + tag) if properties is not None else None
    return None if found is None else found.get(W + "val", "continue")


def _join(grid: list[list[Placed]]) -> None:
    """Let cells grow over those below that go on with them; what goes on with nothing stands by itself."""
    above: dict[int, Placed] = {}
    for placed in grid:
        begun: dict[int, Placed] = {}
        for cell in placed:
            upper = above.get(cell.column)
            cell.continues = cell.continues and upper is not None and upper.merged and upper.span == cell.span
            if cell.continues and upper is not None:
                upper.rows += 1
            begun[cell.column] = upper if cell.continues and upper is not None else cell
        above = begun
