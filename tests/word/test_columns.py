"""Column widths and the grid of a table."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportgen.document import Cell, CrossReference, Paragraph, Row, Table, Text
from reportgen.word.columns import column_count, column_widths, grid
from reportgen.word.elements import W
from reportgen.word.sections import text_width

TOTAL = 450.0
WORDS = st.text("abc mno WXY", min_size=1, max_size=40).map(lambda text: text.strip() or "a")


def cell(text: str, across: int = 1, down: int = 1) -> Cell:
    return Cell((Paragraph((Text(text),)),), column_span=across, row_span=down)


def table(*rows: tuple[Cell, ...]) -> Table:
    return Table(tuple(Row(cells) for cells in rows))


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4))
def test_widths_add_up_to_the_text(texts: list[tuple[str, str, str]]) -> None:
    widths = column_widths(table(*(tuple(cell(text) for text in row) for row in texts)), TOTAL)
    assert len(widths) == 3
    assert abs(sum(widths) - TOTAL) < 0.01
    assert min(widths) > 10


def test_numbers_need_less_room_than_sentences() -> None:
    sentence = cell("The area is ahead of the national average by a good deal, and has been for three years now")
    narrow, wide = column_widths(table((cell("65%"), sentence)), TOTAL)
    assert narrow < 60 < wide


def test_a_long_word_is_not_broken_while_there_is_room() -> None:
    texts = ("Telecommunications", "a sentence of many small words " * 6, "and another one of many small words " * 6)
    widths = column_widths(table(tuple(cell(text) for text in texts)), TOTAL)
    assert widths[0] > 18 * 4.5


def test_a_reference_has_room_for_the_number_that_it_will_have() -> None:
    reference = Cell((Paragraph((CrossReference("_Ref_x"),)),))
    texts = [cell("a sentence of many small words " * 6)] * 4
    assert column_widths(table((reference, *texts)), TOTAL)[0] > len("Figure") * 4.5 + 12


def test_an_address_does_not_take_the_table() -> None:
    wide, other = column_widths(table((cell("https://example.org/" + "a" * 200), cell("plain words in a cell"))), TOTAL)
    assert wide < 3.5 * other


def test_a_cell_over_two_columns_widens_both() -> None:
    spanned = table((cell("Unconstitutionalities", across=2), cell("x")), (cell("a"), cell("b"), cell("c")))
    first, second, third = column_widths(spanned, TOTAL)
    assert first == second > third


def test_covered_cells_have_their_place_in_the_grid() -> None:
    rows = grid(table((cell("a", down=3), cell("b")), (cell("c"),), (cell("d"),)))
    assert [[(place.column, place.covered) for place in places] for _, places in rows] == [
        [(0, False), (1, False)],
        [(0, True), (1, False)],
        [(0, True), (1, False)],
    ]
    assert column_count(rows) == 2


def test_a_table_without_cells_has_no_columns() -> None:
    assert column_widths(Table(()), TOTAL) == ()


def test_the_width_of_the_text_is_that_of_the_section_at_hand() -> None:
    def section(width: int, gutter: int = 0) -> str:
        margins = f'<w:pgMar w:left="1000" w:right="1000" w:gutter="{gutter}"/>'
        return f'<w:sectPr><w:pgSz w:w="{width}"/>{margins}</w:sectPr>'

    body = etree.fromstring(
        f'<w:body xmlns:w="{W[1:-1]}"><w:p/><w:p><w:pPr>{section(12000)}</w:pPr></w:p>'
        f"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>{section(16000, gutter=200)}</w:body>"
    )
    cells = next(body.iter(W + "tc"))
    assert [text_width(element) for element in (body[0], body[1], cells[0])] == [500.0, 500.0, 690.0]
    assert text_width(etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"/>')) == 595.3 - 144
