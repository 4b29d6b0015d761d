"""What a template may name, as plain read-only views; the tables of docs/template.md are held to these classes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from reportgen.word.slots import BlockSlot, InlineSlot


@dataclass(frozen=True, slots=True)
class ReportView:
    title: str
    subtitle: str
    notice: str
    organisation: str
    edition: str
    area: str
    logo: InlineSlot | None


@dataclass(frozen=True, slots=True)
class ComparatorView:
    area: str
    label: str
    heading: str


@dataclass(frozen=True, slots=True)
class PartView:
    heading: InlineSlot
    body: BlockSlot


@dataclass(frozen=True, slots=True)
class ForewordView(PartView):
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class AspirationView:
    text: str
    fundamental: str


@dataclass(frozen=True, slots=True)
class RatingView:
    word: str
    fill: str


@dataclass(frozen=True, slots=True)
class ComparisonView:
    name: str
    value: str
    gap: str


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    theme: str
    name: str
    period: str
    value: str
    gap: str
    statement: str
    reason: str
    rating: RatingView
    comparators: tuple[ComparisonView, ...]
    others: tuple[ComparisonView, ...]
    aspirations: tuple[AspirationView, ...]


@dataclass(frozen=True, slots=True)
class AspirationRow:
    theme: str
    text: str
    fundamental: str


Row = TypeVar("Row", IndicatorRow, AspirationRow)


@dataclass(frozen=True, slots=True)
class ThemeView(Generic[Row]):
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TableView(Generic[Row]):
    label: InlineSlot
    here: bool
    comparator_heading: str
    themes: tuple[ThemeView[Row], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TablesView:
    summary: TableView[IndicatorRow]
    missions: TableView[AspirationRow]
    fundamentals: TableView[AspirationRow]


@dataclass(frozen=True, slots=True)
class MissionView:
    id: str
    number: int
    title: str
    heading: InlineSlot
    body: BlockSlot
    aspirations: tuple[AspirationView, ...]
    table: TableView[IndicatorRow]


@dataclass(frozen=True, slots=True)
class Names:
    """What may be named everywhere; a part that has no narrative is None."""

    report: ReportView
    comparator: ComparatorView
    foreword: ForewordView | None
    executive_summary: PartView | None
    introduction: PartView | None
    mission_analysis: PartView | None
    inclusive_growth: PartView | None
    conclusion: PartView | None
    missions: tuple[MissionView, ...]
    tables: TablesView
    rule: BlockSlot | None
    merged: InlineSlot
