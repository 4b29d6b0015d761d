"""Figures typed in the words against facts.csv and the cells of series."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.quoted import Quote
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem


def problems(report: ReadReport) -> Iterator[Problem]:
    claimed = {(id(claim.statement), claim.quantity.start) for claim in report.claims if claim.sure or claim.agrees}
    for statement in report.statements:
        for one in statement.quantities:
            if one.bound is not None or (id(statement), one.start) in claimed:
                continue
            problem = _problem(report, statement, one)
            if problem:
                yield problem


def _problem(report: ReadReport, statement: Statement, one: Quantity) -> Problem | None:
    """A problem where all that the words surely quote says otherwise, and nothing that they may quote says so."""
    quotes = report.quotes.of(statement, one)
    sure = [quote for quote in quotes if quote.sure]
    if not sure or any(_may_say(quote) for quote in quotes) or statement.is_unreal(one.start):
        return None
    if statement.is_quoted(one.start) or any(
        _says(report, statement, other, sure[0]) for other in statement.quantities
    ):
        return None
    datum = sure[0].datum
    said = statement.passage.text[one.hedge_start if one.hedge_start >= 0 else one.start : one.end]
    message = f"the words say “{said}”, the data say {datum.shown} ({datum.label}, {datum.place}): both cannot be true"
    return Problem(
        "error", "figure-against-data", message, statement.place(one.start), "Correct the figure, or bind it."
    )


def _says(report: ReadReport, statement: Statement, other: Quantity, quote: Quote) -> bool:
    """Whether another figure of the sentence is the one that quotes the data."""
    return other.unit == quote.quantity.unit and other.possible.meets(quote.datum.range)


def _may_say(quote: Quote) -> bool:
    """Whether a quote fits; one that is not sure must fit without the hedge, as over £15bn is no end of sums."""
    return quote.agrees and (quote.sure or quote.quantity.range.meets(quote.datum.range))
