from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.renderings import problems

VALUES = "lakes Kent 2023 36\nlakes England 2023 31\nlakes Surrey 2023 33"


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {"narrative/foreword.md": f"# Foreword\n\n{words}\n"}
    return found(problems, read(folder, {"lakes": {"name": "Clean lakes"}}, VALUES, files))


@pytest.mark.parametrize("bound", ["gap('lakes', 'Surrey', words=True)", "value('lakes', 'Surrey')"])
def test_gaps_to_two_areas_are_two_figures(tmp_path: Path, bound: str) -> None:
    words = f"Clean lakes are 36% in Kent, 5 percentage points above England, and Surrey: {{{{ {bound} }}}}."
    assert judged(tmp_path, words) == []


def test_a_typed_gap_that_is_rounded_otherwise_than_the_bound_one_is_told(tmp_path: Path) -> None:
    words = "Clean lakes: {{ gap('lakes') }}. In Kent, clean lakes are 5.0 percentage points above England."
    assert judged(tmp_path, words) == [("warning", "two-renderings", "narrative/foreword.md:3")]
