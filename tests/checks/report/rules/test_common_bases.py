from decimal import Decimal
from pathlib import Path

import pytest
from checks.report.editions import found, read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.checks.report.rules.common_bases import problems
from reportgen.numbers import EXACT, rounded

NAMES = ("% of adults that cannot", "% of adults with skills", "% of adult population who can", "% of adults online")
ADULTS = [{"name": name, "counted": "adults"} for name in NAMES]
PROVED = (("8", "4", 91966), ("66", "78", 275897), ("47", "50", 68974), ("43.0", "43.6", 13795))


def values(counts: tuple[tuple[str, str, int], ...] = PROVED) -> str:
    rows = [
        f"i{n} Kent 2023 {ours}\ni{n} England 2023 {theirs} - {count}" for n, (ours, theirs, count) in enumerate(counts)
    ]
    return "\n".join(rows)


def judged(folder: Path, rows: str, indicators: list[dict[str, str]] = ADULTS) -> list[tuple[str, str, str]]:
    return found(problems, read(folder, {f"i{n}": one for n, one in enumerate(indicators)}, rows))


def test_the_four_counts_of_the_sample_prove_one_base(tmp_path: Path) -> None:
    assert judged(tmp_path, values()) == []


@pytest.mark.parametrize(
    ("number", "mistyped"), [(0, 19966), (0, 9196), (1, 725897), (1, 27589), (2, 6897), (2, 698974), (3, 31795)]
)
def test_a_mistyped_count_is_told_once_and_both_rows_are_named(tmp_path: Path, number: int, mistyped: int) -> None:
    counts = [*PROVED[:number], (*PROVED[number][:2], mistyped), *PROVED[number + 1 :]]
    report = read(tmp_path, {f"i{n}": one for n, one in enumerate(ADULTS)}, values(tuple(counts)))
    [problem] = problems(report)
    assert (problem.severity, problem.place.line) == ("error", 3 + 2 * number)
    other = int(problem.message.split("values.csv:")[1].split(",")[0])
    assert other in {3, 5, 7, 9} - {problem.place.line}


def test_two_counts_suffice_to_contradict_each_other(tmp_path: Path) -> None:
    counts = (("8", "4", 19966), PROVED[1])
    assert judged(tmp_path, values(counts), ADULTS[:2]) == [("error", "common-base", "values.csv:5")]


def test_a_count_that_contradicts_a_base_is_told_at_the_count(tmp_path: Path) -> None:
    rows = "i0 Kent 2023 8\ni0 England 2023 4 - 19966\ni1 Kent 2023 66 2299140\ni1 England 2023 78"
    assert judged(tmp_path, rows, ADULTS[:2]) == [("error", "common-base", "values.csv:3")]


def test_a_base_that_its_own_count_contradicts_is_told_at_the_base(tmp_path: Path) -> None:
    rows = "i0 Kent 2023 66 229914\ni0 England 2023 78 - 275897\ni1 Kent 2023 8\ni1 England 2023 4 - 91966"
    assert judged(tmp_path, rows, ADULTS[:2]) == [("error", "common-base", "values.csv:2")]


def test_a_span_of_time_in_a_name_makes_its_count_no_special_one(tmp_path: Path) -> None:
    named = {"name": "% of adults that moved within a year", "counted": "adults"}
    counts = (("8", "4", 9197), *PROVED[1:])
    assert judged(tmp_path, values(counts), [named, *ADULTS[1:]]) == [("error", "common-base", "values.csv:3")]


@pytest.mark.parametrize(
    "name",
    [
        *("% of adults aged 65 and over that cannot", "Employment rate", "% of working-age adults that cannot"),
        *("% of adults with diabetes who are checked", "% of eligible adults that cannot"),
    ],
)
def test_where_other_ones_may_be_counted_it_is_a_warning(tmp_path: Path, name: str) -> None:
    counts = (("8", "4", 19966), *PROVED[1:])
    [problem] = judged(tmp_path, values(counts), [{"name": name, "counted": "adults"}, *ADULTS[1:]])
    assert problem == ("warning", "common-base", "values.csv:3")


def test_bases_that_were_typed_may_be_those_of_two_things(tmp_path: Path) -> None:
    rows = "i0 Kent 2023 8 1400000\ni1 Kent 2023 66 2299140\ni2 Kent 2023 70 2299140"
    assert judged(tmp_path, rows, ADULTS[:3]) == []


@pytest.mark.parametrize("base", ["2299410", "229914", "2229140", "22991400", "2299147"])
def test_a_base_that_looks_mistyped_beside_the_same_one_twice_is_a_warning(tmp_path: Path, base: str) -> None:
    rows = f"i0 Kent 2023 8 {base}\ni1 Kent 2023 66 2299140\ni2 Kent 2023 70 2299140"
    expected = [("warning", "common-base", "values.csv:2")]
    assert judged(tmp_path, rows, ADULTS[:3]) == expected


@pytest.mark.parametrize(("year", "base"), [("2022", "2230000"), ("2019", "2000000")])
def test_a_base_may_move_with_the_years(tmp_path: Path, year: str, base: str) -> None:
    rows = f"i0 Kent {year} 8 {base}\ni1 Kent 2023 66\ni1 England 2023 78 - 275897"
    assert judged(tmp_path, rows, ADULTS[:2]) == []


def test_other_things_counted_need_no_common_base(tmp_path: Path) -> None:
    indicators = [{"name": f"% of {word}", "counted": word} for word in ("homes", "adults", "firms", "pupils")]
    assert judged(tmp_path, values((("8", "4", 19966), *PROVED[1:])), indicators) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    base=st.integers(100, 10**7),
    pairs=st.lists(st.tuples(*[st.decimals(0, 100, places=3)] * 2), min_size=2, max_size=4),
    decimals=st.integers(0, 2),
)
def test_counts_of_one_base_never_contradict_each_other(
    tmp_path: Path, base: int, pairs: list[tuple[Decimal, Decimal]], decimals: int
) -> None:
    counts = [
        (f"{rounded(ours, decimals)}", f"{rounded(theirs, decimals)}", int(rounded(gap * base / 100, 0)))
        for ours, theirs in pairs
        if (gap := abs(EXACT.subtract(ours, theirs))) * base >= 100
    ]
    if counts:
        assert judged(tmp_path, values(tuple(counts)), ADULTS[: len(counts)]) == []
