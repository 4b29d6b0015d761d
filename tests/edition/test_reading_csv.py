from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.edition.csv_files import read_csv
from reportgen.edition.facts import read_series
from reportgen.edition.tables import records
from reportgen.problems import Problems

Rows = list[tuple[int | None, dict[str, str]]]


def rows(folder: Path, data: bytes, problems: Problems) -> Rows:
    (folder / "t.csv").write_bytes(data)
    table = read_csv(folder, "t.csv", problems)
    found = records(table, ("a",), ("b",), problems) if table else ()
    return [(row.place.line, {name: cell.text for name, cell in row.cells.items()}) for row in found]


def read(folder: Path, text: str) -> tuple[Rows, list[str]]:
    problems = Problems()
    return rows(folder, text.encode(), problems), [str(problem) for problem in problems]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_are_the_true_ones_after_quoted_line_ends_and_blank_lines(tmp_path: Path, newline: str) -> None:
    text = '\na,b\n1,"x\ny, z"\n\n  ,  \n,,\n"2\n\n",NA\n3\n'.replace("\n", newline)
    found, problems = read(tmp_path, text)
    assert problems == []
    assert found == [
        (3, {"a": "1", "b": "x\ny, z"}),
        (8, {"a": "2", "b": "NA"}),
        (11, {"a": "3", "b": ""}),
    ]


def test_columns_may_stand_in_any_order_with_spaces_and_capitals(tmp_path: Path) -> None:
    found, problems = read(tmp_path, " B ,\u00a0A\u00a0\n 2\u00a0, 1 \n")
    assert (found, problems) == ([(2, {"b": "2", "a": "1"})], [])


def test_a_byte_order_mark_and_decomposed_letters_do_no_harm(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "\ufeffa,b\nYnys Mo\u0302n,£\n")
    assert (found, problems) == ([(2, {"a": "Ynys Môn", "b": "£"})], [])


def test_a_column_called_note_is_welcome_and_another_is_left_out_with_a_warning(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "a,note,bb\n1,x,y\n,only a note,\n")
    assert found == [(2, {"a": "1"})]
    assert problems == [
        "t.csv:1: warning: the column “bb” is not known, and left out\n    Did you mean “b”?",
    ]


