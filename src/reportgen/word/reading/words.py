"""A check that nothing was lost on the way: the words in the file against those in the document read from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    Tab,
    Table,
    Text,
    Value,
)
from reportgen.word.elements import MC, Element, M, W, chosen, switch
from reportgen.word.reading.manuscript import letters

_TEXT, _MARK = W + "t", W + "fldChar"
_DELETED = {W + "del", W + "moveFrom"}
_PROPERTIES = {W + "tr": "trPr", W + "tc": "tcPr"}


def letters_in(element: Element) -> int:
    """How many letters this text of a file has; not what is deleted, nor the codes of fields."""
    return sum(letters(text) for text in _words_in(element, []))


def letters_of(blocks: Iterable[Block]) -> int:
    return sum(letters(text) for text in words_of(blocks))


def words_of(blocks: Iterable[Block]) -> Iterator[str]:
    """What a text says, as it was saved; not what its notes say."""
    for block in blocks:
        match block:
            case Paragraph(inlines) | Heading(inlines=inlines):
                yield from _inline_words(inlines)
            case Caption():
                yield f"{block.label}{block.number}"
                yield from _inline_words(block.inlines)
            case List(items):
                yield from words_of(inner for item in items for inner in item.blocks)
            case Table(rows):
                yield from words_of(inner for row in rows for cell in row.cells for inner in cell.blocks)
            case Contents(entries):
                for entry in entries:
                    yield from _inline_words(entry.inlines)
                    yield entry.page
            case _:
                assert_never(block)


def _inline_words(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text) | Value(text=text) | CrossReference(text=text) | PageNumber(text=text):
                yield text
            case Link(_, inner):
                yield from _inline_words(inner)
            case NoteCall():
                yield inline.number
            case Anchor() | Break() | Tab() | Picture():
                pass
            case _:
                assert_never(inline)


def _words_in(element: Element, codes: list[bool]) -> Iterator[str]:
    """`codes`: of the fields that we are in, whether we are still in their instruction."""
    for child in element:
        tag = child.tag
        if tag in _DELETED or (tag in _PROPERTIES and _is_deleted(child, _PROPERTIES[str(tag)])):
            continue
        if tag == _TEXT:
            if not any(codes):
                yield child.text or ""
        elif tag == _MARK:
            _follow(child, codes)
        elif tag == MC + "AlternateContent":
            yield from _words_in(chosen(child), codes)
        elif not str(tag).startswith(M):
            yield from _words_in(child, codes)


def _follow(mark: Element, codes: list[bool]) -> None:
    match mark.get(W + "fldCharType"):
        case "begin":
            codes.append(True)
        case "separate" if codes:
            codes[-1] = False
        case "end" if codes:
            codes.pop()


def _is_deleted(part: Element, tag: str) -> bool:
    """A row or cell that is a tracked deletion, or a row that is hidden."""
    properties = part.find(W + tag)
    if properties is None:
        return False
    gone = properties.find(W + "del") is not None or properties.find(W + "cellDel") is not None
    return gone or bool(switch(properties, "hidden"))
