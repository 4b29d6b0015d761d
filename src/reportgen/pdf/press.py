"""What one printing needs to know on the way from blocks to elements, and what it gathers there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from reportgen.document import Cell, Layout, Note, NoteCall, Page, Picture, Table
from reportgen.pdf.addresses import PICTURE
from reportgen.pdf.celllooks import Spot
from reportgen.pdf.css import Sheet
from reportgen.pdf.declarations import between
from reportgen.pdf.numbering import counter_style
from reportgen.pdf.tree import Element
from reportgen.problems import Place, Problems

_UNSAFE = re.compile(r"[^\w-]", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@dataclass(slots=True)
class Press:
    """`place` names the Word file. When the tree is built, `settle` decides what its links lead to."""

    sheet: Sheet
    problems: Problems
    place: Place
    page: Page = field(default_factory=Page)  # of the section at hand
    sheaf: str = ""
    in_margin: bool = False  # in a head or foot, which is printed on many pages: nothing can lead there
    in_cell: bool = False
    pictures: dict[str, Picture] = field(default_factory=dict)  # by the address that they are served from
    anchors: dict[str, str] = field(default_factory=dict)  # name → the counter style of the pages there
    endnotes: list[Element] = field(default_factory=list)
    waiting_notes: list[tuple[Element, Note, Element]] = field(default_factory=list)  # element, its note, its mark
    section_pages: list[tuple[Element, str]] = field(default_factory=list)  # what shows how many a sheaf has
    _notes: dict[object, str] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)
    _neighbour: tuple[str, Layout, Element] | None = None  # the paragraph right above: its style, layout, element
    _leading: list[tuple[Element, str]] = field(default_factory=list)
    _paged: list[tuple[Element, str, str]] = field(default_factory=list)

    @property
    def text_width(self) -> float:
        """How wide a column of the section at hand is, in points."""
        page = self.page
        return (page.width - page.left - page.right - (page.columns - 1) * page.column_gap) / page.columns

    def anchor(self, name: str) -> str:
        """The id for a place of this name; empty where the name is taken, or where nothing can lead to."""
        if self.in_margin or not name or name in self.anchors:
            return ""
        self.anchors[name] = counter_style(self.page.number_format)
        return identifier(name)

    def lead(self, link: Element, name: str) -> Element:
        """`link` leads to the place of this name, if the document turns out to have it."""
        self._leading.append((link, name))
        return link

    def show_page(self, span: Element, name: str, saved: str) -> Element:
        """`span` shows the number of the page where the place of this name is, else the saved one."""
        self._paged.append((span, name, saved))
        return span

    def settle(self) -> None:
        """Lead what leads somewhere. To be called once, when the whole tree is built."""
        for link, name in self._leading:
            if name in self.anchors:
                link.set("href", f"#{identifier(name)}")
        for span, name, saved in self._paged:
            if name in self.anchors:
                span.set("data-target", f"#{identifier(name)}")
                span.set("class", self.sheet.page_of_target(self.anchors[name]))
            else:
                span.text = saved

    def number(self, call: NoteCall) -> tuple[str, str, bool]:
        """The mark of a note, the name of its place, and whether the note itself is still to be printed."""
        known = self._notes.get((call.note.kind, call.number) if call.number else call.note)
        if call.again and known:
            return call.number or known.rpartition("-")[2], known, False
        return self._new_note(call.note, call.number)

    def _new_note(self, note: Note, number: str) -> tuple[str, str, bool]:
        self._counts[note.kind] += 1
        name = f"{note.kind}-{self._counts[note.kind]}"
        mark = number or str(self._counts[note.kind])
        self._notes[note] = self._notes[note.kind, mark] = name
        return mark, name, True

    def show_section_pages(self, span: Element) -> Element:
        """`span` shows how many pages its section has: known when it was laid out once."""
        self.section_pages.append((span, self.sheaf))
        return span

    def address(self, picture: Picture) -> str:
        """Where the picture is served from."""
        address = f"{PICTURE}{len(self.pictures) + 1}"
        self.pictures[address] = picture
        return address

    def language(self, tag: str | None) -> str:
        """The tag if it is one that a PDF may carry."""
        return tag if tag and _LANGUAGE.fullmatch(tag) else ""

    def meet_neighbour(self, style: str, layout: Layout, made: Sequence[Element]) -> None:
        """Space and lines between this paragraph and the one right above it."""
        if self._neighbour and made:
            neighbour, above, element = self._neighbour
            upper, lower = between(above, layout, neighbour == style)
            _add_class(element, self.sheet.placed(upper))
            _add_class(made[0], self.sheet.placed(lower))
        if made:
            self._neighbour = style, layout, made[-1]

    def forget_neighbour(self) -> None:
        """What comes next has no paragraph right above it."""
        self._neighbour = None

    @contextmanager
    def margin(self) -> Iterator[None]:
        """While a head or foot is built."""
        self.in_margin = True
        yield
        self.in_margin = False

    @contextmanager
    def cell(self, table: Table, cell: Cell, spot: Spot) -> Iterator[tuple[str, str | None]]:
        """The class and the fill of a table's cell; while what stands in it is built."""
        outside, self.in_cell = self.in_cell, True
        self.forget_neighbour()
        with self.sheet.cell(table, cell, spot) as look:
            yield look
        self.in_cell = outside
        self.forget_neighbour()


def _add_class(element: Element, name: str) -> None:
    if name:
        element.set("class", f"{element.get('class', '')} {name}".strip())


def identifier(name: str) -> str:
    """An id that is safe in CSS and in an address; different names give different ids."""
    return "at-" + _UNSAFE.sub(lambda found: f".{ord(found[0]):x}.", name)
