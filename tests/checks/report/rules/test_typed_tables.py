from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules.typed_tables import problems

WORDS = "narrative/foreword.md"
INDICATORS = {
    "warm": {"name": "Homes that can be kept warm"},
    "rent": {"name": "Monthly rent of a two-bedroom home", "unit": "gbp", "better": "lower"},
    "learn": {"name": "Adults learning for work", "mission": "work"},
}
VALUES = """
warm Kent 2022 80
warm Kent 2023 84
warm England 2023 81
warm Surrey 2023 87
rent Kent 2023 940
rent England 2023 870
learn Kent 2022 31
learn Kent 2023 33
learn England 2023 36
"""
ERROR, WARNING = "figure-against-data", "unsure-figure"


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    return found(problems, read(folder, INDICATORS, VALUES, {WORDS: f"# Foreword\n\n{words}\n"}))


AREAS_ACROSS = """\
| Measure | Kent | England |
|---|---|---|
| Homes that can be kept warm | {} | 81% |
| Monthly rent of a two-bedroom home | £940 | {} |
"""
AREAS_DOWN = """\
| | Homes that can be kept warm (%) | Adults learning for work (%) |
|---|---|---|
| Kent | {} | 33 |
| England | 81 | {} |
"""
PERIODS_ACROSS = """\
| Kent | 2022 | 2023 |
|---|---|---|
| Homes that can be kept warm | {} | 84% |
| Adults learning for work | 31% | {} |
"""
ONE_MEASURE = """\
| Homes that can be kept warm | 2023 | Gap |
|---|---|---|
| Kent | {} | |
| Surrey | {} | -3 |
"""
DIFFERENCES = """\
| Measure | Kent | England | Gap to England | Change since 2022 |
|---|---|---|---|---|
| Homes that can be kept warm | 84% | 81% | {} | +4pp |
| Adults learning for work | 33% | 36% | -3 | {} |
"""
LED_TO = "Homes that can be kept warm, in 2023:\n\n- Kent: {}\n- England: {}\n- Surrey: 87%\n"


@pytest.mark.parametrize(
    ("table", "right"),
    [
        (AREAS_ACROSS, ("84%", "£870")),
        (AREAS_ACROSS, ("over 80%", "870")),
        (AREAS_DOWN, ("84", "36")),
        (PERIODS_ACROSS, ("80%", "33%")),
        (ONE_MEASURE, ("84%", "87%")),
        (DIFFERENCES, ("+3pp", "2 points")),
        (LED_TO, ("84%", "81%")),
    ],
)
def test_what_the_data_say_is_right(tmp_path: Path, table: str, right: tuple[str, str]) -> None:
    assert judged(tmp_path, table.format(*right)) == []


@pytest.mark.parametrize(
    ("table", "cells", "line"),
    [
        (AREAS_ACROSS, ("48%", "£870"), 5),
        (AREAS_ACROSS, ("84%", "£780"), 6),
        (AREAS_DOWN, ("48", "36"), 5),
        (AREAS_DOWN, ("84", "63"), 6),
        (PERIODS_ACROSS, ("81%", "33%"), 5),
        (PERIODS_ACROSS, ("80%", "32%"), 6),
        (ONE_MEASURE, ("84%", "78%"), 6),
        (DIFFERENCES, ("-3pp", "+2"), 5),
        (DIFFERENCES, ("+3pp", "+4"), 6),
        (LED_TO, ("84%", "18%"), 6),
    ],
)
def test_a_cell_that_says_something_else_is_an_error_at_its_line(
    tmp_path: Path, table: str, cells: tuple[str, str], line: int
) -> None:
    assert judged(tmp_path, table.format(*cells)) == [("error", ERROR, f"{WORDS}:{line}")]


@pytest.mark.parametrize(
    "table",
    [
        "| Measure | Kent | Target for 2030 |\n|---|---|---|\n| Homes that can be kept warm | 84% | 95% |",
        "| Measure | Men | Women |\n|---|---|---|\n| Adults learning for work | 30% | 36% |",
        "| District | Adults learning for work |\n|---|---|\n| Dover | 29% |\n| Deal | 35% |",
        "| Measure | Kent |\n|---|---|\n| Adults learning for work in prisons | 12% |",
        "| Measure | Kent |\n|---|---|\n| Monthly rent of a two-bedroom home (£m) | 1.2 |",
        "| Measure | Kent, 2019 |\n|---|---|\n| Adults learning for work | 12% |",  # no row for it
        "Homes in Kent are of three kinds:\n\n- flats: 22%\n- terraces: 40%\n- villas: 38%",
    ],
)
def test_what_the_data_do_not_have_is_left_alone(tmp_path: Path, table: str) -> None:
    assert judged(tmp_path, table) == []


def test_a_figure_of_another_period_is_a_warning_where_none_is_named(tmp_path: Path) -> None:
    table = "| Measure | Kent |\n|---|---|\n| Homes that can be kept warm | 80% |"
    assert judged(tmp_path, table) == [("warning", WARNING, f"{WORDS}:5")]


def test_a_table_that_agrees_with_nothing_is_one_warning(tmp_path: Path) -> None:
    table = AREAS_ACROSS.replace("81%", "66%").replace("£940", "£99").format("64%", "£88")
    assert judged(tmp_path, table) == [("warning", WARNING, f"{WORDS}:5")]


SERIES = "Measure,Kent,England\nHomes that can be kept warm,{}%,81%\nAdults learning for work,33%,{}%\n"
BY_YEAR = "Year,Kent (%),England (%)\n2022,80,70\n2023,{},{}\n"
BY_AGE = "Age,Kent\n16 to 24,{}%\n25 and over,{}%\n"


@pytest.mark.parametrize(
    ("rows", "title", "right", "wrong", "line"),
    [
        (SERIES, "What the survey found", (84, 36), (48, 36), 2),
        (SERIES, "What the survey found", (84, 36), (84, 63), 3),
        (BY_YEAR, "Homes that can be kept warm", (84, 81), (84, 87), 3),
        (BY_AGE, "Homes that can be kept warm", (70, 91), None, 0),
    ],
)
def test_series_that_repeat_indicators_are_held_against_them(
    tmp_path: Path, rows: str, title: str, right: tuple[int, int], wrong: tuple[int, int] | None, line: int
) -> None:
    shown = f"tables:\n  - {{id: found, title: {title}, data: series/found.csv}}\n"

    def told(said: tuple[int, int]) -> list[tuple[str, str, str]]:
        report = REPORT.format(edition="2024", amber="1") + shown
        files = {"report.yaml": report, "series/found.csv": rows.format(*said)}
        return found(problems, read(tmp_path, INDICATORS, VALUES, files))

    assert told(right) == []
    if wrong:
        assert told(wrong) == [("error", ERROR, f"series/found.csv:{line}")]
