from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.points import problems

VALUES = """
lakes Kent 2021 30
lakes Kent 2022 33
lakes Kent 2023 36
lakes England 2023 34
lakes Surrey 2023 38
rent Kent 2022 150
rent Kent 2023 162.50
rent England 2023 171.00
"""
INDICATORS = {"lakes": {"name": "Clean lakes"}, "rent": {"name": "Weekly rent", "unit": "gbp", "better": "lower"}}
PLACE = "narrative/missions/homes.md:3"


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {"narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    return [one for one in found(problems, read(folder, INDICATORS, VALUES, files)) if one[0] == "error"]


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes rose by 6 percentage points between 2021 and 2023.",
        "The share of clean lakes rose by 20% between 2021 and 2023.",
        "Weekly rent is 5% lower than in England.",
    ],
)
def test_points_and_shares_of_where_a_change_began_are_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes rose by 6% between 2021 and 2023.",
        "The share of clean lakes is 2% above the national average.",
    ],
)
def test_percent_for_a_difference_of_percentages_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "percentage-points", PLACE)]
