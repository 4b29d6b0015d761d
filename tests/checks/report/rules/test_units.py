from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules.units import problems

WORDS = "narrative/foreword.md"
INDICATORS = {
    "warm": {"name": "Homes that can be kept warm", "counted": "residents"},
    "fires": {"name": "Fires in homes per 100,000 households", "unit": "number", "better": "lower"},
}
VALUES = "warm Kent 2023 84\nwarm England 2023 81\nfires Kent 2023 61.5\nfires England 2023 70.2"
FACTS = """\
id,value,unit,note
listed-lighthouses,4870,number,
empty-homes,6120,number,
loft-fund,6120,gbp,
ll-2,214,number,Local surgeries of landlords in 2023
"""
SERIES = "District,Surveyors,Paid (£m)\nDover,214,3.4\nDeal,127,2.1\n"
SETTINGS = REPORT.format(edition="2024", amber="1") + "tables:\n  - {id: surveys, title: Work, data: series/work.csv}\n"


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {"report.yaml": SETTINGS, "facts.csv": FACTS, "series/work.csv": SERIES}
    return found(problems, read(folder, INDICATORS, VALUES, files | {WORDS: f"# Foreword\n\n{words}\n"}))


@pytest.mark.parametrize(
    "words",
    [
        "The county has £32,500 students.",
        "The county has £32,500 more students studying maps.",
        "Some £12,400 cattle and sheep graze on the marshes.",
        "The force was £3,611 officers strong.",
        "At the national rate £9,300 more residents would be warm.",  # as `counted` says
        "In all £4,870 lighthouses are listed.",  # a fact
        "Last year £341 surveyors, most of them new, came to see.",  # a series
        "Those that are listed, the lighthouses, come to £4,870.",
        "Surgeries of landlords came to £214 in 2023.",  # a fact, by its note
        "Fires in homes stand at £61.50 per 100,000 households.",
        "Fires in homes stand at 61.5% per 100,000 households.",
    ],
)
def test_a_sign_on_what_is_counted_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "unit-on-count", f"{WORDS}:3")]


@pytest.mark.parametrize(
    "words",
    [
        "The county has 32,500 students, who cost £32,500 each.",
        "Each of the cattle would fetch £1,450 at the market.",
        "A £4.8m homes programme has begun, with £12,000 households grants.",
        "The fund gave £5,000 grants to surveyors and £250 awards to students.",
        "The loft fund, once meant for empty homes, holds £6,120.",
        "Dover was paid £3.4m for surveyors.",
        "A visit to a lighthouse costs £4.87 and lasts 61.5 minutes.",
        "The county spends £214,000 a year on surveyors.",
        "Pay is £13.50 workers say.",
    ],
)
def test_pounds_of_what_costs_money_are_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
