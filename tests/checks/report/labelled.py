"""The labelled set: sentences with planted contradictions, and look-alikes that are right, tried one by one.

Each file in labelled/ holds a small edition (its files as text) and cases by kind. A case is a sentence, or a few
lines of Markdown, at the end of the narrative file that its group names, or {words: other words} that stand in their
place, there or in another file; in a wrong one the literal that contradicts stands in [square brackets].
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from reportgen.checks.report.check import check_report
from reportgen.checks.report.reading.report import read_report
from reportgen.edition.edition import Edition, NarrativeFile, read_edition
from reportgen.findings import assess
from reportgen.problems import Problem, Problems

FOLDER = Path(__file__).parent / "labelled"
_LITERAL = re.compile(r"(?<!\^)(?<!\])\[([^\]^]+)\](?!\()")


@dataclass(frozen=True)
class Case:
    subject: str
    kind: str
    words: str  # without the brackets
    literals: tuple[str, ...]  # any of which may be told of; empty: the case is right
    part: str
    replaced: str = ""  # what the words stand in place of

    @property
    def wrong(self) -> bool:
        return bool(self.literals)


@dataclass(frozen=True)
class Outcome:
    case: Case
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]

    @property
    def hits(self) -> list[Problem]:
        """The errors at a literal that is wrong."""
        return [one for one in self.errors if any(_is_of(_told(one), literal) for literal in self.case.literals)]

    @property
    def found(self) -> bool:
        return bool(self.hits)

    @property
    def false_alarms(self) -> int:
        """Errors at what is right, and each further one for the same contradiction."""
        return len(self.errors) - (1 if self.hits else 0)


def _told(problem: Problem) -> str:
    """The words that a problem is told of: those that it quotes first."""
    found = re.search("“([^”]*)”", problem.message)
    return found[1] if found else ""


def _is_of(told: str, literal: str) -> bool:
    return bool(told) and (told in literal or literal in told)


def outcomes(subject: str | None = None, *, every: int = 1) -> Iterator[Outcome]:
    """Of all cases, or of one subject's; of those the first of every so many, and of the right narrative itself."""
    for path in sorted(FOLDER.glob(f"{subject or '*'}.yaml")):
        told: dict[str, Any] = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        files: dict[str, str] = told["edition"]
        edition = _edition(files)
        known = frozenset(_problems(edition))
        yield Outcome(Case(path.stem, "the narrative itself", "", (), ""), _of(known, "error"), _of(known, "warning"))
        for case in islice(_cases(path.stem, told["cases"]), 0, None, every):
            met = [one for one in _problems(_changed(edition, files, case)) if one not in known]
            yield Outcome(case, _of(met, "error"), _of(met, "warning"))


def _of(problems: Iterable[Problem], severity: str) -> tuple[Problem, ...]:
    return tuple(one for one in problems if one.severity == severity)


def _edition(files: dict[str, str]) -> Edition:
    with tempfile.TemporaryDirectory() as room:
        for name, text in files.items():
            path = Path(room) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return read_edition(Path(room), Problems())


def _cases(subject: str, groups: list[dict[str, Any]]) -> Iterator[Case]:
    for group in groups:
        for told in group.get("wrong", ()):
            yield _case(subject, group, told)
        for told in group.get("right", ()):
            yield replace(_case(subject, group, told), literals=())


def _case(subject: str, group: dict[str, Any], told: str | dict[str, str]) -> Case:
    replaced, words = ("", told) if isinstance(told, str) else next(iter(told.items()))
    literals = tuple(_LITERAL.findall(words))
    return Case(subject, group["kind"], _LITERAL.sub(r"\1", words), literals, group["in"], replaced)


def _changed(edition: Edition, files: dict[str, str], case: Case) -> Edition:
    if case.part in files:
        assert files[case.part].count(case.replaced) == 1, case.replaced
        return _edition({**files, case.part: files[case.part].replace(case.replaced, case.words)})
    written = edition.narrative.get(case.part)
    text = f"{written.text if written else '# Chapter'}\n\n{case.words}\n"
    if case.replaced:
        assert written is not None and written.text.count(case.replaced) == 1, case.replaced
        text = written.text.replace(case.replaced, case.words)
    file = NarrativeFile(f"narrative/{case.part}.md", text)
    return replace(edition, narrative={**edition.narrative, case.part: file})


def _problems(edition: Edition) -> tuple[Problem, ...]:
    return check_report(read_report(edition, assess(edition)), Problems()).problems
