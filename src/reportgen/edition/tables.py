"""Tables that the owner wrote, as cells that know their place. CSV files are read here, workbooks beside."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.edition.folder import plain_text, read_text, unprintable
from reportgen.problems import Place, Problems, nearest

WELCOME = "note"  # a column that every table may have and nobody reads


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
        return re.sub(r"[ \t\n]+", " ", self.text)

    @property
    def key(self) -> str:
        """The text as a name that is compared with other names: no-break spaces are spaces there."""
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows, rectangular, without blank rows. `name` is what users call it: values.csv."""

    name: str
    place: Place
    headings: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One row by its columns; a column that the table does not have is an empty cell."""

    cells: Mapping[str, Cell]
    place: Place

    def __getitem__(self, column: str) -> Cell:
        return self.cells.get(column) or Cell("", self.place)


def read_csv(folder: Path, name: str, problems: Problems) -> Table | None:
    """The table in a CSV file. None, and a problem, where it cannot be read."""
    text = read_text(folder, name, problems)
    if text is None:
        return None
    try:
        lines = _lines(text)
    except ValueError as fault:  # pandas' ParserError
        problems.error("csv", _place_of_fault(name, text, fault), "a quotation mark is opened and never closed")
        return None
    rows = [tuple(Cell(_tidy(one), Place(name, line), _tidy(one)) for one in row) for line, row in _numbered(lines)]
    if _is_separated_otherwise(rows):
        hint = "In Excel: File, Save As, “CSV UTF-8 (Comma delimited)”."
        problems.error("separator", Place(name, 1), "the cells are not separated by commas", hint)
        return None
    return make_table(name, Place(name, 1), rows, problems)


def _is_separated_otherwise(rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether the headings stand in one cell, with semicolons or tabs between them."""
    filled = ([cell.text for cell in row if cell.text] for row in rows)
    headings: list[str] = next((texts for texts in filled if texts), [])
    return len(headings) == 1 and re.search(r"\S[;\t]\S", headings[0]) is not None


def make_table(
    name: str, place: Place, rows: Sequence[tuple[Cell, ...]], problems: Problems, *, shifts: bool = True
) -> Table | None:
    """A table of rows of any width; the first that is not blank holds the headings.

    `shifts`: a cell too many means that the cells of its row have slipped (CSV), not that somebody jotted
    something beside the table (a workbook).
    """
    filled = [row for row in rows if any(cell.text or cell.fault for cell in row)]
    if not filled:
        problems.error("empty-table", place, f"{name} is empty", "Its first row holds the headings.")
        return None
    width = max(number for number, cell in enumerate(filled[0], 1) if cell.text or cell.fault)
    for row in filled[1:]:
        _check_width(row, width, shifts, problems)
    headings, *body = (_padded(row, width) for row in filled)
    _check_headings(headings, body, problems)
    return Table(name, place, headings, tuple(row for row in body if any(cell.text or cell.fault for cell in row)))


def records(table: Table, required: Sequence[str], optional: Sequence[str], problems: Problems) -> Iterator[Record]:
    """The rows by column. A missing column is an error (then there are no rows), an unknown one a warning.

    Cells that cannot be read are errors at their place, in the columns asked for only.
    """
    known = (*required, *optional, WELCOME)
    columns = {number: _column(cell.key) for number, cell in enumerate(table.headings) if cell.text}
    for number, column in columns.items():
        if column not in known:
            hint = nearest(column, set(known) - set(columns.values())) if column not in known else None
            heading = table.headings[number]
            problems.warn(
                "unknown-column",
                heading.place,
                f"the column “{heading.key}” is not known, and left out",
                hint,
            )
    if not _has_columns(table, required, columns, problems):
        return
    for row in table.rows:
        cells = {column: row[number] for number, column in columns.items() if column in known and column != WELCOME}
        if any(cell.text or cell.fault for cell in cells.values()):
            yield Record({column: _sound(cell, problems) for column, cell in cells.items()}, row[0].place)


def _has_columns(table: Table, required: Sequence[str], columns: Mapping[int, str], problems: Problems) -> bool:
    missing = [column for column in required if column not in columns.values()]
    for column in missing:
        problems.error(
            "missing-column",
            table.headings[0].place,
            f"the column “{column}” is missing",
            nearest(column, [one for one in columns.values() if one not in required]),
        )
    return not missing


def _sound(cell: Cell, problems: Problems) -> Cell:
    if fault := cell.fault or unprintable(cell.text):
        problems.error("cell", cell.place, fault)
        return Cell("", cell.place, fault=fault)
    return cell


def _column(heading: str) -> str:
    return re.sub("[ -]", "_", heading.casefold())


def _lines(text: str, count: int | None = None) -> list[list[str]]:
    """The records of a CSV text (the first `count` of them), blank lines too, all as wide as the widest."""
    import pandas

    if not text.strip():
        return []
    frame = pandas.read_csv(
        io.StringIO(text),
        header=None,
        names=range(_width(text)),
        index_col=False,  # a row too wide must not turn its first cell into an index
        dtype=object,
        na_filter=False,  # "NA" is an area, and an empty cell is empty
        skip_blank_lines=False,  # they count as lines
        nrows=count,
        engine="c",
    )
    rows: list[list[str]] = frame.to_numpy().tolist()
    return rows


def _width(text: str) -> int:
    """At least as many cells as the widest record has: commas within quotation marks are words."""
    unquoted = "".join(text.split('"')[::2])
    return 1 + max(line.count(",") for part in (text, unquoted) for line in part.split("\n"))


def _numbered(records: list[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line that it begins at: a quoted cell may hold line ends."""
    line = 1
    for record in records:
        yield line, record
        line += 1 + sum(cell.count("\n") for cell in record)


def _place_of_fault(name: str, text: str, fault: ValueError) -> Place:
    """Where the record begins that pandas could not read to its end."""
    row = re.search(r"starting at row (\d+)", str(fault))
    if row is None:
        return Place(name)
    *_, (line, _) = _numbered([*_lines(text, int(row[1])), []])
    return Place(name, line)


def _tidy(text: str) -> str:
    return plain_text(text).strip().strip("\u200b\ufeff").strip()


def _padded(row: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return row[:width] + tuple(Cell("", row[0].place) for _ in range(width - len(row)))


def _check_width(row: tuple[Cell, ...], width: int, shifts: bool, problems: Problems) -> None:
    extra = [cell for cell in row[width:] if cell.text]
    if extra and shifts:
        problems.error(
            "too-many-cells",
            extra[0].place,
            f"the row has more cells than there are headings ({width}), from “{extra[0].words}” on",
            "Put a text that holds a comma into quotation marks.",
        )
    elif extra:
        problems.warn("beside-table", extra[0].place, "stands beside the table, under no heading, and is left out")


def _check_headings(headings: tuple[Cell, ...], body: Sequence[tuple[Cell, ...]], problems: Problems) -> None:
    seen: dict[str, Cell] = {}
    for number, heading in enumerate(headings):
        name = _column(heading.key)
        if name and name in seen:
            problems.error("duplicate-column", heading.place, f"the heading “{heading.key}” stands there twice")
        elif not name and number and any(row[number].text for row in body):
            problems.warn("no-heading", heading.place, f"column {number + 1} has no heading")
        seen[name] = heading
