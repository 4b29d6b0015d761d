from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.appositions import problems

VALUES = """
lakes Kent 2021 30
lakes Kent 2022 33
lakes Kent 2023 36
lakes England 2023 34
lakes Surrey 2023 38
rent Kent 2022 150
rent Kent 2023 162.50
rent England 2023 171.00
"""
INDICATORS = {"lakes": {"name": "Clean lakes"}, "rent": {"name": "Weekly rent", "unit": "gbp", "better": "lower"}}
PLACE = "narrative/missions/homes.md:3"


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    facts = "id,value,unit\nmown,36,percent\n"
    files = {"narrative/missions/homes.md": f"# Homes\n\n{words}\n", "facts.csv": facts}
    return [one for one in found(problems, read(folder, INDICATORS, VALUES, files)) if one[0] == "error"]


@pytest.mark.parametrize(
    "words",
    [
        'More than a third ({{ fact("mown") }}) are mown.',
        'Under half, {{ fact("mown") }}, are mown.',
        'A third of meadows, and {{ fact("mown") }} of banks, are mown.',
    ],
)
def test_words_that_say_the_figure_beside_them_are_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        'More than half ({{ fact("mown") }}) of those looked at are fine.',
        'Fewer than a third ({{ fact("mown") }}) of those looked at are fine.',
    ],
)
def test_words_that_cannot_be_the_figure_beside_them_are_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "figure-against-data", PLACE)]
