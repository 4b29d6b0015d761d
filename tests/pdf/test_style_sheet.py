"""Word's formats as CSS."""

from __future__ import annotations

import re

import pytest
from pdf.paper import styles

from reportgen.document import Alignment, Border, Borders, Cell, Layout, LineRule, Look, Mark, Table
from reportgen.pdf.celllooks import Spot
from reportgen.pdf.css import Sheet
from reportgen.pdf.declarations import between, layout_declarations, look_declarations
from reportgen.pdf.fonts import css_family, missing_fonts, natural_line
from reportgen.word.styles import Style, Styles
from reportgen.word.table_looks import PartLook, TableLook

CALIBRI = Look(font="Calibri", size=11.0)


def test_a_multiple_of_a_line_is_one_of_the_fonts_own_line() -> None:
    assert layout_declarations(Layout(line=1.5), CALIBRI)["line-height"] == f"{1.5 * natural_line('Calibri'):.4g}"
    assert layout_declarations(Layout(line=1.0), CALIBRI)["line-height"] == "1.221"


@pytest.mark.parametrize(
    ("rule", "line", "printed"), [("exactly", 6.0, "6pt"), ("at least", 6.0, "13.43pt"), ("at least", 24.0, "24pt")]
)
def test_a_line_of_at_least_a_height_is_never_lower_than_its_words(rule: LineRule, line: float, printed: str) -> None:
    assert layout_declarations(Layout(line=line, line_rule=rule), CALIBRI)["line-height"] == printed


LINE = Border(2.0, "C00000", space=4.0)


@pytest.mark.parametrize(
    ("layout", "margin", "padding"),
    [
        (Layout(left=36.0, first_line=-18.0, background="EEEEEE"), "18pt", "18pt"),
        (Layout(left=36.0, first_line=-18.0, borders=Borders(top=LINE)), "18pt", "18pt"),
        (Layout(left=36.0, first_line=-18.0, borders=Borders(left=LINE)), "12pt", "22pt"),
        (Layout(left=36.0, first_line=18.0, borders=Borders(left=LINE)), "30pt", "4pt"),
        (Layout(left=36.0, first_line=-18.0), "36pt", None),
    ],
)
def test_lines_and_shading_reach_to_a_hanging_first_line(layout: Layout, margin: str, padding: str | None) -> None:
    made = layout_declarations(layout, CALIBRI)
    assert (made["margin-left"], made.get("padding-left")) == (margin, padding)


def test_what_is_not_said_is_not_in_the_rule() -> None:
    assert look_declarations(Look()) == {}
    assert layout_declarations(Layout(), CALIBRI) == {}


def test_underlined_and_struck_go_together_and_can_be_taken_away() -> None:
    assert look_declarations(Look(underline=True, strike=True)) == {"text-decoration": "underline line-through"}
    assert look_declarations(Look(underline=False)) == {"text-decoration": "none"}


def test_a_font_with_serifs_is_replaced_by_one_with_serifs_where_it_must_be() -> None:
    assert css_family("Garamond").split(",") == [
        '"Garamond"',
        '"Liberation Serif"',
        '"Tinos"',
        '"DejaVu Serif"',
        '"Carlito"',
    ]
    assert css_family("Verdana").split(",") == ['"Verdana"', '"Carlito"']


def test_letters_stand_apart_and_words_above_the_line_as_the_file_says() -> None:
    assert look_declarations(Look(spacing=3.0, raised=-2.0)) == {"letter-spacing": "3pt", "vertical-align": "-2pt"}
    assert look_declarations(Look(spacing=0.0, raised=0.0)) == {"letter-spacing": "0pt"}


@pytest.mark.parametrize(("alignment", "printed"), [("left", "right"), ("right", "left"), ("centre", "center")])
def test_left_is_where_lines_begin_in_a_paragraph_from_right_to_left(alignment: Alignment, printed: str) -> None:
    layout = Layout(alignment=alignment, left=72.0, right_to_left=True, borders=Borders(left=Border(1.0, space=4.0)))
    made = layout_declarations(layout, CALIBRI)
    assert (made["text-align"], made["margin-right"], made["margin-left"]) == (printed, "72pt", "-5pt")


