"""Every paragraph of a document with where it stands: the same walk for all who judge it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.document import (
    Block,
    Caption,
    Cell,
    Contents,
    CrossReference,
    Document,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Row,
    Table,
    Text,
    Value,
)
from reportgen.pdf.celllooks import Spot
from reportgen.problems import Place

_START = 60  # letters of a paragraph, as messages quote it


@dataclass(frozen=True, slots=True)
class Within:
    """The innermost cell that something stands in, its table, and where in it; tables count as the file has them."""

    table: Table
    row: Row
    cell: Cell
    spot: Spot
    name: str  # table 2, row 3, cell 1


@dataclass(frozen=True, slots=True)
class Passage:
    block: Paragraph | Heading | Caption
    within: Within | None = None

    @property
    def words(self) -> str:
        return "".join(one.text for one in texts(self.block.inlines))

    def place(self, name: str) -> Place:
        cell = self.within.name if self.within else None
        return Place(name, paragraph=self.words.strip()[:_START] or None, cell=cell)


def passages(document: Document) -> Iterator[Passage]:
    """Those of the body, then those of heads and feet; entries of contents are made anew, and left out."""
    counter = _Counter()
    yield from counter.all(document.blocks, None)
    margins = [margin for section in document.sections for margin in (section.heads, section.feet)]
    stories = [blocks for margin in margins for blocks in (margin.default, margin.first, margin.even) if blocks]
    for blocks in dict.fromkeys(stories):
        yield from counter.all(blocks, None)


def texts(inlines: Iterable[Inline]) -> Iterator[Text | Value | CrossReference]:
    for inline in inlines:
        if isinstance(inline, Text | Value | CrossReference):
            yield inline
        elif isinstance(inline, Link):
            yield from texts(inline.inlines)


class _Counter:
    def __init__(self) -> None:
        self._tables = 0

    def all(self, blocks: Iterable[Block], within: Within | None) -> Iterator[Passage]:
        for block in blocks:
            match block:
                case Paragraph() | Heading() | Caption():
                    yield Passage(block, within)
                case List():
                    for item in block.items:
                        yield from self.all(item.blocks, within)
                case Table():
                    yield from self._table(block)
                case Contents():
                    pass

    def _table(self, table: Table) -> Iterator[Passage]:
        self._tables += 1
        number = self._tables
        columns = max((sum(cell.column_span for cell in row.cells) for row in table.rows), default=0)
        heads = next((at for at, row in enumerate(table.rows) if not row.header), len(table.rows))
        for at, row in enumerate(table.rows):
            column = 0
            for position, cell in enumerate(row.cells, 1):
                spot = Spot(at, column, len(table.rows), columns, heads)
                name = f"table {number}, row {at + 1}, cell {position}"
                yield from self.all(cell.blocks, Within(table, row, cell, spot, name))
                column += cell.column_span
