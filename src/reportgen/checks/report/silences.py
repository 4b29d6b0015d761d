"""checks.yaml: findings that the owner has judged and that may stay, each with a reason and a date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from reportgen.edition.folder import is_file
from reportgen.edition.keyed import Keyed, Words, read_keyed
from reportgen.problems import Place, Problem, Problems, nearest

NAME = "checks.yaml"
LIST = "silenced"
KEYS = ("code", "place", "words", "reason", "date")


@dataclass(frozen=True, slots=True)
class Silence:
    """Silences the findings of a code that are at this place (a file, or a line or cell in it) and have these words."""

    code: str
    at: str
    words: str
    place: Place  # its own

    def covers(self, problem: Problem, text: str) -> bool:
        """Whether it silences this problem; `text` is the line that the problem stands in."""
        if problem.code != self.code or self.at not in ("", problem.place.file, str(problem.place)):
            return False
        said = (problem.message, problem.place.paragraph or "", text)
        return any(_plain(self.words) in _plain(one) for one in said)


def silence(found: Iterable[Problem], folder: Path, problems: Problems) -> list[Problem]:
    """What remains of the findings in an edition once its checks.yaml has silenced what it may.

    Problems: entries without a code, reason, date, or saying what they silence; and those that silence nothing.
    """
    findings = list(found)
    lines = _Lines(folder)
    silences = read_silences(folder, problems)
    covered = {
        one: [problem for problem in findings if one.covers(problem, lines.text(problem.place))] for one in silences
    }
    for one in (one for one in silences if not covered[one]):
        codes = {problem.code for problem in findings}
        hint = "Delete it." if one.code in codes else nearest(one.code, codes) if codes else None
        message = f"nothing is silenced by this any more: there is no finding “{one.code}”{_where(one)}"
        problems.warn("unused-silence", one.place, message, hint or "Delete it.")
    silenced = {id(problem) for those in covered.values() for problem in those}
    return [problem for problem in findings if id(problem) not in silenced]


def read_silences(folder: Path, problems: Problems) -> list[Silence]:
    """The sound entries of checks.yaml; none where there is no such file."""
    file = read_keyed(folder, NAME, problems, listed=LIST) if is_file(folder, NAME) else None
    if file is None:
        return []
    file.expect(LIST)
    found = (_silence(entry, problems) for entry in file.each(LIST, "silence"))
    return [one for one in found if one is not None]


def _silence(entry: Keyed | Words, problems: Problems) -> Silence | None:
    if isinstance(entry, Words):
        message = f"“{entry.text}” must hold keys: {', '.join(KEYS)}"
        problems.error("wrong-kind", entry.place, message)
        return None
    met = len(problems.errors)
    entry.expect(*KEYS)
    code, at, words = entry.required("code"), entry.text("place"), entry.text("words")
    entry.required("reason")
    _check_date(entry, problems)
    if not (at or words):
        message = f"{entry.title} says neither “place” nor “words”: it would silence every “{code}” of the report"
        problems.error("silence", entry.place, message, "Say the file and line, or words of the finding.")
    return Silence(code, at, words, entry.place) if len(problems.errors) == met else None


def _check_date(entry: Keyed, problems: Problems) -> None:
    typed = entry.required("date")
    try:
        date.fromisoformat(typed or "2024-01-01")
    except ValueError:
        message = f"“date” of {entry.title} is no date: “{typed}”"
        problems.error("silence", entry.place_of("date"), message, "Write the year first: 2024-05-31.")


def _where(one: Silence) -> str:
    return (f" at {one.at}" if one.at else "") + (f" with the words “{one.words}”" if one.words else "")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


@dataclass(frozen=True)
class _Lines:
    """The lines of an edition's text files, each file read when it is first asked for."""

    folder: Path

    @cached_property
    def _files(self) -> dict[str, list[str]]:
        return {}

    def text(self, place: Place) -> str:
        if place.line is None or not is_file(self.folder, place.file):
            return ""
        if place.file not in self._files:
            self._files[place.file] = (self.folder / place.file).read_text("utf-8-sig", errors="replace").split("\n")
        lines = self._files[place.file]
        return lines[place.line - 1] if place.line <= len(lines) else ""
