"""A Word file as it is read to be checked: its words as passages, and its tables, each with its place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from reportgen.checks.report.edited.grid import At, Grid, inlines_of, read_grid, words_of
from reportgen.checks.report.reading.passage import Bound, Kind, Listing, NoteMark, Passage, Reference, Section
from reportgen.document import (
    REFERENCE,
    Block,
    Break,
    Caption,
    CrossReference,
    Document,
    Heading,
    Inline,
    Link,
    List,
    Note,
    NoteCall,
    Paragraph,
    Picture,
    Tab,
    Table,
    Text,
    Value,
    anchor_name,
)
from reportgen.edition.edition import Edition
from reportgen.edition.settings import RESERVED
from reportgen.problems import Place

_QUOTED = 60  # letters of a paragraph that a problem quotes
_ALIKE = 0.8  # how alike a part's heading is to the one that it had
_OWN_NOTE = "note"
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "‑": "-", "\u00ad": None})
_DISPLAY = "the display"  # what a live reference says, as in the narrative's passages


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure from the data as it stands in the file, with digits that were typed right beside it."""

    value: Value
    said: str
    place: Place
    table: int = -1  # the number of its table, in the order of the file
    at: At = (0, 0)  # its cell there


@dataclass(frozen=True, slots=True)
class ReadTable:
    grid: Grid
    id: str  # of the figure or table whose caption stands before it
    passages: tuple[Passage, ...]  # its words, cell by cell
    places: Mapping[At, Place]


@dataclass(slots=True)
class ReadWord:
    passages: list[Passage] = field(default_factory=list)  # without those of tables
    figures: list[Figure] = field(default_factory=list)
    tables: list[ReadTable] = field(default_factory=list)


def read_document(
    document: Document,
    name: str,
    edition: Edition,
    sections: Mapping[str, Section],
    made: Container[str],
    right: Callable[[Value], str],
) -> ReadWord:
    """`sections`: of the narrative's files, by their first headings. `made`: what the data and the template say.
    `right`: what a figure should say.

    In the words for the rules every figure says what is right: what it says else is told of the figure, and only once.
    """
    reading = _Reading(name, edition, sections, made, right)
    reading.blocks(document.blocks)
    return reading.found


@dataclass(slots=True)
class _Line:
    """What one paragraph says: for the rules (with figures and references marked), and to be quoted."""

    text: str = ""
    quoted: str = ""
    figures: list[tuple[Value, str]] = field(default_factory=list)  # with the digits typed beside it
    bound: list[Bound] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    marks: list[NoteMark] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


