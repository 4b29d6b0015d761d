"""A whole Word file with every construct in it: valid, checked, the same bytes twice."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

import docx
from lxml import etree
from openxml_audit import OpenXmlValidator
from word.docx_checks import check_docx
from word.word_files import blank_document, png, saved

from reportgen.document import (
    Anchor,
    Block,
    Border,
    Borders,
    Break,
    Caption,
    Cell,
    Contents,
    CrossReference,
    Heading,
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
from reportgen.problems import Place, Problems
from reportgen.word.blocks import BlockWriter
from reportgen.word.fields import settle
from reportgen.word.origins import read_values

LINE = Border(0.5, "1F3864")
LOOK = Look(None, True, True, True, False, True, None, "subscript", 9.5, "1F3864", "FFFF00", "Carlito", "cy-GB")
LAYOUT = Layout(
    alignment="right",
    left=18,
    right=18,
    first_line=-9,
    before=6,
    after=6,
    line=14,
    line_rule="at least",
    keep_next=True,
    keep_lines=False,
    page_break_before=False,
    background="EEEEEE",
    borders=Borders(LINE, LINE, LINE, Border(0, style="none")),
    tabs=(TabStop(90, "decimal", "line"),),
    right_to_left=False,
    contextual=True,
)
CITED = Note((Paragraph((Text("Ofcom, "), Link("https://example.org", (Text("Nations"),)))),), key="cited")
SEEN = Note((Paragraph((Text("See "), CrossReference("table_all"))), Paragraph((Text("More."),))))
ENDNOTE = Note((Paragraph((Text("At the end."),)),), kind="endnote")
PICTURE = Picture(png(), "image/png", "Grey", 200, 100, vector=b'<svg xmlns="http://www.w3.org/2000/svg"/>')


def say(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def table() -> Table:
    header = Row((Cell((say("Theme"),), column_span=2), Cell((say("Figure"),))), header=True)
    merged = Cell((say("Access"),), row_span=2, header=True)
    formatted = Cell(
        (Paragraph((Value("65%", Origin("value", "skills", "West", "2023", "values.csv:12")),)),),
        fill="00703C",
        borders=Borders(LINE, LINE, LINE, LINE),
        vertical="middle",
        padding=(1, 2, 3, 4),
    )
    bullets = Cell((List((ListItem((say("one"),)), ListItem((say("two"),)))),))
    rows = (
        header,
        Row((merged, Cell((say("Skills"),)), formatted)),
        Row((bullets, Cell(()))),
        Row((Cell(()),)),
    )
    return Table(rows, title="All", description="All of them", alignment="centre", row_heads=1)


BLOCKS: tuple[Block, ...] = (
    Contents(()),
    Contents((), 'TOC \\h \\z \\c "Table"'),
    Contents((), 'TOC \\h \\z \\c "Nothing"'),
    Heading(1, (Text("Foreword"),), anchor="foreword"),
    Paragraph(
        (Text("Plain "), Text("formatted", LOOK), NoteCall(CITED), Tab(), Break(), Anchor("here")),
        layout=LAYOUT,
    ),
    Paragraph((CrossReference("table_all"), CrossReference("foreword", "page"), PageNumber("section pages"))),
    Paragraph((NoteCall(SEEN), NoteCall(CITED, again=True), NoteCall(ENDNOTE), Link("#here", (Text("back"),)))),
    List((ListItem((say("a"), say("more"), List((ListItem((say("b"),)),), ordered=True, start=3))),)),
    List((ListItem((say("c"),)),), ordered=True),
    Caption("Table", (Text(": All"),), "table_all"),
    table(),
    table(),
    Caption("Figure", (Text(": Grey"),), "figure_grey"),
    Paragraph((PICTURE, PICTURE), style="Figure"),
    Paragraph((Break("page"), Break("column"))),
)


@cache
def written() -> bytes:
    document = blank_document()
    problems = Problems()
    writer = BlockWriter(document, 432, problems, Place("template.docx"))
    for element in writer.write(BLOCKS):
        document.element.body.insert(-1, element)
    writer.finish()
    settle(document, writer.notes)
    settle(document, writer.notes, {"foreword": 3})
    assert list(problems) == []
    return saved(document)


def test_the_file_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "written.docx"
    path.write_bytes(written())
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_the_file_passes_the_checks_that_no_validator_makes() -> None:
    assert check_docx(written()) == []


def test_the_checks_see_what_is_wrong() -> None:
    """So that an empty list means something."""
    with zipfile.ZipFile(io.BytesIO(written())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode()
    parts["word/document.xml"] = (
        body.replace('w:name="here"', 'w:name="foreword"', 1)
        .replace("REF table_all", "REF gone", 1)
        .replace(">Table 2<", ">Table 9<", 1)
        .replace('<w:gridSpan w:val="2"/>', "", 1)
        .replace('descr="Grey"', "", 1)
        .replace('<wp:docPr id="2"', '<wp:docPr id="1"', 1)
        .replace('<w:footnoteReference w:id="2"/>', "", 1)
        .encode()
    )
    damaged = io.BytesIO()
    with zipfile.ZipFile(damaged, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    found = " ".join(check_docx(damaged.getvalue()))
    for words in (
        "bookmark name",
        "REF to missing",
        "link to missing",
        "spans 2 columns",
        "drawing id",
        "alternative",
        "notes",
    ):
        assert words in found


def test_the_same_blocks_give_the_same_bytes() -> None:
    first = written()
    written.cache_clear()
    with zipfile.ZipFile(io.BytesIO(first)) as one, zipfile.ZipFile(io.BytesIO(written())) as other:
        assert {name: one.read(name) for name in one.namelist()} == {
            name: other.read(name) for name in other.namelist()
        }


def test_origins_can_be_read_back() -> None:
    with zipfile.ZipFile(io.BytesIO(written())) as package:
        items = [package.read(name) for name in package.namelist() if name.startswith("customXml/item")]
    found = {name: value for item in items for name, value in read_values(item).items()}
    assert found["_rg_1"] == Value("65%", Origin("value", "skills", "West", "2023", "values.csv:12"))


def test_origins_of_an_earlier_filling_are_replaced() -> None:
    document = docx.Document(io.BytesIO(written()))
    writer = BlockWriter(document, 432, Problems(), Place("template.docx"))
    writer.write([Paragraph((Value("1", Origin("fact", "new")),))])
    writer.finish()
    blobs = [part.blob for part in document.part.package.iter_parts() if b"urn:reportgen:origins" in part.blob]
    found = [list(read_values(blob).values()) for blob in blobs if read_values(blob)]
    assert found == [[Value("1", Origin("fact", "new"))]]


def test_python_docx_reads_it() -> None:
    document = docx.Document(io.BytesIO(written()))
    assert "Foreword" in [found.text for found in document.paragraphs]
    assert etree.tostring(document.element.body)
