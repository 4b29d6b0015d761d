"""Decimals and units: how a typed figure is read, and how a figure is printed in British usage.

Everything is decimal, never binary floating point. A printed figure is rounded once, halves away from zero;
a zero after rounding has no sign; the minus is the true one (U+2212).
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Literal, assert_never

Unit = Literal["percent", "gbp", "number"]

MINUS = "\u2212"
BEFORE, AFTER = 15, 20  # digits at most, before and after the point: a spreadsheet keeps 15 that tell
EXACT = Context(prec=100, rounding=ROUND_HALF_UP)  # wide enough that no product of two such figures is cut

_POWERS = {"bn": 9, "billion": 9, "m": 6, "million": 6, "k": 3, "thousand": 3}
_TYPED = re.compile(
    rf"""(?P<sign>[-+]?)[ ]?
         (?P<pound>£?)[ ]?
         (?P<late>[-+]?)[ ]?
         (?P<whole>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,3}}(?:[ ][0-9]{{3}})+|[0-9]*)
         (?:\.(?P<part>[0-9]+))?[ ]?
         (?P<power>{"|".join(_POWERS)})?[ ]?
         (?P<percent>%?)""",
    re.VERBOSE | re.IGNORECASE,
)


def parse(text: str, unit: Unit) -> Decimal:
    """The figure that somebody typed, in `unit`: 36, 36%, £1.2bn, £940m, 1,234, with spaces and any minus.

    The decimals stay as typed: 43.0 keeps its zero. Raises ValueError, worded for the person who typed it.
    """
    typed = _typed(text)
    if typed is None:
        raise ValueError(f"“{text}” is not a number{_remedy(text)}")
    _must_suit(typed, unit, text)
    whole, part = re.sub("[ ,]", "", typed["whole"]), typed["part"] or ""
    if len(whole) > BEFORE or len(part) > AFTER:
        raise ValueError(f"“{text}” has more than {BEFORE} digits before the point, or {AFTER} after it")
    sign = "-" if typed["sign"] + typed["late"] == "-" else ""
    return EXACT.plus(EXACT.scaleb(Decimal(f"{sign}{whole or 0}.{part}"), _power(typed)))


def decimals_in(text: str) -> int:
    """How many decimals a typed figure carries, in its unit: 43.0 has one; £1.2bn, in pounds, none."""
    typed = _typed(text)
    return max(0, len(typed["part"] or "") - _power(typed)) if typed else 0


def show(value: Decimal, unit: Unit, decimals: int | None) -> str:
    """A value as printed: 65%, £1.2bn, £15.30, 91,966. `decimals` None: as many as it carries.

    Decimals of money count in pounds: 0 gives whole pounds, more give at least two (pence). From £1m on an
    amount stands in bn or m where that is exact in at most two decimals, whatever `decimals` says.
    """
    figure = printed(value, unit, decimals)
    return _sign(figure, plus="") + _unsigned(figure.copy_abs(), unit, "%", "bn", "m")


def show_gap(gap: Decimal, unit: Unit, decimals: int | None) -> str:
    """A gap or a change as printed, signed: +2pp, −1.4pp, +£260m, +0.5; level is 0.0pp."""
    figure = printed(gap, unit, decimals)
    return _sign(figure, plus="+") + _unsigned(figure.copy_abs(), unit, "pp", "bn", "m")


def show_gap_in_words(gap: Decimal, unit: Unit, decimals: int | None) -> str:
    """How wide a gap is, without its sign: 12 percentage points, 1 percentage point, £260 million, 0.5."""
    figure = printed(gap, unit, decimals).copy_abs()
    points = " percentage point" if str(figure) == "1" else " percentage points"
    return _unsigned(figure, unit, points, " billion", " million")


def show_count(count: Decimal) -> str:
    """A count, in full with commas: 91,966."""
    return show(count, "number", None)


def rounded(value: Decimal, decimals: int | None) -> Decimal:
    """Rounded to so many decimals, halves away from zero. None: as it is."""
    return value if decimals is None else value.quantize(Decimal(1).scaleb(-decimals), context=EXACT)


def carried(value: Decimal) -> int:
    """How many decimals a figure carries."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def printed(value: Decimal, unit: Unit, decimals: int | None) -> Decimal:
    """The figure that `show` and `show_gap` print: rounded once."""
    return rounded(value, _digits(value, unit, decimals))


def _typed(text: str) -> re.Match[str] | None:
    plain = re.sub(r"[\s\u200b\ufeff]+", " ", text).strip()
    plain = re.sub(r"[\u2212\u2012\u2013]", "-", plain)  # true minus, and the dashes that Word puts in its place
    typed = _TYPED.fullmatch(plain)
    if typed is None or not (typed["whole"] or typed["part"]) or (typed["sign"] and typed["late"]):
        return None
    return typed


def _power(typed: re.Match[str]) -> int:
    return _POWERS[typed["power"].lower()] if typed["power"] else 0


def _must_suit(typed: re.Match[str], unit: Unit, text: str) -> None:
    if typed["percent"] and (unit != "percent" or typed["pound"]):
        raise ValueError(f"“{text}” is a percentage, but the unit is {unit}")
    if typed["pound"] and unit != "gbp":
        raise ValueError(f"“{text}” is an amount of money, but the unit is {unit}")
    if typed["power"] and unit != "gbp":
        raise ValueError(f"“{text}” must be written in full: only money may stand in bn or m")


def _remedy(text: str) -> str:
    if re.fullmatch(r"\(.*\d.*\)", text.strip()):
        return "; write a minus sign instead of the brackets"
    if re.fullmatch(r"\s*[-+]?\d+(\.\d+)?e[-+]?\d+\s*", text, re.IGNORECASE):
        return "; write it in full"
    if re.fullmatch(r"[-+\u2212]?[£ ]*\d+([.,]\d+)+[ %]*", text.strip()):
        return "; the decimal mark is a point, and commas part thousands: 1,234.5"
    return ""


def _digits(value: Decimal, unit: Unit, decimals: int | None) -> int | None:
    """How many decimals are printed. Pence have two digits, whole pounds none unless asked for."""
    if unit != "gbp":
        return decimals
    if decimals is None:
        decimals = 0 if value == value.to_integral_value() else carried(value)
    return max(2, decimals) if decimals else 0


def _sign(figure: Decimal, plus: str) -> str:
    return MINUS if figure < 0 else plus if figure > 0 else ""


def _unsigned(figure: Decimal, unit: Unit, percent: str, billion: str, million: str) -> str:
    match unit:
        case "percent":
            return f"{figure:,f}{percent}"
        case "number":
            return f"{figure:,f}"
        case "gbp":
            return f"£{_money(figure, billion, million)}"
        case _:
            assert_never(unit)


def _money(pounds: Decimal, billion: str, million: str) -> str:
    if pounds < 10**6:
        return f"{pounds:,f}"
    power, word = (9, billion) if pounds >= 10**9 else (6, million)
    scaled = EXACT.scaleb(pounds, -power)
    return f"{scaled.normalize(EXACT):,f}{word}" if scaled == rounded(scaled, 2) else f"{pounds:,f}"
