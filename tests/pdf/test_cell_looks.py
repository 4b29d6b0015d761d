"""Which parts of a table style reach a cell, and which lines are drawn around it."""

from __future__ import annotations

from reportgen.document import Border, Borders, Cell, Look, Table
from reportgen.pdf.celllooks import Spot, cell_look, standing
from reportgen.word.table_looks import PartLook, TableLook

THIN, THICK = Border(0.5, "B8C2CC"), Border(1.5, "11304F")
PARTS = frozenset({"firstRow", "firstCol", "band1Horz", "band2Horz"})
STYLE = TableLook(
    whole=PartLook(borders=Borders(top=THICK, bottom=THICK), inside_horizontal=THIN),
    parts={
        "firstRow": PartLook(fill="11304F", look=Look(bold=True)),
        "firstCol": PartLook(look=Look(italic=True)),
        "band2Horz": PartLook(fill="EEF2F5"),
        "lastRow": PartLook(fill="000000"),
    },
)


def look_at(row: int, column: int, cell: Cell = Cell(()), style: TableLook = STYLE) -> PartLook:  # noqa: B008
    table = Table((), style_parts=PARTS)
    spot = Spot(row, column, rows=5, columns=3, heads=1)
    return cell_look(style, standing(style, table, cell, spot), cell)


def test_the_head_row_and_the_first_column_look_as_the_style_says() -> None:
    assert look_at(0, 0).fill == "11304F"
    assert (look_at(0, 0).look.bold, look_at(0, 0).look.italic) == (True, True)
    assert look_at(1, 0).look.italic


def test_bands_are_counted_from_below_the_head() -> None:
    assert [look_at(row, 1).fill for row in (1, 2, 3, 4)] == [None, "EEF2F5", None, "EEF2F5"]


def test_bands_of_two_rows_alternate_every_two_rows() -> None:
    style = TableLook(parts=STYLE.parts, row_band=2)
    assert [look_at(row, 1, style=style).fill for row in (1, 2, 3, 4)] == [None, None, "EEF2F5", "EEF2F5"]


def test_a_part_that_the_table_does_not_show_has_no_say() -> None:
    assert look_at(4, 1).fill == "EEF2F5"  # not the last row's black


def test_outer_lines_go_around_the_table_and_inside_ones_between_its_rows() -> None:
    assert (look_at(0, 1).borders.top, look_at(0, 1).borders.bottom) == (THICK, THIN)
    assert (look_at(4, 1).borders.top, look_at(4, 1).borders.bottom) == (THIN, THICK)
    assert look_at(2, 0).borders.left is None


def test_a_cell_that_reaches_down_to_the_last_row_has_the_outer_line() -> None:
    assert look_at(3, 0, Cell((), row_span=2)).borders.bottom == THICK


def test_what_the_cell_says_itself_goes_over_the_style() -> None:
    cell = Cell((), fill="AA2A16", borders=Borders(left=THICK), vertical="middle", padding=(1.0, 2.0, 3.0, 4.0))
    look = look_at(2, 1, cell)
    assert (look.fill, look.vertical, look.padding) == ("AA2A16", "middle", (1.0, 2.0, 3.0, 4.0))
    assert (look.borders.left, look.borders.top) == (THICK, THIN)
