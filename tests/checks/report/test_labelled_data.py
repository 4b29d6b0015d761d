"""The labelled changes of tables: what is told as an error is wrong, and hardly anything that is wrong goes untold."""

import pytest
from checks.report.labelled_data import DataOutcome, data_outcomes


@pytest.fixture(scope="module")
def outcomes() -> list[DataOutcome]:
    return list(data_outcomes())


def test_what_is_right_gives_no_error(outcomes: list[DataOutcome]) -> None:
    assert [one.case.words for one in outcomes if one.false_alarms] == []


def test_of_what_is_wrong_nine_in_ten_are_told(outcomes: list[DataOutcome]) -> None:
    wrong = [one for one in outcomes if one.case.wrong]
    assert sum(one.found for one in wrong) >= 0.9 * len(wrong)


def test_each_kind_of_what_is_wrong_is_told_in_part(outcomes: list[DataOutcome]) -> None:
    kinds = {one.case.kind for one in outcomes if one.case.wrong}
    assert kinds == {one.case.kind for one in outcomes if one.found}
