from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.typed_wordings import problems

VALUES = "lakes Kent 2023 36\nlakes England 2023 31 - 2050\nlakes Surrey 2023 33"


def judged(folder: Path, ahead: str, **indicator: str) -> list[tuple[str, str, str]]:
    return found(
        problems, read(folder, {"lakes": {"name": "Lakes, 5 acres or more", "ahead": ahead, **indicator}}, VALUES)
    )


@pytest.mark.parametrize(
    "wording",
    [
        "{count} more {counted} than in {comparator} ({gap})",
        "36% are clean, and 31% in England",
        "5 percentage points above England and 3 above Surrey",
        "2,050 more than in England, where 5 acres or more are clean",
        "More than 35% are clean",
        "Ahead for 3 years",
    ],
)
def test_typed_figures_that_the_data_have_are_right(tmp_path: Path, wording: str) -> None:
    assert judged(tmp_path, wording) == []


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("36% are clean, and 34% in England", "figure-against-data"),
        ("6 percentage points above England", "figure-against-data"),
        ("2,500 more than in England", "figure-against-data"),
        ("5% above England", "percentage-points"),
    ],
)
def test_typed_figures_that_the_data_do_not_have_are_an_error(tmp_path: Path, wording: str, code: str) -> None:
    assert judged(tmp_path, wording) == [("error", code, "indicators.csv:2")]


def test_a_wording_that_is_not_printed_says_nothing(tmp_path: Path) -> None:
    assert judged(tmp_path, "Ahead", behind="9 percentage points below England") == []
