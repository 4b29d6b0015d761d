"""Columns of a template's tables that are too narrow: no word is broken, be it Northamptonshire or £1,234,000,000."""

from __future__ import annotations

import re

from reportgen.word.columns import word_width
from reportgen.word.elements import Element, W, points
from reportgen.word.merging import row_cells
from reportgen.word.styles import Styles
from reportgen.word.xml import find, twips, value

_UNBROKEN = re.compile(r"\S*\d\S*|[^\s\-–—]+[\-–—]?")  # a figure, or a word as far as its hyphen
_LONGEST = 24  # characters; what is longer is an address or the like
_SIZE = 10.0  # points, of letters where no style says it
_PADDING = 11.0  # points left and right of a cell's words, as Word has it


def widen_columns(table: Element, styles: Styles) -> None:
    """Give a column the room that its longest word needs; the other columns give what they can spare."""
    grid = table.findall(f"{W}tblGrid/{W}gridCol")
    widths = [points(column.get(W + "w")) or 0.0 for column in grid]
    needs = _needs(table, len(widths), styles)
    lacks = [max(need - width, 0.0) for need, width in zip(needs, widths, strict=True)]
    spare = [max(width - need, 0.0) for need, width in zip(needs, widths, strict=True)]
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


def _needs(table: Element, count: int, styles: Styles) -> list[float]:
    needs = [0.0] * count
    sizes: dict[str, float] = {}
    for row in table.iterchildren(W + "tr"):
        for column, cell in row_cells(row):
            for paragraph in cell.iter(W + "p") if _span(cell) == 1 and column < count else ():
                style = value(paragraph, "pPr", "pStyle") or ""
                if style not in sizes:
                    sizes[style] = styles.look(style).size or _SIZE
                needs[column] = max(needs[column], _longest(paragraph) * sizes[style] + _PADDING)
    return needs


def _longest(paragraph: Element) -> float:
    """The width of its longest word, in parts of the letters' size."""
    words = _UNBROKEN.findall("".join(text.text or "" for text in paragraph.iter(W + "t")))
    return max((word_width(one, 1.0) for one in words if len(one) <= _LONGEST), default=0.0)


def _span(cell: Element) -> int:
    return int(value(cell, "tcPr", "gridSpan") or 1)
