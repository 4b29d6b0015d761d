"""The labelled set's other half: changes of tables that make data contradict themselves, and look-alikes.

labelled/data/cases.yaml changes the tables of the editions in labelled/. A wrong case must be told as an error in a
row that it changed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from reportgen.checks.report.check import OF_THE_DATA, problems_by
from reportgen.checks.report.reading.report import read_report
from reportgen.edition.edition import read_edition
from reportgen.findings import assess
from reportgen.problems import Problem, Problems

FOLDER = Path(__file__).parent / "labelled"


@dataclass(frozen=True)
class DataCase:
    subject: str
    kind: str
    words: str  # what was put in
    literals: tuple[str, ...]  # the places of the rows that were changed; empty: the case is right

    @property
    def wrong(self) -> bool:
        return bool(self.literals)


@dataclass(frozen=True)
class DataOutcome:
    case: DataCase
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]

    @property
    def found(self) -> bool:
        return any(str(one.place) in self.case.literals for one in self.errors)

    @property
    def false_alarms(self) -> int:
        """Errors at what is right, and each further one for the same contradiction."""
        return len(self.errors) - (1 if self.found else 0)


def data_outcomes() -> Iterator[DataOutcome]:
    yaml = YAML(typ="safe")
    for group in yaml.load((FOLDER / "data" / "cases.yaml").read_text(encoding="utf-8")):
        subject, _, file = group["in"].partition("/")
        files: dict[str, str] = yaml.load((FOLDER / f"{subject}.yaml").read_text(encoding="utf-8"))["edition"]
        for column in group.get("columns", ()):
            head, _, rows = files[file].partition("\n")
            files[file] = f"{head},{column}\n{rows}"
        for wrong in ("wrong", "right"):
            for change in group[wrong]:
                yield _outcome(subject, group["kind"], files, file, change, wrong == "wrong")


def _outcome(
    subject: str, kind: str, files: dict[str, str], file: str, change: Mapping[str, str], wrong: bool
) -> DataOutcome:
    text, places = files[file], []
    for typed, instead in change.items():
        assert text.count(typed) == 1, typed
        text = text.replace(typed, "\n".join(line.strip() for line in instead.split("\n")))
    for instead in change.values():
        for line in instead.split("\n"):
            places.append(f"{file}:{_line(text, line.strip())}")
    found = _problems({**files, file: text})
    errors = tuple(one for one in found if one.severity == "error")
    warnings = tuple(one for one in found if one.severity == "warning")
    case = DataCase(subject, kind, " | ".join(change.values()), tuple(places) if wrong else ())
    return DataOutcome(case, errors, warnings)


def _line(text: str, row: str) -> int:
    return 1 + text.count("\n", 0, text.index(row))


def _problems(files: Mapping[str, str]) -> list[Problem]:
    with tempfile.TemporaryDirectory() as room:
        for name, text in files.items():
            path = Path(room) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        edition = read_edition(Path(room), Problems())
        report = read_report(edition, assess(edition))
        return list(problems_by(OF_THE_DATA, report))
