"""Markdown's inlines as the model's: words and looks, links, notes, pictures, and what expressions gave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import assert_never

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.tree import SyntaxTreeNode

from reportgen.document import (
    PLAIN,
    Break,
    CrossReference,
    Inline,
    Link,
    Look,
    Note,
    NoteCall,
    Paragraph,
    Picture,
    Text,
    Value,
)
from reportgen.edition.evaluating import Call, printable
from reportgen.edition.marks import MARK, MarkedText
from reportgen.edition.pictures import read_picture
from reportgen.edition.sources import Source
from reportgen.problems import Place, Problems, nearest

NOTE_STYLE = "footnote text"

_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)
_NO_KEY = re.compile(r"\[\^[^\]]*\]")
_STYLES = {"strong": "Strong", "em": "Emphasis"}


@dataclass(frozen=True, slots=True)
class InlineReader:
    """Reads the inlines of one narrative file, and keeps account of the notes that it calls."""

    file: str
    marked: MarkedText
    definitions: Mapping[str, SyntaxTreeNode]  # the file's own notes
    sources: Mapping[str, Source]
    folder: Path
    problems: Problems
    lacks_sources: bool = False
    called: set[str] = field(default_factory=set)
    in_note: bool = False

    def read(self, nodes: Iterable[SyntaxTreeNode], look: Look = PLAIN) -> tuple[Inline, ...]:
        """The inlines of these nodes; neighbouring texts of the same look are one."""
        return _joined(inline for node in nodes for inline in self._inlines(node, look))

    def words(self, text: str, place: Place, look: Look = PLAIN) -> Iterator[Inline]:
        """Text as it stands, with what the expressions gave in place of their marks."""
        for piece in re.split(f"({MARK.pattern})", text):
            if MARK.fullmatch(piece):
                yield from self._given(piece, place, look)
            elif piece:
                yield Text(piece, look)

    def place(self, node: SyntaxTreeNode) -> Place:
        """Where in the file this begins."""
        line = node.map[0] if not node.is_root and node.map else 0
        return Place(self.file, self.marked.lines[min(line, len(self.marked.lines) - 1)])

    def error(self, code: str, node: SyntaxTreeNode, message: str, hint: str | None = None) -> None:
        self.problems.error(code, self.place(node), message, hint)

    def heading(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        """The words of a heading; none are an error, unless what should have given them has been told of."""
        words = self.read([child for inline in node.children for child in inline.children])
        if not words and all(one.place != self.place(node) for one in self.problems.errors):
            self.error("heading", node, "a heading needs words")
        return words

    def warn_of_lost(self, node: SyntaxTreeNode, words: object) -> None:
        """Words that Markdown takes, and that a report has no place for."""
        if words:
            message = f"“{printable(str(words))}” stands where nothing is printed"
            self.problems.warn("not-printed", self.place(node), message, "Move the words into the text.")

    def _inlines(self, node: SyntaxTreeNode, look: Look) -> Iterable[Inline]:
        match node.type:
            case "text":
                return self._text(node, look)
            case "text_special":  # an entity or an escaped sign: never a mark
                return [Text(printable(node.content) or " ", look)]
            case "code_inline":
                return self.words(re.sub(r"\s", " ", node.content), self.place(node), look)
            case "softbreak":
                return [Text(" ", look)]
            case "hardbreak":
                return [Break()]
            case "strong" | "em":
                return self.read(node.children, _with(_STYLES[node.type], look))
            case "link":
                return self._link(node, look)
            case "image":
                return self._picture(node)
            case "footnote_ref":
                return self._note_call(node)
        raise AssertionError(f"Markdown has no {node.type}")

    def _text(self, node: SyntaxTreeNode, look: Look) -> Iterable[Inline]:
        for mark in _NO_KEY.findall(node.content):
            self._refuse_key(mark, node)
        if "](" in node.content:
            hint = "An address has no spaces; a note stands after the link; to print the bracket, write \\]."
            self.error("link", node, "“](” does not make a link here", hint)
        if stars := re.search(r"\*\*|~~", node.content):
            hint = "Bold words have their stars close by, **before and after**; to print stars, write \\*\\*."
            hint = hint if stars[0] == "**" else "Nothing is struck out in a report: delete the words."
            self.problems.warn("signs", self.place(node), f"“{stars[0]}” is printed as typed", hint)
        return self.words(re.sub(r"[ \t\n]+", " ", node.content), self.place(node), look)

    def _refuse_key(self, mark: str, node: SyntaxTreeNode) -> None:
        hint = "A key is one word, without spaces; to print the brackets, write \\[^."
        self.error("note", node, f"“{mark}” is no mark of a note", hint)

    def _given(self, mark: str, place: Place, look: Look) -> Iterable[Inline]:
        given = self.marked.behind(mark)
        match given:
            case None:
                return []
            case Text() | Value() | CrossReference():
                return [replace(given, look=look)]
            case Call() | tuple():
                hint = "Give the expression a paragraph of its own, with an empty line before and after."
                self.problems.error("not-alone", place, "this stands for a whole block, not for words", hint)
                return []
            case _:
                assert_never(given)

    def _link(self, node: SyntaxTreeNode, look: Look) -> Iterable[Inline]:
        self.warn_of_lost(node, node.attrs.get("title"))
        inlines, target = self.read(node.children, look), self._plain(str(node.attrs["href"]), node)
        words = "".join(_plain_text(inlines))
        if words.startswith("^"):  # [^my note] with its [^my note]: is Markdown's link by reference
            self._refuse_key(f"[{words}]", node)
            return []
        if not _ADDRESS.fullmatch(target):
            hint = "An address begins with https://, http:// or mailto:."
            if target.startswith("#"):
                hint = 'Refer to a figure or table with {{ ref("its id") }}.'
            self.error("link", node, f"“{target}” is no address that a reader can follow", hint)
        elif not (words.strip() or any(isinstance(one, Picture) for one in inlines)):
            self.error("link", node, "a link needs words that say where it leads")
        elif any(isinstance(inline, CrossReference) for inline in inlines):
            self.error("link", node, "a link cannot hold a reference, which is a link itself")
        else:
            return [Link(normalizeLink(target), inlines)]
        return inlines

    def _picture(self, node: SyntaxTreeNode) -> Iterable[Inline]:
        self.warn_of_lost(node, node.attrs.get("title"))
        alt = "".join(_plain_text(self.read(node.children))).strip()
        if not alt:
            hint = "Say in the square brackets what the picture shows: ![…](pictures/map.png)."
            self.error("alt", node, "this picture has no alternative text", hint)
            return []
        path = self._plain(str(node.attrs["src"]), node)
        picture = read_picture(self.folder, path, alt, self.place(node), self.problems)
        return [picture] if picture else []

    def _plain(self, text: str, node: SyntaxTreeNode) -> str:
        return "".join(_plain_text(self.words(text, self.place(node))))

    def _note_call(self, node: SyntaxTreeNode) -> Iterable[Inline]:
        name = key(node)
        if self.in_note:
            self.error("note", node, "a note cannot call another note", "Write the source's name here.")
        elif name in self.sources:
            return [NoteCall(source_note(self.sources[name]))]
        elif name in self.definitions:
            self.called.add(name)
            return [NoteCall(replace(self, in_note=True)._own_note(name))]
        elif not self.lacks_sources:
            hint = nearest(name, [*self.definitions, *self.sources])
            if not (hint or "").startswith("Did"):
                hint = f"Add it to the sources, or write the note: [^{name}]: …"
            self.error("note", node, f"“{name}” is neither a source nor a note of this file", hint)
        return []

    def _own_note(self, name: str) -> Note:
        paragraphs = [node for node in self.definitions[name].children if node.type == "paragraph"]
        blocks = (Paragraph(self.read(node.children[0].children), NOTE_STYLE) for node in paragraphs)
        return Note(tuple(blocks), key=f"{self.file}:{name}")


def key(node: SyntaxTreeNode) -> str:
    """The key of a note, where it is called and where it is written."""
    return str(node.meta["label"])


def source_note(source: Source) -> Note:
    """The note that cites a source: its text and when it was published, as a link, then its address for paper.

    A link says where it leads, in words; a screen reader would spell out an address.
    """
    known = source.published and source.published not in source.text
    words = Text(f"{source.text} ({source.published})" if known else source.text)
    if not _ADDRESS.fullmatch(source.url):
        inlines: tuple[Inline, ...] = (Text(f"{words.text}, {source.url}") if source.url else words,)
    else:
        inlines = (Link(normalizeLink(source.url), (words,)), Text(f", {source.url}"))
    return Note((Paragraph(inlines, NOTE_STYLE),), key=source.key)


def _with(style: str, look: Look) -> Look:
    both = look.style is not None and look.style != style
    return replace(look, style="Strong Emphasis" if both else style)


def _joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(last, Text) and inline.look == last.look:
            joined[-1] = Text(last.text + inline.text, inline.look)
        else:
            joined.append(inline)
    return tuple(joined)


def _plain_text(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text() | Value():
                yield inline.text
            case Link():
                yield from _plain_text(inline.inlines)
            case Break():
                yield " "
