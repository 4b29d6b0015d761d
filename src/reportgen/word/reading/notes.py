"""Footnotes and endnotes (ECMA-376-1, 17.11): what they say, and the numbers that their calls show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportgen.document import Block, Inline, Note, NoteCall, Paragraph, Tab, Text
from reportgen.word.elements import Element, W, value, whole
from reportgen.word.numbering import USUAL_NOTES, formatted
from reportgen.word.package import Part
from reportgen.word.reading.manuscript import Manuscript

ReadText = Callable[[Part, Element], tuple[Block, ...]]
"""The part that a text stands in, and the element that holds it → its blocks."""

_PARTS = {"footnote": "footnotes", "endnote": "endnotes"}


class Notebook:
    """The notes of one file, read when they are called. Calls are counted in the order in which they are asked for."""

    def __init__(self, manuscript: Manuscript, read: ReadText) -> None:
        self._manuscript = manuscript
        self._read = read
        self._elements = {kind: _elements(manuscript, kind) for kind in _PARTS}
        self._notes: dict[tuple[str, str], Note] = {}
        self._numbers: dict[tuple[str, str], str] = {}
        self._counts: dict[str, int] = {}
        self._opened: set[tuple[str, str]] = set()  # a note that calls itself is read once
        self._section: Element | None = None

    def begin_section(self, properties: Element | None) -> None:
        """The section that is read next; its notes may count from its beginning."""
        self._section = properties
        for kind in _PARTS:
            if self._option(kind, "numRestart") == "eachSect":
                self._counts.pop(kind, None)

    def call(self, kind: str, identifier: str, mark: str | None) -> NoteCall | None:
        """A note's call, its first or another; `mark` is what it shows instead of a number."""
        note = self._note(kind, identifier)
        if note is None:
            return None
        again = (kind, identifier) in self._numbers
        if not again:
            if mark:
                note = self._notes[kind, identifier] = replace(note, blocks=_without_words(note.blocks, mark))
            self._numbers[kind, identifier] = mark if mark is not None else self._next(kind)
        return NoteCall(note, again, self._numbers[kind, identifier])

    def call_again(self, bookmark: str, number: str) -> NoteCall | None:
        """The call of the note in a bookmark, repeated. `number` is the one that was saved."""
        found = self._manuscript.marks.notes.get(bookmark)
        note = self._note(*found) if found else None
        if found is None or note is None:
            return None
        return NoteCall(note, True, number or self._numbers.get(found, ""))

    def _note(self, kind: str, identifier: str) -> Note | None:
        if (kind, identifier) not in self._notes:
            part, elements = self._elements[kind]
            element = elements.get(identifier)
            if part is None or element is None or (kind, identifier) in self._opened:
                return None
            self._opened.add((kind, identifier))
            blocks = _without_mark(self._read(part, element), element)
            self._notes[kind, identifier] = Note(blocks, "footnote" if kind == "footnote" else "endnote", identifier)
        return self._notes[kind, identifier]

    def _next(self, kind: str) -> str:
        start = whole(self._option(kind, "numStart"))
        self._counts[kind] = self._counts.get(kind, (1 if start is None else start) - 1) + 1
        return formatted(self._counts[kind], self._option(kind, "numFmt") or USUAL_NOTES[kind])

    def _option(self, kind: str, name: str) -> str | None:
        """The section's own, else the document's."""
        for holder in (self._section, self._manuscript.settings):
            found = value(holder.find(f"{W}{kind}Pr"), name) if holder is not None else None
            if found is not None:
                return found
        return None


def _elements(manuscript: Manuscript, kind: str) -> tuple[Part | None, dict[str, Element]]:
    part = next(iter(manuscript.package.main.all_of_type(_PARTS[kind])), None)
    notes = part.root.iterfind(W + kind) if part is not None else ()
    return part, {note.get(W + "id", ""): note for note in notes if note.get(W + "type", "normal") == "normal"}


def _without_mark(blocks: tuple[Block, ...], element: Element) -> tuple[Block, ...]:
    """The blank after the note's own number is part of its mark."""
    marked = next(element.iter(W + "footnoteRef", W + "endnoteRef"), None) is not None
    if not marked or not blocks or not isinstance(blocks[0], Paragraph):
        return blocks
    return replace(blocks[0], inlines=_without_blank(blocks[0].inlines)), *blocks[1:]


def _without_words(blocks: tuple[Block, ...], mark: str) -> tuple[Block, ...]:
    """A mark of its own stands in the note as words like others (17.11.5), and comes as its mark."""
    first = blocks[0].inlines[0] if blocks and isinstance(blocks[0], Paragraph) and blocks[0].inlines else None
    if not isinstance(first, Text) or not first.text.startswith(mark) or not isinstance(blocks[0], Paragraph):
        return blocks
    left = first.text.removeprefix(mark)
    inlines = (replace(first, text=left) if left else None, *blocks[0].inlines[1:])
    return replace(blocks[0], inlines=_without_blank(tuple(one for one in inlines if one is not None))), *blocks[1:]


def _without_blank(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    first = inlines[0] if inlines else None
    if isinstance(first, Tab) or (isinstance(first, Text) and first.text.isspace() and len(first.text) == 1):
        return inlines[1:]
    if isinstance(first, Text) and first.text[0].isspace():
        return replace(first, text=first.text[1:]), *inlines[1:]
    return inlines
