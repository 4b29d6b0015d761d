"""Words that compare two areas, against the columns that a series has for them."""

from pathlib import Path

import pytest
from checks.report.editions import REPORT, read

from reportgen.checks.report.rules.series_directions import problems

TENURE = "Tenure,Kent (%),England (%)\nOwned outright,47.2,32.5\nSocial rent,13.8,17.1\nShared ownership,1.0,1.0\n"


FIGURES = "figures:\n  - {id: tenure, title: Tenure, kind: bar, data: series/tenure.csv, alt: Bars.}\n"


def told(folder: Path, words: str) -> list[str]:
    files = {
        "report.yaml": REPORT.format(edition="2024", amber="1") + FIGURES,
        "series/tenure.csv": TENURE,
        "narrative/foreword.md": f"# Foreword\n\n{words}\n",
    }
    report = read(folder, {"warm": {}}, "warm Kent 2023 65\nwarm England 2023 61", files)
    return [one.message for one in problems(report)]


@pytest.mark.parametrize(
    "words",
    [
        "Social renting is more common in Kent than in England.",
        "Social renting is more common here than nationally.",
        "Shared ownership is less common in Kent than in England.",
    ],
)
def test_a_comparison_that_the_cells_deny_is_told(tmp_path: Path, words: str) -> None:
    [message] = told(tmp_path, words)
    assert "the words say" in message and "for Kent" in message and "for England" in message


@pytest.mark.parametrize(
    "words",
    [
        "Social renting is less common in Kent than in England.",
        "In 2001 social renting was more common in Kent than in England.",
        "Social renting is more common in Surrey than in England.",
        "Social renting should be more common in Kent than in England.",
        "Renting is more common in Kent than in England.",
    ],
)
def test_what_the_cells_bear_out_or_do_not_know_is_left_alone(tmp_path: Path, words: str) -> None:
    assert told(tmp_path, words) == []
