"""Small editions written for one test each, and the workbook that says the same as an edition's CSV files."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reportgen.edition.edition import Edition, read_edition
from reportgen.numbers import decimals_in, parse
from reportgen.problems import InputError, Problem, Problems

RIVERS = Path(__file__).parents[1] / "editions" / "rivers-2023"
MINIMAL = {
    "report.yaml": "\n".join(
        [
            "title: A report",
            "organisation: An authority",
            'edition: "2024"',
            "area: Kent",
            "comparators:",
            "  - {area: England, label: national average}",
            "rating: {amber_within: 1}",
            "missions:",
            "  - id: water",
            "    title: Water",
            "    aspirations:",
            "      - {id: clean, text: Clean}",
        ]
    ),
    "indicators.csv": "id,mission,name,unit,better\nlakes,water,Clean lakes,percent,higher\n",
    "values.csv": "indicator,area,period,value\nlakes,Kent,2023,36\nlakes,England,2023,34\n",
}

Read = Callable[..., tuple[Edition | None, list[Problem]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads the minimal edition with some files changed, added, or (None) taken away."""

    def read_with(files: dict[str, str | bytes | None] | None = None) -> tuple[Edition | None, list[Problem]]:
        for name, text in (MINIMAL | (files or {})).items():
            if text is not None:
                path = tmp_path / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_folder(tmp_path)

    return read_with


@pytest.fixture
def read_at() -> Callable[[Path], tuple[Edition | None, list[Problem]]]:
    return read_folder


@pytest.fixture
def rivers_with_workbook(tmp_path: Path) -> Path:
    """The edition of the rivers trust with evidence.xlsx in place of its CSV files."""
    folder = tmp_path / "rivers-2023"
    shutil.copytree(RIVERS, folder)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for path in [
        folder / "indicators.csv",
        folder / "values.csv",
        folder / "facts.csv",
        *folder.glob("series/*.csv"),
    ]:
        _sheet(book, path)
        path.unlink()
    book.save(folder / "evidence.xlsx")
    return folder


@pytest.fixture
def rivers() -> Edition:
    return read_edition(RIVERS, Problems())


def read_folder(folder: Path) -> tuple[Edition | None, list[Problem]]:
    problems = Problems()
    try:
        return read_edition(folder, problems), problems.met
    except InputError as stop:
        return None, stop.problems


def _sheet(book: Any, path: Path) -> None:
    sheet = book.create_sheet(path.stem)
    units = {row["id"]: row["unit"] for row in _rows(RIVERS / "indicators.csv")}
    rows = _rows(path)
    sheet.append(list(rows[0]))
    for row in rows:
        unit = units.get(row.get("indicator", "")) or row.get("unit", "text")
        sheet.append(list(row.values()))
        if path.stem in ("values", "facts"):
            _as_number(sheet.cell(sheet.max_row, list(row).index("value") + 1), unit)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if any(row.values())]


def _as_number(cell: Any, unit: str) -> None:
    """The figure as people keep it in Excel: a percentage, pounds or a number, its format saying which."""
    if unit == "text" or not (cell.value or "").strip():
        return
    decimals = decimals_in(cell.value)
    zeros = "0" + ("." + "0" * decimals if decimals else "")
    figure: Decimal = parse(cell.value, unit)  # type: ignore[arg-type]
    cell.value = float(figure / 100 if unit == "percent" else figure)
    cell.number_format = {"percent": f"{zeros}%", "gbp": f"£#,##{zeros}", "number": f"#,##{zeros}"}[unit]
