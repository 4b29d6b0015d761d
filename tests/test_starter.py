"""The edition that `reportgen new` starts: whole, or not there at all, and read without a remark."""

import errno
import os
import re
import stat
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pdf.judges import findings
from word.accessibility_checks import check_accessibility
from word.docx_checks import check_docx

from reportgen.build import build
from reportgen.edition.edition import PARTS, read_edition
from reportgen.findings import Rating, assess
from reportgen.problems import InputError, MachineError, Problems
from reportgen.starter import start_edition


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_an_edition_starts_with_every_file_that_it_may_have(tmp_path: Path):
    made = start_edition(tmp_path / "deep" / "mine")
    expected = {"report.yaml", "indicators.csv", "values.csv", "facts.csv", "sources.yaml", "checks.yaml"}
    expected |= {f"narrative/{part}.md" for part in PARTS}
    expected |= {"narrative/missions/homes.md", "narrative/missions/work.md"}
    expected |= {"series/homes-built.csv", "series/training-places.csv"}
    assert files(tmp_path / "deep" / "mine") == expected
    assert made[0] == tmp_path / "deep" / "mine" / "report.yaml"
    assert len(made) == len(expected)
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["mine"]


def test_it_is_read_without_a_remark_and_shows_every_rating(tmp_path: Path):
    start_edition(tmp_path / "mine")
    problems = Problems()
    findings = assess(read_edition(tmp_path / "mine", problems))
    assert not problems.met
    assert {finding.rating for finding in findings.values()} == set(Rating)


def test_its_narrative_shows_every_expression(tmp_path: Path):
    start_edition(tmp_path / "mine")
    words = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "mine").rglob("*.md"))
    shown = {*re.findall(r"{{ (\w+)\(", words)}
    assert shown == {
        *("value", "gap", "count", "rating", "statement", "change", "fact"),
        *("mission", "aspiration", "rule", "aspirations", "figure", "table", "ref"),
    }
    assert re.search(r"\[\^[a-z-]+\](?!:)", words)


def test_excel_sees_that_its_tables_are_in_utf_8(tmp_path: Path):
    start_edition(tmp_path / "mine")
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in (tmp_path / "mine").rglob("*.csv"))


def test_its_files_belong_to_the_user_like_any_other(tmp_path: Path):
    (tmp_path / "other").mkdir()
    start_edition(tmp_path / "mine")
    assert (tmp_path / "mine").stat().st_mode == (tmp_path / "other").stat().st_mode
    assert (tmp_path / "mine" / "report.yaml").stat().st_mode & stat.S_IWUSR


def test_an_empty_folder_is_filled_even_the_one_where_the_user_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    start_edition(Path("."))
    assert "report.yaml" in files(tmp_path)
    assert not [name for name in files(tmp_path) if name.startswith(".")]


@pytest.mark.parametrize("name", ["report.yaml", ".hidden"])
def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path, name: str):
    (tmp_path / name).write_text("mine")
    with pytest.raises(InputError, match="not empty") as raised:
        start_edition(tmp_path)
    assert len(raised.value.problems) == 1 and raised.value.problems[0].hint
    assert files(tmp_path) == {name}


def test_a_file_of_that_name_is_left_alone(tmp_path: Path):
    (tmp_path / "mine").write_text("words")
    with pytest.raises(InputError, match="a file, not a folder"):
        start_edition(tmp_path / "mine")
    assert (tmp_path / "mine").read_text() == "words"


def test_a_path_that_cannot_be_is_the_machines_fault(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(MachineError, match="can't write"):
        start_edition(tmp_path / "file" / "mine")


def fail(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("at", [5, 16])
def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int):
    write, written = Path.write_bytes, []

    def write_or_fail(path: Path, data: bytes) -> int:
        written.append(path)
        return write(path, data) if len(written) < at else fail()  # type: ignore[func-returns-value]

    monkeypatch.setattr(Path, "write_bytes", write_or_fail)
    with pytest.raises(MachineError, match="no space left"):
        start_edition(tmp_path / "mine")
    assert list(tmp_path.iterdir()) == []


def test_a_failure_while_moving_in_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(MachineError):
        start_edition(tmp_path / "mine")
    assert list(tmp_path.iterdir()) == []


def test_a_failure_while_moving_in_leaves_an_empty_folder_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    replace, moved = os.replace, []

    def replace_or_fail(source: Path, target: Path) -> None:
        moved.append(target)
        if len(moved) == 4:
            fail()
        replace(source, target)

    monkeypatch.setattr(os, "replace", replace_or_fail)
    with pytest.raises(MachineError):
        start_edition(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("work_beside_here")
def test_a_new_edition_gives_a_sound_word_file_and_a_pdf_that_is_pdf_ua_and_pdf_a(tmp_path: Path) -> None:
    start_edition(tmp_path / "mine")
    word, pdf = build(tmp_path / "mine", tmp_path / "output").paths
    assert OpenXmlValidator().validate(str(word)).errors == []
    assert check_docx(word.read_bytes()) == check_accessibility(word.read_bytes()) == []
    assert findings(pdf.read_bytes()) == []
