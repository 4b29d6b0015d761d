"""By how much each row of a table has changed, from and to all the years that words may mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reportgen.checks.report.periods import when
from reportgen.checks.report.reading.series.tables import Column, Table
from reportgen.checks.report.reading.statements import Statement

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes of rows between two columns: by size, or all in percent."""

    first: Column
    last: Column
    by_row: Mapping[str, Decimal]


def changes_meant(statement: Statement, table: Table, *, relative: bool = False) -> Sequence[Changes]:
    """All that a sentence may mean: between the years that it names, or to and from the one; else to the last.

    `relative`: in percent, too.
    """
    dated: dict[frozenset[str], list[Column]] = {}
    for column in table.columns:
        if column.years:
            dated.setdefault(column.words, []).append(column)
    if len(dated) != 1:
        return []
    line = sorted(next(iter(dated.values())), key=lambda column: min(column.years))
    years = {when(period) for _, period in statement.periods}
    if not years <= {min(column.years) for column in line}:
        return []
    pairs = [pair for pair in _pairs(line, years) if pair[0] is not pair[1]]
    ways = (False, True) if relative else (False,)
    return [_between(*pair, relative=way) for pair in dict.fromkeys(pairs) for way in ways]


def _pairs(line: Sequence[Column], years: set[str]) -> Iterator[tuple[Column, Column]]:
    named = [column for column in line if min(column.years) in years]
    if len(named) > 1:
        yield named[0], named[-1]
        return
    if named:
        yield named[0], line[-1]
    for sooner, later in pairwise(line):
        if later is (named[0] if named else line[-1]):
            yield sooner, later
    if not named:
        yield line[0], line[-1]


def _between(first: Column, last: Column, *, relative: bool) -> Changes:
    before, after = first.values(), last.values()
    by_row = {name: after[name] - before[name] for name in before if name in after}
    if relative:
        by_row = {name: change / before[name] * _HUNDRED for name, change in by_row.items() if before[name] > 0}
    return Changes(first, last, by_row)
