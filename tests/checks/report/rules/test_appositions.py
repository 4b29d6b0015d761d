from pathlib import Path

import pytest
from checks.report.rules.lakes_and_rent import PLACE, errors

from reportgen.checks.report.rules.appositions import problems

FACTS = {"facts.csv": "id,value,unit\nmown,36,percent\n"}


@pytest.mark.parametrize(
    "words",
    [
        'More than a third ({{ fact("mown") }}) are mown.',
        'Under half, {{ fact("mown") }}, are mown.',
        'A third of meadows, and {{ fact("mown") }} of banks, are mown.',
    ],
)
def test_words_that_say_the_figure_beside_them_are_right(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words, FACTS) == []


@pytest.mark.parametrize(
    "words",
    [
        'More than half ({{ fact("mown") }}) of those looked at are fine.',
        'Fewer than a third ({{ fact("mown") }}) of those looked at are fine.',
    ],
)
def test_words_that_cannot_be_the_figure_beside_them_are_an_error(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words, FACTS) == [("error", "figure-against-data", PLACE)]
