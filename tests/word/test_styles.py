"""Styles, resolved: what Word would show."""

from __future__ import annotations

import pytest
from lxml import etree
from word.tiny_docx import NAMESPACES, Read, p, style

from reportgen.document import Border, Layout, Look, Paragraph, TabStop
from reportgen.word.numbering import Numbering, read_numbering
from reportgen.word.styles import Styles, canonical_name, read_styles_part
from reportgen.word.theme import Theme, read_theme

THEME = Theme(
    fonts={"major": "Calibri Light", "minor": "Calibri"},
    colours={"accent1": "4472C4", "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F3864", "hlink": "0563C1"},
)
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr>'
    '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
)


def read(*content: str, numbering: Numbering | None = None) -> Styles:
    root = etree.fromstring(f"<w:styles {NAMESPACES}>{''.join(content)}</w:styles>")
    return read_styles_part(root, THEME, numbering or Numbering())


def based_on(identifier: str, content: str = "") -> str:
    return f'<w:basedOn w:val="{identifier}"/>{content}'


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("heading 1", "Heading 1"),
        ("Heading 2", "Heading 2"),
        ("caption", "Caption"),
        ("List bullet 2", "List Bullet 2"),
        ("TOC 1", "toc 1"),
        ("Footnote Text", "footnote text"),
        ("footnote reference", "footnote reference"),
        ("header", "Header"),
        ("Strong", "Strong"),
        ("Report Table", "Report Table"),
        ("My own STYLE", "My own STYLE"),
    ],
)
def test_names_are_those_of_the_style_pane(stored: str, shown: str) -> None:
    assert canonical_name(stored) == shown


def test_a_style_is_found_by_id_and_by_name() -> None:
    styles = read(style("berschrift1", "heading 1"))
    assert styles.by_name["Heading 1"] is styles.by_id["berschrift1"]
    assert styles.find("Heading 1") is styles.find("berschrift1")


def test_a_paragraph_style_stands_on_the_files_defaults() -> None:
    styles = read(DEFAULTS, style("Normal", "Normal", default=True))
    assert styles.look("Normal") == Look(font="Calibri", size=11)
    assert styles.layout("Normal") == Layout(after=8, line=1.079)


def test_what_a_style_says_goes_over_what_it_is_based_on() -> None:
    base = style("Normal", "Normal", '<w:pPr><w:ind w:left="200"/></w:pPr><w:rPr><w:b/><w:sz w:val="20"/></w:rPr>')
    above = style(
        "Quote", "Quote", based_on("Normal", '<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:b w:val="0"/></w:rPr>')
    )
    styles = read(base, above)
    assert styles.look("Quote") == Look(bold=False, size=10)
    assert styles.layout("Quote") == Layout(left=10, alignment="justify")
    assert styles.own_look("Quote") == styles.look("Quote")


def test_a_character_style_leaves_the_defaults_to_its_paragraph() -> None:
    styles = read(DEFAULTS, style("Strong", "Strong", "<w:rPr><w:b/></w:rPr>", kind="character"))
    assert styles.look("Strong") == Look(bold=True)


def test_styles_based_on_each_other_in_a_ring_end() -> None:
    styles = read(style("A", "A", based_on("B")), style("B", "B", based_on("A", "<w:rPr><w:i/></w:rPr>")))
    assert styles.look("A").italic


def test_an_unknown_style_is_the_default_one() -> None:
    styles = read(style("Normal", "Normal", "<w:rPr><w:i/></w:rPr>", default=True))
    assert styles.look("Gone").italic
    assert styles.name("Gone") == "Normal"


def test_theme_fonts_and_colours_are_what_they_name() -> None:
    colour = '<w:color w:val="2F5496" w:themeColor="accent1" w:themeShade="BF"/>'
    heading = style("H", "heading 1", f'<w:rPr><w:rFonts w:asciiTheme="majorHAnsi"/>{colour}</w:rPr>')
    look = read(heading).look("H")
    assert look == Look(font="Calibri Light", colour="2F5496")


def test_a_tint_of_a_theme_colour_is_lighter() -> None:
    shaded = '<w:pPr><w:shd w:val="clear" w:fill="D9E2F3" w:themeFill="accent1" w:themeFillTint="33"/></w:pPr>'
    assert read(style("S", "Shaded", shaded)).layout("S").background == "DAE3F3"


def test_a_theme_colour_without_a_theme_is_the_one_saved_beside_it() -> None:
    coloured = style("S", "S", '<w:rPr><w:color w:val="2f5496" w:themeColor="accent1"/></w:rPr>')
    root = etree.fromstring(f"<w:styles {NAMESPACES}>{coloured}</w:styles>")
    assert read_styles_part(root, Theme()).look("S").colour == "2F5496"


def test_the_settings_may_rename_theme_colours() -> None:
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    theme = etree.fromstring(
        f'<a:theme xmlns:a="{a}"><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="101010"/></a:dk1>'
        '<a:lt1><a:srgbClr val="fefefe"/></a:lt1></a:clrScheme></a:theme>'
    )
    settings = etree.fromstring(
        f'<w:settings {NAMESPACES}><w:clrSchemeMapping w:bg1="dark1" w:t1="light1"/></w:settings>'
    )
    assert read_theme(theme).colour("text1") == "101010"
    assert read_theme(theme, settings).colour("text1") == "FEFEFE"