class _Reading:
    def __init__(
        self,
        name: str,
        edition: Edition,
        sections: Mapping[str, Section],
        made: Container[str],
        right: Callable[[Value], str],
    ) -> None:
        self.found = ReadWord()
        self._name, self._sections, self._made, self._right = name, sections, made, right
        settings, self._sources = edition.settings, edition.sources.values()
        ids = [*settings.figures, *settings.tables, *(one.id for one in settings.missions), *RESERVED]
        self._anchors = {anchor_name(REFERENCE, one): one for one in ids}
        self._section, self._headings, self._base = Section(), list[str](), 1
        self._display = ""  # the id of the caption that was read last
        self._count = self._groups = 0
        self._table, self._at = -1, (0, 0)  # that which is being read, and its cell
        self._cell: str | None = None

    def blocks(self, blocks: Sequence[Block]) -> None:
        for number, block in enumerate(blocks):
            match block:
                case Heading(level=level, inlines=inlines):
                    self._heading(level, inlines)
                case Paragraph():
                    self._paragraph(block, "paragraph", listing=self._listing(blocks, number))
                case Caption():
                    self._caption(block)
                case List():
                    self._list(block)
                case Table():
                    self._read_table(block)

    def _heading(self, level: int, inlines: Sequence[Inline]) -> None:
        line = self._line(inlines)
        begun = self._begun(line.text, level)
        if begun is not None:
            self._section, self._base, self._headings = begun, level, []
        own = max(1, level - self._base + 1)
        self._headings[own - 1 :] = [line.text]
        self._display = ""
        self._add("heading", line, level=own)

    def _begun(self, text: str, level: int) -> Section | None:
        """The section that a heading begins, in words that somebody may have changed a little."""
        exactly = self._sections.get(plain(text))
        if exactly is not None or level > self._base:
            return exactly
        near = difflib.get_close_matches(plain(text), self._sections, n=1, cutoff=_ALIKE)
        return self._sections[near[0]] if near else Section()

    def _paragraph(self, block: Paragraph, kind: Kind, listing: Listing | None = None, level: int = 0) -> None:
        line = self._line(block.inlines)
        if line.text.strip():
            self._add(kind, line, listing=listing, level=level, group=self._groups if level else 0)
        for picture in line.pictures:
            if picture.alt:
                self._add("alt", _Line(picture.alt, picture.alt), shown=True)
            self._display = ""

    def _caption(self, block: Caption) -> None:
        line = self._line(block.inlines)
        words = _without_lead(line, f"{block.label} {block.number}")
        self._display = self._anchors.get(block.anchor, "")
        if self._display:
            self._add("call", _Line("", words.quoted), shown=True)
        if words.text:
            self._add("title", words, shown=True)

    def _list(self, block: List, depth: int = 1) -> None:
        self._groups += depth == 1
        for item in block.items:
            for number, inner in enumerate(item.blocks):
                if isinstance(inner, List):
                    self._list(inner, depth + 1)
                elif isinstance(inner, Paragraph):
                    self._paragraph(inner, "paragraph" if number else "item", level=depth)
                else:
                    self.blocks((inner,))

    def _read_table(self, table: Table) -> None:
        grid, number = read_grid(table), len(self.found.tables)
        places: dict[At, Place] = {}
        kept, self.found.passages, self._table = self.found.passages, [], number
        identifier, self._display = self._display, ""
        self._groups += 1
        group = self._groups
        words: list[Passage] = []
        for (row, column), cell in grid.first.items():
            self._at = row, column
            self._cell = f"row {row + 1}, column {column + 1}"
            self._count += 1
            start = _start(words_of(cell)) or _start(words_of(grid.at(row, 0))) or None
            places[row, column] = Place(self._name, paragraph=start, cell=self._cell, nth=self._count)
            self.found.passages = []
            self.blocks(cell.blocks)
            words += [_in_cell(one, group, row, column) for one in self.found.passages]
        self._cell, self._table, self.found.passages = None, -1, kept
        self.found.tables.append(ReadTable(grid, identifier, tuple(words), places))

    def _listing(self, blocks: Sequence[Block], number: int) -> Listing | None:
        """What comes right behind a paragraph: a list, a table, or a caption with its figure or table."""
        behind = blocks[number + 1 : number + 3]
        place = Place(self._name, nth=self._count + 2)
        match behind:
            case [List(items=items), *_]:
                starts = self._of_one_list(["".join(said(inlines_of(one.blocks[:1]))) for one in items])
                return Listing("list", len(starts), replace(place, paragraph=_start(starts[0])), items=starts)
            case [Caption() as caption, Table() as table]:
                rows = sum(not row.header for row in table.rows)
                at = replace(place, paragraph=_start("".join(said(caption.inlines)).lstrip(" .:")))
                return Listing("table", rows, at, self._anchors.get(caption.anchor, ""))
            case [Table() as table, *_]:
                return Listing("table", sum(not row.header for row in table.rows), place)
            case [Caption() as caption, *_]:
                return Listing("figure", 0, place, self._anchors.get(caption.anchor, ""))
        return None

    def _of_one_list(self, starts: Sequence[str]) -> tuple[str, ...]:
        """Word takes a list right behind another for one: what was written, and what was made, are two."""
        is_made = plain(starts[0]) in self._made
        return tuple(takewhile(lambda one: (plain(one) in self._made) == is_made, starts))

    def _line(self, inlines: Iterable[Inline]) -> _Line:
        line = _Line()
        self._count += 1
        self._say(tuple(inlines), line)
        place = self._place(line)
        self.found.figures += [Figure(one, text, place, self._table, self._at) for one, text in line.figures]
        return line

    def _say(self, inlines: Sequence[Inline], line: _Line) -> None:
        for number, one in enumerate(inlines):
            start = len(line.text)
            match one:
                case Text(text=text):
                    behind_figure = number > 0 and isinstance(inlines[number - 1], Value)
                    line.text += text[len(_ahead(text)) :] if behind_figure else text
                    line.quoted += text
                case Value():
                    before = _behind(line.text) if number and isinstance(inlines[number - 1], Text) else ""
                    following = inlines[number + 1] if number + 1 < len(inlines) else None
                    after = _ahead(following.text) if isinstance(following, Text) else ""
                    line.figures.append((one, before + one.text + after))
                    line.text = line.text[: start - len(before)]
                    right = replace(one, text=self._right(one))
                    line.bound.append(Bound(len(line.text), len(line.text) + len(right.text), right))
                    line.text += right.text
                    line.quoted += one.text
                case CrossReference(kind="label", target=target, text=text):
                    line.text += _DISPLAY
                    line.quoted += text
                    line.references.append(Reference(start, len(line.text), self._anchors.get(target, "")))
                case Link(target=target, inlines=inside):
                    self._say(inside, line)
                    if not target.startswith("#"):
                        line.references.append(Reference(start, len(line.text), target, "link"))
                case NoteCall(note=note, again=again):
                    line.marks.append(NoteMark(start, self._key(note)))
                    line.notes += [] if again else [note]
                case Picture():
                    line.pictures.append(one)
                case Break() | Tab():
                    line.text += " "
                    line.quoted += " "

    def _key(self, note: Note) -> str:
        """The source that a note cites; of a note of its own, what it says."""
        words = " ".join("".join(said(inlines_of(note.blocks))).split())
        found = [one for one in self._sources if words.startswith(one.text)]
        return max(found, key=lambda one: len(one.text)).key if found else _OWN_NOTE

    def _place(self, line: _Line) -> Place:
        return Place(self._name, paragraph=_start(line.quoted) or None, cell=self._cell, nth=self._count)

    def _add(
        self,
        kind: Kind,
        line: _Line,
        *,
        listing: Listing | None = None,
        level: int = 0,
        group: int = 0,
        shown: bool = False,
    ) -> None:
        section = replace(self._section, headings=tuple(self._headings), figure=self._display if shown else "")
        place = self._place(line)
        bound, references, marks = tuple(line.bound), tuple(line.references), tuple(line.marks)
        self.found.passages.append(
            Passage(kind, line.text, ((0, place),), section, bound, references, marks, listing, group, level=level)
        )
        for note in line.notes:
            if self._key(note) == _OWN_NOTE:
                for block in note.blocks:
                    if isinstance(block, Paragraph):
                        self._add("note", self._line(block.inlines))


