"""Blocks that belong together: a table or picture with its caption and source line, the paragraphs of a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reportgen.document import Anchor, Block, Break, Caption, Paragraph, Picture, Table, Text

_SOURCE = "Source"
_QUOTE = "Quote"


@dataclass(frozen=True, slots=True)
class Figure:
    """A table or a picture's paragraph; its caption before or after it, the source line after both."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    paragraphs: tuple[Paragraph, ...]


Group: TypeAlias = Block | Figure | Quotation


def grouped(blocks: Sequence[Block]) -> Iterator[Group]:
    """The same blocks in the same order, those together that belong together."""
    at = 0
    while at < len(blocks):
        group = _figure(blocks, at) or _quotation(blocks, at)
        if len(group) > 1 or _is_quoted(group[0]):
            yield Quotation(tuple(_paragraphs(group))) if _is_quoted(group[0]) else Figure(tuple(group))
        else:
            yield group[0]
        at += len(group)


def _figure(blocks: Sequence[Block], at: int) -> Sequence[Block]:
    end = at + 1
    if isinstance(blocks[at], Caption):
        if not _is_shown(blocks, end):
            return ()
        end += 1
    elif _is_shown(blocks, at):
        end += _has_caption_after(blocks, at)
    else:
        return ()
    while end < len(blocks) and _has_style(blocks[end], _SOURCE):
        end += 1
    return blocks[at:end]


def _has_caption_after(blocks: Sequence[Block], at: int) -> bool:
    """A caption between two tables or pictures belongs to the one that its label fits, else to the later one."""
    caption = blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(caption, Caption):
        return False
    names_table = caption.label.casefold().startswith("tab")
    return names_table == isinstance(blocks[at], Table) or not _is_shown(blocks, at + 2)


def _is_shown(blocks: Sequence[Block], at: int) -> bool:
    return at < len(blocks) and (isinstance(blocks[at], Table) or _is_picture(blocks[at]))


def _is_picture(block: Block) -> bool:
    """A paragraph with nothing to read in it but a picture."""
    if not isinstance(block, Paragraph) or not any(isinstance(inline, Picture) for inline in block.inlines):
        return False
    return all(
        isinstance(inline, Picture | Anchor | Break) or (isinstance(inline, Text) and inline.text.isspace())
        for inline in block.inlines
    )


def _quotation(blocks: Sequence[Block], at: int) -> Sequence[Block]:
    end = at + 1
    while _is_quoted(blocks[at]) and end < len(blocks) and _is_quoted(blocks[end]):
        end += 1
    return blocks[at:end]


def _is_quoted(block: Block) -> bool:
    return _has_style(block, _QUOTE)


def _has_style(block: Block, style: str) -> bool:
    return isinstance(block, Paragraph) and block.style == style


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    return (block for block in blocks if isinstance(block, Paragraph))
