"""An error that nobody foresaw: where in the edition, where in the program, and the report that a developer wants.

Nobody has to say beforehand what is being worked on: values carry their place, and the frames that an error passed
through still hold the values. What the error itself says may quote the edition, so it is not in the report.
"""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, TracebackType

from reportgen.problems import Place

_PACKAGE = __name__.partition(".")[0]
_LIBRARIES = (
    *("docxtpl", "jinja2", "lxml", "markdown-it-py", "matplotlib", "numpy", "openpyxl", "pandas", "pillow"),
    *("pydyf", "python-docx", "ruamel.yaml", "weasyprint"),
)


@dataclass(frozen=True, slots=True)
class Mishap:
    """`place` is that of the edition, as a message has it; empty where nothing at hand had one. `library` is one that
    cannot even be loaded, if that is all there is to the error."""

    kind: str
    place: str
    frames: str
    library: str = ""


class InOtherProcess(Exception):
    """How an error came about that arose in another process: stands as the cause of the error here."""

    def __init__(self, mishap: Mishap, trace: str) -> None:
        super().__init__(mishap, trace)
        self.mishap, self.trace = mishap, trace

    def __str__(self) -> str:
        return f"in another process:\n\n{self.trace}"


def examine(error: BaseException) -> Mishap:
    """What can be told of an error without a word of the edition's but the place."""
    if isinstance(error.__cause__, InOtherProcess):
        return error.__cause__.mishap
    chain = [*_chain(error)]
    places = [place for one in chain for place in _places(one.__traceback__)]
    place = next(filter(_is_exact, places), places[0] if places else "")
    frames = [f"{type(one).__name__}, at\n{''.join(traceback.format_tb(one.__traceback__))}" for one in chain]
    return Mishap(type(error).__name__, str(place), "\n".join(frames), _broken_library(error))


def write_report(mishap: Mishap, command: Sequence[str], step: str) -> str:
    """Write all that a developer wants to know, as a file in the folder for temporary files; its path.

    Raises OSError where it cannot be written.
    """
    import platform  # only now: they would slow every start down
    import tempfile

    lines = [
        f"reportgen met an error that it did not expect: {mishap.kind}",
        f"command: {' '.join(command)}",
        f"while: {step}",
        f"at: {mishap.place}",
        f"Python {platform.python_version()} on {platform.platform()}, {sys.getfilesystemencoding()}",
        "libraries: " + ", ".join(f"{name} {_version(name)}" for name in (_PACKAGE, *_LIBRARIES)),
        "",
        "What the errors say is left out here, since it may quote the edition: --debug shows it.",
        "",
        mishap.frames,
    ]
    handle, path = tempfile.mkstemp(prefix="reportgen-error-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write("\n".join(lines))
    return path


def _broken_library(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        file = Path(error.filename or "")
        return file.parent.name if file.stem == "__init__" else file.stem
    frames = [*_frames(error.__traceback__)]
    names = [str(frame.f_globals.get("__name__")) for frame in frames]
    ours = max((number for number, name in enumerate(names) if _is_ours(name)), default=len(names))
    is_loading = [frame.f_code.co_name for frame in frames[ours + 1 : ours + 2]] == ["<module>"]
    return names[ours + 1].partition(".")[0] if is_loading else ""


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and those that it came from."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _places(trace: TracebackType | None) -> Iterator[Place]:
    """Those that the frames of reportgen's hold, in a variable or in the value of one; the innermost first."""
    for frame in reversed([*_frames(trace)]):
        if _is_ours(str(frame.f_globals.get("__name__"))):
            for value in reversed(list(frame.f_locals.values())):
                if isinstance(place := _place_of(value, frame.f_locals.get("node")), Place):
                    yield place


def _is_exact(place: Place) -> bool:
    return bool(place.line or place.cell or place.paragraph)


def _place_of(value: object, node: object) -> object:
    """What it is, has, or says of the Markdown node at hand; no place where it has none."""
    if isinstance(value, Place) or not _is_ours(type(value).__module__):
        return value
    with contextlib.suppress(Exception):
        place = getattr(value, "place", None) or getattr(value, "_place", None)
        return place(node) if callable(place) else place
    return None


def _frames(trace: TracebackType | None) -> Iterator[FrameType]:
    while trace is not None:
        yield trace.tb_frame
        trace = trace.tb_next


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] == _PACKAGE


def _version(name: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "?"
