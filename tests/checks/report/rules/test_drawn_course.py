from pathlib import Path

import pytest
from checks.report.rules.drawn_figures import judged

from reportgen.checks.report.rules.drawn_course import problems


@pytest.mark.parametrize(
    "words",
    [
        {"screen": "Spending falls by more than half in 2020 and then rises every year to a peak in 2023."},
        {"screen": "Spending falls until 2020."},
        {"screen": "It is lowest in 2020."},
        {"screen": "It reaches a high point in 2030, by our plan."},
        {"fees": "Two lines by year. Both rise every year and Kent stays below England throughout."},
        {"fees": "Two lines. Both rise, and Kent stays below England."},
        {"fees": "Both fall at first, and then rise again."},
        {"screen": "All columns rise."},
        {"barriers": "Spending peaked in 2019."},
        {"prose": '{{ ref("screen") }} shows that the gap widens every year from 2020.'},
    ],
)
def test_a_course_that_the_values_take_is_right(tmp_path: Path, words: dict[str, str]) -> None:
    assert judged(problems, tmp_path, **words) == []


@pytest.mark.parametrize(
    "words",
    [
        {"screen": "Spending rises every year."},
        {"screen": "Spending falls in 2020 and then rises to a peak in 2022."},
        {"screen": "Spending rises until 2022."},
        {"screen": "It is lowest in 2019."},
        {"fees": "Two lines by year. Kent stays above England throughout."},
        {"fees": "Both fall every year."},
        {"fees": "Two lines. Both fall, and Kent stays below England."},
        {"fees": "Both lines fall over the years."},
        {"prose": '{{ ref("screen") }} shows how spending peaked in 2021.'},
    ],
)
def test_a_course_that_the_values_do_not_take_is_an_error(tmp_path: Path, words: dict[str, str]) -> None:
    assert [one[:2] for one in judged(problems, tmp_path, **words)] == [("error", "drawn-course")]
