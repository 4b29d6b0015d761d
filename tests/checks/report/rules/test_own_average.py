from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules.own_average import problems

PLACE = "narrative/missions/homes.md:3"
REGION = REPORT.format(edition="2024", amber="1").replace("Kent", "North East")
VALUES = "indicator,area,period,value\nlakes,North East,2023,36\nlakes,England,2023,34\nlakes,Surrey,2023,38\n"


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {"report.yaml": REGION, "values.csv": VALUES, "narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    return found(problems, read(folder, {"lakes": {"name": "Clean lakes"}}, "", files))


@pytest.mark.parametrize(
    "words",
    [
        "Our 36% of clean lakes are two points above the regional average.",
        "Of lakes, 36% are clean lakes, against a regional average of 34%.",
    ],
)
def test_a_region_that_is_set_against_the_regional_average_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "comparator", PLACE)]


@pytest.mark.parametrize(
    "words",
    [
        "Our 36% of clean lakes are two points above the national average.",
        "The regional average for clean lakes is 36%.",
        "Surrey’s 38% of clean lakes are two points above the regional average.",
        "Of lakes in Durham 34% are clean lakes, against a regional average of 36%.",
    ],
)
def test_the_regional_average_is_the_regions_own(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
