"""A piece of work in a process of its own, beside the rest of a build; its libraries are loaded there, in good time.

The work is a function named as `module:function`. If its module has a function `get_ready`, that is called first. On
Linux it ends with the process that started it, however that ends; elsewhere once it finds nobody to answer.
"""

from __future__ import annotations

import importlib
import os
import pickle
import signal
import subprocess
import sys
import traceback
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import IO, Any, BinaryIO, Self

from reportgen.mishaps import InOtherProcess, examine
from reportgen.problems import MachineError

_CHILD = (
    "import gc, sys; gc.disable(); sys.path[:] = {path!r}; "
    "from reportgen.beside import serve; serve({work!r}, {parent!r})"
)

MOST_MEMORY = 4_000_000_000  # bytes, of addresses; ten times the sample takes a tenth of it

_PR_SET_PDEATHSIG = 1  # of <sys/prctl.h>
_ANSWER = 2**20  # bytes: the drawings of five charts are a third of it


class WorkBeside:
    """Once: open, `ask`, `answer`. `close` ends it at any time; as a context manager it closes itself."""

    def __init__(self, work: str, does: str = "works beside") -> None:
        """`does` is what the process does, in words that a user understands."""
        self._does = does
        command = [sys.executable, "-c", _CHILD.format(path=sys.path, work=work, parent=os.getpid())]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)
        _widen(self._process.stdout)

    def ask(self, *arguments: object) -> None:
        """Hand over what the function is called with, and go on."""
        assert self._process.stdin is not None
        try:
            pickle.dump(arguments, self._process.stdin)
            self._process.stdin.flush()
        except BrokenPipeError:
            pass  # it ended early: `answer` says why

    def answer(self, longest: float | None = None) -> Any:
        """Wait for what the function gives, or raise what it raised; MachineError where the process was killed.

        Raises TimeoutError, the process ended, where it takes longer than so many seconds.
        """
        try:
            output, errors = self._process.communicate(timeout=longest)
        except subprocess.TimeoutExpired:
            self.close()
            raise TimeoutError(f"the process that {self._does} took too long") from None
        if self._process.returncode != 0:
            raise self._ended_early(errors.decode(errors="replace"))
        answer = pickle.loads(output)
        if isinstance(answer, _Failure):
            raise answer.error from answer.cause
        return answer

    def _ended_early(self, said: str) -> Exception:
        number = -self._process.returncode
        if number <= 0 and not _lacks_memory(said):
            return RuntimeError(f"the process that {self._does} ended early\n{said}")
        how = f"was killed ({signal.Signals(number).name})" if number > 0 else "could not begin"
        remedy = "close other programs, or give it more memory, and run it again"
        return MachineError(f"the process that {self._does} {how}: often there is too little memory", remedy)

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _lacks_memory(said: str) -> bool:
    """Whether Python could not even begin there for want of it, from its last words."""
    return any(words in said for words in ("MemoryError", "Cannot allocate memory", "failed to map segment"))


def _widen(pipe: IO[bytes] | None) -> None:
    """Let a pipe hold a usual answer, where it can: its writer is gone then, and its memory free, before it is read."""
    if sys.platform == "linux" and pipe is not None:
        import fcntl

        with suppress(OSError):  # a user has so much room for pipes
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ANSWER)


@dataclass(frozen=True, slots=True)
class _Failure:
    error: Exception
    cause: InOtherProcess


def serve(work: str, parent: int) -> None:
    """The child's side, from which it does not come back. The cyclic collector is off there: it would only look."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of a Ctrl-C the parent hears too, and ends this one
    _end_with(parent)
    _hold_memory()
    answers, sys.stdout = sys.stdout.buffer, sys.stderr  # what a library prints is no answer
    pickle.dump(_answer(work, sys.stdin.buffer), answers)
    answers.flush()
    sys.stderr.flush()
    os._exit(0)  # taking down all that was built up would only keep the other side waiting


def _end_with(parent: int) -> None:
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it ended before that was said
            os._exit(1)


def _hold_memory() -> None:
    """What asks for more than any report needs does not take it from everybody else on the machine."""
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or hard > MOST_MEMORY:
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, hard))


def _answer(work: str, asked: BinaryIO) -> object:
    name, _, function = work.partition(":")
    try:
        module = importlib.import_module(name)
        getattr(module, "get_ready", lambda: None)()
        return getattr(module, function)(*pickle.load(asked))
    except Exception as error:
        return _Failure(_portable(error), InOtherProcess(examine(error), traceback.format_exc()))


def _portable(error: Exception) -> Exception:
    """The error itself, if it gets over to the other process."""
    try:
        pickle.loads(pickle.dumps(error))
        return error
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
