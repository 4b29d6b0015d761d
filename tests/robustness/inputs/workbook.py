"""evidence.xlsx, spoilt in each of its sheets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from robustness.inputs.good import VALUES, VALUES_CSV
from robustness.inputs.spoiling import (
    Input,
    Spoil,
    both,
    cell,
    cut,
    drop,
    on,
    put,
    renamed,
    saved_as,
    without,
    workbook,
)

OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
TEMPLATE = Path(__file__).parents[3] / "templates" / "evidence-report.docx"


def merge(area: str) -> Callable[[Any], object]:
    return lambda sheet: sheet.merge_cells(area)


def hide_rows(first: int, last: int) -> Callable[[Any], object]:
    return lambda sheet: sheet.row_dimensions.group(first, last, hidden=True)


def hide_columns(first: str, last: str) -> Callable[[Any], object]:
    return lambda sheet: sheet.column_dimensions.group(first, last, hidden=True)


def state(name: str) -> Callable[[Any], object]:
    return lambda sheet: setattr(sheet, "sheet_state", name)


def comment(sheet: Any) -> None:
    from openpyxl.comments import Comment

    sheet["D3"].comment = Comment("Please check.", "Ann")


def title_above(sheet: Any) -> None:
    sheet.insert_rows(1)
    sheet["A1"] = "The values"
    sheet.merge_cells("A1:H1")


def sources_sheet(*rows: list[str]) -> Spoil:
    def add(book: Any) -> None:
        sheet = book.create_sheet("sources")
        for row in rows:
            sheet.append(row)

    return both(drop("sources.yaml"), workbook(add))


INPUTS = (
    Input("the same tables as sheets", workbook(), True),
    Input("numbers kept as text", workbook(as_numbers=False), True),
    Input("a formula that was never calculated", cell("values", "D3", "=35+1")),
    Input(
        "a formula with its saved result",
        saved_as(2, "<f>35+1</f><v></v>", "<f>35+1</f><v>36</v>", "D3", "=35+1"),
        True,
        "36%",
    ),
    Input("`#DIV/0!`", cell("values", "D3", "#DIV/0!")),
    Input("`#REF!`", cell("values", "D3", "#REF!")),
    Input("`#N/A`", cell("values", "D3", "#N/A")),
    Input("`#NAME?` for a name", cell("indicators", "C3", "#NAME?")),
    Input("`#REF!` for a heading", cell("values", "D1", "#REF!")),
    Input("0.36 formatted as per cent", cell("values", "D3", 0.36, "0%"), True, "36%"),
    Input("0.36 among 36s", cell("values", "D3", 0.36)),
    Input("36 formatted as per cent (3,600%)", cell("values", "D3", 36, "0%")),
    Input("`36%` as text", cell("values", "D3", "36%"), True),
    Input("`36,5` as text", cell("values", "D3", "36,5")),
    Input("`n/a`", cell("values", "D3", "n/a")),
    Input("TRUE", cell("values", "D3", True)),
    Input("pounds with pence", cell("values", "D6", 162.5, "£#,##0.00"), True),
    Input("euros", cell("values", "D6", 162.5, "[$€-2] #,##0.00")),
    Input("12 decimals", cell("values", "D3", 36.123456789012)),
    Input("a number of 41 digits", cell("values", "D3", 1e40)),
    Input("a date for a value", cell("values", "D3", date(2023, 4, 1), "dd/mm/yyyy")),
    Input("a date for a period", cell("values", "C3", date(2023, 4, 1), "mmm-yy")),
    Input("an Excel serial for a period", cell("values", "C3", 45017)),
    Input("a number with decimals for a period", cell("values", "C3", 2023.5)),
    Input("a number for a period", cell("values", "C3", 2023.0), True, "36%"),
    Input("a date for an area", cell("values", "B3", date(2023, 3, 1), "d-mmm")),
    Input("a date for a name", cell("indicators", "C3", date(2023, 3, 1), "d-mmm")),
    Input("a date for an id", cell("indicators", "A4", date(2023, 3, 1), "d-mmm")),
    Input("a date for a fact", cell("facts", "B2", date(2023, 3, 1), "d-mmm")),
    Input(
        "a date in a table of the report's own",
        cell("tasks", "B2", date(2023, 3, 1), "d mmm yyyy"),
        True,
        "1 March 2023",
    ),
    Input("an id with spaces and no-break spaces", cell("values", "A3", "lakes \u00a0"), True),
    Input("a line end in a name", cell("indicators", "C3", "Rent\nof a boat"), True, "Rent of a boat"),
    Input(
        "`_x000D_`, as Excel keeps a line end of Windows",
        cell("indicators", "C3", "Rent_x000D_\nof a boat"),
        True,
        "Rent of a boat",
    ),
    Input("a control character", cell("indicators", "C3", "Rent_x0007_ of a boat")),
    Input("a lone surrogate", cell("indicators", "C3", "Rent_xD800_ of a boat")),
    Input("cells merged over rows", on("values", merge("B2:B3"))),
    Input("cells merged over columns", on("values", merge("D3:E3"))),
    Input("merged headings", on("values", merge("D1:E1"))),
    Input("a merged title above the headings", on("values", title_above)),
    Input("a hidden row", on("values", hide_rows(3, 3))),
    Input("rows hidden by a filter or outline", on("values", hide_rows(3, 5))),
    Input("a hidden column", on("values", hide_columns("D", "D"))),
    Input("hidden columns of one width", on("values", hide_columns("D", "F"))),
    Input("a hidden sheet", on("values", state("hidden"))),
    Input("a sheet that is very hidden", on("values", state("veryHidden"))),
    Input("blank rows above the headings", on("values", lambda sheet: sheet.insert_rows(1, 3)), True),
    Input("a blank column before the table", on("values", lambda sheet: sheet.insert_cols(1)), True),
    Input("a remark beside the table", cell("values", "K3", "ask Ann")),
    Input("a source line below the table", cell("values", "A14", "Source: ONS")),
    Input("a comment on a cell", on("values", comment), True),
    Input("a sheet missing", without("values")),
    Input("a sheet with a misspelt name", renamed("values", "vlaues")),
    Input("a sheet still called Sheet1", renamed("values", "Sheet1")),
    Input("a sheet with capitals and a space in its name", renamed("values", "Values "), True),
    Input("the sheet of a series missing", without("money")),
    Input("the sheet of a series with a misspelt name", renamed("money", "mony")),
    Input("the sheet of facts missing, and called", without("facts")),
    Input("an empty sheet", on("values", lambda sheet: sheet.delete_rows(1, 99))),
    Input("another sheet", workbook(lambda book: book.create_sheet("Notes")), True),
    Input("the same table as CSV file", both(workbook(), put(VALUES_CSV, VALUES))),
    Input("a missing heading", cell("values", "D1", None)),
    Input("a misspelt heading", cell("values", "D1", "vlaue")),
    Input("a heading twice", cell("values", "H1", "value")),
    Input("an unknown column", cell("values", "H1", "remarks")),
    Input("an id twice", cell("indicators", "A4", "lakes")),
    Input("a row twice", cell("values", "C2", 2023)),
    Input("an unknown indicator", cell("values", "A3", "laks")),
    Input("an unknown mission", cell("indicators", "B3", "brids")),
    Input("an unknown source", cell("indicators", "I2", "survy")),
    Input("a base below zero", cell("values", "E3", -5)),
    Input("decimals `2.5`", cell("indicators", "F3", 2.5)),
    Input("an .xls file, or one with a password", both(workbook(), put("evidence.xlsx", OLD_EXCEL))),
    Input("an empty file", both(workbook(), put("evidence.xlsx", b""))),
    Input("a web page", both(workbook(), put("evidence.xlsx", b"<html><table>"))),
    Input("a file that was cut", both(workbook(), cut("evidence.xlsx", 3000))),
    Input("a Word file", both(workbook(), put("evidence.xlsx", TEMPLATE.read_bytes()))),
    Input("a cell in the last row of all", on("values", lambda sheet: sheet.cell(1_048_576, 1, "x"))),
    Input("600 columns", on("values", lambda sheet: sheet.cell(2, 600, "x"))),
    Input(
        "a sheet of sources",
        sources_sheet(["key", "text", "url"], ["survey", "Survey", "https://example.org"], ["plan", "Plan"]),
        True,
    ),
    Input(
        "sources: what is missing, doubled and no address",
        sources_sheet(["key", "text", "url"], ["survey", "", "example.org"], ["plan", "Plan"], ["plan", "x"]),
    ),
    Input("sources: no column `key`", sources_sheet(["name", "text"], ["survey", "Survey"], ["plan", "Plan"])),
    Input("the lock file of an open workbook beside it", both(workbook(), put("~$evidence.xlsx", "x")), True),
)
