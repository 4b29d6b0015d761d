"""The model in the middle: a report as blocks and inlines, between narrative, Word file and PDF.

Everything is frozen, so documents compare by value: `read(fill(document)) == document` is the law that keeps the
Word writer and the Word reader honest. Lengths are in points. Colours are six upper-case hex digits (`1F3864`).
A style is named as Word's style pane names it (`Heading 1`, `List Bullet`); looks live in the template's styles,
so what stands here as `Look` or `Layout` is only what a Word file formats directly, beside its styles.

A node enters only when the Markdown reader or the Word reader makes it and every writer can say it.
Fields with `compare=False` are worked out by a writer or reader (numbers, widths, labels), not said by an author.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

# ── Inlines ────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of text differs from its paragraph's style. None: as the style says."""

    style: str | None = None  # name of a character style
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    strike: bool | None = None
    caps: bool | None = None
    small_caps: bool | None = None
    position: Literal["superscript", "subscript"] | None = None
    size: float | None = None  # points
    colour: str | None = None
    background: str | None = None
    font: str | None = None
    language: str | None = None  # BCP 47
    spacing: float | None = None  # points between letters, beside their own
    raised: float | None = None  # points above the line


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Text:
    """Words. Never empty, no line ends and no tabs in it (see Break and Tab)."""

    text: str
    look: Look = PLAIN


@dataclass(frozen=True, slots=True)
class Origin:
    """What a bound figure is, and where it was written: the place travels with the number."""

    kind: str  # value, gap, count, rating, statement, reason, change, fact, series
    id: str  # of the indicator, fact or table of a series
    area: str = ""
    period: str = ""
    place: str = ""  # values.csv:12, or evidence.xlsx:values!D12


@dataclass(frozen=True, slots=True)
class Value:
    """A figure that came from the data. In Word: a run inside a hidden bookmark; the custom XML part has its origin."""

    text: str
    origin: Origin
    look: Look = PLAIN
    written: str = field(default="", compare=False)  # what it said when reportgen wrote the file that it was read from


@dataclass(frozen=True, slots=True)
class Link:
    """`target` is an address, or `#` and an anchor's name in this document."""

    target: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What a footnote or endnote says. `key` tells notes apart while a document is composed."""

    blocks: tuple[Block, ...]
    kind: Literal["footnote", "endnote"] = "footnote"
    key: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The mark of a note. `again`: the note was called before; this mark repeats its number (NOTEREF in Word)."""

    note: Note
    again: bool = False
    number: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A live reference to a caption's label and number (REF in Word) or to the page of an anchor (PAGEREF)."""

    target: str  # an anchor's name
    kind: Literal["label", "page"] = "label"
    look: Look = PLAIN
    text: str = field(default="", compare=False)  # the saved result


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of this page, or of all pages: in heads and feet. `text` is the saved result."""

    of: Literal["page", "pages", "section pages"] = "page"
    look: Look = PLAIN
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links and references lead to (the start of a Word bookmark)."""

    name: str


@dataclass(frozen=True, slots=True)
class Break:
    kind: Literal["line", "page", "column"] = "line"


@dataclass(frozen=True, slots=True)
class Tab:
    pass


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as wide and high as it prints. `vector` is the same picture as SVG, for paper."""

    data: bytes
    media_type: str  # image/png, image/jpeg …
    alt: str
    width: float
    height: float
    vector: bytes | None = None


Inline: TypeAlias = Text | Value | Link | NoteCall | CrossReference | PageNumber | Anchor | Break | Tab | Picture

# ── Blocks ─────────────────────────────────────────────────────────────────────────────────────────────────────

Alignment = Literal["left", "centre", "right", "justify"]
LineRule = Literal["lines", "at least", "exactly"]


@dataclass(frozen=True, slots=True)
class Border:
    width: float
    colour: str | None = None  # None: automatic
    style: Literal["solid", "dashed", "dotted", "double", "none"] = "solid"
    space: float = field(default=0.0, compare=False)  # between it and a paragraph's words


@dataclass(frozen=True, slots=True)
class Borders:
    top: Border | None = None
    right: Border | None = None
    bottom: Border | None = None
    left: Border | None = None


@dataclass(frozen=True, slots=True)
class TabStop:
    at: float
    kind: Literal["left", "centre", "right", "decimal"] = "left"
    leader: Literal["none", "dots", "line"] = "none"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph is formatted directly, beside its style. None: as the style says."""

    alignment: Alignment | None = None
    left: float | None = None
    right: float | None = None
    first_line: float | None = None  # negative: hanging
    before: float | None = None
    after: float | None = None
    line: float | None = None  # line height: in lines of the font's own height, else in points
    line_rule: LineRule = "lines"
    keep_next: bool | None = None
    keep_lines: bool | None = None
    page_break_before: bool | None = None
    background: str | None = None
    borders: Borders | None = None
    tabs: tuple[TabStop, ...] = ()
    right_to_left: bool | None = None
    contextual: bool | None = None  # no space between neighbours of the same style


AS_STYLED = Layout()


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: tuple[Inline, ...]
    style: str = "Body Text"
    layout: Layout = AS_STYLED


