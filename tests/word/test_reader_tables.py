"""Tables: rows, spans, and what is formatted beside the table style."""

from __future__ import annotations

import pytest
from word.tiny_docx import Read, field, p, style

from reportgen.document import Border, Borders, Cell, Contents, Paragraph, Row, Table, Text

LINE, NONE = Border(0.5, "1F3864"), Border(0.0, None, "none")


def tc(content: str, properties: str = "") -> str:
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def tbl(*rows: str, properties: str = "", grid: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def table(*rows: str, properties: str = "", grid: str = "") -> Table:
    read = Read(tbl(*rows, properties=properties, grid=grid), {"styles": style("RT", "Report Table", kind="table")})
    assert isinstance(read.block, Table)
    return read.block


def cell(text: str, **more: object) -> Cell:
    return Cell((Paragraph((Text(text),), "Normal"),), **more)  # type: ignore[arg-type]


def test_a_table_has_style_alternative_text_alignment_and_widths() -> None:
    properties = (
        '<w:tblStyle w:val="RT"/><w:jc w:val="center"/><w:tblLook w:val="04A0"/>'
        '<w:tblCaption w:val="All"/><w:tblDescription w:val="All of them"/>'
    )
    found = table(tr(tc("a")), properties=properties, grid='<w:gridCol w:w="1000"/><w:gridCol w:w="500"/>')
    assert found == Table((Row((cell("a"),), splits=True),), "Report Table", "All", "All of them", "centre")
    assert found.widths == (50, 25)
    assert found.row_heads == 1
    assert found.style_parts == {"firstRow", "firstCol", "nwCell", "band1Horz", "band2Horz"}


def test_beside_a_first_column_of_merged_cells_the_second_names_the_rows_too() -> None:
    first, next_one = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = tr(tc("a", first), tc("b"), tc("c")) + tr(tc("", next_one), tc("d"), tc("e"))
    look = '<w:tblLook w:val="04A0"/>'
    assert table(rows, properties=look).row_heads == 2
    assert (
        table(tr(tc("a"), tc("b", first), tc("c")) + tr(tc("d"), tc("", next_one), tc("e")), properties=look).row_heads
        == 1
    )
    assert table(tr(tc("a", first), tc("b")) + tr(tc("", next_one), tc("d")), properties=look).row_heads == 1
    head = rows.replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>")
    assert table(head + tr(tc("f"), tc("g"), tc("h")), properties=look).row_heads == 1


def test_the_switches_of_the_look_go_before_its_number() -> None:
    found = table(tr(tc("a")), properties='<w:tblLook w:val="04A0" w:firstColumn="0" w:noHBand="1" w:lastRow="1"/>')
    assert found.row_heads == 0
    assert found.style_parts == {"firstRow", "lastRow"}


def test_rows_say_whether_they_head_the_table_and_may_break() -> None:
    found = table(tr(tc("a"), properties="<w:cantSplit/><w:tblHeader/>"), tr(tc("b")))
    assert [(row.header, row.splits) for row in found.rows] == [(True, False), (False, True)]


def test_cells_span_columns_and_rows() -> None:
    begin, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = table(
        tr(tc("wide", '<w:gridSpan w:val="2"/>'), tc("x")),
        tr(tc("tall", begin), tc("a"), tc("other", begin)),
        tr(tc("<w:p/>", more), tc("b"), tc("<w:p/>", more)),
        tr(tc("<w:p/>", more), tc("c"), tc("new", begin)),
    )
    assert [row.cells for row in found.rows] == [
        (cell("wide", column_span=2), cell("x")),
        (cell("tall", row_span=3), cell("a"), cell("other", row_span=2)),
        (cell("b"),),
        (cell("c"), cell("new")),
    ]


def test_a_cell_that_goes_on_with_nothing_stands_by_itself() -> None:
    assert table(tr(tc("a", "<w:vMerge/>"))).rows[0].cells == (cell("a"),)


def test_cells_joined_in_the_old_way_are_one() -> None:
    found = table(tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("<w:p/>", "<w:hMerge/>"), tc("b")))
    assert [one.column_span for one in found.rows[0].cells] == [2, 1]


def test_columns_left_out_before_a_row_are_an_empty_cell_without_lines() -> None:
    found = table(tr(tc("a"), tc("b")), tr(tc("c"), properties='<w:gridBefore w:val="1"/>'))
    blank = Cell((Paragraph(()),), borders=Borders(NONE, NONE, NONE, NONE))
    assert found.rows[1].cells == (blank, cell("c"))


def test_a_cell_is_formatted_directly() -> None:
    properties = (
        '<w:tcBorders><w:top w:val="single" w:sz="4" w:color="1F3864"/><w:end w:val="nil"/></w:tcBorders>'
        '<w:shd w:val="clear" w:fill="00703c"/><w:vAlign w:val="center"/>'
        '<w:tcMar><w:top w:w="20" w:type="dxa"/><w:left w:w="40" w:type="dxa"/></w:tcMar>'
    )
    (found,) = table(tr(tc("a", properties))).rows[0].cells
    assert found == cell("a", fill="00703C", borders=Borders(LINE, NONE), vertical="middle", padding=(1, 5.4, 0, 2))


