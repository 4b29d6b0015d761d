"""How a command tells: a line for each problem, or an array of JSON for other programs; and how far it is."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, TextIO

import click

from reportgen.problems import MachineError, Place, Problem, by_place
from reportgen.showing import harmless, harmless_json

OPTION = "--json"

json_option = click.option(OPTION, "as_json", is_flag=True, help="Print what is wrong as JSON, on standard output.")


def tell(problems: Iterable[Problem], *, as_json: bool = False) -> None:
    """On standard error, one a line, in their order; or as JSON on standard output, sorted by place."""
    if as_json:
        say(to_json(problems))
        return
    for problem in problems:
        say(str(problem), to_error=True)


def say(words: str, *, to_error: bool = False, end_line: bool = True) -> None:
    """On standard output or standard error, with nothing in it that a terminal acts on; to a reader who has gone
    already, nothing.

    Raises MachineError where standard output cannot be written. That of standard error could be told nowhere.
    """
    _write(harmless(words), to_error=to_error, end_line=end_line)


def _write(words: str, *, to_error: bool, end_line: bool) -> None:
    stream = sys.stderr if to_error else sys.stdout
    try:
        click.echo(words, file=stream, nl=end_line)
    except OSError as fault:
        _to_nowhere(stream)
        if not (to_error or isinstance(fault, BrokenPipeError)):
            raise _unwritten(fault) from fault


def flushed(status: int) -> int:
    """The exit status, once all that was said is out."""
    try:
        say("", end_line=False)
    except MachineError as error:
        say(str(error), to_error=True)
        return error.exit_status
    return status


class Progress:
    """What is going on: kept, and shown on a terminal. `is_done`: all there was to write is written."""

    def __init__(self) -> None:
        self.step, self.is_done = "", False

    def __call__(self, step: str) -> None:
        self.step = step
        if _on_terminal():
            _write(f"\r\033[K{harmless(step)} …", to_error=True, end_line=False)

    def done(self) -> None:
        self.is_done = True
        self.clear()

    def clear(self) -> None:
        if _on_terminal():
            _write("\r\033[K", to_error=True, end_line=False)


def _on_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()  # None: closed by whoever started reportgen


def _to_nowhere(stream: TextIO) -> None:
    """So that what waits in it does not fail again when Python ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _unwritten(fault: OSError) -> MachineError:
    return MachineError(f"can't write to standard output: {(fault.strerror or str(fault)).lower()}")


def to_json(problems: Iterable[Problem]) -> str:
    """An array with an object for each problem, sorted by place, as section 4 of the contract has it."""
    return harmless_json(json.dumps([_object(problem) for problem in by_place(problems)], ensure_ascii=False, indent=2))


def _object(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        **_place(problem.place),
    }


def _place(place: Place) -> dict[str, Any]:
    """The file with the line, or the sheet and cell; and what a Word file has in place of them."""
    if place.sheet is not None:
        return {"file": place.file, "sheet": place.sheet, "cell": place.cell}
    inside = {"paragraph": place.paragraph, "cell": place.cell}
    return {"file": place.file, "line": place.line, **{key: said for key, said in inside.items() if said is not None}}
