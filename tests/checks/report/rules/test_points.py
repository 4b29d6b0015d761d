from pathlib import Path

import pytest
from checks.report.rules.lakes_and_rent import PLACE, errors

from reportgen.checks.report.rules.points import problems


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes rose by 6 percentage points between 2021 and 2023.",
        "The share of clean lakes rose by 20% between 2021 and 2023.",
        "Weekly rent is 5% lower than in England.",
        "Of meadows 8% are mown here and 4% in Essex, a gap of 50%.",
        "Growth in weekly rent is 2 percentage points higher than in England.",
    ],
)
def test_points_and_shares_of_where_a_change_began_are_right(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes rose by 6% between 2021 and 2023.",
        "The share of clean lakes is 2% above the national average.",
        "Of meadows 8% are mown here and 4% in Essex, a gap of 4%.",
        "Weekly rent rose by 8 percentage points between 2022 and 2023.",
    ],
)
def test_percent_for_a_difference_of_percentages_is_an_error(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == [("error", "percentage-points", PLACE)]
