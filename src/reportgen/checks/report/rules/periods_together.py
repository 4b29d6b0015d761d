"""What is said of two periods together: rose in both 2022 and 2023, fell in neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reportgen.checks.report.reading.comparing.comparisons import Move, moves
from reportgen.checks.report.reading.comparing.differences import bears_out
from reportgen.checks.report.reading.indicators.meaning import Manner
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator
from reportgen.problems import Problem

_PAIR = re.compile(r"\b(?P<head>both|neither)\s(?:in\s)?$", re.IGNORECASE)
_AND = re.compile(r"(?:[-/–]\d\d)?\s(?:and|nor)\s(?:in\s)?$", re.IGNORECASE)


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        for (at, first), (then, second) in pairwise(statement.periods):
            pair = _PAIR.search(statement.before(at, 16))
            between = statement.passage.text[at + 4 : then]
            move = next((one for one in reversed(list(moves(statement))) if one.end <= at), None)
            if pair and move and _AND.fullmatch(between):
                yield from _judged(report, statement, move, pair, (first, second))


def _judged(
    report: ReadReport, statement: Statement, move: Move, pair: re.Match[str], periods: tuple[str, str]
) -> Iterator[Problem]:
    subject = report.meanings.subject(statement, move.start)
    others = any(one.area != report.data.home for one in statement.areas)
    if subject is None or not subject.sure or others:
        return
    indicator = subject.indicator
    if not report.meanings.is_claim(statement, move.start, indicator, Manner("nor")):
        return
    borne_out = [_bears_out(report, indicator, move, period) for period in periods]
    if None in borne_out or all(one == (pair["head"].lower() == "both") for one in borne_out):
        return
    changes = [report.data.change(indicator, report.data.home, until=period) for period in periods]
    shown = " and ".join(f"{change.shown} ({change.label}, {change.place})" for change in changes if change)
    word = statement.passage.text[move.start : move.end]
    message = f"the words say “{word} in {pair['head']} {' and '.join(periods)}”, the data say {shown}"
    yield Problem(
        "error", "periods-together", message, statement.place(move.start), "Correct the word, or the periods."
    )


def _bears_out(report: ReadReport, indicator: Indicator, move: Move, period: str) -> bool | None:
    """Whether it moved so in a period. None: the data do not say how it moved."""
    change = report.data.change(indicator, report.data.home, until=period)
    if change is None:
        return None
    return bears_out(change.value, move.sense, indicator)
