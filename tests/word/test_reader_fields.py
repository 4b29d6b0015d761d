"""Fields: references, captions, contents, links, and those that print as they were saved."""

from __future__ import annotations

import pytest
from word.tiny_docx import Read, bookmark, field, p, r, style, styled

from reportgen.document import (
    Anchor,
    Caption,
    Contents,
    ContentsEntry,
    CrossReference,
    Inline,
    Link,
    Look,
    PageNumber,
    Paragraph,
    Tab,
    Text,
)

STYLES = {
    "styles": style("Caption", "caption")
    + style("TOC1", "toc 1")
    + style("TOC2", "toc 2")
    + style("Tables", "table of figures")
    + style("Hyperlink", "Hyperlink", kind="character")
}
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in ("begin", "separate", "end"))


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("instruction", "inline"),
    [
        ("PAGE", PageNumber()),
        ("page \\* MERGEFORMAT", PageNumber()),
        ("NUMPAGES", PageNumber("pages")),
        ("SECTIONPAGES", PageNumber("section pages")),
        ("REF table_6 \\h", CrossReference("table_6")),
        ("PAGEREF _Toc1 \\h", CrossReference("_Toc1", "page")),
        ("REF _Ref1 \\r \\h", Link("#_Ref1", (Text("6"),))),
        ('HYPERLINK "https://example.org"', Link("https://example.org", (Text("6"),))),
        ('HYPERLINK \\l "here"', Link("#here", (Text("6"),))),
        ("SEQ Table", Text("6")),
        ("DOCPROPERTY Title", Text("6")),
        ("", Text("6")),
    ],
)
def test_what_a_field_is(instruction: str, inline: Inline) -> None:
    assert Read(p(field(instruction, "6"))).inlines == (inline,)
    simple = instruction.replace('"', "&quot;")
    assert Read(p(f'<w:fldSimple w:instr="{simple}">{r("6")}</w:fldSimple>')).inlines == (inline,)


def test_a_reference_keeps_its_saved_result_and_look() -> None:
    (inline,) = Read(p(field("REF t \\h", r("Table 6", "<w:b/>")))).inlines
    assert isinstance(inline, CrossReference)
    assert (inline.text, inline.look) == ("Table 6", Look(bold=True))


def test_a_fields_code_may_be_broken_and_hold_fields() -> None:
    inner = field("MERGEFIELD x", "no words of the text")
    content = BEGIN + code(" IF ") + inner + code(" = 1 ") + SEPARATE + r("shown") + END
    assert Read(p(content)).inlines == (Text("shown"),)
    assert Read(p(BEGIN, code(" PA"), code("GE "), SEPARATE, r("1"), END)).inlines == (PageNumber(),)


def test_a_field_without_result_is_nothing() -> None:
    assert Read(p("a", BEGIN, code("XE &quot;index&quot;"), END, "b")).inlines == (Text("ab"),)


