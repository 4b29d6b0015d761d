"""An error that nobody foresaw: its place in the edition comes from what the frames hold, and its words stay here."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen import mishaps
from reportgen.edition.edition import NarrativeFile
from reportgen.mishaps import InOtherProcess, Mishap, examine, write_report
from reportgen.problems import Place


@pytest.fixture(autouse=True)
def all_is_ours(monkeypatch: pytest.MonkeyPatch):
    """The functions below stand for functions of reportgen."""
    monkeypatch.setattr(mishaps, "_is_ours", lambda name: name.startswith(("reportgen", __name__)))


def error_of(act: Callable[..., object], *arguments: object) -> Exception:
    try:
        act(*arguments)
    except Exception as error:
        return error
    raise AssertionError("it went well")


def fail_at(place: Place) -> None:
    raise ValueError("a secret figure")


def fail_with(file: NarrativeFile) -> None:
    raise ValueError(file.text)


def test_the_place_is_that_of_what_was_at_hand():
    file = NarrativeFile("narrative/conclusion.md", "Words")
    assert examine(error_of(fail_with, file)).place == "narrative/conclusion.md"
    assert examine(error_of(fail_at, Place("values.csv", 3))).place == "values.csv:3"


def test_an_exact_place_is_better_than_one_nearer_by():
    def outer(place: Place) -> None:
        fail_at(Place("report.yaml"))

    assert (
        examine(error_of(outer, Place("evidence.xlsx", sheet="values", cell="B3"))).place == "evidence.xlsx:values!B3"
    )


def test_the_place_of_an_error_is_found_where_another_came_of_it():
    def outer() -> None:
        try:
            fail_at(Place("values.csv", 3))
        except ValueError as fault:
            raise KeyError("x") from fault

    assert examine(error_of(outer)) == Mishap("KeyError", "values.csv:3", examine(error_of(outer)).frames)


def test_an_error_of_another_process_is_what_it_was_there():
    there = Mishap("ValueError", "report.yaml:5", "frames")
    error = error_of(fail_at, Place("values.csv", 3))
    error.__cause__ = InOtherProcess(there, "trace")
    assert examine(error) == there


def test_the_report_has_frames_and_versions_and_no_word_of_the_edition(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    path = write_report(examine(error_of(fail_at, Place("values.csv", 3))), ["reportgen", "build", "mine"], "Reading")
    report = Path(path).read_text(encoding="utf-8")
    assert Path(path).parent == tmp_path
    for words in ("ValueError", "values.csv:3", "reportgen build mine", "in fail_at", "weasyprint 7", "Python 3."):
        assert words in report
    assert "secret" not in report.replace('raise ValueError("a secret figure")', "")


@pytest.mark.parametrize("source", ["import os\nos.no_such_thing\n", "1 +\n"])
def test_a_library_that_cannot_be_loaded_is_named(source: str, tmp_path: Path, monkeypatch):
    (tmp_path / "broken_one.py").write_text(source)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "broken_one", raising=False)

    def load() -> None:
        import broken_one  # noqa: F401

    assert examine(error_of(load)).library == "broken_one"
    assert examine(error_of(fail_at, Place("values.csv"))).library == ""
