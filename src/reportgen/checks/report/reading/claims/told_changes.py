"""Changes that are told with both of their ends: rose by 110, from 1,890 to 2,000; doubled, from 64 to 128."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reportgen.checks.report.reading.kept import kept
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import Range
from reportgen.checks.report.reading.roles import role
from reportgen.checks.report.reading.statements import Statement

_FROM = re.compile(r"\bfrom\s(?:[a-z]+\s){0,2}$", re.IGNORECASE)
_TO = re.compile(r"(?:\s\(?[\w’'-]+\)?){0,6}?\sto\s(?:[a-z]+\s){0,2}", re.IGNORECASE)
_BEFORE = re.compile(r"(?:\s[\w’'-]+){0,6}?,?\s(?:[a-z]+\s){0,2}?from\s(?:[a-z]+\s){0,2}")
_BEHIND = re.compile(
    r"[^.;:]{0,40}?(?:,\s(?:or|by|an?\s[a-z]+\sof|down|up|which\sis)\s(?:[a-z]+\s){0,2}|\s\(|,\s|\sby\s)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ToldChange:
    figure: Quantity
    since: Quantity
    until: Quantity

    @property
    def possible(self) -> Range | None:
        """What the two ends make of it, in the unit of the figure. None: nothing of the kind."""
        low, high = sorted((self.since, self.until), key=lambda one: one.value)
        apart = Range(high.possible.low - low.possible.high, high.possible.high - low.possible.low, True)
        if self.figure.unit == "points":
            return apart if low.unit == "percent" else None
        if self.figure.unit in ("number", "gbp") and self.figure.form == "digits":
            return apart if self.figure.unit == low.unit else None
        if min(*_ends(low), *_ends(high)) <= 0:
            return None
        grown = [until / since for since in _ends(self.since) for until in _ends(self.until)]
        if self.figure.unit == "times":
            return Range(min(grown), max(grown), True)
        if self.figure.unit == "percent" and low.unit != "percent":
            shares = [abs(one - 1) * 100 for one in grown]
            return Range(min(shares), max(shares), True)
        return None


@kept
def told_changes(statement: Statement) -> Sequence[ToldChange]:
    """Those of a sentence, in its order."""
    return tuple(_told_changes(statement))


@kept
def ends_told(statement: Statement) -> Sequence[tuple[Quantity, Quantity]]:
    """The figures of one unit that a sentence goes from and to: from 15% to 11%, from 9th to 7th."""
    return tuple(
        (since, until)
        for since, until in pairwise(statement.quantities)
        if since.unit == until.unit
        and _FROM.search(statement.before(since.start, 24))
        and _TO.fullmatch(statement.passage.text, since.end, _start(until))
    )


def _told_changes(statement: Statement) -> Iterator[ToldChange]:
    every, text = statement.quantities, statement.passage.text
    for since, until in ends_told(statement):
        if since.unit not in ("percent", "number", "gbp"):
            continue
        number = every.index(since)
        before = every[number - 1] if number else None
        behind = every[number + 2] if number + 2 < len(every) else None
        if before and _BEFORE.fullmatch(text, before.end, _start(since)) and _is_of_a_change(statement, before):
            yield ToldChange(before, since, until)
        elif behind and _BEHIND.fullmatch(text, until.end, _start(behind)) and _is_of_a_change(statement, behind):
            yield ToldChange(behind, since, until)


def _is_of_a_change(statement: Statement, one: Quantity) -> bool:
    return one.unit == "points" or role(statement, one) in ("change", "growth")


def _start(one: Quantity) -> int:
    return one.hedge_start if one.hedge_start >= 0 else one.start


def _ends(one: Quantity) -> tuple[Decimal, Decimal]:
    return one.possible.low, one.possible.high
