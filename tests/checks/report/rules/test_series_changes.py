from decimal import Decimal
from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.rules.series_changes import problems
from reportgen.numbers import rounded

TABLES = "tables:\n  - {id: tasks, title: Tasks, data: series/tasks.csv}\n"


def judged(folder: Path, series: str) -> list[tuple[str, str, str]]:
    return found(problems, series_report(folder, series))


def series_report(folder: Path, series: str) -> ReadReport:
    settings = REPORT.format(edition="2024", amber="1") + TABLES
    files = {"series/tasks.csv": series, "report.yaml": settings}
    return read(folder, {"lakes": {}}, "lakes Kent 2023 36", files)


@pytest.mark.parametrize(
    "series",
    [
        'Task,2021,2022,"Change, 2021 to 2022"\nLog in,91%,88%,−3pp\nClick,94%,88%,-6 percentage points',
        "Task,2021,2022,Change\nLog in,91%,88%,−2pp\nClick,94%,88%,−7pp",  # rounded each for itself
        "Task,2022,2021,Change\nLog in,88%,91%,-3pp",  # newest first
        "Task,2021,2022,Fall\nLog in,91%,88%,3pp",
        "Task,2021,2022,Fall\nLog in,91%,88%,−3pp",
        "Task,2021,2022,% change\nTrips,200,230,15%\nRides,110,100,-9%",
        'Task,2021,2022,Change\nTrips,"1,200","1,350",+150\nRides,not asked,100,not available\nWalks,1,,2',
        "Task,2021 (%),2022 (%),Change (pp)\nLog in,91,88,-3",
        "Task,2021 (£m),2022 (£m),Change (%)\nRents,40,50,25",
        "Town,Kent,England,Gap\nLog in,91%,88%,+3pp\nClick,94%,88%,+6pp",
        "Town,Kent,England,Gap\nLog in,91%,88%,-3pp\nClick,94%,88%,-6pp",
        "Town,Admissions,Beds,Falls\nA,1,2,30",
        "Task,2019,2020,2021,Change since 2019\nA,10,12,15,+5",
        "Task,2021,2022,Change to plan\nA,10,12,7\nB,10,12,9",
        "Task,2021,2022,Change\nRents,£1.2bn,£1.4bn,+£200m",
        "Task,2021,2022,Change\nRents,1200,1400,+£200m",
        "Year,Gap (£m)\n2017,-120",
        "Town,Rank 2021,Rank 2022,Change\nDeal,5,3,+2\nDover,1,4,-3",
        "Task,2019,2020,2021,Change\nA,10,12,15,+5\nB,20,21,25,+5",
        "Task,2019,2020,2021,Change\nA,10,12,15,+3\nB,20,21,25,+4",
        "Task,2021,2022,Change (per year)\nA,10,12,7",
        "Task,2019,2020,2021,Change since 2020\nA,10,12,15,+3",
    ],
)
def test_changes_that_their_neighbours_allow_are_right(tmp_path: Path, series: str) -> None:
    assert judged(tmp_path, series) == []


@pytest.mark.parametrize(
    ("series", "lines"),
    [
        ('Task,2021,2022,"Change, 2021 to 2022"\nLog in,91%,88%,+3pp\nClick,94%,88%,−6pp', [2]),
        ('Task,2021,2022,"Change, 2021 to 2022"\nLog in,91%,88%,−5pp\nClick,94%,88%,−4pp', [2, 3]),
        ("Task,2021,2022,Change\nLog in,91.0%,88.0%,−3.2pp", [2]),
        ("Task,2021,2022,% change\nTrips,200,230,30%\nRides,110,100,-9%", [2]),
        ("Task,2021,2022,Change\nTrips,1200,1350,+105", [2]),
        ("Task,2021,2022,Change\nRents,£1.2bn,£1.4bn,+£20m", [2]),
        ("Town,Kent,England,Gap\nA,91%,88%,+3pp\nB,94%,88%,+6pp\nC,80%,88%,+8pp", [4]),
        ("Task,2019,2020,2021,Change\nA,10,12,15,+5\nB,20,21,25,+8", [3]),
        ("Task,2019,2020,2021,Change since 2019\nA,10,12,15,+3", [2]),
        ("Task,2021,2022,Fall\nLog in,91%,88%,3pp\nClick,94%,88%,9pp", [3]),
    ],
)
def test_a_change_that_its_neighbours_rule_out_is_an_error(tmp_path: Path, series: str, lines: list[int]) -> None:
    assert judged(tmp_path, series) == [("error", "series-change", f"series/tasks.csv:{line}") for line in lines]


def test_percent_for_percentage_points_is_a_warning(tmp_path: Path) -> None:
    series = "Task,2021,2022,Change\nLog in,41%,48%,7%\nClick,94%,88%,−6%"
    assert judged(tmp_path, series) == [("warning", "series-points", "series/tasks.csv:2")]


def test_the_message_shows_all_three_figures_and_the_right_one(tmp_path: Path) -> None:
    [problem] = problems(series_report(tmp_path, "Task,2021,2022,Change\nLog in,91%,88%,+3pp"))
    assert problem.message == "“Change” of “Log in” is +3pp, but 2021 is 91% and 2022 88%: that is −3pp"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    pair=st.tuples(*[st.decimals(Decimal("0.5"), 100, places=4)] * 2),
    decimals=st.integers(0, 3),
    as_percent=st.booleans(),
)
def test_changes_of_true_figures_are_never_told(
    tmp_path: Path, pair: tuple[Decimal, Decimal], decimals: int, as_percent: bool
) -> None:
    before, after = pair
    change = rounded((after - before) / before * 100 if as_percent else after - before, decimals)
    cells = [f"{rounded(one, decimals)}" for one in pair] + [f"{change}{'%' if as_percent else ''}"]
    assert judged(tmp_path, f"Task,2021,2022,Change\nTrips,{','.join(cells)}\n") == []
