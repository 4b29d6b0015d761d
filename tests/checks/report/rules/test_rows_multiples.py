from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules.rows_multiples import problems

BARRIERS = "Barrier,Firms (%)\nCost,44\nLack of time,22\nDistance,12\nHeat,n/a\n"
SETTINGS = (
    REPORT.format(edition="2024", amber="1")
    + """\
tables:
  - {id: barriers, title: What firms find hard, data: series/barriers.csv}
"""
)


def judged(folder: Path, words: str) -> list[tuple[str, str]]:
    files = {
        "report.yaml": SETTINGS,
        "series/barriers.csv": BARRIERS,
        "narrative/missions/homes.md": f"# Homes\n\n{words}\n",
    }
    report = read(folder, {"warm": {}}, "warm Kent 2023 60\nwarm England 2023 65", files)
    return [(severity, code) for severity, code, _ in found(problems, report)]


@pytest.mark.parametrize(
    "words",
    [
        "Firms are three times as likely to name cost as lack of time.",
        "Towns are twice as likely to have a mill as villages, at 41% against 14%.",
    ],
)
def test_a_multiple_that_two_figures_do_not_give_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "arithmetic")]


@pytest.mark.parametrize(
    "words",
    [
        "Firms are twice as likely to name cost as lack of time.",
        "Firms are twice as likely to name cost as heat.",
        "Towns are about three times as likely to have a mill as villages, at 41% against 14%.",
        "Mills are twice as common as in 2019, at 41% against 33% in England.",
    ],
)
def test_one_that_they_give_or_that_is_of_something_else_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
