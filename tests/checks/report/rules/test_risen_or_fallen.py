from pathlib import Path

import pytest
from checks.report.rules.lakes_and_rent import PLACE, errors

from reportgen.checks.report.rules.risen_or_fallen import problems


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes has risen since 2021.",
        "Weekly rent has become dearer since 2022.",
        "The share of clean lakes has edged up since 2021.",
        "The share of clean lakes is higher than in 2021, which is no decline.",
        "Lakes have improved: 36% of clean lakes, after 33% the year before.",
        "Clean lakes are more common here than in England, and have become commoner since 2021.",
        "Weekly rent is lower than in England, where it has fallen since 2022.",
        "The take-up of clean lakes fell until 2021, and then rose again.",
        "The share of clean lakes went down by five points and then up by three.",
        "Kent's record on clean lakes has improved since 2021.",
        "Clean lakes had a record summer, and have become fewer since 2021.",
        "Weekly rent is dearer than in England, and has become cheaper in a year.",  # directions.py tells
    ],
)
def test_a_word_that_the_change_bears_out_is_right(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes has fallen since 2021.",
        "Weekly rent has become cheaper since 2022.",
        "Since 2022 weekly rent has become £12.50 cheaper.",
        "The share of clean lakes has dipped since 2021.",
        "The share of clean lakes is down 6 points on 2021.",
        "Clean lakes are more common here than in England, and have become rarer since 2021.",
        "The share of clean lakes lost 6 points in two years.",
        "The share of clean lakes worsened by three points.",
        "Weekly rent has become cheaper in a year.",
        "Kent's record on clean lakes has worsened, with 36% of them clean after 33% the year before.",
    ],
)
def test_a_word_that_turns_the_change_round_is_an_error(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == [("error", "direction", PLACE)]
