"""Small editions of which a test says only what matters to it, read as a report's words and data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from reportgen.checks.report.reading.report import ReadReport, read_report
from reportgen.edition.edition import read_edition
from reportgen.findings import assess
from reportgen.problems import Problem, Problems

Rule = Callable[[ReadReport], Iterator[Problem]]

REPORT = """\
title: State of Kent
organisation: Kent Partnership
edition: "{edition}"
area: Kent
comparators:
  - {{area: England, label: national average}}
  - {{area: Surrey}}
rating: {{amber_within: {amber}}}
missions:
  - id: homes
    title: Warm homes that people can afford
    aspirations:
      - {{id: warm, text: Every home can be kept warm.}}
  - id: work
    title: Good work in every town
    aspirations:
      - {{id: skills, text: People learn for work all their lives.}}
"""
INDICATOR = {"mission": "homes", "name": "Warm homes", "unit": "percent", "better": "higher"}


def read(
    folder: Path,
    indicators: Mapping[str, Mapping[str, str]],
    values: str,
    files: Mapping[str, str] | None = None,
    **report: str,
) -> ReadReport:
    """The edition of these indicators, by id. A line of `values` is: indicator area period value [base] [gap_count]."""
    settings = REPORT.format(**{"edition": "2024", "amber": "1"} | report)
    written = {
        "report.yaml": settings,
        "indicators.csv": _indicators(indicators),
        "values.csv": _values(values),
        **(files or {}),
    }
    for name, text in written.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    edition = read_edition(folder, Problems())
    return read_report(edition, assess(edition))


def found(rule: Rule, report: ReadReport) -> list[tuple[str, str, str]]:
    """What the rule finds: severity, code and place of each."""
    return [(one.severity, one.code, str(one.place)) for one in rule(report)]


def _indicators(indicators: Mapping[str, Mapping[str, str]]) -> str:
    rows = [{"id": id, **INDICATOR, **given} for id, given in indicators.items()]
    columns = list(dict.fromkeys(column for row in rows for column in row))
    return _csv([columns, *([row.get(column, "") for column in columns] for row in rows)])


def _values(values: str) -> str:
    columns = ["indicator", "area", "period", "value", "base", "gap_count"]
    rows = [["" if cell == "-" else cell for cell in line.split()] for line in values.strip().splitlines()]
    return _csv([columns, *(row + [""] * (len(columns) - len(row)) for row in rows)])


def _csv(rows: list[list[str]]) -> str:
    return "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows)
