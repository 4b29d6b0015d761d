"""The commands as a user meets them: what they write, what they say where, and what they end with."""

import contextlib
import errno
import io
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from edition.conftest import MINIMAL

import reportgen
from reportgen import starter
from reportgen.cli import main, run
from reportgen.problems import InputError, MachineError, Place, Problem
from reportgen.telling import Progress

pytestmark = pytest.mark.usefixtures("work_beside_here")

ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(reportgen.__file__).parents[1])}  # installed or not
PROBLEM = Problem("error", "number", "“forty” is not a number", Place("values.csv", 3), "type 40")
REMARK = Problem("warning", "unknown-column", "the column “colour” is not known", Place("values.csv", 1))


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small one, for what does not depend on what is in it."""
    folder = tmp_path_factory.mktemp("editions") / "harbour"
    for name, text in (MINIMAL | {"narrative/executive-summary.md": "# Summary\n\nWords.\n"}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def new_edition(folder: Path) -> Path:
    starter.start_edition(folder)
    return folder


@pytest.fixture(scope="module")
def first_build(edition: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """The folder with the two files of a build, and what it said on standard output and standard error.

    Made as a user would, its work beside in processes of their own; the tests' other builds write the same bytes.
    """
    output = tmp_path_factory.mktemp("built") / "output"
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        assert run(["build", str(edition), "--output", str(output)]) == 0
    return output, out.getvalue(), err.getvalue()


@pytest.fixture
def output(first_build: tuple[Path, str, str], tmp_path: Path) -> Path:
    """A copy of that folder, to be spoilt."""
    return Path(shutil.copytree(first_build[0], tmp_path / "output"))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def contradicting(edition: Path, folder: Path) -> Path:
    """A copy with words that contradict themselves."""
    shutil.copytree(edition, folder)
    words = "# Conclusion\n\nOf all homes, 140% are ready.\n"
    (folder / "narrative" / "conclusion.md").write_text(words, encoding="utf-8")
    return folder


def edit(word_file: Path) -> bytes:
    """What comms does: a word changed, and saved."""
    document = docx.Document(str(word_file))
    document.add_paragraph("Added by comms.")
    document.save(str(word_file))
    return word_file.read_bytes()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class TestHelp:
    def test_names_the_commands_in_plain_words(self, capsys: pytest.CaptureFixture[str]):
        assert run(["--help"]) == 0
        words = capsys.readouterr().out
        assert all(re.search(rf"^  {name} +\w+", words, re.MULTILINE) for name in ("build", "new", "pdf"))
        assert "evidence report" in words

    @pytest.mark.parametrize(
        ("command", "words"),
        [
            ("build", ["--output", "--only", "--replace", "EDITION"]),
            ("pdf", ["--output"]),
            ("new", ["FOLDER"]),
        ],
    )
    def test_of_a_command_names_what_it_takes(self, command, words, capsys: pytest.CaptureFixture[str]):
        assert run([command, "-h"]) == 0
        said = capsys.readouterr().out
        assert all(word in said for word in words)

    def test_has_room_for_what_each_command_does(self, capsys: pytest.CaptureFixture[str]):
        assert run(["--help"]) == 0
        assert "..." not in capsys.readouterr().out.partition("Commands:")[2]

    def test_of_the_version(self, capsys: pytest.CaptureFixture[str]):
        assert run(["--version"]) == 0
        assert capsys.readouterr().out == f"reportgen, version {reportgen.__version__}\n"

    def test_needs_no_heavy_library(self):
        script = "import sys, reportgen.cli as c; c.run(['--help']); print(sorted(sys.modules), file=sys.stderr)"
        ended = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=ENVIRONMENT
        )
        loaded = {name.strip(" '[]\n") for name in ended.stderr.split(",")}
        assert not loaded & {"pandas", "matplotlib", "weasyprint", "docx", "docxtpl", "openpyxl"}


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bild", "edition"],
        ["build"],
        ["build", "edition", "--colour"],
        ["build", "edition", "--only", "paper"],
        ["build", "edition", "another"],
        ["build", "edition", "--output"],
        ["pdf"],
        ["new"],
    ],
    ids=lambda arguments: " ".join(arguments) or "nothing",
)
def test_wrong_usage_ends_2_and_says_how(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert "Usage: reportgen" in said.err or "Error: Option" in said.err


class TestWhatGoesWrong:
    @pytest.fixture
    def ending(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
        """How a command ends in which this arises: its exit status, and what stands on standard error."""

        def end(error: BaseException, *options: str) -> tuple[int, str]:
            def fail(folder: Path) -> None:
                raise error

            monkeypatch.setattr(starter, "start_edition", fail)
            monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
            status = run(["new", "folder", *options])
            said = capsys.readouterr()
            assert said.out == ""
            return status, said.err

        return end

    def test_in_the_users_files_is_all_told(self, ending):
        status, said = ending(InputError([REMARK, PROBLEM]))
        assert status == 1
        assert said.splitlines() == [
            "values.csv:1: warning: the column “colour” is not known",
            "values.csv:3: “forty” is not a number",
            "    type 40",
            "1 problem; nothing was written",
        ]

    def test_on_the_machine_ends_3_with_a_remedy(self, ending):
        status, said = ending(MachineError("Pango is missing", "sudo apt install libpango-1.0-0"))
        assert (status, said) == (3, "Pango is missing\n    sudo apt install libpango-1.0-0\n")

    @pytest.mark.parametrize(
        "error",
        [
            OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
            PermissionError(errno.EACCES, os.strerror(errno.EACCES), "/srv/report"),
            ImportError("cannot load library 'libpango'"),
            MemoryError(),
        ],
    )
    def test_on_the_machine_where_nobody_foresaw_it_ends_3_too(self, ending, error):
        status, said = ending(error)
        assert status == 3
        assert "the machine lacks something: " in said and "Traceback" not in said and "Errno" not in said

    def test_by_the_users_hand_ends_130(self, ending):
        status, said = ending(KeyboardInterrupt())
        assert (status, said.strip()) == (130, "stopped; nothing was written")

    def test_unexpectedly_is_a_sentence_and_a_report(self, ending, tmp_path: Path):
        status, said = ending(ZeroDivisionError("division by zero"))
        sentence, remedy = said.splitlines()
        [report] = tmp_path.iterdir()
        assert status == 1
        assert sentence == (
            "reportgen met an error that it did not expect at folder (ZeroDivisionError: division by zero); "
            "nothing was written"
        )
        assert str(report) in remedy and "ZeroDivisionError, at" in report.read_text(encoding="utf-8")

    def test_unexpectedly_is_told_where_no_report_can_be_written(self, ending, monkeypatch):
        def full(**_: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(tempfile, "mkstemp", full)
        status, said = ending(ZeroDivisionError("division by zero"))
        assert status == 1
        assert "no report could be written (no space left on device): run it again with --debug" in said

    def test_unexpectedly_quotes_no_more_of_a_file_than_a_cell(self, ending):
        assert len(ending(KeyError("words\n" * 1000))[1]) < 600

    @pytest.mark.parametrize(
        ("error", "ends"),
        [(ZeroDivisionError("division"), 1), (InputError([PROBLEM]), 1), (OSError("lost"), 3)],
    )
    def test_shows_its_traceback_where_asked(self, ending, error, ends):
        status, said = ending(error, "--debug")
        assert status == ends
        assert "Traceback (most recent call last)" in said


@pytest.mark.parametrize(
    ("path", "found", "program"),
    [
        ("/srv/venv/bin/reportgen", None, "/srv/venv/bin/reportgen"),
        ("/srv/venv/bin/reportgen", "/srv/venv/bin/reportgen", "reportgen"),
        ("-c", None, "reportgen"),
    ],
)
def test_reportgen_is_called_as_a_shell_finds_it(path, found, program, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", [path, "build"])
    monkeypatch.setattr(shutil, "which", lambda name: found)
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)
    with pytest.raises(SystemExit):
        main()
    assert f"Try '{program} build --help'" in capsys.readouterr().err


def test_a_file_that_may_not_be_read_is_no_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "edited.docx").touch()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    for arguments in (["pdf", "edited.docx"], ["template", "edited.docx"], ["build", "."]):
        monkeypatch.chdir(tmp_path)
        assert run(arguments) == 1


def test_progress_needs_no_standard_error(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stderr", None)
    Progress()("Reading")
    Progress().done()


class TestNew:
    def test_says_what_it_made_and_what_comes_next(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
        folder = tmp_path / "mine"
        assert run(["new", str(folder)]) == 0
        said = capsys.readouterr()
        assert str(folder / "report.yaml") in said.out
        assert said.out.endswith(f"reportgen build {folder}\n")
        assert said.err == ""

    @pytest.mark.parametrize(
        ("name", "typed"), [("it's & £5", "'it'\"'\"'s & £5'"), ("-x", "./-x"), ("$HOME", "'$HOME'"), ("mine", "mine")]
    )
    @pytest.mark.skipif(os.name == "nt", reason="another shell")
    def test_says_what_comes_next_as_it_is_to_be_typed(self, name, typed, tmp_path, monkeypatch, capsys):
        monkeypatch.chdir(tmp_path)
        assert run(["new", "--", name], ".venv/bin/reportgen") == 0
        assert capsys.readouterr().out.endswith(f"Build it with: .venv/bin/reportgen build {typed}\n")

    def test_leaves_an_edition_that_is_there_alone(self, edition: Path, capsys: pytest.CaptureFixture[str]):
        report = (edition / "report.yaml").read_bytes()
        assert run(["new", str(edition)]) == 1
        said = capsys.readouterr().err
        assert said.startswith(f"{edition.as_posix()}: this folder is not empty\n")
        assert (edition / "report.yaml").read_bytes() == report

    def test_where_nothing_can_be_written_ends_3(self, tmp_path: Path):
        (tmp_path / "file").touch()
        assert run(["new", str(tmp_path / "file" / "mine")]) == 3


class TestBuild:
    def test_writes_both_files_and_says_so_in_a_line(self, first_build: tuple[Path, str, str]):
        output, said, problems = first_build
        assert names(output) == ["harbour.docx", "harbour.pdf"]
        both = f"{output}/harbour.docx and {output}/harbour.pdf"
        assert re.fullmatch(rf"Wrote {re.escape(both)} \(\d+ pages\)\n", said)
        assert problems == ""

    def test_writes_the_same_bytes_again_and_tells_a_terminal_how_far_it_is(
        self, edition: Path, output: Path, monkeypatch: pytest.MonkeyPatch
    ):
        before = {path.name: path.read_bytes() for path in output.iterdir()}
        monkeypatch.setattr(sys, "stderr", terminal := Terminal())
        assert run(["build", str(edition), "--output", str(output)]) == 0
        assert {path.name: path.read_bytes() for path in output.iterdir()} == before
        said = terminal.getvalue()
        assert all(step in said for step in ("Reading", "figures", "Word", "PDF"))
        assert said.endswith("\r\x1b[K")

    def test_writes_into_output_what_is_named_for_the_folder_where_the_user_stands(
        self, edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.chdir(shutil.copytree(edition, tmp_path / "mine"))
        assert run(["build", ".", "--only", "word"]) == 0
        assert names(tmp_path / "mine" / "output") == ["mine.docx"]

    def test_writes_nothing_where_it_is_to_be_strict_and_the_words_contradict_themselves(
        self, edition: Path, tmp_path: Path, capsys
    ):
        folder, output = contradicting(edition, tmp_path / "harbour"), tmp_path / "output"
        assert run(["build", str(folder), "--strict", "--output", str(output)]) == 1
        assert capsys.readouterr().err.startswith("narrative/conclusion.md:3: the words say “140%”")
        assert not output.exists()

    def test_tells_what_contradicts_itself_and_writes_it_where_it_is_not_to_be_strict(
        self, edition: Path, tmp_path: Path, capsys
    ):
        folder, output = contradicting(edition, tmp_path / "harbour"), tmp_path / "output"
        assert run(["build", str(folder), "--output", str(output)]) == 0
        problem, _, end = capsys.readouterr().err.splitlines()
        assert problem.startswith("narrative/conclusion.md:3: the words say “140%”")
        assert end.startswith("1 contradiction in what was written")
        assert names(output) == ["harbour.docx", "harbour.pdf"]

    def test_strict_writes_what_has_nothing_against_it(self, edition: Path, tmp_path: Path, capsys):
        assert run(["build", str(edition), "--strict", "--only", "word", "--output", str(tmp_path)]) == 0
        assert capsys.readouterr().err == ""
        assert names(tmp_path) == ["harbour.docx"]

    def test_leaves_a_word_file_that_comms_edited(self, edition: Path, output: Path, capsys):
        edited = edit(output / "harbour.docx")
        assert run(["build", str(edition), "--output", str(output)]) == 0
        said = capsys.readouterr()
        assert names(output) == ["harbour (2).docx", "harbour (2).pdf", "harbour.docx", "harbour.pdf"]
        assert (output / "harbour.docx").read_bytes() == edited
        assert said.err.startswith(f"{output.as_posix()}/harbour.docx: warning: changed since reportgen wrote it")
        assert "harbour (2).docx" in said.out

    def test_replaces_it_where_asked_and_keeps_both(self, edition: Path, output: Path):
        edited, pdf = edit(output / "harbour.docx"), (output / "harbour.pdf").read_bytes()
        options = ["--output", str(output), "--replace", "--only", "word"]
        assert run(["build", str(edition), *options]) == 0
        assert names(output) == [
            "harbour (kept 1).docx",
            "harbour (kept 1).pdf",
            "harbour.docx",
            "harbour.pdf",
        ]
        assert (output / "harbour (kept 1).docx").read_bytes() == edited
        assert (output / "harbour (kept 1).pdf").read_bytes() == pdf

    def test_of_a_faulty_edition_tells_all_and_writes_nothing(self, tmp_path: Path, capsys):
        folder = new_edition(tmp_path / "faulty")
        with (folder / "values.csv").open("a", encoding="utf-8") as values:
            values.write("employment,Country,2022,seventy,,,,\n")
        (folder / "facts.csv").write_text("id,value,unit\nresidents,many,number\n", encoding="utf-8")
        assert run(["build", str(folder), "--output", str(tmp_path / "output")]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert "values.csv:17: " in said.err and "facts.csv:2: " in said.err
        assert said.err.endswith("problems; nothing was written\n")
        assert not (tmp_path / "output").exists()

    def test_of_no_edition_ends_1(self, tmp_path: Path, capsys):
        assert run(["build", str(tmp_path / "nowhere")]) == 1
        assert "nowhere: " in capsys.readouterr().err

    def test_where_nothing_can_be_written_ends_3(self, edition: Path, tmp_path: Path, capsys):
        (tmp_path / "file").touch()
        options = ["--only", "word", "--output", str(tmp_path / "file" / "output")]
        assert run(["build", str(edition), *options]) == 3
        assert "can't write in" in capsys.readouterr().err

    def test_on_a_full_disk_ends_3_and_leaves_all_as_it_was(
        self, edition: Path, output: Path, monkeypatch: pytest.MonkeyPatch
    ):
        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        before = {path.name: path.read_bytes() for path in output.iterdir()}
        monkeypatch.setattr(os, "fsync", full)
        assert run(["build", str(edition), "--only", "word", "--output", str(output)]) == 3
        assert {path.name: path.read_bytes() for path in output.iterdir()} == before


class TestPdf:
    def test_prints_an_edited_word_file_beside_it(self, output: Path, capsys):
        before = (output / "harbour.pdf").read_bytes()
        edit(output / "harbour.docx")
        assert run(["pdf", str(output / "harbour.docx")]) == 0
        assert (output / "harbour.pdf").read_bytes() != before
        assert names(output) == ["harbour.docx", "harbour.pdf"]
        assert "harbour.pdf" in capsys.readouterr().out

    def test_leaves_a_pdf_of_another_program_alone(self, output: Path, capsys):
        (output / "harbour.pdf").write_bytes(b"%PDF-1.7 saved from Word")
        assert run(["pdf", str(output / "harbour.docx")]) == 1
        assert (output / "harbour.pdf").read_bytes() == b"%PDF-1.7 saved from Word"
        assert "harbour.pdf: " in capsys.readouterr().err

    def test_writes_under_the_name_asked_for(self, output: Path):
        assert run(["pdf", str(output / "harbour.docx"), "--output", str(output / "for the board.PDF")]) == 0
        assert "for the board.PDF" in names(output)

    def test_of_no_file_ends_1(self, tmp_path: Path, capsys):
        assert run(["pdf", str(tmp_path / "nowhere.docx")]) == 1
        assert "nowhere.docx: " in capsys.readouterr().err

    def test_of_something_else_ends_1(self, tmp_path: Path, capsys):
        (tmp_path / "notes.docx").write_text("not a Word file")
        assert run(["pdf", str(tmp_path / "notes.docx")]) == 1
        assert "notes.docx: " in capsys.readouterr().err
        assert names(tmp_path) == ["notes.docx"]


class TestStopping:
    @pytest.fixture
    def started(self, edition: Path, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
        """A build whose standard error is a terminal, and the other end of that terminal."""
        ours, theirs = pty.openpty()
        script = "import reportgen.cli; reportgen.cli.main()"
        process = subprocess.Popen(
            [sys.executable, "-c", script, "build", str(edition), "--output", str(tmp_path / "output")],
            stderr=theirs,
            stdout=subprocess.PIPE,
            env=ENVIRONMENT,
            preexec_fn=heed_interrupts,
        )
        os.close(theirs)
        yield process, ours
        process.communicate(timeout=60)
        os.close(ours)

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
    def test_a_build_ends_130_and_leaves_nothing(self, started, tmp_path: Path, number):
        process, terminal = started
        os.read(terminal, 1000)  # it is under way
        process.send_signal(number)
        said = everything(terminal)
        assert process.wait(60) == 130
        assert "stopped; nothing was written" in said and "Traceback" not in said
        assert not (tmp_path / "output").exists()

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
    def test_a_command_that_is_still_being_loaded_ends_130(self, tmp_path: Path, number):
        (tmp_path / "click.py").write_text("import time\nprint(flush=True)\ntime.sleep(60)\n")
        process = subprocess.Popen(
            [sys.executable, "-m", "reportgen", "--help"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT | {"PYTHONPATH": os.pathsep.join([str(tmp_path), ENVIRONMENT["PYTHONPATH"]])},
            preexec_fn=heed_interrupts,
        )
        assert process.stdout is not None
        process.stdout.readline()  # it is at it
        process.send_signal(number)
        assert process.communicate(timeout=60)[1] == b"stopped; nothing was written\n"
        assert process.returncode == 130


def test_commands_that_cannot_be_loaded_end_3_in_a_line(tmp_path: Path):
    (tmp_path / "click.py").write_text("import nothing_of_this_name\n")
    path = os.pathsep.join([str(tmp_path), ENVIRONMENT["PYTHONPATH"]])
    command = [sys.executable, "-m", "reportgen", "--help"]
    ended = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT | {"PYTHONPATH": path})
    assert ended.returncode == 3
    assert ended.stderr == (
        "the machine lacks something: ModuleNotFoundError: No module named 'nothing_of_this_name'\n"
    )


def heed_interrupts() -> None:
    """As on a terminal: what a shell script runs in the background ignores Ctrl-C, and hands that down."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def everything(terminal: int) -> str:
    said = b""
    while True:
        try:
            piece = os.read(terminal, 10_000)
        except OSError:  # on Linux: the other end is closed
            piece = b""
        if not piece:
            return said.decode()
        said += piece
