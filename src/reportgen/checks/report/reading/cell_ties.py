"""Which cells of series a typed figure may tell, and which it surely tells: by the names of row, column and table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from reportgen.checks.report.reading.areas import Areas
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.fact_names import VAGUE
from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.ranges import Range
from reportgen.checks.report.reading.roles import Role, role
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.series_cells import SeriesCell
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import BEFORE, YEARS, Around, stems_beside

_NOUNS = re.compile(r"(?:\s(?!and\b|or\b|but\b|in\b|by\b|since\b|for\b|than\b|against\b|to\b)[A-Za-z’'-]+){1,4}")
_OF_THAT = re.compile(r"\s(?:of\s(?:that|this|it|them|these|those)|as\s(?:much|many))\b")
MEASURED = re.compile(
    r"[\s-](seconds|minutes?|hours?|days?|weeks?|months?|years?|terms?|miles?|kilometres?|metres?|hectares?|acres?|tonnes?)\b"
)
_OPENS_WITH_WHOLE = re.compile(r"(?:Of|Among|Amongst)\s(?P<whole>[^,]+),")
_TO = re.compile(r"[^.;]{0,30}\bto\s(?:[a-z]+\s){0,2}")
_TOGETHER = re.compile(r"\b(?:together|altogether|combined|in\s(?:all|total)|totals?|totalled)\b", re.IGNORECASE)
_ADDED = re.compile(r"\b(?:adds?|added|sheds?|gains?|gained|loses?|lost)\s(?:[a-z]+\s)?$")
_EXPLAINED, _HALF, _FEW = 0.4, 0.5, 3
_PLAIN = stems_in(
    "figure found show stand stood reach reached still now already just only come came had rank share average here"
    " there keep kept hold held take took make made get got lost left spend spent remain cost total report name"
)


@dataclass(frozen=True, slots=True)
class CellTie:
    cell: SeriesCell
    datum: Datum  # the cell's, or what it and another of its row differ by
    sure: bool
    of_another_time: bool = False  # than the words name, for which another cell of the row stands


class CellTies:
    """The figures of an edition's series by their rows."""

    def __init__(self, cells: Sequence[SeriesCell], areas: Areas) -> None:
        self._areas = areas
        self._rows = [list(group) for _, group in groupby(cells, key=lambda cell: (cell.series, cell.row))]

    def of(self, statement: Statement, one: Quantity, around: Around) -> list[CellTie]:
        if _OF_THAT.match(statement.after(one.end)):
            return []  # half of that: of what was said before
        named = [row for row in self._rows if _is_named(row[0], around) and _measures(row, statement, one)]
        return [tie for row in named for tie in self._of_row(statement, one, row, around, named)]

    def _of_row(
        self,
        statement: Statement,
        one: Quantity,
        row: Sequence[SeriesCell],
        around: Around,
        named: Sequence[Sequence[SeriesCell]],
    ) -> Iterator[CellTie]:
        part = role(statement, one)
        if part == "change" or _ADDED.search(statement.before(one.start)):
            yield from self._changes(statement, one, row, around)
            return
        cells = [cell for cell in row if not cell.is_change and cell.unit == one.unit]
        years = _years(statement, one, around)
        meant = _counting(statement, one, cells) or [
            cell for cell in cells if self._is_column(statement, cell, cells, around, years)
        ]
        clear = _is_nearest(row[0], around, named) and len(meant) == 1 and part in ("value", "former value")
        dated = bool(years) and any(cell.column_years & years for cell in cells)
        said = one.form == "word" and one.unit == "number"
        for cell in cells:
            few = said and one.value * _FEW < cell.datum.value  # two of the sites
            sure = clear and cell is meant[0] and not few and self._is_told(statement, one, cell, around, part, years)
            yield CellTie(cell, cell.datum, sure, dated and not cell.column_years & years)

    def _is_column(
        self,
        statement: Statement,
        cell: SeriesCell,
        cells: Sequence[SeriesCell],
        around: Around,
        years: frozenset[str],
    ) -> bool:
        """Whether the words mean this one of a row's columns: by year, area, what it counts, or as the only one."""
        if cell.column_years:
            latest = max(year for other in cells for year in other.column_years)
            return bool(cell.column_years & years) or (not years and latest in cell.column_years)
        area = next((each.area for each in self._areas.named(cell.heading) if each.area), "")
        if area:
            said = {each for each in around.places if any(each == other.area for other in statement.areas)}
            return area in said if said else area == self._areas.home
        telling = cell.column_words - VAGUE
        return cell.single or (bool(telling) and telling <= around.near)

    def _is_told(
        self,
        statement: Statement,
        one: Quantity,
        cell: SeriesCell,
        around: Around,
        part: Role,
        years: frozenset[str],
    ) -> bool:
        name = " ".join([cell.row_text, cell.title, cell.heading])
        if part == "former value" and not (cell.column_years or cell.row_years) & years:
            return False
        start, end = statement.stretch(one.start)
        if _TOGETHER.search(statement.passage.text, start, end) and not _TOGETHER.search(name):
            return False
        if statement.is_unreal(one.start, name) or (statement.sources and not cell.sources & statement.sources):
            return False
        return (
            self._is_of_its_time(cell, years)
            and self._is_of_its_place(cell, around, name)
            and _speaks_of(statement, one, cell, around)
        )

    def _is_of_its_time(self, cell: SeriesCell, years: frozenset[str]) -> bool:
        """A table that names no years is of now: what is told of a year is not of it."""
        return bool(cell.column_years or cell.row_years) or not years

    def _is_of_its_place(self, cell: SeriesCell, around: Around, name: str) -> bool:
        own = stems_in(f"{name} {self._areas.home}")
        return all(stems_in(place) <= own for place in around.places)

    def _changes(
        self, statement: Statement, one: Quantity, row: Sequence[SeriesCell], around: Around
    ) -> Iterator[CellTie]:
        """What became of a row from one of its years to another, as its cells say and as they differ."""
        dated = sorted(
            (cell for cell in row if cell.column_years and not cell.is_change), key=lambda cell: max(cell.column_years)
        )
        given = [cell for cell in row if cell.is_change and cell.unit in (one.unit, "points")]
        if len(dated) < 2 or (dated[0].unit != one.unit and one.unit != "points"):
            return
        said = {year for _, period in statement.periods for year in [period[:4]]}
        ends = [cell for cell in dated if cell.column_years & said]
        first, last = (ends[0], ends[-1]) if len(ends) > 1 else (dated[0], dated[-1])
        fits = said <= first.column_years | last.column_years
        differ = _difference(first, last)
        known = len(dated) == 2 or len(ends) > 1
        told = fits and known and _is_nearest(row[0], around, [row]) and _speaks_of(statement, one, last, around)
        sure = told and not statement.is_unreal(one.start, last.row_text)
        for cell in given:
            yield CellTie(cell, cell.datum, False)
        yield CellTie(last, differ, sure and (not statement.sources or bool(last.sources & statement.sources)))


