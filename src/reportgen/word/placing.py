"""What becomes of a passage's blocks at the place where the template puts them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import assert_never

from reportgen.document import (
    AS_STYLED,
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
    ListItem,
    Look,
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
from reportgen.word.blocks import NEUTRAL
from reportgen.word.names import style_id
from reportgen.word.sections import Area
from reportgen.word.styles import Styles

DEEPEST = 9  # heading levels that Word has
_PADDING = 12.0  # points: what a cell keeps free left and right of its words, and a little
_LINE = 36.0  # points: the caption or the line that stays on a page with a picture
_BETWEEN_NOTES = Text(",", Look(style="footnote reference"))  # the notes 1 and 2 side by side would read as note 12
_LINK_IN_HEAD = "Table Heading Link"
_BOTH = "Strong Emphasis"
_LEAD_IN = "List Lead-in"


@dataclass(frozen=True, slots=True)
class _Around:
    """What surrounds a block: the heading's level above it, the room that it has in points, how many lists."""

    level: int
    width: float
    height: float
    depth: int = 0
    style: str = ""  # of the paragraph, which may be indented
    head: bool = False  # a table's header row


class Placer:
    """Carries over a whole document which notes have been called: a later call repeats the first one's number."""

    def __init__(self, styles: Styles) -> None:
        """`styles`: the template's, which say how far lists and quotations are indented."""
        self._styles = styles
        self._called: set[str] = set()
        self._linked = style_id(styles, _LINK_IN_HEAD, "character")
        self._has_both = style_id(styles, _BOTH, "character") is not None
        self._leads_in = style_id(styles, _LEAD_IN) is not None

    def blocks(self, blocks: Sequence[Block], level: int, area: Area) -> tuple[Block, ...]:
        """These blocks under a heading of this level, where the text has this room.

        Their own headings go below that heading; a picture that is wider or higher is scaled down.
        """
        return self._blocks(self._led_in(blocks), _Around(level, area.width, area.height))

    def inlines(self, inlines: Iterable[Inline]) -> tuple[Inline, ...]:
        return self._inlines(inlines, _Around(0, math.inf, math.inf))

    def _led_in(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """What announces a list stays on its page, where the template has a style for that."""
        for block, following in zip_longest(blocks, blocks[1:]):
            announces = isinstance(block, Paragraph) and block.style == NEUTRAL and isinstance(following, List)
            yield replace(block, style=_LEAD_IN) if self._leads_in and announces else block

    def _blocks(self, blocks: Iterable[Block], around: _Around) -> tuple[Block, ...]:
        return tuple(self._block(block, around) for block in blocks)

    def _block(self, block: Block, around: _Around) -> Block:
        match block:
            case Heading():
                own = min(around.level + block.level, DEEPEST)
                return replace(block, level=own, inlines=self._inlines(block.inlines, around))
            case Paragraph() | Caption():
                styled = around if around.depth else replace(around, style=block.style)
                return replace(block, inlines=self._inlines(block.inlines, styled))
            case List():
                return replace(block, items=tuple(self._items(block, around)))
            case Table():
                columns = max((sum(cell.column_span for cell in row.cells) for row in block.rows), default=1)
                return replace(block, rows=tuple(self._row(row, around, around.width / columns) for row in block.rows))
            case Contents():
                return block
            case _:
                assert_never(block)

    def _items(self, block: List, around: _Around) -> Iterator[ListItem]:
        depth = around.depth + 1
        family = "List Number" if block.ordered else "List Bullet"
        inside = replace(around, depth=depth, style=family if depth == 1 else f"{family} {depth}")
        for item in block.items:
            yield replace(item, blocks=self._blocks(item.blocks, inside))

    def _row(self, row: Row, around: _Around, column: float) -> Row:
        inside = replace(around, head=row.header, depth=0)
        return replace(row, cells=tuple(self._cell(cell, inside, column * cell.column_span) for cell in row.cells))

    def _cell(self, cell: Cell, around: _Around, width: float) -> Cell:
        return replace(cell, blocks=self._blocks(cell.blocks, replace(around, width=width - _PADDING)))

    def _inlines(self, inlines: Iterable[Inline], around: _Around) -> tuple[Inline, ...]:
        placed: list[Inline] = []
        for inline in inlines:
            if placed and isinstance(placed[-1], NoteCall) and isinstance(inline, NoteCall):
                placed.append(_BETWEEN_NOTES)
            placed.append(self._inline(inline, around))
        return tuple(placed)

    def _inline(self, inline: Inline, around: _Around) -> Inline:
        match inline:
            case NoteCall():
                again = inline.note.key in self._called
                self._called.add(inline.note.key)
                return replace(inline, again=again)
            case Link():
                inside = self._inlines(inline.inlines, around)
                return replace(inline, inlines=tuple(self._in_head(inside)) if around.head else inside)
            case Picture():
                return fitting(inline, self._room(around))
            case Text() | Value() | CrossReference() | PageNumber():
                return replace(inline, look=self._known(inline.look))
            case Anchor() | Break() | Tab():
                return inline
            case _:
                assert_never(inline)

    def _known(self, look: Look) -> Look:
        """LibreOffice leaves the style for bold italic out of the files that it saves."""
        return replace(look, style="Strong", italic=True) if look.style == _BOTH and not self._has_both else look

    def _room(self, around: _Around) -> Area:
        layout = self._styles.layout(around.style) if around.style else AS_STYLED
        return Area(around.width - (layout.left or 0.0) - (layout.right or 0.0), around.height)

    def _in_head(self, inlines: Iterable[Inline]) -> Iterator[Inline]:
        """The words of a link in a header row, where the colour of links may be as dark as the fill."""
        for inline in inlines:
            if self._linked and isinstance(inline, Text | Value | CrossReference):
                yield replace(inline, look=replace(inline.look, style=_LINK_IN_HEAD))
            else:
                yield inline


def spoken(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """The words alone: what a running head can hold, where no note and no bookmark may stand."""
    for inline in inlines:
        match inline:
            case Text(text, look) | Value(text, _, look):
                yield Text(text, look)
            case Link(_, inside):
                yield from spoken(inside)


def fitting(picture: Picture, area: Area) -> Picture:
    scale = min(1.0, area.width / picture.width, (area.height - _LINE) / picture.height)
    return replace(picture, width=picture.width * scale, height=picture.height * scale)
