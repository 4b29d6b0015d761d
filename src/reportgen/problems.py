"""What can be wrong, and where: places, problems, and the tree of errors.

    ReportgenError              exit status 1 unless a child says otherwise
    ├── InputError              the user's files have problems; carries all of them        1
    └── MachineError            the machine lacks something: a library, room, a right      3

Wrong usage of the command line (2) is the command line library's own error.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from reportgen.showing import brief, harmless

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file, and the line, cell or paragraph in it.

    `file` is relative to the edition's folder (or as the user gave it, where it is no part of an edition), with
    forward slashes. `line` counts from 1. `sheet` comes with a `cell`. `paragraph` is the start of a Word paragraph's
    text, and `cell` without a sheet says which table's cell that stands in.
    """

    file: str
    line: int | None = None
    sheet: str | None = None
    cell: str | None = None
    paragraph: str | None = None
    nth: int = field(default=0, compare=False)  # paragraph of its file, to sort by

    def __str__(self) -> str:
        if self.sheet is not None:
            return f"{self.file}:{self.sheet}!{self.cell}"
        if self.line is not None:
            return f"{self.file}:{self.line}"
        return ", ".join([self.file, *self.inside])

    @property
    def inside(self) -> list[str]:
        """Where in a Word file: the paragraph, and the table's cell."""
        paragraph = f"“{self.paragraph}”" if self.paragraph else None
        return [one for one in (paragraph, self.cell) if one and self.sheet is None]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, or that deserves a look: one line for the user, and a hint how to mend it."""

    severity: Severity
    code: str
    message: str
    place: Place
    hint: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", brief(self.message))
        object.__setattr__(self, "hint", self.hint and brief(self.hint))

    def __str__(self) -> str:
        inside = self.place.inside
        place = self.place.file if inside else str(self.place)
        words = f"{place}: {'warning: ' if self.severity == 'warning' else ''}{self.message}"
        if inside:
            words += f" (in {', '.join(inside)})"
        return harmless(f"{words}\n    {self.hint}" if self.hint else words)


@dataclass(slots=True)
class Problems:
    """The problems met so far, in the order they were met. Handed down through everything that reads."""

    met: list[Problem] = field(default_factory=list)
    _known: set[Problem] = field(default_factory=set, init=False, repr=False)

    def error(self, code: str, place: Place, message: str, hint: str | None = None) -> None:
        self._add(Problem("error", code, message, place, hint))

    def warn(self, code: str, place: Place, message: str, hint: str | None = None) -> None:
        self._add(Problem("warning", code, message, place, hint))

    def extend(self, others: Iterable[Problem]) -> None:
        """Those of `others` that were not met yet, after the rest."""
        for problem in others:
            self._add(problem)

    def _add(self, problem: Problem) -> None:
        if len(self._known) != len(self.met):  # who holds the list has changed it
            self._known = set(self.met)
        if problem not in self._known:
            self.met.append(problem)
            self._known.add(problem)

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.met if problem.severity == "error"]

    def raise_errors(self) -> None:
        """Raise InputError with everything met so far if any of it is an error."""
        if self.errors:
            raise InputError(self.met)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.met)


class ReportgenError(Exception):
    """Anything that reportgen itself says; `exit_status` is what the command then ends with."""

    exit_status: ClassVar[int] = 1


class InputError(ReportgenError):
    """The user's files have problems: `problems` holds all of them, warnings too."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class MachineError(ReportgenError):
    """The machine lacks something; `remedy` is what to do or to type."""

    exit_status: ClassVar[int] = 3

    def __init__(self, message: str, remedy: str | None = None) -> None:
        super().__init__(f"{message}\n    {remedy}" if remedy else message)


def by_place(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted by file, then line, or sheet, row and column; of one place the errors first."""
    return sorted(problems, key=lambda problem: (*_order(problem.place), problem.severity))


def _order(place: Place) -> tuple[str, str, int, int, str]:
    cell = re.fullmatch(r"([A-Z]+)(\d+)", place.cell or "")
    column, row = cell.groups() if cell else ("", "0")
    return place.file, place.sheet or "", place.line or int(row) or place.nth, len(column), column


def nearest(name: str, known: Iterable[str]) -> str | None:
    """A hint for a name that nobody knows: the known one most like it, or all of them where they are few."""
    names = list(dict.fromkeys(known))
    plain = {one.casefold(): one for one in reversed(names)}
    close = difflib.get_close_matches(name.casefold(), plain, n=1)
    if close:
        return f"Did you mean “{plain[close[0]]}”?"
    return f"Known here: {', '.join(names)}." if 0 < len(names) <= 8 else None
