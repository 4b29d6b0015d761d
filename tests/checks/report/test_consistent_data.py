"""The law of the data rules: data that were rounded from one true world never contradict themselves."""

from decimal import Decimal
from pathlib import Path

from checks.report.editions import read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.checks.report.check import OF_THE_DATA, problems_by
from reportgen.numbers import EXACT, rounded

SHARES = st.decimals(3, 97, places=5)
STEPS = st.decimals(Decimal("0.8"), Decimal("1.25"), places=4)  # from year to year
INDICATORS = st.fixed_dictionaries(
    {
        "shares": st.tuples(SHARES, SHARES),  # of the area and of its comparator
        "steps": st.lists(st.tuples(STEPS, STEPS), max_size=3),
        "decimals": st.integers(0, 2),
        "better": st.sampled_from(["higher", "lower"]),
        "counted": st.sampled_from(["adults", "homes", ""]),
        "published": st.booleans(),  # the gap in heads was: no base then
        "zeros": st.integers(0, 2),  # to which it was rounded
    }
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(
    measured=st.lists(INDICATORS, min_size=1, max_size=5),
    bases=st.fixed_dictionaries({"adults": st.integers(1000, 10**7), "homes": st.integers(1000, 10**6)}),
)
def test_data_of_one_true_world_give_no_error(tmp_path: Path, measured: list[dict], bases: dict[str, int]) -> None:
    indicators = {
        f"i{n}": {"name": f"% of {one['counted'] or 'firms'} with trait {'abcde'[n]}", "better": one["better"]}
        | {"counted": one["counted"]}
        for n, one in enumerate(measured)
    }
    rows = [row for n, one in enumerate(measured) for row in _rows(f"i{n}", one, bases)]
    report = read(tmp_path, indicators, "\n".join(rows))
    found = list(problems_by(OF_THE_DATA, report))
    assert [str(problem) for problem in found if problem.severity == "error"] == []


FIGURES = st.decimals(-(10**14), 10**14, places=3) | st.sampled_from(["0", "0.0", "-0.5", "£1.2bn", "0.00001", "-"])
COUNTS = st.integers(1, 10**14).map(str) | st.just("-")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(
    unit=st.sampled_from(["percent", "number", "gbp"]),
    rows=st.lists(
        st.tuples(
            st.sampled_from(["Kent", "England", "Surrey", "Deal"]),
            st.sampled_from(["2021", "2022-23", "2022/23", "2023-Q1", "latest", "3000"]),
            *(FIGURES, COUNTS, COUNTS),
        ),
        min_size=1,
        max_size=8,
        unique_by=lambda row: row[:2],
    ),
)
def test_any_data_are_judged_without_a_slip(tmp_path: Path, unit: str, rows: list[tuple]) -> None:
    values = [" ".join([id, *map(str, row)]) for row in rows for id in ("lakes", "hills")]
    if unit != "gbp":
        values = [row.replace("£1.2bn", "1.2") for row in values]
    indicators = {
        id: {"unit": unit, "counted": "adults", "ahead": "{gap} more", "behind": "{gap}"} for id in ("lakes", "hills")
    }
    report = read(tmp_path, indicators, "\n".join(values))
    assert all(str(problem) for problem in problems_by(OF_THE_DATA, report))


def _rows(id: str, one: dict, bases: dict[str, int]) -> list[str]:
    pairs = [one["shares"]]
    for steps in one["steps"]:
        pairs.append(tuple(min(Decimal(99), EXACT.multiply(*both)) for both in zip(pairs[-1], steps, strict=True)))
    rows = []
    for year, (ours, theirs) in enumerate(pairs, 2024 - len(pairs)):
        base = bases.get(one["counted"])
        gap = EXACT.multiply(EXACT.subtract(ours, theirs).copy_abs(), Decimal(base or 0)).scaleb(-2)
        count = int(rounded(gap, -one["zeros"])) if base and one["published"] else 0
        shown = [rounded(share, one["decimals"]) for share in (ours, theirs)]
        rows.append(f"{id} Kent {year} {shown[0]} {base if base and not one['published'] else '-'}")
        rows.append(f"{id} England {year} {shown[1]} - {count or '-'}")
    return rows
