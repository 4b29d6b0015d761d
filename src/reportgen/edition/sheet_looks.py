"""What of a sheet's looks the owner should know of: what is hidden is read all the same, and what is merged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from reportgen.edition.tables import Table
from reportgen.problems import Place, Problems


def warn_of_looks(sheet: Any, table: Table, problems: Problems) -> None:
    """Warnings, each at its first cell: hidden rows and columns of the table; merged cells, and how they are read."""
    cells = [cell.place.cell or "" for row in (table.headings, *table.rows) for cell in row]
    rows = sorted({int(re.sub("[A-Z]", "", one)) for one in cells})
    letters = list(dict.fromkeys(re.sub("[0-9]", "", one) for one in cells))
    hidden = _hidden_columns(sheet)
    for first, last in _blocks(row for row in rows if row in sheet.row_dimensions and sheet.row_dimensions[row].hidden):
        said = f"row {first} is" if first == last else f"rows {first} to {last} are"
        place = Place(table.place.file, sheet=sheet.title, cell=f"{letters[0]}{first}")
        problems.warn("hidden-row", place, f"{said} hidden; read all the same", "Show them, or delete them.")
    for letter in letters:
        if letter in hidden and _says(table, letter):
            place = Place(table.place.file, sheet=sheet.title, cell=f"{letter}{rows[0]}")
            problems.warn("hidden-column", place, f"column {letter} is hidden; it is read all the same", "Show it.")
    _warn_of_merged(sheet, set(cells), table, problems)


def _says(table: Table, letter: str) -> bool:
    """Whether anything stands in this column."""
    rows = (table.headings, *table.rows)
    return any(cell.text for row in rows for cell in row if re.sub("[0-9]", "", cell.place.cell or "") == letter)


def _hidden_columns(sheet: Any) -> set[str]:
    """By letter; neighbours of one width stand in the file as one."""
    from openpyxl.utils import get_column_letter

    hidden = [(one.min, one.max) for one in sheet.column_dimensions.values() if one.hidden and one.min and one.max]
    return {get_column_letter(number) for first, last in hidden for number in range(first, min(last, 500) + 1)}


def _blocks(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Neighbours as one: 3, 4, 5, 8 are 3 to 5, and 8."""
    for _, group in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
        block = [number for _, number in group]
        yield block[0], block[-1]


def _warn_of_merged(sheet: Any, cells: set[str], table: Table, problems: Problems) -> None:
    for area in sorted(sheet.merged_cells.ranges, key=lambda one: (one.min_row, one.min_col)):
        first = sheet.cell(area.min_row, area.min_col).coordinate
        if first in cells:
            how = "the first of them counts, the others are empty" if area.min_col < area.max_col else ""
            how = how or "each row is read as if it said the same"
            place = Place(table.place.file, sheet=sheet.title, cell=first)
            message = f"the cells {area.coord} are merged: {how}"
            problems.warn("merged-cells", place, message, "Unmerge them, and fill in each.")
