from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.directions import problems

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
        "The share of clean lakes is above the national average.",
        "The share of clean lakes is lower than in Surrey.",
        "The share of clean lakes has risen since 2021.",
        "Weekly rent is cheaper than in England.",
        "Weekly rent is more affordable than in England.",
        "Weekly rent has become dearer since 2022.",
        "Weekly rent rose faster than in England.",
        "Of clean lakes we have 36%. In England it is 34%. That puts us ahead.",
        "If the share of clean lakes were below the national average, we would say so.",
    ],
)
def test_a_word_that_the_gap_or_change_bears_out_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes is below the national average.",
        "The share of clean lakes is higher than in Surrey.",
        "The share of clean lakes has fallen since 2021.",
        "Weekly rent is dearer than in England.",
        "Weekly rent is less affordable than in England.",
        "Weekly rent has become cheaper since 2022.",
        "Of clean lakes we have 36%. In England it is 34%. That puts us behind.",
    ],
)
def test_a_word_that_turns_the_gap_or_change_round_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "direction", PLACE)]
