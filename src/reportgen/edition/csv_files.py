"""CSV files as tables: each cell knows the line that its row begins at."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.edition.folder import read_text
from reportgen.edition.tables import Cell, Table, make_table
from reportgen.problems import Place, Problems

MOST_CELLS = 10_000_000

_ERROR = re.compile(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)")


def read_csv(folder: Path, name: str, problems: Problems) -> Table | None:
    """The table in a CSV file. None, and a problem, where it cannot be read."""
    text = read_text(folder, name, problems)
    if text is None or _is_too_large(text, name, problems):
        return None
    try:
        records = _records(text)
    except ValueError as fault:  # pandas' ParserError
        problems.error("csv", _place_of_fault(name, text, fault), "a quotation mark is opened and never closed")
        return None
    rows = [tuple(_cell(one, Place(name, line)) for one in row) for line, row in _rows(text, records)]
    if _is_separated_otherwise(rows):
        hint = "In Excel: File, Save As, “CSV UTF-8 (Comma delimited)”."
        problems.error("separator", rows[0][0].place, "the cells are not separated by commas", hint)
        return None
    return make_table(Place(name, 1), rows, problems, shifts=True)


def _is_too_large(text: str, name: str, problems: Problems) -> bool:
    """All rows are made as wide as the widest: a long line and many short ones would fill the memory."""
    lines = text.split("\n")
    too_large = len(lines) * (1 + max(line.count(",") for line in lines)) > MOST_CELLS
    if too_large:
        message = f"is larger than tables are: more than {MOST_CELLS:,} cells"
        problems.error("too-large", Place(name, 1), message, "Delete the rows and columns that are no evidence.")
    return too_large


def _cell(text: str, place: Place) -> Cell:
    """A cell, with a fault where a spreadsheet wrote what it shows in place of a result."""
    if text.startswith("#") and _ERROR.fullmatch(text):
        return Cell("", place, fault=f"its formula gives {text}; leave the cell empty where nothing is reported")
    if text.startswith("###") and not text.strip("#"):
        return Cell("", place, fault=f"holds “{text}”, which is what a spreadsheet shows in a column too narrow")
    return Cell(text, place, text)


def _records(text: str, count: int | None = None) -> list[list[str]]:
    """The records of a CSV text (the first `count` of them), blank lines too, all as wide as the widest."""
    from pandas.errors import ParserError, ParserWarning

    if not text.strip() or count == 0:
        return []
    width = 1 + max(line.count(",") for line in text.split("\n"))
    with warnings.catch_warnings():
        warnings.simplefilter("error", ParserWarning)  # cells would be lost
        while True:  # a record of several lines may have more cells than any of these
            try:
                return _parsed(text, width, count)
            except ParserWarning:
                width *= 2
            except ParserError as fault:
                if "saw" not in str(fault):
                    raise
                width *= 2


def _parsed(text: str, width: int, count: int | None) -> list[list[str]]:
    import pandas

    frame = pandas.read_csv(
        io.StringIO(text),
        header=None,
        names=range(width),
        index_col=False,  # a row too wide must not turn its first cell into an index
        dtype=object,
        na_filter=False,  # "NA" is an area, and an empty cell is empty
        skip_blank_lines=False,  # they count as lines
        skipinitialspace=True,  # a quotation mark after a space is one
        nrows=count,
        engine="c",
    )
    records: list[list[str]] = frame.to_numpy().tolist()
    return records


def _rows(text: str, records: list[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Each record as wide as it was written, its cells without spaces around them, and the line of its begin."""
    lines = text.split("\n")
    for line, record in _numbered(records):
        cells = [_tidy(cell) for cell in record]
        written = "\n".join(lines[line - 1 : line + _line_ends(record)])
        width = 1 + re.sub('"[^"]*"', "", written).count(",")
        filled = max((number for number, cell in enumerate(cells, 1) if cell), default=1)
        yield line, cells[: max(width, filled)]


def _numbered(records: list[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line that it begins at: a quoted cell may hold line ends."""
    line = 1
    for record in records:
        yield line, record
        line += 1 + _line_ends(record)


def _line_ends(record: list[str]) -> int:
    return sum(cell.count("\n") for cell in record)


def _tidy(text: str) -> str:
    return text.strip().strip("\u200b\ufeff").strip()


def _is_separated_otherwise(rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether the headings stand in one cell, with semicolons or tabs between them."""
    filled = ([cell.text for cell in row if cell.text] for row in rows)
    headings: list[str] = next((texts for texts in filled if texts), [])
    return len(headings) == 1 and re.search(r"\S[;\t|]\S", headings[0]) is not None


def _place_of_fault(name: str, text: str, fault: ValueError) -> Place:
    """Where the record begins that pandas could not read to its end."""
    row = re.search(r"starting at row (\d+)", str(fault))
    if row is None:
        return Place(name, 1)
    *_, (line, _) = _numbered([*_records(text, int(row[1])), []])
    return Place(name, line)
