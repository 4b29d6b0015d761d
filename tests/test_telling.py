"""How problems are told: as lines, and as JSON."""

import json
from pathlib import Path

import pytest

from reportgen.cli import run
from reportgen.problems import Place, Problem, by_place
from reportgen.starter import start_edition
from reportgen.telling import say, tell, to_json


def problem(place: Place, severity: str = "error") -> Problem:
    return Problem("error" if severity == "error" else "warning", "code", f"at {place}", place)


def test_problems_are_sorted_by_file_line_and_cell_with_errors_first() -> None:
    places = [
        Place("a.csv"),
        Place("a.csv", 2),
        Place("a.csv", 10),
        *(
            Place("b.xlsx", sheet=sheet, cell=cell)
            for sheet in ("facts", "values")
            for cell in ("B2", "Z2", "AA2", "A10")
        ),
    ]
    right = [problem(place, severity) for place in places for severity in ("error", "warning")]
    assert by_place(reversed(right)) == right


def test_json_has_the_places_of_the_contract() -> None:
    told = [
        Problem("error", "number", "“36%” is too much", Place("values.csv", 12), "Type 36."),
        problem(Place("evidence.xlsx", sheet="values", cell="D12"), "warning"),
        problem(Place("report.docx", paragraph="All the missions", cell="row 2, column 3")),
        problem(Place("narrative")),
    ]
    assert json.loads(to_json(told)) == [
        {"severity": "warning", "code": "code", "message": "at evidence.xlsx:values!D12", "hint": None}
        | {"file": "evidence.xlsx", "sheet": "values", "cell": "D12"},
        {
            "severity": "error",
            "code": "code",
            "message": "at narrative",
            "hint": None,
            "file": "narrative",
            "line": None,
        },
        {
            "severity": "error",
            "code": "code",
            "message": "at report.docx, “All the missions”, row 2, column 3",
            "hint": None,
            "file": "report.docx",
        }
        | {"line": None, "paragraph": "All the missions", "cell": "row 2, column 3"},
        {"severity": "error", "code": "number", "message": "“36%” is too much", "hint": "Type 36."}
        | {"file": "values.csv", "line": 12},
    ]


def test_lines_keep_their_order_and_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    tell([problem(Place("b.csv", 2)), problem(Place("a.csv", 1), "warning")])
    assert capsys.readouterr() == ("", "b.csv:2: at b.csv:2\na.csv:1: warning: at a.csv:1\n")


def test_nothing_wrong_is_an_empty_array(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start_edition(tmp_path / "harbour")
    assert run(["check", str(tmp_path / "harbour"), "--json"]) == 0
    assert capsys.readouterr() == ("[]\n", "")


def test_an_edition_that_cannot_be_read_is_told_in_json_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start_edition(tmp_path / "harbour")
    values = tmp_path / "harbour" / "values.csv"
    values.write_text(values.read_text(encoding="utf-8-sig").replace("162.50", "162.oo"), encoding="utf-8")
    assert run(["check", "--json", str(tmp_path / "harbour")]) == 1
    out, err = capsys.readouterr()
    [told] = json.loads(out)
    assert (told["code"], told["file"], told["line"], err) == ("number", "values.csv", 8, "")


@pytest.mark.usefixtures("work_beside_here")
def test_what_a_build_wrote_is_told_beside_the_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", str(tmp_path / "harbour")]) == 0
    capsys.readouterr()
    assert run(["build", str(tmp_path / "harbour"), "--json", "--only", "pdf", "--output", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == []
    assert err.startswith("Wrote ")


def test_a_judged_template_and_a_missing_word_file_are_told_in_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["template", "evidence-report", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run(["pdf", str(tmp_path / "none.docx"), "--json"]) == 1
    assert [one["code"] for one in json.loads(capsys.readouterr().out)] == ["missing-file"]


def test_whatever_is_said_does_not_act_on_a_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    say("Wrote \x1b[2J\u202ex.pdf\tand\nmore")
    assert capfd.readouterr().out == "Wrote [U+001B][2J[U+202E]x.pdf\tand\nmore\n"
