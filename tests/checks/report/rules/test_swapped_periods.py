"""Clean lakes in Kent: 30% in 2021, then 33% and 36%."""

from pathlib import Path

from checks.report.rules.lakes_and_rent import PLACE, errors

from reportgen.checks.report.rules.swapped_periods import problems


def test_figures_that_have_each_others_time_are_an_error(tmp_path: Path) -> None:
    words = "The share of clean lakes went from 36% to 33% in a year."
    assert errors(problems, tmp_path, words) == [("error", "figure-against-data", PLACE)]


def test_figures_that_have_their_own_time_are_right(tmp_path: Path) -> None:
    assert errors(problems, tmp_path, "The share of clean lakes went from 33% to 36% in a year.") == []
