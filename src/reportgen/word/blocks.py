"""Blocks of the model as Word XML, built as elements. docs/word.md has what Word does for each node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from docx.opc.part import Part

from reportgen.document import (
    Block,
    Caption,
    Cell,
    Contents,
    Heading,
    Inline,
    Layout,
    List,
    Note,
    Paragraph,
    Row,
    Table,
)
from reportgen.problems import Place, Problems
from reportgen.word.bookmarks import Bookmarks
from reportgen.word.contents import Entry, contents_style, write_contents
from reportgen.word.elements import Element, W
from reportgen.word.formatting import layout_properties
from reportgen.word.lists import Form, ListMarks
from reportgen.word.names import style_id, styles_of
from reportgen.word.notes import Notes
from reportgen.word.origins import save_origins
from reportgen.word.runs import RunWriter
from reportgen.word.styles import StyleKind
from reportgen.word.tables import write_table
from reportgen.word.xml import run, w, words

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

NEUTRAL = "Body Text"  # the style of a paragraph that leaves its style to its place: in a list, a note, a table
_AS_SAID = Form(NEUTRAL)
_PADDING = 10.8  # points: what Word keeps free left and right in a cell


@dataclass(frozen=True, slots=True)
class _Around:
    """What surrounds a block: the part that its links belong to, width, form of neutral paragraphs."""

    part: Part
    width: float
    form: Form = _AS_SAID
    depth: int = 0  # of lists


class BlockWriter:
    """Writes model blocks for one Word file. `finish` comes after the last of them, then `fields.settle`."""

    def __init__(self, document: WordDocument, text_width: float, problems: Problems, place: Place) -> None:
        """`text_width` in points. Problems: styles that the file lacks, at `place` (the template)."""
        self.notes = Notes(document)
        self._document = document
        self._problems = problems
        self._place = place
        self._styles = styles_of(document)
        self._lists = ListMarks(document, self._styles)
        bookmarks = Bookmarks(document.element.body, *self.notes.roots)
        self._bookmarks = bookmarks
        self._runs = RunWriter(document, bookmarks, self._style_id, self._note)
        self._body = _Around(document.part, text_width)

    def write(self, blocks: Iterable[Block], width: float | None = None) -> list[Element]:
        """Paragraphs and tables, in order. `width` in points, where it is not that of the text."""
        around = self._body if width is None else replace(self._body, width=width)
        return list(self._blocks(blocks, around))

    def inlines(self, inlines: Iterable[Inline], part: Part | None = None) -> list[Element]:
        """Runs and whatever else stands in a paragraph, for one that is there already: in the body, or in this part."""
        return self._runs.write(inlines, self._body.part if part is None else part)

    def caption_label(self, label: str, anchor: str) -> list[Element]:
        """`Table 6`, with a live number and its bookmark, for a caption that is there already."""
        return self._runs.caption_label(label, anchor)

    def finish(self) -> None:
        """Put notes, numbering and origins into the package."""
        self._runs.finish()
        self.notes.save()
        save_origins(self._document, self._runs.values)

    def _blocks(self, blocks: Iterable[Block], around: _Around) -> Iterator[Element]:
        last: Element | None = None
        for block in blocks:
            for element in self._block(block, around):
                if last is not None and last.tag == element.tag == W + "tbl":
                    yield w("p")  # Word takes tables without a paragraph between them for one
                yield element
                last = element

    def _block(self, block: Block, around: _Around) -> Iterator[Element]:
        match block:
            case Paragraph(inlines, style, layout):
                if style in (NEUTRAL, around.form.style):
                    style, layout = around.form.style, around.form.layout(layout)
                yield self._paragraph(style, layout, self._runs.write(inlines, around.part))
            case Heading():
                yield self._heading(block, around)
            case Caption():
                label = self._runs.caption_label(block.label, block.anchor, block.number)
                content = [*label, *self._runs.write(block.inlines, around.part)]
                yield self._paragraph(block.style, block.layout, content)
            case List():
                yield from self._list(block, around)
            case Table():
                yield from [self._table(block, around)] if block.rows else []
            case Contents():
                yield from self._contents(block, around)
            case _:
                assert_never(block)

    def _paragraph(self, style: str, layout: Layout, content: Iterable[Element], *more: Element) -> Element:
        return w("p", layout_properties(layout, self._style_id(style, "paragraph"), *more), *content)

    def _heading(self, heading: Heading, around: _Around) -> Element:
        style = heading.style or f"Heading {heading.level}"
        content = self._runs.write(heading.inlines, around.part)
        if heading.anchor:
            content = self._bookmarks.around(heading.anchor, content)
        identifier = style_id(self._styles, style)
        usual = self._styles.heading_level(identifier) if identifier else None
        outline = [] if usual == heading.level else [w("outlineLvl", val=heading.level - 1)]
        return self._paragraph(style, heading.layout, content, *outline)

    def _list(self, block: List, around: _Around) -> Iterator[Element]:
        depth = around.depth + 1
        form = self._lists.items("List Number" if block.ordered else "List Bullet", depth)
        inside = replace(around, form=self._lists.continued(depth, form), depth=depth)
        mark = self._list_mark(block, form.style)
        for item in block.items:
            first, rest = _first_paragraph(item.blocks)
            yield self._item(first, form, mark, block.ordered, around.part)
            yield from self._blocks(rest, inside)

    def _list_mark(self, block: List, style: str) -> Element | None:
        """The numbering of this list: an ordered one has its own, a bulleted one shares that of the style."""
        if block.ordered:
            own = _first_paragraph(block.items[0].blocks)[0].style if block.items else style
            basis = style if self._lists.of_style(own) is None else own
            mark = self._lists.starting(basis, block.start)
        else:
            mark = self._lists.of_style(style)
        if mark is None and style_id(self._styles, style):
            self._report(f"the style “{style}” has no list numbering", "give it its bullet or number in Word")
        return mark

    def _item(self, paragraph: Paragraph, form: Form, mark: Element | None, ordered: bool, part: Part) -> Element:
        style = form.style if paragraph.style == NEUTRAL else paragraph.style
        marks_itself = not ordered and self._lists.of_style(style) is not None
        more = [] if mark is None or marks_itself else [deepcopy(mark)]
        content = self._runs.write(paragraph.inlines, part)
        return self._paragraph(style, form.layout(paragraph.layout), content, *more)

    def _table(self, table: Table, around: _Around) -> Element:
        def content(cell: Cell, row: Row, width: float) -> list[Element]:
            form = Form("Table Heading" if row.header else "Table Text")
            return list(self._blocks(cell.blocks or (Paragraph(()),), _Around(around.part, width - _PADDING, form)))

        return write_table(table, around.width, self._style_id(table.style, "table"), content)

    def _contents(self, contents: Contents, around: _Around) -> list[Element]:
        entries = [
            Entry(
                self._style_id(entry.style or contents_style(contents.instruction, entry.level), "paragraph"),
                self._runs.write(entry.inlines, around.part),
                entry.target,
                entry.page,
            )
            for entry in contents.entries
        ]
        return write_contents(contents.instruction, entries, self._styles, around.width)

    def _note(self, note: Note) -> int:
        """Write what a note says into its part; the id to refer to it by."""
        around = _Around(self.notes.part(note.kind), self._body.width, Form(f"{note.kind} text"))
        first, rest = _first_paragraph(note.blocks)
        mark = [self._runs.note_mark(note.kind, w(f"{note.kind}Ref")), run(None, *words(" "))]
        marked = self._paragraph(
            around.form.style if first.style == NEUTRAL else first.style,
            first.layout,
            [*mark, *self._runs.write(first.inlines, around.part)],
        )
        return self.notes.add(note.kind, [marked, *self._blocks(rest, around)])

    def _style_id(self, name: str, kind: StyleKind) -> str | None:
        found = style_id(self._styles, name, kind)
        if found is None:
            self._report(f"there is no {kind} style “{name}”", "add the style to the template in Word")
        return found

    def _report(self, message: str, hint: str) -> None:
        self._problems.error("template-style", self._place, message, hint)


def _first_paragraph(blocks: tuple[Block, ...]) -> tuple[Paragraph, tuple[Block, ...]]:
    """The paragraph that a list's or note's mark stands in, an empty one if need be, and the rest."""
    if blocks and isinstance(blocks[0], Paragraph):
        return blocks[0], blocks[1:]
    return Paragraph(()), blocks
