"""What becomes of a passage's blocks at the place where the template puts them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from reportgen.document import (
    Anchor,
    Block,
    Break,
    Caption,
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


class Placer:
    """Carries over a whole document which notes have been called: a later call repeats the first one's number."""

    def __init__(self) -> None:
        self._called: set[str] = set()

    def blocks(self, blocks: Iterable[Block], level: int) -> tuple[Block, ...]:
        """These blocks under a heading of this level: their own headings go below it."""
        return tuple(self._block(block, level) for block in blocks)

    def inlines(self, inlines: Iterable[Inline]) -> tuple[Inline, ...]:
        return tuple(self._inline(inline) for inline in inlines)

    def _block(self, block: Block, level: int) -> Block:
        match block:
            case Heading():
                own = min(level + block.level, DEEPEST)
                return replace(block, level=own, inlines=self.inlines(block.inlines))
            case Paragraph() | Caption():
                return replace(block, inlines=self.inlines(block.inlines))
            case List():
                items = (replace(item, blocks=self.blocks(item.blocks, level)) for item in block.items)
                return replace(block, items=tuple(items))
            case Table():
                return replace(block, rows=tuple(self._row(row, level) for row in block.rows))
            case Contents():
                return block
            case _:
                assert_never(block)

    def _row(self, row: Row, level: int) -> Row:
        cells = (replace(cell, blocks=self.blocks(cell.blocks, level)) for cell in row.cells)
        return replace(row, cells=tuple(cells))

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case NoteCall():
                again = inline.note.key in self._called
                self._called.add(inline.note.key)
                return replace(inline, again=again)
            case Link():
                return replace(inline, inlines=self.inlines(inline.inlines))
            case Text() | Value() | CrossReference() | PageNumber() | Anchor() | Break() | Tab() | Picture():
                return inline
            case _:
                assert_never(inline)
