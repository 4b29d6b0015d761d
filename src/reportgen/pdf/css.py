"""The style sheet of one printing: the Word file's styles, as far as they are used, as CSS.

The file's defaults stand at the root and are inherited; a table style's look stands at the cell; a paragraph's rule
has only what its style says by itself. So they go over each other as they do in Word (ECMA-376-1, 17.7.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reportgen.document import AS_STYLED, PLAIN, Cell, Layout, Look, Mark, Page, Table
from reportgen.pdf.celllooks import Spot, cell_look, standing
from reportgen.pdf.declarations import (
    Declarations,
    border_declarations,
    css_alignment,
    layout_declarations,
    look_declarations,
    points,
)
from reportgen.pdf.fonts import natural_line
from reportgen.pdf.numbering import counter_style
from reportgen.pdf.pages import Rooms, page_rules
from reportgen.pdf.rules import Rank, Rules
from reportgen.pdf.sections import Sheaf
from reportgen.word.looks import laid_over
from reportgen.word.styles import Styles
from reportgen.word.table_looks import PartLook, TableLook

# What the elements are: in the place of a browser's own style sheet, which is never looked at.
BASE = """
html,body,section,div,nav,figure,blockquote,aside,p,h1,h2,h3,h4,h5,h6,ul,ol,li,figcaption,toc-entry{display:block}
running-block{display:flow-root}
head{display:none}img{image-rendering:crisp-edges}
html{overflow-wrap:break-word}
br::before{content:"\\A";white-space:pre-line}
h1{bookmark-level:1}h2{bookmark-level:2}h3{bookmark-level:3}h4{bookmark-level:4}h5{bookmark-level:5}
h6{bookmark-level:6}h1,h2,h3,h4,h5,h6{bookmark-label:content(text)}[data-label]{bookmark-label:attr(data-label)}
table{display:table;border-collapse:collapse;table-layout:fixed;text-indent:0}
thead{display:table-header-group}tbody{display:table-row-group}tr{display:table-row;break-inside:avoid}
td,th{display:table-cell;vertical-align:top;direction:ltr}colgroup{display:table-column-group}col{display:table-column}
.footnote{float:footnote;footnote-policy:line;text-align:start;text-indent:0;direction:ltr}
note-call::before{content:"\\2060"}aside::footnote-call{content:none}aside::footnote-marker{content:none;display:block}
.endnotes::before{content:"";display:block;width:2in;border-top:.5pt solid;margin:12pt 0 6pt}
.least>*{line-height:1.2}.kept{white-space:pre-wrap}.whole{white-space:nowrap}.tab{padding-left:1em}.empty{min-height:1lh}.splits{break-inside:auto}
.row{display:flex;align-items:flex-end}
.side{flex:1 1 0}.free{flex:0 1 auto}.last{flex:1 1 auto;text-align:right}.right{flex:1 1 0;text-align:right}
.filled{flex:1 1 1em;margin:0 2pt .25em 3pt}.filled.dots{border-bottom:1pt dotted}.filled.line{border-bottom:.5pt solid}
.gap{display:flex;flex:none;align-items:flex-end}.way{flex:1 1 0}.centred{flex:none;text-align:center;text-indent:0}
.apart{padding-left:1em}.outer,toc-page{float:right}.side,.free,.last,.right,.outer,toc-page{text-indent:0}
list-label{white-space:nowrap}toc-entry.dots{background:url(ornament:leader-dots) repeat-x 0 calc(100% - .25em)}
toc-entry.line{background:url(ornament:leader-line) repeat-x 0 calc(100% - .25em)}
.entry,toc-page{background:#fff}.entry{padding-right:3pt}toc-page{padding-left:3pt}
.box{display:inline-block;text-indent:0}
"""

_WORDS_OWN = Look(font="Times New Roman", size=10.0)  # what Word prints where a file has no defaults (17.7.5)
_PLAINEST = Look(bold=False, italic=False, caps=False, small_caps=False, colour="000000")
_WIDEST_LETTER = 0.65  # of a font's size, roughly
_TAB_STOPS = 36.0  # points from one of Word's usual stops to the next (17.15.1.25)
_RAISED = Look(position="superscript")
_SINGLE = Layout(line=1.0)  # where neither a style nor the defaults say more


class Sheet:
    """Hands out classes while the tree is built, and in the end the rules behind them."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._ids = {style.name.casefold(): style.id for style in reversed([*styles.by_id.values()])}
        self._rules = Rules()
        self._cell = PartLook()
        self._paragraphs: dict[tuple[str, Layout, int], tuple[str, Layout]] = {}
        self._looks: dict[Look, str] = {}
        self._languages: dict[str | None, str] = {None: ""}
        self._cells: dict[object, tuple[PartLook, str]] = {}
        self._tables: dict[str, TableLook] = {}
        self.sheaves: list[Sheaf] = []
        self._default_look = laid_over(_WORDS_OWN, styles.default_look)

    def css(self, rooms: Rooms) -> str:
        """All rules that are used; `rooms` says which pages need wider margins than the file says."""
        root = {
            **look_declarations(laid_over(_PLAINEST, self._default_look)),
            "line-height": f"{natural_line(self._default_look.font):.4g}",
        }
        start = ";".join(f"{name}:{value}" for name, value in root.items())
        # A note stands within the paragraph that calls it, but looks nothing like it.
        pages = page_rules(self.sheaves, rooms)
        return f"html,.footnote{{{start}}}{pages}{self._rules.css()}"

    # Paragraphs and words

    def paragraph(self, style: str, layout: Layout = AS_STYLED) -> tuple[str, Layout]:
        """The class of a paragraph, and all that its layout comes to, the style's included."""
        key = style, layout, id(self._cell)
        if key not in self._paragraphs:
            self._paragraphs[key] = self._paragraph(style, layout)
        return self._paragraphs[key]

    def character(self, style: str) -> str:
        """The class of a character style; empty where the file has no such style."""
        return self.look(Look(style=style)) if style.casefold() in self._ids else ""

    def placed(self, declarations: Declarations) -> str:
        """The class of what follows from where an element stands, over what its style says."""
        return self._rules.name(declarations, Rank.PLACE)

    def look(self, look: Look) -> str:
        """The class of directly formatted words; empty where they look like those around them."""
        if look == PLAIN:
            return ""
        if look not in self._looks:
            self._looks[look] = self._rules.name(look_declarations(self._whole_look(look)))
        return self._looks[look]

    def language(self, style: str | None) -> str:
        """The language that the words of a paragraph or character style are in, where the style says one."""
        if style not in self._languages:
            self._languages[style] = self._styles.own_look(self._id(style or "")).language or ""
        return self._languages[style]

    def note_mark(self, kind: str) -> str:
        return self.character(f"{kind} reference") or self.look(_RAISED)

    def label(self, text: str, mark: Mark, style: str, layout: Layout) -> str:
        """What stands before a list item or heading: as wide as the way to its words, or wider if it must be."""
        size = mark.look.size or self._styles.look(self._id(style)).size or self._default_look.size or 0.0
        _, whole = self.paragraph(style, layout)
        box = self._label_box(len(text) * _WIDEST_LETTER * size, mark, whole)
        return " ".join(filter(None, (self.look(mark.look), box)))

    def _label_box(self, width: float, mark: Mark, whole: Layout) -> str:
        if mark.follows != "tab":
            return ""
        room = _label_room(mark, whole)
        if mark.alignment != "left":
            back = width if mark.alignment == "right" else width / 2
            made = {"margin-left": points(-back), "width": points(width), "padding-right": points(room - width + back)}
            return f"box {self._rules.name(made | {'text-align': css_alignment(mark.alignment) or ''})}"
        # A box of a given width is laid out more quickly than one that has to fit its words.
        if width < room:
            return f"box {self.sized(width=room)}"
        return f"box {self.sized(min_width=max(room - 3, 0), padding_right=3)}"

    # Tables

    def table(self, table: Table, width: float) -> str:
        """The class of the table itself; `width` is that of all its columns."""
        style = self._table_look(table)
        side = css_alignment(table.alignment or style.alignment)
        made = {"width": points(width)}
        indent = style.indent if table.indent is None else table.indent
        made |= {"margin-left": points(indent)} if indent and side in (None, "left") else {}
        made |= {"margin-left": "auto"} if side in ("center", "right") else {}
        made |= {"direction": "rtl"} if table.right_to_left else {}
        made |= {"margin-right": "auto"} if side == "center" else {}
        return self._rules.name(made)

    @contextmanager
    def cell(self, table: Table, cell: Cell, spot: Spot) -> Iterator[tuple[str, str | None]]:
        """The class of a cell, and its fill; while it lasts, paragraphs are taken to stand in it."""
        style = self._table_look(table)
        parts = standing(style, table, cell, spot)
        key = table.style, parts, cell.fill, cell.borders, cell.vertical, cell.padding
        if key not in self._cells:
            look = cell_look(style, parts, cell)
            self._cells[key] = look, self._rules.name(self._cell_declarations(look))
        outside = self._cell
        self._cell, class_ = self._cells[key]
        yield class_, self._cell.fill
        self._cell = outside

    def filled(self, fill: str | None) -> str:
        return self._rules.name({"background-color": f"#{fill}"}) if fill else ""

    # Pages

    def section(self, sheaf: Sheaf) -> str:
        """The class of the pages that share a paper; its `@page` rules are kept for the end."""
        self.sheaves.append(sheaf)
        side = {"odd page": "right", "even page": "left"}.get(sheaf.page.starts, "page")
        return self._rules.name({"page": sheaf.name, "break-before": side})

    def columns(self, page: Page) -> str:
        line = {"column-rule": ".5pt solid"} if page.column_line else {}
        return self._rules.name({"columns": str(page.columns), "column-gap": points(page.column_gap)} | line)

    def running(self, name: str) -> str:
        return self._rules.name({"position": f"running({name})"})

    def page_number(self, of: str, page: Page) -> str:
        """The class of an element that shows the number of its page, or of all pages."""
        counter = f"counter(page,{counter_style(page.number_format)})" if of == "page" else "counter(pages)"
        return self._rules.name({"content": counter}, pseudo="::after")

    def page_of_target(self, style: str) -> str:
        """The class of an element that shows the number of the page that its `data-target` leads to."""
        return self._rules.name({"content": f"target-counter(attr(data-target),page,{style})"}, pseudo="::after")

    def sized(self, **lengths: float) -> str:
        """The class of an element with these lengths in points: `width`, `min_width`, `padding_right` …"""
        return self._rules.name({name.replace("_", "-"): points(length) for name, length in lengths.items()})

    def _paragraph(self, style: str, layout: Layout) -> tuple[str, Layout]:
        identifier = self._id(style)
        around = laid_over(self._default_look, self._cell.look)
        look = laid_over(around, self._styles.own_look(identifier))
        before = laid_over(laid_over(_SINGLE, self._styles.default_layout), self._cell.layout)
        styled = laid_over(before, self._styles.own_layout(identifier))
        whole = laid_over(styled, layout)
        made = look_declarations(self._styles.own_look(identifier)) | layout_declarations(styled, look)
        name = self._rules.name(made, Rank.STYLE)
        said = layout_declarations(whole, look)
        direct = self._rules.name({key: value for key, value in said.items() if made.get(key) != value})
        grows = "least" if whole.line_rule == "at least" else ""  # with larger words
        return " ".join(filter(None, (name, direct, grows))), whole

    def _whole_look(self, look: Look) -> Look:
        if look.style is None or look.style.casefold() not in self._ids:
            return look
        return laid_over(self._styles.own_look(self._ids[look.style.casefold()]), look)

    def _cell_declarations(self, part: PartLook) -> Declarations:
        made = look_declarations(part.look) | border_declarations(part.borders)
        if part.padding:
            made["padding"] = " ".join(points(side) for side in part.padding)
        if part.vertical and part.vertical != "top":
            made["vertical-align"] = part.vertical
        return made

    def _table_look(self, table: Table) -> TableLook:
        if table.style not in self._tables:
            self._tables[table.style] = self._styles.table(self._ids.get(table.style.casefold(), ""))
        return self._tables[table.style]

    def _id(self, style: str) -> str:
        return self._ids.get(style.casefold(), "")


def _label_room(mark: Mark, whole: Layout) -> float:
    """How far it is from where a label begins to the words: out of the hanging indent, else to the next tab stop."""
    hanging = -(whole.first_line or 0.0)
    if hanging > 0:
        return hanging
    start = (whole.left or 0.0) - hanging
    stops = [stop for stop in (mark.tab, *(stop.at for stop in whole.tabs)) if stop is not None and stop > start]
    return min(stops, default=(start // _TAB_STOPS + 1) * _TAB_STOPS) - start
