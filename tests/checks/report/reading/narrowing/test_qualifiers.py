"""What a sentence opens with may be qualified otherwise than in a measure's name: it is of another thing then."""

from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.values import problems

SOURCES = "survey: {text: Survey of passengers}\n"


def judged(folder: Path, words: str) -> list[str]:
    files = {"narrative/foreword.md": f"# Foreword\n\n{words}[^survey]\n", "sources.yaml": SOURCES}
    buses = {"glad": {"name": "Bus passengers satisfied with their journey", "source": "survey"}}
    return [severity for severity, _, _ in found(problems, read(folder, buses, "glad Kent 2023 79", files))]


@pytest.mark.parametrize(
    "words", ["Tram passengers are satisfied in 91% of cases.", "Ferry passengers were satisfied with 91% of journeys."]
)
def test_who_is_called_otherwise_is_not_asked(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Bus passengers are satisfied in 91% of cases.",
        "Most passengers on buses, 91%, are satisfied.",
        "On buses passengers are satisfied with 91% of journeys.",
    ],
)
def test_who_is_called_so_is(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == ["error"]
