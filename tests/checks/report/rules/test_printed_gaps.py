from pathlib import Path

import pytest
from checks.report.editions import found, read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.checks.report.rules.printed_gaps import problems


def judged(folder: Path, ours: str, theirs: str, **indicator: str) -> list[tuple[str, str, str]]:
    values = f"lakes Kent 2023 {ours}\nlakes England 2023 {theirs}"
    return found(problems, read(folder, {"lakes": {"decimals": "0"} | indicator}, values))


@pytest.mark.parametrize(
    ("ours", "theirs"), [("36", "34"), ("36.2", "34.2"), ("53", "54"), ("8", "8"), ("-", "4"), ("65.4", "53.1")]
)
def test_figures_that_agree_as_printed_are_right(tmp_path: Path, ours: str, theirs: str) -> None:
    assert judged(tmp_path, ours, theirs) == []


def test_a_gap_that_the_printed_values_do_not_give_is_a_warning(tmp_path: Path) -> None:
    assert judged(tmp_path, "64.6", "53.4") == [("warning", "printed-gap", "values.csv:2")]
    report = read(tmp_path, {"lakes": {"decimals": "0"}}, "lakes Kent 2023 64.6\nlakes England 2023 53.4")
    [problem] = problems(report)
    assert "prints 65% against 53% of national average, and as their gap +11pp" in problem.message


@pytest.mark.parametrize(
    ("ours", "theirs", "seems"),
    [("8.4", "8.1", "AMBER"), ("52.9", "54", "AMBER"), ("52.4", "53.6", "AMBER")],
)
def test_a_rating_that_the_printed_figures_do_not_give_is_a_warning(
    tmp_path: Path, ours: str, theirs: str, seems: str
) -> None:
    assert judged(tmp_path, ours, theirs) == [("warning", "printed-rating", "values.csv:2")]
    values = f"lakes Kent 2023 {ours}\nlakes England 2023 {theirs}"
    [problem] = problems(read(tmp_path, {"lakes": {"decimals": "0"}}, values))
    assert problem.message.endswith(f"as printed it seems {seems}")


def test_one_decimal_more_mends_it(tmp_path: Path) -> None:
    assert judged(tmp_path, "64.6", "53.4", decimals="1") == judged(tmp_path, "8.4", "8.1", decimals="") == []


def test_money_is_judged_as_it_is_printed(tmp_path: Path) -> None:
    assert judged(tmp_path, "£1.2bn", "£940m", unit="gbp") == []
    assert judged(tmp_path, "10.6", "8.4", unit="gbp") == [("warning", "printed-gap", "values.csv:2")]
    assert judged(tmp_path, "10.6", "8.4", unit="gbp", decimals="1") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    pair=st.tuples(*[st.decimals(0, 100, places=2)] * 2),
    better=st.sampled_from(["higher", "lower"]),
    unit=st.sampled_from(["percent", "number"]),
)
def test_what_prints_all_its_decimals_is_never_told(tmp_path: Path, pair: tuple, better: str, unit: str) -> None:
    assert judged(tmp_path, *map(str, pair), better=better, unit=unit, decimals="2") == []
