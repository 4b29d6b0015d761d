"""No word is broken over lines: its column takes room from those that can spare it."""

from lxml import etree

from reportgen.word.elements import W
from reportgen.word.styles import Styles
from reportgen.word.widening import widen_columns


def table(widths: list[int], *rows: list[str]) -> etree._Element:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>'
            for width, words in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return etree.fromstring(f'<w:tbl xmlns:w="{W[1:-1]}"><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>')


def widths(found: etree._Element) -> tuple[list[int], list[int]]:
    cells = found.findall(f"{W}tr")[0].iter(f"{W}tcW")
    return [int(one.get(f"{W}w")) for one in found.iter(f"{W}gridCol")], [int(one.get(f"{W}w")) for one in cells]


def test_a_long_figure_gets_its_room_from_the_other_columns() -> None:
    made = table([4000, 900, 4000], ["Income", "£1,234,000,000", "in words"])
    widen_columns(made, Styles())
    grid, cells = widths(made)
    assert grid == cells
    assert grid[1] > 1450 and abs(sum(grid) - 8900) <= 2


def test_where_every_figure_fits_nothing_changes() -> None:
    made = table([4000, 1200], ["Share of households", "36%"])
    widen_columns(made, Styles())
    assert widths(made) == ([4000, 1200], [4000, 1200])


def test_a_long_word_gets_its_room_and_breaks_at_its_hyphen_at_most() -> None:
    made = table([4000, 900, 900], ["Area", "Northamptonshire", "North-by-west"])
    widen_columns(made, Styles())
    grid, _ = widths(made)
    assert grid[1] > 1700 and grid[2] <= 900


def test_columns_keep_the_room_for_their_own_words() -> None:
    made = table([900, 600], ["Rutland", "£1,234,567,890,123.45"])
    widen_columns(made, Styles())
    grid, _ = widths(made)
    assert 700 < grid[0] < 900 and sum(grid) == 1500


def test_what_is_longer_than_any_word_takes_no_room() -> None:
    made = table([900, 600], ["Rutland", "https://example.org/" + "a" * 60])
    widen_columns(made, Styles())
    assert widths(made) == ([900, 600], [900, 600])
