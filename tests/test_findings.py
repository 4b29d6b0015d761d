from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.edition.edition import Edition, read_edition
from reportgen.edition.evidence import Better, Evidence, Indicator, Observation, Unit
from reportgen.edition.settings import Comparator, Mission, Settings
from reportgen.findings import Finding, Rating, assess, gap_between, rate
from reportgen.numbers import show_count, show_gap
from reportgen.problems import Place, Problems

ROOT = Path(__file__).parents[1]
SETTINGS = Settings(
    title="T",
    organisation="O",
    edition="E",
    area="Kent",
    comparators=(Comparator("England", "national average"), Comparator("Surrey")),
    missions=(Mission("water", "Water"),),
)
LAKES = Indicator("lakes", "water", "Lakes", "percent", "higher", 1, ("England", "Surrey"), Decimal(1), "lakes")
FIGURES = st.decimals(-1000, 1000, allow_nan=False, allow_infinity=False, places=2)
BANDS = st.none() | st.decimals(0, 5, allow_nan=False, allow_infinity=False, places=2)

Row = tuple[str, str, str | None]  # area, period, value


def edition(rows: Sequence[Row], indicator: Indicator = LAKES, **kinds: Mapping[str, str]) -> Edition:
    """An edition of one indicator; `base` and `gap_count` by area."""
    counted: dict[str, dict[str, Any]] = {
        area: {kind: Decimal(by_area[area]) for kind, by_area in kinds.items() if area in by_area}
        for area, _, _ in rows
    }
    observed = {
        (indicator.id, area, period): Observation(
            indicator.id,
            area,
            period,
            None if value is None else Decimal(value),
            **counted[area],
        )
        for area, period, value in rows
    }
    return Edition(Path("e"), SETTINGS, Evidence({indicator.id: indicator}, observed, {}, {}), {}, {})


def finding(ours: str | None, theirs: str | None, indicator: Indicator = LAKES, **kinds: Mapping[str, str]) -> Finding:
    rows: list[Row] = [("Kent", "2023", ours), ("England", "2023", theirs)]
    return assess(edition(rows, indicator, **kinds))["lakes"]


EXPECTED = """
foundational-tasks-unable +4pp  91,966  RED
essential-digital-skills  −12pp 275,897 RED
digital-jobs-share        −1.4pp 15,127 RED
employers-needing-skills  +2pp  1,847   RED
data-acquisition          +5pp  4,982   GREEN
data-availability         −1pp  467     AMBER
data-sharing              +1pp  701     GREEN
data-recipients           −2pp  1,479   RED
five-g-coverage           +12pp none    GREEN
four-g-coverage           +2pp  none    GREEN
full-fibre                +9pp  none    GREEN
gigabit                   +10pp none    GREEN
digital-births            −3.6pp 1,314  RED
digital-deaths            −2.5pp 675    GREEN
ict-investment            −0.18pp 22,000,000 AMBER
rd-spending               +£260m none   GREEN
digital-propensity        −0.6pp 6,513  AMBER
public-services-online    −3pp  68,974  RED
census-online             −6.5pp 77,321 RED
patients-online           −0.6pp 13,795 AMBER
"""


def test_the_sample_edition_gives_the_published_results() -> None:
    findings = assess(read_edition(ROOT / "data" / "digital-roadmap-2024", Problems()))
    assert [_line(one) for one in findings.values()] == [line.split() for line in EXPECTED.strip().splitlines()]
    gaps = [
        show_gap(findings[key].comparisons[1].gap or Decimal(0), "percent", 0) for key in ("five-g-coverage", "gigabit")
    ]
    assert gaps == ["+20pp", "+48pp"]


def _line(one: Finding) -> list[str]:
    gap = one.comparisons[0].gap
    assert gap is not None
    printed = show_gap(gap, one.indicator.unit, one.indicator.decimals)
    return [
        one.indicator.id,
        printed,
        "none" if one.count is None else show_count(one.count),
        one.rating.value,
    ]


