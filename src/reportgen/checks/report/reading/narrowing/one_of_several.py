"""Whether one alone is told of, of several that are measured together: the north on its own, prices by themselves."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement

_ALONE = re.compile(
    r"(?<!living\s)(?<!lives\s)(?<!live\s)(?<!left\s)(?<!being\s)(?<!feel\s)(?<!let\s)(?<!\d\s)(?<!year\s)(?<!month\s)\balone\b"
    r"|\bon\s(?:its|their)\sown\b|\bby\s(?:itself|themselves)\b"
)
_RATIO = re.compile(r"\bratio\sof\s(?P<one>.+?)\sto\s(?P<other>.+)", re.IGNORECASE)
_MULTIPLE = re.compile(r"\b(?:ratio|times|multiples?|(?:un)?affordab\w+|within\sreach)\b", re.IGNORECASE)


def is_of_one_alone(statement: Statement, name: str) -> bool:
    """The universities on their own; the north alone: one of those that are measured together."""
    return _ALONE.search(statement.text) is not None and "alone" not in name


def is_of_one_side(statement: Statement, name: str) -> bool:
    """House prices by themselves, where their ratio to earnings is measured."""
    sides = _RATIO.search(name)
    if sides is None or _MULTIPLE.search(statement.text):
        return False
    said = statement.stems_within(statement.start, statement.end)
    return bool(said & stems_in(sides["one"])) and said.isdisjoint(stems_in(sides["other"]))
