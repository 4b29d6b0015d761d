from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.names_called import problems

HOMES, WORK = "narrative/missions/homes.md", "narrative/missions/work.md"


def judged(folder: Path, words: str, heading: str = "Warm homes that people can afford") -> list[tuple[str, str, str]]:
    files = {HOMES: f"# {heading}\n\n{words}\n"}
    indicator = {"lakes": {"name": "Median weekly rent of a studio in the county"}}
    return found(problems, read(folder, indicator, "lakes Kent 2023 36\nlakes England 2023 34", files))


@pytest.mark.parametrize(
    "words",
    [
        "The measure “Median weekly rent of a studio in the county” is new, and so is the mission “Good work”.",
        "The measure is called “Median weekly rent” for short.",
        "The mission “Good work in every place” is one word apart.",  # names_alike.py tells it
        "A paper, “Median weekly rents of studios in a county”, says so.",
        "The measure has a title, “How studios are let and what is asked for them”.",
    ],
)
def test_names_parts_of_them_and_other_titles_are_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("The measure “Median weekly rents of studios in the county” is new.", 3),
        ("New is the aspiration “People learn for their work through all their lives”.", 3),
    ],
)
def test_a_name_some_words_apart_is_a_warning(tmp_path: Path, words: str, line: int) -> None:
    assert judged(tmp_path, words) == [("warning", "near-name", f"{HOMES}:{line}")]


def test_a_missions_heading_some_words_apart_is_a_warning(tmp_path: Path) -> None:
    told = judged(tmp_path, "Words.", heading="Mission 1: Warm homes that people are able to afford")
    assert told == [("warning", "near-name", f"{HOMES}:1")]
    assert judged(tmp_path, "Words.", heading="Homes that people like") == []
