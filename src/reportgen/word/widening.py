"""Columns of a template's tables that are too narrow for a figure: £1,234,000,000 is never broken over lines."""

from __future__ import annotations

import re

from reportgen.word.columns import word_width
from reportgen.word.elements import Element, W, points
from reportgen.word.merging import row_cells
from reportgen.word.xml import find, twips, value

_FIGURE = re.compile(r"\S*\d\S*")
_LONGEST = 24  # characters; what is longer is an address or the like
_PADDING = 11.0  # points left and right of a cell's words, as Word has it


def widen_columns(table: Element) -> None:
    """Give a column the room that its longest figure needs; the other columns give what they can spare."""
    grid = table.findall(f"{W}tblGrid/{W}gridCol")
    widths = [points(column.get(W + "w")) or 0.0 for column in grid]
    needs = _needs(table, len(widths))
    lacks = [max(need - width, 0.0) for need, width in zip(needs, widths, strict=True)]
    spare = [max(width - need, 0.0) / 2 for need, width in zip(needs, widths, strict=True)]
    if not sum(lacks):
        return
    share = min(sum(lacks) / sum(spare), 1.0) if sum(spare) else 0.0
    taken = [share * one for one in spare]
    given = sum(taken) / sum(lacks)
    made = [width + given * lack - less for width, lack, less in zip(widths, lacks, taken, strict=True)]
    for column, width in zip(grid, made, strict=True):
        column.set(W + "w", str(twips(width)))
    for row in table.iterchildren(W + "tr"):
        for first, cell in row_cells(row):
            said = find(cell, "tcPr", "tcW")
            if said is not None and said.get(W + "type", "dxa") == "dxa":
                said.set(W + "w", str(twips(sum(made[first : first + _span(cell)]))))


def _needs(table: Element, count: int) -> list[float]:
    needs = [0.0] * count
    for row in table.iterchildren(W + "tr"):
        for column, cell in row_cells(row):
            figures = _FIGURE.findall(" ".join(text.text or "" for text in cell.iter(W + "t")))
            longest = max((word_width(one) for one in figures if len(one) <= _LONGEST), default=0.0)
            if longest and _span(cell) == 1 and column < count:
                needs[column] = max(needs[column], longest + _PADDING)
    return needs


def _span(cell: Element) -> int:
    return int(value(cell, "tcPr", "gridSpan") or 1)
