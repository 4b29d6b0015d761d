"""Work in a process of its own: its answer, its errors and its end come over."""

import pytest

from reportgen.beside import WorkBeside
from reportgen.problems import MachineError


def test_it_answers_what_the_function_gives() -> None:
    with WorkBeside("operator:add") as work:
        work.ask(2, 3)
        assert work.answer() == 5


def test_what_is_said_on_the_way_does_not_get_into_the_answer() -> None:
    with WorkBeside("builtins:print") as work:
        work.ask("words")
        assert work.answer() is None


def test_what_the_machine_lacks_is_told_as_it_is(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    source = (
        "from reportgen.problems import MachineError\ndef get_ready():\n    raise MachineError('no room', 'tidy up')\n"
    )
    (tmp_path / "lacking.py").write_text(source)  # type: ignore[operator]
    monkeypatch.syspath_prepend(str(tmp_path))
    with WorkBeside("lacking:work") as work, pytest.raises(MachineError, match="no room\n    tidy up"):
        work.ask(b"0" * 10**6)  # more than a pipe holds, and nobody there to take it
        work.answer()


def test_any_other_error_names_the_work_and_shows_where() -> None:
    with (
        WorkBeside("operator:truediv") as work,
        pytest.raises(RuntimeError, match=r"operator:truediv(.|\n)*ZeroDivision"),
    ):
        work.ask(1, 0)
        work.answer()


def test_one_that_is_not_needed_ends_with_its_block() -> None:
    with WorkBeside("operator:add") as work:
        pass
    assert work._process.returncode is not None