@dataclass(frozen=True, slots=True)
class Mark:
    """How the label of a heading or list item looks, over its paragraph, and what parts it from the words.

    `alignment`: which of its sides stands where the paragraph begins. `tab`: a stop of its own, in points.
    """

    look: Look = PLAIN
    alignment: Literal["left", "centre", "right"] = "left"
    follows: Literal["tab", "space", "nothing"] = "tab"
    tab: float | None = None


PLAIN_MARK = Mark()


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` from 1 to 9; `label` is the number that Word's numbering prints before it."""

    level: int
    inlines: tuple[Inline, ...]
    style: str = ""  # where it is not `Heading {level}`
    layout: Layout = AS_STYLED
    anchor: str = field(default="", compare=False)
    label: str = field(default="", compare=False)
    mark: Mark = field(default=PLAIN_MARK, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Caption:
    """The line that names a table or figure: label and live number (`Table 6`), then the rest (`: Title`).

    `anchor` names the bookmark around label and number, which cross references lead to.
    """

    label: str  # Table, Figure
    inlines: tuple[Inline, ...]
    anchor: str
    style: str = "Caption"
    layout: Layout = AS_STYLED
    number: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class ListItem:
    """`label` is what stands before it: `•`, `1.`, `(a)`."""

    blocks: tuple[Block, ...]  # the first is a Paragraph
    label: str = field(default="", compare=False)
    mark: Mark = field(default=PLAIN_MARK, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class List:
    """Lists within lists stand in an item's blocks. `ordered` lists begin at `start`."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """`column_span` and `row_span` count columns and rows; a covered cell is not there at all."""

    blocks: tuple[Block, ...]
    column_span: int = 1
    row_span: int = 1
    header: bool = False  # a header of its row (first columns); header rows say so themselves
    fill: str | None = None
    borders: Borders | None = None
    vertical: Literal["top", "middle", "bottom"] | None = None
    padding: tuple[float, float, float, float] | None = None  # top, right, bottom, left


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    header: bool = False  # repeated on each page
    splits: bool = False  # may break over pages
    height: float | None = field(default=None, compare=False)  # at least


USUAL_PARTS = frozenset({"firstRow", "firstCol", "band1Horz", "band2Horz"})  # Word's names (w:tblStylePr)


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]
    style: str = "Report Table"
    title: str = ""  # alternative text
    description: str = ""
    alignment: Alignment | None = None
    widths: tuple[float, ...] = field(default=(), compare=False)  # of the columns; empty: by the words in them
    share: float | None = field(default=None, compare=False)  # of the text's width, where that is what it says
    indent: float | None = field(default=None, compare=False)  # of its edge; None: as its style says
    right_to_left: bool = field(default=False, compare=False)  # the first column on the right
    row_heads: int = field(default=0, compare=False)  # how many first columns name their rows (w:tblLook)
    style_parts: frozenset[str] = field(default=USUAL_PARTS, compare=False)  # of the table style, that show


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    level: int
    inlines: tuple[Inline, ...]
    target: str  # an anchor's name
    style: str = ""
    page: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents, of tables or of figures (TOC in Word)."""

    entries: tuple[ContentsEntry, ...]
    instruction: str = 'TOC \\o "1-3" \\h \\z \\u'


Block: TypeAlias = Paragraph | Heading | Caption | List | Table | Contents

# ── The whole ──────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Margins:
    """What runs above or below the text: for the first page, even pages and all others. None: as the section before."""

    default: tuple[Block, ...] | None = None
    first: tuple[Block, ...] | None = None
    even: tuple[Block, ...] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A section's paper. Portrait A4 with Word's margins unless the file says otherwise."""

    width: float = 595.3
    height: float = 841.9
    top: float = 72.0
    right: float = 72.0
    bottom: float = 72.0
    left: float = 72.0
    head_distance: float = 35.4
    foot_distance: float = 35.4
    columns: int = 1
    column_gap: float = 36.0
    first_differs: bool = False
    number_from: int | None = None  # None: goes on from the section before
    number_format: str = "decimal"
    starts: Literal["next page", "odd page", "even page", "continuous"] = "next page"
    column_line: bool = False  # between columns
    vertical: Literal["top", "middle", "bottom"] = "top"  # where the words stand on a page that they do not fill


@dataclass(frozen=True, slots=True)
class Section:
    blocks: tuple[Block, ...]
    page: Page = Page()
    heads: Margins = Margins()
    feet: Margins = Margins()


@dataclass(frozen=True, slots=True)
class Document:
    sections: tuple[Section, ...]
    title: str = ""
    language: str = "en-GB"
    author: str = ""
    subject: str = ""
    even_and_odd: bool = False  # different heads on even pages

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(block for section in self.sections for block in section.blocks)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A table that travels with a report, as CSV: in the Word file beside its words, in the PDF as an attached file."""

    name: str
    description: str
    text: str


REFERENCE = "_Ref"  # begins the anchors of captions; an underscore hides them in Word's bookmark dialogue


def anchor_name(kind: str, identifier: str) -> str:
    """A legal Word bookmark name (letters, digits, underscores, at most 40) that no other pair of words gives."""
    plain = re.sub(r"\W", "_", identifier, flags=re.ASCII)
    name = f"{kind}_{plain}"
    if len(name) <= 40 and re.fullmatch(r"[a-z0-9-]*", identifier):
        return name
    return f"{kind}_{plain}"[:31] + "_" + hashlib.sha256(identifier.encode()).hexdigest()[:8]
