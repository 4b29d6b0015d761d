"""The outline of a body: which paragraphs are headings, at what level, under what number (17.3.1.20)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportgen.word.elements import Element, W, value, whole
from reportgen.word.instructions import Instruction
from reportgen.word.numbering import Counting
from reportgen.word.styles import Styles


class Outline:
    """Levels of paragraphs by the styles of one Word file. Level 1 is that of Heading 1."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self._known: dict[str, int | None] = {}

    def style_of(self, paragraph: Element) -> str:
        """The name of a paragraph's style."""
        return self.styles.name(value(paragraph.find(W + "pPr"), "pStyle") or "")

    def listed_level(self, paragraph: Element, asked: Instruction) -> int | None:
        """The level at which a table of contents lists this paragraph; None where it does not."""
        levels, style = asked.range("o"), self.style_of(paragraph)
        if levels is None and not (asked.has("u") or asked.has("t")):
            levels = range(1, 10)
        named = _heading_level(style)
        if named and levels and named in levels:
            return named
        if style.lower() in (own := asked.pairs("t")):
            return own[style.lower()]
        level = self.level(paragraph) if asked.has("u") else None
        return level if level and level in (levels or asked.range("u") or ()) else None

    def level(self, paragraph: Element) -> int | None:
        """By outline level, the paragraph's own or its style's."""
        properties = paragraph.find(W + "pPr")
        own = whole(value(properties, "outlineLvl"))
        if own is not None:
            return own + 1 if own < 9 else None
        style = value(properties, "pStyle") or ""
        if style not in self._known:
            self._known[style] = self.styles.heading_level(style)
        return self._known[style]

    def headings_before(self, element: Element, body: Element, level: int) -> int:
        """How many headings of this level or above stand before the element."""
        count = 0
        for found in body.iter(W + "p", W + "r"):
            if found is element:
                break
            own = _heading_level(self.style_of(found)) if found.tag == W + "p" else None
            count += own is not None and own <= level
        return count

    def labels(self, body: Element) -> Mapping[Element, str]:
        """What Word's numbering prints before each numbered paragraph."""
        counting = Counting(self.styles.levels)
        return {
            paragraph: counting.label(*numbering)[0]
            for paragraph in body.iter(W + "p")
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
