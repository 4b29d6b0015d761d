from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.arithmetic import problems

VALUES = """
lakes Kent 2021 30
lakes Kent 2022 33
lakes Kent 2023 36
lakes England 2023 34
lakes Surrey 2023 38
rent Kent 2022 150
rent Kent 2023 162.50
rent England 2023 171.00
"""
INDICATORS = {"lakes": {"name": "Clean lakes"}, "rent": {"name": "Weekly rent", "unit": "gbp", "better": "lower"}}
PLACE = "narrative/missions/homes.md:3"


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {"narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    return [one for one in found(problems, read(folder, INDICATORS, VALUES, files)) if one[0] == "error"]


@pytest.mark.parametrize(
    "words",
    [
        "Of meadows, 47% are mown, against 50% in Essex (−3pp).",
        "Meadows that are mown rose from 40% to 47%, or by 7 points.",
        "Between 40% and 47% of meadows are mown, 7 points apart or more.",
    ],
)
def test_figures_that_fit_one_another_are_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Of meadows, 47% are mown, against 50% in Essex (−5pp).",
        "Meadows that are mown rose from 40% to 47%, or by 9 points.",
    ],
)
def test_a_difference_that_its_two_figures_do_not_give_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "arithmetic", PLACE)]