@pytest.mark.parametrize(
    ("instruction", "form", "shown"),
    [
        ("MACROBUTTON NoMacro [type a name]", "", "[type a name]"),
        ("GOTOBUTTON here see below", "", "see below"),
        ('SYMBOL 252 \\f "Wingdings" \\s 12', "", "✓"),
        ("SYMBOL 0x3b1 \\u", "", "α"),
        ("FORMCHECKBOX", "<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "☒"),
        ("FORMCHECKBOX", "<w:checkBox><w:default w:val='0'/></w:checkBox>", "☐"),
        (
            "FORMDROPDOWN",
            "<w:ddList><w:result w:val='1'/><w:listEntry w:val='a'/><w:listEntry w:val='b'/></w:ddList>",
            "b",
        ),
        ("FORMDROPDOWN", "<w:ddList><w:listEntry w:val='a'/><w:listEntry w:val='b'/></w:ddList>", "a"),
    ],
)
def test_a_field_without_result_may_say_in_its_code_or_form_what_it_shows(
    instruction: str, form: str, shown: str
) -> None:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{form}</w:ffData></w:fldChar></w:r>'
    for marks in (END, SEPARATE + r("") + END):
        read = Read(p("a ", begin, code(instruction), marks, " b"))
        assert (read.inlines, read.warned) == ((Text(f"a {shown} b"),), [])


@pytest.mark.parametrize("instruction", ["EQ \\f(1;2)", "LISTNUM", "AUTONUM \\s ."])
def test_what_only_word_works_out_is_named(instruction: str) -> None:
    read = Read(p("a", BEGIN, code(instruction), END, "b"))
    assert (read.inlines, read.warned) == ((Text("ab"),), ["field"])
    assert instruction in read.warnings[0].message


def test_fields_stand_in_each_other() -> None:
    content = BEGIN + code('HYPERLINK "https://example.org"') + SEPARATE + field("REF t", "Table 1") + r("!") + END
    assert Read(p(content)).inlines == (Link("https://example.org", (CrossReference("t"), Text("!"))),)


def test_a_field_may_run_over_paragraphs() -> None:
    read = Read(p("a", BEGIN, code("INCLUDETEXT x"), SEPARATE, "b") + p("c", END, "d"))
    assert read.blocks == (Paragraph((Text("ab"),), "Normal"), Paragraph((Text("cd"),), "Normal"))


def test_a_field_that_is_never_closed_hides_nothing() -> None:
    assert Read(p("a", BEGIN, code("REF t"), SEPARATE, "b") + p("c")).blocks[1] == Paragraph((Text("c"),), "Normal")


def test_marks_without_a_field_are_passed_over() -> None:
    assert Read(p(END, "a", SEPARATE, "b")).inlines == (Text("ab"),)


def test_a_running_heading_is_a_warning() -> None:
    read = Read(p(field('STYLEREF "Heading 1"', "Foreword")))
    assert read.inlines == (Text("Foreword"),)
    assert read.warned == ["running-heading"]


def caption(before: str, rest: str = ": All", number: str = "6") -> str:
    label = r(before) + field("SEQ Table \\* ARABIC", number)
    return styled("Caption", bookmark("table_all", label), rest)


def test_a_caption_is_a_label_a_live_number_and_words() -> None:
    block = Read(caption("Table "), STYLES).block
    assert block == Caption("Table", (Text(": All"),), "table_all")
    assert isinstance(block, Caption)
    assert block.number == "6"


def test_a_caption_may_count_within_chapters() -> None:
    block = Read(caption("Figure 2-"), STYLES).block
    assert isinstance(block, Caption)
    assert (block.label, block.number) == ("Figure", "2-6")


def test_a_caption_without_a_bookmark_has_no_anchor() -> None:
    assert Read(p("Table ", field("SEQ Table", "1"))).block == Caption("Table", (), "", "Normal")


def test_of_several_bookmarks_the_one_that_is_not_words_own_is_the_anchor() -> None:
    label = bookmark("_Ref5", r("Table ") + field("SEQ Table", "1"), 1)
    read = Read(styled("Caption", bookmark("_Toc9", label + r(": All"), 2)) + p(field("PAGEREF _Toc9", "1")), STYLES)
    assert read.blocks[0] == Caption("Table", (Anchor("_Toc9"), Text(": All")), "_Ref5")


def test_a_number_in_the_middle_of_words_is_no_caption() -> None:
    read = Read(p(r("1", "<w:b/>"), "<w:r><w:tab/></w:r>", field("SEQ Step", "1")))
    assert read.inlines == (Text("1", Look(bold=True)), Tab(), Text("1"))


def entry(style_id: str, target: str, words: str, page: str, before: str = "", after: str = "") -> str:
    content = r(words, '<w:rStyle w:val="Hyperlink"/>') + "<w:r><w:tab/></w:r>" + field(f"PAGEREF {target} \\h", page)
    return styled(style_id, before, f'<w:hyperlink w:anchor="{target}">{content}</w:hyperlink>', after)


TOC = BEGIN + code(' TOC \\o "1-2" \\h ') + SEPARATE
CONTENTS = Contents(
    (
        ContentsEntry(1, (Text("Foreword"),), "_Toc1"),
        ContentsEntry(2, (Text("1.1"), Tab(), Text("Aims")), "_Toc2"),
    ),
    'TOC \\o "1-2" \\h',
)


def two_entries(end: str = "") -> str:
    words = '1.1</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">Aims'
    return entry("TOC1", "_Toc1", "Foreword", "3", TOC) + entry("TOC2", "_Toc2", words, "iv", after=end)


@pytest.mark.parametrize(
    "body",
    [
        two_entries(END),
        two_entries() + p(END),
        f"<w:sdt><w:sdtContent>{two_entries()}{p(END)}</w:sdtContent></w:sdt>",
    ],
)
def test_a_table_of_contents_is_its_saved_entries(body: str) -> None:
    block = Read(body, STYLES).block
    assert block == CONTENTS
    assert isinstance(block, Contents)
    assert [one.page for one in block.entries] == ["3", "iv"]


def test_words_after_a_table_of_contents_are_a_paragraph() -> None:
    assert Read(two_entries() + p(END, "after"), STYLES).blocks == (CONTENTS, Paragraph((Text("after"),), "Normal"))


def test_entries_without_links_are_told_from_their_pages_by_the_tab() -> None:
    line = styled("TOC1", TOC, "Foreword", "<w:r><w:tab/></w:r>", "3", END)
    (block,) = Read(line, STYLES).blocks
    assert isinstance(block, Contents)
    assert block.entries == (ContentsEntry(1, (Text("Foreword"),), ""),)
    assert block.entries[0].page == "3"


def test_a_list_of_tables_is_contents_too() -> None:
    lists = BEGIN + code(' TOC \\h \\c "Table" ') + SEPARATE
    read = Read(entry("Tables", "_Toc3", "Table 1: All", "5", lists, END) + two_entries(END), STYLES)
    tables = Contents((ContentsEntry(1, (Text("Table 1: All"),), "_Toc3"),), 'TOC \\h \\c "Table"')
    assert read.blocks == (tables, CONTENTS)


def test_an_entry_in_another_style_says_so() -> None:
    (block,) = Read(entry("Caption", "_Toc3", "x", "5", TOC, END), STYLES).blocks
    assert isinstance(block, Contents)
    assert block.entries == (ContentsEntry(1, (Text("x"),), "_Toc3", "Caption"),)


def test_contents_that_were_never_filled_are_empty() -> None:
    assert Read(p(BEGIN, code("TOC \\h"), SEPARATE, END)).block == Contents((), "TOC \\h")
    assert Read(p(BEGIN, code("TOC \\h"), END)).block == Contents((), "TOC \\h")