def _counting(statement: Statement, one: Quantity, cells: Sequence[SeriesCell]) -> list[SeriesCell]:
    """The columns whose heads are what a number counts, the longest of them: 314 affordable homes."""
    behind = _NOUNS.match(statement.after(one.end, 60))
    nouns = stems_in(behind[0]) if behind and one.unit == "number" else frozenset()
    fitting = [cell for cell in cells if cell.column_words and cell.column_words <= nouns and not cell.column_years]
    most = max((len(cell.column_words) for cell in fitting), default=0)
    return [cell for cell in fitting if len(cell.column_words) == most]


def _measures(row: Sequence[SeriesCell], statement: Statement, one: Quantity) -> bool:
    """Whether a number of weeks or miles can be this row's: where its words, or the table's, speak of them too."""
    behind = MEASURED.match(statement.after(one.end)) if one.unit == "number" else None
    own = " ".join([row[0].row_text, row[0].title, *(cell.heading for cell in row)])
    return behind is None or stems_in(behind[1]) <= stems_in(own)


def _is_named(cell: SeriesCell, around: Around) -> bool:
    if cell.row_words:
        return cell.row_words <= around.here
    return bool(cell.row_years & {period[:4] for period in around.periods})


def _is_nearest(cell: SeriesCell, around: Around, named: Sequence[Sequence[SeriesCell]]) -> bool:
    """Whether the row is named right around the figure, or alone in its sentence."""
    rivals = [row[0] for row in named if row[0].series == cell.series]
    return cell.row_words <= around.near or len(rivals) == 1


