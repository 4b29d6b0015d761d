"""Tables of contents, of tables and figures: the lines that Word saved (ECMA-376-1, 17.16.5.68)."""

from __future__ import annotations

import re

from reportgen.document import ContentsEntry, CrossReference, Inline, Link, Tab, Text
from reportgen.word.contents import contents_style
from reportgen.word.reading.fields import linked
from reportgen.word.reading.layers import Item, settled


def as_entry(items: list[Item], instruction: str, style: str) -> ContentsEntry | None:
    """One line, without the tab and the page number at its end. None for a line with nothing in it."""
    target, inlines = _dissolved(settled(items))
    words, page, reference = _without_page(inlines)
    if not words:
        return None
    found = re.fullmatch(r"toc ([1-9])", style)
    level = int(found[1]) if found else 1
    named = "" if style == contents_style(instruction, level) else style
    return ContentsEntry(level, words, target or reference, named, page)


def _dissolved(inlines: tuple[Inline, ...]) -> tuple[str, tuple[Inline, ...]]:
    """The whole line leads to one place: where, and its words."""
    target = ""
    words: list[Item] = []
    for inline in inlines:
        if isinstance(inline, Link) and inline.target.startswith("#"):
            target = target or inline.target[1:]
            words.extend(inline.inlines)
        else:
            words.append(inline)
    return target, settled(linked("", words))


def _without_page(inlines: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], str, str]:
    """The words, the page's number, and the target that it names."""
    last = inlines[-1] if inlines else None
    if isinstance(last, CrossReference) and last.kind == "page":
        return _trimmed(inlines[:-1]), last.text, last.target
    is_number = isinstance(last, Text) and len(inlines) > 1 and isinstance(inlines[-2], Tab)
    if isinstance(last, Text) and is_number:
        return _trimmed(inlines[:-2]), last.text.strip(), ""
    return _trimmed(inlines), "", ""


def _trimmed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return _trimmed(inlines[:-1]) if inlines and isinstance(inlines[-1], Tab) else inlines
