"""One period set against another: lower than in 2021, safer than they did a year earlier, fewer than last year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.periods import shifted
from reportgen.checks.report.reading.claims.spoken_of import speaks_of_others
from reportgen.checks.report.reading.comparing.compared_measure import compared_measure, is_sized_otherwise
from reportgen.checks.report.reading.comparing.comparisons import Move, comparatives, follows_no
from reportgen.checks.report.reading.comparing.differences import bears_out
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator
from reportgen.problems import Problem

_THAN = re.compile(
    r"\b(?:than|compared\s(?:with|to))\s"
    r"(?:(?:it|they|there|we|he|she|people|the\s[a-z]+|(?:that|those)\sof)\s(?:had\s)?(?:been|was|were|is|are|did|do|had|has)?\s?)?"
    r"(?:(?:back\s)?in\s)?(?:the\syear\s)?(?=\d|an?\b|the\b|one\b|[a-z]+\syears?\b|last\syear\b)"
    r"|(?:(?<=\babove\s)|(?<=\bbelow\s))(?:(?:its|their|the)\s(?:(?:level|figure|rate|share|value|number|total)s?\s(?:of|in|for)\s)?"
    r"|where\s(?:it|they)\s(?:was|were|stood|had\sbeen)\s(?:in\s)?)(?=\d)",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(r"last\syear\b")


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        than = _THAN.search(statement.passage.text, statement.start, statement.end)
        until = statement.stretch(than.start())[1] if than is not None else 0  # than a year ago, and than in England
        if than is not None and all(one.area == report.data.home for one in statement.areas if one.start < until):
            every = sorted(comparatives(statement), key=lambda one: one.start)
            before = [one for one in every if one.end <= than.start()][-1:]
            opened = every[:1] if than.start() == statement.start else []  # compared with 2021, more of them do
            for one in before or opened:
                if not _is_of_a_series(report, statement, one):
                    yield from _judged(report, statement, one, than)


def _is_of_a_series(report: ReadReport, statement: Statement, one: Move) -> bool:
    """Whether its size is right of what a series or a fact tells: 402 homes in Northgate, 84 more than last year."""
    sizes = [each for each in statement.quantities if statement.passage.text[each.end : one.start] == " "]
    quotes = [quote for size in sizes for quote in report.quotes.of(statement, size)]
    return any(quote.agrees and (quote.sure or quote.likely) for quote in quotes)


def _judged(report: ReadReport, statement: Statement, one: Move, than: re.Match[str]) -> Iterator[Problem]:
    word, home = statement.passage.text[one.start : one.end], report.data.home
    indicator = compared_measure(report, statement, one.start)
    if indicator is None or is_sized_otherwise(word, indicator):
        return
    until, since = _periods(report, statement, indicator, than)
    now, then = (report.data.value(indicator, home, each) if each else None for each in (until, since))
    if now is None or then is None or until == since:
        return
    so = bears_out(now.value - then.value, one.sense, indicator)
    denied = follows_no(statement, one.start)
    if so == denied and not speaks_of_others(report, statement):
        said = f"{'no ' if denied else ''}{word}"
        message = (
            f"the words say “{said}” than in {since}, the data say {then.shown} in {since} and {now.shown} in {until} "
            f"(“{indicator.id}”, {now.place})"
        )
        hint = "Turn the word round, or correct the period."
        yield Problem("error", "periods-together", message, statement.place(one.start), hint)


def _periods(report: ReadReport, statement: Statement, indicator: Indicator, than: re.Match[str]) -> tuple[str, str]:
    """The period that is spoken of, and the one that it is set against. Empty: it is not known which."""
    current = report.data.current(indicator)
    dated = statement.dated(current).periods
    ahead = [period for at, period in dated if at < than.start()]
    until = (ahead or [current])[0] if len(ahead) < 2 else ""
    since = next((period for at, period in dated if at == than.end()), "")
    if not since and until and _LAST_YEAR.match(statement.passage.text, than.end()):
        since = shifted(until, -1)
    return until, since
