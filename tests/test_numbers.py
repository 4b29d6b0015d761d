from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.numbers import Unit, decimals_in, parse, show, show_count, show_gap, show_gap_in_words

UNITS: tuple[Unit, ...] = ("percent", "gbp", "number")
FIGURES = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=2)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("36", "percent", "36"),
        ("36%", "percent", "36"),
        (" 36 % ", "percent", "36"),
        ("43.0", "percent", "43.0"),
        (".5", "percent", "0.5"),
        ("\u22121.4", "percent", "-1.4"),
        ("-1.4%", "percent", "-1.4"),
        ("–1.4", "number", "-1.4"),
        ("+2", "number", "2"),
        ("1,234", "number", "1234"),
        ("1 234", "number", "1234"),
        ("1\u202f234\u00a0567", "number", "1234567"),
        ("£1.2bn", "gbp", "1200000000"),
        ("£940m", "gbp", "940000000"),
        ("£ 940 million", "gbp", "940000000"),
        ("1.5BN", "gbp", "1500000000"),
        ("£12k", "gbp", "12000"),
        ("\u2212£120m", "gbp", "-120000000"),
        ("£-120m", "gbp", "-120000000"),
        ("£15.30", "gbp", "15.30"),
        ("£1,234,567.89", "gbp", "1234567.89"),
    ],
)
def test_figures_are_read_as_people_type_them(text: str, unit: Unit, value: str) -> None:
    assert parse(text, unit) == Decimal(value)
    assert "E" not in str(parse(text, unit) + 0)


POINT = "; the decimal mark is a point, and commas part thousands: 1,234.5"


@pytest.mark.parametrize(
    ("text", "unit", "message"),
    [
        ("n/a", "percent", "“n/a” is not a number"),
        ("–", "percent", "“–” is not a number"),
        ("", "number", "“” is not a number"),
        ("(3)", "number", "“(3)” is not a number; write a minus sign instead of the brackets"),
        ("1.2E+09", "gbp", "“1.2E+09” is not a number; write it in full"),
        ("0,54", "percent", "“0,54” is not a number" + POINT),
        ("1,23", "number", "“1,23” is not a number" + POINT),
        ("-36,5 %", "percent", "“-36,5 %” is not a number" + POINT),
        ("1.234,5", "number", "“1.234,5” is not a number" + POINT),
        ("1.234.567", "number", "“1.234.567” is not a number" + POINT),
        ("1 23", "number", "“1 23” is not a number"),
        ("1,234 567", "number", "“1,234 567” is not a number"),
        ("58 (p)", "percent", "“58 (p)” is not a number"),
        ("--3", "number", "“--3” is not a number"),
        ("-£-3", "gbp", "“-£-3” is not a number"),
        ("٣", "number", "“٣” is not a number"),
        ("36%", "gbp", "“36%” is a percentage, but the unit is gbp"),
        ("£36%", "percent", "“£36%” is a percentage, but the unit is percent"),
        ("£36", "percent", "“£36” is an amount of money, but the unit is percent"),
        ("1.7m", "number", "“1.7m” must be written in full: only money may stand in bn or m"),
    ],
)
def test_what_is_no_figure_is_refused_in_plain_words(text: str, unit: Unit, message: str) -> None:
    with pytest.raises(ValueError) as refusal:
        parse(text, unit)
    assert str(refusal.value) == message


def test_a_figure_with_too_many_digits_is_refused() -> None:
    for text in ("1" * 16, "0." + "1" * 21):
        with pytest.raises(ValueError, match="has more than 15 digits before the point, or 20 after it"):
            parse(text, "number")