def test_an_edition_with_awkward_values_is_assessed_as_exactly() -> None:
    problems = Problems()
    findings = assess(read_edition(ROOT / "tests" / "editions" / "rivers-2023", problems), problems)
    assert list(problems) == []
    assert {key: (one.reason, one.statement) for key, one in findings.items()} == {
        "good-status": ("AMBER: level with the Welsh average", "Level with Welsh average"),
        "phosphate": (
            "AMBER: 0.008 behind the Welsh average, within 0.01",
            "+0.008 against Welsh average: 0.008",
        ),
        "sewage-hours": (
            "RED: 254 behind England, with no amber band",
            "Cwm Arian spills for 254 hours more than England (+254)",
        ),
        "warming": ("GREEN: 0.3 ahead of the Welsh average", "−0.3 against Welsh average: 0.3"),
        "otter-sites": (
            "RED: 0.4pp behind the Welsh average, with no amber band",
            "−0.4pp against Welsh average: 1 sites",
        ),
        "mink-free": (
            "GREEN: 0.5pp ahead of the Welsh average",
            "+0.5pp against Welsh average: 12 stretches",
        ),
        "salmon-index": ("NOT RATED: no value for Cwm Arian in 2022-23", "Not reported for Cwm Arian"),
        "cost-per-metre": (
            "AMBER: £0.35 behind the Welsh average, within £0.50",
            "+£0.35 against Welsh average",
        ),
        "grant-income": (
            "RED: £389,317 behind the Welsh average, with no amber band",
            "−£389,317 against Welsh average",
        ),
        "volunteers": ("NOT RATED: no value for Teifi & Tywi in 2022-23", "Not reported for Teifi & Tywi"),
    }


@pytest.mark.parametrize(
    ("ours", "theirs", "rating", "reason"),
    [
        ("54", "53", Rating.GREEN, "GREEN: 1.0pp ahead of the national average"),
        ("53", "53.0", Rating.AMBER, "AMBER: level with the national average"),
        ("53.4", "54", Rating.AMBER, "AMBER: 0.6pp behind the national average, within 1pp"),
        ("53", "54", Rating.AMBER, "AMBER: 1.0pp behind the national average, within 1pp"),
        ("52.99", "54", Rating.RED, "RED: 1.01pp behind the national average, beyond 1pp"),
        (None, "54", Rating.NOT_RATED, "NOT RATED: no value for Kent in 2023"),
        ("53", None, Rating.NOT_RATED, "NOT RATED: no value for England in 2023"),
    ],
)
def test_a_rating_tells_why(ours: str | None, theirs: str | None, rating: Rating, reason: str) -> None:
    assert (finding(ours, theirs).rating, finding(ours, theirs).reason) == (rating, reason)


def test_the_current_period_is_the_latest_that_the_area_has_a_row_for_empty_or_not() -> None:
    rows: list[Row] = [
        ("Kent", "2022-23", None),
        ("Kent", "2021-22", "50"),
        ("England", "2021-22", "40"),
        ("England", "2023-24", "41"),
    ]
    found = assess(edition(rows))["lakes"]
    assert (found.period, found.value, found.rating) == ("2022-23", None, Rating.NOT_RATED)


def test_comparators_and_base_are_never_taken_from_an_older_period() -> None:
    rows: list[Row] = [("Kent", "2023", "50"), ("England", "2022", "40"), ("Surrey", "2023", "45")]
    found = assess(edition(rows))["lakes"]
    assert [one.gap for one in found.comparisons] == [None, Decimal(5)]
    assert found.rating is Rating.NOT_RATED
    assert found.statement == "Not reported for England"


def test_an_area_without_any_row_has_no_period() -> None:
    found = assess(edition([("England", "2022", "40")]))["lakes"]
    assert (found.period, found.reason) == ("", "NOT RATED: no value for Kent")


@pytest.mark.parametrize(
    ("unit", "kinds", "count"),
    [
        ("percent", {}, None),
        ("percent", {"base": {"Kent": "1050"}}, "11"),  # 1% of 1,050 is 10.5
        ("percent", {"base": {"England": "1050"}}, None),
        ("percent", {"base": {"Kent": "1050"}, "gap_count": {"England": "12"}}, "12"),
        ("percent", {"gap_count": {"Surrey": "12"}}, None),
        ("number", {}, "1.0"),
        ("number", {"gap_count": {"England": "7"}}, "7"),
        ("gbp", {}, None),
        ("gbp", {"gap_count": {"England": "7"}}, "7"),
    ],
)
def test_the_absolute_gap_is_as_published_or_else_computed(
    unit: Unit, kinds: Mapping[str, Mapping[str, str]], count: str | None
) -> None:
    found = finding("35", "36", replace(LAKES, unit=unit), **kinds)
    assert found.count == (None if count is None else Decimal(count))


def test_a_value_that_is_not_reported_has_no_absolute_gap() -> None:
    assert finding(None, "36", gap_count={"England": "7"}).count is None


