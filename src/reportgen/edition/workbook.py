"""evidence.xlsx: its sheets as tables. A cell says what Excel shows: percentages, saved results, decimals."""

from __future__ import annotations

import io
import math
import re
import warnings
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Context, Decimal
from pathlib import Path
from typing import Any

from reportgen.edition.folder import plain_text, read_bytes
from reportgen.edition.reach import MOST_COLUMNS, MOST_ROWS, reaches_too_far
from reportgen.edition.sheet_looks import warn_of_looks
from reportgen.edition.tables import Cell, Table, make_table
from reportgen.numbers import EXACT, MINUS, rounded
from reportgen.packages import MOST_BYTES, Fault, look_over
from reportgen.problems import Place, Problems

NAME = "evidence.xlsx"
OTHER_KINDS = (".xls", ".xlsm", ".xlsb", ".xltx", ".ods", ".numbers")
MOST = 10**30  # more than anybody counts, and few enough digits for decimals
MERGED_DOWN = dict[tuple[int, int], tuple[int, int]]  # a covered cell, and the one above that it shows

_INSTEAD = ("indicators.csv", "values.csv")
_SAVE_AS = "In Excel: File, Save As, “Excel Workbook (*.xlsx)”."
_DELETE = "Delete the unused rows and columns, and sheets that are no part of the evidence, and save it again."
_FIFTEEN = Context(prec=15)  # as many digits as Excel itself keeps of a binary fraction


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of evidence.xlsx; without one there are none."""

    values: Any = None  # openpyxl's, with the saved results of formulas
    formulas: Any = None  # the same, with the formulas themselves
    damaged: bool = False  # it is there, but nobody knows what is in it

    @property
    def sheets(self) -> tuple[str, ...]:
        return tuple(sheet.title for sheet in self.values.worksheets) if self.values else ()

    def sheet(self, name: str) -> str | None:
        """The sheet of that name, as Excel compares names: capitals do not matter, and 31 letters are all."""
        wanted = name.strip().casefold()[:31]
        return next((sheet for sheet in self.sheets if sheet.strip().casefold() == wanted), None)

    def place(self, name: str) -> Place:
        """Where to tell what a sheet as a whole has wrong: at its first cell."""
        return Place(NAME, sheet=self.sheet(name), cell="A1")

    def table(self, name: str, problems: Problems) -> Table | None:
        """The table in a sheet that is there. None, and a problem, where it cannot be read."""
        from openpyxl.utils import get_column_letter

        title, place = self.sheet(name), self.place(name)
        sheet = self.values[title]
        if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
            message = f"the sheet reaches to row {sheet.max_row}, column {get_column_letter(sheet.max_column)}"
            problems.error("too-large", place, message, _DELETE)
            return None
        if sheet.sheet_state != "visible":
            problems.warn("hidden-sheet", place, "the sheet is hidden; it is read all the same")
        table = make_table(place, _cells(sheet, self.formulas[title]), problems, shifts=False)
        if table:
            warn_of_looks(sheet, table, problems)
        return table


def other_kind(folder: Path) -> Path | None:
    """A workbook of another kind in place of evidence.xlsx, where no CSV files stand for it."""
    files = sorted(folder.iterdir()) if not all((folder / one).is_file() for one in _INSTEAD) else []
    return next((one for one in files if one.stem.lower() == "evidence" and one.suffix.lower() in OTHER_KINDS), None)


def read_workbook(folder: Path, problems: Problems) -> Workbook:
    """The workbook of an edition, if it has one."""
    if not (folder / NAME).is_file():
        if other := other_kind(folder):
            hint = f"In Excel: File, Save As, “Excel Workbook (*.xlsx)”, as {NAME}."
            problems.error("workbook", Place(other.name), "is a workbook of a kind that is not read", hint)
        return Workbook(damaged=other is not None)
    import openpyxl

    data = read_bytes(folder, NAME, problems, MOST_BYTES)
    if data is None:
        return Workbook(damaged=True)
    try:
        if fault := _fault(data):
            problems.error(fault.code, Place(NAME), fault.message, _DELETE if fault.code == "too-large" else _SAVE_AS)
            return Workbook(damaged=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of what it will not write back; nothing is written
            return Workbook(
                openpyxl.load_workbook(io.BytesIO(data), data_only=True),
                openpyxl.load_workbook(io.BytesIO(data)),
            )
    except Exception:  # openpyxl has no error of its own for a damaged file: KeyError, TypeError …
        remedy = "Open it in Excel, save it again, and see that nothing is lost."
        problems.error("workbook", Place(NAME), "is damaged", remedy)
    return Workbook(damaged=True)


def _fault(data: bytes) -> Fault | None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return Fault("workbook", "has a password, or is a workbook of the old kind (.xls)")
    if not zipfile.is_zipfile(io.BytesIO(data)):
        damaged = "is damaged: its end is missing" if data.startswith(b"PK") else "is not an Excel workbook"
        return Fault("workbook", damaged)
    if fault := look_over(data):
        return fault
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        if "xl/workbook.xml" not in parts.namelist():
            return Fault("workbook", "is not an Excel workbook")
        if b"purl.oclc.org/ooxml" in parts.read("xl/workbook.xml"):
            return Fault("workbook", "is a “Strict Open XML” workbook, which cannot be read")
        return reaches_too_far(parts)


def _cells(sheet: Any, formulas: Any) -> list[tuple[Cell, ...]]:
    above = _merged_down(sheet.merged_cells.ranges)
    return [tuple(_cell(sheet, formulas, one, above) for one in row) for row in sheet.iter_rows()]


def _merged_down(ranges: Iterable[Any]) -> MERGED_DOWN:
    """A cell merged over several rows says the same in each of them."""
    return {
        (row, area.min_col): (area.min_row, area.min_col)
        for area in ranges
        for row in range(area.min_row + 1, area.max_row + 1)
    }


def _cell(sheet: Any, formulas: Any, own: Any, above: MERGED_DOWN) -> Cell:
    place = Place(NAME, sheet=sheet.title, cell=own.coordinate)
    source = sheet.cell(*above.get((own.row, own.column), (own.row, own.column)))
    value, looks = source.value, source.number_format or "General"
    if value is None:
        never = formulas.cell(source.row, source.column).data_type == "f" and source.data_type != "str"
        return Cell("", place, fault=_NEVER_CALCULATED if never else "")
    if source.data_type == "e" or (isinstance(value, float) and not math.isfinite(value)):
        return Cell("", place, fault=f"its formula gives {value}; leave the cell empty where nothing is reported")
    if isinstance(value, bool):
        return _written(str(value).upper(), place)
    if isinstance(value, int | float):
        too_large = "its number is too large" if abs(value) >= MOST else ""
        return Cell("", place, fault=too_large) if too_large else _number(value, looks, place)
    if isinstance(value, date | time | timedelta):
        return Cell(_date(value, looks), place, _date(value, looks), is_date=True)
    return _written(str(value), place)


_FOREIGN = re.compile(r"\[\$([€$¥]|[A-Z]{3})[^\]]*\]|€")  # money that is not in pounds
_NEVER_CALCULATED = "its formula was never calculated: open the workbook in Excel and save it"


def _written(text: str, place: Place) -> Cell:
    from openpyxl.utils.escape import unescape

    plain = plain_text(unescape(text)).strip().strip("\u200b\ufeff").strip()
    return Cell(plain, place, plain)


def _number(value: int | float, looks: str, place: Place) -> Cell:
    figure = Decimal(value) if isinstance(value, int) else _FIFTEEN.create_decimal(repr(value))
    if foreign := _FOREIGN.search(looks):
        looks = looks.replace(foreign[0], "")
    bare = _bare(looks)
    percent = "%" if "%" in bare else ""
    if percent:
        figure = figure.scaleb(2)
    text = f"{EXACT.plus(rounded(figure, 15)):f}"  # smaller remains are those of binary fractions
    text = text.rstrip("0").rstrip(".") if "." in text else text
    decimals = _decimals(bare)
    sign = (foreign[1] or foreign[0]) if foreign else ""
    return Cell(sign + text + percent, place, sign + _shown(Decimal(text), bare, decimals) + percent, decimals)


def _bare(looks: str) -> str:
    """A number format's first section without its literal texts, escapes and conditions."""
    pounds = re.sub(r"\[\$£[^\]]*\]", "£", looks.replace('"£"', "£"))
    return re.sub(r'"[^"]*"|\[[^\]]*\]|\\.|[_*].', "", pounds).split(";")[0]


def _decimals(bare: str) -> int | None:
    """The decimals that a number format fixes. None where it fixes none (General, 0.##, 0.00E+00, # ?/?)."""
    found = re.fullmatch(r"[^0#?.]*[0#?,]*0(?:\.(0+))?(,*)[^0#?.E/]*", bare)
    return max(0, len(found[1] or "") - 3 * len(found[2])) if found else None


def _shown(figure: Decimal, bare: str, decimals: int | None) -> str:
    number = rounded(figure, decimals)
    digits = f"{abs(number):,f}" if "," in bare else f"{abs(number):f}"
    return (MINUS if number < 0 else "") + ("£" if "£" in bare else "") + digits


def _date(value: date | time | timedelta, looks: str) -> str:
    """A date in British words, as much of it as the number format shows."""
    if not isinstance(value, date):
        return str(value)
    parts = (str(value.day), "d"), (f"{value:%B}", "m"), (str(value.year), "y")
    letters = _bare(looks).lower()
    return " ".join(word for word, letter in parts if letter in letters) or value.isoformat()
