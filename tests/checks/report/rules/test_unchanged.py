"""Clean lakes in Kent: 30% in 2021, then 33% and 36%."""

from pathlib import Path

import pytest
from checks.report.rules.lakes_and_rent import PLACE, errors

from reportgen.checks.report.rules.unchanged import problems


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes has not changed since 2021.",
        "The share of clean lakes stood still between 2021 and 2022.",
        "The share of clean lakes is the same as a year earlier.",
    ],
)
def test_what_moved_and_is_said_to_be_as_it_was_is_an_error(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == [("error", "direction", PLACE)]


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes is much the same as a year earlier.",
        "The share of clean lakes in England has not changed since 2021.",
        "The share of clean lakes has not changed since 2012.",
        "The share of clean lakes is unchanged.",
    ],
)
def test_what_is_softened_or_not_known_is_right(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == []
