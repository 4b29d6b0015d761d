"""What a template may name, as plain read-only views; the tables of docs/template.md are held to these classes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from itertools import groupby
from typing import Any, Generic, TypeVar

from reportgen import numbers
from reportgen.compose import Report
from reportgen.edition.settings import Mission
from reportgen.findings import Comparison, Finding, Rating
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


def template_names(report: Report, fills: Mapping[Rating, str], *, every_part: bool = False) -> dict[str, Any]:
    """The names and what they stand for. `fills`: the cell colour of each rating, from the template's styles.

    `every_part`: also those without a narrative, and every table at its own place, for drawing a table whose own
    place is left out.
    """
    settings = report.settings
    report = replace(report, passages={}) if every_part else report  # calls no table
    names = Names(
        report=ReportView(
            settings.title,
            settings.subtitle,
            settings.notice,
            settings.organisation,
            settings.edition,
            settings.area,
            InlineSlot("logo") if settings.logo else None,
        ),
        comparator=_comparator(report),
        foreword=_foreword(report, every_part),
        executive_summary=_part("executive-summary", report, every_part),
        introduction=_part("introduction", report, every_part),
        mission_analysis=_part("mission-analysis", report, every_part),
        inclusive_growth=_part("inclusive-growth", report, every_part),
        conclusion=_part("conclusion", report, every_part),
        missions=tuple(
            _mission(number, mission, report, fills)
            for number, mission in enumerate(settings.missions, 1)
            if every_part or f"missions/{mission.id}" in report.passages
        ),
        tables=TablesView(
            _indicator_table("summary", report.findings.values(), report, fills),
            _aspiration_table("missions", report),
            _aspiration_table("fundamentals", report),
        ),
        rule=BlockSlot("rule") if report.rule else None,
        merged=InlineSlot("merged"),
    )
    return {one.name: getattr(names, one.name) for one in fields(names)}


def _part(part: str, report: Report, every_part: bool) -> PartView | None:
    if not every_part and part not in report.passages:
        return None
    return PartView(InlineSlot(f"heading:{part}"), BlockSlot(f"body:{part}"))


def _comparator(report: Report) -> ComparatorView:
    first = report.settings.comparators[0]
    return ComparatorView(first.area, first.name, _capital(first.name))


def _foreword(report: Report, every_part: bool) -> ForewordView | None:
    if not every_part and "foreword" not in report.passages:
        return None
    settings = report.settings
    return ForewordView(
        InlineSlot("heading:foreword"),
        BlockSlot("body:foreword"),
        settings.signatory_name,
        settings.signatory_role,
    )


def _mission(number: int, mission: Mission, report: Report, fills: Mapping[Rating, str]) -> MissionView:
    findings = [one for one in report.findings.values() if one.indicator.mission == mission.id]
    key = f"missions/{mission.id}"
    return MissionView(
        mission.id,
        number,
        mission.title,
        InlineSlot(f"heading:{key}"),
        BlockSlot(f"body:{key}"),
        tuple(AspirationView(one.text, one.fundamental) for one in mission.aspirations),
        _indicator_table(mission.id, findings, report, fills),
    )


def _indicator_table(
    identifier: str, findings: Iterable[Finding], report: Report, fills: Mapping[Rating, str]
) -> TableView[IndicatorRow]:
    order = {mission.id: number for number, mission in enumerate(report.settings.missions)}
    ranked = sorted(findings, key=lambda finding: order[finding.indicator.mission])
    rows = [_indicator_row(finding, report, fills) for finding in ranked]
    return _table(identifier, rows, _comparator_heading(ranked, report), report)


def _aspiration_table(identifier: str, report: Report) -> TableView[AspirationRow]:
    rows = [
        AspirationRow(mission.title, aspiration.text, aspiration.fundamental)
        for mission in report.settings.missions
        for aspiration in mission.aspirations
    ]
    return _table(identifier, rows, "", report)


def _table(identifier: str, rows: list[Row], comparator_heading: str, report: Report) -> TableView[Row]:
    themes = tuple(ThemeView(title, tuple(group)) for title, group in groupby(rows, key=lambda row: row.theme))
    label = InlineSlot(f"label:{identifier}")
    return TableView(label, report.stays(identifier), comparator_heading, themes, tuple(rows))


def _comparator_heading(findings: list[Finding], report: Report) -> str:
    """The report's comparator where any indicator is set against it; else the one that all share, if they do."""
    areas = {finding.comparisons[0].area for finding in findings if finding.comparisons}
    first = report.settings.comparators[0]
    if first.area in areas:
        return _capital(first.name)
    return areas.pop() if len(areas) == 1 and _single(findings) else "Comparators"


def _single(findings: list[Finding]) -> bool:
    return all(len(finding.comparisons) == 1 for finding in findings)


def _indicator_row(finding: Finding, report: Report, fills: Mapping[Rating, str]) -> IndicatorRow:
    indicator = finding.indicator
    mission = report.settings.mission(indicator.mission)
    comparators = tuple(_comparison(one, finding, report) for one in finding.comparisons)
    aspirations = [report.settings.aspiration(one) for one in indicator.aspirations]
    return IndicatorRow(
        theme=mission.title if mission else "",
        name=indicator.name,
        period=finding.period,
        value=_shown(finding, finding.value),
        gap=comparators[0].gap if comparators else "",
        statement=finding.statement,
        reason=finding.reason,
        rating=RatingView(finding.rating.value, fills[finding.rating]),
        comparators=comparators,
        others=tuple(_named(one, view) for one, view in zip(finding.comparisons, comparators, strict=True))[1:],
        aspirations=tuple(AspirationView(one.text, one.fundamental) for one in aspirations if one),
    )


def _comparison(comparison: Comparison, finding: Finding, report: Report) -> ComparisonView:
    only = len(finding.comparisons) == 1
    known = comparison.area == report.settings.comparators[0].area
    indicator = finding.indicator
    return ComparisonView(
        "" if only and known else comparison.area,
        _shown(finding, comparison.value),
        "" if comparison.gap is None else numbers.show_gap(comparison.gap, indicator.unit, indicator.decimals),
    )


def _named(comparison: Comparison, view: ComparisonView) -> ComparisonView:
    return ComparisonView(comparison.name, view.value, view.gap)


def _shown(finding: Finding, value: Any) -> str:
    indicator = finding.indicator
    return NOT_REPORTED if value is None else numbers.show(value, indicator.unit, indicator.decimals)


NOT_REPORTED = "not reported"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
