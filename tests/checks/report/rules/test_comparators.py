from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.comparators import problems

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
        "The share of clean lakes is 2 points below Surrey.",
        'The national average of {{ value("lakes", "England") }} is lower.',
        'In Surrey it is {{ value("lakes", "Surrey") }}.',
        '{{ gap("lakes", "England", words=True) }} above the national average, in clean lakes.',
    ],
)
def test_a_figure_of_the_comparator_that_is_named_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        'The national average of {{ value("lakes", "Surrey") }} is higher.',
        'In Surrey it is {{ value("lakes", "England") }}.',
        'Clean lakes: {{ gap("lakes", "England", words=True) }} above Surrey.',
    ],
)
def test_a_figure_of_another_comparator_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "comparator", PLACE)]
