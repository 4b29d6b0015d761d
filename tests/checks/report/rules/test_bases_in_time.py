from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.bases_in_time import problems


def judged(folder: Path, bases: str) -> list[tuple[str, str, str]]:
    rows = "\n".join(f"lakes Kent {2019 + at} 36 {base}" for at, base in enumerate(bases.split()))
    return found(problems, read(folder, {"lakes": {}}, rows))


@pytest.mark.parametrize("bases", ["51200", "51200 51700 52300", "51200 - 70000", "40 310 52", "5000 9000 14000 26000"])
def test_bases_that_move_as_populations_do_are_right(tmp_path: Path, bases: str) -> None:
    assert judged(tmp_path, bases) == []


@pytest.mark.parametrize(
    ("bases", "severity", "line"),
    [("51200 51700 5230", "error", 4), ("512000 51700 52300", "error", 2), ("51200 5170", "warning", 3)],
)
def test_a_base_with_a_digit_too_few_or_too_many_is_told(tmp_path: Path, bases: str, severity: str, line: int) -> None:
    assert judged(tmp_path, bases) == [(severity, "common-base", f"values.csv:{line}")]


def test_of_two_bases_the_one_that_its_count_contradicts_is_an_error(tmp_path: Path) -> None:
    rows = "lakes Kent 2022 8 51200\nlakes Kent 2023 8 5120\nlakes England 2023 4 - 2048"
    assert found(problems, read(tmp_path, {"lakes": {}}, rows)) == [("error", "common-base", "values.csv:3")]
    rows = "lakes Kent 2022 8 51200\nlakes Kent 2023 8 512000\nlakes England 2023 4 - 20480"
    assert found(problems, read(tmp_path, {"lakes": {}}, rows)) == [("warning", "common-base", "values.csv:3")]