def plain(text: str) -> str:
    """Words without what typing may change in them: capitals, spaces, kinds of quotation mark and dash."""
    return " ".join(text.casefold().translate(_PLAIN).split())


def said(inlines: Iterable[Inline]) -> Iterator[str]:
    return (one.text for one in inlines if isinstance(one, Text | Value | CrossReference))


def _start(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _QUOTED else words[: _QUOTED - 1].rstrip() + "…"


def _without_lead(line: _Line, label: str) -> _Line:
    """A caption's words behind its label and number."""
    lead = len(line.text) - len(line.text.lstrip(" .:–—-"))
    bound = [Bound(one.start - lead, one.end - lead, one.value) for one in line.bound]
    return _Line(line.text[lead:], f"{label}{line.quoted}", bound=bound, notes=line.notes)


def _in_cell(passage: Passage, group: int, row: int, column: int) -> Passage:
    kind = "cell" if passage.kind in ("paragraph", "item") else passage.kind
    return replace(passage, kind=kind, group=group, row=row, column=column)


def _behind(text: str) -> str:
    """Digits at the end of a text: they were typed right before a figure, and change it."""
    found = re.search(r"\d[\d.,]*$", text)
    return found[0] if found else ""


def _ahead(text: str) -> str:
    """Digits at its beginning."""
    found = re.match(r"\d+|(?:[.,]\d+)+", text)
    return found[0] if found else ""
