"""Documents made by hand, printed in the styles of an empty Word file, and what the PDF says back."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pypdf
from word.word_files import blank_document, png, saved

from reportgen.document import (
    Block,
    Cell,
    DataFile,
    Document,
    Heading,
    Inline,
    Layout,
    Margins,
    Note,
    NoteCall,
    Page,
    Paragraph,
    Picture,
    Row,
    Section,
    Table,
    Text,
)
from reportgen.pdf.printed import Printed
from reportgen.pdf.printer import print_document
from reportgen.problems import Problems
from reportgen.word.reader import WordFile
from reportgen.word.styles import Styles, read_styles

A4 = Page(first_differs=False)


@cache
def styles() -> Styles:
    found = read_styles(saved(blank_document()), "blank.docx", Problems())
    return replace(found, default_look=replace(found.default_look, font="Calibri"))


def printed(
    *blocks: Block, problems: Problems | None = None, data: Sequence[DataFile] = (), **of_section: object
) -> Printed:
    """These blocks on paper, in a document of one section."""
    return printed_document(document(*blocks, **of_section), problems, data)


def printed_document(whole: Document, problems: Problems | None = None, data: Sequence[DataFile] = ()) -> Printed:
    heard = Problems() if problems is None else problems
    return print_document(WordFile(whole, styles(), tuple(data)), heard, name="report.docx")


def document(*blocks: Block, page: Page = A4, heads: Margins = Margins(), feet: Margins = Margins()) -> Document:  # noqa: B008
    return Document((Section(blocks, page, heads, feet),), title="Evidence")


def pages(pdf: bytes) -> list[str]:
    """The words of each page, one space between them, in the order in which they are painted."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def tokens(pdf: bytes, pattern: str) -> list[str]:
    """What matches, in the order of pages and painting."""
    return re.findall(pattern, " ".join(pages(pdf)))


def paragraph(*inlines: Inline | str, style: str = "Body Text", **layout: object) -> Paragraph:
    return Paragraph(tuple(map(inline, inlines)), style, Layout(**layout))  # type: ignore[arg-type]


def heading(level: int, words: str, anchor: str = "", label: str = "") -> Heading:
    return Heading(level, (Text(words),), anchor=anchor, label=label)


def note(number: int, *words: Inline | str, kind: str = "footnote") -> NoteCall:
    said = paragraph(*words, style=f"{kind} text")
    return NoteCall(Note((said,), kind), number=str(number))  # type: ignore[arg-type]


def table(*rows: Sequence[str | Cell], heads: int = 1, **of_table: object) -> Table:
    made = [Row(tuple(map(cell, row)), header=number < heads) for number, row in enumerate(rows)]
    return Table(tuple(made), **of_table)  # type: ignore[arg-type]


def cell(said: str | Cell) -> Cell:
    return Cell((paragraph(said, style="Table Text"),)) if isinstance(said, str) else said


def picture(alt: str = "A grey square", vector: bytes | None = None, data: bytes | None = None) -> Picture:
    return Picture(png() if data is None else data, "image/png", alt, 100.0, 50.0, vector)


def inline(said: Inline | str) -> Inline:
    return Text(said) if isinstance(said, str) else said
