"""What a chart shows is told from its sheet: the words and boxes on it, in points from the top left corner."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import matplotlib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from matplotlib import font_manager
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from PIL import Image

from reportgen import resources
from reportgen.charts import Chart, ChartSeries, DrawingProcess, draw, draw_all, drawing, lettering, start
from reportgen.charts import sheet as paper
from reportgen.charts.lettering import width, wrap
from reportgen.charts.scales import scale_for_bars
from reportgen.numbers import Unit

LONG = "Advanced digital technologies such as artificial intelligence, in small and medium-sized firms"


def series(name: str, unit: Unit, *values: float | str | None) -> ChartSeries:
    return ChartSeries(name, unit, tuple(None if one is None else Decimal(str(one)) for one in values))


def coverage() -> Chart:
    return Chart("bar", ("West Midlands", "GMCA", "England"), (series("5G", "percent", 65, 53, 45),), "West Midlands")


def texts(chart: Chart) -> dict[str, Text]:
    return {one.get_text(): one for one in _artists(chart, Text)}


def boxes(chart: Chart) -> list[Rectangle]:
    return _artists(chart, Rectangle)


def _artists(chart: Chart, kind: type) -> list:
    lettering.load_fonts()
    with matplotlib.rc_context(drawing._settings()):
        return [one for one in drawing._sheet(chart).figure.get_children()[1:] if isinstance(one, kind)]


# ── what every drawing is ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_the_same_chart_gives_the_same_bytes(kind: str) -> None:
    chart = Chart(kind, ("A", "B"), (series("one", "percent", 1, 2), series("two", "percent", 3, None)))
    assert draw(chart) == draw(chart)


def test_svg_and_png_have_the_size_that_the_drawing_says() -> None:
    drawn = draw(coverage())
    root = etree.fromstring(drawn.svg)
    assert root.get("viewBox") == f"0 0 {drawn.width:g} {drawn.height:g}"
    picture = Image.open(io.BytesIO(drawn.png))
    assert picture.size == (int(drawn.width * 200 / 72), int(drawn.height * 200 / 72))
    assert picture.info["dpi"] == pytest.approx((200, 200), abs=0.1)


def test_a_drawing_carries_no_date_no_text_in_a_machine_s_font_and_no_outside_address() -> None:
    svg = draw(coverage()).svg.decode()
    assert "<text" not in svg
    assert "dc:date" not in svg
    links = etree.fromstring(svg.encode()).xpath("//@*[local-name()='href']")
    assert all(link.startswith("#") for link in links)


def test_it_draws_in_carlito_as_shipped() -> None:
    lettering.load_fonts()
    for weight in ("normal", "bold"):
        found = font_manager.findfont(font_manager.FontProperties(family="Carlito", weight=weight))
        assert Path(found).parent == resources.fonts()


def test_settings_of_the_user_s_own_matplotlib_change_nothing() -> None:
    before = draw(coverage())
    with matplotlib.rc_context({"font.size": 30, "figure.dpi": 50, "text.parse_math": True, "path.snap": False}):
        assert draw(coverage()) == before


def test_characters_that_no_font_has_are_told() -> None:
    chart = Chart("bar", ("漢字", "½ ✓ ≤ é"), (series("one", "number", 1, 2),))
    assert draw(chart).unknown == "漢字"


@settings(max_examples=15)
@given(
    st.sampled_from(["bar", "column", "line"]),
    st.lists(st.text(max_size=40), max_size=5),
    st.lists(st.text(max_size=30), max_size=3),
    st.data(),
)
def test_whatever_the_words_and_values_a_chart_is_drawn(
    kind: str, categories: list[str], names: list[str], data: st.DataObject
) -> None:
    values = st.none() | st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=2)
    many = tuple(ChartSeries(name, "number", tuple(data.draw(values) for _ in categories)) for name in names)
    drawn = draw(Chart(kind, tuple(categories), many))
    etree.fromstring(drawn.svg)
    assert drawn.height > 0


def test_a_chart_needs_a_value_a_category_and_only_finite_ones() -> None:
    with pytest.raises(ValueError, match="one value a category"):
        Chart("bar", ("A", "B"), (series("one", "percent", 1),))
    with pytest.raises(ValueError, match="no number"):
        series("one", "percent", "NaN")


# ── words ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_dollars_and_underscores_are_characters() -> None:
    chart = Chart("bar", ("$5bn and $6bn", "_Total", r"\frac{1}{"), (series("x_1", "number", 1, 2, 3),))
    assert {"$5bn and $6bn", "_Total", r"\frac{1}{", "x_1"} <= texts(chart).keys()
    draw(chart)


def test_values_print_as_everywhere_in_the_report() -> None:
    chart = Chart("bar", ("2017", "2018"), (series("Gap", "gbp", -120_000_000, "1200000000"),))
    assert {"−£120m", "£1.2bn"} <= texts(chart).keys()


def test_values_of_one_unit_print_equally_many_decimals() -> None:
    chart = Chart("bar", ("A", "B"), (series("one", "percent", 4, "12.5"), series("two", "percent", 3, 2)))
    assert {"4.0%", "12.5%", "3.0%", "2.0%"} <= texts(chart).keys()
    money = Chart("bar", ("A", "B", "C"), (series("one", "gbp", "15.30", 15, "1500000.0"),))
    assert {"£15.30", "£15.00", "£1.5m"} <= texts(money).keys()


def test_a_missing_value_is_told_and_has_no_bar() -> None:
    for kind in ("bar", "column"):
        chart = Chart(kind, ("A", "B"), (series("one", "percent", 4, None),))
        assert "not reported" in texts(chart)
        assert len(boxes(chart)) == 1


def test_a_missing_value_is_a_gap_in_its_line_and_named_below() -> None:
    chart = Chart("line", ("2020", "2021", "2022"), (series("West", "percent", 1, None, 3),))
    assert "Not reported: West (2021)" in texts(chart)


def test_the_one_series_is_named_and_several_have_a_key() -> None:
    assert "5G" in texts(coverage())
    several = Chart("bar", ("A",), (series("one", "percent", 4), series("two", "percent", 3)))
    assert {"one", "two"} <= texts(several).keys()
    assert len(boxes(several)) == 4  # two bars, two swatches


def test_lines_are_named_at_their_ends_with_their_last_value() -> None:
    chart = Chart("line", ("2021", "2022"), (series("West", "percent", 5, 8), series("UK", "percent", 5, 4)))
    assert {"West 8%", "UK 4%"} <= texts(chart).keys()


def test_names_at_line_ends_do_not_touch() -> None:
    many = tuple(series(f"Area {number}", "percent", 50, 50 + number / 10) for number in range(9))
    names = [one for text, one in texts(Chart("line", ("2021", "2022"), many)).items() if text.startswith("Area")]
    heights = sorted(one.get_position()[1] for one in names)
    gaps = [after - before for before, after in pairwise(heights)]
    assert len(names) == 9
    assert min(gaps) >= lettering.SIZE


def test_names_of_lines_that_end_on_top_stay_on_the_sheet_in_their_order() -> None:
    alike = tuple(series(f"Area {number}", "percent", 5, 5) for number in range(9))
    names = [one for text, one in texts(Chart("line", ("2021", "2022"), alike)).items() if text.startswith("Area")]
    assert [one.get_text() for one in sorted(names, key=lambda one: one.get_position()[1])] == [
        f"Area {number} 5%" for number in range(9)
    ]
    assert min(one.get_position()[1] for one in names) > lettering.SIZE / 2


@pytest.mark.parametrize(
    ("categories", "named"),
    [
        (("Advanced manufacturing", "Life sciences", "Low carbon"), ["Advanced", "Life sciences", "Low carbon"]),
        (tuple(f"Telecommunications-{number}" for number in range(8)), [f"Telecommunications-{n}" for n in range(8)]),
        (tuple(str(year) for year in range(1980, 2025)), ["2020", "2024"]),
    ],
    ids=["wrapped", "turned", "every fourth, the last one always"],
)
def test_categories_below_lines_are_named_as_far_as_there_is_room(
    categories: tuple[str, ...], named: list[str]
) -> None:
    chart = Chart("line", categories, (series("A series of some length", "percent", *range(len(categories))),))
    below = [text for text in texts(chart) if any(text in name for name in categories)]
    assert set(named) <= set(below)
    assert len(categories) < 10 or len(below) < len(categories)


@given(st.text(max_size=80), st.floats(20, 200), st.booleans())
def test_wrapped_lines_keep_to_their_room_and_lose_no_letter(text: str, room: float, bold: bool) -> None:
    lines = wrap(text, room, bold=bold)
    assert all(width(line, bold=bold) <= room or len(line) == 1 for line in lines)
    shown = "".join(letter for letter in text if letter.isprintable() and not letter.isspace())
    assert "".join(lines).replace(" ", "") == shown


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_no_word_is_cut_off_at_the_paper_s_edge(kind: str) -> None:
    alike = [series(f"{LONG} {number}", "gbp", 940_000_000, -120_000_000, 940_000_000) for number in range(3)]
    chart = Chart(kind, (LONG, "B", "C"), (series(LONG, "gbp", 940_000_000, -120_000_000, 1), *alike))
    with matplotlib.rc_context(drawing._settings()):
        for text in _artists(chart, Text):
            box, edge = text.get_window_extent(), text.get_figure().bbox
            assert box.x0 >= edge.x0 - 1 and box.x1 <= edge.x1 + 1, text.get_text()
            assert box.y0 >= edge.y0 - 1 and box.y1 <= edge.y1 + 1, text.get_text()


# ── bars ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_first_category_is_on_top_and_bars_begin_at_one_zero() -> None:
    first, second, third = boxes(coverage())
    assert first.get_y() < second.get_y() < third.get_y()
    assert first.get_x() == second.get_x() == third.get_x()
    assert first.get_width() / third.get_width() == pytest.approx(65 / 45)


def test_the_report_s_area_stands_out_in_colour_and_in_weight() -> None:
    first, second, _ = boxes(coverage())
    assert to_hex(first.get_facecolor()).upper() == paper.COLOURS[0]
    assert to_hex(second.get_facecolor()).upper() == paper.BESIDE_HIGHLIGHT
    assert texts(coverage())["West Midlands"].get_fontweight() == "bold"
    assert texts(coverage())["GMCA"].get_fontweight() == "normal"


def test_negative_bars_go_back_from_zero_with_their_labels_beyond() -> None:
    chart = Chart("bar", ("A", "B"), (series("Gap", "number", -5, 10),))
    below, above = boxes(chart)
    assert below.get_x() + below.get_width() == pytest.approx(above.get_x())
    assert texts(chart)["−5"].get_position()[0] < below.get_x()
    assert texts(chart)["10"].get_position()[0] > above.get_x() + above.get_width()


def test_equal_category_names_keep_a_bar_each() -> None:
    assert len(boxes(Chart("bar", ("Same", "Same"), (series("one", "number", 1, 2),)))) == 2


def test_the_height_grows_with_the_categories_and_stays_on_a_page() -> None:
    heights = [
        draw(Chart("bar", tuple(f"Area {n}" for n in range(count)), (series("", "number", *range(count)),))).height
        for count in (1, 5, 40, 150)
    ]
    assert heights[0] < heights[1] < heights[2]
    assert max(heights) <= paper.HIGHEST


def test_columns_too_narrow_for_their_labels_lie_down() -> None:
    few = Chart("column", ("A", "B"), (series("one", "number", 1, 2),))
    many = Chart("column", tuple("A" * 60), (series("one", "number", *range(60)),))
    assert boxes(few)[0].get_height() != boxes(few)[1].get_height()
    assert boxes(many)[-1].get_width() > boxes(many)[0].get_width()


@given(
    st.lists(st.tuples(st.decimals(-(10**15), 10**15, places=15).map(float), st.floats(0, 100)), min_size=1, max_size=8)
)
def test_bars_and_their_labels_fit_on_the_scale(bars: list[tuple[float, float]]) -> None:
    scale = scale_for_bars(bars, 50, 450)
    for value, room in bars:
        end = scale(value)
        assert 50 - 1e-6 <= scale.zero <= 450 + 1e-6
        assert end + room <= 450 + 1e-6 or end - room >= 50 - 1e-6


def test_a_chart_too_high_for_a_page_is_shown_smaller() -> None:
    lines = tuple(series(f"Area {number}", "percent", 1, number) for number in range(70))
    drawn = draw(Chart("line", ("2021", "2022"), lines))
    assert drawn.height == paper.HIGHEST
    assert drawn.width < paper.PAPER


# ── colours ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_shapes_have_contrast_of_3_and_words_of_4_5_against_white() -> None:
    assert min(_contrast(colour) for colour in (*paper.COLOURS, paper.BESIDE_HIGHLIGHT)) >= 2.99
    assert min(_contrast(colour) for colour in (paper.INK, paper.QUIET)) >= 4.5


def test_neighbouring_colours_differ_in_lightness_too() -> None:
    grey = [_luminance(colour) for colour in paper.COLOURS]
    assert all((max(a, b) + 0.05) / (min(a, b) + 0.05) > 2.5 for a, b in pairwise(grey))
    assert _luminance(paper.BESIDE_HIGHLIGHT) > 3 * _luminance(paper.COLOURS[0])


def test_after_the_last_colour_bars_are_hatched_and_lines_dashed() -> None:
    many = tuple(series(f"Series {number}", "number", 1, 2) for number in range(8))
    assert len({(one.get_facecolor(), one.get_hatch()) for one in boxes(Chart("bar", ("A", "B"), many))}) == 8


def _contrast(colour: str) -> float:
    """WCAG 2.2, against white."""
    return 1.05 / (_luminance(colour) + 0.05)


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# ── the process beside ───────────────────────────────────────────────────────────────────────────────────────────


def test_drawing_beside_gives_the_same_drawings_in_order() -> None:
    line = Chart("line", ("2021", "2022"), (series("West", "percent", 5, 8),))
    assert draw_all([coverage(), line]) == [draw(coverage()), draw(line)]


def test_a_process_that_is_not_needed_ends_with_its_block() -> None:
    with DrawingProcess() as process:
        pass
    assert process._process.returncode is not None


def test_a_failure_beside_is_told_here() -> None:
    with start(["no chart"]) as process, pytest.raises(AttributeError, match="kind"):
        process.result()


def test_asking_for_drawings_beside_does_not_load_matplotlib() -> None:
    code = "import reportgen.charts, sys; sys.exit('matplotlib' in sys.modules)"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0


def test_drawing_beside_needs_no_home_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home").touch()
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    assert draw_all([coverage()]) == [draw(coverage())]
    assert [*(tmp_path / "tmp").iterdir()] == []