def _years(statement: Statement, one: Quantity, around: Around) -> frozenset[str]:
    """The years that a figure is told of: from 131 to 114 between 2018 and 2023, the first and the second."""
    every = sorted({period[:4] for _, period in statement.periods})
    if len(every) == 2:
        for first, second in pairwise(statement.quantities):
            if one in (first, second) and _TO.fullmatch(statement.passage.text, first.end, second.start):
                return frozenset([every[0] if one is first else every[1]])
    near = {period[:4] for period in around.periods if period not in (BEFORE, YEARS)}
    return frozenset([*near, *([BEFORE] if {BEFORE, YEARS} & around.periods else [])])


def _speaks_of(statement: Statement, one: Quantity, cell: SeriesCell, around: Around) -> bool:
    """Whether enough of the words beside the figure are those of the table, and what it counts among them."""
    own = cell.row_words | cell.topic | cell.column_words
    topic = cell.topic - VAGUE
    areas = {word for area in statement.areas for word in stems_in(area.text)}
    telling = around.near - _PLAIN - VAGUE - areas
    if len(telling & own) < _EXPLAINED * len(telling) or _is_of_a_part(statement, one, own | areas):
        return False
    if not cell.row_words and not (
        len(topic & around.here) >= _HALF * len(topic - areas) and cell.column_words - VAGUE <= around.here | areas
    ):
        return False
    if len(cell.row_words - VAGUE) < 2 and not (topic | cell.column_words) & around.here:
        return False
    behind = _NOUNS.match(statement.after(one.end, 60)) if not statement.is_dated_at(one.end) else None
    nouns = stems_in(behind[0]) if behind else frozenset()
    if one.unit == "number" and nouns and not nouns & own:
        return False
    return one.unit != "number" or not _goes_on(statement, one, own | areas)


def _is_of_a_part(statement: Statement, one: Quantity, own: frozenset[str]) -> bool:
    """Of journeys to the airport: whether what the sentence opens with makes the table's whole narrower."""
    whole = _OPENS_WITH_WHOLE.match(statement.passage.text, statement.start)
    if whole is None or whole.end() > one.start:
        return False
    return bool(statement.told(*whole.span("whole")) - own - _PLAIN - VAGUE)


def _goes_on(statement: Statement, one: Quantity, own: frozenset[str]) -> bool:
    """Whether what follows a figure tells of something beside the table: 3,000 tonnes to the incinerator."""
    return bool(stems_beside(statement, one.end, statement.stretch(one.start)[1]) - own - _PLAIN)


def _difference(first: SeriesCell, last: SeriesCell) -> Datum:
    value = last.datum.value - first.datum.value
    low, high = last.datum.range.low - first.datum.range.high, last.datum.range.high - first.datum.range.low
    least = min(abs(low), abs(high)) if low * high > 0 else 0 * value
    size = Range(least, max(abs(low), abs(high)), True)
    shown = f"{first.datum.shown} and {last.datum.shown}"
    return replace(last.datum, shown=shown, value=value, range=size)
