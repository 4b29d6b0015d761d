"""Shares that a count beside them makes of what a measure is counted on: 1,290 people, 0.7% of all who are eligible."""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import exactly
from reportgen.checks.report.reading.statements import Statement

_APPOSED = re.compile(r"(?:\s[a-z][\w-]*){0,4}(?:,\s|\s\(|,?\sor\s|\s[–—]\s)(?:[a-z]+\s){0,2}")
_OF = re.compile(r"\sof\b")


def is_of_a_count(statement: Statement, one: Quantity, base: Decimal | None) -> bool:
    """Whether a share is just what the count before it is of the base, so that it tells of nothing else."""
    before = [other for other in statement.quantities if other.end <= one.start]
    if not before or not base or before[-1].unit != "number" or not _OF.match(statement.passage.text, one.end):
        return False
    start = one.begin
    link = _APPOSED.fullmatch(statement.passage.text, before[-1].end, start)
    return link is not None and one.possible.meets(exactly(before[-1].value * 100 / base))
