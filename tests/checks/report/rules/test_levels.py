from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.levels import problems

VALUES = """
lakes Kent 2023 36
lakes England 2023 34
lakes Surrey 2023 36
lakes Essex 2023 31
"""


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {"narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    return found(problems, read(folder, {"lakes": {"name": "Clean lakes"}}, VALUES, files))


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes is level with that of Surrey.",
        "The share of clean lakes is almost the same as in England.",
        "The share of clean lakes is not on a par with Essex.",
        "Clean lakes are to match the national average by 2030.",
    ],
)
def test_what_is_level_or_not_said_to_be_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes is level with the national average.",
        "The share of clean lakes matches those of Surrey and Essex.",
        "The share of clean lakes in Essex is in line with Surrey.",
    ],
)
def test_what_differs_by_more_than_rounding_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "direction", "narrative/missions/homes.md:3")]