def test_patterns_become_the_mixture_they_look_like() -> None:
    half = '<w:rPr><w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/></w:rPr>'
    assert read(style("S", "S", half)).look("S").background == "808080"


def test_tab_stops_add_up_and_can_be_cleared() -> None:
    header = '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4513"/><w:tab w:val="right" w:pos="9026"/></w:tabs></w:pPr>'
    wide = (
        '<w:pPr><w:tabs><w:tab w:val="clear" w:pos="9026"/>'
        '<w:tab w:val="right" w:leader="dot" w:pos="14000"/></w:tabs></w:pPr>'
    )
    styles = read(style("Header", "header", header), style("Wide", "Wide header", based_on("Header", wide)))
    assert styles.layout("Wide").tabs == (TabStop(225.65, "centre"), TabStop(700, "right", "dots"))


def test_a_heading_style_need_not_say_its_level() -> None:
    styles = read(style("H2", "heading 2"), style("Own", "Own heading", based_on("H2")), style("N", "Normal"))
    assert [styles.heading_level(one) for one in ("H2", "Own", "N")] == [2, 2, None]


def test_a_style_may_be_a_heading_by_its_outline_level_or_end_being_one() -> None:
    part = style("Part", "Part", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    contents = style("TOCHeading", "TOC Heading", based_on("Part", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'))
    styles = read(part, contents)
    assert styles.heading_level("Part") == 1
    assert styles.heading_level("TOCHeading") is None


def test_a_list_style_has_the_indents_of_its_level() -> None:
    numbering = read_numbering(
        etree.fromstring(
            f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:pStyle w:val="LB"/>'
            '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
            '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
        ),
        THEME,
    )
    plain = style("LB", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>')
    own = style("LB2", "Mine", based_on("LB", '<w:pPr><w:ind w:left="720"/></w:pPr>'))
    styles = read(plain, own, numbering=numbering)
    assert styles.layout("LB") == Layout(left=18, first_line=-18)
    assert styles.layout("LB2") == Layout(left=36, first_line=-18)
    assert styles.numbering("LB2") == ("5", 0)


def test_a_table_style_is_whole_and_parts() -> None:
    grid = style(
        "Grid",
        "Table Grid",
        '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:color="auto"/><w:insideH w:val="dotted" w:sz="8"/>'
        '</w:tblBorders><w:tblCellMar><w:left w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>',
        kind="table",
    )
    report = style(
        "Report",
        "Report Table",
        based_on("Grid")
        + '<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>'
        + '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr>'
        + '<w:tcPr><w:shd w:val="clear" w:fill="1f3864"/></w:tcPr></w:tblStylePr>',
        kind="table",
    )
    look = read(grid, report).table("Report")
    assert look.whole.borders.top == Border(0.5)
    assert look.whole.inside_horizontal == Border(1, None, "dotted")
    assert look.padding == (0, 5.4, 0, 5)
    assert look.row_band == 2
    assert look.parts["firstRow"].fill == "1F3864"
    assert look.parts["firstRow"].look == Look(bold=True, colour="FFFFFF")


def test_an_unknown_table_style_is_the_default_one() -> None:
    normal = style(
        "TN", "Normal Table", '<w:tblPr><w:tblInd w:w="20" w:type="dxa"/></w:tblPr>', kind="table", default=True
    )
    assert read(normal).table("Gone").indent == 1


def test_a_file_without_styles_has_none() -> None:
    assert read_styles_part(None, Theme()) == Styles()


def test_values_that_mean_nothing_count_as_not_said() -> None:
    broken = style(
        "X", "X", '<w:pPr><w:ind w:left="wide"/><w:outlineLvl w:val="?"/></w:pPr><w:rPr><w:sz w:val="big"/></w:rPr>'
    )
    assert read(broken).look("X") == Look()
    assert read(broken).layout("X") == Layout()


def test_lengths_may_have_units() -> None:
    metric = style("X", "X", '<w:pPr><w:ind w:left="2.54cm"/><w:spacing w:before="6pt"/></w:pPr>')
    assert read(metric).layout("X") == Layout(left=72, before=6)


@pytest.mark.parametrize(
    ("said", "line", "rule"),
    [
        ('w:line="360"', 1.5, "lines"),
        ('w:line="360" w:lineRule="auto"', 1.5, "lines"),
        ('w:line="280" w:lineRule="atLeast"', 14.0, "at least"),
        ('w:line="280" w:lineRule="exact"', 14.0, "exactly"),
    ],
)
def test_a_lines_height_is_in_lines_or_in_points_at_least_or_exactly(said: str, line: float, rule: str) -> None:
    block = Read(p("Words", properties=f"<w:spacing {said}/>")).block
    assert isinstance(block, Paragraph)
    assert (block.layout.line, block.layout.line_rule) == (line, rule)
