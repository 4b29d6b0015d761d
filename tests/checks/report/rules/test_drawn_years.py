from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read
from checks.report.rules.drawn_figures import judged

from reportgen.checks.report.rules.drawn_years import problems


@pytest.mark.parametrize(
    "words",
    [
        {"title": "Spending on film, 2019 to 2023"},
        {"title": "Spending on film since 2015"},
        {"title": "Spending on film, 2019–2023"},
        {"screen": "Columns by year, 2020 to 2022 higher than before"},
        {"table": "Jobs in 2019 and 2023"},
        {"table": "Jobs, 2019 to 2023"},
        {"barriers": "Bars from a survey of 2010 to 2015"},
        {"screen": "Columns from 2019 to 2023. From 2020 to 2022 they grow."},
        {"fees": "Two lines. From 2019 to 2021 both rise."},
    ],
)
def test_years_that_are_shown_are_right(tmp_path: Path, words: dict[str, str]) -> None:
    assert judged(problems, tmp_path, **words) == []


@pytest.mark.parametrize(
    "words",
    [
        {"title": "Spending on film, 2018 to 2023"},
        {"title": "Spending on film, 2020 to 2023"},
        {"title": "Spending on film, 2019–2024"},
        {"screen": "Columns by year, 2017 to 2023"},
        {"screen": "Columns from 2019 to 2022"},
        {"fees": "Two lines for 2020 to 2022. Both rise."},
        {"table": "Jobs in 2019 and 2022"},
        {"table": "Jobs, 2018 to 2023"},
    ],
)
def test_years_that_are_not_shown_are_an_error(tmp_path: Path, words: dict[str, str]) -> None:
    assert [one[:2] for one in judged(problems, tmp_path, **words)] == [("error", "drawn-years")]


@pytest.mark.parametrize(
    ("span", "wrong"),
    [("2021-22 to 2023-24", 0), ("2021 to 2024", 0), ("2021-22 to 2022-23", 1), ("2020-21 to 2023-24", 1)],
)
def test_years_of_two_halves_are_those_that_are_shown(tmp_path: Path, span: str, wrong: int) -> None:
    data = "data: {indicator: lakes, areas: all}"
    shown = f'figures:\n  - {{id: trend, title: "Lakes, {span}", kind: line, alt: Lines, {data}}}\n'
    values = "\n".join(f"lakes Kent {year} 3" for year in ("2021-22", "2022-23", "2023-24"))
    assert (
        len(
            found(
                problems,
                read(
                    tmp_path, {"lakes": {}}, values, {"report.yaml": REPORT.format(edition="2024", amber="1") + shown}
                ),
            )
        )
        == wrong
    )
