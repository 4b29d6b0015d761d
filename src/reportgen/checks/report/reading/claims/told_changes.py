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

_PAIR = 2
_FROM = re.compile(r"\bfrom\s(?:[a-z]+\s){0,2}$", re.IGNORECASE)
_TO = re.compile(r"(?:\s\(?[\w’'-]+\)?){0,6}?\sto\s(?:[a-z]+\s){0,2}", re.IGNORECASE)
_BEFORE = re.compile(r"(?:\s[\w’'-]+){0,6}?,?\s(?:[a-z]+\s){0,2}?from\s(?:[a-z]+\s){0,2}")
_BEHIND = re.compile(
    r"[^.;:]{0,40}?(?:,\s(?:or|by|an?\s[a-z]+\sof|down|up|which\sis)\s(?:[a-z]+\s){0,2}|\s\(|,\s|\sby\s)", re.IGNORECASE
)
_NOWADAYS = re.compile(r"\b(?:now|today)\b")
_BESIDE_A_DATE = re.compile(
    r"\b(?:it|they|the\s(?:figure|share|rate|gap)|was|were|is|are|in|for|and|but|only|just|still|had|has|been|stood|stands|at|then|against)\b|[\s,;:.()–—]"
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
        and _TO.fullmatch(statement.passage.text, since.end, until.begin)
    )


@kept
def ends_dated(statement: Statement) -> Sequence[Quantity]:
    """The two figures that a sentence ends by dating, the earlier first: it was 4.3 points in 2022, and is 2.6 now.

    None where it says anything else behind the first of them or of their dates.
    """
    figures = statement.quantities
    now = [(one.start(), "now") for one in _NOWADAYS.finditer(statement.passage.text, statement.start, statement.end)]
    dates = sorted([*statement.periods, *now])
    if len(figures) != _PAIR or len(dates) != _PAIR or figures[0].unit != figures[1].unit or dates[0][1] == dates[1][1]:
        return ()
    start = min(figures[0].start, dates[0][0])
    marks = [*((one.start, one.end) for one in figures), *((at, at + len(period)) for at, period in dates)]
    left = "".join(
        one
        for at, one in enumerate(statement.passage.text[start : statement.end], start)
        if not any(first <= at < last for first, last in marks)
    )
    alternate = (figures[0].start < dates[0][0]) == (figures[1].start < dates[1][0])
    if (
        _BESIDE_A_DATE.sub("", left)
        or not alternate
        or max(figures[0].start, dates[0][0]) > min(figures[1].start, dates[1][0])
    ):
        return ()
    return figures if dates[0][1] < dates[1][1] else figures[::-1]


def _told_changes(statement: Statement) -> Iterator[ToldChange]:
    every, text = statement.quantities, statement.passage.text
    for since, until in ends_told(statement):
        if since.unit not in ("percent", "number", "gbp"):
            continue
        number = every.index(since)
        before = every[number - 1] if number else None
        behind = every[number + 2] if number + 2 < len(every) else None
        if before and _BEFORE.fullmatch(text, before.end, since.begin) and _is_of_a_change(statement, before):
            yield ToldChange(before, since, until)
        elif behind and _BEHIND.fullmatch(text, until.end, behind.begin) and _is_of_a_change(statement, behind):
            yield ToldChange(behind, since, until)


def _is_of_a_change(statement: Statement, one: Quantity) -> bool:
    return one.unit == "points" or role(statement, one) in ("change", "growth")


def _ends(one: Quantity) -> tuple[Decimal, Decimal]:
    return one.possible.low, one.possible.high
