"""The grid of a table, and widths that suit its words: no word broken, more room for more to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.document import (
    Block,
    Break,
    Caption,
    Cell,
    CrossReference,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Picture,
    Row,
    Tab,
    Table,
    Text,
    Value,
)

_EM = 10.0  # points: the size of a table's text, roughly; only proportions matter much
_PADDING = 12.0  # what Word leaves left and right of a cell's words (10.8), and a little
_LONGEST_WORD = 20 * _EM / 2  # longer ones (addresses) may be broken
_LONGEST_LINE = 60 * _EM / 2  # beyond that, more words make a cell higher, not wider


@dataclass(frozen=True, slots=True)
class Place:
    """A cell at the column where it begins; `covered`: by the one above, whose later row this is."""

    column: int
    cell: Cell
    covered: bool = False


def grid(table: Table) -> list[tuple[Row, list[Place]]]:
    """The rows as Word's file has them: with a place for each cell that another one covers."""
    rows = []
    covered: dict[int, tuple[Cell, int]] = {}
    for row in table.rows:
        places = list(_places(row, covered)) or [Place(0, Cell(()))]
        covered = {
            place.column: (place.cell, left - 1)
            for place in places
            if (left := covered[place.column][1] if place.covered else place.cell.row_span) > 1
        }
        rows.append((row, places))
    return rows


def column_count(rows: Iterable[tuple[Row, list[Place]]]) -> int:
    return max((_end(place) for _, places in rows for place in places), default=0)


def column_widths(table: Table, total: float) -> tuple[float, ...]:
    """The widths of the columns in points: its own, else by the words in them and together `total`."""
    rows = grid(table)
    if len(table.widths) == column_count(rows):
        return table.widths
    least, wish = _needs(rows)
    if sum(least) >= total:
        return _scaled(least, total)
    if sum(wish) <= total:
        return _scaled(wish, total)
    share = (total - sum(least)) / (sum(wish) - sum(least))
    return tuple(low + share * (high - low) for low, high in zip(least, wish, strict=True))


def _places(row: Row, covered: dict[int, tuple[Cell, int]]) -> Iterator[Place]:
    column, waiting = 0, list(reversed(row.cells))
    while waiting or any(at >= column for at in covered):
        if column in covered:
            place = Place(column, covered[column][0], covered=True)
        else:
            place = Place(column, waiting.pop() if waiting else Cell(()))
        yield place
        column = _end(place)


def _end(place: Place) -> int:
    return place.column + place.cell.column_span


def _needs(rows: list[tuple[Row, list[Place]]]) -> tuple[list[float], list[float]]:
    """For each column, the width of its longest word and that of its longest line."""
    count = column_count(rows)
    least, wish = [_PADDING] * count, [_PADDING] * count
    own = [place for _, places in rows for place in places if not place.covered]
    for place in sorted(own, key=lambda place: place.cell.column_span):
        low, high = _cell_needs(place.cell)
        _widen(least, place, low)
        _widen(wish, place, high)
    return least, wish


def _widen(widths: list[float], place: Place, need: float) -> None:
    """Make room for a cell: what its columns lack is shared among them."""
    columns = range(place.column, _end(place))
    lack = need - sum(widths[column] for column in columns)
    if lack > 0:
        for column in columns:
            widths[column] += lack / len(columns)


def _scaled(widths: list[float], total: float) -> tuple[float, ...]:
    whole = sum(widths)
    return tuple(width * total / whole for width in widths)


def _cell_needs(cell: Cell) -> tuple[float, float]:
    lines = [line for block in cell.blocks for line in _lines(block)]
    longest_word = max((word_width(word) for line in lines for word in line.split()), default=0.0)
    longest_line = max((word_width(line) for line in lines), default=0.0)
    picture = max((width for block in cell.blocks for width in _picture_widths(block)), default=0.0)
    word, line = min(longest_word, _LONGEST_WORD), min(longest_line, _LONGEST_LINE)
    return max(word, picture) + _PADDING, max(line, picture) + _PADDING


def word_width(text: str, size: float = _EM) -> float:
    """An estimate that serves for any text face. `size` of the letters, in points."""
    return size * sum(_share(character) for character in text)


def _share(character: str) -> float:
    if character in "iljtfrI.,;:!'|()[] -":
        return 0.3
    if character in "MWmw@%—":
        return 0.85
    return 0.65 if character.isupper() else 0.52


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph | Heading | Caption):
        yield from "".join(_words(block.inlines)).split("\n")
    elif isinstance(block, List):
        for item in block.items:
            for inner in item.blocks:
                yield from (f"    {line}" for line in _lines(inner))


def _words(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Text | Value):
            yield inline.text
        elif isinstance(inline, CrossReference):
            yield inline.text or "Figure 88"  # its number is known later
        elif isinstance(inline, Link):
            yield from _words(inline.inlines)
        elif isinstance(inline, Tab | Break):
            yield "    " if isinstance(inline, Tab) else "\n"


def _picture_widths(block: Block) -> Iterator[float]:
    if isinstance(block, Paragraph):
        yield from (inline.width for inline in block.inlines if isinstance(inline, Picture))
