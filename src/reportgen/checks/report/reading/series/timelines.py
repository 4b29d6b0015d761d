"""What a series tells over the years or quarters: a column where its rows are years, a row where its columns are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportgen.checks.report.reading.facts.names import VAGUE
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.series.cells import SeriesCell
from reportgen.checks.report.reading.series.columns import Cells
from reportgen.edition.evidence import Series

_HALF, _FEWEST = 0.5, 2
_PLAIN = stems_in(
    "aged year period figure level here still again further sharply slightly steadily quickly slowly only just size"
    " able many number amount total count since long every running row point"
)
_PEOPLE = stems_in("adult people person resident")


@dataclass(frozen=True, slots=True)
class Timeline:
    """The figures of one row or column, by their years or quarters in order."""

    years: tuple[str, ...]  # the first year of each period, with its quarter
    cells: tuple[SeriesCell, ...]
    own: frozenset[str]  # the words of the row, or of the column, that the others do not have
    name: frozenset[str]  # all of its words
    table: frozenset[str]  # those of the title and of the headings

    @property
    def values(self) -> Sequence[Decimal]:
        """In their order; of what is behind throughout, how far it is."""
        every = [cell.datum.value for cell in self.cells]
        return [abs(one) for one in every] if all(one <= 0 for one in every) else every

    @property
    def step(self) -> Literal["year", "quarter"]:
        return "quarter" if all("Q" in one for one in self.years) else "year"

    def follows(self, number: int) -> bool:
        """Whether it is of the year or quarter right behind the one before."""
        if not number:
            return False
        first, second = (_counted(one) for one in self.years[number - 1 : number + 1])
        return second - first == (1 if self.step == "quarter" else 4)

    def is_meant(self, said: frozenset[str], told: frozenset[str]) -> bool:
        """Whether words name it, and all that is told with them is the table's. `told`: those of the whole clause."""
        plain = _PLAIN | _PEOPLE if self.cells[0].unit == "percent" else _PLAIN
        if not told - plain <= self.name | self.table:
            return False
        telling = self.name - VAGUE or self.name
        return self.own <= said and len(telling & said) >= _HALF * len(telling)


def _counted(when: str) -> int:
    """In quarters."""
    year, _, quarter = when.partition("-Q")
    return 4 * int(year) + int(quarter or 1)


def timelines(series: Series, cells: Cells) -> Iterator[Timeline]:
    found = [cell for row in cells.values() for cell in row]
    every = [cell for cell in found if not cell.is_change] or found  # a table of gaps alone
    if every and all(cell.row_years for cell in every):
        yield from _of_columns(series, every)
    else:
        yield from _of_rows(series, every)


def _of_columns(series: Series, every: Sequence[SeriesCell]) -> Iterator[Timeline]:
    """Of a table whose rows are years."""
    names = {cell.heading: cell.column_words for cell in every}
    for heading, name in names.items():
        others = frozenset[str]().union(*(words for other, words in names.items() if other != heading))
        found = {min(cell.row_years): cell for cell in every if cell.heading == heading}
        if name - others:
            yield from _line(series, found, name - others if others else frozenset(), name)


def _of_rows(series: Series, every: Sequence[SeriesCell]) -> Iterator[Timeline]:
    """Of one whose columns are years."""
    for row in {cell.row for cell in every if cell.row_words}:
        found = {min(cell.column_years): cell for cell in every if cell.row == row and cell.column_years}
        if len({cell.column_words for cell in found.values()}) == 1:
            yield from _line(series, found, next(iter(found.values())).row_words, frozenset())


def _line(
    series: Series, found: dict[str, SeriesCell], own: frozenset[str], name: frozenset[str]
) -> Iterator[Timeline]:
    years = sorted(found)
    cells = [found[year] for year in years]
    if len(cells) >= _FEWEST and len({cell.unit for cell in cells}) == 1:
        table = cells[0].topic | cells[0].column_words | stems_in(f"{cells[0].title} {series.columns[0]}")
        yield Timeline(tuple(years), tuple(cells), own, own | name, table)
