"""From settings and evidence to what a chart shows."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.charts import Chart
from reportgen.edition.edition import read_edition
from reportgen.figures import charts
from reportgen.problems import Problems

REPORT = """
title: A report
organisation: An authority
edition: "2024"
area: Kent
comparators: [{area: England, label: national average}]
missions: [{id: water, title: Water}]
figures: [{id: shown, title: What is shown, kind: KIND, data: DATA, alt: Bars.}]
"""
INDICATORS = "id,mission,name,unit,better\nlakes,water,Clean lakes,percent,higher\n"
VALUES = """indicator,area,period,value
lakes,England,2022,34
lakes,Kent,2022,35
lakes,Wales,2021,30
lakes,Kent,2023,36.5
lakes,England,2023,
"""


@pytest.fixture
def drawn(tmp_path: Path) -> Iterator[object]:
    """The chart of a figure in a small edition, and what is said of it."""

    def chart(data: str, kind: str = "bar", series: str = "") -> tuple[Chart | None, list[str]]:
        (tmp_path / "series").mkdir(exist_ok=True)
        files = {"indicators.csv": INDICATORS, "values.csv": VALUES, "series/x.csv": series}
        for name, text in {**files, "report.yaml": REPORT.replace("KIND", kind).replace("DATA", data)}.items():
            if text:
                (tmp_path / name).write_text(text, encoding="utf-8")
        problems = Problems()
        found = charts(read_edition(tmp_path, Problems()), problems).get("shown")
        return found, [str(problem) for problem in problems]

    yield chart


@pytest.mark.parametrize("kind", ["bar", "column"])
def test_bars_show_the_current_period_the_report_s_area_first(drawn, kind: str) -> None:
    chart, said = drawn("{indicator: lakes, areas: all}", kind)
    assert said == []
    assert (chart.categories, chart.highlight, chart.decimals) == (("Kent", "England"), "Kent", 1)
    assert [(one.name, one.values) for one in chart.series] == [("Clean lakes", (Decimal("36.5"), None))]


def test_lines_show_all_periods_of_all_areas(drawn) -> None:
    chart, _ = drawn("{indicator: lakes, areas: all}", "line")
    assert chart.categories == ("2021", "2022", "2023")
    assert [(one.name, one.values) for one in chart.series] == [
        ("Kent", (None, Decimal(35), Decimal("36.5"))),
        ("England", (None, Decimal(34), None)),
        ("Wales", (Decimal(30), None, None)),
    ]


def test_an_area_that_is_asked_for_is_shown_without_a_value_too(drawn) -> None:
    chart, _ = drawn("{indicator: lakes, areas: [Wales, Kent]}")
    assert chart.categories == ("Kent", "Wales")
    assert chart.series[0].values == (Decimal("36.5"), None)


def test_a_figure_that_shows_nothing_is_told(drawn) -> None:
    chart, said = drawn("{indicator: lakes, areas: [Wales]}")
    assert chart.series[0].values == (None,)
    assert said == ["report.yaml:8: warning: the figure “shown” shows nothing: “lakes” has no values for it"]


@pytest.mark.parametrize(
    ("heading", "cell", "name", "unit", "value"),
    [
        ("Share (%)", "36%", "Share", "percent", "36"),
        ("Share (%) of firms", "36", "Share of firms", "percent", "36"),
        ("Gap (£m)", "-120", "Gap", "gbp", "-120E+6"),
        ("Gap (£m)", "£120", "Gap", "gbp", "120E+6"),  # as a workbook shows a cell with its pound sign
        ("Gap (£m)", "£1.2bn", "Gap", "gbp", "1.2E+9"),
        ("Gap (£m)", "£120,000,000", "Gap", "gbp", "120E+6"),
        ("Gap (£ million)", "1.5", "Gap", "gbp", "1.5E+6"),
        ("Cost (£)", "£15.30", "Cost", "gbp", "15.30"),
        ("Cost (£k)", "15", "Cost", "gbp", "15000"),
        ("Firms (SMEs)", "1,234", "Firms (SMEs)", "number", "1234"),
    ],
)
def test_a_heading_gives_the_unit_of_its_column(
    drawn, heading: str, cell: str, name: str, unit: str, value: str
) -> None:
    chart, said = drawn("series/x.csv", series=f'Year,{heading}\n2024,"{cell}"\n2025,\n2026,not available\n')
    (found,) = chart.series
    assert said == []
    assert (found.name, found.unit, found.values) == (name, unit, (Decimal(value), None, None))


def test_what_cannot_be_drawn_is_told_at_its_place(drawn) -> None:
    _, said = drawn("series/x.csv", series="Year,Share,Gap (£m)\n2024,36%,many\n")
    assert said == [
        "series/x.csv:2: “Share”: “36%” is a percentage, but the unit is number\n"
        "    Say in the heading what the column is in: (%), (£), (£m).",
        "series/x.csv:2: “Gap (£m)”: “many” is not a number\n"
        "    Type the figure alone; leave the cell empty where there is none.",
        "series/x.csv:1: warning: the figure “shown” sets different units against one scale\n"
        "    Make a figure of each unit.",
    ]
    _, said = drawn("series/x.csv", series="Year\n2024\n")
    assert said == [
        "series/x.csv:1: the figure “shown” has categories and no figures\n"
        "    Each column after the first is a series of figures."
    ]


def test_a_figure_of_more_values_than_anybody_sees_is_an_error(drawn) -> None:
    wide = ",".join(f"S{number}" for number in range(100))
    rows = "".join(f"{number},{','.join('1' * 100)}\n" for number in range(51))
    chart, said = drawn("series/x.csv", "line", f"Year,{wide}\n{rows}")
    assert chart is None
    assert "would show 5,100 values, and nobody can see more than 5,000" in said[0]
