"""A table as rows and columns, what spans them resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from reportgen.document import (
    Block,
    Caption,
    Cell,
    CrossReference,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Table,
    Text,
    Value,
)

At = tuple[int, int]  # row and column, from 0


@dataclass(frozen=True)
class Grid:
    table: Table
    first: Mapping[At, Cell]  # each cell where it begins
    covering: Mapping[At, At]  # for each row and column, where the cell that covers it begins

    @property
    def rows(self) -> range:
        return range(len(self.table.rows))

    @property
    def columns(self) -> range:
        return range(max((column + 1 for _, column in self.covering), default=0))

    @cached_property
    def words(self) -> Mapping[At, str]:
        """What each cell says, by where it begins."""
        return {at: words_of(cell) for at, cell in self.first.items()}

    @cached_property
    def ids(self) -> Mapping[At, frozenset[str]]:
        """What the figures in each cell are of, by where it begins."""
        return {at: frozenset(one.origin.id for one in values_of(cell)) for at, cell in self.first.items()}

    def at(self, row: int, column: int) -> Cell | None:
        begins = self.covering.get((row, column))
        return self.first[begins] if begins is not None else None

    def is_head(self, row: int) -> bool:
        return self.table.rows[row].header


def read_grid(table: Table) -> Grid:
    first: dict[At, Cell] = {}
    covering: dict[At, At] = {}
    for row, one in enumerate(table.rows):
        column = 0
        for cell in one.cells:
            while (row, column) in covering:
                column += 1
            first[row, column] = cell
            for down in range(cell.row_span):
                for across in range(cell.column_span):
                    covering[row + down, column + across] = (row, column)
            column += cell.column_span
    return Grid(table, first, covering)


def words_of(cell: Cell | None) -> str:
    """All that a cell says, with single spaces."""
    return " ".join(" ".join(_words(cell.blocks)).split()) if cell is not None else ""


def values_of(cell: Cell | None) -> tuple[Value, ...]:
    """The figures from the data in it."""
    return tuple(one for one in (inlines_of(cell.blocks) if cell else ()) if isinstance(one, Value))


def inlines_of(blocks: Iterable[Block]) -> Iterator[Inline]:
    for block in blocks:
        match block:
            case Paragraph(inlines=inlines) | Heading(inlines=inlines) | Caption(inlines=inlines):
                for one in inlines:
                    yield from one.inlines if isinstance(one, Link) else (one,)
            case List(items=items):
                for item in items:
                    yield from inlines_of(item.blocks)
            case Table(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from inlines_of(cell.blocks)


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, List):
            for item in block.items:
                yield from _words(item.blocks)
        else:
            inlines = inlines_of((block,))
            yield "".join(one.text for one in inlines if isinstance(one, Text | Value | CrossReference))