@pytest.mark.parametrize(
    ("text", "decimals"),
    [("36", 0), ("43.0", 1), ("6.27%", 2), ("£15.30", 2), ("£1.2bn", 0), ("£1.2345k", 1), ("n/a", 0)],
)
def test_decimals_are_counted_as_typed_and_those_of_money_in_pounds(text: str, decimals: int) -> None:
    assert decimals_in(text) == decimals


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "printed"),
    [
        ("65", "percent", 0, "65%"),
        ("93", "percent", 1, "93.0%"),
        ("43.0", "percent", None, "43.0%"),
        ("0.5", "percent", 0, "1%"),
        ("2.5", "percent", 0, "3%"),
        ("-2.5", "percent", 0, "−3%"),
        ("-0.4", "percent", 0, "0%"),
        ("91966", "number", 0, "91,966"),
        ("-1234.5", "number", 1, "−1,234.5"),
        ("1200000000", "gbp", None, "£1.2bn"),
        ("1200000000", "gbp", 0, "£1.2bn"),
        ("1200000000", "gbp", 2, "£1.2bn"),
        ("1250000000", "gbp", 0, "£1.25bn"),
        ("1234000000", "gbp", 0, "£1,234,000,000"),
        ("940000000", "gbp", None, "£940m"),
        ("4000000", "gbp", None, "£4m"),
        ("1000000", "gbp", 0, "£1m"),
        ("999999.99", "gbp", 2, "£999,999.99"),
        ("999999.99", "gbp", 0, "£1m"),
        ("1234567", "gbp", 0, "£1,234,567"),
        ("1234567.5", "gbp", 2, "£1,234,567.50"),
        ("1200000000000", "gbp", 0, "£1,200bn"),
        ("-120000000", "gbp", None, "−£120m"),
        ("15.3", "gbp", None, "£15.30"),
        ("15.3", "gbp", 1, "£15.30"),
        ("15.35", "gbp", 1, "£15.35"),
        ("15.345", "gbp", 2, "£15.35"),
        ("15", "gbp", 2, "£15.00"),
        ("15", "gbp", None, "£15"),
        ("15.00", "gbp", None, "£15"),
        ("15.5", "gbp", 0, "£16"),
        ("0.2345", "gbp", 4, "£0.2345"),
        ("0", "gbp", None, "£0"),
    ],
)
def test_values_are_printed_in_british_usage(value: str, unit: Unit, decimals: int | None, printed: str) -> None:
    assert show(Decimal(value), unit, decimals) == printed


@pytest.mark.parametrize(
    ("gap", "unit", "decimals", "printed", "in_words"),
    [
        ("2", "percent", 0, "+2pp", "2 percentage points"),
        ("1", "percent", 0, "+1pp", "1 percentage point"),
        ("-1", "percent", 1, "−1.0pp", "1.0 percentage points"),
        ("-1.4", "percent", 1, "−1.4pp", "1.4 percentage points"),
        ("-0.04", "percent", 1, "0.0pp", "0.0 percentage points"),
        ("0", "percent", 0, "0pp", "0 percentage points"),
        ("260000000", "gbp", 0, "+£260m", "£260 million"),
        ("-1200000000", "gbp", 0, "−£1.2bn", "£1.2 billion"),
        ("0.2", "gbp", 2, "+£0.20", "£0.20"),
        ("0", "gbp", 0, "£0", "£0"),
        ("0.5", "number", 1, "+0.5", "0.5"),
        ("-1234", "number", 0, "−1,234", "1,234"),
    ],
)
def test_gaps_are_signed_in_figures_and_unsigned_in_words(
    gap: str, unit: Unit, decimals: int, printed: str, in_words: str
) -> None:
    assert show_gap(Decimal(gap), unit, decimals) == printed
    assert show_gap_in_words(Decimal(gap), unit, decimals) == in_words


def test_counts_are_printed_in_full() -> None:
    assert show_count(Decimal(22000000)) == "22,000,000"
    assert show_count(Decimal("4E+6")) == "4,000,000"


@given(FIGURES, st.sampled_from(UNITS))
def test_what_is_printed_exactly_reads_back_as_the_same_figure(figure: Decimal, unit: Unit) -> None:
    assert parse(show(figure, unit, None), unit) == figure


@given(FIGURES, st.integers(0, 3), st.sampled_from(UNITS))
def test_a_printed_gap_turns_its_sign_and_nothing_else(gap: Decimal, decimals: int, unit: Unit) -> None:
    there, back = show_gap(gap, unit, decimals), show_gap(-gap, unit, decimals)
    assert there.lstrip("+−") == back.lstrip("+−")
    assert there[0] != back[0] or there == back


@given(FIGURES, st.integers(0, 3))
def test_rounding_is_never_further_off_than_half_a_unit(figure: Decimal, decimals: int) -> None:
    printed = parse(show(figure, "number", decimals), "number")
    assert abs(printed - figure) <= Decimal("0.5").scaleb(-decimals)
