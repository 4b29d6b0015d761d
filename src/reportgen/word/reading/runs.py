"""What stands in a run (ECMA-376-1, 17.3.2 and 17.3.3): words, tabs, breaks, symbols, marks of notes, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from reportgen.document import Break, Look, NoteCall, PageNumber, Tab, Text
from reportgen.word.elements import MC, XML_SPACE, Element, W, chosen, is_on, switch, value
from reportgen.word.looks import read_look
from reportgen.word.package import Part
from reportgen.word.reading.drawings import Drawn, read_drawing, read_vml
from reportgen.word.reading.field_marks import FieldReader
from reportgen.word.reading.layers import Item, Layers
from reportgen.word.reading.manuscript import Manuscript, letters
from reportgen.word.symbols import UNKNOWN, has_unknown_symbols, is_symbol_font, plain_symbol, plain_symbols

_BREAKS = {"page": Break("page"), "column": Break("column")}


class Notes(Protocol):
    def call(self, kind: str, identifier: str, mark: str | None) -> NoteCall | None: ...
    def call_again(self, bookmark: str, number: str) -> NoteCall | None: ...


@dataclass(slots=True)
class _Run:
    """The format of the run at hand."""

    look: Look
    font: str | None
    hidden: bool
    is_mark: bool = False  # its words are the mark of a note


class RunReader:
    """Reads the runs of one text. `boxes` gathers the contents of text boxes that were met.

    `hidden` is to be set where the style of the paragraph at hand hides its words.
    """

    def __init__(
        self,
        manuscript: Manuscript,
        part: Part,
        notes: Notes,
        layers: Layers,
        fields: FieldReader,
        read_inside: Callable[[Element], None],
    ) -> None:
        """`read_inside` reads runs that stand within something in a run."""
        self.boxes: list[Element] = []
        self.hidden = False
        self._manuscript = manuscript
        self._part = part
        self._notes = notes
        self._layers = layers
        self._fields = fields
        self._read_inside = read_inside
        self._readers = self._content_readers()

    def read(self, element: Element) -> None:
        properties = element.find(W + "rPr")
        style_id = value(properties, "rStyle")
        look = read_look(properties, self._manuscript.styles.theme, self._character_style(style_id))
        font = look.font or (self._manuscript.styles.own_look(style_id).font if look.style and style_id else None)
        self._contents(element, _Run(look, font, self._is_hidden(properties, style_id)))

    def _content_readers(self) -> dict[str, Callable[[Element, _Run], None]]:
        return {
            W + "t": self._text,
            W + "tab": lambda element, run: self._visible(Tab(), run),
            W + "ptab": lambda element, run: self._visible(Tab(), run),
            W + "br": lambda element, run: self._visible(_BREAKS.get(element.get(W + "type", ""), Break()), run),
            W + "cr": lambda element, run: self._visible(Break(), run),
            W + "noBreakHyphen": lambda element, run: self._words("\u2011", run),
            W + "softHyphen": lambda element, run: self._words("\u00ad", run),
            W + "sym": self._symbol,
            W + "pgNum": lambda element, run: self._visible(PageNumber("page", run.look), run),
            W + "fldChar": lambda element, run: self._fields.mark(element),
            W + "instrText": lambda element, run: self._fields.code(element),
            W + "footnoteReference": self._note_call,
            W + "endnoteReference": self._note_call,
            W + "commentReference": lambda element, run: self._manuscript.count("comment"),
            W + "drawing": lambda element, run: self._drawn(read_drawing, element, run),
            W + "pict": lambda element, run: self._drawn(read_vml, element, run),
            W + "object": lambda element, run: self._drawn(read_vml, element, run),
            W + "ruby": self._ruby,
            MC + "AlternateContent": self._alternative_content,
        }

    def _contents(self, element: Element, run: _Run) -> None:
        for child in element:
            reader = self._readers.get(str(child.tag))
            if reader is not None:
                reader(child, run)

    def _character_style(self, style_id: str | None) -> str | None:
        style = self._manuscript.styles.by_id.get(style_id) if style_id else None
        return None if style is None or style.name == "Default Paragraph Font" else style.name

    def _is_hidden(self, properties: Element | None, style_id: str | None) -> bool:
        direct = switch(properties, "vanish")
        if direct is not None:
            return direct
        styles = self._manuscript.styles
        return self.hidden or (style_id in styles.by_id and styles.hidden(style_id or ""))

    def _text(self, element: Element, run: _Run) -> None:
        text = re.sub("[\t\n\r]+", " ", element.text or "")
        if UNKNOWN in plain_symbols(text, run.font) and has_unknown_symbols(text, run.font):
            message = f"symbols that have no counterpart in other fonts print as {UNKNOWN}"
            self._manuscript.warn("symbol", message, element, "put other characters in their place")
        self._words(text if element.get(XML_SPACE) == "preserve" else text.strip(" "), run)

    def _words(self, text: str, run: _Run) -> None:
        innermost = self._layers.innermost
        if innermost is not None:
            innermost.look = run.look
        if run.is_mark:
            return
        if run.hidden and text.strip() and not self._layers.silent:
            self._manuscript.count("hidden")
            self._manuscript.hidden_letters += letters(text)
        shown = plain_symbols(text, run.font)
        look = replace(run.look, font=None) if shown != text and is_symbol_font(run.look.font) else run.look
        if shown:
            self._visible(Text(shown, look), run)

    def _symbol(self, element: Element, run: _Run) -> None:
        font, code = element.get(W + "font", ""), element.get(W + "char", "")
        shown = plain_symbol(int(code, 16), font) if re.fullmatch("[0-9A-Fa-f]{1,6}", code) else None
        if shown is None:
            message = f"a symbol of the font {font} has no counterpart in other fonts and prints as {UNKNOWN}"
            self._manuscript.warn("symbol", message, element, "put another character in its place")
        self._visible(Text(shown or UNKNOWN, run.look), run)

    def _visible(self, item: Item, run: _Run) -> None:
        if not run.hidden:
            self._layers.add(item)

    def _note_call(self, element: Element, run: _Run) -> None:
        holder = element.getparent()
        own = is_on(element.get(W + "customMarkFollows")) and holder is not None
        mark = "".join(text.text or "" for text in holder.iter(W + "t")) if own and holder is not None else None
        kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
        call = self._notes.call(kind, element.get(W + "id", ""), mark)
        if call is None:
            message = f"a {kind} is called here that is not in the file"
            self._manuscript.warn("missing-note", message, element, "take its mark out in Word")
        else:
            self._visible(call, run)
            run.is_mark = mark is not None

    def _ruby(self, element: Element, run: _Run) -> None:
        """The words, then in brackets how they are said (17.3.3.25): a PDF has no room for it above them."""
        for base in element.iterfind(W + "rubyBase"):
            self._read_inside(base)
        for said in element.iterfind(W + "rt"):
            self._words(" (", run)
            self._read_inside(said)
            self._words(")", run)

    def _drawn(self, read: Callable[[Element, Part, Manuscript], Drawn], element: Element, run: _Run) -> None:
        if run.hidden or self._layers.silent:
            return
        drawn = read(element, self._part, self._manuscript)
        for picture in drawn.pictures:
            self._layers.add(picture)
        self.boxes.extend(drawn.boxes)

    def _alternative_content(self, element: Element, run: _Run) -> None:
        self._contents(chosen(element), run)
