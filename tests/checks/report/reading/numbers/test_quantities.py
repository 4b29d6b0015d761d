"""Figures in words: their units, hedges, and what they may stand for."""

from decimal import Decimal

import pytest

from reportgen.checks.report.reading.numbers.number_words import ORDINALS, TENS, TIMES, UNITS
from reportgen.checks.report.reading.numbers.quantities import periods, quantities
from reportgen.checks.report.reading.numbers.ranges import Range, exactly, rounded_to


def units(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.unit) for one in quantities(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("8% of adults", [("8%", "percent")]),
        ("ten per cent", [("ten per cent", "percent")]),
        ("1.5 percentage points, or 2pp", [("1.5 percentage points", "points"), ("2pp", "points")]),
        ("£1.2bn and £940 million", [("£1.2bn", "gbp"), ("£940 million", "gbp")]),
        ("91,966 adults", [("91,966", "number")]),
        ("two thirds, half, one in five", [("two thirds", "percent"), ("half", "percent"), ("one in five", "percent")]),
        ("one bus in ten", [("one bus in ten", "percent")]),
        ("one late night bus in ten", [("one late night bus in ten", "percent")]),
        ("one new bus in ten years", [("ten", "number")]),
        ("three in four 19 year olds", [("three in four", "percent")]),
        ("nearly 60 times a year", [("60", "number")]),
        ("24 times each, or in 2023 26 times in the year", [("24", "number"), ("26", "number")]),
        ("a third of Scotland's, or half those in Kent", [("a third", "times"), ("half", "times")]),
        ("one of 49.6", [("49.6", "number")]),
        ("last year 1,240 came twice a week", [("1,240", "number")]),
        ("twice, or 2.5 times", [("twice", "times"), ("2.5 times", "times")]),
        ("doubled, or tenfold", [("doubled", "times"), ("tenfold", "times")]),
        ("half of them, half as many, a third of that", [("half", "percent"), ("half", "times"), ("a third", "times")]),
        ("a point and a half", [("a point and a half", "points")]),
        ("half a tonne, half a million", [("half", "number"), ("half a million", "number")]),
        ("it slipped twice, by 5", [("5", "number")]),
        ("a percentage point above", [("a percentage point", "points")]),
        ("a majority of half a dozen", [("a majority", "percent"), ("half a dozen", "number")]),
        ("7.4 out of 10, not 7.2", [("7.4 out of 10", "number"), ("7.2", "number")]),
        ("three points above, and 7 rarer than in Kent", [("three points", "points"), ("7", "points")]),
        ("three points, that over Kent 7", [("three points", "points"), ("7", "points")]),
        ("England by three points and Kent by seven", [("three points", "points"), ("seven", "points")]),
        ("on a scale of ten it is 7.4", [("7.4", "number")]),
        ("9th of 41 areas", [("9th", "ordinal"), ("41", "number")]),
    ],
)
def test_a_figure_has_its_unit(text: str, found: list[tuple[str, str]]) -> None:
    assert units(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "in 2023 and 2021-22",
        "on 1 April 2023",
        "adults aged 16 to 64",
        "Mission 3, Table 6 and Level 4",
        "5G and COVID-19",
        "dentists per 100,000 people",
        "the 18-24 year olds and under 18s",
        "one of the best",
    ],
)
def test_dates_ages_and_numbers_in_names_are_no_figures(text: str) -> None:
    assert units(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("8%", "7.5", "8.5"),
        ("92,000 adults", "91500", "92500"),
        ("£15.3bn", "15250000000", "15350000000"),
        ("over £15bn", "15000000000", "Infinity"),
        ("at most 75%", "0", "75.5"),
        ("between 75% and 80%", "74.5", "80.5"),
        ("nearly half", "44.00", "50"),
        ("as many as three quarters", "71", "79"),
        ("half a million trips", "470000.000", "530000.000"),
        ("They number 1,240", "1235", "1245"),
        ("some 76% of them", "75.15", "76.85"),
        ("about three quarters", "69.5", "80.5"),
        ("to the nearest whole number, 100", "99.5", "100.5"),
    ],
)
def test_a_figure_stands_for_a_range(text: str, low: str, high: str) -> None:
    possible = quantities(text)[0].possible
    assert (possible.low, possible.high) == (Decimal(low), Decimal(high))


def test_a_range_holds_its_lower_end_and_not_its_upper_one() -> None:
    eight = rounded_to(Decimal(8), Decimal(1))
    assert eight.meets(exactly(Decimal("7.5")))
    assert not eight.meets(exactly(Decimal("8.5")))
    assert not Range(Decimal(1), Decimal(2)).meets(Range(Decimal(2), Decimal(3)))


def test_periods_are_found_with_where_they_begin() -> None:
    assert periods("In 2023, and 2021/22") == ((3, "2023"), (13, "2021-22"))


@pytest.mark.parametrize(
    "word", [*list(UNITS)[1:], *TENS, *TIMES, *ORDINALS, "half", "Half", "a third", "AN EIGHTH", "£5", "−5%"]
)
def test_no_figure_is_passed_over_for_how_it_begins(word: str) -> None:
    [one] = quantities(f"it is {word} now")
    assert one.text == word
