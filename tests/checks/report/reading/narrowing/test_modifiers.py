"""What words add to a measure: then they may speak of a part of it, and a figure of that part is no error."""

from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.values import problems

SOURCES = "atlas: {text: Atlas of homes}\nboard: {text: Papers of the board}\n"


def judged(folder: Path, words: str) -> list[str]:
    files = {"narrative/foreword.md": f"# Foreword\n\n{words}\n", "sources.yaml": SOURCES}
    warm = {"warm": {"name": "Homes that are warm", "source": "atlas"}}
    return [
        severity
        for severity, _, _ in found(problems, read(folder, warm, "warm Kent 2023 65\nwarm England 2023 61", files))
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The smallest warm homes make up 12%.",
        "Warm homes that the council heats make up 12%.",
        "Homes with solar panels are often warm, 82% of them.",
        "Homes facing north fare far worse: 42% of them are warm.[^atlas]",
        "Warm homes are rarest among tenants, at 42%.",
        "In Kent 42% of homes are warm.[^board]",
        "The north alone has 42% of homes warm.",
        "Warm homes are commoner in new estates, where 92% of homes are warm.[^atlas]",
        "For private tenants in flats the share of homes that are warm is 42%.[^atlas]",
        "On hills 42% of homes are warm.[^atlas]",
        "Damp is another story: 42% of homes have it and are not warm.[^atlas]",
        "Insulation of warm homes reaches 92%.[^atlas]",
    ],
)
def test_a_figure_of_a_part_is_no_error(tmp_path: Path, words: str) -> None:
    assert "error" not in judged(tmp_path, words)


@pytest.mark.parametrize(
    "words",
    [
        "In Kent 42% of homes are warm.[^atlas]",
        "The share of homes that are warm is 42%.",
        "Our homes do well: 42% of them are warm.",
    ],
)
def test_a_figure_of_the_whole_is_one(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == ["error"]
