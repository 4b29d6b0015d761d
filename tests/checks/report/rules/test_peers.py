"""Kent is set against England and Surrey; Deal, Dover and Hythe have values of two of three measures."""

from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules import areas_together, ranks

INDICATORS = {
    "rent": {"name": "Weekly rent", "unit": "gbp", "better": "lower"},
    "burdened": {"name": "Renters who spend half of their income", "better": "lower"},
    "jobless": {"name": "16 and 17 year olds not in education or work (NEET)", "better": "lower"},
}
VALUES = """
rent Kent 2023 162
rent England 2023 171
rent Surrey 2023 190
rent Deal 2023 150
rent Dover 2023 180
rent Hythe 2023 140
burdened Kent 2023 20
burdened England 2023 23
jobless Kent 2023 5
jobless England 2023 6
jobless Surrey 2023 4
jobless Deal 2023 8
jobless Dover 2023 3
jobless Hythe 2023 7
"""
WORDS = "narrative/missions/homes.md"


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    report = read(folder, INDICATORS, VALUES, {WORDS: f"# Homes\n\n{words}\n"})
    return [*found(ranks.problems, report), *found(areas_together.problems, report)]


@pytest.mark.parametrize(
    "words",
    [
        "Rents are lowest in Hythe.",
        "Rents are lowest in Hythe and highest in Dover, among the districts.",
        "Of the three districts, Deal has the second lowest rents.",
        "Of the four districts, Kent has the second highest rents.",
        "Set beside England and Surrey, Kent has the lowest rents.",
        "In two of the three districts the weekly rent is below the national average.",
        "Every one of the four councils has a lower weekly rent than Surrey.",
        "None of the three neighbouring districts has higher rents than Surrey.",
        "Both Deal and Hythe are cheaper to rent in than Kent.",
        "Of the four districts, Deal has the largest share of 16 and 17 year olds who are NEET.",
        "Of the five districts, Deal has the lowest rents.",
    ],
)
def test_peers_in_their_order_pass(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Rents are lowest in Deal.", "rank"),
        ("Of the three districts, Deal has the lowest rents.", "rank"),
        ("Of the four districts, Kent has the highest rents.", "rank"),
        ("Set beside England and Surrey, Kent has the highest rents.", "rank"),
        ("Of the four districts, Kent has the largest share of 16 and 17 year olds who are NEET.", "rank"),
        ("In all three districts the weekly rent is below the national average.", "areas-together"),
        ("None of the three neighbouring districts has lower rents than Kent.", "areas-together"),
        ("Both Deal and Dover are cheaper to rent in than Kent.", "areas-together"),
    ],
)
def test_peers_in_another_order_are_an_error(tmp_path: Path, words: str, code: str) -> None:
    assert judged(tmp_path, words) == [("error", code, f"{WORDS}:3")]
