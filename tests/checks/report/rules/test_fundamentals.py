from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules import counts
from reportgen.checks.report.rules.fundamentals import problems


def judged(folder: Path, one: str, other: str, words: str = "None.") -> list[tuple[str, str, str]]:
    written = REPORT.format(edition="2024", amber="1")
    for text, name in (("Every home can be kept warm.", one), ("People learn for work all their lives.", other)):
        written = written.replace(f"{text}}}", f"{text}, fundamental: {name}}}")
    files = {"report.yaml": written, "narrative/foreword.md": f"# Foreword\n\n{words}\n"}
    report = read(folder, {"lakes": {}}, "lakes Kent 2023 36\nlakes England 2023 34", files)
    return [*found(problems, report), *found(counts.problems, report)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("Pride in place", "Pride in place"), ("Health for all", "Wealth for all"), ("Fair pay", "Fair access")),
        *(("Education", "Health"), ("Power and participation", "Power")),
    ],
)
def test_fundamentals_that_are_two_or_one_are_right(tmp_path: Path, one: str, other: str) -> None:
    assert judged(tmp_path, one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Pride in place", "Pride of place"), ("Education", "Eduction"), ("Fair pay for all", "Fair Pay for all")],
)
def test_a_fundamental_worded_in_two_ways_is_one_warning(tmp_path: Path, one: str, other: str) -> None:
    words = "The report has two aspirations, and the fundamentals are one, as our one fundamentals table shows."
    assert judged(tmp_path, one, other, words) == [("warning", "near-name", "report.yaml:17")]
