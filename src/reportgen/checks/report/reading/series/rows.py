"""The rows of series as the words name them: wholly, by half of their words, or by one that no other row has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportgen.checks.report.reading.facts.names import VAGUE
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.series.cells import SeriesCell

WHOLLY, HALF, BARELY = 3, 2, 1
_VERBS = stems_in("find found lack start stay keep get make change other need good new use work")


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one row, the words of its name, and those of them that no other row of its table has."""

    cells: tuple[SeriesCell, ...]
    words: frozenset[str]
    own: frozenset[str]

    @property
    def series(self) -> str:
        return self.cells[0].series

    @property
    def years(self) -> frozenset[str]:
        return self.cells[0].row_years

    def naming(self, said: frozenset[str]) -> int:
        """How surely some words name it; 0: they do not, or it has no words but a year."""
        if not self.words:
            return 0
        if self.words <= said:
            return WHOLLY
        common, own = self.words & said, self.own & said
        if 2 * len(common) >= len(self.words) and (own or len(common) > 1):
            return HALF
        return BARELY if own else 0


def rows_of(cells: Iterable[SeriesCell]) -> Iterator[Row]:
    """All rows of all series, in the order of their cells."""
    for _, of_series in groupby(cells, key=lambda cell: cell.series):
        rows = [tuple(group) for _, group in groupby(of_series, key=lambda cell: cell.row)]
        names = [row[0].row_words for row in rows]
        table = frozenset[str]().union(*(cell.topic | cell.column_words for row in rows for cell in row))
        for number, row in enumerate(rows):
            others = frozenset[str]().union(*(name for at, name in enumerate(names) if at != number))
            yield Row(row, names[number], names[number] - others - table - VAGUE - _VERBS)


def nearest(named: Sequence[Row], near: frozenset[str], here: frozenset[str]) -> Row | None:
    """The row of one table that a figure is of: the one named beside it, else the one that its sentence names best."""
    for said in (near, here):
        levels = [((row.naming(said), len(row.words & said) if said is near else 0), row) for row in named]
        best = max((level for level, _ in levels), default=(0, 0))
        first = [row for level, row in levels if level == best]
        if said is near and any(level[0] >= HALF and level != best and row.own & near for level, row in levels):
            return None  # of two rows, or of both together
        if best[0]:
            return first[0] if len(first) == 1 else None
    return named[0] if len(named) == 1 else None


def told_apart(rows: Sequence[Row], text: str, start: int, at: int) -> list[Row]:
    """Without those that are called by the same words as one that is named in its order: care homes, home care."""
    found = []
    for row in rows:
        places = {
            other.cells[0].row: text.rfind(other.cells[0].row_text.lower(), start, at)
            for other in rows
            if other.series == row.series and other.words == row.words
        }
        if places[row.cells[0].row] == max(places.values()):
            found.append(row)
    return found
