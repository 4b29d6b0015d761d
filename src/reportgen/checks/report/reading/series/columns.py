"""The column of a series that a sentence speaks of: by the unit of a figure, the words of its heading, its year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.checks.report.periods import when
from reportgen.checks.report.reading.numbers.quantity import Unit
from reportgen.checks.report.reading.series.cells import SeriesCell, series_cells
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.edition import Edition

Cells = Mapping[str, Sequence[SeriesCell]]  # by the name of their row


def cells_by_row(edition: Edition) -> Mapping[str, Cells]:
    """All figures of an edition's series, by series and row."""
    found: dict[str, dict[str, list[SeriesCell]]] = {}
    for cell in series_cells(edition):
        found.setdefault(cell.series, {}).setdefault(" ".join(cell.row_text.split()), []).append(cell)
    return found


def column_meant(statement: Statement, unit: Unit | None, cells: Cells) -> str | None:
    """The heading of the only column that can be meant: in a figure's unit, and with a word that is said."""
    said = statement.stems_within(statement.start, statement.end)
    years = {when(period) for _, period in statement.periods}
    every = {cell.heading: cell for row in cells.values() for cell in row if not cell.is_change}
    fitting = [each for each in every.values() if unit in (None, each.unit)]
    named = [each for each in fitting if each.column_words and each.column_words <= said]
    found = named or [each for each in fitting if each.single and each.topic & said]
    if years:
        found = [each for each in found if each.column_years & years]
    return found[0].heading if len(found) == 1 else None
