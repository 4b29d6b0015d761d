from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.told_twice import problems


def judged(folder: Path, first: str, second: str) -> list[tuple[str, str, str]]:
    files = {"narrative/foreword.md": f"# Foreword\n\n{first}\n", "narrative/conclusion.md": f"# End\n\n{second}\n"}
    return found(problems, read(folder, {"warm": {}}, "warm Kent 2023 65\nwarm England 2023 61", files))


def test_one_thing_told_by_two_figures_is_a_warning_at_the_later(tmp_path: Path) -> None:
    told = judged(tmp_path, "The harbour handles 340 ferries a week.", "Each week the harbour handles 430 ferries.")
    assert told == [("warning", "two-renderings", "narrative/conclusion.md:3")]


@pytest.mark.parametrize(
    "words",
    [
        "Each week the harbour handles some 350 ferries.",
        "In 2019 the harbour handled 430 ferries a week.",
        "In Surrey the harbour handles 430 ferries a week.",
        "The harbour handles 61 trawlers a week.",
        "The harbour should handle 430 ferries a week.",
        "The harbour handles 43% of ferries a week.",
    ],
)
def test_other_things_and_rounder_figures_are_let_be(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, "The harbour handles 340 ferries a week.", words) == []
