from pathlib import Path

import pytest
from checks.report.rules.lakes_and_rent import PLACE, errors

from reportgen.checks.report.rules.comparators import problems


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes is 2 points below Surrey.",
        'The national average of {{ value("lakes", "England") }} is lower.',
        'In Surrey it is {{ value("lakes", "Surrey") }}.',
        '{{ gap("lakes", "England", words=True) }} above the national average, in clean lakes.',
    ],
)
def test_a_figure_of_the_comparator_that_is_named_is_right(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        'The national average of {{ value("lakes", "Surrey") }} is higher.',
        'In Surrey it is {{ value("lakes", "England") }}.',
        'Clean lakes: {{ gap("lakes", "England", words=True) }} above Surrey.',
    ],
)
def test_a_figure_of_another_comparator_is_an_error(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == [("error", "comparator", PLACE)]
