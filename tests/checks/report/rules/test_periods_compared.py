"""Clean lakes in Kent: 30% in 2021, then 33% and 36%; weekly rent £150 in 2022, then £162.50."""

from pathlib import Path

import pytest
from checks.report.rules.lakes_and_rent import PLACE, errors

from reportgen.checks.report.rules.periods_compared import problems


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes is lower than in 2021.",
        "Fewer lakes are clean lakes than a year earlier, and fewer than in Surrey.",
        "Clean lakes were rarer in 2022 than they had been in 2021.",
        "Lakes are less often clean than two years earlier.",
        "Weekly rent is cheaper than last year.",
        "Weekly rent is more affordable than it was a year before.",
        "Weekly rent is no higher than in 2022.",
        "The share of clean lakes is below its level of 2021.",
        "Compared with 2021, fewer lakes are clean lakes.",
    ],
)
def test_a_word_that_turns_two_periods_round_is_an_error(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == [("error", "periods-together", PLACE)]


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes is higher than in 2021.",
        "Lakes are more often clean than two years earlier.",
        "Weekly rent is less affordable than it was a year before.",
        "More lakes are clean lakes than a year earlier, though fewer than in Surrey.",
        "The share of clean lakes in England is lower than in 2021.",
        "Clean lakes are more humid than in 2021.",
        "The share of clean lakes is above where it was in 2021.",
        "Compared with 2021, more lakes are clean lakes.",
        "The wait for clean lakes is shorter than in 2021.",
        "The share of clean lakes is lower than in 2012.",
    ],
)
def test_what_is_borne_out_or_not_known_is_right(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == []
