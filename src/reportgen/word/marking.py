"""The character style of the figures that came from data: whoever edits the file sees which they are (17.7.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING

from reportgen.word.bookmarks import END, START
from reportgen.word.elements import Element, W
from reportgen.word.origins import BOOKMARK
from reportgen.word.styles import canonical_name
from reportgen.word.xml import find, value, w

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

VALUE_STYLE = "Data Value"
_PRIORITY = 30  # in the styles pane, after those that words are set in


def mark_values(document: WordDocument, roots: Iterable[Element]) -> None:
    """Set every figure in the style, which the file is given if it has none; one that has a style already keeps it."""
    runs = [run for root in roots for start in root.iter(START) for run in _figure(start)]
    style = _style(document) if runs else ""
    for run in runs:
        properties = find(run, "rPr")
        if properties is None:
            properties = w("rPr")
            run.insert(0, properties)
        if find(properties, "rStyle") is None:
            properties.insert(0, w("rStyle", val=style))


def _figure(start: Element) -> Iterator[Element]:
    """The runs of the figure that begins here, if one does."""
    if not start.get(W + "name", "").startswith(BOOKMARK):
        return
    for sibling in start.itersiblings():
        if sibling.tag == END and sibling.get(W + "id") == start.get(W + "id"):
            return
        if sibling.tag == W + "r":
            yield sibling


def _style(document: WordDocument) -> str:
    root: Element = document.styles.element
    taken: set[str] = set()
    for style in root.iterfind(W + "style"):
        taken.add(identifier := style.get(W + "styleId", ""))
        if (
            identifier
            and style.get(W + "type") == "character"
            and canonical_name(value(style, "name") or "") == VALUE_STYLE
        ):
            return identifier
    free = next(one for number in count() if (one := f"DataValue{number or ''}") not in taken)
    named = w("style", w("name", val=VALUE_STYLE), w("uiPriority", val=_PRIORITY), type="character", styleId=free)
    named.set(W + "customStyle", "1")
    root.append(named)
    return free
