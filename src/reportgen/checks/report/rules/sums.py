"""Shares of one whole that add up to more, or with the rest to another sum, than 100%; totals that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.ranges import Range, exactly
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_REST = re.compile(r"\b(?:the\s(?:rest|remainder|others)|(?:the\s)?remaining|the\sother|leaving)\b", re.IGNORECASE)
_PARTS = re.compile(
    r"\b(?:split|divided?|breaks?\sdown|broken\sdown|made\sup\sof|consists?\sof|respectively|either)\b"
    r"|\bby\s(?:car|bus|train|bike|bicycle|foot)\b.*\b(?:by|on)\s(?:car|bus|train|bike|bicycle|foot)\b"
    r"|\bown\w*\b.*\brent\w*\b|\brent\w*\b.*\bown\w*\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:together|in\s(?:all|total|sum)|combined|altogether|adds?\sup\sto|sum\sto)\b", re.IGNORECASE)


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        shares = [one for one in statement.quantities if one.unit == "percent" and not one.hedge]
        if all(one.bound for one in shares) or len(shares) < 3:
            continue
        total = _TOTAL.search(statement.text)
        if total:
            yield from _total(statement, shares)
        elif _REST.search(statement.text) or _PARTS.search(statement.text):
            yield from _whole(statement, shares)


def _whole(statement: Statement, shares: Sequence[Quantity]) -> Iterator[Problem]:
    sum_of = _sum(shares)
    rest = _REST.search(statement.text) is not None
    if sum_of.low > 100 or (rest and not sum_of.meets(exactly(Decimal(100)))):
        listed = " + ".join(one.text for one in shares)
        first = next(one for one in shares if not one.bound)
        total = sum((one.value for one in shares), Decimal(0)).normalize()
        message = f"the words say “{listed}”, parts of one whole: they add up to {total:f}%, and not to 100%"
        yield Problem("error", "shares", message, statement.place(first.start), "Correct the share that is wrong.")


def _total(statement: Statement, shares: Sequence[Quantity]) -> Iterator[Problem]:
    """The last of the shares is what the others come to."""
    *parts, whole = shares
    if whole.bound or _TOTAL.search(statement.passage.text, parts[0].start, whole.start) is None:
        return
    sum_of = _sum(parts)
    if not sum_of.meets(whole.possible):
        listed = " + ".join(one.text for one in parts)
        total = sum((one.value for one in parts), Decimal(0)).normalize()
        message = f"the words say “{whole.text}”, and {listed} come to {total:f}%"
        yield Problem("error", "shares", message, statement.place(whole.start), "Correct the sum, or its parts.")


def _sum(shares: Sequence[Quantity]) -> Range:
    return Range(
        sum((one.range.low for one in shares), Decimal(0)), sum((one.range.high for one in shares), Decimal(0))
    )
