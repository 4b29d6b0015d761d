"""What a build may write over, and that it writes everything or nothing."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from faults.pairs import EDITED, FIRST, SECOND, word_file

from reportgen.outputs import Target, check_pdf, choose_target, write_build, write_pdf
from reportgen.problems import InputError, MachineError, Problems


def build(folder: Path, files: dict[str, bytes], *, replace: bool = False) -> Problems:
    """What `reportgen build` does with what it has made."""
    problems = Problems()
    write_build(folder, "roadmap", files, problems, replace=replace)
    return problems


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def only(suffix: str, files: dict[str, bytes]) -> dict[str, bytes]:
    return {suffix: files[suffix]}


def test_the_first_build_writes_both_files_into_a_folder_that_it_makes(tmp_path: Path):
    target = Target(tmp_path / "a" / "output", "roadmap")
    assert write_build(target.folder, "roadmap", FIRST, Problems()) == [target.path(".docx"), target.path(".pdf")]
    assert {path.suffix: path.read_bytes() for path in target.folder.iterdir()} == FIRST


def test_a_second_build_replaces_what_nobody_has_touched(tmp_path: Path):
    build(tmp_path, FIRST)
    assert not build(tmp_path, SECOND).met
    assert names(tmp_path) == ["roadmap.docx", "roadmap.pdf"]
    assert (tmp_path / "roadmap.docx").read_bytes() == SECOND[".docx"]


class TestAnEditedWordFile:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        build(tmp_path, FIRST)
        (tmp_path / "roadmap.docx").write_bytes(EDITED)
        return tmp_path

    def test_is_left_alone_with_its_pdf_and_told_of(self, folder: Path):
        (warning,) = build(folder, SECOND)
        assert names(folder) == ["roadmap (2).docx", "roadmap (2).pdf", "roadmap.docx", "roadmap.pdf"]
        assert (folder / "roadmap.docx").read_bytes() == EDITED
        assert (folder / "roadmap.pdf").read_bytes() == FIRST[".pdf"]
        assert (folder / "roadmap (2).docx").read_bytes() == SECOND[".docx"]
        assert warning.severity == "warning"
        assert "“roadmap (2).docx” and “roadmap (2).pdf”" in warning.message
        assert warning.place.file.endswith("roadmap.docx")

    def test_sends_each_further_build_to_the_next_free_number(self, folder: Path):
        build(folder, SECOND)
        build(folder, SECOND)
        assert "roadmap (3).docx" in names(folder)

    def test_keeps_the_number_free_that_one_file_of_two_takes(self, folder: Path):
        (folder / "roadmap (2).pdf").write_bytes(b"a scan of page 3, signed")
        build(folder, SECOND)
        assert "roadmap (2).docx" not in names(folder)
        assert (folder / "roadmap (2).pdf").read_bytes() == b"a scan of page 3, signed"
        assert (folder / "roadmap (3).pdf").read_bytes() == SECOND[".pdf"]

    @pytest.mark.parametrize("suffix", [".docx", ".pdf"])
    def test_keeps_its_pdf_too_where_only_one_file_is_wanted(self, folder: Path, suffix: str):
        (warning,) = build(folder, only(suffix, SECOND))
        assert names(folder) == [f"roadmap (2){suffix}", "roadmap.docx", "roadmap.pdf"]
        assert (folder / "roadmap.pdf").read_bytes() == FIRST[".pdf"]
        assert warning.message.endswith(f"this build is “roadmap (2){suffix}”")

    def test_is_replaced_where_asked_once_both_files_are_kept(self, folder: Path):
        (warning,) = build(folder, SECOND, replace=True)
        assert names(folder) == [
            "roadmap (kept 1).docx",
            "roadmap (kept 1).pdf",
            "roadmap.docx",
            "roadmap.pdf",
        ]
        assert (folder / "roadmap (kept 1).docx").read_bytes() == EDITED
        assert (folder / "roadmap (kept 1).pdf").read_bytes() == FIRST[".pdf"]
        assert (folder / "roadmap.docx").read_bytes() == SECOND[".docx"]
        assert "roadmap (kept 1)" in warning.message

    def test_is_kept_under_the_next_number_each_time(self, folder: Path):
        build(folder, SECOND, replace=True)
        again = word_file("edited again")
        (folder / "roadmap.docx").write_bytes(again)
        build(folder, FIRST, replace=True)
        assert (folder / "roadmap (kept 1).docx").read_bytes() == EDITED
        assert (folder / "roadmap (kept 2).docx").read_bytes() == again

    def test_keeps_a_word_file_that_never_had_a_pdf(self, folder: Path):
        (folder / "roadmap.pdf").unlink()
        build(folder, SECOND, replace=True)
        assert names(folder) == ["roadmap (kept 1).docx", "roadmap.docx", "roadmap.pdf"]

    def test_is_told_to_be_kept_where_it_is_not_written_over(self, folder: Path):
        (warning,) = build(folder, only(".pdf", SECOND), replace=True)
        assert (folder / "roadmap.docx").read_bytes() == EDITED
        assert warning.message.endswith("a copy is kept as “roadmap (kept 1).docx”")


def test_replacing_what_nobody_has_touched_keeps_nothing(tmp_path: Path):
    build(tmp_path, FIRST)
    assert not build(tmp_path, SECOND, replace=True).met
    assert names(tmp_path) == ["roadmap.docx", "roadmap.pdf"]


def test_a_pdf_with_remarks_is_not_written_over(tmp_path: Path):
    build(tmp_path, FIRST)
    (tmp_path / "roadmap.pdf").write_bytes(FIRST[".pdf"] + b"% remarks")
    (warning,) = build(tmp_path, SECOND)
    assert (tmp_path / "roadmap.pdf").read_bytes() == FIRST[".pdf"] + b"% remarks"
    assert (tmp_path / "roadmap.docx").read_bytes() == FIRST[".docx"]
    assert (tmp_path / "roadmap (2).docx").exists()
    assert warning.place.file.endswith("roadmap.pdf")


def test_a_pdf_with_remarks_does_not_hold_up_the_word_file_alone(tmp_path: Path):
    build(tmp_path, FIRST)
    (tmp_path / "roadmap.pdf").write_bytes(FIRST[".pdf"] + b"% remarks")
    assert not build(tmp_path, only(".docx", SECOND)).met
    assert (tmp_path / "roadmap.docx").read_bytes() == SECOND[".docx"]
    assert (tmp_path / "roadmap.pdf").read_bytes() == FIRST[".pdf"] + b"% remarks"


@pytest.mark.parametrize("data", [b"", b"a text of the same name", word_file("typed by hand")])
def test_a_word_file_that_reportgen_did_not_write_is_left_alone(tmp_path: Path, data: bytes):
    (tmp_path / "roadmap.docx").write_bytes(data)
    build(tmp_path, FIRST)
    assert (tmp_path / "roadmap.docx").read_bytes() == data
    assert (tmp_path / "roadmap (2).docx").read_bytes() == FIRST[".docx"]


def test_a_folder_of_that_name_is_left_alone(tmp_path: Path):
    (tmp_path / "roadmap.docx").mkdir()
    build(tmp_path, FIRST)
    assert names(tmp_path) == ["roadmap (2).docx", "roadmap (2).pdf", "roadmap.docx"]


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path):
    elsewhere = tmp_path / "archive.docx"
    elsewhere.write_bytes(FIRST[".docx"])
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "roadmap.docx").symlink_to(elsewhere)
    build(tmp_path / "output", SECOND)
    assert elsewhere.read_bytes() == FIRST[".docx"]
    assert (tmp_path / "output" / "roadmap.docx").read_bytes() == SECOND[".docx"]


@pytest.mark.parametrize("lock", ["~$oadmap.docx", ".~lock.roadmap.docx#"], ids=["Word", "LibreOffice"])
def test_a_word_file_that_is_open_is_left_alone_until_asked(tmp_path: Path, lock: str):
    build(tmp_path, FIRST)
    (tmp_path / lock).touch()
    (warning,) = build(tmp_path, SECOND)
    assert "seems to be open" in warning.message and lock in warning.message
    assert (tmp_path / "roadmap.docx").read_bytes() == FIRST[".docx"]
    assert (tmp_path / "roadmap (2).docx").read_bytes() == SECOND[".docx"]
    build(tmp_path, SECOND, replace=True)
    assert (tmp_path / "roadmap.docx").read_bytes() == SECOND[".docx"]


@pytest.mark.parametrize(("name", "lock"), [("report", "~$report.docx"), ("evidence", "~$idence.docx")])
def test_words_lock_file_drops_up_to_two_letters_of_a_name(tmp_path: Path, name: str, lock: str):
    (tmp_path / lock).touch()
    (tmp_path / f"{name}.docx").write_bytes(FIRST[".docx"])
    assert choose_target(tmp_path, name, Problems()).name == f"{name} (2)"


def full_disk(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def failing_at(number: int, act: Callable[..., None]) -> Callable[..., None]:
    """The same act, which fails once: at its call of this number."""
    calls = 0

    def once(*arguments: object, **options: object) -> None:
        nonlocal calls
        calls += 1
        if calls == number:
            full_disk()
        act(*arguments, **options)

    return once


class TestAFailure:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        build(tmp_path, FIRST)
        return tmp_path

    def before(self, folder: Path) -> None:
        assert {path.suffix: path.read_bytes() for path in folder.iterdir()} == FIRST

    @pytest.mark.parametrize("number", [1, 2])
    def test_to_write_leaves_everything_as_it_was(self, folder: Path, number: int, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(os, "fsync", failing_at(number, os.fsync))
        with pytest.raises(MachineError, match="no space left") as raised:
            build(folder, SECOND)
        assert raised.value.exit_status == 3
        assert "make room on the disk" in str(raised.value)
        self.before(folder)

    @pytest.mark.parametrize("number", [1, 2])
    def test_to_move_in_brings_back_what_stood_there(self, folder: Path, number: int, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(os, "replace", failing_at(number, os.replace))
        with pytest.raises(MachineError):
            build(folder, SECOND)
        self.before(folder)

    def test_to_move_in_brings_it_back_on_a_disk_without_links(self, folder: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(os, "link", full_disk)
        monkeypatch.setattr(os, "replace", failing_at(2, os.replace))
        with pytest.raises(MachineError):
            build(folder, SECOND)
        self.before(folder)

    def test_of_a_first_build_leaves_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(os, "replace", failing_at(2, os.replace))
        with pytest.raises(MachineError):
            build(tmp_path, FIRST)
        assert names(tmp_path) == []

    def test_while_replacing_keeps_no_copies(self, folder: Path, monkeypatch: pytest.MonkeyPatch):
        (folder / "roadmap.docx").write_bytes(EDITED)
        monkeypatch.setattr(os, "replace", failing_at(2, os.replace))
        with pytest.raises(MachineError):
            build(folder, SECOND, replace=True)
        assert names(folder) == ["roadmap.docx", "roadmap.pdf"]
        assert (folder / "roadmap.docx").read_bytes() == EDITED


def test_a_folder_that_cannot_be_made_is_the_machines_fault(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(MachineError, match="can't write in"):
        build(tmp_path / "file" / "output", FIRST)


def test_a_name_too_long_for_the_disk_is_the_machines_fault(tmp_path: Path):
    with pytest.raises(MachineError, match="too long"):
        write_build(tmp_path, "n" * 300, FIRST, Problems())


def test_the_files_may_be_read_by_whom_the_users_other_files_may(tmp_path: Path):
    (tmp_path / "other").touch()
    build(tmp_path, FIRST)
    assert (tmp_path / "roadmap.docx").stat().st_mode == (tmp_path / "other").stat().st_mode


class TestAPrintedPdf:
    def test_is_written_under_the_very_name_asked_for(self, tmp_path: Path):
        assert write_pdf(tmp_path / "board v1.2", FIRST[".pdf"]) == [tmp_path / "board v1.2"]
        assert names(tmp_path) == ["board v1.2"]

    def test_may_replace_nothing_and_one_that_nobody_has_touched(self, tmp_path: Path):
        check_pdf(tmp_path / "a.PDF")
        write_pdf(tmp_path / "a.PDF", FIRST[".pdf"])
        check_pdf(tmp_path / "a.PDF")

    @pytest.mark.parametrize("data", [b"", b"%PDF-1.7 by another program", FIRST[".pdf"] + b"%", FIRST[".docx"]])
    def test_may_not_replace_what_reportgen_did_not_write_so(self, tmp_path: Path, data: bytes):
        (tmp_path / "a.pdf").write_bytes(data)
        for act in (check_pdf, lambda path: write_pdf(path, FIRST[".pdf"])):
            with pytest.raises(InputError, match="left as it is"):
                act(tmp_path / "a.pdf")
        assert (tmp_path / "a.pdf").read_bytes() == data

    def test_may_not_replace_a_folder(self, tmp_path: Path):
        with pytest.raises(InputError):
            check_pdf(tmp_path)
