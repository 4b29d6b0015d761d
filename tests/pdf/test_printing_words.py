"""The law of printing: the words of the document and of the PDF are the same, in the same order."""

from __future__ import annotations

import itertools
import re

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pdf.paper import A4, document, printed_document, tokens

from reportgen.document import (
    Block,
    Caption,
    Cell,
    Document,
    Heading,
    Inline,
    Layout,
    Link,
    List,
    ListItem,
    Look,
    Note,
    NoteCall,
    Paragraph,
    Row,
    Section,
    Tab,
    Table,
    TabStop,
    Text,
)
from reportgen.pdf.words import words

LAW = settings(
    max_examples=10,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to make a failure small, take shrink in: it takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)
LOOKS = st.sampled_from(
    [Look(), Look(bold=True), Look(italic=True), Look(position="superscript"), Look(size=8.0), Look(colour="AA0000")]
)
LAYOUTS = st.sampled_from(
    [
        Layout(),
        Layout(alignment="justify"),
        Layout(left=36.0, first_line=-18.0),
        Layout(page_break_before=True),
        Layout(tabs=(TabStop(100.0), TabStop(300.0, "right"))),
        Layout(right_to_left=True, alignment="right"),
    ]
)


class Numbered:
    """Each word of a document is another one: w1z, w2z … in the text, n1z in notes, m1z for marks and labels."""

    def __init__(self) -> None:
        self.counts = {letter: itertools.count(1) for letter in "wnm"}

    def word(self, letter: str = "w") -> str:
        return f"{letter}{next(self.counts[letter])}z"

    def text(self, count: int = 3) -> str:
        return "".join(f"{self.word()} " for _ in range(count))


def inlines(draw: st.DrawFn, made: Numbered) -> tuple[Inline, ...]:
    parts: list[Inline] = []
    for kind in draw(st.lists(st.sampled_from(["text", "link", "note", "tab"]), min_size=1, max_size=5)):
        if kind == "text":
            parts.append(Text(made.text(draw(st.integers(1, 25))), draw(LOOKS)))
        elif kind == "link":
            parts.append(Link("https://example.org/", (Text(made.text()),)))
        elif kind == "tab":
            parts.append(Tab())
        else:
            said = Paragraph((Text(" ".join(made.word("n") for _ in range(4))),), "footnote text")
            parts.append(NoteCall(Note((said,)), number=made.word("m")))
    return (Text(made.text(1)), *parts)


def blocks(draw: st.DrawFn, made: Numbered, depth: int = 0) -> list[Block]:
    kinds = ["paragraph", "paragraph", "heading", "caption"] + (["list", "table"] if depth < 2 else [])
    return [block(draw, made, kind, depth) for kind in draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=6))]


def block(draw: st.DrawFn, made: Numbered, kind: str, depth: int) -> Block:
    if kind == "heading":
        return Heading(draw(st.integers(1, 9)), inlines(draw, made), label=made.word())
    if kind == "caption":
        label, number = made.word(), made.word()
        return Caption(label, (Text(": "), *inlines(draw, made)), f"anchor_{label}", number=number)
    if kind == "list":
        items = (item(draw, made, depth) for _ in range(draw(st.integers(1, 3))))
        return List(tuple(items), ordered=draw(st.booleans()))
    if kind == "table":
        return table(draw, made, depth)
    return Paragraph(inlines(draw, made), draw(st.sampled_from(["Body Text", "Quote", "Source"])), draw(LAYOUTS))


def item(draw: st.DrawFn, made: Numbered, depth: int) -> ListItem:
    label, first = made.word(), Paragraph(inlines(draw, made), "List Bullet")
    more = blocks(draw, made, depth + 1) if draw(st.booleans()) else []
    return ListItem((first, *more), label=label)


def table(draw: st.DrawFn, made: Numbered, depth: int) -> Table:
    columns = draw(st.integers(1, 3))
    rows = []
    for number in range(draw(st.integers(1, 4))):
        cells = []
        for _ in range(columns):
            cells.append(Cell((Paragraph((Text(made.text()),), "Table Text"),), fill="00703C"))
        if number and draw(st.booleans()):
            # The last one: a row that is higher than a page says the rest of each cell on the next, in turn.
            cells[-1] = Cell((*cells[-1].blocks, *blocks(draw, made, 2)))
        rows.append(Row(tuple(cells)))
    return Table(tuple(rows), row_heads=1)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    made = Numbered()
    sections = (Section(tuple(blocks(draw, made)), A4) for _ in range(draw(st.integers(1, 2))))
    return Document(tuple(sections), title="Law")


@LAW
@given(documents())
def test_the_pdf_says_the_words_of_the_document_in_their_order(whole: Document) -> None:
    pdf = printed_document(whole).pdf
    assert tokens(pdf, r"w\d+z") == re.findall(r"w\d+z", " ".join(words(whole).body))


@LAW
@given(documents())
def test_every_note_stands_in_the_pdf_once_in_the_order_of_its_calls(whole: Document) -> None:
    pdf = printed_document(whole).pdf
    assert tokens(pdf, r"n\d+z") == re.findall(r"n\d+z", " ".join(words(whole).footnotes))


def test_two_hundred_notes_on_few_pages_all_arrive() -> None:
    made = Numbered()
    calls = [
        Paragraph(
            (Text(made.text(8)), NoteCall(Note((Paragraph((Text(made.word("n")),), "footnote text"),)), number="1"))
        )
        for _ in range(200)
    ]
    pdf = printed_document(document(*calls)).pdf
    assert tokens(pdf, r"n\d+z") == [f"n{number}z" for number in range(1, 201)]
