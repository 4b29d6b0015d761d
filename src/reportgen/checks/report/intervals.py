"""Rounding intervals of what stands in the tables: all that a rounded figure may have been."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reportgen.numbers import EXACT, carried


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both of them in it: where a half was rounded to is not known."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high

    def minus(self, other: Interval) -> Interval:
        return Interval(EXACT.subtract(self.low, other.high), EXACT.subtract(self.high, other.low))

    def size(self) -> Interval:
        """Without sign."""
        ends = sorted((self.low.copy_abs(), self.high.copy_abs()))
        return Interval(Decimal(0) if self.low <= 0 <= self.high else ends[0], ends[1])

    def wider(self, share: Decimal) -> Interval:
        """With so much of itself at both ends (for what is not negative)."""
        return Interval(EXACT.multiply(self.low, 1 - share), EXACT.multiply(self.high, 1 + share))


def typed(value: Decimal) -> Interval:
    """What a figure may have been before it was rounded to the digits in which it was typed."""
    exponent = value.as_tuple().exponent
    return _around(value, exponent if isinstance(exponent, int) else 0)


def counted(count: Decimal) -> Interval:
    """The same for a count: zeros at its end may have come by rounding (92,000 for 91,966)."""
    whole = count.normalize(EXACT)
    exponent = whole.as_tuple().exponent
    return _around(count, -carried(count) if carried(count) else exponent if isinstance(exponent, int) else 0)


def _around(value: Decimal, exponent: int) -> Interval:
    half = Decimal((0, (5,), exponent - 1))
    return Interval(EXACT.subtract(value, half), EXACT.add(value, half))
