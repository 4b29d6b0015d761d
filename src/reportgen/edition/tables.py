"""Tables that the owner wrote, as cells that know their place, whatever file they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportgen.edition.folder import TYPE_ANEW, plain_name, unprintable
from reportgen.problems import Place, Problems, nearest

WELCOME = "note"  # a column that every table may have, for its owner: no build reads it, and no fault in it is told

_COMMA_REMEDY = "Put a text or number that holds a comma into quotation marks."


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell: `text` exactly, without spaces around it; `shown` as a workbook shows it."""

    text: str
    place: Place
    shown: str = ""
    decimals: int | None = None  # of a workbook's number format; None: as typed
    fault: str = ""  # why a workbook's cell cannot be read
    is_date: bool = False

    @property
    def words(self) -> str:
        """The text on one line, with single spaces."""
        return one_line(self.text)

    @property
    def key(self) -> str:
        """The text as a name that is compared with other names: no-break spaces are spaces there."""
        return plain_name(self.text)


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows, rectangular, without blank rows."""

    place: Place
    headings: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One row by its columns; a column that the table does not have is an empty cell."""

    cells: Mapping[str, Cell]
    place: Place
    note: str = ""  # what stands in the column that is welcome everywhere

    def __getitem__(self, column: str) -> Cell:
        return self.cells.get(column) or Cell("", self.place)


def one_line(text: str) -> str:
    return re.sub("[ \t\n\x85\u2028\u2029]+", " ", text)


def make_table(place: Place, rows: Sequence[tuple[Cell, ...]], problems: Problems, *, shifts: bool) -> Table | None:
    """A table of rows of any width; the first that is not blank holds the headings.

    `shifts`: a cell too many means that the cells of its row have slipped (CSV), not that somebody jotted
    something beside the table (a workbook).
    """
    filled = [row for row in rows if _filled(row)]
    if not filled:
        problems.error("empty-table", place, "is empty", "Its first row holds the headings.")
        return None
    if _has_title(filled, problems):
        return None
    width = max(number for number, cell in enumerate(filled[0], 1) if cell.text or cell.fault)
    for row in filled[1:]:
        if shifts:
            _check_shift(row, width, len(filled[0]), problems)
        else:
            _check_beside(row[width:], problems)
    headings, *body = (_padded(row, width) for row in filled)
    return Table(
        place, headings, tuple(row for row in body if _filled(row) and not _is_headings(row, headings, problems))
    )


def records(table: Table, required: Sequence[str], optional: Sequence[str], problems: Problems) -> Iterator[Record]:
    """The rows by column. A missing column is an error (then there are no rows), an unknown one a warning.

    Cells that cannot be read are errors at their place, in the columns asked for only.
    """
    known = (*required, *optional, WELCOME)
    if not any(_column(heading.key) in known for heading in table.headings):
        message = f"the first row holds none of the headings, but “{table.headings[0].words or '…'}”"
        problems.error("no-headings", table.headings[0].place, message, f"They are {', '.join(required)}.")
        return
    columns = _columns(table, known, problems)
    if not _has_columns(table, required, known, columns, problems):
        return
    note = columns.pop(WELCOME, None)
    for row in table.rows:
        cells = {column: row[number] for column, number in columns.items()}
        if _filled(cells.values()):
            read = {column: sound(cell, problems) for column, cell in cells.items()}
            yield Record(read, row[0].place, row[note].words if note is not None else "")


def _has_title(rows: Sequence[tuple[Cell, ...]], problems: Problems) -> bool:
    """Whether a title stands where the headings should: one cell, over a table that goes on to its right."""
    first, *others = _filled(rows[0])
    if others or not any(_filled(row[rows[0].index(first) + 1 :]) for row in rows):
        return False
    message = f"“{first.words}” stands alone in the first row, which must hold the headings"
    problems.error("title-row", first.place, message, "Delete what stands above the headings.")
    return True


