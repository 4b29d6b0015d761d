from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.headcounts import problems

WORDS = "narrative/missions/homes.md"
FEWER = "{count} fewer {counted} at their books than the {comparator} implies ({gap})"
INDICATORS = {
    "warm": {"name": "Homes that can be kept warm", "counted": "homes"},
    "damp": {"name": "Households that live with damp", "counted": "households", "better": "lower"},
    "learn": {"name": "Adults learning for work", "counted": "adults", "mission": "work", "behind": FEWER},
}
VALUES = """
warm Kent 2022 80 640000
warm Kent 2023 84 650000
warm England 2023 81
warm Surrey 2023 88
damp Kent 2023 12 610000
damp England 2023 9 - 18700
damp Surrey 2023 7
learn Kent 2023 33 1100000
learn England 2023 36
"""
ERROR, WARNING = "figure-against-data", "unsure-figure"


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    return found(problems, read(folder, INDICATORS, VALUES, {WORDS: f"# Homes\n\n{words}\n"}))


@pytest.mark.parametrize(
    "words",
    [
        "Were Kent at the level of England, 19,500 fewer homes could be kept warm.",
        "If no more households than in England lived with damp, some 18,700 fewer households would live with damp.",
        "Kent is three points ahead of England on homes that can be kept warm. That is equivalent to 19,500 homes.",
        "For Kent to reach Surrey, about 26,000 more homes would have to be kept warm.",
        "At the national rate, 33,000 more adults would be learning for work.",
        "In Kent 84% of homes can be kept warm, which is 546,000 of the 650,000.",
        "Kent has 33,000 fewer adults at their books than England implies.",
        "Compared with England, 33,000 adults too few are at their books.",
        "On adults learning for work Kent is 3 percentage points behind England, or 33,000 adults.",
        "Some 240,000 homes more than in 2001 can be kept warm.",
        "The county plans 12,000 more homes that can be kept warm.",
        "If Surrey were at the level of England, 31,000 fewer homes could be kept warm.",
        "In Dover 300 more households live with damp than in Deal.",
        "Of the homes that can be kept warm 4,000 are let.",
        "On England's figure, 19,500 fewer homes would be kept warm enough.",
        "For the stoves to pay, 6,500 more homes would have to buy them, as in England.",
        "Over three years the scheme let 2,300 more adults be learning for work.",
        "The grant kept 2,100 more homes warm last year.",
    ],
)
def test_what_the_data_say_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Were Kent at the level of England, 91,500 fewer homes could be kept warm.",
        "Kent has 35,000 fewer adults at their books than England implies.",
        "Adults at their books number 31,000 fewer than England implies.",
        "Kent has 81,700 more households in wet rooms than England implies.",
        "If no more households than in England lived with damp, some 17,800 fewer households would live with damp.",
        "Kent is three points ahead of England on homes that can be kept warm. That is equivalent to 15,900 homes.",
        "For Kent to reach Surrey, about 60,000 more homes would have to be kept warm.",
        "At the national rate, over 40,000 more adults would be learning for work.",
        "On adults learning for work Kent is 3 percentage points behind England, or 23,000 adults.",
        "On England's figure, 91,500 fewer homes would be kept warm enough.",
        "To match England, fifty more adults would need to be learning for work.",
    ],
)
def test_another_count_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", ERROR, f"{WORDS}:3")]


def test_what_rounding_may_explain_is_a_warning(tmp_path: Path) -> None:
    """88% and 84% may be 87.6% and 84.4%, and no table prints the absolute gap to the second comparator."""
    words = "For Kent to reach Surrey, 22,100 more homes would have to be kept warm."
    assert judged(tmp_path, words) == [("warning", WARNING, f"{WORDS}:3")]


def test_more_where_the_gap_statement_says_fewer_is_an_error(tmp_path: Path) -> None:
    words = "Kent has 33,000 more adults at their books than England implies."
    assert judged(tmp_path, words) == [("error", "direction", f"{WORDS}:3")]
    more = "At England's rate, 18,700 more households would live with damp."
    assert judged(tmp_path, more) == [("error", "direction", f"{WORDS}:3")]
    assert judged(tmp_path, "To match England, 18,700 more households would have to leave damp homes.") == []
    assert judged(tmp_path, "At England's rate Kent would have 33,000 more adults at their books.") == []
