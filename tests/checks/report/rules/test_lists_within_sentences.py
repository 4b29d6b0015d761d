from pathlib import Path

import pytest
from checks.report.rules.lakes_and_rent import PLACE, errors

from reportgen.checks.report.rules.counts import problems


@pytest.mark.parametrize(
    "words",
    [
        "The survey names four barriers to being active: lack of time, cost, poor health and no place nearby.",
        "We heard of two groups: young couples, and older people who want to move to a smaller home.",
        "We heard of three wishes: better buses, parks and playgrounds, and safer streets.",
        "Calls answered within 6 seconds: Kent 84%, England and Wales 89%.",
        "Through 15 plans it serves what we want: fairness, good health and prosperity.",
        "There is one aim: to be fair, kind and quick.",
        "Three rivers are clean: the Stour is, and so are the Medway and the Darent.",
    ],
)
def test_a_list_within_a_sentence_that_has_as_many_as_announced_is_right(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The survey names five barriers to being active: lack of time, cost, poor health and no place nearby.",
        "Residents told us about six barriers: cost, time, confidence, childcare and travel.",
    ],
)
def test_a_list_within_a_sentence_that_has_fewer_is_an_error(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == [("error", "count", PLACE)]
