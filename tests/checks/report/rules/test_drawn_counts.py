from pathlib import Path

import pytest
from checks.report.rules.drawn_figures import judged

from reportgen.checks.report.rules import counts
from reportgen.checks.report.rules.drawn_counts import problems


@pytest.mark.parametrize(
    "words",
    [
        {"fees": "Two lines over four years. Kent stays below England."},
        {"fees": "Two lines for three years, from 2019 on."},
        {"fees": "Lines by year. One line rises for two years, the other throughout."},
        {"barriers": "Four bars, the longest for finding finance."},
        {"barriers": "A bar chart with four bars. Two bars stand out."},
        {"barriers": "Three bars are over a quarter."},
        {"barriers": "Bars by barrier. Two bars, at the top, are alike."},
        {"screen": "Five columns, one a year. The first two columns are low."},
        {"screen": "Two lines of text stand above."},
    ],
)
def test_what_a_figure_draws_is_counted_right(tmp_path: Path, words: dict[str, str]) -> None:
    assert judged(problems, tmp_path, **words) == []


@pytest.mark.parametrize(
    "words",
    [
        {"fees": "Three lines over four years."},
        {"fees": "Two lines over six years."},
        {"barriers": "Six bars, the longest for finding finance."},
        {"barriers": "Bars by barrier. Five bars, the longest at the top."},
        {"screen": "Four columns, one a year."},
    ],
)
def test_more_or_fewer_than_are_drawn_are_an_error(tmp_path: Path, words: dict[str, str]) -> None:
    assert [one[:2] for one in judged(problems, tmp_path, **words)] == [("error", "count")]


@pytest.mark.parametrize("title", ["Jobs by trade", "Jobs in the three counties", "Jobs over six years"])
def test_a_title_that_counts_nothing_of_its_table_is_right(tmp_path: Path, title: str) -> None:
    assert judged(counts.problems, tmp_path, table=title) == []


def test_a_title_that_counts_other_rows_than_its_table_has_is_an_error(tmp_path: Path) -> None:
    assert [one[:2] for one in judged(counts.problems, tmp_path, table="Jobs in three trades")] == [("error", "count")]
