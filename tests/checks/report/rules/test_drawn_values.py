from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read
from checks.report.rules.drawn_figures import judged

from reportgen.checks.report.rules import values
from reportgen.checks.report.rules.drawn_values import problems


@pytest.mark.parametrize(
    "words",
    [
        {"barriers": "Bars. Finding finance leads with 44%, finding skilled staff follows at 39% and space at 28%."},
        {"barriers": "Finding finance, at nearly 45%, is named twice as often as late payment (21%)."},
        {"barriers": "Finding finance leads by 5%, and late payment is named by under 25%."},
        {"barriers": "Late payment was named by 60% less than before."},
        {"screen": "Spending peaks in 2023 at £310m, after £48m in 2020."},
        {"screen": "In 2023 it rose by £50m."},
        {"screen": "It passes £300m in 2023."},
        {"fees": "In 2022, Kent asks £231, England £249."},
        {"fees": "From 189 in 2019 to 231 in 2022 in Kent."},
    ],
)
def test_figures_that_are_drawn_are_right(tmp_path: Path, words: dict[str, str]) -> None:
    assert judged(problems, tmp_path, **words) == []


@pytest.mark.parametrize(
    "words",
    [
        {"barriers": "Bars. Finding finance leads with 54%, finding skilled staff follows at 39%."},
        {"barriers": "Late payment comes last at 12%."},
        {"screen": "Spending peaks in 2023 at £130m."},
        {"screen": "It was £84m in 2020 and £310m in 2023."},
    ],
)
def test_a_figure_that_is_not_drawn_is_an_error(tmp_path: Path, words: dict[str, str]) -> None:
    assert [one[:2] for one in judged(problems, tmp_path, **words)] == [("error", "figure-against-data")]


def test_an_alternative_text_may_tell_what_is_drawn_without_its_years(tmp_path: Path) -> None:
    alt = "Two lines: Kent rises from {}% to 48%, England from 31% to 43%."
    data = "data: {indicator: lakes, areas: all}"
    years = ((2021, 33, 31), (2022, 41, 37), (2023, 48, 43))
    rows = "\n".join(f"lakes Kent {year} {one}\nlakes England {year} {other}" for year, one, other in years)

    def told(first: int) -> list[tuple[str, str, str]]:
        figure = f'figures:\n  - {{id: trend, title: Lakes, kind: line, {data}, alt: "{alt.format(first)}"}}\n'
        files = {"report.yaml": REPORT.format(edition="2024", amber="1") + figure}
        return found(values.problems, read(tmp_path, {"lakes": {"name": "Clean lakes"}}, rows, files))

    assert told(33) == []
    assert told(23) != []
