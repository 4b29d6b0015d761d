"""What becomes of a passage's blocks at the place where the template puts them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from reportgen.document import (
    Anchor,
    Block,
    Break,
    Caption,
    Cell,
    Contents,
    CrossReference,
    Heading,
    Inline,
    Link,
    List,
    NoteCall,
    PageNumber,
    Paragraph,
    Picture,
    Row,
    Tab,
    Table,
    Text,
    Value,
)

DEEPEST = 9  # heading levels that Word has
_PADDING = 12.0  # points: what a cell keeps free left and right of its words, and a little


class Placer:
    """Carries over a whole document which notes have been called: a later call repeats the first one's number."""

    def __init__(self) -> None:
        self._called: set[str] = set()

    def blocks(self, blocks: Iterable[Block], level: int, width: float) -> tuple[Block, ...]:
        """These blocks under a heading of this level, where the text has this width in points.

        Their own headings go below that heading; a picture that is wider is scaled down.
        """
        return tuple(self._block(block, level, width) for block in blocks)

    def inlines(self, inlines: Iterable[Inline], width: float = math.inf) -> tuple[Inline, ...]:
        return tuple(self._inline(inline, width) for inline in inlines)

    def _block(self, block: Block, level: int, width: float) -> Block:
        match block:
            case Heading():
                own = min(level + block.level, DEEPEST)
                return replace(block, level=own, inlines=self.inlines(block.inlines, width))
            case Paragraph() | Caption():
                return replace(block, inlines=self.inlines(block.inlines, width))
            case List():
                items = (replace(item, blocks=self.blocks(item.blocks, level, width)) for item in block.items)
                return replace(block, items=tuple(items))
            case Table():
                columns = max((sum(cell.column_span for cell in row.cells) for row in block.rows), default=1)
                return replace(block, rows=tuple(self._row(row, level, width / columns) for row in block.rows))
            case Contents():
                return block
            case _:
                assert_never(block)

    def _row(self, row: Row, level: int, column: float) -> Row:
        return replace(row, cells=tuple(self._cell(cell, level, column * cell.column_span) for cell in row.cells))

    def _cell(self, cell: Cell, level: int, width: float) -> Cell:
        return replace(cell, blocks=self.blocks(cell.blocks, level, width - _PADDING))

    def _inline(self, inline: Inline, width: float) -> Inline:
        match inline:
            case NoteCall():
                again = inline.note.key in self._called
                self._called.add(inline.note.key)
                return replace(inline, again=again)
            case Link():
                return replace(inline, inlines=self.inlines(inline.inlines, width))
            case Picture():
                return _fitting(inline, width)
            case Text() | Value() | CrossReference() | PageNumber() | Anchor() | Break() | Tab():
                return inline
            case _:
                assert_never(inline)


def spoken(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """The words alone: what a running head can hold, where no note and no bookmark may stand."""
    for inline in inlines:
        match inline:
            case Text(text, look) | Value(text, _, look):
                yield Text(text, look)
            case Link(_, inside):
                yield from spoken(inside)


def _fitting(picture: Picture, width: float) -> Picture:
    scale = min(1.0, width / picture.width)
    return replace(picture, width=picture.width * scale, height=picture.height * scale)
