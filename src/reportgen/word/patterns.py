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


def _words(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(W + "t")).strip()[:60]
