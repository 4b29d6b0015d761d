"""Kent is behind England on both measures of homes."""

from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.together import problems

VALUES = "warm Kent 2023 60\nwarm England 2023 65\ndry Kent 2023 70\ndry England 2023 75"


def judged(folder: Path, words: str) -> list[tuple[str, str]]:
    files = {"narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    report = read(folder, {"warm": {}, "dry": {"name": "Dry homes"}}, VALUES, files)
    return [(severity, code) for severity, code, _ in found(problems, report)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Kent is behind the national average on all three.", "count"),
        ("All four are rated RED.", "count"),
        ("Kent is ahead of the national average on both.", "all-measures"),
        ("Kent is ahead on both.", "all-measures"),
        ("Kent is ahead of England on both, and both are rated {{ rating('warm') }}.", "all-measures"),
    ],
)
def test_what_all_measures_cannot_be_is_an_error(tmp_path: Path, words: str, code: str) -> None:
    assert judged(tmp_path, words) == [("error", code)]


@pytest.mark.parametrize(
    "words",
    [
        "Kent is behind the national average on both.",
        "All two are rated RED.",
        "All five of our towns took part.",
        "Three homes in ten have no gutters at all, more than in England.",
        "Kent is behind on both: one is AMBER and one is RED.",
    ],
)
def test_what_they_are_and_what_others_are_is_let_be(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
