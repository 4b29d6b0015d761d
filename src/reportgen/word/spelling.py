"""Numbers in words, as Word counts in them in lists (17.18.59: cardinalText, ordinalText)."""

from __future__ import annotations

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def cardinal(number: int) -> str:
    """`Twenty-one`; in digits beyond the numbers from 0 to 99."""
    return _spelt(number).capitalize()


def ordinal(number: int) -> str:
    """`Twenty-first`."""
    before, dash, last = _spelt(number).rpartition("-")
    regular = f"{last.removesuffix('y')}ieth" if last.endswith("y") else f"{last}th"
    return f"{before}{dash}{_IRREGULAR.get(last, regular)}".capitalize()


def _spelt(number: int) -> str:
    if 0 <= number < len(_ONES):
        return _ONES[number]
    if not 0 <= number < 100:
        return str(number)
    ten, one = _TENS[number // 10 - 2], number % 10
    return f"{ten}-{_ONES[one]}" if one else ten
