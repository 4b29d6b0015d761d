from pathlib import Path

import pytest
from checks.report.rules.lakes_and_rent import PLACE, errors

from reportgen.checks.report.rules.arithmetic import problems


@pytest.mark.parametrize(
    "words",
    [
        "Of meadows, 47% are mown, against 50% in Essex (−3pp).",
        "Meadows that are mown rose from 40% to 47%, or by 7 points.",
        "Between 40% and 47% of meadows are mown, 7 points apart or more.",
        "Mown meadows went up by 110, from 1,890 to 2,000.",
        "Mown meadows more than doubled, from 64 to 148.",
        "Mowing went up by about 9%, from £22 to £24.",
        "Meadows that are mown make up 47%, more than the 40% seen in Essex.",
        "The gap in mown meadows has narrowed: in 2022 it was 4.3 points, in 2023 it was 2.6.",
        "The gap has widened: in 2022 the lead in mown meadows was 4.3 points, in 2023 it was 2.6.",
        "On meadows Essex has gained two places, going from 24th to 22nd.",
    ],
)
def test_figures_that_fit_one_another_are_right(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Of meadows, 47% are mown, against 50% in Essex (−5pp).",
        "Meadows that are mown rose from 40% to 47%, or by 9 points.",
        "Mown meadows went up by 110, from 1,890 to 2,040.",
        "Mown meadows trebled, from 64 to 128.",
        "Mowing went up by about 20%, from £22 to £24.",
    ],
)
def test_a_difference_that_its_two_figures_do_not_give_is_an_error(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == [("error", "arithmetic", PLACE)]


def test_a_gap_that_widens_while_its_dated_figures_fall_is_an_error(tmp_path: Path) -> None:
    for words in ("in 2022 it was 4.3 points, in 2023 it was 2.6", "it is 2.6 points now and was 4.3 in 2022"):
        told = f"The gap in mown meadows has widened: {words}."
        assert errors(problems, tmp_path, told) == [("error", "direction", PLACE)]


def test_places_that_are_lost_where_they_are_gained_are_an_error(tmp_path: Path) -> None:
    for words in ("has lost two places, going from 24th to 22nd", "was seen to slip by a place, from 20th to 19th"):
        assert errors(problems, tmp_path, f"On meadows Essex {words}.") == [("error", "direction", PLACE)]
