from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.followed_by import problems

WORDS = "narrative/missions/homes.md"
INDICATORS = {"warm": {"name": "Homes that can be kept warm"}}
VALUES = """
warm Kent 2023 84
warm England 2023 81
warm Surrey 2023 87
warm Essex 2023 79
"""


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    return found(problems, read(folder, INDICATORS, VALUES, {WORDS: f"# Homes\n\n{words}\n"}))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Surrey has the highest share of homes that can be kept warm, followed by Kent and Essex.", False),
        ("Surrey has the highest share of homes that can be kept warm, followed by Essex and Kent.", True),
        ("Essex has the lowest share of homes that can be kept warm, followed closely by Kent, then England.", True),
        ("Kent has the highest share of homes that can be kept warm, followed by Essex and Surrey.", False),  # ranks.py
    ],
)
def test_areas_that_follow_one_another_stand_in_the_order_of_their_values(
    tmp_path: Path, words: str, told: bool
) -> None:
    assert judged(tmp_path, words) == ([("error", "rank", f"{WORDS}:3")] if told else [])
