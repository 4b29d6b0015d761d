from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules.rows_summed import problems

SCHOOLS = "School,Pupils,Places\nHill Street,312,420\nAbbey Road,405,420\nOakfield,1150,1300\n"
HEAT = "Way of paying,Share of homes (%)\nDirect debit,61\nPrepayment meter,19\nQuarterly bill,13\nOther,7\n"
CHECKS = "District,2022-23,2023-24\nThornham,2640,3410\nMarl Valley,1980,2160\n"
HOMES = "Year,For sale,Social rent,All\n2021,338,61,399\n2022,402,71,473\n2023,440,94,534\n"
SETTINGS = (
    REPORT.format(edition="2024", amber="1")
    + """\
tables:
  - {id: schools, title: Pupils and places in schools, data: series/schools.csv}
  - {id: heat, title: How homes pay for heat, data: series/heat.csv}
  - {id: built, title: New homes completed, data: series/built.csv}
  - {id: checks, title: NHS health checks by district, data: series/checks.csv}
"""
)


def judged(folder: Path, words: str) -> list[tuple[str, str]]:
    data = {
        "series/schools.csv": SCHOOLS,
        "series/heat.csv": HEAT,
        "series/built.csv": HOMES,
        "series/checks.csv": CHECKS,
    }
    files = {"report.yaml": SETTINGS, **data, "narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    report = read(folder, {"warm": {}}, "warm Kent 2023 60\nwarm England 2023 65", files)
    return [(severity, code) for severity, code, _ in found(problems, report)]


@pytest.mark.parametrize(
    "words",
    [
        "The three schools have 1,687 pupils between them.",
        "Hill Street and Abbey Road together have 771 pupils.",
        "Direct debits and prepayment meters together account for 70% of homes.",
        "Over three years, 1,046 homes of all kinds were completed.",
        "The two districts together carried out 5,750 NHS health checks in 2023-24.",
    ],
)
def test_a_sum_that_the_rows_do_not_come_to_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "shares")]


@pytest.mark.parametrize(
    "words",
    [
        "The three schools have 1,867 pupils in total, and Hill Street and Abbey Road together have 840 places.",
        "Direct debit and prepayment meter together account for four fifths of homes.",
        "Over three years, 1,406 homes of all kinds were completed.",
        "The two districts together carried out 5,570 NHS health checks in 2023-24.",
        "The two districts together carried out 4,620 NHS health checks in 2022-23.",
        "The two districts together gave 900 NHS dental checks in 2023-24.",
        "The two districts together have 412 NHS staff, and 31 GP surgeries between them.",
        "The three schools have 120 pupils with free meals between them.",
        "Hill Street and Abbey Road together have 12 classes. The three schools have 84 teachers between them.",
        "Together with Oakfield, Hill Street has 9 buses. The other two schools together have 1,400 pupils.",
    ],
)
def test_what_they_come_to_and_what_is_something_else_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
