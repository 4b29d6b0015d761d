"""The editions, and one of them in the second template, built once for all tests that look at what comes out.

Other builds have done in the tests' own process what they have done beside it, where that is not what is tested.
"""

import fcntl
import gc
import importlib
import os
import pickle
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from reportgen.beside import WorkBeside
from reportgen.build import build

CHECKOUT = Path(__file__).parents[1]
EDITIONS = {  # and the template that each is set in
    "sample": (CHECKOUT / "data" / "digital-roadmap-2024", "evidence-report"),
    "second": (CHECKOUT / "tests" / "editions" / "rivers-2023", "evidence-report"),
    "board": (CHECKOUT / "tests" / "editions" / "rivers-2023", "board-paper"),
}

# Whatever the environment asks: or every process that a test starts would compile all of reportgen anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# The same examples on every run, and no limit for a busy machine; `--hypothesis-profile=explore` looks further.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile("steady")


@dataclass(frozen=True)
class BuiltEdition:
    folder: Path  # of the edition
    template: str
    word: Path
    pdf: Path
    pages: int


@pytest.fixture(scope="session", params=EDITIONS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BuiltEdition:
    """Each edition in turn, built as a report owner would; a warning of the build is a failure.

    Of the processes that share the tests, the first that asks builds it for all.
    """
    alone = "PYTEST_XDIST_WORKER" not in os.environ
    base = tmp_path_factory.getbasetemp()
    room = (base if alone else base.parent) / f"built-{request.param}"
    room.mkdir(exist_ok=True)
    told = room / "told"
    with (room / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            told.write_bytes(pickle.dumps(_build(request.param, room)))
    built: BuiltEdition = pickle.loads(told.read_bytes())
    return built


class WorkHere:
    """What WorkBeside has done in a process of its own, done in this one, where the libraries are loaded already."""

    def __init__(self, work: str, does: str = "") -> None:
        self._module, _, self._function = work.partition(":")

    def ask(self, *arguments: object) -> None:
        self._asked = pickle.dumps(arguments)

    def answer(self, longest: float | None = None) -> object:
        gc.disable()  # as in the other process
        try:
            given = getattr(importlib.import_module(self._module), self._function)(*pickle.loads(self._asked))
            return pickle.loads(pickle.dumps(given))
        finally:
            gc.enable()

    def close(self) -> None:
        pass


@contextmanager
def work_here() -> Iterator[None]:
    """For builds of which it is looked at what they write and say, and not at their processes."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("__init__", "ask", "answer", "close"):
            patch.setattr(WorkBeside, name, vars(WorkHere)[name])
        yield


@pytest.fixture
def work_beside_here() -> Iterator[None]:
    with work_here():
        yield


def _build(name: str, room: Path) -> BuiltEdition:
    folder, template = EDITIONS[name]
    if template != "evidence-report":
        folder = _set_in(template, folder, room)
    result = build(folder, room / "output")
    assert [str(problem) for problem in result.problems] == []
    word, pdf = result.paths
    assert result.pages is not None
    return BuiltEdition(folder, template, word, pdf, result.pages)


def _set_in(template: str, folder: Path, where: Path) -> Path:
    """A copy of the edition that names this template."""
    copied = Path(shutil.copytree(folder, where / folder.name))
    with (copied / "report.yaml").open("a", encoding="utf-8") as report:
        report.write(f"\ntemplate: {template}\n")
    return copied
