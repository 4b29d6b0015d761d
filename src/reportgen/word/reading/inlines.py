"""What stands in a paragraph (ECMA-376-1, 17.3.1): runs, links, fields, bookmarks, tracked changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reportgen.document import Anchor, Text, Value
from reportgen.word.elements import MC, Element, M, R, W, chosen
from reportgen.word.package import Part
from reportgen.word.reading.field_marks import FieldReader
from reportgen.word.reading.fields import link_layer
from reportgen.word.reading.layers import Item, Layer, Layers
from reportgen.word.reading.manuscript import Manuscript
from reportgen.word.reading.runs import Notes, RunReader


@dataclass(frozen=True, slots=True)
class Line:
    """What one paragraph holds. `boxes` are the contents of text boxes in it.

    `listing`: the instruction of the table of contents that it belongs to, and what it holds of it.
    """

    items: list[Item]
    boxes: tuple[Element, ...] = ()
    listing: tuple[str, list[Item]] | None = None


class InlineReader:
    """Reads the paragraphs of one text in their order; a field may begin in one and end in a later one."""

    def __init__(self, manuscript: Manuscript, part: Part, notes: Notes) -> None:
        self._manuscript = manuscript
        self._part = part
        self._layers = Layers()
        self._fields = FieldReader(manuscript, self._layers, notes.call_again)
        self._runs = RunReader(manuscript, part, notes, self._layers, self._fields, self._children)
        self._bookmarks: dict[str, Layer] = {}  # of figures from data, by id
        self._readers = self._content_readers()

    @property
    def in_listing(self) -> bool:
        return self._fields.in_listing

    def read(self, paragraph: Element, hidden: bool = False) -> Line:
        """`hidden`: the paragraph's style hides its words."""
        self._runs.hidden = hidden
        self._children(paragraph)
        items = self._layers.end_paragraph()
        boxes, self._runs.boxes = tuple(self._runs.boxes), []
        return Line(items, boxes, self._fields.take_listed())

    def bookmark(self, element: Element) -> None:
        """A bookmark's start or end between paragraphs: its place is the beginning of the next one."""
        self._readers[str(element.tag)](element)

    def _content_readers(self) -> dict[str, Callable[[Element], None]]:
        inside = ("smartTag", "customXml", "sdtContent", "sdt", "dir", "bdo", "rubyBase")
        return {
            W + "r": self._runs.read,
            W + "hyperlink": self._hyperlink,
            W + "fldSimple": self._simple_field,
            W + "bookmarkStart": self._bookmark_start,
            W + "bookmarkEnd": self._bookmark_end,
            W + "ins": self._insertion,
            W + "moveTo": self._children,
            W + "del": self._deletion,
            W + "moveFrom": self._moved_away,
            W + "subDoc": self._subdocument,
            M + "oMath": self._equation,
            M + "oMathPara": self._equation,
            MC + "AlternateContent": self._alternative,
            **{W + tag: self._children for tag in inside},
        }

    def _children(self, element: Element) -> None:
        for child in element:
            reader = self._readers.get(str(child.tag))
            if reader is not None:
                reader(child)

    def _alternative(self, element: Element) -> None:
        self._children(chosen(element))

    def _insertion(self, element: Element) -> None:
        self._manuscript.count("insertion")
        self._children(element)

    def _deletion(self, element: Element) -> None:
        self._manuscript.count("deletion")

    def _moved_away(self, element: Element) -> None:
        self._manuscript.count("move")

    def _subdocument(self, element: Element) -> None:
        relation = self._part.relations.get(element.get(R + "id", ""))
        name = f" ({relation.target})" if relation is not None else ""
        hint = "in Word: View, Outline, Show Document, Expand Subdocuments, then Unlink"
        self._manuscript.warn(
            "inner-document", f"a document of its own{name} that belongs here is left out", element, hint
        )

    def _equation(self, element: Element) -> None:
        text = "".join(part.text or "" for part in element.iter(M + "t", W + "t"))
        message = f"the equation “{text}” prints as plain text"
        self._manuscript.warn("equation", message, element, "put a picture of it in its place")
        if text:
            self._layers.add(Text(re.sub(r"\s+", " ", text)))

    def _hyperlink(self, element: Element) -> None:
        relation = self._part.relations.get(element.get(R + "id", ""))
        anchor = element.get(W + "anchor")
        address = relation.target if relation is not None and relation.external else ""
        layer = self._layers.open(link_layer(address + (f"#{anchor}" if anchor else "")))
        self._children(element)
        self._layers.close(layer)

    def _simple_field(self, element: Element) -> None:
        layer = self._fields.open_simple(element)
        self._children(element)
        self._fields.close(layer)

    def _bookmark_start(self, element: Element) -> None:
        name, identifier = element.get(W + "name", ""), element.get(W + "id", "")
        written = self._manuscript.values.get(name)
        if written is not None:
            if name not in self._manuscript.values_met:  # a name again is a copy (17.13.6.2): words like any other
                self._manuscript.values_met.add(name)
                self._bookmarks[identifier] = self._layers.open(Layer(lambda layer: _value(layer, written)))
        elif not name.startswith("_") or self._manuscript.marks.lead_to(name):
            self._layers.add(Anchor(name))

    def _bookmark_end(self, element: Element) -> None:
        layer = self._bookmarks.pop(element.get(W + "id", ""), None)
        if layer is not None:
            self._layers.close(layer)


def _value(layer: Layer, written: Value) -> Iterable[Item]:
    """A figure, as far as it is still there."""
    texts = [item for item in layer.items if isinstance(item, Text)]
    if layer.broken or not texts or len(texts) != len(layer.items):
        return layer.items
    return [Value("".join(text.text for text in texts), written.origin, texts[0].look, written.text)]
