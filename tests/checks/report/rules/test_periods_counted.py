"""Clean lakes in Kent: 30% in 2020, then 33%, 36% and 34%; in England 34% all along."""

from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.periods_counted import problems

YEARS = {"2020": 30, "2021": 33, "2022": 36, "2023": 34}
VALUES = "\n".join(f"lakes Kent {year} {value}\nlakes England {year} 34" for year, value in YEARS.items())


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {"narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    return found(problems, read(folder, {"lakes": {"name": "Clean lakes"}}, VALUES, files))


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes rose in each of the last two years.",
        "The share of clean lakes has risen every year since 2020.",
        "The share of clean lakes has risen three years running.",
        "The share of clean lakes went up for the second year running.",
        "The share of clean lakes in 2023 was the highest of the four years.",
        "The share of clean lakes was above the national average in none of the four years.",
        "The share of clean lakes was higher in 2023 than in either 2021 or 2022.",
    ],
)
def test_what_one_of_the_periods_denies_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "periods-together", "narrative/missions/homes.md:3")]


@pytest.mark.parametrize(
    "words",
    [
        "In England the share of clean lakes rose in each of the last two years.",
        "The share of clean lakes should rise every year from 2023.",
        "The share of clean lakes in 2023 was the second highest of the four years.",
        "The share of clean lakes was above the national average in one of the four years.",
        "The share of clean lakes was higher in 2023 than in either 2020 or 2021.",
    ],
)
def test_what_each_of_them_bears_out_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
