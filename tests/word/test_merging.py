"""Cells that say the same become one, or in plain tables say it themselves."""

from lxml import etree

from reportgen.word.elements import W, value
from reportgen.word.merging import keep_merged_rows, merge_marked_cells, unmerge_cells
from reportgen.word.slots import MERGED

NAMESPACE = f'xmlns:w="{W[1:-1]}"'


def table(*rows: tuple[str, ...]) -> etree._Element:
    cells = [
        "".join(f"<w:tc><w:tcPr/><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>" for words in row) for row in rows
    ]
    lines = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return etree.fromstring(f"<w:body {NAMESPACE}><w:tbl>{lines}</w:tbl></w:body>")


def column(body: etree._Element, number: int) -> list[tuple[str, str | None]]:
    cells = [row.findall(f"{W}tc")[number] for row in body.iter(f"{W}tr")]
    return [("".join(cell.itertext()), value(cell.find(f"{W}tcPr"), "vMerge")) for cell in cells]


def test_marked_neighbours_that_say_the_same_become_one_cell() -> None:
    body = table((f"{MERGED}Access", "1"), (f"{MERGED}Access", "2"), (f"{MERGED}Data", "3"))
    merge_marked_cells(body)
    assert column(body, 0) == [("Access", "restart"), ("", "continue"), ("Data", None)]
    assert column(body, 1) == [("1", None), ("2", None), ("3", None)]


def test_what_says_the_same_again_further_down_stays_apart() -> None:
    body = table((f"{MERGED}A",), (f"{MERGED}B",), (f"{MERGED}A",))
    merge_marked_cells(body)
    assert column(body, 0) == [("A", None), ("B", None), ("A", None)]


def test_empty_cells_and_cells_without_a_mark_are_never_merged() -> None:
    body = table((MERGED, "same"), (MERGED, "same"))
    merge_marked_cells(body)
    assert column(body, 0) == [("", None), ("", None)]
    assert column(body, 1) == [("same", None), ("same", None)]


def test_a_paragraph_that_held_only_the_mark_goes() -> None:
    paragraph = f"<w:p><w:r><w:t>{MERGED}</w:t></w:r></w:p>"
    body = etree.fromstring(
        f"<w:body {NAMESPACE}><w:tbl><w:tr><w:tc>{paragraph}<w:p><w:r><w:t>Words</w:t></w:r></w:p></w:tc></w:tr>"
        "</w:tbl></w:body>"
    )
    merge_marked_cells(body)
    assert ["".join(one.itertext()) for one in body.iter(f"{W}p")] == ["Words"]


def test_plain_tables_say_in_every_row_what_a_merged_cell_says_once() -> None:
    body = table((f"{MERGED}Access", "1"), (f"{MERGED}Access", "2"), (f"{MERGED}Access", "3"))
    merge_marked_cells(body)
    unmerge_cells(body)
    assert column(body, 0) == [("Access", None), ("Access", None), ("Access", None)]


def kept(body: etree._Element) -> list[bool]:
    """For each row, whether all its paragraphs stay with what follows."""
    marks = [[one.find(f"{W}pPr/{W}keepNext") is not None for one in row.iter(f"{W}p")] for row in body.iter(f"{W}tr")]
    assert all(len(set(row)) == 1 for row in marks)
    return [row[0] for row in marks]


def test_the_rows_of_a_merged_cell_stay_on_one_page() -> None:
    body = table((f"{MERGED}A", "1"), (f"{MERGED}A", "2"), (f"{MERGED}B", f"{MERGED}x"), (f"{MERGED}C", f"{MERGED}x"))
    merge_marked_cells(body)
    keep_merged_rows(body)
    assert kept(body) == [True, False, True, False]


def test_many_rows_may_stand_on_several_pages() -> None:
    body = table(*[(f"{MERGED}A",)] * 7, (f"{MERGED}B",))
    merge_marked_cells(body)
    keep_merged_rows(body)
    assert kept(body) == [False] * 8


def spanning(*rows: tuple[tuple[str, int], ...]) -> etree._Element:
    """Cells with the number of columns that they cover, of three."""
    body = table(*(tuple(words for words, _ in row) for row in rows))
    (found,) = body.iter(f"{W}tbl")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (100, 200, 300))
    found.insert(0, etree.fromstring(f"<w:tblGrid {NAMESPACE}>{grid}</w:tblGrid>"))
    for row, cells in zip(found.iter(f"{W}tr"), rows, strict=True):
        for cell, (_, span) in zip(row.iter(f"{W}tc"), cells, strict=True):
            properties = f'<w:tcW w:w="9"/>{f"<w:gridSpan w:val={chr(34)}{span}{chr(34)}/>" if span > 1 else ""}'
            cell.replace(cell[0], etree.fromstring(f"<w:tcPr {NAMESPACE}>{properties}</w:tcPr>"))
    return body


def test_plain_tables_have_a_cell_for_every_column_and_a_line_over_all_of_them_is_said_once() -> None:
    body = spanning((("Theme", 1), ("Gap", 2)), (("Access", 3),), (("a", 1), ("b", 1), ("c", 1)))
    unmerge_cells(body)
    said = [["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in body.iter(f"{W}tr")]
    assert said == [["Theme", "Gap", "Gap"], ["Access", "", ""], ["a", "b", "c"]]
    widths = [[width.get(f"{W}w") for width in row.iter(f"{W}tcW")] for row in body.iter(f"{W}tr")]
    assert widths[:2] == [["9", "200", "300"], ["100", "200", "300"]]
    assert next(body.iter(f"{W}gridSpan"), None) is None
