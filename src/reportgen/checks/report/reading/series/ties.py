"""Which cells of series a typed figure may tell, and which it surely tells: by the names of row, column and table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from reportgen.checks.report.periods import when
from reportgen.checks.report.reading.areas.named import Areas
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.numbers.behind import MEASURED
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.rates import told_per
from reportgen.checks.report.reading.roles import Role, role
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.series.cells import SeriesCell
from reportgen.checks.report.reading.series.changes import Line, change_of, lines_of
from reportgen.checks.report.reading.series.row_bands import bands_in, is_in_a_band
from reportgen.checks.report.reading.series.rows import Row, nearest, rows_of, told_apart
from reportgen.checks.report.reading.series.speaking import speaks_of
from reportgen.checks.report.reading.series.told_columns import columns_told
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import BEFORE, YEARS, Around

_OF_THAT = re.compile(r"\s(?:of\s(?:that|this(?!\s(?:year|month)\b)|it|them|these|those)|as\s(?:much|many))\b")
_OF_THEM = re.compile(r"\s(?:of\s(?:them|those|these))\b")
_VALUES = ("value", "former value")
_TO = re.compile(r"[^.;]{0,30}\bto\s(?:[a-z]+\s){0,2}")
_RATE = re.compile(r"\b(?:per|every|each|rate)\b", re.IGNORECASE)
_PER_MEASURE = re.compile(r"\b(?:per|a|each)\s(?:cubic|square)?\s?(?:litre|metre|hectare|acre|mile|kilometre)\b")
_TOGETHER = re.compile(r"\b(?:together|altogether|combined|in\s(?:all|total)|totals?|totalled)\b", re.IGNORECASE)
_NEW = re.compile(r"\b(?:new|added|built|completed|completions|finished|opened|planted)\b", re.IGNORECASE)
_ADDED = re.compile(r"\b(?:adds?|added|sheds?|gains?|gained|loses?|lost)\s(?:[a-z]+\s)?$")
_BUT = re.compile(
    r"\b(?:but|except(?:\sfor)?|bar|save|apart\sfrom|other\sthan)\s(?:for\s|in\s|at\s)?(?:the\s)?", re.IGNORECASE
)
_WIDENED = re.compile(r"\b(?:widen|narrow|gr[eo]w|shr[aiu]nk|clos|open)[a-z]*\s(?:up\s|out\s)?by\s(?:[a-z]+\s)?$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FEW = 3


@dataclass(frozen=True, slots=True)
class CellTie:
    cell: SeriesCell
    datum: Datum  # the cell's, or what it and another of its row differ by
    sure: bool
    of_another_time: bool = False  # than the words name, for which another cell of the row stands


class CellTies:
    """The figures of an edition's series by their rows."""

    def __init__(self, cells: Sequence[SeriesCell], areas: Areas) -> None:
        self._areas, self._places = areas, stems_in(" ".join(areas.known))
        self._rows = list(rows_of(cells))
        self._bands = frozenset[str]().union(*(bands_in(row.cells[0].row_text) for row in self._rows))
        tables = [list(group) for _, group in groupby(self._rows, key=lambda row: row.series)]
        self._lines = [line for table in tables for line in lines_of(table)]

    def of(self, statement: Statement, one: Quantity, around: Around) -> list[CellTie]:
        if _OF_THAT.match(statement.after(one.end)) and not _OF_THEM.match(statement.after(one.end)):
            return []  # half of that: of what was said before
        if self._bands and is_in_a_band(statement.passage.text, one.start, self._bands):
            return []
        around = _with_bands(statement, one, around) if self._bands else around
        part = role(statement, one)
        before = statement.before(one.start)
        if _is_a_change(statement, one):
            changes = [tie for line in self._lines for tie in self._changes(statement, one, line, around)]
            brought = self._brought(statement, one, around)
            return [*brought, *(replace(tie, sure=tie.sure and not brought) for tie in changes)]
        if part == "gap" and _WIDENED.search(before):  # the gap widened by so much
            gaps = [line for line in self._lines if line.last.is_gap]
            return [tie for line in gaps for tie in self._changes(statement, one, line, around)]
        named = self._named(statement, one, around)
        ties = [tie for row in named for tie in self._of_row(statement, one, row, part, around, named)]
        if any(_is_a_change(statement, other) for other in statement.quantities if other.end <= one.start):
            changes = [tie for line in self._lines for tie in self._changes(statement, one, line, around)]
            ties += [replace(tie, sure=False) for tie in changes]  # Deal lost 1,300 jobs and Dover 700
        return ties

    def _named(self, statement: Statement, one: Quantity, around: Around) -> list[Row]:
        named = [row for row in self._rows if _is_named(row, around) and _measures(row, statement, one)]
        return told_apart(named, statement.lower, statement.start, one.start)

    def _brought(self, statement: Statement, one: Quantity, around: Around) -> list[CellTie]:
        """What a year brought, where a table counts what is new: Bradford added 1,190 homes."""
        if not _ADDED.search(statement.before(one.start)):
            return []
        named = self._named(statement, one, around)
        ties = (tie for row in named for tie in self._of_row(statement, one, row, "value", around, named))
        return [tie for tie in ties if _NEW.search(tie.cell.title) and tie.cell.column_years]

    def _of_row(
        self,
        statement: Statement,
        one: Quantity,
        row: Row,
        part: Role,
        around: Around,
        named: Sequence[Row],
    ) -> Iterator[CellTie]:
        cells = [cell for cell in row.cells if not cell.is_change and cell.unit == one.unit]
        years = _years(statement, one, around)
        meant = columns_told(statement, one, cells, around, years, self._areas)
        rivals = [other for other in named if other.series == row.series and other.words]
        near = not row.words or nearest(rivals, around.near, around.here) is row
        clear = near and len(meant) == 1 and (part in _VALUES or (part == "gap" and meant[0].is_gap))
        dated = bool(years) and any(cell.column_years & years for cell in cells)
        said = one.form == "word" and one.unit == "number"
        for cell in cells:
            few = said and one.value * _FEW < cell.datum.value  # two of the sites
            sure = clear and cell is meant[0] and not few and self._is_told(statement, one, row, cell, around, part)
            if sure or row.words <= around.here:  # words that name it in part excuse no figure
                yield CellTie(cell, cell.datum, sure, dated and not cell.column_years & years)

    def _is_told(
        self,
        statement: Statement,
        one: Quantity,
        row: Row,
        cell: SeriesCell,
        around: Around,
        part: Role,
    ) -> bool:
        name = " ".join([cell.row_text, cell.title, cell.heading])
        years = _years(statement, one, around)
        dated = (cell.column_years or cell.row_years) & years
        if part == "former value" and not dated:
            return False
        if any(statement.lower.startswith(cell.row_text.lower(), but.end()) for but in _excepts(statement)):
            return False  # in every ward but Harbourside
        start, end = statement.stretch(one.start)
        if _TOGETHER.search(statement.passage.text, start, end) and not _TOGETHER.search(name):
            return False
        if told_per(statement, one) and not _RATE.search(name) and not _PER_MEASURE.search(statement.after(one.end)):
            return False  # 12.3 pedestrians per 100,000 people, of how many they are
        able = f"{name} could" if dated else name  # in 2022 nine in ten could: that they were able to is a fact
        if statement.is_unreal(one.start, able) or (statement.sources and not cell.sources & statement.sources):
            return False
        return (
            self._is_of_its_time(cell, years)
            and self._is_of_its_place(statement, around, name)
            and speaks_of(statement, one, row, cell, around, self._places)
        )

    def _is_of_its_time(self, cell: SeriesCell, years: frozenset[str]) -> bool:
        """A table that names no years is of now, or of the years of its title: what is told of another is not of it."""
        return bool(cell.column_years or cell.row_years) or years <= frozenset(_YEAR.findall(cell.title))

    def _is_of_its_place(self, statement: Statement, around: Around, name: str) -> bool:
        own = stems_in(f"{name} {self._areas.home}")
        said = {area.area for area in statement.areas if stems_in(area.text) <= own}  # the national level
        return all(place in said or stems_in(place) <= own for place in around.places)

    def _changes(self, statement: Statement, one: Quantity, line: Line, around: Around) -> Iterator[CellTie]:
        """What became of a row or column from one of its years to another, as its cells say and as they differ."""
        if line.row is not None and not _is_named(line.row, around):
            return
        change = change_of(statement, one, line)
        if change is None:
            return
        rivals = [other.row for other in self._lines if other.row and other.last.series == line.last.series]
        rivals = told_apart(
            [row for row in rivals if _is_named(row, around)], statement.lower, statement.start, one.start
        )
        if line.row is not None and line.row not in rivals:
            return
        for cell in line.given:
            yield CellTie(cell, cell.datum, False)
        near = line.row is None or nearest(rivals, around.near, around.here) is line.row
        cited = not statement.sources or bool(line.last.sources & statement.sources)
        sure = change.known and near and cited and not statement.is_unreal(one.start, line.last.row_text)
        yield CellTie(line.last, change.datum, sure and self._is_of_line(statement, one, line, around))

    def _is_of_line(self, statement: Statement, one: Quantity, line: Line, around: Around) -> bool:
        cell = line.last
        if line.row is not None:
            return speaks_of(statement, one, line.row, cell, around, self._places)
        name = " ".join([cell.title, cell.heading])
        return self._is_of_its_place(statement, around, name) and speaks_of(
            statement, one, None, cell, around, self._places
        )


