"""The names that a template may use, and what they stand for in one report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from itertools import groupby
from typing import Any

from reportgen.compose import Report
from reportgen.document import Value
from reportgen.edition.settings import Mission
from reportgen.expressions.figures import BoundFigures
from reportgen.findings import Comparison, Finding, Rating
from reportgen.word.context import (
    AspirationRow,
    AspirationView,
    ComparatorView,
    ComparisonView,
    ForewordView,
    IndicatorRow,
    MissionView,
    Names,
    PartView,
    RatingView,
    ReportView,
    Row,
    TablesView,
    TableView,
    ThemeView,
)
from reportgen.word.slots import BlockSlot, Figures, InlineSlot


def template_names(
    report: Report, fills: Mapping[Rating, str], figures: Figures, *, every_part: bool = False
) -> dict[str, Any]:
    """The names and what they stand for. `fills`: the cell colour of each rating, from the template's styles.

    `figures` comes to know every figure of the rows, with its origin.

    `every_part`: also those without a narrative, and every table at its own place, for drawing a table whose own
    place is left out.
    """
    settings = report.settings
    report = replace(report, passages={}) if every_part else report  # calls no table
    rows = _Rows(report, fills, figures, BoundFigures(report.edition, report.findings))
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
            _mission(number, mission, report, rows)
            for number, mission in enumerate(settings.missions, 1)
            if every_part or f"missions/{mission.id}" in report.passages
        ),
        tables=TablesView(
            _indicator_table("summary", report.findings.values(), report, rows),
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


def _mission(number: int, mission: Mission, report: Report, rows: _Rows) -> MissionView:
    findings = [one for one in report.findings.values() if one.indicator.mission == mission.id]
    key = f"missions/{mission.id}"
    return MissionView(
        mission.id,
        number,
        mission.title,
        InlineSlot(f"heading:{key}"),
        BlockSlot(f"body:{key}"),
        tuple(AspirationView(one.text, one.fundamental) for one in mission.aspirations),
        _indicator_table(mission.id, findings, report, rows),
    )


def _indicator_table(
    identifier: str, findings: Iterable[Finding], report: Report, rows: _Rows
) -> TableView[IndicatorRow]:
    order = {mission.id: number for number, mission in enumerate(report.settings.missions)}
    ranked = sorted(findings, key=lambda finding: order[finding.indicator.mission])
    made = [rows.row(finding) for finding in ranked]
    return _table(identifier, made, _comparator_heading(ranked, report), report)


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


@dataclass(frozen=True, slots=True)
class _Rows:
    """Makes the rows of indicators."""

    report: Report
    fills: Mapping[Rating, str]
    figures: Figures
    bound: BoundFigures

    def row(self, finding: Finding) -> IndicatorRow:
        indicator, settings = finding.indicator, self.report.settings
        mission = settings.mission(indicator.mission)
        comparators = tuple(self._comparison(one, finding) for one in finding.comparisons)
        aspirations = [settings.aspiration(one) for one in indicator.aspirations]
        rating = self.bound.rating(indicator.id)
        return IndicatorRow(
            theme=mission.title if mission else "",
            name=indicator.name,
            period=finding.period,
            value=self._words(self.bound.value(indicator.id)),
            gap=comparators[0].gap if comparators else "",
            statement=self._words(self.bound.statement(indicator.id)),
            reason=self._words(Value(finding.reason, replace(rating.origin, kind="reason"))),
            rating=RatingView(self._words(rating), self.fills[finding.rating]),
            comparators=comparators,
            others=tuple(
                replace(one, name=named.name) for one, named in zip(comparators, finding.comparisons, strict=True)
            )[1:],
            aspirations=tuple(AspirationView(one.text, one.fundamental) for one in aspirations if one),
        )

    def _comparison(self, comparison: Comparison, finding: Finding) -> ComparisonView:
        only = len(finding.comparisons) == 1
        known = comparison.area == self.report.settings.comparators[0].area
        identifier, area = finding.indicator.id, comparison.area
        return ComparisonView(
            "" if only and known else area,
            self._words(self.bound.value(identifier, area)),
            "" if comparison.gap is None else self._words(self.bound.gap(identifier, area)),
        )

    def _words(self, value: Value) -> str:
        return self.figures.words(value) if value.text else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
