from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.swapped_areas import problems


def judged(folder: Path, ours: str, theirs: str) -> list[tuple[str, str, str]]:
    rows = [
        f"lakes {area} {2019 + at} {value}"
        for area, row in (("Kent", ours), ("England", theirs))
        for at, value in enumerate(row.split())
    ]
    return found(problems, read(folder, {"lakes": {}}, "\n".join(rows)))


@pytest.mark.parametrize(
    ("ours", "theirs", "line"),
    [("60 61 45", "42 43 62", 4), ("60 43 62", "42 61 45", 3), ("29.8 31.6 24.2", "31.0 27.5 32.1", 3)],
)
def test_values_that_go_on_where_the_other_area_was_are_a_warning(
    tmp_path: Path, ours: str, theirs: str, line: int
) -> None:
    assert judged(tmp_path, ours, theirs) == [("warning", "swapped-areas", f"values.csv:{line}")]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("60 61 62", "42 43 44"),
        ("60 45", "42 62"),  # which of two is it?
        ("40 50 60", "45 50 55"),  # overtaken
        ("21 26 26", "23 24 30"),  # ahead for a year
        ("29.8 27.5 32.1", "31.0 31.6 24.2"),
        ("8 8 9", "8 9 8"),
        ("60 61 -", "42 43 62"),
    ],
)
def test_values_that_cross_or_go_on_are_right(tmp_path: Path, ours: str, theirs: str) -> None:
    assert judged(tmp_path, ours, theirs) == []