def _with_bands(statement: Statement, one: Quantity, around: Around) -> Around:
    """With the bands that rows may be called by: people aged 18 to 64."""
    near = bands_in(statement.passage.text[slice(*statement.stretch(one.start))])
    return replace(around, near=around.near | near, here=around.here | bands_in(statement.text))


def _excepts(statement: Statement) -> Iterator[re.Match[str]]:
    return _BUT.finditer(statement.passage.text, statement.start, statement.end)


def _is_a_change(statement: Statement, one: Quantity) -> bool:
    return role(statement, one) == "change" or _ADDED.search(statement.before(one.start)) is not None


def _measures(row: Row, statement: Statement, one: Quantity) -> bool:
    """Whether a number of weeks or miles can be this row's: where its words, or the table's, speak of them too."""
    behind = MEASURED.match(statement.after(one.end)) if one.unit == "number" else None
    own = " ".join([row.cells[0].row_text, row.cells[0].title, *(cell.heading for cell in row.cells)])
    return behind is None or stems_in(behind[1]) <= stems_in(own)


def _is_named(row: Row, around: Around) -> bool:
    if row.words:
        return row.naming(around.here) > 0
    return bool(row.years & {when(period) for period in around.periods})


def _years(statement: Statement, one: Quantity, around: Around) -> frozenset[str]:
    """The years that a figure is told of: from 131 to 114 between 2018 and 2023, the first and the second."""
    every = sorted({when(period) for _, period in statement.periods})
    if len(every) == 2:
        for first, second in pairwise(statement.quantities):
            if one in (first, second) and _TO.fullmatch(statement.passage.text, first.end, second.start):
                return frozenset([every[0] if one is first else every[1]])
    near = {when(period) for period in around.periods if period not in (BEFORE, YEARS)}
    return frozenset([*near, *([BEFORE] if {BEFORE, YEARS} & around.periods else [])])