def test_a_column_called_note_is_no_part_of_a_series(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Year,note,Lakes\n2023,mine,5\n", encoding="utf-8")
    table = read_csv(tmp_path, "t.csv", Problems())
    assert table is not None
    series = read_series(table, Problems())
    assert (series.columns, series.rows) == (("Year", "Lakes"), (("2023", "5"),))


def test_a_missing_column_is_an_error_that_names_the_nearest_heading(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "\naa,b\n1,2\n")
    assert found == []
    assert "t.csv:2: the column “a” is missing\n    Did you mean “aa”?" in problems


def test_semicolons_between_the_cells_are_spoken_of(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "a;b\n1;2\n")
    assert "separated by commas" in problems[-1]


def test_a_cell_too_many_is_an_error_at_its_line(tmp_path: Path) -> None:
    _, problems = read(tmp_path, 'a,b\n1,2,,\n"x\ny",1,234,\n')
    assert [problem.splitlines()[0] for problem in problems] == [
        "t.csv:3: the row has more cells than there are headings (2), from “234” on"
    ]


def test_no_cell_is_lost_of_a_row_of_many_lines(tmp_path: Path) -> None:
    text = 'a,b\n"1\n","2\n","3\n","4\n","5\n","6\n",7\nx"y,"z,"\n'
    assert [problem.splitlines()[0] for problem in read(tmp_path, text)[1]] == [
        "t.csv:2: the row has more cells than there are headings (2), from “3” on"
    ]
    assert read(tmp_path, 'a,b,"c,d\ne=e,f"\n1,2\n')[0] == [(3, {"a": "1", "b": "2"})]


def test_a_number_that_fell_into_two_cells_is_an_error_where_the_row_has_too_many(tmp_path: Path) -> None:
    assert read(tmp_path, "a,b,\n-£1,234,\n")[1] == []
    assert [problem.splitlines()[0] for problem in read(tmp_path, "a,b\n1,2,\n-£1,234,\n")[1]] == [
        "t.csv:3: the row has more cells than there are headings (2): “-£1,234” fell into two of them"
    ]


def test_a_title_above_the_headings_is_one_error(tmp_path: Path) -> None:
    assert read(tmp_path, "\nThe values,,\na,b,\n1,2,3\n")[1] == [
        "t.csv:2: “The values” stands alone in the first row, which must hold the headings\n"
        "    Delete what stands above the headings."
    ]
    (tmp_path / "t.csv").write_text(",Lakes\n2023,5\n", encoding="utf-8")
    assert read_csv(tmp_path, "t.csv", Problems()) is not None


def test_headings_that_stand_there_once_more_are_one_error(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "a,b\n1,2\na,b,\n3,4\n")
    assert found == [(2, {"a": "1", "b": "2"}), (4, {"a": "3", "b": "4"})]
    assert problems == ["t.csv:3: the headings stand here once more\n    Delete this row."]


def test_a_heading_that_somebody_reads_stands_there_once(tmp_path: Path) -> None:
    assert read(tmp_path, "a,b,A\n1,2,3\n")[1] == ["t.csv:1: the heading “A” stands there twice"]
    assert [problem.splitlines()[0] for problem in read(tmp_path, "a,note,c,note,c\n1,2,3,4,5\n")[1]] == [
        "t.csv:1: warning: the column “c” is not known, and left out"
    ]
    (tmp_path / "t.csv").write_text("Year,Lakes,Lakes\n2023,5,6\n", encoding="utf-8")
    problems, table = Problems(), read_csv(tmp_path, "t.csv", Problems())
    assert table is not None
    assert read_series(table, problems).rows == (("2023", "5", "6"),)
    assert [str(problem) for problem in problems] == ["t.csv:1: warning: the heading “Lakes” stands there twice"]


def test_a_column_without_heading_is_warned_of_only_where_it_holds_something(tmp_path: Path) -> None:
    assert read(tmp_path, "a,,b,,\n1,,2,,\n")[1] == []
    assert read(tmp_path, "a,,b\n1,x,2\n")[1] == ["t.csv:1: warning: column 2 has no heading, and is left out"]
    assert read(tmp_path, ",a,b\n1,2,3\n")[1] == ["t.csv:1: warning: column 1 has no heading, and is left out"]


@pytest.mark.parametrize(("encoding", "line"), [("cp1252", 3), ("utf-16", 1), ("utf-16-le", 3)])
def test_another_encoding_is_an_error_that_says_how_to_save_the_file(tmp_path: Path, encoding: str, line: int) -> None:
    problems = Problems()
    assert rows(tmp_path, "a,b\n1,2\n£3,4\n".encode(encoding), problems) == []
    (problem,) = problems
    assert problem.place.file == "t.csv"
    assert problem.place.line == line
    assert "CSV UTF-8" in (problem.hint or "")


def test_an_open_quotation_mark_is_an_error_where_its_row_begins(tmp_path: Path) -> None:
    _, problems = read(tmp_path, 'a,b\n"x\ny",1\n\n2,"never closed\n3,4\n')
    assert problems == ["t.csv:5: a quotation mark is opened and never closed"]
    assert read(tmp_path, '"a,b\n1,2\n')[1] == ["t.csv:1: a quotation mark is opened and never closed"]


def test_a_quotation_mark_after_a_space_is_one(tmp_path: Path) -> None:
    assert read(tmp_path, 'a, b\n 1, "x, y"\n\n "2" ,\n')[0] == [(2, {"a": "1", "b": "x, y"}), (4, {"a": "2", "b": ""})]


def test_quotation_marks_within_words_are_words(tmp_path: Path) -> None:
    assert read(tmp_path, 'a,b\n5" pipe,"say ""no"", please"\n')[0] == [(2, {"a": '5" pipe', "b": 'say "no", please'})]


def test_an_empty_file_is_an_error(tmp_path: Path) -> None:
    assert read(tmp_path, "\n  \n")[1][0].startswith("t.csv:1: is empty")


def test_a_character_that_cannot_be_printed_is_an_error_at_its_line(tmp_path: Path) -> None:
    assert read(tmp_path, "a,b\n1,x\x0cy\n")[1][0].startswith(
        "t.csv:2: holds a character that cannot be printed (U+000C)"
    )
    assert read(tmp_path, "a,b\n1,\n\ufffd5,\n")[1][0].startswith("t.csv:3: ")  # once a pound sign
