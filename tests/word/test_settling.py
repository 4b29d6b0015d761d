"""Saved results of fields in a finished body."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from lxml import etree
from word.docx_checks import check_docx, read_fields
from word.word_files import blank_document, saved

from reportgen.document import (
    Block,
    Caption,
    Contents,
    CrossReference,
    Heading,
    Link,
    Look,
    Note,
    NoteCall,
    Paragraph,
    Text,
)
from reportgen.problems import Place, Problems
from reportgen.word.blocks import BlockWriter
from reportgen.word.contents import Entry, write_entries
from reportgen.word.elements import Element, W
from reportgen.word.fields import settle
from reportgen.word.names import style_id, styles_of
from reportgen.word.notes import Notes
from reportgen.word.page_fields import settle_pages

MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
TOC_STYLES = ("toc1", "toc2", "toc3", "tableoffigures")


def field(instruction: str, result: str = "") -> str:
    shown = f"<w:r><w:t>{result}</w:t></w:r>" if result else ""
    words = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return MARK.format("begin") + words + MARK.format("separate") + shown + MARK.format("end")


def paragraph(content: str, style: str = "BodyText") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def bookmarked(name: str, content: str, number: int = 1) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def document_of(*paragraphs: str) -> WordDocument:
    """A Word file with this XML in its body, as a template or a person may have left it."""
    document = blank_document()
    for xml in paragraphs:
        document.element.body.insert(-1, parse_xml(re.sub(r"^<(w:\w+)", rf"<\1 {nsdecls('w')}", xml)))
    return document


def written(*blocks: Block) -> tuple[WordDocument, Notes]:
    document = blank_document()
    writer = BlockWriter(document, 432, Problems(), Place("template.docx"))
    for element in writer.write(blocks):
        document.element.body.insert(-1, element)
    writer.finish()
    return document, writer.notes


def settled(*paragraphs: str) -> WordDocument:
    document = document_of(*paragraphs)
    settle(document, Notes(document))
    return document


def results(document: WordDocument) -> list[str]:
    return [result for _, result in read_fields(document.element.body)]


def lines(document: WordDocument, styles: tuple[str, ...] = TOC_STYLES) -> list[str]:
    """The words of the paragraphs in these styles, tabs as bars."""
    return [
        "".join("|" if child.tag == W + "tab" else child.text or "" for child in _words_and_tabs(found))
        for found in document.element.body.iter(W + "p")
        if _style(found) in styles
    ]


def _words_and_tabs(found: Element) -> list[Element]:
    return [child for run in found.iter(W + "r") for child in run.iter(W + "t", W + "tab")]


def _style(found: Element) -> str | None:
    style = found.find(f"{W}pPr/{W}pStyle")
    return style.get(W + "val") if style is not None else None


def sequence(*instructions: str) -> list[str]:
    return results(settled(*(paragraph(field(one, "9")) for one in instructions)))


def test_captions_are_numbered_in_document_order_each_label_by_itself() -> None:
    assert sequence("SEQ Table", "SEQ Figure", "SEQ Table \\* ARABIC", "SEQ table") == ["1", "1", "2", "3"]


@pytest.mark.parametrize(
    ("instructions", "numbers"),
    [
        (("SEQ T", "SEQ T \\c", "SEQ T"), ["1", "1", "2"]),
        (("SEQ T", "SEQ T \\r 7", "SEQ T"), ["1", "7", "8"]),
        (("SEQ T \\* ROMAN", "SEQ T \\* alphabetic \\* MERGEFORMAT"), ["I", "b"]),
        (("SEQ T \\h", "SEQ T"), ["", "2"]),
    ],
)
def test_switches_of_sequences_are_respected(instructions: tuple[str, ...], numbers: list[str]) -> None:
    assert sequence(*instructions) == numbers


def test_a_sequence_by_chapter_begins_anew_at_its_headings() -> None:
    caption = paragraph(field("SEQ T \\s 1", "9"))
    chapter = paragraph(words("Chapter"), "Heading1")
    assert results(settled(chapter, caption, caption, chapter, caption)) == ["1", "2", "1"]


def test_simple_and_crowded_fields_count_too() -> None:
    simple = '<w:fldSimple w:instr=" SEQ Table "><w:r><w:t>5</w:t></w:r></w:fldSimple>'
    crowded = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>SEQ Table</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>5</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    )
    without_result = MARK.format("begin") + "<w:r><w:instrText>SEQ Table</w:instrText></w:r>" + MARK.format("end")
    assert results(settled(paragraph(simple), paragraph(crowded), paragraph(without_result))) == [
        "1",
        "2",
        "3",
    ]


def test_a_result_keeps_its_look() -> None:
    bold = field("SEQ Table", "9").replace("<w:r><w:t>", "<w:r><w:rPr><w:b/></w:rPr><w:t>")
    xml = etree.tostring(settled(paragraph(bold)).element.body, encoding="unicode")
    assert "<w:rPr><w:b/></w:rPr><w:t>1</w:t>" in xml


def test_a_reference_says_what_its_bookmark_says() -> None:
    document = settled(
        paragraph(words("see ") + field("REF t \\h", "Table 9")),
        paragraph(bookmarked("t", words("Table ") + field("SEQ Table", "9")) + words(": All"), "Caption"),
    )
    assert results(document) == ["Table 1", "1"]


def test_a_reference_to_nothing_or_to_a_place_keeps_what_it_says() -> None:
    document = settled(
        paragraph(field("REF gone \\h", "Table 9") + field("REF t \\p", "above") + bookmarked("t", words("x")))
    )
    assert results(document) == ["Table 9", "above"]


def test_nested_fields_and_unbalanced_marks_do_no_harm() -> None:
    nested = MARK.format("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + field("SEQ Table", "9")
    document = settled(
        paragraph(nested + MARK.format("separate") + words("yes") + MARK.format("end")),
        paragraph(MARK.format("end") + MARK.format("begin")),
        paragraph(field("SEQ Table", "9")),
    )
    assert results(document)[:2] == ["1", "yes"]


def test_what_a_fallback_says_again_is_not_counted() -> None:
    fallback = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Fallback><w:txbxContent>{paragraph(field('SEQ Table', '9'))}</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert results(settled(paragraph(fallback), paragraph(field("SEQ Table", "9")))) == ["9", "1"]


def note(text: str, key: str = "") -> Note:
    return Note((Paragraph((Text(text),)),), key=key)


def test_a_note_called_again_shows_its_number() -> None:
    one, two = note("one", "a"), note("two", "b")
    document, notes = written(
        Paragraph((NoteCall(one), NoteCall(two))),
        Paragraph((NoteCall(two, again=True), NoteCall(one, again=True))),
    )
    settle(document, notes)
    assert results(document) == ["2", "1"]
    assert check_docx(saved(document)) == []


def test_ids_of_notes_follow_their_references() -> None:
    document, notes = written(Paragraph((NoteCall(note("one")),)), Paragraph((NoteCall(note("two")),)))
    body = document.element.body
    body.insert(0, body[1])
    settle(document, notes)
    assert [r.get(W + "id") for r in body.iter(W + "footnoteReference")] == ["1", "2"]
    part = etree.fromstring(notes.part("footnote").blob)
    texts = ["".join(t.text or "" for t in one.iter(W + "t")).strip() for one in part if one.get(W + "type") is None]
    assert texts == ["two", "one"]


def test_a_templates_own_notes_stay_and_those_of_a_loop_are_doubled() -> None:
    document, notes = written(Paragraph((NoteCall(note("the template's")),)))
    settle(document, notes)
    template = docx.Document(io.BytesIO(saved(document)))
    body = template.element.body
    copied = parse_xml(etree.tostring(body[0]))
    body.insert(0, copied)
    writer = BlockWriter(template, 432, Problems(), Place("t"))
    for element in writer.write([Paragraph((NoteCall(note("the report's")),))]):
        body.insert(-1, element)
    writer.finish()
    settle(template, writer.notes)
    part = etree.fromstring(writer.notes.part("footnote").blob)
    texts = ["".join(t.text or "" for t in one.iter(W + "t")).strip() for one in part]
    assert texts == ["", "", "the template's", "the template's", "the report's"]
    assert check_docx(saved(template)) == []


def test_notes_that_nothing_refers_to_are_dropped() -> None:
    document, notes = written(Paragraph((NoteCall(note("gone")),)), Paragraph((NoteCall(note("stays")),)))
    document.element.body.remove(document.element.body[0])
    settle(document, notes)
    assert check_docx(saved(document)) == []


HEADINGS = (
    Heading(1, (Text("Foreword"), NoteCall(note("n")))),
    Heading(2, (Text("In "), Text("brief", Look(italic=True))), anchor="brief"),
    Heading(3, (Text("Too deep"),)),
    Heading(1, ()),
)


def test_contents_list_headings_with_looks_but_without_notes() -> None:
    document, notes = written(Contents((), 'TOC \\o "1-2" \\h \\z \\u'), *HEADINGS)
    settle(document, notes)
    assert lines(document) == ["Foreword|1", "In brief|1"]
    first, second = (link.get(W + "anchor") for link in document.element.body.iter(W + "hyperlink"))
    assert first == "_Toc1"
    assert second == "brief"
    assert check_docx(saved(document)) == []


@pytest.mark.parametrize(
    ("instruction", "listed"),
    [
        ('TOC \\o "2-3" \\h', ["In brief|1", "Too deep|1"]),
        ("TOC \\h", ["Foreword|1", "In brief|1", "Too deep|1"]),
        ('TOC \\h \\t "Subtitle,1,Heading 2,2"', ["In brief|1"]),
        ('TOC \\h \\t "Subtitle;1"', None),
        ("TOC \\u", ["Foreword|1", "In brief|1", "Too deep|1"]),
    ],
)
def test_switches_of_contents_are_respected(instruction: str, listed: list[str] | None) -> None:
    document, notes = written(Contents((), instruction), *HEADINGS)
    settle(document, notes)
    assert lines(document) == (listed or [])


def test_lists_of_tables_and_figures_list_captions() -> None:
    document, notes = written(
        Contents((), 'TOC \\h \\z \\c "Table"'),
        Caption("Table", (Text(": One"),), "t1"),
        Caption("Figure", (Text(": Other"),), "f1"),
        Caption("Table", (Text(": Two, see "), Link("#t1", (Text("there"),))), "t2"),
    )
    settle(document, notes)
    assert lines(document) == ["Table 1: One|1", "Table 2: Two, see there|1"]


def in_control(*paragraphs: str) -> str:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{''.join(paragraphs)}</w:sdtContent></w:sdt>"


def stale_contents(instruction: str = 'TOC \\o "1-2" \\h \\z \\u') -> tuple[str, ...]:
    """As Word leaves it: heading, entries in paragraphs, the end in a paragraph of its own."""
    start = field(instruction).removesuffix(MARK.format("end"))
    entry = words("Old heading") + field("PAGEREF _Toc9 \\h", "7")
    return (
        paragraph(words("Contents"), "TOCHeading"),
        paragraph(start + entry, "toc1"),
        paragraph(entry, "toc1"),
        paragraph(MARK.format("end")),
    )


def test_stale_entries_of_a_template_are_replaced() -> None:
    document = settled(in_control(*stale_contents()), paragraph(words("New"), "Heading1"))
    assert lines(document) == ["New|1"]
    body = etree.tostring(document.element.body, encoding="unicode")
    assert "Old heading" not in body
    assert body.count("fldCharType") == 6
    assert check_docx(saved(document)) == []


def test_contents_without_entries_are_taken_out_with_their_heading() -> None:
    document = settled(in_control(*stale_contents()), paragraph(words("Body")))
    assert len(document.element.body.findall(W + "p")) == 1
    assert document.element.body.find(W + "sdt") is None


def test_a_list_without_entries_is_taken_out_with_the_heading_before_it() -> None:
    document = settled(paragraph(words("Before")), *stale_contents('TOC \\h \\c "Table"'), paragraph(words("Body")))
    assert [p.text for p in document.paragraphs] == ["Before", "Body"]


def test_a_section_that_ends_in_contents_stays() -> None:
    section = "<w:sectPr><w:pgSz w:w='11906' w:h='16838'/></w:sectPr>"
    last = f"<w:p><w:pPr>{section}</w:pPr>{MARK.format('end')}</w:p>"
    document = settled(in_control(*stale_contents()[:3], last), paragraph(words("Body")))
    assert len(document.sections) == 2


def test_pages_are_settled_afterwards_and_nothing_else_changes() -> None:
    document, notes = written(Contents(()), *HEADINGS, Paragraph((CrossReference("brief", "page"),)))
    settle(document, notes)
    before = etree.tostring(document.element.body, encoding="unicode")
    settle_pages(document, notes, {"brief": 12})
    assert lines(document) == ["Foreword|1", "In brief|12", "Too deep|1"]
    settle(document, notes, {"brief": 1})
    assert etree.tostring(document.element.body, encoding="unicode") == before


def test_numbered_headings_are_listed_with_their_numbers() -> None:
    heading = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/>'
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr></w:pPr>' + words("Chapter") + "</w:p>"
    )
    number = _number_of(blank_document())
    document = settled(*stale_contents(), heading.format(number), heading.format(number))
    assert lines(document) == ["1.|Chapter|1", "2.|Chapter|1"]
    first = document.element.body.xpath(".//w:p[.//w:instrText[contains(., 'PAGEREF')]]")[0]
    kinds = [stop.get(f"{W}val") for stop in first.iter(f"{W}tab") if stop.get(f"{W}pos")]
    assert kinds[0] == "left"  # or the number's tab would lead to the page number's place


def test_page_numbers_stand_at_the_edge_of_a_text_that_is_narrower_than_the_styles_stop() -> None:
    document = blank_document()
    document.styles["toc 1"].paragraph_format.tab_stops.add_tab_stop(Pt(900), WD_TAB_ALIGNMENT.RIGHT)
    styles = styles_of(document)
    entry = Entry(style_id(styles, "toc 1"), [], "")
    (wide,), (narrow,) = (write_entries([entry], styles, width) for width in (950.0, 300.0))
    stops = [
        [(stop.get(f"{W}val"), stop.get(f"{W}pos")) for stop in one.iter(f"{W}tab") if stop.get(f"{W}pos")]
        for one in (wide, narrow)
    ]
    assert stops == [[], [("clear", "18000"), ("right", "6000")]]


def _number_of(document: WordDocument) -> str:
    style = document.styles["List Number"].element
    number = style.find(f"{W}pPr/{W}numPr/{W}numId")
    assert number is not None
    return str(number.get(W + "val"))


def test_bookmarks_copied_by_a_loop_are_kept_once() -> None:
    copies = [paragraph(bookmarked("_Toc5", words(text), 4), "Heading1") for text in ("One", "Two")]
    document = settled(*stale_contents(), *copies)
    assert lines(document) == ["One|1", "Two|1"]
    assert check_docx(saved(document)) == []


def test_links_of_contents_lead_to_their_headings() -> None:
    document = settled(*stale_contents(), paragraph(words("One"), "Heading1"), paragraph(words("Two"), "Heading2"))
    starts: Mapping[str, Element] = {
        str(start.get(W + "name")): start for start in document.element.body.iter(W + "bookmarkStart")
    }
    targets = [str(link.get(W + "anchor")) for link in document.element.body.iter(W + "hyperlink")]
    assert [_text(starts[target].getparent()) for target in targets] == ["One", "Two"]


def _text(found: Element | None) -> str:
    return "".join(text.text or "" for text in found.iter(W + "t")) if found is not None else ""


@pytest.mark.parametrize(
    ("settings", "section", "shown"),
    [
        ('<w:numFmt w:val="lowerLetter"/>', "", ["b"]),
        ("", '<w:numFmt w:val="upperRoman"/><w:numStart w:val="4"/>', ["V"]),
        ('<w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/>', '<w:numFmt w:val="decimal"/>', ["4"]),
    ],
)
def test_a_note_called_again_is_numbered_as_the_file_numbers_its_notes(
    settings: str, section: str, shown: list[str]
) -> None:
    one, two = note("one", "a"), note("two", "b")
    document, notes = written(Paragraph((NoteCall(one), NoteCall(two), NoteCall(two, again=True))))
    own = document.settings.element.find(f"{W}footnotePr")
    for place, content in ((own, settings), (document.sections[0]._sectPr, section and _options(section))):
        for child in reversed(parse_xml(f"<w:x {nsdecls('w')}>{content}</w:x>")) if content else ():
            place.insert(0, child)
    settle(document, notes)
    assert results(document) == shown


def _options(content: str) -> str:
    return f"<w:footnotePr>{content}</w:footnotePr>"


def test_a_list_of_captions_without_their_labels() -> None:
    document, notes = written(
        Contents((), 'TOC \\h \\z \\a "Table"'),
        Caption("Table", (Text(": One "), Text("thing", Look(italic=True))), "t1"),
        Caption("Figure", (Text(": Other"),), "f1"),
        Caption("Table", (Text(" – "), Text("Two", Look(bold=True)), Text(", in 2023")), "t2"),
    )
    settle(document, notes)
    assert lines(document) == ["One thing|1", "Two, in 2023|1"]
    assert check_docx(saved(document)) == []
