"""What was measured and observed: indicators, observations, facts, series. All figures are decimals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from reportgen.numbers import Unit
from reportgen.problems import Place

__all__ = ["Better", "Evidence", "Fact", "Indicator", "Observation", "Series", "Unit"]

Better = Literal["higher", "lower"]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of indicators.csv, with the report's settings filled in where the row is silent."""

    id: str
    mission: str
    name: str
    unit: Unit
    better: Better
    decimals: int  # how many to print; resolved: asked for, else the most that any of its values carries
    comparators: tuple[str, ...]  # areas; the first is rated against
    amber_within: Decimal | None  # in the indicator's own unit; None: no amber band, only level is AMBER
    counted: str = ""
    aspirations: tuple[str, ...] = ()
    source: str | None = None
    ahead: str = ""
    behind: str = ""
    level: str = ""
    place: Place = field(default=Place("indicators.csv"), compare=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)  # of its name and wordings

    def place_of(self, column: str) -> Place:
        """Where the cell of a column stands; that of the id where it is not known."""
        return self.places.get(column, self.place)


@dataclass(frozen=True, slots=True)
class Observation:
    """One row of values.csv. `value` None: known but not reported, never zero."""

    indicator: str
    area: str
    period: str
    value: Decimal | None
    base: Decimal | None = None
    gap_count: Decimal | None = None
    source: str | None = None
    place: Place = field(default=Place("values.csv"), compare=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)  # by column

    def place_of(self, column: str) -> Place:
        """Where the cell of a column stands; that of the value where it is not known."""
        return self.places.get(column, self.place)


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of facts.csv. A fact of unit `text` has its words in `text` and no value."""

    id: str
    unit: Literal["percent", "gbp", "number", "text"]
    value: Decimal | None
    text: str  # as typed
    decimals: int = 0  # as typed
    source: str | None = None
    place: Place = field(default=Place("facts.csv"), compare=False)
    note: str = field(default="", compare=False)  # what it is, in its owner's words: for checks alone


@dataclass(frozen=True, slots=True)
class Series:
    """A table of its own (series/*.csv, or a sheet): headings and cells, as typed."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    place: Place = field(default=Place("series"), compare=False)
    places: tuple[tuple[Place, ...], ...] = field(default=(), compare=False)  # of the cells


@dataclass(frozen=True, slots=True)
class Evidence:
    indicators: Mapping[str, Indicator]  # in the order of the file
    observations: Mapping[tuple[str, str, str], Observation]  # by indicator, area, period; in the file's order
    facts: Mapping[str, Fact]
    series: Mapping[str, Series]  # by what report.yaml calls them: series/barriers.csv
    faulty: frozenset[str] = frozenset()  # indicators of which not all that stands in the tables could be read
    _areas: dict[str, dict[str, list[str]]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for indicator, area, period in self.observations:
            self._areas.setdefault(indicator, {}).setdefault(area, []).append(period)

    def periods(self, indicator: str, area: str) -> tuple[str, ...]:
        """The periods for which this area has a row, empty value or not; oldest first (they sort as text)."""
        return tuple(sorted(self._areas.get(indicator, {}).get(area, ())))

    def areas(self, indicator: str) -> tuple[str, ...]:
        """The areas that have a row for this indicator, in the order of the file."""
        return tuple(self._areas.get(indicator, ()))

    def observation(self, indicator: str, area: str, period: str) -> Observation | None:
        return self.observations.get((indicator, area, period))
