"""What a chart shows, and what drawing it gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from reportgen import numbers
from reportgen.problems import Place

NOT_REPORTED = "not reported"


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One value a category, in `unit` (money in pounds, percentages as 36 for 36%). None: not reported."""

    name: str
    unit: numbers.Unit
    values: tuple[Decimal | None, ...]

    def __post_init__(self) -> None:
        if any(value is not None and not value.is_finite() for value in self.values):
            raise ValueError(f"series “{self.name}” holds a value that is no number")


@dataclass(frozen=True, slots=True)
class Chart:
    """Categories, and one or more series with a value for each. Its title is the caption's business.

    `highlight` is the category that stands out (the report's area). `decimals` None: as many as the most exact value
    of that unit carries. `place` is where it is asked for.
    """

    kind: Literal["bar", "column", "line"]
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    highlight: str | None = None
    decimals: int | None = None
    place: Place | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if any(len(one.values) != len(self.categories) for one in self.series):
            raise ValueError("a chart needs one value a category in each series")

    def label(self, series: ChartSeries, value: Decimal | None) -> str:
        """A value as printed beside its bar: 65%, −£120m, not reported."""
        if value is None:
            return NOT_REPORTED
        return numbers.show(value, series.unit, self._decimals(series.unit))

    def _decimals(self, unit: numbers.Unit) -> int | None:
        if self.decimals is not None:
            return self.decimals
        alike = (value for one in self.series if one.unit == unit for value in one.values if value is not None)
        typed = (value.normalize() if unit == "gbp" else value for value in alike)  # £1.5m holds no pence
        return max((max(0, -int(value.as_tuple().exponent)) for value in typed), default=0)

    @property
    def reported(self) -> list[Decimal]:
        """All values that are known."""
        return [value for one in self.series for value in one.values if value is not None]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn chart: the same picture as SVG and as PNG (200 dots an inch), and its size in points."""

    svg: bytes
    png: bytes
    width: float
    height: float
    unknown: str = ""  # characters of its labels that no font at hand has: they print as empty boxes
