"""Strategies for blocks as they stand in a Word file: what the reader may give, and what the writer must say.

They are settled: words of one look are one, each list paragraph has the style of its place, and a note that
was called before says so. Every document ends in `TARGETS`, so that references and links lead somewhere.
Looks and layouts come from pools, in which each property has each kind of value, as these do not depend on
one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import count, groupby
from string import ascii_letters, digits
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy, composite
from word.word_files import png

from reportgen.document import (
    AS_STYLED,
    PLAIN,
    Anchor,
    Block,
    Border,
    Borders,
    Break,
    Caption,
    Cell,
    CrossReference,
    Heading,
    Inline,
    Layout,
    Link,
    List,
    ListItem,
    Look,
    Note,
    NoteCall,
    Origin,
    PageNumber,
    Paragraph,
    Picture,
    Row,
    Tab,
    Table,
    TabStop,
    Text,
    Value,
)

TARGETS: tuple[Block, ...] = (
    Heading(1, (Text("Target"),), anchor="heading_target"),
    Caption("Table", (Text(": Target"),), "table_target"),
    Paragraph((Anchor("place_target"), Text("Here"), Link("#place_target", (Text("again"),)))),
)
ANCHORS = ("heading_target", "table_target", "place_target")
LETTERS = ascii_letters + digits + " .,:;-()[]}<>&%$#*_/\\\"'£€–—−…“”‘’\u00a0\u00ad\u2011éŵßñĦΩжשع漢あ🙂"
COLOURS = ("1F3864", "00703C", "FFDD00")


def pool(kind: Any, values: Mapping[str, Sequence[Any]]) -> list[Any]:
    """One with each value alone, and as many with all properties as there are values of one."""
    alone = [kind(**{name: value}) for name, found in values.items() for value in found]
    most = max(len(found) for found in values.values())
    return [
        *alone,
        *(kind(**{name: found[n % len(found)] for name, found in values.items()}) for n in range(most)),
    ]


SAID = (True, False)
LOOKS = pool(
    Look,
    {
        "style": ("Strong", "Emphasis", "Rating Green"),
        "bold": SAID,
        "italic": SAID,
        "underline": SAID,
        "strike": SAID,
        "caps": SAID,
        "small_caps": SAID,
        "position": ("superscript", "subscript"),
        "size": (9.5, 12.0, 75.0),
        "colour": COLOURS,
        "background": COLOURS,
        "font": ("Arial", "Carlito"),
        "language": ("cy-GB", "en-GB"),
        "spacing": (1.5, -0.3),
        "raised": (3.0, -6.5),
    },
)
LINE, BLANK = Border(0.5, "1F3864"), Border(0.0, None, "none")
BORDERS = pool(
    Borders,
    {
        "top": (LINE, Border(0.125), BLANK),
        "right": (Border(6.0, "00703C", "double"), BLANK),
        "bottom": (Border(1.5, None, "dashed"), LINE),
        "left": (Border(2.25, "AA2A16", "dotted"), LINE),
    },
)
LAYOUTS = pool(
    Layout,
    {
        "alignment": ("left", "centre", "right", "justify"),
        "left": (0.0, 18.05),
        "right": (0.0, 36.0),
        "first_line": (0.0, 9.5, -18.0),
        "before": (0.0, 6.0),
        "after": (0.0, 400.0),
        "line": (1.0, 1.15, 2.0),
        "keep_next": SAID,
        "keep_lines": SAID,
        "page_break_before": SAID,
        "background": COLOURS,
        "borders": BORDERS,
        "tabs": ((TabStop(36.0),), (TabStop(90.25, "decimal", "dots"), TabStop(400.0, "right", "line"))),
        "right_to_left": SAID,
        "contextual": SAID,
    },
)
LAYOUTS += [Layout(line=14.5, line_rule="at least"), Layout(line=13.0, line_rule="exactly")]


def documents() -> SearchStrategy[tuple[Block, ...]]:
    """The blocks of a document with one section."""
    return blocks().map(lambda drawn: (*finished(drawn), *TARGETS))


@cache
def blocks() -> SearchStrategy[tuple[Block, ...]]:
    kinds = st.one_of(paragraphs(), headings(), captions(), lists(1), tables(0))
    return st.lists(kinds, max_size=4).map(kept_apart)


@cache
def paragraphs(*styles: str) -> SearchStrategy[Paragraph]:
    names = styles or ("Body Text", "Quote", "Figure", "Source", "Normal")
    return st.builds(Paragraph, inlines(), st.sampled_from(names), layouts())


@cache
def headings() -> SearchStrategy[Heading]:
    words = st.tuples(plain_text(), inlines()).map(lambda drawn: settled((drawn[0], *drawn[1])))
    return st.builds(Heading, st.integers(1, 9), words, layout=layouts())


@cache
def captions() -> SearchStrategy[Caption]:
    rest = st.lists(words(), max_size=2).map(settled)
    return st.builds(Caption, st.sampled_from(["Table", "Figure", "Map"]), rest, st.just("named later"))


@cache
def lists(depth: int) -> SearchStrategy[List]:
    bulleted = st.builds(List, items(depth, "List Bullet"))
    return bulleted | st.builds(List, items(depth, "List Number"), st.just(True), st.integers(1, 12))


@cache
def items(depth: int, family: str) -> SearchStrategy[tuple[ListItem, ...]]:
    first = st.builds(Paragraph, inlines(1), st.just(at_depth(family, depth)))
    more: SearchStrategy[list[Block]] = st.lists(
        st.builds(Paragraph, inlines(), st.just(at_depth("List Continue", depth))), max_size=1
    )
    inner: SearchStrategy[list[Block]] = st.lists(lists(depth + 1), max_size=1) if depth < 3 else st.just([])
    item = st.builds(lambda one, two, three: ListItem((one, *two, *three)), first, more, inner)
    return st.lists(item, min_size=1, max_size=2).map(tuple)


@cache
def inlines(min_size: int = 0) -> SearchStrategy[tuple[Inline, ...]]:
    others = st.one_of(
        st.builds(Link, targets(), st.lists(words(), min_size=1, max_size=2).map(settled)),
        st.sampled_from(NOTES).map(NoteCall),
        st.builds(CrossReference, st.just("table_target"), look=looks()),
        st.builds(CrossReference, st.sampled_from(ANCHORS), st.just("page"), looks()),
        st.builds(PageNumber, st.sampled_from(["page", "pages", "section pages"]), looks()),
        st.sampled_from([Break(), Break("page"), Break("column"), Tab()]),
        pictures(),
    )
    return st.lists(words() | others, min_size=min_size, max_size=4).map(settled)


@cache
def words() -> SearchStrategy[Text | Value]:
    origin = st.builds(Origin, st.sampled_from(["value", "gap"]), text(1), text(), place=text())
    return plain_text() | st.builds(Value, text(1), origin, looks())


@cache
def plain_text() -> SearchStrategy[Text]:
    return st.builds(Text, text(1), looks())


@cache
def text(min_size: int = 0) -> SearchStrategy[str]:
    return st.text(LETTERS, min_size=min_size, max_size=10)


@cache
def looks() -> SearchStrategy[Look]:
    return st.just(PLAIN) | st.sampled_from(LOOKS)


@cache
def layouts() -> SearchStrategy[Layout]:
    return st.just(AS_STYLED) | st.sampled_from(LAYOUTS)


@cache
def targets() -> SearchStrategy[str]:
    outside = ["https://example.org/?a=1&b=2", "mailto:a@example.org"]
    return st.sampled_from([*outside, *(f"#{name}" for name in ANCHORS)])


@cache
def pictures() -> SearchStrategy[Picture]:
    length = st.integers(1, 1000).map(lambda halves: halves / 2)
    vector = st.sampled_from([None, b'<svg xmlns="http://www.w3.org/2000/svg"/>'])
    data = st.sampled_from([png(), png(grey=1)])
    return st.builds(Picture, data, st.just("image/png"), text().map(str.strip), length, length, vector)


@composite
def tables(draw: st.DrawFn, depth: int) -> Table:
    columns, rows = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    header = draw(st.integers(0, rows - 1))
    wishes = draw(st.lists(st.tuples(*[st.integers(0, 2)] * 4), max_size=2))
    spans = spread(columns, rows, header, wishes)
    made = tuple(
        Row(
            tuple(draw(cells(depth)) for column in range(columns) if (row, column) in spans),
            header=row < header,
            splits=draw(st.booleans()),
        )
        for row in range(rows)
    )
    sized = tuple(replace(row, cells=tuple(with_spans(row, at, spans))) for at, row in enumerate(made))
    title, description = draw(text()).strip(), draw(text()).strip()
    alignment = draw(st.sampled_from([None, "left", "centre", "right"]))
    return Table(sized, "Report Table", title, description, alignment, row_heads=draw(st.integers(0, 1)))


@cache
def cells(depth: int) -> SearchStrategy[Cell]:
    blocks = paragraphs("Table Text", "Table Heading", "Normal").map(lambda one: (one,))
    listed = st.tuples(lists(3), st.just(Paragraph((Text("end"),), "Table Text")))
    contents = [blocks, blocks, blocks, listed]
    if depth == 0:
        contents.append(st.tuples(tables(1), st.just(Paragraph((Text("end"),), "Table Text"))))
    return st.builds(
        Cell,
        st.one_of(contents),
        fill=st.sampled_from([None, *COLOURS]),
        borders=st.sampled_from([None, *BORDERS]),
        vertical=st.sampled_from([None, "top", "middle", "bottom"]),
        padding=st.sampled_from([None, (0.0, 2.5, 5.4, 1.05)]),
    )


def with_spans(row: Row, at: int, spans: Mapping[tuple[int, int], tuple[int, int]]) -> Iterator[Cell]:
    columns = sorted(column for here, column in spans if here == at)
    for cell, column in zip(row.cells, columns, strict=True):
        down, across = spans[at, column]
        yield replace(cell, row_span=down, column_span=across)


def spread(
    columns: int, rows: int, header: int, wishes: Iterable[tuple[int, ...]]
) -> Mapping[tuple[int, int], tuple[int, int]]:
    """Where cells begin, and how many rows and columns they take; header rows and others are not joined."""
    spans = {(row, column): (1, 1) for row in range(rows) for column in range(columns)}
    for top, left, down, across in wishes:
        bottom = min(top + down, (header if top < header else rows) - 1)
        right = min(left + across, columns - 1)
        area = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if area and all(spans.get(spot) == (1, 1) for spot in area):
            spans = {spot: span for spot, span in spans.items() if spot not in area}
            spans[top, left] = (bottom - top + 1, right - left + 1)
    return spans


def at_depth(family: str, depth: int) -> str:
    return family if depth == 1 else f"{family} {depth}"


def note(key: str, *texts: tuple[Inline, ...], endnote: bool = False) -> Note:
    style = "endnote text" if endnote else "footnote text"
    return Note(tuple(Paragraph(text, style) for text in texts), "endnote" if endnote else "footnote", key)


NOTES = (
    note("cited", (Text("Ofcom, "), Link("https://example.org/nations", (Text("Nations"),)), Text("."))),
    note("long", (Text(" Blank before."),), (Text("A second paragraph."),)),
    note("referring", (CrossReference("table_target"), Value("65%", Origin("value", "skills")))),
    note("late", (Text("At the end."),), endnote=True),
)


def settled(drawn: Iterable[Inline]) -> tuple[Inline, ...]:
    """Neighbouring words of one look are one."""
    made: list[Inline] = []
    for look, group in groupby(drawn, lambda inline: inline.look if isinstance(inline, Text) else None):
        found = list(group)
        joined = "".join(inline.text for inline in found if isinstance(inline, Text))
        made.extend(found if look is None else [Text(joined, look)])
    return tuple(made)


def kept_apart(drawn: Iterable[Block]) -> tuple[Block, ...]:
    """Word needs something between two tables, and between two lists."""
    made: list[Block] = []
    for block in drawn:
        if made and isinstance(block, List | Table) and isinstance(made[-1], type(block)):
            made.append(Paragraph((Text("between"),), "Normal"))
        made.append(block)
    return tuple(made)


def finished(drawn: Iterable[Block]) -> tuple[Block, ...]:
    """The same blocks; captions have names of their own, and notes that were called before are called again."""
    called: set[str] = set()
    numbers = count(1)

    def block(one: Block) -> Block:
        match one:
            case Caption():
                return replace(one, anchor=f"_Ref{next(numbers)}")
            case Paragraph() | Heading():
                return replace(one, inlines=tuple(inline(part) for part in one.inlines))
            case List():
                return replace(one, items=tuple(replace(item, blocks=within(item.blocks)) for item in one.items))
            case Table():
                return replace(one, rows=tuple(row(part) for part in one.rows))
            case _:
                return one

    def inline(one: Inline) -> Inline:
        if not isinstance(one, NoteCall):
            return one
        again = one.note.key in called
        called.add(one.note.key)
        return replace(one, again=again)

    def row(one: Row) -> Row:
        return replace(one, cells=tuple(replace(cell, blocks=within(cell.blocks)) for cell in one.cells))

    def within(inner: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(block(one) for one in inner)

    return within(drawn)
