from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.fact_lengths import problems

FACTS = """\
id,value,unit,source,note
bakery-growth,38,percent,,growth of bakeries on the high street over ten years
calls-answered,92.4,percent,,calls to the bakery line answered within four minutes
"""


def judged(folder: Path, words: str) -> list[tuple[str, str]]:
    files = {"facts.csv": FACTS, "narrative/foreword.md": f"# Foreword\n\n{words}\n"}
    report = read(folder, {"warm": {}}, "warm Kent 2023 65\nwarm England 2023 61", files)
    return [(severity, code) for severity, code, _ in found(problems, report)]


@pytest.mark.parametrize(
    "words",
    [
        "The number of bakeries on the high street grew by 38% in five years.",
        'Bakeries on the high street grew by {{ fact("bakery-growth") }} over the last 20 years.',
        "Of calls to the bakery line 92.4% were answered within ten minutes.",
    ],
)
def test_another_length_than_the_facts_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "figure-against-data")]


@pytest.mark.parametrize(
    "words",
    [
        "Bakeries on the high street grew by 38% in ten years, and calls to their line are 40% up in five years.",
        "Of calls to the bakery line 92.4% were answered within four minutes, nearly all within ten minutes.",
        "Bakeries on the high street grew by 38%. In five years there may be more.",
        "Bakeries on the high street should grow by 38% in five years.",
    ],
)
def test_the_facts_length_and_those_of_other_figures_are_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
