from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reportgen.edition.edition import Edition
from reportgen.edition.tables import Table
from reportgen.edition.workbook import read_workbook
from reportgen.problems import Problem, Problems

ReadAt = Callable[[Path], tuple[Edition | None, list[Problem]]]


def save(folder: Path, rows: list[list[Any]], change: Callable[[Any], None] = lambda sheet: None) -> None:
    book = openpyxl.Workbook()
    book.active.title = "values"
    for row in rows:
        book.active.append(row)
    change(book.active)
    book.save(folder / "evidence.xlsx")


def change_xml(folder: Path, old: str, new: str) -> None:
    """Change the first sheet's XML as only Excel would write it."""
    path, changed = folder / "evidence.xlsx", io.BytesIO()
    with zipfile.ZipFile(path) as parts, zipfile.ZipFile(changed, "w") as target:
        for name in parts.namelist():
            text = parts.read(name)
            if name == "xl/worksheets/sheet1.xml":
                assert old in text.decode()
                text = text.decode().replace(old, new).encode()
            target.writestr(name, text)
    path.write_bytes(changed.getvalue())


def table(folder: Path, problems: Problems | None = None) -> Table:
    found = read_workbook(folder, problems or Problems()).table("values", problems or Problems())
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("value", "looks", "text", "shown", "decimals"),
    [
        (0.5349, "0.0%", "53.49%", "53.5%", 1),
        (0.5349, "0%", "53.49%", "53%", 0),
        (0.36, "0%", "36%", "36%", 0),
        (0.07, "0.00 %", "7%", "7.00%", 2),
        (1 / 3, "0%", "33.3333333333333%", "33%", 0),
        (43, "0.0", "43", "43.0", 1),
        (43.5, "General", "43.5", "43.5", None),
        (0.1 + 0.2, "General", "0.3", "0.3", None),
        (-5.5e-17, "General", "0", "0", None),
        (1e-07, "General", "0.0000001", "0.0000001", None),
        (2022.0, "General", "2022", "2022", None),
        (36.456, "0.##", "36.456", "36.456", None),
        (1234.5, "£#,##0.00", "1234.5", "£1,234.50", 2),
        (-1200000000, '"£"0.0,,"m"', "-1200000000", "−£1,200,000,000", 0),
        (1234, "[$£-809]#,##0;[Red]-[$£-809]#,##0", "1234", "£1,234", 0),
        (1234.5, "_-£* #,##0.00_-;-£* #,##0.00_-", "1234.5", "£1,234.50", 2),
        (True, "General", "TRUE", "TRUE", None),
        (date(2024, 4, 3), "dd/mm/yyyy", "3 April 2024", "3 April 2024", None),
        (datetime(2024, 4, 3), "mmm-yy", "April 2024", "April 2024", None),
        (time(3, 4), "h:mm:ss", "03:04:00", "03:04:00", None),
        (" Ynys\u00a0Mo\u0302n\n", "General", "Ynys\u00a0Môn", "Ynys\u00a0Môn", None),
    ],
)
def test_a_cell_says_what_excel_shows(
    tmp_path: Path, value: Any, looks: str, text: str, shown: str, decimals: int | None
) -> None:
    save(tmp_path, [["a"], [value]], lambda sheet: setattr(sheet["A2"], "number_format", looks))
    cell = table(tmp_path).rows[0][0]
    assert (cell.text, cell.shown, cell.decimals) == (text, shown, decimals)
    assert str(cell.place) == "evidence.xlsx:values!A2"
    assert cell.is_date == isinstance(value, date | time)


def test_a_formula_stands_for_its_saved_result(tmp_path: Path) -> None:
    save(tmp_path, [["a"], ["=1+1"]])
    change_xml(tmp_path, "<f>1+1</f><v></v>", "<f>1+1</f><v>2</v>")
    assert table(tmp_path).rows[0][0].text == "2"


def test_a_formula_that_gives_no_words_is_an_empty_cell(tmp_path: Path) -> None:
    save(tmp_path, [["a", "b"], ['=""', "x"]])
    change_xml(tmp_path, '<c r="A2">', '<c r="A2" t="str">')
    assert (table(tmp_path).rows[0][0].text, table(tmp_path).rows[0][0].fault) == ("", "")


def test_a_formula_never_calculated_and_an_error_value_are_faults(tmp_path: Path) -> None:
    save(tmp_path, [["a"], ["=1+1"], ["#REF!"], [7]])
    change_xml(tmp_path, "<v>7</v>", "<v>1e999</v>")
    never, wrong, endless = (row[0].fault for row in table(tmp_path).rows)
    assert "inf" in endless
    assert "never calculated" in never
    assert "#REF!" in wrong


