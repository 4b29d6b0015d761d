from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.periods_together import problems

VALUES = "lakes Kent 2020 30\nlakes Kent 2021 33\nlakes Kent 2022 36\nlakes Kent 2023 34\nlakes England 2023 34"


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {"narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    return found(problems, read(folder, {"lakes": {"name": "Clean lakes"}}, VALUES, files))


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes rose in both 2021 and 2022.",
        "The share of clean lakes fell in neither 2021 nor 2022.",
        "In England the share of clean lakes rose in both 2022 and 2023.",
        "The share of clean lakes rose in 2021 and 2022.",
        "The share of clean lakes rose in both 2020 and 2021.",  # before 2020 there is nothing
    ],
)
def test_what_both_periods_or_neither_bear_out_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes rose in both 2022 and 2023.",
        "The share of clean lakes fell in neither 2022 nor 2023.",
        "The share of clean lakes improved in both 2022 and 2023.",
    ],
)
def test_what_one_of_the_periods_denies_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "periods-together", "narrative/missions/homes.md:3")]
