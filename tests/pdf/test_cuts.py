"""Tables that run over pages: the lines at a page's end."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
from pdf.paper import A4, cell, pages, printed, table

from reportgen.document import Border, Borders, Cell, Layout, Table

LINE = Border(2.0, "C00000")
SMALL = replace(A4, height=260.0)  # room for few rows
COLUMNS = (100.0, 100.0)


def ruled(row_span: int, *, rows: int, splits: bool = False) -> Table:
    """A first column of merged cells beside single ones, each with a red line below it."""
    below = Borders(bottom=LINE)
    made = [
        [Cell(cell(f"Merged {number}").blocks, row_span=row_span, borders=below)] if number % row_span == 0 else []
        for number in range(rows)
    ]
    single = [Cell(cell("Single").blocks, borders=below) for _ in range(rows)]
    whole = table(*([*first, one] for first, one in zip(made, single, strict=True)), heads=0, widths=COLUMNS)
    return replace(whole, rows=tuple(replace(row, splits=splits) for row in whole.rows))


def red_lines(pdf: bytes) -> list[list[tuple[float, float]]]:
    """Of each page: how far down and how wide its red lines are, in points, from the top."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return [_red_lines(page) for page in file.pages]


def _red_lines(page: pikepdf.Page) -> list[tuple[float, float]]:
    found, colour = [], ()
    start = (0.0, 0.0)
    for operands, operator in pikepdf.parse_content_stream(page):
        numbers = [float(number) for number in operands] if str(operator) in ("RG", "m", "l") else []
        match str(operator):
            case "RG":
                colour = tuple(numbers)
            case "m":
                start = numbers[0], numbers[1]
            case "l" if colour and colour[0] > 0.7 and colour[1] == 0:
                found.append((round(start[1], 1), round(abs(numbers[0] - start[0]))))
    return found


def test_a_merged_cell_is_closed_where_a_page_ends() -> None:
    whole = printed(ruled(40, rows=40), page=SMALL)
    lines = red_lines(whole.pdf)
    assert whole.page_count > 2
    for page in lines:
        lowest = max(height for height, _ in page)
        assert sum(1 for height, _ in page if height == lowest) == 2  # the merged cell's and the single one's


def test_rows_that_word_keeps_with_the_next_are_not_parted() -> None:
    said = [f"Row{number:02}" for number in range(12)]
    loose = table(*([cell(one)] for one in said), heads=0)
    first = pages(printed(loose, page=SMALL).pdf)[0].split()
    kept = [
        replace(row, cells=(_kept(row.cells[0]),)) if one in first[-3:] else row
        for one, row in zip(said, loose.rows, strict=True)
    ]
    assert 3 < len(first) < len(said)
    assert pages(printed(replace(loose, rows=tuple(kept)), page=SMALL).pdf)[0].split() == first[:-3]


def _kept(one: Cell) -> Cell:
    return replace(one, blocks=tuple(replace(block, layout=Layout(keep_next=True)) for block in one.blocks))


def test_within_a_page_no_line_runs_through_a_merged_cell() -> None:
    (page,) = red_lines(printed(ruled(4, rows=4)).pdf)
    assert len(page) == 5


def test_where_a_row_itself_is_cut_no_line_runs_through_the_merged_cell_beside_it() -> None:
    below = Borders(bottom=LINE)
    tall = Cell(cell("Tall").blocks * 10, borders=below)
    merged = Cell(cell("Merged").blocks, row_span=2, borders=below)
    whole = table([merged, tall], [Cell(cell("Single").blocks, borders=below)], heads=0, widths=COLUMNS)
    lines = red_lines(
        printed(replace(whole, rows=tuple(replace(row, splits=True) for row in whole.rows)), page=SMALL).pdf
    )
    assert len(lines) > 1
    assert [len(page) for page in lines] == [*(1 for _ in lines[:-1]), 3]
