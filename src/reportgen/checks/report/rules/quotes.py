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
    """A problem where what the words surely quote says otherwise, and nothing that they may quote says so."""
    quotes = report.quotes.of(statement, one)
    told = next((quote for quote in quotes if quote.sure), None) or next((one for one in quotes if one.likely), None)
    if told is None or any(quote.agrees_exactly for quote in quotes) or statement.is_quoted(one.start):
        return None
    if any(_says(other, told) for other in statement.quantities):
        return None
    if told.agrees:
        return _loose(told) if told.sure and _is_far(told) else None
    return _wrong(told) if told.sure else _unsure(told)


def _wrong(quote: Quote) -> Problem:
    message = f"the words say “{_said(quote)}”, the data say {_datum(quote)}: both cannot be true"
    place = quote.statement.place(quote.quantity.start)
    return Problem("error", "figure-against-data", message, place, "Correct the figure, or bind it.")


def _unsure(quote: Quote) -> Problem:
    message = f"the words say “{_said(quote)}”, and seem to tell what the data say is {_datum(quote)}"
    place = quote.statement.place(quote.quantity.start)
    return Problem("warning", "unsure-figure", message, place, "Correct the figure, or say what it counts.")


def _loose(quote: Quote) -> Problem:
    message = f"the words say “{_said(quote)}”, which is far from what the data say, {_datum(quote)}"
    place = quote.statement.place(quote.quantity.start)
    return Problem("warning", "unsure-figure", message, place, "Bind the figure, or round it less.")


def _is_far(quote: Quote) -> bool:
    """Whether a hedge lets the words be true of a figure that is another: over 4,000, for 7,000."""
    ends = sorted((quote.quantity.value, quote.datum.value.copy_abs()))
    return 3 * ends[1] > 4 * ends[0]


def _said(quote: Quote) -> str:
    one = quote.quantity
    return quote.statement.passage.text[one.hedge_start if one.hedge_start >= 0 else one.start : one.end]


def _datum(quote: Quote) -> str:
    return f"{quote.datum.shown} ({quote.datum.label}, {quote.datum.place})"


def _says(other: Quantity, quote: Quote) -> bool:
    """Whether another figure of the sentence is the one that quotes the data."""
    is_other = other.start != quote.quantity.start
    return is_other and other.unit == quote.quantity.unit and other.range.meets(quote.exact or quote.datum.range)
