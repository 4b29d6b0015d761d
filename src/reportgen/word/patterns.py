"""The data tables as the template draws them: a caption with the table's label, and the table right after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reportgen.problems import Place, Problems
from reportgen.word.slots import label_slot
from reportgen.word.xml import Element, W, find, value, w


class Pattern(NamedTuple):
    caption: Element
    table: Element

    def take_out(self) -> None:
        for element in self:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)


def find_patterns(body: Element, template: str, problems: Problems) -> dict[str, Pattern]:
    """All of them by the table's id. Problems: a label without a table after it, a table that is drawn twice."""
    found: dict[str, Pattern] = {}
    for caption in list(body.iter(W + "p")):
        identifier = label_slot(caption)
        if identifier is None:
            continue
        place = Place(template, paragraph=_words(caption))
        table = caption.getnext()
        if table is None or table.tag != W + "tbl":
            hint = "the caption's paragraph and its table belong together, nothing between them"
            problems.error("template", place, f"no table follows the caption of “{identifier}”", hint)
        elif identifier in found:
            problems.error("template", place, f"table “{identifier}” is drawn twice", "draw each table once")
        else:
            found[identifier] = Pattern(caption, table)
    return found


def colour_ratings(table: Element, styles: Mapping[str, str]) -> None:
    """Give the words in each cell of a rating's fill that rating's character style. `styles`: fill → style id."""
    for cell in table.iter(W + "tc"):
        fill = value(cell, "tcPr", "shd", attribute="fill")
        style = styles.get((fill or "").upper())
        if style is None:
            continue
        for run in cell.iter(W + "r"):
            properties = find(run, "rPr")
            if properties is None:
                properties = w("rPr")
                run.insert(0, properties)
            if find(properties, "rStyle") is None:
                properties.insert(0, w("rStyle", val=style))


def text_width(element: Element) -> float:
    """The width of the text, in points, in the section that this element stands in (17.6)."""
    section = _section(element)
    size, margins = find(section, "pgSz"), find(section, "pgMar")
    width = float(size.get(W + "w", 11906)) if size is not None else 11906.0
    sides = sum(float(margins.get(W + side, 1440)) for side in ("left", "right")) if margins is not None else 2880.0
    return (width - sides) / 20


def _section(element: Element) -> Element:
    top = element
    while (parent := top.getparent()) is not None and parent.tag != W + "body":
        top = parent
    following: Element | None = top
    while following is not None:
        if following.tag == W + "sectPr":
            return following
        own = find(following, "pPr", "sectPr")
        if own is not None:
            return own
        following = following.getnext()
    return w("sectPr")


def _words(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(W + "t")).strip()[:60]