def test_what_a_table_says_directly_holds_for_its_cells() -> None:
    properties = (
        '<w:tblBorders><w:top w:val="single" w:sz="4" w:color="1F3864"/><w:insideV w:val="nil"/></w:tblBorders>'
        '<w:shd w:val="clear" w:fill="EEEEEE"/><w:tblCellMar><w:top w:w="60" w:type="dxa"/></w:tblCellMar>'
    )
    found = table(
        tr(tc("a"), tc("b", '<w:shd w:val="clear" w:fill="FFFFFF"/>')), tr(tc("c"), tc("d")), properties=properties
    )
    ((a, b), (c, d)) = (row.cells for row in found.rows)
    assert (a.fill, b.fill) == ("EEEEEE", "FFFFFF")
    assert a.padding == (3, 5.4, 0, 5.4)
    assert (a.borders, b.borders) == (Borders(top=LINE, right=NONE), Borders(top=LINE, left=NONE))
    assert (c.borders, d.borders) == (Borders(right=NONE), Borders(left=NONE))


def test_rows_and_cells_in_content_controls_count() -> None:
    controlled = f"<w:sdt><w:sdtContent>{tc('b')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent>{tr(tc('a'), controlled)}</w:sdtContent></w:sdt>"
    assert table(row).rows[0].cells == (cell("a"), cell("b"))


def test_tables_stand_in_cells_and_the_paragraph_after_them_is_words() -> None:
    (found,) = table(tr(tc(tbl(tr(tc("in"))) + p()))).rows[0].cells
    assert found.blocks == (Table((Row((cell("in"),), splits=True),), "Normal Table"),)


def test_deleted_rows_and_cells_are_gone_with_a_count() -> None:
    kept, gone = tr(tc("a"), tc("b", "<w:cellDel/>")), tr(tc("c"), properties="<w:del/>")
    read = Read(tbl(kept, gone))
    assert isinstance(read.block, Table)
    assert read.block.rows == (Row((cell("a"),), splits=True),)
    assert [problem.message for problem in read.warnings] == ["2 tracked deletions are left out as if accepted"]


def test_words_in_a_covered_cell_are_a_warning() -> None:
    read = Read(tbl(tr(tc("a", '<w:vMerge w:val="restart"/>')), tr(tc("covered", "<w:vMerge/>"))))
    assert read.warned == ["lost-words"]


def test_a_table_ends_a_table_of_contents_that_was_not_closed() -> None:
    toc = field("TOC \\h", "x").removesuffix('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    first, second = Read(p(toc) + tbl(tr(tc("a")))).blocks
    assert isinstance(first, Contents)
    assert isinstance(second, Table)


MODE_15 = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>'


@pytest.mark.parametrize(
    ("settings", "properties", "indent"),
    [
        (MODE_15, "", None),
        (MODE_15, '<w:tblInd w:w="720" w:type="dxa"/>', 36.0),
        ("", "", -5.4),  # up to Word 2010, the words of the first column stand where the text does
        ("", '<w:tblInd w:w="720" w:type="dxa"/>', 30.6),
        ("", '<w:tblCellMar><w:left w:w="0" w:type="dxa"/></w:tblCellMar>', 0.0),
    ],
)
def test_a_tables_edge_stands_where_its_word_puts_it(settings: str, properties: str, indent: float | None) -> None:
    block = Read(tbl(tr(tc("a")), properties=properties), {"settings": settings}).block
    assert isinstance(block, Table)
    assert block.indent == (None if indent is None else pytest.approx(indent))


def test_a_table_within_a_cell_stands_inside_it() -> None:
    outer = table(tr(tc(tbl(tr(tc("inner"))) + p())))
    inner = outer.rows[0].cells[0].blocks[0]
    assert isinstance(inner, Table)
    assert inner.indent is None


@pytest.mark.parametrize(("width", "share"), [("2500", 0.5), ("50%", 0.5), ("0", None)])
def test_a_width_in_percent_is_a_share_of_the_texts(width: str, share: float | None) -> None:
    assert table(tr(tc("a")), properties=f'<w:tblW w:w="{width}" w:type="pct"/>').share == share
    assert table(tr(tc("a")), properties=f'<w:tblW w:w="{width}" w:type="dxa"/>').share is None


def test_a_row_may_have_a_height() -> None:
    rows = table(tr(tc("a"), properties='<w:trHeight w:val="600" w:hRule="exact"/>'), tr(tc("b"))).rows
    assert [row.height for row in rows] == [30.0, None]


def test_words_that_run_upwards_are_a_warning() -> None:
    read = Read(tbl(tr(tc("Up", '<w:textDirection w:val="btLr"/>'), tc("level", '<w:textDirection w:val="lrTb"/>'))))
    assert read.warned == ["turned-text"]
    assert read.warnings[0].place.paragraph == "Up"


def test_a_table_may_run_from_right_to_left() -> None:
    assert table(tr(tc("a")), properties="<w:bidiVisual/>").right_to_left
    assert not table(tr(tc("a"))).right_to_left


def test_when_the_first_row_of_merged_cells_is_deleted_the_rest_stays_merged_by_itself() -> None:
    merged, deleted = "<w:vMerge/>", '<w:del w:id="1" w:author="A"/>'
    found = table(
        tr(tc("Theme"), tc("Indicator")),
        tr(tc("Access", '<w:vMerge w:val="restart"/>'), tc("first"), properties=deleted),
        tr(tc(p(), merged), tc("second")),
        tr(tc(p(), merged), tc("third")),
    )
    assert [[cell.row_span for cell in row.cells] for row in found.rows] == [[1, 1], [2, 1], [1]]
