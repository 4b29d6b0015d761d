"""The outline of a body: which paragraphs are headings, at what level, under what number (17.3.1.20)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.word.elements import Element, W, value, whole
from reportgen.word.instructions import Instruction
from reportgen.word.numbering import Counting
from reportgen.word.styles import Styles


class Outline:
    """Levels of paragraphs by the styles of one Word file. Level 1 is that of Heading 1."""

    def __init__(self, styles: Styles, body: Element) -> None:
        self.styles = styles
        self._body = body
        self._labels: Mapping[Element, str] | None = None

    def style_of(self, paragraph: Element) -> str:
        """The name of a paragraph's style."""
        return self.styles.name(value(paragraph.find(W + "pPr"), "pStyle") or "")

    def listed(self, asked: Instruction) -> Iterator[tuple[int, Element]]:
        """The paragraphs that a table of contents lists, each with its level there."""
        by_style: dict[str, int | None] = {}
        for paragraph in self._body.iter(W + "p"):
            properties = paragraph.find(W + "pPr")
            style, own = value(properties, "pStyle") or "", whole(value(properties, "outlineLvl"))
            if style not in by_style:
                by_style[style] = self._style_level(style, asked)
            level = by_style[style]
            if own is not None and asked.has("u") and self._named_level(style, asked) is None:
                level = own + 1 if own + 1 in _outline_levels(asked) else None
            if level is not None:
                yield level, paragraph

    def _style_level(self, style: str, asked: Instruction) -> int | None:
        named = self._named_level(style, asked)
        if named is not None or not asked.has("u"):
            return named
        level = self.styles.heading_level(style)
        return level if level in _outline_levels(asked) else None

    def _named_level(self, style: str, asked: Instruction) -> int | None:
        """By the style's name: Word's own headings, and the styles that the instruction names."""
        name = self.styles.name(style)
        heading, levels = _heading_level(name), asked.range("o")
        if levels is None and not (asked.has("u") or asked.has("t")):
            levels = range(1, 10)
        return heading if heading in (levels or ()) else asked.pairs("t").get(name.lower())

    def headings_before(self, element: Element, level: int) -> int:
        """How many headings of this level or above stand before the element."""
        count = 0
        for found in self._body.iter(W + "p", W + "r"):
            if found is element:
                break
            own = _heading_level(self.style_of(found)) if found.tag == W + "p" else None
            count += own is not None and own <= level
        return count

    def label(self, paragraph: Element) -> str:
        """What Word's numbering prints before a paragraph; empty where it is not numbered."""
        if self._numbering(paragraph) is None:
            return ""
        if self._labels is None:
            self._labels = self._count()
        return self._labels.get(paragraph, "")

    def _count(self) -> Mapping[Element, str]:
        counting = Counting(self.styles.levels)
        return {
            paragraph: counting.label(*numbering)[0]
            for paragraph in self._body.iter(W + "p")
            if (numbering := self._numbering(paragraph)) is not None
        }

    def is_contents_heading(self, element: Element) -> bool:
        return element.tag == W + "p" and self.style_of(element).lower() == "toc heading"

    def _numbering(self, paragraph: Element) -> tuple[str, int] | None:
        properties = paragraph.find(W + "pPr")
        own = properties.find(W + "numPr") if properties is not None else None
        number = value(own, "numId")
        if number is None:
            return self.styles.numbering(value(properties, "pStyle") or "")
        return (number, whole(value(own, "ilvl")) or 0) if number != "0" else None


def _heading_level(style: str) -> int | None:
    """N for Word's own style Heading N."""
    found = re.fullmatch(r"Heading ([1-9])", style)
    return int(found[1]) if found else None


def _outline_levels(asked: Instruction) -> range:
    return asked.range("o") or asked.range("u") or range(0)
