"""Work in a process of its own: its answer, its errors and its end come over."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import reportgen
from reportgen.beside import WorkBeside
from reportgen.mishaps import InOtherProcess
from reportgen.problems import MachineError


def test_it_answers_what_the_function_gives() -> None:
    with WorkBeside("operator:add") as work:
        work.ask(2, 3)
        assert work.answer() == 5


def test_what_is_said_on_the_way_does_not_get_into_the_answer() -> None:
    with WorkBeside("builtins:print") as work:
        work.ask("words")
        assert work.answer() is None


def test_what_the_machine_lacks_is_told_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = (
        "from reportgen.problems import MachineError\ndef get_ready():\n    raise MachineError('no room', 'tidy up')\n"
    )
    module(tmp_path, monkeypatch, source)
    with WorkBeside("odd:work") as work, pytest.raises(MachineError, match="no room\n    tidy up"):
        work.ask(b"0" * 10**6)  # more than a pipe holds, and nobody there to take it
        work.answer()


def test_any_other_error_comes_over_as_it_is_and_shows_where_it_arose() -> None:
    with WorkBeside("operator:truediv") as work, pytest.raises(ZeroDivisionError) as raised:
        work.ask(1, 0)
        work.answer()
    assert isinstance(raised.value.__cause__, InOtherProcess)
    assert "in _answer" in raised.value.__cause__.trace
    assert raised.value.__cause__.mishap.kind == "ZeroDivisionError"


def test_an_error_that_cannot_come_over_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = "class Odd(Exception):\n    def __init__(self, a, b):\n        super().__init__(a)\n"
    module(tmp_path, monkeypatch, f"{odd}def fail():\n    raise Odd(1, 2)\n")
    with WorkBeside("odd:fail") as work, pytest.raises(RuntimeError, match="Odd: 1"):
        work.ask()
        work.answer()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_one_that_is_killed_is_the_machines_fault(number: int) -> None:
    with (
        WorkBeside("time:sleep", "prints the PDF") as work,
        pytest.raises(MachineError, match="prints the PDF was killed"),
    ):
        work.ask(60)
        os.kill(work._process.pid, number)
        work.answer()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it ends when it has nobody to answer")
def test_one_whose_parent_is_killed_ends_too() -> None:
    script = (
        "from reportgen.beside import WorkBeside\n"
        "work = WorkBeside('time:sleep')\nwork.ask(60)\nprint(work._process.pid, flush=True)\nwork.answer()\n"
    )
    source = str(Path(reportgen.__file__).parents[1])
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": source}
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
    assert ends(child)


def ends(process: int) -> bool:
    for _ in range(100):
        try:
            if Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True  # nobody there to take note of it
        except OSError:
            return True
        time.sleep(0.05)
    return False


def test_a_ctrl_c_is_for_its_parent_to_heed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = tmp_path / "begun"
    module(
        tmp_path, monkeypatch, f"import pathlib\ndef get_ready():\n    pathlib.Path({str(begun)!r}).touch()\nwork = sum"
    )
    with WorkBeside("odd:work") as work:
        while not begun.exists():
            time.sleep(0.02)
        work._process.send_signal(signal.SIGINT)
        work.ask([2, 3])
        assert work.answer() == 5


def test_one_that_is_not_needed_ends_with_its_block() -> None:
    with WorkBeside("operator:add") as work:
        pass
    assert work._process.returncode is not None


def module(folder: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    (folder / "odd.py").write_text(source)
    monkeypatch.syspath_prepend(str(folder))
