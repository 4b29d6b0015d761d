"""Kent is ahead on one measure of homes (GREEN), and behind on two (RED); two of the three have risen."""

from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.measures_counted import problems

INDICATORS = {
    "warm": {},
    "dry": {"name": "Dry homes"},
    "new": {"name": "New homes"},
    "pay": {"mission": "work", "name": "Fair pay"},
}
VALUES = """
warm Kent 2022 64
warm Kent 2023 65
warm England 2023 61
dry Kent 2022 71
dry Kent 2023 70
dry England 2023 75
new Kent 2022 2
new Kent 2023 3
new England 2023 8
pay Kent 2023 50
pay England 2023 50
"""


def judged(folder: Path, words: str) -> list[tuple[str, str]]:
    files = {"narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    return [(severity, code) for severity, code, _ in found(problems, read(folder, INDICATORS, VALUES, files))]


@pytest.mark.parametrize(
    "words",
    [
        "Two of the three indicators are better than the national average.",
        "On none of the measures of this mission are we behind the national average.",
        "Most indicators are GREEN.",
        "Against the national average, two of our indicators are rated green.",
        "Of the three measures, only dry homes are ahead of the national average.",
        "Kent is behind the national average on every measure but dry homes.",
        "All but one of the indicators have fallen since 2022.",
        "Two of the three indicators for warm homes are better than the national average.",
        "Only one measure out of three is RED.",
        "Kent is ahead of its comparator on most of the three measures.",
    ],
)
def test_a_number_of_measures_that_does_not_bear_it_out_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "all-measures")]


@pytest.mark.parametrize(
    "words",
    [
        "Two of the three indicators are worse than the national average.",
        "Two of this mission's three indicators are worse than the national average.",
        "Most indicators are RED.",
        "Against the national average, one of our indicators is rated green.",
        "Of the three measures, only warm homes are ahead of the national average.",
        "Kent is behind the national average on every measure but warm homes.",
        "All but one of the indicators have risen since 2022.",
        "Three of the five indicators on damp are better than the national average.",
        "Two of the three indicators for warm homes are worse than the national average.",
        "Only one of the three homes indicators is better than the national average.",
        "Two of the three indicators should be better than the national average.",
    ],
)
def test_a_right_number_and_one_of_something_else_are_let_be(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
