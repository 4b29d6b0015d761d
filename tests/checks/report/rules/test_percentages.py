from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules.percentages import problems

WORDS = "narrative/foreword.md"
VALUES = "warm Kent 2023 84\nwarm England 2023 81"


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    return found(problems, read(folder, {"warm": {}}, VALUES, {WORDS: f"# Foreword\n\n{words}\n"}))


@pytest.mark.parametrize(
    "words",
    [
        "In the survey 118% of tenants were content.",
        "The survey got an answer from 104% of the households that were asked.",
        "The control room took 246,000% of 999 calls.",
        "Of the calls, 107% were answered.",
        "The share of tenants who answered came to 107% of the tenants.",
        "Rents went up. Still 140% of landlords found tenants.",
    ],
)
def test_a_share_above_the_whole_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "percentage-over-100", f"{WORDS}:3")]


@pytest.mark.parametrize(
    "words",
    [
        "Rents have grown by 140% since 1999.",
        "Prices stood at 104% of their level in 2020.",
        "Pay is 112% of the national average.",
        "A couple on 150% of the poverty line gets nothing.",
        "The grant pays 120% of the costs that were foreseen.",
        "Output is 105% of 2019 output.",
        "Applications for the grant came to 140% of the places on offer.",
        "Last year entries were equal to 140% of the seats.",
        "In the survey 100% of tenants were content.",
        "| Rent, compared with 2015 |\n|---|\n| 118% |",
    ],
)
def test_what_is_measured_against_a_level_may_be_above_it(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


def test_a_figure_that_the_data_contradict_is_told_once(tmp_path: Path) -> None:
    assert judged(tmp_path, "In Kent 118% of homes are warm homes.") == []


def test_a_share_in_a_series_is_none_above_the_whole(tmp_path: Path) -> None:
    settings = "figures:\n  - {id: mix, title: Mix, kind: bar, data: series/mix.csv, alt: Bars.}\n"
    cells = "Home,Share of all homes (%),Growth since 2015 (%)\nFlats,112,140\nHouses,88,102\n"
    settings = REPORT.format(edition="2024", amber="1") + settings
    report = read(tmp_path, {"warm": {}}, VALUES, {"report.yaml": settings, "series/mix.csv": cells})
    assert found(problems, report) == [("error", "percentage-over-100", "series/mix.csv:2")]
