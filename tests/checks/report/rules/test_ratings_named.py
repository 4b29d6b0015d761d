"""Clean lakes are ahead of England (GREEN), and weekly rent is too."""

from pathlib import Path

import pytest
from checks.report.rules.lakes_and_rent import PLACE, errors

from reportgen.checks.report.rules.ratings_named import problems


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes is two points above the national average and is therefore rated GREEN.",
        "Weekly rent is rated green.",
        "The share of clean lakes was RED a decade ago.",
        "If the share of clean lakes fell to 30%, it is rated RED.",
        "Against Surrey the share of clean lakes is RED.",
        "A measure such as clean lakes is RED where it is behind.",
        "None of our measures but clean lakes is RED.",
    ],
)
def test_the_rating_of_a_measure_passes(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes is two points above the national average and is therefore rated AMBER.",
        "Weekly rent is still rated red.",
    ],
)
def test_another_rating_is_an_error(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == [("error", "rating-words", PLACE)]
