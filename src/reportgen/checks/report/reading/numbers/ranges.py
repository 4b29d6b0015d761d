"""Ranges of numbers: what a figure that was rounded or hedged may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

ENDLESS = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Range:
    """From `low`, which is in it, to `high`, which is in it only where `closed`: 8% is from 7.5 up to below 8.5."""

    low: Decimal
    high: Decimal
    closed: bool = False

    def meets(self, other: Range) -> bool:
        """Whether one number could be in both."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        return all(one.closed for one in (self, other) if one.high == high)

    def scaled(self, factor: Decimal) -> Range:
        return Range(self.low * factor, self.high * factor, self.closed)

    def widened(self, share: Decimal) -> Range:
        """Wider at both ends by a share of its middle."""
        more = abs(self.low + self.high) / 2 * share
        return Range(self.low - more, self.high + more, True)


def exactly(value: Decimal) -> Range:
    return Range(value, value, True)


def rounded_to(value: Decimal, step: Decimal) -> Range:
    """What rounds to this value, halves away from zero, where it was rounded to whole steps."""
    half = step / 2
    if value < 0:
        return Range(value - half, value + half, True)  # the other end is the open one, which matters to nobody
    return Range(value - half, value + half)


def step_of(value: Decimal, decimals: int, *, zeros: bool) -> Decimal:
    """The step to which a typed figure was rounded: its last decimal, or (`zeros`) its last digit that is no zero."""
    if decimals or not zeros or value == 0:
        return Decimal(1).scaleb(-decimals)
    digits = str(abs(int(value)))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
