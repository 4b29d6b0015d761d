"""Kent is ahead on one measure of homes (GREEN), behind on two (RED), and level with England on the one of work."""

from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.rating_counts import problems

INDICATORS = {
    "warm": {},
    "dry": {"name": "Dry homes"},
    "new": {"name": "New homes"},
    "pay": {"mission": "work", "name": "Fair pay"},
}
VALUES = """
warm Kent 2023 65
warm England 2023 61
dry Kent 2023 70
dry England 2023 75
new Kent 2023 3
new England 2023 8
pay Kent 2023 50
pay England 2023 50
"""


def judged(folder: Path, part: str, words: str) -> list[tuple[str, str]]:
    files = {f"narrative/{part}.md": f"# Chapter\n\n{words}\n"}
    return [(severity, code) for severity, code, _ in found(problems, read(folder, INDICATORS, VALUES, files))]


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("executive-summary", "Two of our indicators are rated green."),
        ("missions/homes", "Only two of the three housing measures are rated GREEN."),
        ("missions/homes", "Two of the three measures are rated GREEN."),
        ("missions/homes", "Two are GREEN and one is RED."),
        ("executive-summary", "In Mission 1 two measures are GREEN."),
        ("conclusion", "Three of four indicators are RED."),
        ("executive-summary", "One measure is GREEN, two are AMBER and two are RED."),
        ("executive-summary", "In “Warm homes that people can afford” one measure is RED."),
        ("executive-summary", "Two indicators are rated RED, one of them about work."),
        ("missions/homes", "Two of this mission’s three indicators are rated GREEN and one RED."),
        ("executive-summary", "Of the four measures in the summary table, two are GREEN and two RED."),
    ],
)
def test_a_wrong_number_is_told_once(tmp_path: Path, part: str, words: str) -> None:
    assert judged(tmp_path, part, words) == [("error", "count")]


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("executive-summary", "One of our indicators is rated green, one amber and two red."),
        ("missions/homes", "Two of the three measures are rated RED, and one is GREEN."),
        ("missions/homes", "Last year two were GREEN."),
        ("executive-summary", "One of the two missions has two measures that are RED."),
        ("executive-summary", "In Mission 1 two measures are RED."),
        ("missions/homes", "All three measures are GREEN."),
        ("missions/homes", "None of the three measures is AMBER."),
        ("conclusion", "Two of four indicators are RED."),
        ("executive-summary", "One measure is GREEN, one is AMBER and two are RED."),
        ("executive-summary", "In Mission 2, one measure is AMBER."),
        ("executive-summary", "Of the measures on damp, one is GREEN and three are RED."),
        ("executive-summary", "The bus is at two red lights."),
        ("executive-summary", "Two indicators are rated RED, two of them about homes."),
        ("missions/homes", "One of this mission’s three indicators is rated GREEN and two RED."),
        ("missions/work", "Every one of the three is rated RED."),
        ("executive-summary", "Four indicators are rated against the national average."),
    ],
)
def test_right_numbers_and_those_of_something_else_are_let_be(tmp_path: Path, part: str, words: str) -> None:
    assert judged(tmp_path, part, words) == []
