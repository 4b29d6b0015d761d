"""Unchanged since 2021, the same as a year earlier, has stood still: words that nothing moved, against the change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.report.reading.comparing.compared_measure import compared_measure
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.times.spans import span_of
from reportgen.problems import Problem

_SAME = re.compile(
    r"\b(?:(?:stay(?:s|ed)|remain(?:s|ed)|stood|stands|held|kept|is|are|was|were|been)\s(?:(?:exactly|just|quite)\s)?"
    r"(?:unchanged|the\ssame(?=[.,;]|\s(?:as|in|since|between|over|this)\b)|flat|still(?=[.,;]|\s(?:since|in|between|over|from)\b)|where\sit\swas|(?:as|what)\sit\swas)"
    r"|(?:has|have|had|did)\s(?:not|hardly|barely|scarcely)\s(?:changed?|moved?)\b"
    r"|(?:saw|shows?|with|been)\sno\s(?:change|movement)\b|stagnated)",
    re.IGNORECASE,
)
_SOFTENED = re.compile(
    r"\b(?:almost|nearly|roughly|broadly|much|virtually|practically|little|largely|more\sor\sless|about)\b",
    re.IGNORECASE,
)
_LEAST = Decimal("0.05")  # of what it was: nobody calls that the same, or still


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        found = _SAME.search(statement.passage.text, statement.start, statement.end)
        if (
            found
            and not _SOFTENED.search(statement.text)
            and all(one.area == report.data.home for one in statement.areas)
        ):
            yield from _judged(report, statement, found)


def _judged(report: ReadReport, statement: Statement, found: re.Match[str]) -> Iterator[Problem]:
    indicator, home = compared_measure(report, statement, found.start(), "not"), report.data.home
    if indicator is None:
        return
    current = report.data.current(indicator)
    span = span_of(statement.dated(current), None, found.end(), report.data.periods(indicator, home), current)
    since = span.since or (report.data.earlier(indicator, home, span.until) if span.said else "")
    now, then = (report.data.value(indicator, home, each) if each else None for each in (span.until, since))
    if now is None or then is None or not span.said or now.range.meets(then.range):
        return
    if abs(now.value - then.value) >= abs(then.value) * _LEAST:
        message = (
            f"the words say “{found[0]}”, the data say {then.shown} in {since} and {now.shown} in {span.until} "
            f"(“{indicator.id}”, {now.place})"
        )
        yield Problem(
            "error", "direction", message, statement.place(found.start()), "Say how it moved, or correct the period."
        )
