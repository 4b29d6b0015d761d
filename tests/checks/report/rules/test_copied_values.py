from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.copied_values import problems

Judged = list[tuple[str, str, str]]


def judged(folder: Path, values: str, indicators: str = "lakes rivers", **units: str) -> Judged:
    rows = {id: {"unit": units.get(id, "percent")} for id in indicators.split()}
    return found(problems, read(folder, rows, values))


@pytest.mark.parametrize(
    "values",
    [
        "lakes Kent 2023 36\nlakes England 2023 34\nrivers Kent 2023 36\nrivers England 2023 34",
        "lakes Kent 2023 36.5\nlakes England 2023 3\nrivers Kent 2023 36.5\nrivers England 2023 3",
    ],
)
def test_neighbours_with_the_same_values_are_a_warning(tmp_path: Path, values: str) -> None:
    assert judged(tmp_path, values) == [("warning", "copied-values", "values.csv:4")]


@pytest.mark.parametrize(
    "values",
    [
        "lakes Kent 2023 36\nlakes England 2023 34\nrivers Kent 2023 36\nrivers England 2023 35",
        "lakes Kent 2023 36\nlakes England 2023 34\nrivers Kent 2022 36\nrivers England 2022 34",
        "lakes Kent 2023 36.25\nrivers Kent 2023 36.25",
        "lakes Kent 2023 100\nlakes England 2023 100\nrivers Kent 2023 100\nrivers England 2023 100",
        "lakes Kent 2023 5\nlakes England 2023 5.0\nrivers Kent 2023 5\nrivers England 2023 5",
        "lakes Kent 2023 -\nlakes England 2023 -\nrivers Kent 2023 -\nrivers England 2023 -",
    ],
)
def test_values_that_agree_by_chance_are_right(tmp_path: Path, values: str) -> None:
    assert judged(tmp_path, values) == []


def test_what_stands_apart_must_agree_in_more(tmp_path: Path) -> None:
    far = (
        "lakes Kent 2023 {0}\nlakes England 2023 {1}\nhills Kent 2023 1\nrivers Kent 2023 {0}\nrivers England 2023 {1}"
    )
    assert judged(tmp_path, far.format("36", "34"), "lakes hills rivers") == []
    told = judged(tmp_path, far.format("36.25", "34.75"), "lakes hills rivers")
    assert told == [("warning", "copied-values", "values.csv:5")]


def test_earlier_years_copied_down_are_told_where_the_latest_was_typed_over(tmp_path: Path) -> None:
    def of(name: str, own: str, rival: str) -> str:
        years = zip((2021, 2022, 2023), own.split(), rival.split(), strict=True)
        return "\n".join(f"{name} Kent {year} {one}\n{name} England {year} {other}" for year, one, other in years)

    rows = of("lakes", "28 30 36", "26 29 31")
    assert judged(tmp_path, f"{rows}\n{of('rivers', '28 30 41', '26 29 44')}") == [
        ("warning", "copied-values", "values.csv:8")
    ]
    assert judged(tmp_path, f"{rows}\n{of('rivers', '28 31 41', '26 28 44')}") == []


def test_the_same_figures_in_another_unit_are_right(tmp_path: Path) -> None:
    values = "lakes Kent 2023 36.2\nlakes England 2023 34.7\nrivers Kent 2023 36.2\nrivers England 2023 34.7"
    assert judged(tmp_path, values, rivers="number") == []


def test_an_absolute_gap_that_stands_with_two_indicators_is_a_warning(tmp_path: Path) -> None:
    values = "lakes Kent 2023 3\nlakes England 2023 4 - {}\nrivers Kent 2023 5\nrivers England 2023 9 - {}"
    assert judged(tmp_path, values.format(15127, 15127)) == [("warning", "copied-values", "values.csv:5")]
    assert judged(tmp_path, values.format(15127, 15128)) == judged(tmp_path, values.format(1200, 1200)) == []
