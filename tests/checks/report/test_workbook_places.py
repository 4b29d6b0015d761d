"""In a workbook a finding names the very cell that is wrong, not the row's first."""

import csv
from pathlib import Path

import openpyxl
import pytest
from checks.report.editions import REPORT

from reportgen.checks.report.check import check_edition

INDICATORS = """id,mission,name,unit,better,counted,ahead,behind
lakes,homes,% of lakes that are clean,percent,higher,lakes,More than {comparator},Fewer than {comparator}
"""
VALUES = "indicator,area,period,value,base,gap_count\nlakes,Kent,2023,36,400,\nlakes,England,2023,31,,20\n"


@pytest.mark.parametrize(
    ("sheet", "cell", "mistyped", "place"),
    [
        ("values", "F3", 200, "values!F3"),
        ("values", "C3", "2032", "values!C3"),
        ("indicators", "H2", "More than {comparator}", "indicators!H2"),
        ("indicators", "G2", "40% are clean, more than in {comparator}", "indicators!G2"),
    ],
)
def test_the_cell_that_is_wrong_is_named(tmp_path: Path, sheet: str, cell: str, mistyped: object, place: str) -> None:
    book = openpyxl.Workbook()
    for name, rows in (("indicators", INDICATORS), ("values", VALUES)):
        page = book.create_sheet(name)
        for row in csv.reader(rows.splitlines()):
            page.append([float(one) if one.isdecimal() and one != "2023" else one or None for one in row])
    book.remove(book.worksheets[0])
    book[sheet][cell] = mistyped
    book.save(tmp_path / "evidence.xlsx")
    (tmp_path / "report.yaml").write_text(REPORT.format(edition="2024", amber="1"), encoding="utf-8")
    errors = [str(one.place) for one in check_edition(tmp_path).problems if one.severity == "error"]
    assert errors == [f"evidence.xlsx:{place}"]
