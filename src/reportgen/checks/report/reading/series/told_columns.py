"""Which columns of a row a figure is of, as the words around it say: by what is counted, year, area or heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.checks.report.reading.areas.named import Areas
from reportgen.checks.report.reading.facts.names import VAGUE
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.series.cells import SeriesCell
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import Around

_ON_THE_YEAR = r"on\s(?:the\s(?:year|month|quarter|previous)|(?:a|last)\syear)\b"
NOUNS = re.compile(
    rf"(?:\s(?!and\b|or\b|but\b|in\b|by\b|since\b|for\b|than\b|against\b|to\b|{_ON_THE_YEAR})[A-Za-z’'-]+){{1,4}}"
)


def columns_told(
    statement: Statement,
    one: Quantity,
    cells: Sequence[SeriesCell],
    around: Around,
    years: frozenset[str],
    areas: Areas,
) -> list[SeriesCell]:
    """Those of a row's columns that the words mean: by what is counted, right beside the figure, or before it."""
    counted = _counting(statement, one, cells)
    if counted:
        return counted
    for said in (around.near, around.here):
        found = [cell for cell in cells if _is_column(statement, cell, cells, around, said, years, areas)]
        if found:
            return found
    heads = [cell.column_words - VAGUE for cell in cells]
    every = [word for head in heads for word in head]
    own = [frozenset(word for word in head if every.count(word) == 1) for head in heads]
    return [cell for cell, words in zip(cells, own, strict=True) if words & around.here and not cell.column_years]


def _is_column(
    statement: Statement,
    cell: SeriesCell,
    cells: Sequence[SeriesCell],
    around: Around,
    words: frozenset[str],
    years: frozenset[str],
    areas: Areas,
) -> bool:
    """Whether words mean this one of a row's columns: by year, area, what it counts, or as the only one."""
    if cell.column_years:
        latest = max(year for other in cells for year in other.column_years)
        return bool(cell.column_years & years) or (not years and latest in cell.column_years)
    area = next((each.area for each in areas.named(cell.heading) if each.area), "")
    if area:
        said = {each for each in around.places if any(each == other.area for other in statement.areas)}
        return area in said if said else area == areas.home
    telling = cell.column_words - VAGUE
    return cell.single or (bool(telling) and telling <= words)


def _counting(statement: Statement, one: Quantity, cells: Sequence[SeriesCell]) -> list[SeriesCell]:
    """The columns whose heads are what a number counts, the longest of them: 314 affordable homes."""
    behind = NOUNS.match(statement.after(one.end, 60))
    nouns = stems_in(behind[0]) if behind and one.unit == "number" else frozenset()
    fitting = [cell for cell in cells if cell.column_words and cell.column_words <= nouns and not cell.column_years]
    most = max((len(cell.column_words) for cell in fitting), default=0)
    return [cell for cell in fitting if len(cell.column_words) == most]
