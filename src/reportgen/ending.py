"""How a command that was stopped ends: what it says, and with which status."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import click

from reportgen.mishaps import Mishap, examine, write_report
from reportgen.problems import InputError, MachineError, ReportgenError
from reportgen.showing import harmless
from reportgen.telling import OPTION, Progress, say, tell

EXIT_PROBLEMS, EXIT_USAGE, EXIT_STOPPED = 1, 2, 130
_LONGEST = 200  # letters of what an error says: it may quote a cell, and no more of a file than that


def tell_the_end(error: BaseException, progress: Progress, command: Sequence[str]) -> int:
    """Say what stopped the command; its exit status."""
    written = "what was written is there" if progress.is_done else "nothing was written"
    match error:
        case click.UsageError():
            with suppress(OSError):  # where standard error cannot be written
                error.show()
            return EXIT_USAGE
        case click.Abort() | KeyboardInterrupt():
            say(f"stopped; {written}", to_error=True)
            return EXIT_STOPPED
        case InputError():
            return _problems(error, as_json=OPTION in command)
        case ReportgenError():
            say(str(error), to_error=True)
            return error.exit_status
        case ImportError() | MemoryError() | OSError():
            return _lack(_lacking(error), written)
    mishap = examine(error)
    if mishap.library:
        return _lack(f"the library “{mishap.library}” cannot be loaded ({_said(error)})", written)
    return _unexpected(error, mishap, progress, command, written)


def _problems(error: InputError, *, as_json: bool) -> int:
    tell(error.problems, as_json=as_json)
    if as_json:
        return error.exit_status
    wrong = sum(problem.severity == "error" for problem in error.problems)
    say(f"{wrong} {'problem' if wrong == 1 else 'problems'}; nothing was written", to_error=True)
    return error.exit_status


def _lack(what: str, written: str) -> int:
    """Something that the machine lacks, and that nobody foresaw where it was met."""
    say(f"the machine lacks something: {what}", to_error=True)
    say(f"    {written}; run it again with --debug to see where", to_error=True)
    return MachineError.exit_status


def _lacking(error: BaseException) -> str:
    match error:
        case MemoryError():
            return "there is too little memory"
        case OSError(strerror=str(fault), filename=str(file)):
            return f"{file}: {fault.lower()}"
        case OSError(strerror=str(fault)):
            return fault.lower()
    return _said(error)


def _unexpected(error: BaseException, mishap: Mishap, progress: Progress, command: Sequence[str], written: str) -> int:
    """One sentence, with the place in the edition that was being worked on; and where the full report is."""
    asked = next((word for word in command[2:] if not word.startswith("-")), "")  # the edition, or the file
    place = f" at {mishap.place or asked}" if mishap.place or asked else ""
    step = f" while {progress.step[0].lower()}{progress.step[1:]}" if progress.step else ""
    say(f"reportgen met an error that it did not expect{place}{step} ({_said(error)}); {written}", to_error=True)
    try:
        report = write_report(mishap, command, progress.step)
        say(f"    send {report} to whoever looks after reportgen: it holds no word of the edition", to_error=True)
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        say(f"    no report could be written ({why}): run it again with --debug, and send what it shows", to_error=True)
    return EXIT_PROBLEMS


def _said(error: BaseException) -> str:
    words = harmless(" ".join(f"{type(error).__name__}: {error}".split()))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
