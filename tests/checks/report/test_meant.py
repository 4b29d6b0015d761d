"""A value typed a hundred times too small is told of once, and the words are held against what was meant."""

from pathlib import Path

import pytest
from checks.report.editions import read

from reportgen.checks.report.check import check_report
from reportgen.problems import Problems

VALUES = "lakes Kent 2021 30\nlakes Kent 2022 {}\nlakes Kent 2023 36\nlakes England 2023 31"
WORDS = "# Foreword\n\nThe share of clean lakes in Kent rose from {} in 2022 to 36% in 2023.\n"


@pytest.mark.parametrize(
    ("value", "said", "places"),
    [
        ("33", "33%", []),
        ("0.33", "33%", ["values.csv:3"]),
        ("0.33", "38%", ["narrative/foreword.md:3", "values.csv:3"]),
        ("3300", "33%", ["values.csv:3"]),
    ],
)
def test_words_that_say_what_was_meant_are_right(tmp_path: Path, value: str, said: str, places: list[str]) -> None:
    files = {"narrative/foreword.md": WORDS.format(said)}
    report = read(tmp_path, {"lakes": {"name": "Clean lakes"}}, VALUES.format(value), files)
    assert [str(one.place) for one in check_report(report, Problems()).problems if one.severity == "error"] == places
