"""Inlines of the model as what stands in a paragraph: runs, fields, links, bookmarks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count, groupby
from typing import TYPE_CHECKING, assert_never

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from reportgen.document import (
    PLAIN,
    Anchor,
    Break,
    CrossReference,
    Inline,
    Link,
    Look,
    Note,
    NoteCall,
    PageNumber,
    Picture,
    Tab,
    Text,
    Value,
)
from reportgen.word.bookmarks import Bookmarks
from reportgen.word.elements import Element
from reportgen.word.formatting import look_properties
from reportgen.word.origins import BOOKMARK
from reportgen.word.pictures import Pictures
from reportgen.word.styles import StyleKind
from reportgen.word.xml import field, qualified, run, w, words

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

NOTE_BOOKMARK = "_note_"
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES", "section pages": "SECTIONPAGES"}
_REFERENCES = {"label": "REF", "page": "PAGEREF"}


@dataclass(slots=True)
class _Called:
    """A note that has been called: the run of its first reference, and the bookmark around it, if any."""

    reference: Element
    bookmark: str = ""


class RunWriter:
    """Writes inlines for one Word file. `values` collects those that came from data, by bookmark."""

    def __init__(
        self,
        document: WordDocument,
        bookmarks: Bookmarks,
        style_id: Callable[[str, StyleKind], str | None],
        write_note: Callable[[Note], int],
    ) -> None:
        self.values: dict[str, Value] = {}
        self._bookmarks = bookmarks
        self._style_id = style_id
        self._write_note = write_note
        self._pictures = Pictures(document)
        self._addresses: dict[tuple[Part, str], str] = {}
        self._looks: dict[Look, Element | None] = {}
        self._notes: dict[str | Note, _Called] = {}

    def write(self, inlines: Iterable[Inline], part: Part, style: str | None = None) -> list[Element]:
        """The inlines in this part; `style` is the character style of words that have none of their own."""
        return [element for inline in _joined(inlines) for element in self._inline(inline, part, style)]

    def caption_label(self, label: str, anchor: str, number: str = "") -> list[Element]:
        """`Table 6` with a live number, in the bookmark that references lead to."""
        sequence = re.sub(r"\W", "_", label)
        counted = field(f"SEQ {sequence} \\* ARABIC", [run(None, *words(number))])
        labelled = [run(None, *words(f"{label} ")), *counted]
        return self._bookmarks.around(anchor, labelled) if anchor else labelled

    def note_mark(self, kind: str, content: Element) -> Element:
        return run(self._properties(Look(style=f"{kind} reference")), content)

    def finish(self) -> None:
        """Put bookmarks around the references of notes that were called again."""
        for called in self._notes.values():
            if called.bookmark and called.reference.getparent() is not None:
                start, end = self._bookmarks.around(called.bookmark, ())
                called.reference.addprevious(start)
                called.reference.addnext(end)

    def _inline(self, inline: Inline, part: Part, style: str | None) -> Iterator[Element]:
        match inline:
            case Text(text, look):
                yield run(self._properties(look, style), *words(text))
            case Value(text, _, look):
                yield from self._value(inline, run(self._properties(look, style), *words(text)))
            case Link(target, inlines):
                yield self._link(target, self.write(inlines, part, style or "Hyperlink"), part)
            case NoteCall():
                yield from self._note_call(inline)
            case CrossReference(target, kind, look, text):
                result = run(self._properties(look, style), *words(text))
                yield from field(f"{_REFERENCES[kind]} {target} \\h", [result])
            case PageNumber(of, look, text):
                yield from field(_FIELDS[of], [run(self._properties(look, style), *words(text or "1"))])
            case Anchor(name):
                yield from self._bookmarks.around(name, ())
            case Break(kind):
                yield run(None, w("br") if kind == "line" else w("br", type=kind))
            case Tab():
                yield run(None, w("tab"))
            case Picture():
                yield run(None, self._pictures.write(inline, part))
            case _:
                assert_never(inline)

    def _value(self, value: Value, written: Element) -> list[Element]:
        name = self._bookmarks.free(BOOKMARK)
        self.values[name] = value
        return self._bookmarks.around(name, [written])

    def _link(self, target: str, content: list[Element], part: Part) -> Element:
        link = w("hyperlink", *content, history=1)
        if target.startswith("#"):
            link.set(qualified("w:anchor"), target[1:])
        else:
            link.set(qualified("r:id"), self._address(target, part))
        return link

    def _address(self, target: str, part: Part) -> str:
        """The part's relationship to an address outside; kept here, as python-docx walks through them all."""
        if (part, target) not in self._addresses:
            names = (f"rLink{number}" for number in count(1 + len(self._addresses)))
            identifier = next(name for name in names if name not in part.rels)
            part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, target, identifier, is_external=True)
            self._addresses[part, target] = identifier
        return self._addresses[part, target]

    def _note_call(self, call: NoteCall) -> list[Element]:
        key = call.note.key or call.note
        called = self._notes.get(key)
        if called is not None and (call.again or call.note.key):
            called.bookmark = called.bookmark or self._bookmarks.free(NOTE_BOOKMARK)
            look = self._properties(Look(style=f"{call.note.kind} reference"))
            return field(f"NOTEREF {called.bookmark} \\f \\h", [run(look, *words(call.number))], look)
        kind = call.note.kind
        reference = self.note_mark(kind, w(f"{kind}Reference", id=self._write_note(call.note)))
        self._notes[key] = _Called(reference)
        return [reference]

    def _properties(self, look: Look, style: str | None = None) -> Element | None:
        named = replace(look, style=style) if style and look.style is None else look
        if named == PLAIN:
            return None
        if named not in self._looks:
            style_id = self._style_id(named.style, "character") if named.style else None
            self._looks[named] = look_properties(named, style_id)
        return self._looks[named]


def _joined(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Neighbouring words of one look as one: a run is never broken without need."""
    for look, group in groupby(inlines, lambda inline: inline.look if isinstance(inline, Text) else None):
        if look is None:
            yield from group
        else:
            yield Text("".join(text.text for text in group if isinstance(text, Text)), look)