def test_a_number_beyond_all_counting_is_a_fault(tmp_path: Path) -> None:
    save(tmp_path, [["a"], [1e300], [-1e300], [1e20]])
    faults = [row[0].fault for row in table(tmp_path).rows]
    assert faults == ["its number is too large", "its number is too large", ""]


def test_a_cell_merged_over_rows_says_the_same_in_each(tmp_path: Path) -> None:
    save(tmp_path, [["a", "b"], ["x", 1], [None, 2], ["y", 3]], lambda sheet: sheet.merge_cells("A2:A3"))
    assert [row[0].text for row in table(tmp_path).rows] == ["x", "x", "y"]


def test_a_hidden_sheet_is_read_with_a_warning(tmp_path: Path) -> None:
    save(tmp_path, [["a"], [1]], lambda sheet: sheet.parent.create_sheet("seen"))
    book = openpyxl.load_workbook(tmp_path / "evidence.xlsx")
    book["values"].sheet_state = "hidden"
    book.active = 1
    book.save(tmp_path / "evidence.xlsx")
    problems = Problems()
    assert table(tmp_path, problems).rows
    assert [str(problem) for problem in problems] == [
        "evidence.xlsx:values!A1: warning: the sheet is hidden; it is read all the same"
    ]


def test_what_is_jotted_beside_a_table_is_left_out_with_a_warning(tmp_path: Path) -> None:
    save(tmp_path, [["a", "b"], [1, 2, None, "ask Ann"]])
    problems = Problems()
    assert [len(row) for row in table(tmp_path, problems).rows] == [2]
    assert [str(problem).split(": ")[:2] for problem in problems] == [["evidence.xlsx:values!D2", "warning"]]


def test_a_sheet_that_reaches_to_the_last_row_is_refused_at_once(tmp_path: Path) -> None:
    save(tmp_path, [["a"], [1]], lambda sheet: sheet.cell(1_048_576, 16_384, "x"))
    problems = Problems()
    assert read_workbook(tmp_path, problems).table("values", problems) is None
    assert problems.errors[0].code == "too-large"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is not an Excel workbook"),
        (b"<html>", "is not an Excel workbook"),
        (b"PK\x03\x04junk", "is damaged: its end is missing"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "has a password"),
    ],
)
def test_what_is_no_workbook_is_refused_in_plain_words(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "evidence.xlsx").write_bytes(data)
    problems = Problems()
    assert read_workbook(tmp_path, problems).sheets == ()
    assert problems.errors[0].message.startswith(message)


def test_a_damaged_workbook_is_refused_in_plain_words(tmp_path: Path) -> None:
    save(tmp_path, [["a"], [1]])
    change_xml(tmp_path, "<sheetData>", "<sheetData")
    problems = Problems()
    assert read_workbook(tmp_path, problems).sheets == ()
    assert problems.errors[0].message.startswith("is damaged")


def test_nothing_is_missed_that_a_damaged_workbook_may_hold(rivers_with_workbook: Path, read_at: ReadAt) -> None:
    (rivers_with_workbook / "evidence.xlsx").write_bytes(b"no workbook")
    assert [problem.message for problem in read_at(rivers_with_workbook)[1]] == ["is not an Excel workbook"]


def test_a_wrong_address_is_an_error_at_its_cell(rivers_with_workbook: Path, read_at: ReadAt) -> None:
    (rivers_with_workbook / "sources.yaml").unlink()
    book = openpyxl.load_workbook(rivers_with_workbook / "evidence.xlsx")
    sheet = book.create_sheet("sources")
    sheet.append(["key", "text", "url"])
    sheet.append(["ons", "ONS", "ons.gov.uk"])
    book.save(rivers_with_workbook / "evidence.xlsx")
    assert "evidence.xlsx:sources!C2" in [str(problem.place) for problem in read_at(rivers_with_workbook)[1]]


def test_the_same_figures_in_a_workbook_give_the_same_evidence(
    rivers: Edition, rivers_with_workbook: Path, read_at: ReadAt
) -> None:
    edition, problems = read_at(rivers_with_workbook)
    assert edition is not None
    assert problems == []
    ours, theirs = edition.evidence, rivers.evidence
    assert list(ours.indicators.values()) == list(theirs.indicators.values())
    assert ours.observations == theirs.observations
    assert {one.id: one.value for one in ours.facts.values()} == {one.id: one.value for one in theirs.facts.values()}
    assert ours.series == theirs.series
    assert str(ours.observations["good-status", "Wales", "2022-23"].place) == "evidence.xlsx:values!D5"


def test_the_same_table_in_both_places_is_an_error(rivers_with_workbook: Path, read_at: ReadAt) -> None:
    (rivers_with_workbook / "facts.csv").write_text("id,value,unit\na,1,number\n", encoding="utf-8")
    (rivers_with_workbook / "series" / "money.csv").write_text("Year,A\n1,2\n", encoding="utf-8")
    messages = [str(problem).splitlines()[0] for problem in read_at(rivers_with_workbook)[1]]
    assert "evidence.xlsx:facts!A1: this table stands in facts.csv as well" in messages
    assert "evidence.xlsx:money!A1: this table stands in series/money.csv as well" in messages


