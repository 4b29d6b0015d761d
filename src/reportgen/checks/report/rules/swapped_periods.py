"""Went from 44 to 42, where it went from 42 to 44: each figure is right, and of the other's time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportgen.checks.report.reading.claims.claim import Claim
from reportgen.checks.report.reading.report import ReadReport
from reportgen.problems import Problem


def problems(report: ReadReport) -> Iterator[Problem]:
    for then, now in pairwise(report.claims):
        if _belong(then, now) and _is_of(then, now) and _is_of(now, then):
            first, second = then.quantity, now.quantity
            message = (
                f"the words say “from {first.text} to {second.text}”, the data say {then.expected.shown} "
                f"({then.expected.label}) and {now.expected.shown} ({now.expected.label}, {now.expected.place})"
            )
            place = then.statement.place(first.start)
            yield Problem("error", "figure-against-data", message, place, "Are the two figures swapped?")


def _belong(then: Claim, now: Claim) -> bool:
    """Whether two figures tell from where to where one thing went."""
    same = then.statement is now.statement and then.indicator is now.indicator and then.area == now.area
    link = then.statement.passage.text[then.quantity.end : now.quantity.start]
    return same and then.meant and now.meant and then.role == "former value" and link == " to "


def _is_of(one: Claim, other: Claim) -> bool:
    return not one.agrees and one.quantity.possible.meets(other.expected.range)
