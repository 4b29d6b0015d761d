from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules.series_course import problems

ENERGY = (
    "Year,Wind (GWh),Solar (GWh),Jobs\n2019,310,45,80\n2020,355,52,84\n2021,340,61,90\n2022,402,70,97\n2023,398,88,9\n"
)
CARE = "Provider,Hours 2021,Hours 2023,Change\nBright Care,12000,15500,3500\nHelping Hands,9000,7200,-1800\n"
QUEUE = "Quarter,People waiting\n2023-Q2,1640\n2023-Q3,1510\n2023-Q4,1390\n2024-Q1,1260\n"
COURTS = "Year,Cases waiting (thousands)\n2018,33.3\n2019,37.4\n2020,56.9\n2021,60.4\n"
SETTINGS = (
    REPORT.format(edition="2024", amber="1")
    + """\
tables:
  - {id: energy, title: Output of wind farms and solar parks, data: series/energy.csv}
  - {id: care, title: Hours of home care, data: series/care.csv}
  - {id: courts, title: Cases waiting in the crown courts, data: series/courts.csv}
  - {id: queue, title: People waiting for a tenancy, data: series/queue.csv}
"""
)


def judged(folder: Path, words: str) -> list[tuple[str, str]]:
    data = {"series/energy.csv": ENERGY, "series/care.csv": CARE, "series/courts.csv": COURTS}
    data["series/queue.csv"] = QUEUE
    files = {"report.yaml": SETTINGS, **data, "narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    report = read(folder, {"warm": {}}, "warm Kent 2023 60\nwarm England 2023 65", files)
    return [(severity, code) for severity, code, _ in found(problems, report)]


@pytest.mark.parametrize(
    "words",
    [
        "Wind output has risen every year since 2019.",
        "Wind output fell in every year but one.",
        "Solar output fell between 2020 and 2022.",
        "Wind output rose in 2021.",
        "Since 2018 the number of cases waiting in the crown courts has fallen.",
        "Cases waiting in the crown courts peaked in 2020.",
        "The number of people waiting for a tenancy has grown in each quarter.",
        "People waiting for a tenancy were at their lowest in the third quarter of 2023.",
        "Helping Hands gained 1,800 hours between 2021 and 2023.",
    ],
)
def test_a_course_that_the_years_do_not_take_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "direction")]


@pytest.mark.parametrize(
    "words",
    [
        "Wind output has risen in every year but two. Solar output has risen every year.",
        "Wind output fell in 2021 and again in 2023, and has risen since 2019.",
        "Cases waiting in the crown courts were at their highest in 2021.",
        "Helping Hands lost 1,800 hours between 2021 and 2023.",
        "Prices of wind output have fallen every year, and the share of cases waiting over a year since 2018.",
        "Waiting times in the courts fell between 2018 and 2021. Solar output in Surrey fell between 2020 and 2022.",
        "The number of people waiting for a tenancy fell quarter by quarter and was at its highest in Q2 2023.",
        "The number of people waiting for a tenancy has grown every year, and in 2023 it grew again.",
        "Solar output could fall between 2020 and 2022.",
    ],
)
def test_what_took_it_and_what_is_something_else_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
