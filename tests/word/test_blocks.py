"""Blocks as Word XML, each construct as docs/word.md has it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree
from word.word_files import blank_document, png

from reportgen.document import (
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
from reportgen.problems import Place, Problems
from reportgen.word.blocks import BlockWriter
from reportgen.word.elements import Element, W

BR = "<w:r><w:br/></w:r>"


class Written:
    """A Word file with these blocks written for it, not yet in its body."""

    def __init__(self, *blocks: Block) -> None:
        self.document = blank_document()
        self.problems = Problems()
        self.writer = BlockWriter(self.document, 432, self.problems, Place("template.docx"))
        self.elements = self.writer.write(blocks)

    @property
    def xml(self) -> str:
        return "".join(shown(element) for element in self.elements)


def shown(element: Element) -> str:
    """The XML without namespace declarations and without what only keeps spaces."""
    return re.sub(r' xmlns:\w+="[^"]*"| xml:space="preserve"', "", etree.tostring(element, encoding="unicode"))


def inlines_xml(*inlines: Inline) -> str:
    return "".join(shown(element) for element in Written().writer.inlines(inlines))


def items(*texts: str) -> tuple[ListItem, ...]:
    return tuple(ListItem((Paragraph((Text(text),)),)) for text in texts)


def cell(text: str, **more: Any) -> Cell:
    return Cell((Paragraph((Text(text),)),), **more)


def test_a_paragraph_names_its_style_by_id() -> None:
    xml = Written(Paragraph((Text("Words"),), style="Body Text")).xml
    assert xml == '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>Words</w:t></w:r></w:p>'


def test_spaces_at_the_ends_of_a_run_are_kept() -> None:
    (run,) = Written().writer.inlines([Text(" a ")])
    assert run[0].get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_neighbouring_words_of_one_look_are_one_run() -> None:
    assert inlines_xml(Text("a "), Text("b"), Text("c", Look(bold=True))) == (
        "<w:r><w:t>a b</w:t></w:r><w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t>c</w:t></w:r>"
    )


def test_a_look_stands_in_the_order_of_the_schema() -> None:
    look = Look("Strong", True, False, True, True, True, False, "superscript", 10.5, "112233", "FFFF00", "Arial", "cy")
    assert re.findall(r"<w:(\w+)", inlines_xml(Text("x", look)))[2:-1] == [
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike"),
        *("color", "sz", "szCs", "u", "shd", "vertAlign", "lang"),
    ]


def test_a_switch_that_is_off_says_so() -> None:
    assert '<w:b w:val="0"/>' in inlines_xml(Text("x", Look(bold=False)))


def test_a_layout_stands_in_the_order_of_the_schema() -> None:
    line = Border(0.5, "000000")
    layout = Layout(
        alignment="justify",
        left=36,
        first_line=-18,
        before=6,
        line=1.5,
        keep_next=True,
        page_break_before=False,
        background="EEEEEE",
        borders=Borders(top=line, bottom=line),
        tabs=(TabStop(100, "right", "dots"),),
    )
    xml = Written(Paragraph((), layout=layout)).xml
    assert '<w:keepNext/><w:pageBreakBefore w:val="0"/><w:pBdr>' in xml
    assert '<w:tabs><w:tab w:val="right" w:pos="2000" w:leader="dot"/></w:tabs>' in xml
    assert '<w:spacing w:before="120" w:line="360" w:lineRule="auto"/>' in xml
    assert '<w:ind w:left="720" w:hanging="360"/><w:jc w:val="both"/>' in xml


def test_breaks_tabs_and_hyphens_are_elements() -> None:
    assert inlines_xml(Break(), Break("page"), Tab()) == f'{BR}<w:r><w:br w:type="page"/></w:r><w:r><w:tab/></w:r>'
    assert inlines_xml(Text("co\u00adop 5\u2011year")) == (
        "<w:r><w:t>co</w:t><w:softHyphen/><w:t>op 5</w:t><w:noBreakHyphen/><w:t>year</w:t></w:r>"
    )


@pytest.mark.parametrize("text", ["a\0b", "a\x1fb", "a\ufffeb", "a\nb", "a\tb"])
def test_what_a_word_text_cannot_hold_is_named(text: str) -> None:
    with pytest.raises(
        ValueError, match=r"Word cannot hold the character U\+00|Word cannot hold the character U\+FFFE"
    ):
        inlines_xml(Text(text))


def test_markup_in_words_is_words() -> None:
    assert inlines_xml(Text("R&D <5% {{ x }}")) == "<w:r><w:t>R&amp;D &lt;5% {{ x }}</w:t></w:r>"


def test_a_style_that_is_missing_is_one_problem() -> None:
    written = Written(Paragraph((Text("a"),), style="No Such"), Paragraph((Text("b"),), style="No Such"))
    assert [str(problem.place) for problem in written.problems] == ["template.docx"]
    assert "“No Such”" in written.problems.met[0].message
    assert "pStyle" not in written.xml


def test_style_names_know_no_upper_and_lower_case() -> None:
    assert '<w:pStyle w:val="Heading1"/>' in Written(Heading(1, (Text("x"),), style="heading 1")).xml


def test_a_headings_anchor_is_a_bookmark_around_its_words() -> None:
    assert Written(Heading(2, (Text("x"),), anchor="here")).xml == (
        '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:bookmarkStart w:id="0" w:name="here"/>'
        '<w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>'
    )


def test_a_heading_in_another_style_says_its_level() -> None:
    assert '<w:outlineLvl w:val="1"/>' in Written(Heading(2, (Text("x"),), style="Body Text")).xml


def test_an_anchor_is_an_empty_bookmark_and_its_name_is_given_once() -> None:
    assert inlines_xml(Anchor("a"), Anchor("a")) == ('<w:bookmarkStart w:id="0" w:name="a"/><w:bookmarkEnd w:id="0"/>')


def test_a_value_stands_in_a_hidden_bookmark_and_its_origin_beside_the_words() -> None:
    written = Written(Paragraph((Value("65%", Origin("value", "skills", "West & Co", "2023", "values.csv:3")),)))
    assert '<w:bookmarkStart w:id="0" w:name="_rg_1"/><w:r><w:t>65%</w:t></w:r><w:bookmarkEnd' in written.xml
    written.writer.finish()
    (part,) = (p for p in written.document.part.package.iter_parts() if b"urn:reportgen:origins" in p.blob[:200])
    assert b'<value name="_rg_1" text="65%" kind="value" id="skills" area="West &amp; Co"' in part.blob


def test_a_caption_has_label_and_number_in_its_bookmark() -> None:
    xml = Written(Caption("Table", (Text(": All"),), "table_all")).xml
    label, rest = xml.split('<w:bookmarkEnd w:id="0"/>')
    assert "<w:t>Table </w:t>" in label
    assert " SEQ Table \\* ARABIC " in label
    assert rest == "<w:r><w:t>: All</w:t></w:r></w:p>"


def test_references_and_page_numbers_are_fields() -> None:
    xml = inlines_xml(CrossReference("t"), CrossReference("t", "page"), PageNumber("pages"))
    assert re.findall(r"<w:instrText> (.*?) </w:instrText>", xml) == [
        "REF t \\h",
        "PAGEREF t \\h",
        "NUMPAGES",
    ]


def test_a_link_leads_out_by_a_relationship_and_inside_by_an_anchor() -> None:
    written = Written()
    address = "https://example.org/?a=1&b=2"
    out, again, inside = written.writer.inlines(
        [Link(address, (Text("a"),)), Link(address, (Text("b"),)), Link("#t", (Text("c"),))]
    )
    relation = out.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
    assert written.document.part.rels[relation].target_ref == address
    assert out.attrib == again.attrib
    assert inside.get(W + "anchor") == "t"
    assert '<w:rStyle w:val="Hyperlink"/>' in shown(out)


def test_bullets_are_numbered_by_their_style_alone() -> None:
    xml = Written(List((ListItem((Paragraph((Text("a"),)), List(items("b")))),))).xml
    assert re.findall(r'<w:pStyle w:val="(\w+)"/>', xml) == ["ListBullet", "ListBullet2"]
    assert "numPr" not in xml


def test_each_ordered_list_counts_by_itself_from_its_start() -> None:
    written = Written(List(items("a", "b"), ordered=True), List(items("c"), ordered=True, start=4))
    numbers = re.findall(r'<w:numId w:val="(\d+)"/>', written.xml)
    assert numbers[0] == numbers[1] != numbers[2]
    numbering = written.document.part.numbering_part.element
    starts = {num.get(W + "numId"): shown(num) for num in numbering.iter(W + "num")}
    assert '<w:startOverride w:val="1"/>' in starts[numbers[0]]
    assert '<w:startOverride w:val="4"/>' in starts[numbers[2]]


def test_what_follows_in_an_item_continues_it() -> None:
    item = ListItem((Paragraph((Text("a"),)), Paragraph((Text("b"),)), List(items("c"), ordered=True)))
    xml = Written(List((item,))).xml
    assert re.findall(r'<w:pStyle w:val="(\w+)"/>', xml) == ["ListBullet", "ListContinue", "ListNumber2"]


def test_a_paragraph_of_another_style_is_numbered_directly() -> None:
    item = ListItem((Paragraph((Text("a"),), style="Body Text 2"),))
    xml = Written(List((item,))).xml
    assert '<w:pStyle w:val="BodyText2"/><w:numPr><w:ilvl w:val="0"/>' in xml


def test_a_list_deeper_than_the_styles_is_indented() -> None:
    nested: Block = List(items("deepest"))
    for depth in range(4):
        nested = List((ListItem((Paragraph((Text(f"{depth}"),)), nested)),))
    assert re.search(r'"ListBullet3"/><w:ind w:left="\d+"/>', Written(nested).xml)


def test_covered_cells_are_there_and_spans_are_said() -> None:
    table = Table(
        (
            Row((cell("a", column_span=2), cell("b"))),
            Row((cell("c", row_span=2), cell("d"), cell("e"))),
            Row((cell("f"), cell("g"))),
        )
    )
    (element,) = Written(table).elements
    rows = [
        [(shown(c).count("gridSpan"), re.findall(r"<w:vMerge(.*?)/>", shown(c))) for c in row.iter(W + "tc")]
        for row in element.iter(W + "tr")
    ]
    assert rows == [
        [(1, []), (0, [])],
        [(0, [' w:val="restart"']), (0, []), (0, [])],
        [(0, [""]), (0, []), (0, [])],
    ]


def test_header_rows_repeat_and_no_row_splits() -> None:
    xml = Written(Table((Row((cell("a"),), header=True), Row((cell("b"),)), Row((cell("c"),), splits=True)))).xml
    assert re.findall(r"<w:tr>(.*?)<w:tc>", xml) == [
        "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>",
        "<w:trPr><w:cantSplit/></w:trPr>",
        "",
    ]
    assert re.findall(r'<w:pStyle w:val="(\w+)"/>', xml) == ["TableHeading", "TableText", "TableText"]


def test_a_short_row_says_what_it_leaves_out() -> None:
    xml = Written(Table((Row((cell("a"), cell("b"))), Row((cell("c"),))))).xml
    assert '<w:gridAfter w:val="1"/>' in xml


def test_a_row_has_a_cell_and_a_table_a_row() -> None:
    assert Written(Table(())).elements == []
    assert Written(Table((Row((cell("a"), cell("b"))), Row(())))).xml.count("<w:tc>") == 3


def test_a_table_has_its_title_description_and_row_heads() -> None:
    xml = Written(Table((Row((cell("a"),)),), title="Title", description="What", row_heads=1)).xml
    assert 'w:firstColumn="1"' in xml
    assert xml.index('<w:tblCaption w:val="Title"/>') < xml.index('<w:tblDescription w:val="What"/>')


def test_a_cells_format_stands_in_the_order_of_the_schema() -> None:
    lined = Borders(left=Border(1, style="dashed"), top=Border(0.5))
    made = cell("a", fill="00703C", borders=lined, vertical="middle", padding=(1, 2, 3, 4))
    (table,) = Written(Table((Row((made,)),))).elements
    properties = table.find(f".//{W}tcPr")
    assert properties is not None
    assert [etree.QName(child).localname for child in properties] == [
        "tcW",
        "tcBorders",
        "shd",
        "tcMar",
        "vAlign",
    ]
    assert [etree.QName(side).localname for side in properties[1]] == ["top", "left"]


def test_widths_that_are_given_are_kept() -> None:
    xml = Written(Table((Row((cell("a"), cell("b"))),), widths=(100, 50))).xml
    assert '<w:gridCol w:w="2000"/><w:gridCol w:w="1000"/>' in xml


def test_widths_suit_the_words_and_fill_the_text() -> None:
    rows = (Row((cell("Short"), cell("A rather long sentence that wants to have more room than the other"))),)
    (table,) = Written(Table(rows)).elements
    short, long = (int(column.get(W + "w", "0")) for column in table.iter(W + "gridCol"))
    assert long > 3 * short
    assert abs(short + long - 432 * 20) <= 2


def test_tables_are_kept_apart_and_cells_end_in_a_paragraph() -> None:
    inner = Table((Row((cell("a"),)),))
    written = Written(inner, Table((Row((Cell((inner, inner)),)),)))
    assert [etree.QName(element).localname for element in written.elements] == ["tbl", "p", "tbl"]
    outer = written.elements[2].find(f"{W}tr/{W}tc")
    assert outer is not None
    assert [etree.QName(child).localname for child in outer] == ["tcPr", "tbl", "p", "tbl", "p"]


def test_a_picture_has_size_alternative_text_and_a_vector_beside_it() -> None:
    written = Written()
    picture = Picture(png(), "image/png", "Bars & lines", 100, 50, vector=b"<svg/>")
    xml = "".join(shown(element) for element in written.writer.inlines([picture, picture]))
    assert xml.count('<wp:extent cx="1270000" cy="635000"/>') == 2
    assert re.findall(r'<wp:docPr id="(\d)" name="Picture \d" descr="Bars &amp; lines"/>', xml) == ["1", "2"]
    images = [part for part in written.document.part.package.iter_parts() if "/media/" in str(part.partname)]
    assert sorted(part.content_type for part in images) == ["image/png", "image/svg+xml"]


def test_a_picture_without_alternative_text_is_decoration() -> None:
    xml = inlines_xml(Picture(png(), "image/png", "", 10, 10))
    assert '<adec:decorative val="1"/>' in xml


def test_a_note_is_written_once_and_called_again_by_number() -> None:
    note = Note((Paragraph((Text("Ofcom, "), Link("https://example.org", (Text("Nations"),)))),), key="ofcom")
    written = Written(Paragraph((NoteCall(note), Text(" and "), NoteCall(note, again=True))))
    written.writer.finish()
    assert written.xml.count("<w:footnoteReference") == 1
    assert '<w:bookmarkStart w:id="0" w:name="_note_1"/><w:r><w:rPr>' in written.xml
    assert " NOTEREF _note_1 \\f \\h " in written.xml
    part = written.writer.notes.part("footnote")
    assert b"https" not in part.blob
    assert [rel.target_ref for rel in part.rels.values()] == ["https://example.org"]


def test_a_note_called_once_needs_no_bookmark() -> None:
    written = Written(Paragraph((NoteCall(Note((Paragraph((Text("x"),)),))),)))
    written.writer.finish()
    assert "bookmark" not in written.xml


def test_notes_of_the_same_words_are_two_notes() -> None:
    note = Note((Paragraph((Text("x"),)),))
    written = Written(Paragraph((NoteCall(note), NoteCall(note))))
    assert written.xml.count("<w:footnoteReference") == 2


def test_separators_are_named_in_the_settings_where_the_schema_wants_them() -> None:
    written = Written(Paragraph((NoteCall(Note((Paragraph((Text("x"),)),))),)))
    tags = [etree.QName(child).localname for child in written.document.settings.element]
    assert tags.index("footnotePr") < tags.index("compat")