def test_a_missing_series_is_told_with_the_sheets_that_are_there(rivers_with_workbook: Path, read_at: ReadAt) -> None:
    path = rivers_with_workbook / "evidence.xlsx"
    book = openpyxl.load_workbook(path)
    book["money"].title = "mony"
    book.save(path)
    (problem,) = read_at(rivers_with_workbook)[1]
    assert problem.message == "there is no file “series/money.csv” (nor a sheet “money” in evidence.xlsx)"
    assert problem.hint == "Did you mean “mony”?"


def test_a_date_in_period_or_value_is_an_error_at_its_cell(rivers_with_workbook: Path, read_at: ReadAt) -> None:
    path = rivers_with_workbook / "evidence.xlsx"
    book = openpyxl.load_workbook(path)
    book["values"]["B3"] = date(2022, 10, 1)
    book["values"]["D4"] = date(2022, 10, 1)
    book.save(path)
    messages = [str(problem).splitlines()[0] for problem in read_at(rivers_with_workbook)[1]]
    assert "evidence.xlsx:values!B3: “period” holds a date (2022-10-01)" not in messages
    assert "evidence.xlsx:values!B3: “period” holds a date (1 October 2022)" in messages
    assert any(one.startswith("evidence.xlsx:values!D4: “value” holds a date") for one in messages)


def test_faults_of_cells_that_nobody_reads_are_let_be(rivers_with_workbook: Path, read_at: ReadAt) -> None:
    path = rivers_with_workbook / "evidence.xlsx"
    book = openpyxl.load_workbook(path)
    book["values"]["H3"] = "=1+1"
    book["values"]["D3"] = "=1+1"
    book.create_sheet("workings")["A1"] = "#REF!"
    book.save(path)
    assert [str(problem.place) for problem in read_at(rivers_with_workbook)[1]] == ["evidence.xlsx:values!D3"]


def test_sources_may_stand_in_a_sheet(rivers_with_workbook: Path, read_at: ReadAt) -> None:
    path = rivers_with_workbook / "evidence.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("Sources")
    for row in (
        ["key", "text", "url", "published"],
        ["nrw-status", "NRW", "https://a.wales", 2023],
        ["trust_accounts", "A"],
    ):
        sheet.append(row)
    book.save(path)
    (rivers_with_workbook / "sources.yaml").unlink()
    edition, problems = read_at(rivers_with_workbook)
    assert problems == []
    assert edition is not None
    assert edition.sources["nrw-status"].published == "2023"
    assert str(edition.sources["nrw-status"].place) == "evidence.xlsx:Sources!A2"


def test_a_range_that_is_merged_or_linked_over_the_whole_sheet_is_refused_at_once(tmp_path: Path) -> None:
    for mark in (
        '<mergeCells><mergeCell ref="A1:{}"/></mergeCells>',
        '<hyperlinks><hyperlink ref="A1:{}"/></hyperlinks>',
    ):
        save(tmp_path, [["a"], [1]])
        change_xml(tmp_path, "</sheetData>", "</sheetData>" + mark.format("CV100"))
        sheet = openpyxl.load_workbook(tmp_path / "evidence.xlsx").active
        assert len(sheet._cells) == 10_000  # openpyxl makes a cell of each
        change_xml(tmp_path, "CV100", "XFD1048576")
        problems = Problems()
        assert read_workbook(tmp_path, problems).sheets == ()
        assert "merges or links more than 500,000 cells" in problems.errors[0].message


def test_a_sheet_of_a_million_rows_is_refused_before_openpyxl_sees_it(tmp_path: Path) -> None:
    save(tmp_path, [["a"], [1]])
    change_xml(tmp_path, "</sheetData>", "<row/>" * 1_000_000 + "</sheetData>")
    problems = Problems()
    assert read_workbook(tmp_path, problems).sheets == ()
    assert "more than 100,000 rows" in problems.errors[0].message


def test_macros_and_document_type_definitions_in_a_workbook_are_refused(tmp_path: Path) -> None:
    for name, part, message in (
        ("xl/vbaProject.bin", b"x", "there are macros in the file"),
        ("xl/x.xml", b"<!DOCTYPE x><x/>", "the part xl/x.xml has a document type definition, which no Office file has"),
    ):
        save(tmp_path, [["a"], [1]])
        with zipfile.ZipFile(tmp_path / "evidence.xlsx", "a") as package:
            package.writestr(name, part)
        problems = Problems()
        assert read_workbook(tmp_path, problems).sheets == ()
        assert [problem.message for problem in problems] == [message]
