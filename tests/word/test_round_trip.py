"""The law that keeps writer and reader honest: `read(write(blocks)) == blocks`."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from word.docx_checks import check_docx
from word.strategies import TARGETS, documents
from word.word_files import blank_document, saved

from reportgen.document import (
    Block,
    Caption,
    Contents,
    ContentsEntry,
    Document,
    Heading,
    Look,
    Note,
    NoteCall,
    Paragraph,
    Text,
)
from reportgen.problems import Place, Problems
from reportgen.word.blocks import BlockWriter
from reportgen.word.fields import settle
from reportgen.word.reader import read_word


def write(blocks: tuple[Block, ...]) -> bytes:
    document = blank_document()
    problems = Problems()
    writer = BlockWriter(document, 432, problems, Place("template.docx"))
    for element in writer.write(blocks):
        document.element.body.insert(-1, element)
    writer.finish()
    settle(document, writer.notes)
    assert list(problems) == []
    return saved(document)


def read(data: bytes) -> Document:
    problems = Problems()
    found = read_word(data, "written.docx", problems)
    assert [str(problem) for problem in problems] == []
    return found.document


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_what_was_written_is_read_back(blocks: tuple[Block, ...]) -> None:
    data = write(blocks)
    assert read(data).blocks == blocks
    assert [one for one in check_docx(data) if "template tags" not in one] == []  # `%}` may be said as words


def test_contents_are_read_back_as_they_were_settled() -> None:
    note = Note((Paragraph((Text("x"),), "footnote text"),))
    written: tuple[Block, ...] = (
        Contents((), 'TOC \\o "1-2" \\h \\z \\u'),
        Contents((), 'TOC \\h \\z \\c "Table"'),
        Heading(1, (Text("One "), Text("two", Look(style="Emphasis")), NoteCall(note)), anchor="one"),
        Heading(3, (Text("Too deep"),)),
        Heading(2, (Text("Three"),)),
        Caption("Table", (Text(": All"),), "table_all"),
        *TARGETS,
    )
    headings = Contents(
        (
            ContentsEntry(1, (Text("One "), Text("two", Look(style="Emphasis"))), "one"),
            ContentsEntry(2, (Text("Three"),), "_Toc1"),
            ContentsEntry(1, (Text("Target"),), "heading_target"),
        ),
        'TOC \\o "1-2" \\h \\z \\u',
    )
    tables = Contents(
        (
            ContentsEntry(1, (Text("Table 1: All"),), "table_all"),
            ContentsEntry(1, (Text("Table 2: Target"),), "table_target"),
        ),
        'TOC \\h \\z \\c "Table"',
    )
    found = read(write(written)).blocks
    assert found == (headings, tables, *written[2:])


def test_what_compares_not_is_read_back_too() -> None:
    found = read(write(TARGETS)).blocks
    heading, caption = found[0], found[1]
    assert isinstance(heading, Heading)
    assert isinstance(caption, Caption)
    assert heading.anchor == "heading_target"
    assert caption.number == "1"
