"""A Word file as it is read to be checked: its words as passages, and its tables, each with its place."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from reportgen.checks.report.edited.captions import Label, reference
from reportgen.checks.report.edited.grid import At, Grid, inlines_of, read_grid, words_of
from reportgen.checks.report.edited.lines import OWN_NOTE, Line, LineReader, plain, said, start_of
from reportgen.checks.report.reading.passage import Kind, Listing, Passage, Section
from reportgen.document import (
    REFERENCE,
    Block,
    Caption,
    Document,
    Heading,
    Inline,
    List,
    Paragraph,
    Table,
    Value,
    anchor_name,
)
from reportgen.document import Section as PageSection
from reportgen.edition.edition import Edition
from reportgen.edition.settings import RESERVED
from reportgen.problems import Place

_ALIKE = 0.8  # how alike a part's heading is to the one that it had


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
    captions: list[Label] = field(default_factory=list)
    references: list[Label] = field(default_factory=list)  # to captions, live ones


def read_document(
    document: Document,
    blocks: Sequence[Block],
    name: str,
    edition: Edition,
    sections: Mapping[str, Section],
    made: Container[str],
    right: Callable[[Value], str],
) -> ReadWord:
    """`blocks`: those of the document, all captions known. `made`: what the data and the template say.
    `sections`: of the narrative's files, by their first headings. `right`: what a figure should say.

    In the words for the rules every figure says what is right: what it says else is told of the figure, and only once.
    """
    reading = _Reading(name, edition, sections, made, right)
    reading.blocks(blocks)
    for one in dict.fromkeys(each for section in document.sections for each in _margins(section)):
        reading.margin(one)
    return reading.found


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
        self._name, self._sections, self._made = name, sections, made
        settings = edition.settings
        ids = [*settings.figures, *settings.tables, *(one.id for one in settings.missions), *RESERVED]
        self._anchors = {anchor_name(REFERENCE, one): one for one in ids}
        self._lines = LineReader(self._anchors, tuple(edition.sources.values()), right)
        self._section, self._headings, self._base = Section(), list[str](), 1
        self._display = ""  # the id of the caption that was read last
        self._label = ""  # how a place in its table begins: “Table 6, ”
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

    def margin(self, blocks: Sequence[Block]) -> None:
        """What stands in the head or foot of pages belongs to no section."""
        self._section, self._headings, self._display = Section(), [], ""
        self.blocks(blocks)

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
                self._add("alt", Line(picture.alt, picture.alt), shown=True)
            self._display = ""

    def _caption(self, block: Caption) -> None:
        line = self._line(block.inlines)
        words = line.without_lead(f"{block.label} {block.number}")
        self._display = self._anchors.get(block.anchor, "")
        self.found.captions.append(Label(block.anchor, block.label, block.number, self._place(words)))
        self._label = f"{block.label} {block.number}, "
        if self._display:
            self._add("call", Line("", words.quoted), shown=True)
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
        label, self._label = self._label, ""
        self._groups += 1
        group = self._groups
        words: list[Passage] = []
        for (row, column), cell in grid.first.items():
            self._at = row, column
            self._cell = f"{label}row {row + 1}, column {column + 1}"
            self._count += 1
            start = start_of(words_of(cell)) or start_of(words_of(grid.at(row, 0))) or None
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
                return Listing("list", len(starts), replace(place, paragraph=start_of(starts[0])), items=starts)
            case [Caption() as caption, Table() as table]:
                rows = sum(not row.header for row in table.rows)
                at = replace(place, paragraph=start_of("".join(said(caption.inlines)).lstrip(" .:")))
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

    def _line(self, inlines: Iterable[Inline]) -> Line:
        line = self._lines.read(inlines)
        self._count += 1
        place = self._place(line)
        self.found.references += [one for each in line.labels if (one := reference(each, place)) is not None]
        self.found.figures += [Figure(one, text, place, self._table, self._at) for one, text in line.figures]
        return line

    def _place(self, line: Line) -> Place:
        return Place(self._name, paragraph=start_of(line.quoted) or None, cell=self._cell, nth=self._count)

    def _add(
        self,
        kind: Kind,
        line: Line,
        *,
        listing: Listing | None = None,
        level: int = 0,
        group: int = 0,
        shown: bool = False,
    ) -> None:
        section = replace(self._section, headings=tuple(self._headings), figure=self._display if shown else "")
        place = self._place(line)
        bound, references, marks = tuple(line.bound), tuple(line.references), tuple(line.marks)
        every = self.found.passages
        before = every[-1] if every and kind == "item" else None
        lead = (before.text if before.kind == "paragraph" else before.lead) if before else ""
        every.append(
            Passage(
                kind,
                line.text,
                ((0, place),),
                section,
                bound,
                references,
                marks,
                listing,
                group,
                level=level,
                lead=lead,
            )
        )
        for note in line.notes:
            if self._lines.key(note) == OWN_NOTE:
                for block in note.blocks:
                    if isinstance(block, Paragraph):
                        self._add("note", self._line(block.inlines))


def _margins(section: PageSection) -> Iterator[tuple[Block, ...]]:
    for one in (section.heads, section.feet):
        yield from (blocks for blocks in (one.first, one.default, one.even) if blocks)


def _in_cell(passage: Passage, group: int, row: int, column: int) -> Passage:
    kind = "cell" if passage.kind in ("paragraph", "item") else passage.kind
    return replace(passage, kind=kind, group=group, row=row, column=column)
