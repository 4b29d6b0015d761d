from pathlib import Path

import pytest
from checks.report.rules.lakes_and_rent import PLACE, errors

from reportgen.checks.report.rules.directions import problems


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
    assert errors(problems, tmp_path, words) == []


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
    assert errors(problems, tmp_path, words) == [("error", "direction", PLACE)]
