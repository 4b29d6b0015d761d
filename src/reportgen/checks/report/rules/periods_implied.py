"""One period compared, where the other is left unsaid: since 2021 more do, in 2022 fewer did, more do now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.checks.report.reading.comparing.compared_measure import compared_measure, is_sized_otherwise
from reportgen.checks.report.reading.comparing.comparisons import Move, comparatives, moves
from reportgen.checks.report.reading.comparing.differences import bears_out
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator
from reportgen.problems import Problem

_THAN = re.compile(r"\b(?:than|compared|against|relative|versus|as)\b")
_SINCE = re.compile(r"\bsince(?:\s(?:the\s)?(?:start|end)\sof)?\s$", re.IGNORECASE)
_IN = re.compile(r"(?:^|\b)(?:in|during|back\sin)\s$", re.IGNORECASE)
_NOW = re.compile(r"\b(?:now|nowadays|today|these\sdays)\b", re.IGNORECASE)
_WORD = re.compile(r"(?:more|fewer|less|higher|lower|greater|larger|smaller|bigger|better|worse)")
_NOUN = re.compile(r"\s(?:(?:share|proportion|number|part|percentage)\sof\s|of\s(?:our|the|its|all)\s|[a-z-]+\b)")
_HINT = "Turn the word round, or say which period is meant."

Pair = tuple[str, str]  # from which period to which


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        if not (statement.periods or statement.shifts or _NOW.search(statement.text)):
            continue
        if _THAN.search(statement.text) or any(one.area != report.data.home for one in statement.areas):
            continue
        every = [one for one in comparatives(statement) if _WORD.fullmatch(statement.lower, one.start, one.end)]
        if len(every) == 1 and not moves(statement) and _NOUN.match(statement.after(every[0].end)):
            yield from _judged(report, statement, every[0])


def _judged(report: ReadReport, statement: Statement, one: Move) -> Iterator[Problem]:
    indicator = compared_measure(report, statement, one.start)
    word = statement.passage.text[one.start : one.end]
    if (
        indicator is None
        or is_sized_otherwise(word, indicator)
        or not stems_in(word).isdisjoint(stems_in(indicator.name))
    ):
        return
    pairs, is_later = _pairs(report, statement, indicator)
    changes = [report.data.change(indicator, report.data.home, *each) for each in pairs]
    known = [each for each in changes if each is not None]
    if not known or any(
        bears_out(each.value if later else -each.value, one.sense, indicator)
        for each, later in zip(known, is_later, strict=False)
    ):
        return
    message = f"the words say “{word}”, the data say {known[0].shown} ({known[0].label}, {known[0].place})"
    yield Problem("error", "periods-together", message, statement.place(one.start), _HINT)


def _pairs(report: ReadReport, statement: Statement, indicator: Indicator) -> tuple[Sequence[Pair], Sequence[bool]]:
    """The changes that may be meant, and whether the words speak of the later end of each. None: nobody can say."""
    current, home = report.data.current(indicator), report.data.home
    periods = statement.dated(current).periods
    earlier = [one for one in report.data.periods(indicator, home) if one < current]
    if not periods:
        told = [(one, current) for one in earlier] if _NOW.search(statement.text) else []
        return told, [True] * len(told)
    at, period = periods[0]
    if len(periods) > 1 or period > current:
        return [], []
    if _SINCE.search(statement.before(at)):
        return [(period, current)], [True]
    is_shift = any(one.start == at and one.way == "ago" for one in statement.shifts)
    if period == current or not (is_shift or _IN.search(statement.before(at))):
        return [], []
    before = "" if is_shift else report.data.earlier(indicator, home, period)
    told = [(period, current), *([(before, period)] if before else [])]
    return told, [False, True]
