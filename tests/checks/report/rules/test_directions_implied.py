from pathlib import Path

import pytest
from checks.report.rules.lakes_and_rent import PLACE, errors

from reportgen.checks.report.rules.directions_implied import problems


@pytest.mark.parametrize(
    "words",
    [
        "Of clean lakes we have 36%. In England it is 34%. That puts us behind.",
        "Weekly rent is £162.50 here and £171 in England, so rents are dearer in Kent.",
        "Of lakes, 36% are clean here and 34% in England, which means that fewer lakes are clean here.",
    ],
)
def test_what_the_figures_before_it_deny_is_an_error(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == [("error", "direction", PLACE)]


@pytest.mark.parametrize(
    "words",
    [
        "Of clean lakes we have 36%. In England it is 34%. That puts us ahead.",
        "Weekly rent is £162.50 here and £171 in England, so the rent here is lower.",
        "Weekly rent is £162.50 here and £171 in England, so more people rent in Kent.",
        "Of lakes, 36% are clean here and 34% in England, so there is more to do.",
        "Of lakes, 36% are clean here and 34% in England, which means that more lakes are clean here.",
    ],
)
def test_what_they_bear_out_and_what_is_of_something_else_is_right(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == []
