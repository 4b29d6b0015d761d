"""Twice as likely to name cost as time, at 44% against 22%: multiples of two rows, or figures, named behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import exactly
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.series.columns import column_meant
from reportgen.checks.report.reading.series.rows_together import rows_named
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_AS = re.compile(r"\sas\s(?!(?:in\s)?\d)")
_AS_ROW = re.compile(r"\sas\s(?:(?:in|at|for|on|to)\s|(?:those|that|the\s[a-z]+)\s(?:of|in|at|for)\s)?(?:the\s)?$")
_AGAINST = re.compile(r",?\s(?:as\s)?(?:against|compared\s(?:with|to)|versus)\s(?:only\s|just\s)?$")


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        for one in statement.quantities:
            is_as = one.unit == "times" and one.bound is None and _AS.match(statement.passage.text, one.end)
            if is_as and not statement.is_unreal(one.start) and not statement.is_quoted(one.start):
                yield from list(_of_figures(statement, one)) or _of_rows(report, statement, one)


def _of_figures(statement: Statement, one: Quantity) -> Iterator[Problem]:
    """About twice as likely, at 41% against 14%."""
    behind = [other for other in statement.quantities if other.start > one.end]
    if len(behind) != 2 or behind[0].unit != behind[1].unit or behind[0].unit not in ("percent", "gbp", "number"):
        return
    start = behind[1].begin
    if _AGAINST.fullmatch(statement.passage.text, behind[0].end, start) and not statement.periods:
        yield from _judged(statement, one, behind[0].value, behind[1].value, f"{behind[0].text} and {behind[1].text}")


def _of_rows(report: ReadReport, statement: Statement, one: Quantity) -> Iterator[Problem]:
    for key, series in report.edition.evidence.series.items():
        named = rows_named(statement, series)
        against = [row for row in named if row.start > one.end and _AS_ROW.search(statement.before(row.start))]
        others = [row for row in named if row not in against and row.start > one.end]  # else series_multiples.py knows
        column = column_meant(statement, None, report.cells.get(key, {}))
        if len(against) != 1 or len(others) != 1 or column is None:
            continue
        pair = [
            cell
            for row in (others[0], against[0])
            for cell in report.cells[key].get(row.name, ())
            if cell.heading == column
        ]
        if len(pair) == 2:
            said = " and ".join(f"{cell.datum.shown} for “{cell.row_text}”" for cell in pair)
            yield from _judged(
                statement, one, pair[0].datum.value, pair[1].datum.value, f"{said} (“{column}”, {pair[0].datum.place})"
            )
            return


def _judged(statement: Statement, one: Quantity, first: Decimal, second: Decimal, said: str) -> Iterator[Problem]:
    if not second or one.possible.meets(exactly(first / second)):
        return
    text = statement.passage.text[one.begin : one.end]
    message = f"the words say “{text}”, and {said} are {first / second:.1f} times apart"
    hint = "Correct the multiple, or the figures."
    yield Problem("error", "arithmetic", message, statement.place(one.start), hint)
