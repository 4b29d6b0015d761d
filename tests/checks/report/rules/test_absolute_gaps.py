from decimal import Decimal
from pathlib import Path

import pytest
from checks.report.editions import found, read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.checks.report.rules.absolute_gaps import problems
from reportgen.numbers import EXACT, rounded

FITTING = """
lakes Kent 2023 8 2299140
lakes England 2023 4 - {count}
"""


def judged(folder: Path, values: str, unit: str = "percent") -> list[tuple[str, str, str]]:
    return found(problems, read(folder, {"lakes": {"unit": unit}}, values))


@pytest.mark.parametrize("count", ["91966", "92000", "68975", "114956", "69000", "115000", "90000", "100000"])
def test_a_count_that_the_rounded_percentages_allow_is_right(tmp_path: Path, count: str) -> None:
    assert judged(tmp_path, FITTING.format(count=count)) == []


@pytest.mark.parametrize("count", ["19966", "9197", "919660", "68000", "116000", "60000"])
def test_a_count_that_gap_and_base_cannot_give_is_told_at_its_row(tmp_path: Path, count: str) -> None:
    assert judged(tmp_path, FITTING.format(count=count)) == [("error", "count-against-gap", "values.csv:3")]


def test_a_mistyped_base_is_told_with_its_place(tmp_path: Path) -> None:
    report = read(tmp_path, {"lakes": {}}, FITTING.format(count="91966").replace("2299140", "229914"))
    [problem] = problems(report)
    assert "base of 229,914 (values.csv:2)" in problem.message and "6,897 and 11,496" in problem.message


@pytest.mark.parametrize(
    "values",
    [
        "lakes Kent 2023 8\nlakes England 2023 4 - 19966",  # no base
        "lakes Kent 2022 8 2299140\nlakes England 2023 4 - 19966",  # of another period
        "lakes Kent 2023 8 2299140\nlakes England 2023 - - 19966",  # no value
        "lakes Kent 2023 8.0 1000\nlakes England 2023 8 - 5",  # level as printed, and five apart
    ],
)
def test_nothing_is_said_where_nothing_can_be_reckoned(tmp_path: Path, values: str) -> None:
    assert judged(tmp_path, values) == []


def test_counts_of_numbers_and_money_rest_on_no_base(tmp_path: Path) -> None:
    values = "lakes Kent 2023 8 1000\nlakes England 2023 4 - 77"
    assert judged(tmp_path, values, "number") == judged(tmp_path, values, "gbp") == []


def test_a_share_above_the_whole_of_its_base_is_told(tmp_path: Path) -> None:
    assert judged(tmp_path, "lakes Kent 2023 136 5000") == [("error", "over-whole", "values.csv:2")]
    assert judged(tmp_path, "lakes Kent 2023 100 5000\nlakes England 2023 136") == []
    occupied = read(tmp_path, {"lakes": {"name": "Occupancy of beds"}}, "lakes Kent 2023 104 500")
    assert found(problems, occupied) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    have=st.integers(0, 10**7),
    whole=st.integers(1, 10**7),
    share=st.decimals(0, 100, places=4),
    decimals=st.integers(0, 3),
    zeros=st.integers(0, 3),
)
def test_data_that_were_rounded_from_true_figures_never_disagree(
    tmp_path: Path, have: int, whole: int, share: Decimal, decimals: int, zeros: int
) -> None:
    ours = EXACT.divide(Decimal(100 * min(have, whole)), Decimal(whole))
    count = rounded(EXACT.multiply(abs(EXACT.subtract(ours, share)), Decimal(whole)) / 100, -zeros)
    if count <= 0:
        return
    values = f"lakes Kent 2023 {rounded(ours, decimals)} {whole}\n"
    values += f"lakes England 2023 {rounded(share, decimals)} - {int(count)}"
    assert judged(tmp_path, values) == []
