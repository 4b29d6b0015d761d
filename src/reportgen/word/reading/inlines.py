"""What stands in a paragraph (ECMA-376-1, 17.3): runs, links, fields, bookmarks, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from reportgen.document import Anchor, Break, Look, NoteCall, Origin, PageNumber, Tab, Text, Value
from reportgen.word.elements import MC, XML_SPACE, Element, M, R, W, switch, value
from reportgen.word.instructions import Instruction
from reportgen.word.looks import read_look
from reportgen.word.package import Part
from reportgen.word.reading.drawings import Drawn, read_drawing, read_vml
from reportgen.word.reading.fields import field_layer, is_listing, link_layer, simple_field_layer
from reportgen.word.reading.layers import Item, Layer, Layers
from reportgen.word.reading.manuscript import Manuscript, letters
from reportgen.word.symbols import UNKNOWN, is_symbol_font, plain_symbol, plain_symbols

_BREAKS = {"page": Break("page"), "column": Break("column")}
_KNOWN_EXTENSIONS = {"wps", "wpg", "wp14", "wp15", "w14", "w15", "w16", "a14"}  # what mc:Choice may require


class Notes(Protocol):
    def call(self, kind: str, identifier: str, mark: str | None) -> NoteCall | None: ...
    def call_again(self, bookmark: str, number: str) -> NoteCall | None: ...


@dataclass(frozen=True, slots=True)
class Line:
    """What one paragraph holds. `boxes` are the contents of text boxes in it.

    `listing`: the instruction of the table of contents that it belongs to, and what it holds of it.
    """

    items: list[Item]
    boxes: tuple[Element, ...] = ()
    listing: tuple[str, list[Item]] | None = None


@dataclass(slots=True)
class _Run:
    """The format of the run at hand."""

    look: Look
    font: str | None
    hidden: bool
    is_mark: bool = False  # its words are the mark of a note


class InlineReader:
    """Reads the paragraphs of one text in their order; a field may begin in one and end in a later one."""

    def __init__(self, manuscript: Manuscript, part: Part, notes: Notes) -> None:
        self._manuscript = manuscript
        self._part = part
        self._notes = notes
        self._layers = Layers()
        self._boxes: list[Element] = []
        self._listed: tuple[str, list[Item]] | None = None
        self._bookmarks: dict[str, Layer] = {}  # of figures from data, by id
        self._hidden = False  # by the style of the paragraph at hand
        self._readers = self._paragraph_readers()
        self._run_readers = self._content_readers()

    @property
    def in_listing(self) -> bool:
        return self._layers.listing is not None

    def read(self, paragraph: Element, hidden: bool = False) -> Line:
        """`hidden`: the paragraph's style hides its words."""
        self._hidden, self._listed = hidden, None
        self._children(paragraph)
        items = self._layers.end_paragraph()
        listing = self._layers.listing
        if listing is not None:
            self._keep_listed(listing)
        boxes, self._boxes = tuple(self._boxes), []
        return Line(items, boxes, self._listed)

    def bookmark(self, element: Element) -> None:
        """A bookmark's start or end between paragraphs: its place is the beginning of the next one."""
        self._readers[str(element.tag)](element)

    def _paragraph_readers(self) -> dict[str, Callable[[Element], None]]:
        inside = ("smartTag", "customXml", "sdtContent", "sdt", "dir", "bdo", "rubyBase")
        return {
            W + "r": self._run,
            W + "hyperlink": self._hyperlink,
            W + "fldSimple": self._simple_field,
            W + "bookmarkStart": self._bookmark_start,
            W + "bookmarkEnd": self._bookmark_end,
            W + "ins": self._insertion,
            W + "moveTo": self._children,
            W + "del": self._deletion,
            W + "moveFrom": self._moved_away,
            M + "oMath": self._equation,
            M + "oMathPara": self._equation,
            MC + "AlternateContent": self._alternative,
            **{W + tag: self._children for tag in inside},
        }

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
            W + "fldChar": lambda element, run: self._field_mark(element),
            W + "instrText": lambda element, run: self._field_code(element),
            W + "footnoteReference": self._note_call,
            W + "endnoteReference": self._note_call,
            W + "commentReference": lambda element, run: self._count("comment"),
            W + "drawing": lambda element, run: self._drawn(read_drawing, element, run),
            W + "pict": lambda element, run: self._drawn(read_vml, element, run),
            W + "object": lambda element, run: self._drawn(read_vml, element, run),
            W + "ruby": self._ruby,
            MC + "AlternateContent": self._alternative_content,
        }

    def _children(self, element: Element) -> None:
        for child in element:
            reader = self._readers.get(str(child.tag))
            if reader is not None:
                reader(child)

    # Runs

    def _run(self, element: Element) -> None:
        properties = element.find(W + "rPr")
        style_id = value(properties, "rStyle")
        look = read_look(properties, self._manuscript.styles.theme, self._character_style(style_id))
        font = look.font or (self._manuscript.styles.own_look(style_id).font if look.style and style_id else None)
        self._contents(element, _Run(look, font, self._is_hidden(properties, style_id)))

    def _contents(self, element: Element, run: _Run) -> None:
        for child in element:
            reader = self._run_readers.get(str(child.tag))
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
        return self._hidden or (style_id in styles.by_id and styles.hidden(style_id or ""))

    def _text(self, element: Element, run: _Run) -> None:
        text = re.sub("[\t\n\r]+", " ", element.text or "")
        self._words(text if element.get(XML_SPACE) == "preserve" else text.strip(" "), run)

    def _words(self, text: str, run: _Run) -> None:
        innermost = self._layers.innermost
        if innermost is not None:
            innermost.look = run.look
        if run.is_mark:
            return
        if run.hidden and text.strip() and not self._layers.silent:
            self._count("hidden")
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
        own = element.get(W + "customMarkFollows") in ("1", "true", "on") and holder is not None
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
        """Only the words themselves, not how they are said (17.3.3.25)."""
        for base in element.iterfind(W + "rubyBase"):
            self._children(base)

    def _drawn(self, read: Callable[[Element, Part, Manuscript], Drawn], element: Element, run: _Run) -> None:
        if run.hidden or self._layers.silent:
            return
        drawn = read(element, self._part, self._manuscript)
        for picture in drawn.pictures:
            self._layers.add(picture)
        self._boxes.extend(drawn.boxes)

    # What is there once and said twice, or changed and not yet accepted

    def _alternative(self, element: Element) -> None:
        self._children(chosen(element))

    def _alternative_content(self, element: Element, run: _Run) -> None:
        self._contents(chosen(element), run)

    def _insertion(self, element: Element) -> None:
        self._count("insertion")
        self._children(element)

    def _deletion(self, element: Element) -> None:
        self._count("deletion")

    def _moved_away(self, element: Element) -> None:
        self._count("move")

    def _equation(self, element: Element) -> None:
        text = "".join(part.text or "" for part in element.iter(M + "t", W + "t"))
        message = f"the equation “{text}” prints as plain text"
        self._manuscript.warn("equation", message, element, "put a picture of it in its place")
        if text:
            self._layers.add(Text(re.sub(r"\s+", " ", text)))

    def _count(self, what: str) -> None:
        self._manuscript.tally[what] += 1

    # Links, fields, bookmarks

    def _hyperlink(self, element: Element) -> None:
        relation = self._part.relations.get(element.get(R + "id", ""))
        anchor = element.get(W + "anchor")
        address = relation.target if relation is not None and relation.external else ""
        layer = self._layers.open(link_layer(address + (f"#{anchor}" if anchor else "")))
        self._children(element)
        self._layers.close(layer)

    def _simple_field(self, element: Element) -> None:
        code = element.get(W + "instr", "")
        layer = self._layers.open(simple_field_layer(self._notes.call_again, code))
        self._check_field(code, element)
        self._children(element)
        self._close_field(layer)

    def _field_mark(self, element: Element) -> None:
        mark, layer = element.get(W + "fldCharType"), self._layers.innermost_field
        if mark == "begin":
            self._layers.open(field_layer(self._notes.call_again))
        elif mark == "separate" and layer is not None:
            layer.silent, layer.items = False, []
            layer.listing = is_listing(layer.code or "")
            self._check_field(layer.code or "", element)
        elif mark == "end" and layer is not None:
            layer.listing = is_listing(layer.code or "")
            self._close_field(layer)

    def _field_code(self, element: Element) -> None:
        layer = self._layers.innermost_field
        if layer is not None and layer.silent:
            layer.code = (layer.code or "") + (element.text or "")

    def _close_field(self, layer: Layer) -> None:
        if layer.listing and self._layers.listing in (layer, None):
            self._keep_listed(layer)
        layer.silent = False
        self._layers.close(layer)

    def _keep_listed(self, listing: Layer) -> None:
        """What the paragraph at hand holds of a table of contents is not its own."""
        self._layers.gather(listing)
        self._listed = (listing.code or "").strip(), [*(self._listed[1] if self._listed else []), *listing.items]
        listing.items = []

    def _check_field(self, code: str, element: Element) -> None:
        if Instruction.read(code).kind == "STYLEREF":
            message = "a running heading that Word takes from the text prints as it was last saved, on every page"
            self._manuscript.warn("running-heading", message, element)

    def _bookmark_start(self, element: Element) -> None:
        name, identifier = element.get(W + "name", ""), element.get(W + "id", "")
        origin = self._manuscript.origins.get(name)
        if origin is not None:
            self._bookmarks[identifier] = self._layers.open(Layer(lambda layer: _value(layer, origin)))
        elif not name.startswith("_") or self._manuscript.marks.lead_to(name):
            self._layers.add(Anchor(name))

    def _bookmark_end(self, element: Element) -> None:
        layer = self._bookmarks.pop(element.get(W + "id", ""), None)
        if layer is not None:
            self._layers.close(layer)


def _value(layer: Layer, origin: Origin) -> Iterable[Item]:
    """A figure, as far as it is still there."""
    texts = [item for item in layer.items if isinstance(item, Text)]
    if layer.broken or not texts or len(texts) != len(layer.items):
        return layer.items
    return [Value("".join(text.text for text in texts), origin, texts[0].look)]


def chosen(element: Element) -> Element:
    """The first choice that is understood here, else the fallback (ECMA-376-3, 9.3)."""
    choices = element.findall(MC + "Choice")
    known = (one for one in choices if set(one.get("Requires", "").split()) <= _KNOWN_EXTENSIONS)
    fallback = element.find(MC + "Fallback")
    chosen = next(known, fallback if fallback is not None else choices[0] if choices else None)
    return element if chosen is None else chosen