@pytest.mark.parametrize(
    ("ours", "better", "wordings", "statement"),
    [
        ("38", "higher", {}, "+2.0pp against national average: 20 lakes"),
        ("34", "higher", {}, "−2.0pp against national average: 20 lakes"),
        ("36", "higher", {}, "Level with national average"),
        (
            "38",
            "lower",
            {"ahead": "good", "behind": "{area}: {count} more {counted} than the {comparator} ({gap})"},
            "Kent: 20 more lakes than the national average (+2.0pp)",
        ),
        ("34", "lower", {"ahead": "good", "behind": "bad"}, "good"),
        ("36.001", "higher", {"ahead": "ahead by {gap}", "level": "level"}, "ahead by 0.0pp"),
        ("36", "higher", {"level": "As the {comparator}"}, "As the national average"),
    ],
)
def test_the_statement_is_worded_by_the_exact_gap(
    ours: str, better: Better, wordings: dict[str, Any], statement: str
) -> None:
    indicator = replace(LAKES, better=better, **wordings)
    assert finding(ours, "36", indicator, base={"Kent": "1000"}).statement == statement


def test_the_default_wording_goes_without_what_is_not_there() -> None:
    assert finding("38", "36").statement == "+2.0pp against national average"
    uncounted = replace(LAKES, counted="")
    assert finding("38", "36", uncounted, base={"Kent": "1000"}).statement == "+2.0pp against national average: 20"


def test_what_stands_in_a_name_is_not_filled_in_again() -> None:
    assert finding("38", "36", replace(LAKES, counted="{gap} lakes", ahead="{counted}")).statement == "{gap} lakes"


def test_a_wording_that_asks_for_a_count_where_there_is_none_is_a_problem_at_the_indicator() -> None:
    place = Place("indicators.csv", 2)
    indicator = replace(LAKES, ahead="{count} more", place=place)
    problems = Problems()
    found = assess(edition([("Kent", "2023", "38"), ("England", "2023", "36")], indicator), problems)
    assert [(problem.code, problem.place) for problem in problems] == [("no-count", place)]
    assert found["lakes"].statement == "+2.0pp against national average"


@given(FIGURES | st.none(), FIGURES | st.none(), BANDS, st.sampled_from(("higher", "lower")))
def test_every_input_has_exactly_one_rating_and_mirrors_keep_it(
    ours: Decimal | None, theirs: Decimal | None, band: Decimal | None, better: Better
) -> None:
    gap = gap_between(ours, theirs)
    advantage = gap if gap is None or better == "higher" else -gap
    conditions = {
        Rating.NOT_RATED: advantage is None,
        Rating.GREEN: advantage is not None and advantage > 0,
        Rating.AMBER: advantage is not None and -(band or 0) <= advantage <= 0,
        Rating.RED: advantage is not None and advantage < -(band or 0),
    }
    indicator = replace(LAKES, better=better, amber_within=band)
    mirrored = replace(indicator, better="lower" if better == "higher" else "higher")
    texts = [None if one is None else str(one) for one in (ours, theirs)]
    found = finding(texts[0], texts[1], indicator)
    assert [rating for rating, holds in conditions.items() if holds] == [found.rating]
    assert finding(texts[1], texts[0], mirrored).rating is found.rating


@given(FIGURES.filter(bool), BANDS)
def test_turning_better_round_swaps_green_with_amber_or_red(advantage: Decimal, band: Decimal | None) -> None:
    assert {rate(advantage, band), rate(-advantage, band)} in (
        {Rating.GREEN, Rating.AMBER},
        {Rating.GREEN, Rating.RED},
    )


@given(FIGURES, FIGURES)
def test_a_gap_seen_from_the_other_side_turns_its_sign(ours: Decimal, theirs: Decimal) -> None:
    there, back = gap_between(ours, theirs), gap_between(theirs, ours)
    assert there is not None
    assert back is not None
    assert there == -back


@given(
    st.permutations([("Kent", "2021", "1"), ("Kent", "2023", "5"), ("England", "2023", "7"), ("Surrey", "2023", "4")])
)
def test_the_order_of_rows_does_not_matter(rows: list[Row]) -> None:
    found = assess(edition(rows))["lakes"]
    assert (found.period, found.value) == ("2023", Decimal(5))
    assert [one.gap for one in found.comparisons] == [Decimal(-2), Decimal(1)]


def test_figures_of_the_greatest_length_are_subtracted_exactly() -> None:
    ours, theirs = (
        Decimal("999999999999999.00000000000000000001"),
        Decimal("-999999999999999.00000000000000000002"),
    )
    assert str(gap_between(ours, theirs)) == "1999999999999998.00000000000000000003"
