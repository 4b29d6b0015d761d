"""report.yaml: what the report is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

from reportgen.problems import Place

Places: TypeAlias = Mapping[str, Place]  # where each key of an entry stands: area, template …

_DETERMINED = ("the", "a", "an", "all", "other", "our", "its", "their")  # with these no article is wanted

RESERVED = ("summary", "missions", "fundamentals")  # ids of the tables that the data make by themselves


@dataclass(frozen=True, slots=True)
class Comparator:
    area: str
    label: str = ""  # what it is called in running text: national average
    place: Place = field(default=Place("report.yaml"), compare=False)

    @property
    def name(self) -> str:
        return self.label or self.area

    @property
    def in_sentence(self) -> str:
        """The name as it reads in a sentence: a common noun (the national average) with its article."""
        words = self.label.split()
        common = words and words[0] not in _DETERMINED and (words[0][0].islower() or words[-1][0].islower())
        return f"the {self.name}" if common else self.name


@dataclass(frozen=True, slots=True)
class Aspiration:
    id: str
    text: str
    fundamental: str = ""
    place: Place = field(default=Place("report.yaml"), compare=False)


@dataclass(frozen=True, slots=True)
class Mission:
    id: str
    title: str
    aspirations: tuple[Aspiration, ...] = ()
    place: Place = field(default=Place("report.yaml"), compare=False)


@dataclass(frozen=True, slots=True)
class IndicatorData:
    """A figure's data where they are an indicator's values. `areas` empty: all."""

    indicator: str
    areas: tuple[str, ...] = ()
    places: Places = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class FigureSettings:
    id: str
    title: str
    kind: Literal["bar", "column", "line"]
    data: IndicatorData | str  # str: a series
    alt: str
    source: str | None = None
    place: Place = field(default=Place("report.yaml"), compare=False)
    places: Places = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class TableSettings:
    id: str
    title: str
    data: str  # a series
    source: str | None = None
    merge: tuple[str, ...] = ()
    place: Place = field(default=Place("report.yaml"), compare=False)
    places: Places = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture for the title page."""

    file: str  # relative to the edition: pictures/logo.png
    alt: str
    place: Place = field(default=Place("report.yaml"), compare=False)


@dataclass(frozen=True, slots=True)
class Settings:
    title: str
    organisation: str
    edition: str
    area: str
    comparators: tuple[Comparator, ...]
    missions: tuple[Mission, ...]
    amber_within: Decimal | None = None  # percentage points; for percent indicators only
    subtitle: str = ""
    notice: str = ""
    language: str = "en-GB"
    signatory_name: str = ""
    signatory_role: str = ""
    figures: Mapping[str, FigureSettings] = field(default_factory=dict)
    tables: Mapping[str, TableSettings] = field(default_factory=dict)
    plain_tables: bool = False
    template: str = "evidence-report"
    logo: Logo | None = None
    places: Places = field(default_factory=dict, compare=False)

    def mission(self, identifier: str) -> Mission | None:
        return next((mission for mission in self.missions if mission.id == identifier), None)

    def aspiration(self, identifier: str) -> Aspiration | None:
        every = (aspiration for mission in self.missions for aspiration in mission.aspirations)
        return next((aspiration for aspiration in every if aspiration.id == identifier), None)

    def comparator(self, area: str) -> Comparator:
        """The report's comparator of this area, with its label; else the area by its own name."""
        return next((one for one in self.comparators if one.area == area), Comparator(area))

    def place(self, key: str) -> Place:
        """Where a key of report.yaml stands."""
        return self.places.get(key, Place("report.yaml"))
