"""The marks of fields among runs: begin, code, separate, result, end (ECMA-376-1, 17.16.18)."""

from __future__ import annotations

from reportgen.document import Anchor, Text
from reportgen.word.elements import Element, W
from reportgen.word.instructions import Instruction
from reportgen.word.reading.fields import AgainCall, field_layer, is_listing, simple_field_layer
from reportgen.word.reading.layers import Item, Layer, Layers
from reportgen.word.reading.manuscript import Manuscript
from reportgen.word.reading.unsaved import is_worked_out, words_of_code, words_of_form


class FieldReader:
    """Opens and closes the fields of one text. What belongs to a table of contents is kept apart, line by line."""

    def __init__(self, manuscript: Manuscript, layers: Layers, call_again: AgainCall) -> None:
        self._manuscript = manuscript
        self._layers = layers
        self._call_again = call_again
        self._listed: tuple[str, list[Item]] | None = None
        self._begun: dict[Layer, Element] = {}  # the first marks of the open fields

    @property
    def in_listing(self) -> bool:
        return self._layers.listing is not None

    def take_listed(self) -> tuple[str, list[Item]] | None:
        """At the end of a paragraph: the table of contents that it belongs to, and what it holds of it."""
        listing = self._layers.listing
        if listing is not None:
            self._keep_listed(listing)
        listed, self._listed = self._listed, None
        return listed

    def open_simple(self, element: Element) -> Layer:
        """A `w:fldSimple`, which stands around its result."""
        code = element.get(W + "instr", "")
        self._check(code, element)
        return self._layers.open(simple_field_layer(self._call_again, code))

    def mark(self, element: Element) -> None:
        """A `w:fldChar`."""
        mark, layer = element.get(W + "fldCharType"), self._layers.innermost_field
        if mark == "begin":
            self._begun[self._layers.open(field_layer(self._call_again))] = element
        elif mark == "separate" and layer is not None:
            layer.silent, layer.items = False, []
            layer.listing = is_listing(layer.code or "")
            self._check(layer.code or "", element)
        elif mark == "end" and layer is not None:
            layer.listing = is_listing(layer.code or "")
            begin = self._begun.pop(layer, element)
            if layer.silent or all(isinstance(item, Anchor) for item in layer.items):
                self._show_unsaved(layer, begin)
            self.close(layer)

    def code(self, element: Element) -> None:
        """A `w:instrText`: a piece of the code."""
        layer = self._layers.innermost_field
        if layer is not None and layer.silent:
            layer.code = (layer.code or "") + (element.text or "")

    def close(self, layer: Layer) -> None:
        if layer.listing and self._layers.listing in (layer, None):
            self._keep_listed(layer)
        layer.silent = False
        self._layers.close(layer)

    def _keep_listed(self, listing: Layer) -> None:
        """What the paragraph at hand holds of a table of contents is not its own."""
        self._layers.gather(listing)
        self._listed = (listing.code or "").strip(), [*(self._listed[1] if self._listed else []), *listing.items]
        listing.items = []

    def _show_unsaved(self, layer: Layer, begin: Element) -> None:
        """A field that ends without a result, or with none to be seen."""
        instruction = Instruction.read(layer.code or "")
        text = words_of_code(instruction) or words_of_form(begin)
        if text:
            layer.items.append(Text(text, layer.look))
        elif is_worked_out(instruction):
            message = f"what Word works out from the field “{instruction.text}” is left out"
            self._manuscript.warn("field", message, begin, "type what it shows in its place")

    def _check(self, code: str, element: Element) -> None:
        if Instruction.read(code).kind == "STYLEREF":
            message = "a running heading that Word takes from the text prints as it was last saved, on every page"
            self._manuscript.warn("running-heading", message, element)
