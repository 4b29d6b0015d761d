"""The words of a document, as they stand on paper: what Word file and PDF must have in common, in the same order.

Running heads and feet and page numbers are no part of them; notes stand apart, in the order of their calls. List
labels and heading numbers are: they are printed, though Word works them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from reportgen.document import (
    Anchor,
    Block,
    Break,
    Caption,
    Contents,
    ContentsEntry,
    CrossReference,
    Document,
    Heading,
    Inline,
    Link,
    List,
    Note,
    NoteCall,
    PageNumber,
    Paragraph,
    Picture,
    Tab,
    Table,
    Text,
    Value,
)


@dataclass(frozen=True, slots=True)
class Words:
    body: list[str]
    footnotes: list[str]
    endnotes: list[str]

    def __iter__(self) -> Iterator[str]:
        return iter([*self.body, *self.footnotes, *self.endnotes])


def words(document: Document) -> Words:
    """The words of body and notes. A note called again is not repeated; its mark is."""
    notes: list[tuple[str, Note]] = []
    body = "".join(_blocks(document.blocks, notes)).split()
    said: dict[str, list[str]] = {"footnote": [], "endnote": []}
    for mark, note in notes:
        said[note.kind] += f"{mark} {''.join(_blocks(note.blocks, []))}".split()
    return Words(body, said["footnote"], said["endnote"])


def outline_words(heading: Heading) -> str:
    """What the outline says of a heading: without the marks of notes, and the commas between them."""
    marks = ("footnote reference", "endnote reference")
    kept = [one for one in heading.inlines if not isinstance(one, NoteCall)]
    said = [one for one in kept if not (isinstance(one, Text) and one.look.style in marks)]
    return " ".join(f"{heading.label} {''.join(_inlines(said, []))}".split())


def _blocks(blocks: Iterable[Block], notes: list[tuple[str, Note]]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, notes)
        yield "\n"


def _block(block: Block, notes: list[tuple[str, Note]]) -> Iterator[str]:
    match block:
        case Paragraph(inlines):
            yield from _inlines(inlines, notes)
        case Heading(inlines=inlines, label=label):
            yield f"{label} "
            yield from _inlines(inlines, notes)
        case Caption(label=label, number=number, inlines=inlines):
            yield f"{label} {number}"
            yield from _inlines(inlines, notes)
        case List(items):
            for item in items:
                yield f"{item.label} "
                yield from _blocks(item.blocks, notes)
        case Table(rows):
            for cell in (cell for row in rows for cell in row.cells):
                yield from _blocks(cell.blocks, notes)
        case Contents(entries):
            for entry in entries:
                yield from _entry(entry, notes)
        case _:
            assert_never(block)


def _entry(entry: ContentsEntry, notes: list[tuple[str, Note]]) -> Iterator[str]:
    yield from _inlines(entry.inlines, notes)
    yield "\n"


def _inlines(inlines: Iterable[Inline], notes: list[tuple[str, Note]]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text) | Value(text):
                yield text
            case Link(inlines=inside):
                yield from _inlines(inside, notes)
            case NoteCall(note, again, number):
                if not again:
                    notes.append((number, note))
                yield number
            case CrossReference(kind=kind, text=text):
                yield text if kind == "label" else ""
            case Tab() | Break():
                yield " "
            case Anchor() | PageNumber() | Picture():
                pass
            case _:
                assert_never(inline)
