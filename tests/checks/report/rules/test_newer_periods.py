from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.periods import first_year, last_year, same_whichever_way_written
from reportgen.checks.report.rules.newer_periods import problems


def judged(folder: Path, values: str, edition: str = "2024") -> list[tuple[str, str, str]]:
    return found(problems, read(folder, {"lakes": {}}, values, edition=edition))


@pytest.mark.parametrize(
    ("edition", "period"),
    [
        *[("2024", period) for period in ("2024", "2023", "2024-25", "2024-Q4", "2023/24", "2024-05", "latest", "Q3")],
        *[("2022-23", period) for period in ("2022-23", "2023", "2023-Q1", "2021")],
        *[("Autumn 2024", "2024"), ("third", "2031"), ("2023/24", "2024"), ("2023–24", "2024-25")],
    ],
)
def test_periods_up_to_the_editions_own_are_right(tmp_path: Path, edition: str, period: str) -> None:
    assert judged(tmp_path, f"lakes Kent {period} 8", edition) == []


@pytest.mark.parametrize(
    ("edition", "period"),
    [("2024", "2032"), ("2024", "2025"), ("2024", "2025-26"), ("2022-23", "2024"), ("2022-23", "2032-Q1")],
)
def test_a_newer_period_is_an_error_of_whichever_area(tmp_path: Path, edition: str, period: str) -> None:
    values = f"lakes Kent {period} 8\nlakes England {period} 8"
    expected = [("error", "newer-period", "values.csv:2"), ("error", "newer-period", "values.csv:3")]
    assert judged(tmp_path, values, edition) == expected


def test_one_period_written_in_two_ways_is_told(tmp_path: Path) -> None:
    values = "lakes Kent 2022-23 8\nlakes Kent 2022/23 9\nlakes England 2021-22 8\nlakes England 2021-2022 8"
    expected = [("error", "same-period", "values.csv:3"), ("warning", "same-period", "values.csv:5")]
    assert judged(tmp_path, values) == expected


def test_one_area_or_quarter_written_in_two_ways_is_told(tmp_path: Path) -> None:
    values = "lakes Kent 2022-Q1 8\nlakes Kent Q1-2022 9\nlakes England 2023 8\nlakes england 2023 7"
    expected = [("error", "same-period", "values.csv:3"), ("error", "same-period", "values.csv:5")]
    assert judged(tmp_path, values) == expected


def test_an_edition_that_most_of_the_data_are_newer_than_is_told_once(tmp_path: Path) -> None:
    names = ("lakes", "rivers", "hills")
    values = "\n".join(f"{one} {area} 2023 8" for one in names for area in ("Kent", "England"))
    report = read(tmp_path, {name: {} for name in names}, values, edition="2022")
    assert found(problems, report) == [("error", "newer-period", "report.yaml:3")]


def test_periods_alike_are_not_the_same(tmp_path: Path) -> None:
    values = "\n".join(f"lakes Kent {period} 8" for period in ("2022", "2022-23", "2022-Q1", "2022-Q2", "2021-22"))
    assert judged(tmp_path, values) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        *[("2023", 2023, 2023), ("2022-23", 2022, 2023), ("1999-00", 1999, 2000), ("2022/2023", 2022, 2023)],
        *[("2023-04", 2023, 2023), ("May 2024", 2024, 2024), ("Q1", None, None), ("12024", None, None)],
    ],
)
def test_years_are_found_in_what_people_write(text: str, first: int | None, last: int | None) -> None:
    assert (first_year(text), last_year(text)) == (first, last)


def test_spans_have_one_key() -> None:
    ways = ("2022-23", "2022/23", "2022–23", "2022-2023", "2022 / 23", "2022−23")
    assert {same_whichever_way_written(way) for way in ways} == {"2022-23"}
    assert {same_whichever_way_written(way) for way in ("2023-Q1", "2023 Q1", "Q1 2023")} == {"2023-q1"}
