from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules import rows_changed, rows_changed_most

ROUTES = "Route,2021,2023\nHarbour line,720,850\nCoast line,480,620\nHill line,230,210\n"
SETTINGS = (
    REPORT.format(edition="2024", amber="1")
    + """\
tables:
  - {id: routes, title: Passengers by route, data: series/routes.csv}
"""
)


def judged(folder: Path, words: str) -> list[tuple[str, str]]:
    files = {
        "report.yaml": SETTINGS,
        "series/routes.csv": ROUTES,
        "narrative/missions/homes.md": f"# Homes\n\n{words}\n",
    }
    report = read(folder, {"warm": {}}, "warm Kent 2023 60\nwarm England 2023 65", files)
    every = (*found(rows_changed.problems, report), *found(rows_changed_most.problems, report))
    return [(severity, code) for severity, code, _ in every]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("The Hill line carried more passengers in 2023 than in 2021.", "direction"),
        ("The Coast line has lost passengers since 2021.", "direction"),
        ("The number of passengers grew most on the Harbour line.", "rank"),
    ],
)
def test_a_word_for_a_change_that_no_two_years_bear_out_is_an_error(tmp_path: Path, words: str, code: str) -> None:
    assert judged(tmp_path, words) == [("error", code)]


@pytest.mark.parametrize(
    "words",
    [
        "The Hill line carried fewer passengers in 2023 than in 2021.",
        "On Sundays the Hill line carried more passengers in 2023 than in 2021.",
        "The number of passengers grew most on the Coast line.",
    ],
)
def test_what_the_years_bear_out_or_do_not_tell_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
