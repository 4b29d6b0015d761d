"""The cells of series as figures that the words may quote: each by the names of its row, its column and its table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.checks.report.periods import times, without_quarters
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.numbers.quantities import quantities
from reportgen.checks.report.reading.numbers.quantity import Quantity, Unit
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.series.row_bands import bands_in
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Series
from reportgen.edition.settings import FigureSettings, TableSettings

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_UNIT = re.compile(r"\(\s*(?P<sign>%|£|pp)?\s?(?P<power>k|m|bn|000s|thousands?|millions?)?\s*\)", re.IGNORECASE)
_IN_TITLE = re.compile(r"\bin\s(?P<sign>£)?(?P<power>k|m|bn|000s|thousands|millions|billions)\b", re.IGNORECASE)
_UNITS: dict[str, Unit] = {"%": "percent", "pp": "points", "£": "gbp", "": "number"}
_POWERS = {"k": 3, "000s": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_CHANGE = re.compile(r"\b(?:change|difference|increase|rise|decrease|fall|drop|reduction|gap|growth)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SeriesCell:
    """One figure of a table: what its row, column and title call it."""

    series: str
    row: int
    datum: Datum
    unit: Unit
    row_words: frozenset[str]
    row_years: frozenset[str]
    column_words: frozenset[str]
    column_years: frozenset[str]
    row_text: str
    heading: str
    title: str
    sources: frozenset[str]  # of the figures and tables that show it
    topic: frozenset[str]  # words of title and headings, beside the row's
    single: bool  # whether no other column of its row has a figure in this unit
    is_change: bool
    is_gap: bool  # of a table that has nothing but gaps


def series_cells(edition: Edition) -> Iterator[SeriesCell]:
    settings = edition.settings
    shown: list[FigureSettings | TableSettings] = [*settings.tables.values(), *settings.figures.values()]
    for name, series in edition.evidence.series.items():
        showing = [one for one in shown if one.data == name]
        sources = frozenset(one.source for one in showing if one.source)
        yield from _cells(name, series, " ".join(one.title for one in showing), sources)


def _cells(name: str, series: Series, title: str, sources: frozenset[str]) -> Iterator[SeriesCell]:
    headings = [_YEAR.sub("", without_quarters(_UNIT.sub("", heading))) for heading in series.columns]
    gaps = all(_CHANGE.search(heading) for heading in series.columns[1:])  # they are its values
    topic = stems_in(_YEAR.sub("", title)).union(*(stems_in(heading) for heading in headings))
    for number, row in enumerate(series.rows):
        read = {at: figure_in(cell, series.columns[at], title) for at, cell in enumerate(row) if at}
        found = {at: figure for at, figure in read.items() if figure}
        values = [at for at in found if gaps or not _CHANGE.search(series.columns[at])]
        for at, one in found.items():
            alike = [other for other in values if found[other].unit == one.unit]
            yield SeriesCell(
                name,
                number,
                _datum(name, series, number, at, one),
                one.unit,
                stems_in(without_quarters(row[0])) | bands_in(row[0]),
                frozenset(times(row[0])),
                stems_in(headings[at]),
                frozenset(times(series.columns[at])),
                row[0],
                series.columns[at],
                title,
                sources,
                topic - stems_in(without_quarters(row[0])),
                alike == [at],
                not gaps and _CHANGE.search(series.columns[at]) is not None,
                gaps,
            )


def figure_in(cell: str, heading: str, title: str = "") -> Quantity | None:
    """A cell's figure in the unit and power that its heading gives, else the title of its table: in millions."""
    number = re.fullmatch(r"\d{4}", cell.strip())  # a table's number, though it might be a year
    figures = quantities(f"{int(cell):,}" if number else cell.replace("\u2212", "-"))
    if len(figures) != 1 or figures[0].unit == "ordinal":
        return None
    one, given = figures[0], _UNIT.search(heading) or _IN_TITLE.search(title)
    if given is None or one.unit != "number":
        return one
    unit = _UNITS[(given["sign"] or "").lower()]
    power = (given["power"] or "").lower()
    factor = Decimal(10) ** (_POWERS.get(power) or _POWERS.get(power.removesuffix("s"), 0))
    return Quantity(one.start, one.end, one.text, unit, one.value * factor, one.range.scaled(factor), sign=one.sign)


def _datum(name: str, series: Series, number: int, at: int, one: Quantity) -> Datum:
    row = series.rows[number]
    place = series.places[number][at] if series.places else series.place
    label = f"“{series.columns[at]}” of “{row[0]}” in {name}"
    return Datum(label, one.value, one.range, row[at], place, name)