def test_lines_beside_a_paragraph_stand_outside_its_text() -> None:
    made = layout_declarations(Layout(left=20.0, borders=Borders(left=Border(3.0, "28A197", space=12.0))), CALIBRI)
    assert (made["margin-left"], made["padding-left"], made["border-left"]) == ("5pt", "12pt", "3pt solid #28A197")


def test_neighbours_of_one_style_with_contextual_spacing_have_no_space_between_them() -> None:
    layout = Layout(before=6.0, after=6.0, contextual=True)
    assert between(layout, layout, same_style=True) == ({"margin-bottom": "0"}, {"margin-top": "0"})
    assert between(layout, layout, same_style=False) == ({}, {})


def test_neighbours_with_the_same_lines_share_one_frame() -> None:
    layout = Layout(before=4.0, after=8.0, borders=Borders(left=Border(3.0)))
    upper, lower = between(layout, layout, same_style=True)
    assert upper["padding-bottom"] == "8pt"
    assert lower["border-top"] == "none"


def test_a_table_styles_spacing_reaches_a_paragraph_whose_own_style_says_nothing() -> None:
    styled = TableLook(whole=PartLook(layout=Layout(after=0.0), look=Look(size=9.0)))
    given = Styles(
        by_id={
            "Plain": Style("Plain", "Plain"),
            "Loud": Style("Loud", "Loud", layout=Layout(after=12.0)),
            "T": Style("T", "T", "table", table=styled),
        },
        default_layout=Layout(after=8.0),
    )
    sheet, table = Sheet(given), Table((), "T")
    assert sheet.paragraph("Plain")[1].after == 8.0
    with sheet.cell(table, Cell(()), Spot(0, 0, 1, 1, 0)):
        assert sheet.paragraph("Plain")[1].after == 0.0
        assert sheet.paragraph("Loud")[1].after == 12.0


def test_equal_formats_share_one_rule_and_unused_ones_have_none() -> None:
    sheet = Sheet(styles())
    assert sheet.look(Look(size=7.5)) == sheet.look(Look(size=7.5)) != sheet.look(Look(size=8.5))
    assert sheet.css({}).count("font-size:7.5pt") == 1
    assert "font-size:9.5pt" not in sheet.css({})


@pytest.mark.parametrize(
    ("asked", "printed", "missing"),
    [
        (["Carlito"], ["Carlito"], []),
        (["Arial"], ["Liberation Sans"], []),
        (["Gill Sans", "Gill Sans"], ["Carlito"], ["Gill Sans"]),
        (["Georgia"], ["DejaVu Serif"], ["Georgia"]),
    ],
)
def test_a_font_is_missing_where_neither_it_nor_its_twin_was_printed(
    asked: list[str], printed: list[str], missing: list[str]
) -> None:
    assert list(missing_fonts(asked, printed)) == missing


def rule(sheet: Sheet, classes: str) -> str:
    """What the sheet says under these classes."""
    found = re.findall(r"\.(c\d+)\{([^}]*)\}", sheet.css({}))
    return ";".join(block for name, block in found if name in classes.split())


@pytest.mark.parametrize(
    ("mark", "layout", "printed"),
    [
        (Mark(Look(colour="C00000")), Layout(left=36.0, first_line=-18.0), "width:18pt;color:#C00000"),
        (Mark(), Layout(first_line=18.0), "width:18pt"),  # to the next of Word's usual stops
        (Mark(tab=72.0), Layout(first_line=18.0), "width:54pt"),
        (Mark(follows="space"), Layout(left=36.0, first_line=-18.0), ""),
    ],
)
def test_a_label_is_as_wide_as_the_way_to_the_words(mark: Mark, layout: Layout, printed: str) -> None:
    sheet = Sheet(styles())
    assert rule(sheet, sheet.label("•", mark, "Normal", layout)) == printed


def test_a_label_on_the_right_ends_where_its_paragraph_begins() -> None:
    sheet = Sheet(styles())
    said = rule(sheet, sheet.label("iii.", Mark(alignment="right"), "Normal", Layout(left=36.0, first_line=-18.0)))
    assert said == "margin-left:-28.6pt;width:28.6pt;padding-right:18pt;text-align:right"
