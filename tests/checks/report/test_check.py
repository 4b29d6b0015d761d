"""`reportgen check`: what it says, where, and what it ends with."""

from pathlib import Path

import pytest

from reportgen.checks.report.check import check_edition
from reportgen.cli import run
from reportgen.starter import start_edition

CHECKOUT = Path(__file__).parents[3]
SAMPLE = CHECKOUT / "data" / "digital-roadmap-2024"
RIVERS = CHECKOUT / "tests" / "editions" / "rivers-2023"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    start_edition(tmp_path / "harbour")
    return tmp_path / "harbour"


def add(edition: Path, name: str, words: str) -> int:
    """Words at the end of a narrative file; the line that they then stand in."""
    file = edition / "narrative" / name
    text = file.read_text(encoding="utf-8").rstrip("\n") + f"\n\n{words}\n"
    file.write_text(text, encoding="utf-8")
    return text.count("\n")


@pytest.mark.parametrize("folder", [SAMPLE, RIVERS], ids=["sample", "second"])
def test_editions_without_a_fault_check_clean(folder: Path) -> None:
    assert [str(problem) for problem in check_edition(folder).problems] == []


def test_the_starter_checks_clean(edition: Path) -> None:
    assert [str(problem) for problem in check_edition(edition).problems] == []


def test_a_contradiction_is_told_at_its_line_and_ends_with_one(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = add(edition, "conclusion.md", "Of all tenants, 120% agree.")
    before = sorted(edition.rglob("*"))
    assert run(["check", str(edition)]) == 1
    assert capsys.readouterr().err.startswith(f"narrative/conclusion.md:{line}: the words say “120%”")
    assert sorted(edition.rglob("*")) == before


def test_data_that_keep_the_words_from_being_filled_are_told_too(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    values = edition / "values.csv"
    text = values.read_text(encoding="utf-8-sig")
    values.write_text(text.replace("homes-rated-c,Harbour Towns,2023", "homes-rated-c,Harbour Towns,2032"), "utf-8")
    assert run(["check", str(edition)]) == 1
    said = capsys.readouterr().err
    assert "has no gap: Country has no value in 2032" in said
    assert "values.csv:4: the period 2032 is newer than the edition, 2024" in said


def test_an_edition_that_cannot_be_read_ends_as_a_build_does(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = add(edition, "conclusion.md", '{{ valeu("x") }}')
    assert run(["check", str(edition)]) == 1
    assert f"narrative/conclusion.md:{line}: “valeu” is no name" in capsys.readouterr().err
