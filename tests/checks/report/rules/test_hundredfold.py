from pathlib import Path

import pytest
from checks.report.editions import found, read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.checks.report.rules.hundredfold import problems


def judged(folder: Path, values: dict[str, str], unit: str = "percent") -> list[tuple[str, str, str]]:
    """Values by area, a period each from 2019 on; `-` has no row."""
    rows = [
        f"lakes {area} {2019 + at} {value}"
        for area, row in values.items()
        for at, value in enumerate(row.split())
        if value != "-"
    ]
    return found(problems, read(folder, {"lakes": {"unit": unit}}, "\n".join(rows)))


@pytest.mark.parametrize(
    "values",
    [
        {"Kent": "36"},
        {"Kent": "30 33 36", "England": "29 30 31"},
        {"Kent": "0.4 42", "England": "0.5 45"},  # a new technology
        {"Kent": "0.4 5 42"},
        {"Kent": "0.2 30 33 36", "England": "0.3 28 30 31"},
        {"Kent": "0 36 0 36"},
        {"Kent": "1 20 1"},
        {"Kent": "0.36", "England": "0.34"},
        {"Kent": "0.36", "England": "0.34", "Surrey": "30"},
    ],
)
def test_percentages_of_one_scale_are_right(tmp_path: Path, values: dict[str, str]) -> None:
    assert judged(tmp_path, values) == []


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"Kent": "33 0.36 38"}, 3),
        ({"Kent": "31 33 0.36"}, 4),
        ({"Kent": "0.31 33 36", "England": "30 31 32"}, 2),
        ({"Kent": "33 3600 38"}, 3),
        ({"Kent": "42 0.65", "England": "40 53"}, 3),
        ({"Kent": "42 65 70", "England": "40 0.53 60"}, 6),
        ({"Kent": "0.321 33.0 34.8"}, 2),  # would go on as the others do
        ({"Kent": "0.85 88"}, 2),
    ],
)
def test_a_fraction_typed_among_percentages_is_an_error(tmp_path: Path, values: dict[str, str], line: int) -> None:
    assert judged(tmp_path, values) == [("error", "hundredfold", f"values.csv:{line}")]


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"Kent": "42 0.65"}, 3),  # one neighbour alone
        ({"Kent": "0.36", "England": "34"}, 2),  # none in time
        ({"Kent": "0.42 65"}, 2),
        ({"Kent": "0.2 30 33 36"}, 2),  # or a fast beginning
        ({"Kent": "0.4 0.5 36"}, 4),  # or a leap
        ({"Kent": "34 0.36", "England": "33 0.34"}, 3),  # a whole year of fractions
    ],
)
def test_what_one_witness_says_is_a_warning(tmp_path: Path, values: dict[str, str], line: int) -> None:
    assert judged(tmp_path, values)[0] == ("warning", "hundredfold", f"values.csv:{line}")


@pytest.mark.parametrize(
    ("unit", "values", "line"),
    [
        ("gbp", {"Kent": "£930m 940 £950m"}, 3),
        ("gbp", {"Kent": "£930m £940m £950bn"}, 4),
        ("gbp", {"Kent": "15.10 1530 15.50"}, 3),
        ("number", {"Kent": "1200 1210 1.22"}, 4),
        ("number", {"Kent": "1200 120000 1250"}, 3),
        ("gbp", {"Kent": "176000 1850", "England": "1600 1710"}, 2),  # of two, the one that no other area is like
        ("gbp", {"Kent": "302 31400", "England": "- 29800"}, 2),
    ],
)
def test_money_and_numbers_that_slipped_out_of_scale_are_errors(
    tmp_path: Path, unit: str, values: dict[str, str], line: int
) -> None:
    assert judged(tmp_path, values, unit) == [("error", "hundredfold", f"values.csv:{line}")]


@pytest.mark.parametrize(("row", "line"), [("12 1210", 3), ("1200 2900 14 1500", 4)])
def test_a_number_out_of_scale_that_may_have_moved_is_a_warning(tmp_path: Path, row: str, line: int) -> None:
    assert judged(tmp_path, {"Kent": row}, "number") == [("warning", "hundredfold", f"values.csv:{line}")]


def test_a_countrys_number_may_be_a_hundred_times_a_towns(tmp_path: Path) -> None:
    assert judged(tmp_path, {"Kent": "12 13", "England": "1200 1300"}, "number") == []


def test_the_message_says_beside_what(tmp_path: Path) -> None:
    report = read(tmp_path, {"lakes": {}}, "lakes Kent 2022 33\nlakes Kent 2023 0.36\nlakes Kent 2024 38")
    [problem] = problems(report)
    assert problem.message == "“lakes” is 0.36% for Kent in 2023, about 1/100 of the 33% of Kent in 2022 (values.csv:2)"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    row=st.lists(st.integers(10, 350).map(lambda tenth: f"{tenth / 10:.1f}"), min_size=1, max_size=6),
    unit=st.sampled_from(["percent", "number", "gbp"]),
)
def test_values_within_a_factor_of_thirty_are_never_told(tmp_path: Path, row: list[str], unit: str) -> None:
    assert judged(tmp_path, {"Kent": " ".join(row)}, unit) == []
