"""From values to points on the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale: where zero lies, and how many points a unit takes (negative: upwards on the sheet)."""

    zero: float
    unit: float

    def __call__(self, value: float) -> float:
        return self.zero + value * self.unit


def scale_for_bars(bars: Sequence[tuple[float, float]], start: float, end: float) -> Scale:
    """The widest scale from zero on which each bar and the label beyond its end fit between `start` and `end`.

    `bars` are values, and the room in points that each one's label takes beyond it. A zero's label stands where the
    positive ones do, unless all the others are negative (see `goes_back`).
    """
    back = goes_back([value for value, _ in bars])
    ahead = [(value, room) for value, room in bars if value > 0 or (value == 0 and not back)] or [(0.0, 0.0)]
    behind = [(-value, room) for value, room in bars if value < 0 or (value == 0 and back)] or [(0.0, 0.0)]
    unit = min(
        (
            max(end - start - room - other_room, 0.0) / (value + other)
            for value, room in ahead
            for other, other_room in behind
            if value + other > 0
        ),
        default=1.0,
    )
    return Scale(start + max(value * unit + room for value, room in behind), unit)


def goes_back(values: Iterable[float | Decimal]) -> bool:
    """Whether all bars go backwards from zero."""
    known = list(values)
    return any(value < 0 for value in known) and not any(value > 0 for value in known)
