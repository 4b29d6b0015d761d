"""Clean lakes are 30% in 2021, 33% in 2022 and 36% now."""

from pathlib import Path

import pytest
from checks.report.rules.lakes_and_rent import PLACE, errors

from reportgen.checks.report.rules.periods_implied import problems


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Since 2021 Kent has a smaller share of clean lakes.", 1),
        ("A year ago Kent had a larger share of clean lakes.", 1),
        ("Since 2021 Kent has a larger share of clean lakes.", 0),
        ("In 2022 there was a larger share of clean lakes.", 0),  # than in 2021
    ],
)
def test_a_period_that_the_others_do_not_bear_out_is_an_error(tmp_path: Path, words: str, told: int) -> None:
    assert errors(problems, tmp_path, words) == [("error", "periods-together", PLACE)] * told
