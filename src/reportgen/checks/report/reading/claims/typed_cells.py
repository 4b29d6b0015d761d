"""Figures of tables and lists typed by hand, each with what the data say of its indicator, area and period."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.checks.report.reading.claims.heads import Head, Heads, Measure
from reportgen.checks.report.reading.data import Data, Datum
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.passage import Passage
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator, Unit
from reportgen.edition.settings import FigureSettings, TableSettings
from reportgen.problems import Place

if TYPE_CHECKING:
    from reportgen.checks.report.reading.report import ReadReport

_Grid = Mapping[tuple[int, int], Passage]
_SCALED = re.compile(
    r"£\s?(?:m|bn|k|000s?)\b|\((?:in\s)?(?:thousands?|millions?|billions?|000s?)\)|\bin\s(?:thousands|millions)\b",
    re.IGNORECASE,
)
_FITTING: dict[Unit, tuple[str, ...]] = {
    "percent": ("percent", "number", "points"),
    "gbp": ("gbp", "number"),
    "number": ("number",),
}
_BEHIND_HEAD = re.compile(r"\s?[:–—]\s|\s-\s|\s\(")
_EMPTY = Head(None, (), (), "value", 0, True)


@dataclass(frozen=True, slots=True)
class TypedCell:
    """A figure in a table or list. `exact`: the heads say no more and no less than what the datum is."""

    statement: Statement
    quantity: Quantity
    indicator: Indicator
    datum: Datum
    measure: Measure
    exact: bool
    elsewhen: bool  # fits the same in another period, and none is named

    @property
    def agrees(self) -> bool:
        size = self.quantity.possible.meets(self.datum.range)
        return size and (self.measure == "value" or self._has_its_sign)

    @property
    def _has_its_sign(self) -> bool:
        sign, value = self.quantity.sign, self.datum.value
        return not sign or not value or (sign > 0) == (value > 0)


def typed_cells(report: ReadReport) -> tuple[tuple[TypedCell, ...], ...]:
    """The figures that can be tied, table by table and list by list."""
    reader = _Reader(report)
    tables = [*_tables(report.passages), *_series(report)]
    every = [*map(reader.table, tables), *map(reader.list, _lists(report.passages))]
    return tuple(found for each in every if (found := tuple(each)))


def _tables(passages: Sequence[Passage]) -> Iterator[tuple[_Grid, Passage | None]]:
    grids: dict[tuple[str, str, int], dict[tuple[int, int], Passage]] = {}
    for one in passages:
        if one.kind == "cell":
            key = (one.section.part, one.place().file, one.group)
            grids.setdefault(key, {})[one.row, one.column] = one
    leads = _leads(passages, "table")
    for grid in grids.values():
        yield grid, leads.get(min(grid.values(), key=lambda one: (one.row, one.column)).place())


def _series(report: ReadReport) -> Iterator[tuple[_Grid, Passage | None]]:
    """The series that figures and tables show, each under their title."""
    titles = {one.section.figure: one for one in report.passages if one.kind == "title"}
    settings = report.edition.settings
    grids: dict[tuple[str, str | None], dict[tuple[int, int], Passage]] = {}
    for one in report.passages:
        if one.kind in ("series heading", "series cell"):
            grids.setdefault(_file(one.place()), {})[one.row, one.column] = one
    shown: list[FigureSettings | TableSettings] = [*settings.figures.values(), *settings.tables.values()]
    for key, series in report.edition.evidence.series.items():
        title = next((titles.get(one.id) for one in shown if one.data == key), None)
        if title is not None and _file(series.place) in grids:
            yield grids[_file(series.place)], title


def _file(place: Place) -> tuple[str, str | None]:
    return place.file, place.sheet


def _lists(passages: Sequence[Passage]) -> Iterator[tuple[Sequence[Passage], Passage]]:
    items: dict[tuple[str, str, int], list[Passage]] = {}
    for one in passages:
        if one.kind == "item":
            items.setdefault((one.section.part, one.place().file, one.group), []).append(one)
    leads = _leads(passages, "list")
    for each in items.values():
        lead = leads.get(each[0].place())
        if lead is not None:
            yield each, lead


def _leads(passages: Sequence[Passage], kind: str) -> Mapping[Place, Passage]:
    """What stands before each table or list, by the place where that begins."""
    return {one.listing.place: one for one in passages if one.listing is not None and one.listing.kind == kind}


class _Reader:
    def __init__(self, report: ReadReport) -> None:
        self._data: Data = report.data
        self._heads = Heads(report)

    def table(self, told: tuple[_Grid, Passage | None]) -> Iterator[TypedCell]:
        grid, lead = told
        columns = {column: self._heads.of(one) for (row, column), one in grid.items() if row == 0}
        rows = {row: self._heads.of(one) for (row, column), one in grid.items() if column == 0}
        around = [columns.get(0, _EMPTY), self._heads.of(lead)]
        for (row, column), one in grid.items():
            heads = [grid.get((row, 0)), grid.get((0, column)), grid.get((0, 0))]
            if not row or not column or any(head and _SCALED.search(head.text) for head in heads):
                continue
            figure = self._figure(one)
            if figure is not None:
                yield from self._tied(*figure, (rows.get(row, _EMPTY), columns.get(column, _EMPTY)), around)

    def list(self, told: tuple[Sequence[Passage], Passage]) -> Iterator[TypedCell]:
        items, lead = told
        around = [self._heads.of(lead)]
        for one in items:
            ends = _BEHIND_HEAD.search(one.text)
            statements = self._heads.statements_of(one)
            if ends is None or len(statements) != 1:
                continue
            head = self._heads.of(one, ends.start())
            typed = statements[0].quantities
            if head.foreign or head.indicator or not (head.areas or head.periods):
                continue  # what names its indicator itself is a sentence like any other
            if len(typed) == 1 and typed[0].start == ends.end():
                yield from self._tied(statements[0], typed[0], (head, _EMPTY), around)

    def _figure(self, passage: Passage) -> tuple[Statement, Quantity] | None:
        """The figure that is all that a cell has."""
        statements = self._heads.statements_of(passage)
        if len(statements) != 1 or len(statements[0].quantities) != 1:
            return None
        one = statements[0].quantities[0]
        start = one.begin
        rest = passage.text[:start] + passage.text[one.end :]
        return (statements[0], one) if not re.search(r"\w", rest) else None

    def _tied(
        self, statement: Statement, one: Quantity, heads: tuple[Head, Head], around: Sequence[Head]
    ) -> Iterator[TypedCell]:
        if not all(head.is_known for head in heads):
            return
        indicators = {head.indicator.id: head.indicator for head in heads if head.indicator}
        beside = not indicators
        if beside:
            indicators = {head.indicator.id: head.indicator for head in around if head.indicator}
        areas = list(dict.fromkeys(area for head in heads for area in head.areas))
        periods = list(dict.fromkeys(period for head in heads for period in head.periods))
        if len(indicators) != 1 or one.unit not in _FITTING[(indicator := next(iter(indicators.values()))).unit]:
            return
        periods = periods or _single([head.periods for head in around])
        areas = areas or _single([head.areas for head in around])
        measure: Measure = next((head.measure for head in heads if head.measure != "value"), "value")
        datum = self._datum(indicator, measure, areas, periods)
        if datum is not None:
            exact = not beside and not any(head.foreign for head in heads)
            area = areas[0] if areas else self._data.home
            elsewhen = measure == "value" and not periods and self._fits_elsewhen(one, indicator, area)
            yield TypedCell(statement, one, indicator, datum, measure, exact, elsewhen)

    def _datum(
        self, indicator: Indicator, measure: Measure, areas: Sequence[str], periods: Sequence[str]
    ) -> Datum | None:
        if len(areas) > 1 or len(periods) > 1:
            return None
        period = periods[0] if periods else ""
        match measure:
            case "value":
                return self._data.value(indicator, areas[0] if areas else self._data.home, period)
            case "gap":
                rival = areas[0] if areas else indicator.comparators[0] if len(indicator.comparators) == 1 else ""
                return self._data.gap(indicator, self._data.home, rival, period) if rival else None
            case "change":
                since = period if period != self._data.current(indicator) else ""
                return self._data.change(indicator, areas[0] if areas else self._data.home, since) if since else None

    def _fits_elsewhen(self, one: Quantity, indicator: Indicator, area: str) -> bool:
        values = (self._data.value(indicator, area, period) for period in self._data.periods(indicator, area))
        return any(one.possible.meets(value.range) for value in values if value is not None)


def _single(told: Sequence[Sequence[str]]) -> list[str]:
    """The one that is named, by the nearest that names any; nothing where more are."""
    nearest = next((list(one) for one in told if one), [])
    return nearest if len(nearest) == 1 else []