def _is_headings(row: Sequence[Cell], headings: Sequence[Cell], problems: Problems) -> bool:
    """Whether the headings stand there once more, as where tables were pasted below one another; then a problem."""
    again = len(_filled(row)) > 1 and [cell.key for cell in row] == [heading.key for heading in headings]
    if again:
        problems.error("headings-again", row[0].place, "the headings stand here once more", "Delete this row.")
    return again


def _columns(table: Table, known: Sequence[str], problems: Problems) -> dict[str, int]:
    """Which column is where, of those that somebody reads."""
    columns: dict[str, int] = {}
    named = {_column(heading.key) for heading in table.headings}
    for number, heading in enumerate(table.headings):
        column = _column(sound(heading, problems).key)
        if not column:
            if not heading.fault and any(row[number].text for row in table.rows):
                problems.warn("no-heading", heading.place, f"column {number + 1} has no heading, and is left out")
        elif column not in known:
            hint = nearest(column, [one for one in known if one not in named])
            message = f"the column “{heading.key}” is not known, and left out"
            problems.warn("unknown-column", heading.place, message, hint)
        elif column in columns and column != WELCOME:
            problems.error("duplicate-column", heading.place, f"the heading “{heading.key}” stands there twice")
        else:
            columns[column] = number
    return columns


def _has_columns(
    table: Table, required: Sequence[str], known: Sequence[str], columns: Mapping[str, int], problems: Problems
) -> bool:
    missing = [column for column in required if column not in columns]
    others = [heading.key for heading in table.headings if heading.text and _column(heading.key) not in known]
    for column in missing:
        message = f"the column “{column}” is missing"
        problems.error("missing-column", table.headings[0].place, message, nearest(column, others))
    return not missing


def sound(cell: Cell, problems: Problems) -> Cell:
    """The cell; where it cannot be read, a problem and an empty one."""
    if cell.fault:
        problems.error("cell", cell.place, cell.fault)
        return Cell("", cell.place, fault=cell.fault)
    if fault := unprintable(cell.text):
        problems.error("unprintable", cell.place, fault, TYPE_ANEW)
        return Cell("", cell.place, fault=fault)
    return cell


def refuse_date(column: str, cell: Cell, problems: Problems) -> bool:
    """Whether a spreadsheet holds a date where words are meant; then a problem."""
    if cell.is_date:
        hint = f"Format the column as text, and type the {column} again."
        problems.error("date", cell.place, f"“{column}” holds a date ({cell.text})", hint)
    return cell.is_date


def _column(heading: str) -> str:
    return re.sub("[ -]", "_", heading.casefold())


def _filled(cells: Iterable[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell.text or cell.fault]


def _padded(row: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return row[:width] + tuple(Cell("", row[0].place) for _ in range(width - len(row)))


def _check_shift(row: tuple[Cell, ...], width: int, written: int, problems: Problems) -> None:
    """The headings are `width` cells, `written` as `written`: with the empty ones that Excel puts at the end."""
    extra = [cell for cell in row[width:] if cell.text]
    torn = _torn_number(row) if len(row) > written else ""
    if extra:
        message = f"the row has more cells than there are headings ({width}), from “{extra[0].words}” on"
        problems.error("too-many-cells", extra[0].place, message, _COMMA_REMEDY)
    elif torn:
        message = f"the row has more cells than there are headings ({width}): “{torn}” fell into two of them"
        problems.error("too-many-cells", row[0].place, message, _COMMA_REMEDY)


def _torn_number(row: tuple[Cell, ...]) -> str:
    """1,234 without quotation marks is the two cells 1 and 234, and would pass for a 1."""
    for cell, following in pairwise(row):
        if re.fullmatch(r"[-+\u2212]?£?[0-9]{1,3}", cell.text) and re.fullmatch(r"[0-9]{3}(\.[0-9]+)?", following.text):
            return f"{cell.text},{following.text}"
    return ""


def _check_beside(cells: tuple[Cell, ...], problems: Problems) -> None:
    if extra := _filled(cells):
        message = "stands beside the table, under no heading, and is left out"
        problems.warn("beside-table", extra[0].place, message)
