"""Paragraphs, runs, headings and sections of any Word file."""

from __future__ import annotations

import pytest
from word.tiny_docx import OFFICE, Read, bookmark, field, p, r, style, styled

from reportgen.document import (
    Anchor,
    Border,
    Borders,
    Break,
    Heading,
    Layout,
    Link,
    Look,
    Margins,
    Page,
    PageNumber,
    Paragraph,
    Tab,
    TabStop,
    Text,
)

STYLES = {
    "styles": style("Normal", "Normal", default=True)
    + style("Heading1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    + style("Body", "Body Text", '<w:pPr><w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs></w:pPr>')
    + style("Strong", "Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
    + style("Secret", "Secret", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    + style("Plain", "Default Paragraph Font", kind="character")
}


def test_a_paragraph_has_its_styles_name_and_nothing_resolved() -> None:
    assert Read(styled("Body", "Words"), STYLES).block == Paragraph((Text("Words"),), "Body Text")


def test_a_paragraph_without_a_style_has_the_default_one() -> None:
    assert Read(p("Words"), STYLES).block == Paragraph((Text("Words"),), "Normal")
    assert Read(styled("Gone", "Words"), STYLES).block == Paragraph((Text("Words"),), "Normal")


def test_empty_paragraphs_stay() -> None:
    assert Read(p() + p(), STYLES).blocks == (Paragraph((), "Normal"),) * 2


def test_runs_that_look_the_same_are_one() -> None:
    assert Read(p(r("one "), "<w:proofErr/>", r("two"), r("!", "<w:b/>"))).inlines == (
        Text("one two"),
        Text("!", Look(bold=True)),
    )


def test_a_run_says_only_what_it_says_directly() -> None:
    properties = (
        '<w:rStyle w:val="Strong"/><w:rFonts w:ascii="Carlito"/><w:i w:val="0"/><w:caps/><w:u w:val="none"/>'
        "<w:dstrike/>"
        '<w:color w:val="ff0000"/><w:sz w:val="21"/><w:highlight w:val="yellow"/><w:vertAlign w:val="superscript"/>'
        '<w:lang w:val="cy-GB"/>'
    )
    look = Look(
        "Strong", None, False, False, True, True, None, "superscript", 10.5, "FF0000", "FFFF00", "Carlito", "cy-GB"
    )
    assert Read(p(r("x", properties)), STYLES).inlines == (Text("x", look),)


def test_the_default_character_style_is_none() -> None:
    assert Read(p(r("x", '<w:rStyle w:val="Plain"/>')), STYLES).inlines == (Text("x"),)


def test_what_stands_in_a_run_beside_words() -> None:
    run = (
        "<w:r><w:t>co</w:t><w:softHyphen/><w:t>operate</w:t><w:tab/><w:t>5</w:t><w:noBreakHyphen/><w:t>year</w:t>"
        '<w:br/><w:br w:type="page"/><w:br w:type="column"/><w:cr/><w:lastRenderedPageBreak/><w:pgNum/></w:r>'
    )
    assert Read(p(run)).inlines == (
        Text("co\u00adoperate"),
        Tab(),
        Text("5\u2011year"),
        Break(),
        Break("page"),
        Break("column"),
        Break(),
        PageNumber(),
    )


def test_blanks_around_words_count_only_where_the_file_says_so() -> None:
    assert Read(p("<w:r><w:t> a\n\tb </w:t></w:r>", r(" c "))).inlines == (Text("a b c "),)


@pytest.mark.parametrize(
    ("symbol", "shown"),
    [
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
        ('<w:sym w:font="Symbol" w:char="F061"/>', "α"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/>', "≥"),
    ],
)
def test_symbols_are_characters_of_any_font(symbol: str, shown: str) -> None:
    assert Read(p(f"<w:r>{symbol}</w:r>")).inlines == (Text(shown),)


def test_an_unknown_symbol_is_a_warning() -> None:
    read = Read(p('<w:r><w:sym w:font="Webdings" w:char="F0AA"/></w:r>', "after"))
    assert read.inlines == (Text("•after"),)
    assert read.warned == ["symbol"]


def test_words_in_a_symbol_font_are_what_they_show() -> None:
    assert Read(p(r("\uf0b3 a", '<w:rFonts w:ascii="Symbol"/>'))).inlines == (Text("≥ α"),)


def test_a_symbol_that_was_copied_without_its_font_leaves_the_words_around_it_alone() -> None:
    assert Read(p("\uf0b7 pages \uf0e0 \uf0fc")).inlines == (Text("• pages → ✓"),)


def test_words_in_a_symbol_font_that_show_nothing_known_are_a_warning() -> None:
    read = Read(p(r("\uf0fc\uf041", '<w:rFonts w:ascii="Wingdings"/>')))
    assert (read.inlines, read.warned) == ((Text("✓•"),), ["symbol"])
    assert not Read(p(r("\uf0b7", '<w:rFonts w:ascii="Symbol"/>'))).warned


def test_direct_format_of_a_paragraph() -> None:
    properties = (
        '<w:keepNext/><w:keepLines w:val="off"/><w:pageBreakBefore/>'
        '<w:pBdr><w:top w:val="double" w:sz="4" w:color="1F3864"/><w:left w:val="nil"/></w:pBdr>'
        '<w:shd w:val="clear" w:fill="EEEEEE"/>'
        '<w:bidi w:val="0"/>'
        '<w:spacing w:before="120" w:afterAutospacing="1" w:after="0" w:line="280" w:lineRule="exact"/>'
        '<w:ind w:start="720" w:end="20" w:hanging="360"/><w:contextualSpacing/><w:jc w:val="both"/>'
    )
    layout = Layout(
        "justify", 36, 1, -18, 6, 14, 14, "exactly", True, False, True, "EEEEEE",
        Borders(top=Border(0.5, "1F3864", "double"), left=Border(0, None, "none")), (), False, True,
    )  # fmt: skip
    assert Read(p("x", properties=properties)).block == Paragraph((Text("x"),), "Normal", layout)


def test_tab_stops_are_all_those_in_force() -> None:
    more = '<w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs>'
    other = '<w:tabs><w:tab w:val="clear" w:pos="9000"/><w:tab w:val="left" w:pos="100"/></w:tabs>'
    read = Read(styled("Body", "x", more=more) + styled("Body", "x", more=other), STYLES)
    assert [block.layout.tabs for block in read.blocks if isinstance(block, Paragraph)] == [
        (TabStop(5), TabStop(450, "right")),
        (TabStop(5),),
    ]


def test_headings_are_known_by_the_outline_level_of_their_style() -> None:
    styles = {"styles": STYLES["styles"] + style("Part", "Part", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')}
    assert Read(styled("Heading1", "One") + styled("Part", "Two"), styles).blocks == (
        Heading(1, (Text("One"),)),
        Heading(2, (Text("Two"),), "Part"),
    )


def test_a_paragraph_may_be_a_heading_by_itself_or_stop_being_one() -> None:
    read = Read(
        p("One", properties='<w:outlineLvl w:val="2"/>') + styled("Heading1", "x", more='<w:outlineLvl w:val="9"/>'),
        STYLES,
    )
    assert read.blocks == (Heading(3, (Text("One"),), "Normal"), Paragraph((Text("x"),), "Heading 1"))


def test_a_heading_without_words_is_none() -> None:
    assert Read(styled("Heading1", " ") + styled("Heading1"), STYLES).blocks == (
        Paragraph((Text(" "),), "Heading 1"),
        Paragraph((), "Heading 1"),
    )


def test_the_bookmark_around_a_heading_is_its_anchor() -> None:
    heading = styled("Heading1", bookmark("_Toc1", r("One")))
    (block, _) = Read(
        heading + p('<w:hyperlink w:anchor="_Toc1"><w:r><w:t>up</w:t></w:r></w:hyperlink>'), STYLES
    ).blocks
    assert isinstance(block, Heading)
    assert block.anchor == "_Toc1"
    assert block.inlines == (Text("One"),)


def test_words_bookmarks_stay_only_where_something_leads_to_them() -> None:
    marks = bookmark("_GoBack") + bookmark("_Ref1", identifier=2) + bookmark("mine", identifier=3)
    read = Read(p(marks, "Here") + p(field("PAGEREF _Ref1 \\h", "3")))
    assert read.blocks[0] == Paragraph((Anchor("_Ref1"), Anchor("mine"), Text("Here")), "Normal")


def test_a_bookmark_between_paragraphs_begins_the_next() -> None:
    assert Read(p("a") + bookmark("here") + p("b")).blocks[1] == Paragraph((Anchor("here"), Text("b")), "Normal")


def test_links_lead_to_addresses_and_anchors() -> None:
    relation = (
        '<Relationship Id="web" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"'
        ' Target="https://example.org/?a=1&amp;b=2" TargetMode="External"/>'
    )
    looks = style("Hyperlink", "Hyperlink", kind="character")
    content = r("Ofcom", '<w:rStyle w:val="Hyperlink"/>') + r(" report", '<w:rStyle w:val="Hyperlink"/><w:i/>')
    outside = f'<w:hyperlink r:id="web">{content}</w:hyperlink>'
    inside = f'<w:hyperlink w:anchor="mission">{r("see there")}</w:hyperlink>'
    nowhere = f"<w:hyperlink>{r('nowhere')}</w:hyperlink>"
    read = Read(p(outside, inside, nowhere), {"styles": looks}, relations=relation)
    assert read.inlines == (
        Link("https://example.org/?a=1&b=2", (Text("Ofcom"), Text(" report", Look(italic=True)))),
        Link("#mission", (Text("see there"),)),
        Text("nowhere"),
    )


def test_content_controls_and_other_wrappings_are_looked_through() -> None:
    inline = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('control ')}</w:sdtContent></w:sdt>"
    smart = f"<w:smartTag><w:customXml>{r('tag ')}</w:customXml></w:smartTag>"
    ruby = f"<w:r><w:ruby><w:rt>{r('how')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>"
    block = f"<w:sdt><w:sdtContent>{p(inline, smart, ruby)}</w:sdtContent></w:sdt>"
    assert Read(block).block == Paragraph((Text("control tag base (how)"),), "Normal")


def test_of_alternatives_one_is_read() -> None:
    def alternative(requires: str) -> str:
        choice, fallback = r("new"), r("old")
        return (
            f'<mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>'
            f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
        )

    assert Read(p(alternative("wps"), " ", alternative("am3d"))).inlines == (Text("new old"),)


def test_hidden_words_are_left_out_with_a_warning() -> None:
    read = Read(p("shown", r(" hidden", "<w:vanish/>"), r(" too", '<w:rStyle w:val="Secret"/>')), STYLES)
    assert read.inlines == (Text("shown"),)
    assert [problem.message for problem in read.warnings] == ["2 pieces of hidden text are left out"]


def test_an_equation_prints_as_plain_text_with_a_warning() -> None:
    read = Read(p("So ", "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"))
    assert read.inlines == (Text("So a=b"),)
    assert read.warned == ["equation"]


def test_an_equation_that_is_left_out_is_named_with_what_it_says() -> None:
    read = Read(p("So") + "<m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara>")
    assert "“a=b”" in str(read.warnings[0])


def test_a_document_within_the_document_is_named() -> None:
    assert Read(p("x") + '<w:altChunk r:id="none"/>').warned == ["inner-document"]


def test_a_part_of_a_master_document_is_named() -> None:
    relation = f'<Relationship Id="part" Type="{OFFICE}/subDocument" Target="part.docx" TargetMode="External"/>'
    read = Read(p("See ", '<w:subDoc r:id="part"/>'), relations=relation)
    assert read.warned == ["inner-document"]
    assert "part.docx" in read.warnings[0].message


def test_words_that_did_not_arrive_are_a_warning() -> None:
    read = Read(p("x", f"<w:unheardOf>{r('three lost words')}</w:unheardOf>"))
    assert read.warned == ["lost-words"]
    assert "words" in read.warnings[0].message


def test_problems_quote_the_paragraph_that_they_are_about() -> None:
    read = Read(p("So we find that ", "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"))
    assert read.warnings[0].place.paragraph == "So we find that"


SECTION = (
    '<w:sectPr>{more}<w:type w:val="{kind}"/><w:pgSz w:w="{width}" w:h="{height}" w:orient="{way}"/>'
    '<w:pgMar w:top="-720" w:right="720" w:bottom="1440" w:left="720" w:header="400" w:footer="300" w:gutter="100"/>'
    '<w:pgNumType w:fmt="lowerRoman" w:start="0"/><w:cols w:num="2" w:space="500"/><w:titlePg/></w:sectPr>'
)


def test_sections_have_their_paper() -> None:
    landscape = SECTION.format(more="", kind="oddPage", width=16838, height=11906, way="landscape")
    read = Read(p("a") + p("b", properties=landscape) + p("c") + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>')
    first, second = read.document.sections
    assert len(first.blocks) == 2
    assert first.page == Page(841.9, 595.3, 36, 36, 72, 41, 20, 15, 2, 25, True, 0, "lowerRoman", "odd page")
    assert second.page == Page(starts="continuous")


def test_a_paragraph_that_only_ends_a_section_does_not_print() -> None:
    read = Read(p("a") + p(properties="<w:sectPr/>") + p("b") + "<w:sectPr/>")
    assert [len(section.blocks) for section in read.document.sections] == [1, 1]


def test_a_section_has_the_heads_and_feet_that_it_names() -> None:
    heads = '<w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>'
    feet = '<w:footerReference w:type="even" r:id="footer1"/><w:footerReference w:type="default" r:id="gone"/>'
    parts = {
        "header1": p("Title"),
        "header2": p(),
        "footer1": p(field("PAGE", "7"), " of ", field("NUMPAGES \\* MERGEFORMAT", "9")),
        "settings": "<w:evenAndOddHeaders/>",
    }
    read = Read(p("a", properties=f"<w:sectPr>{heads}{feet}</w:sectPr>") + p("b") + "<w:sectPr/>", parts)
    first, second = read.document.sections
    assert first.heads == Margins((Paragraph((Text("Title"),), "Normal"),), (Paragraph((), "Normal"),))
    assert first.feet == Margins(even=(Paragraph((PageNumber(), Text(" of "), PageNumber("pages")), "Normal"),))
    assert second.heads == second.feet == Margins()
    assert read.document.even_and_odd


def test_what_a_page_has_and_paper_does_not_is_named() -> None:
    assert Read(p("x") + "<w:sectPr><w:pgBorders/></w:sectPr>").warned == ["page-borders"]


@pytest.mark.parametrize(("direction", "warned"), [("tbRl", ["turned-text"]), ("lrTb", []), ("tb", [])])
def test_words_that_run_down_the_page_print_level_with_a_word(direction: str, warned: list[str]) -> None:
    assert Read(f'{p("x")}<w:sectPr><w:textDirection w:val="{direction}"/></w:sectPr>').warned == warned


def test_a_file_without_anything_is_an_empty_document() -> None:
    assert Read("").document.blocks == ()


def test_the_language_is_that_of_the_default_style() -> None:
    normal = style("Normal", "Normal", '<w:rPr><w:lang w:val="cy-GB"/></w:rPr>', default=True)
    assert Read(p("x"), {"styles": normal}).document.language == "cy-GB"
    assert Read(p("x"), {"settings": '<w:themeFontLang w:val="de-DE"/>'}).document.language == "de-DE"
    assert Read(p("x")).document.language == "en-GB"


def test_columns_may_have_a_line_between_them_and_print_equally_wide() -> None:
    columns = '<w:cols w:num="2" w:sep="1" w:space="720"><w:col w:w="3000"/><w:col w:w="6000"/></w:cols>'
    read = Read(p("Words") + f"<w:sectPr>{columns}</w:sectPr>")
    page = read.document.sections[0].page
    assert (page.columns, page.column_gap, page.column_line) == (2, 36.0, True)
    assert read.warned == ["columns"]


def test_a_sections_words_may_stand_in_the_middle_of_the_page() -> None:
    read = Read(p("Cover", properties='<w:sectPr><w:vAlign w:val="center"/></w:sectPr>') + p("Text") + "<w:sectPr/>")
    assert [section.page.vertical for section in read.document.sections] == ["middle", "top"]


def test_a_drop_capital_is_the_first_letter_of_its_word() -> None:
    capital = p(r("O", '<w:sz w:val="120"/>'), properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert Read(capital + p("nce upon a time")).block == Paragraph((Text("Once upon a time"),), "Normal")
