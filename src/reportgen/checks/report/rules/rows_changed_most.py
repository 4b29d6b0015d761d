"""Which row of a series changed most: the biggest rise was on the Houton route, cycling grew faster than walking."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.series.rows_together import RowName
from reportgen.checks.report.reading.series.table_changes import Changes, changes_meant
from reportgen.checks.report.reading.series.tables import Table
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_UP = r"rise|rose|risen|rises|increase[ds]?|growth|grew|grown|gain(?:ed|s)?|added|climbed|jump(?:ed)?|improvement"
_DOWN = (
    r"fall|fell|fallen|falls|drop(?:ped|s)?|decrease[ds]?|decline[ds]?|reduction|reduced|cut|loss|lost|shrank|shrunk"
)
_MOST = re.compile(r"\b(?:most|fastest|largest|biggest|greatest|steepest|sharpest|quickest|furthest|strongest)\b")
_LEAST = re.compile(r"\b(?:least|slowest|smallest|lowest|weakest)\b")
_MOVED = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_THAN = re.compile(r"\b(?:(?P<more>more|faster|further)|(?P<less>less|slower))\b[^,;]{0,40}?\bthan\b")
_NOT_SO = re.compile(
    r"\b(?:share|rate|ratio|average|second|third|fourth|one\sof|among|except|apart|but|after|joint|per|points?|next|only)\b"
)


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements if report.tables else ():
        found = list(_MOVED.finditer(statement.lower, statement.start, statement.end))
        if (
            not found
            or statement.passage.kind == "alt"
            or _NOT_SO.search(statement.lower, statement.start, statement.end)
        ):
            continue
        ways = {one.lastgroup for one in found}
        if len(ways) == 1:
            each = [_problem(statement, table, up=ways == {"up"}) for table in report.tables]
            yield from [one for one in each if one is not None][:1]


def _problem(statement: Statement, table: Table, *, up: bool) -> Problem | None:
    most, least, than = (one.search(statement.lower, statement.start, statement.end) for one in (_MOST, _LEAST, _THAN))
    word = than or most or least
    rows = table.rows(statement)
    if word is None or not rows or sum(one is not None for one in (most, least, than)) != 1:
        return None
    if (
        statement.is_unreal(word.start(), " ".join(row.name for row in rows))
        or statement.is_quoted(word.start())
        or not table.is_meant(statement, rows)
    ):
        return None
    every = changes_meant(statement, table, relative=True)
    if than is not None:
        held = [_is_ahead(one, rows, than, more=than["more"] is not None, up=up) for one in every]
    else:
        held = [_is_first(one, rows, most=most is not None, up=up) for one in every]
    if not held or any(one is not False for one in held):
        return None
    shown = ", ".join(f"“{name}” {change:+,f}" for name, change in _in_order(every[0].by_row, up=up)[:3])
    start, end = word.span("more" if than and than["more"] else "less") if than else word.span()
    said = statement.passage.text[start:end]
    message = f"the words say “{said}” of “{rows[0].name}”, and the data ({table.name}) say {shown}"
    return Problem("error", "rank", message, statement.place(start), "Correct the rank, or name what is meant.")


def _is_first(changes: Changes, rows: Sequence[RowName], *, most: bool, up: bool) -> bool | None:
    """Whether the only row that is named changed most, or least, of those that changed so."""
    own = changes.by_row.get(rows[0].name)
    if len(rows) != 1 or own is None or len(changes.by_row) < 3:
        return None
    so = [one for one in changes.by_row.values() if (one > 0) == up and one]
    if (own > 0) != up or not own:
        return False
    return abs(own) == (max if most else min)(map(abs, so))


def _is_ahead(changes: Changes, rows: Sequence[RowName], than: re.Match[str], *, more: bool, up: bool) -> bool | None:
    before = [row.name for row in rows if row.end <= than.end()]
    behind = [row.name for row in rows if row.start >= than.end()]
    if len(before) != 1 or len(behind) != 1 or not {*before, *behind} <= set(changes.by_row):
        return None
    own, other = (changes.by_row[names[0]] * (1 if up else -1) for names in (before, behind))
    return own > other if more else own < other


def _in_order(by_row: Mapping[str, Decimal], *, up: bool) -> list[tuple[str, Decimal]]:
    return sorted(by_row.items(), key=lambda one: -one[1] if up else one[1])
