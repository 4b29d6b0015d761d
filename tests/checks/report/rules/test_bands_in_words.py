from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.bands_in_words import problems

INDICATORS = {
    "lakes": {"name": "Clean lakes"},
    "hills": {"name": "Fenced hills", "amber_within": "3"},
    "rent": {"name": "Median weekly rent", "unit": "gbp", "better": "lower", "amber_within": "5"},
    "drains": {
        "name": "Blocked drains per 10,000 homes",
        "unit": "number",
        "better": "lower",
        "amber_within": "0.5",
        "comparators": "Surrey",
    },
}
VALUES = """
lakes Kent 2023 36
lakes England 2023 34
hills Kent 2023 53
hills England 2023 56
rent Kent 2023 160
rent England 2023 150
drains Kent 2023 4.1
drains England 2023 4.0
drains Surrey 2023 4.0
"""


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {"narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    return found(problems, read(folder, INDICATORS, VALUES, files))


@pytest.mark.parametrize(
    "words",
    [
        "Median weekly rent is AMBER up to £5 behind.",
        "For fenced hills the amber band is three percentage points.",
        "A measure is RED where it is worse by more than one percentage point.",
        "A measure that is three percentage points worse is RED.",
        "A measure 0.5 percentage points behind is AMBER.",
        "In the last edition the amber band was two percentage points.",
        "Clean lakes have no amber band of their own.",
        "Blocked drains per 10,000 homes are AMBER within 0.5 of Surrey.",
        "Blocked drains are judged against Surrey.",
        "Ratings are judged against England, and blocked drains are rated against Surrey.",
        "Fenced hills: AMBER means up to 3pp behind, RED worse by more than 3pp.",
        "Median weekly rent is AMBER: it is £10 above England's.",
    ],
)
def test_a_band_and_a_comparator_that_are_applied_are_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Median weekly rent is AMBER up to £15 behind.",
        "Median weekly rent may be up to £10 above the national average and still be AMBER.",
        "For fenced hills the amber band is one percentage point.",
        "A measure is RED where it is worse by more than two percentage points.",
        "A measure that is one percentage point worse is RED.",
        "A measure three percentage points behind is AMBER.",
        "Fenced hills have no amber band.",
        "Blocked drains per 10,000 homes are AMBER within 1.5 of Surrey.",
        "Blocked drains are judged against the national average.",
        "The ratings are judged against Surrey.",
    ],
)
def test_a_band_or_comparator_that_is_not_applied_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "rule-words", "narrative/missions/homes.md:3")]
