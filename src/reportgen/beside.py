"""A piece of work in a process of its own, beside the rest of a build; its libraries are loaded there, in good time.

The work is a function named as `module:function`. If its module has a function `get_ready`, that is called first.
"""

from __future__ import annotations

import importlib
import os
import pickle
import subprocess
import sys
from contextlib import suppress
from types import TracebackType
from typing import IO, Any, BinaryIO, Self

from reportgen.problems import ReportgenError

_CHILD = "import gc, sys; gc.disable(); sys.path[:] = {path!r}; from reportgen.beside import serve; serve({work!r})"

_ANSWER = 2**20  # bytes: the drawings of five charts are a third of it


class WorkBeside:
    """Once: open, `ask`, `answer`. `close` ends it at any time; as a context manager it closes itself."""

    def __init__(self, work: str) -> None:
        self._work = work
        command = [sys.executable, "-c", _CHILD.format(path=sys.path, work=work)]
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

    def answer(self) -> Any:
        """Wait for what the function gives, or raise what it raised: a ReportgenError as it is, else a RuntimeError."""
        output, errors = self._process.communicate()
        if self._process.returncode != 0:
            raise RuntimeError(f"{self._work} ended early\n{errors.decode(errors='replace')}")
        answer = pickle.loads(output)
        if isinstance(answer, ReportgenError):
            raise answer
        return answer

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


def _widen(pipe: IO[bytes] | None) -> None:
    """Let a pipe hold a usual answer, where it can: its writer is gone then, and its memory free, before it is read."""
    if sys.platform == "linux" and pipe is not None:
        import fcntl

        with suppress(OSError):  # a user has so much room for pipes
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ANSWER)


def serve(work: str) -> None:
    """The child's side, from which it does not come back. The cyclic collector is off there: it would only look."""
    answers, sys.stdout = sys.stdout.buffer, sys.stderr  # what a library prints is no answer
    pickle.dump(_answer(work, sys.stdin.buffer), answers)
    answers.flush()
    sys.stderr.flush()
    os._exit(0)  # taking down all that was built up would only keep the other side waiting


def _answer(work: str, asked: BinaryIO) -> object:
    name, _, function = work.partition(":")
    try:
        module = importlib.import_module(name)
        getattr(module, "get_ready", lambda: None)()
        return getattr(module, function)(*pickle.load(asked))
    except ReportgenError as error:
        return error
