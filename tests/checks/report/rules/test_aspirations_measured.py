"""Two aspirations: one with two measures, one with a single one."""

from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.aspirations_measured import problems

INDICATORS = {
    "warm": {"aspirations": "warm"},
    "dry": {"name": "Dry homes", "aspirations": "warm"},
    "pay": {"mission": "work", "name": "Fair pay", "aspirations": "skills"},
}
VALUES = "\n".join(f"{key} Kent 2023 65\n{key} England 2023 61" for key in INDICATORS)


def judged(folder: Path, words: str) -> list[tuple[str, str]]:
    files = {"narrative/introduction.md": f"# Introduction\n\n{words}\n"}
    return [(severity, code) for severity, code, _ in found(problems, read(folder, INDICATORS, VALUES, files))]


@pytest.mark.parametrize(
    "words",
    ["Every aspiration has two measures.", "One of the aspirations has no indicator.", "Each has its own measure."],
)
def test_only_a_number_of_measures_that_not_each_has_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == ([] if words.startswith("Each") else [("error", "count")])


def test_one_measure_may_be_one_of_several(tmp_path: Path) -> None:
    assert judged(tmp_path, "Every aspiration has a measure, and one of the aspirations has two measures.") == []
