"""What a sentence speaks of, as its figures tell: of the measure that they are right of, of facts, of a series."""

from __future__ import annotations

from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.series.rows_together import rows_named
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator


def speaks_of(report: ReadReport, statement: Statement, indicator: Indicator) -> bool:
    """Whether all that its figures surely tell is of what the words may mean: it has improved, from 40% to 45%."""
    told = [one.indicator for one in report.claims_of(statement) if one.sure and one.agrees]
    return bool(told) and all(one is indicator for one in told)


def speaks_of_another(report: ReadReport, statement: Statement, indicator: Indicator) -> bool:
    """Whether the figures in the sentence are right, and another indicator's: then it speaks of that one."""
    told = [one.indicator for one in report.claims_of(statement) if one.agrees or one.agrees_with_another]
    return bool(told) and all(one is not indicator for one in told)


def speaks_of_others(report: ReadReport, statement: Statement) -> bool:
    """Whether it opens with a series' row, or its figures are right, and a fact's or a series': it speaks of those."""
    if _opens_with_a_row(report, statement):
        return True
    each = [report.quotes.of(statement, one) for one in statement.quantities if not one.bound]
    if each and all(any(quote.sure and quote.agrees for quote in quotes) for quotes in each):
        return True
    if any(one.meant for one in report.claims_of(statement)):
        return False
    return any(quote.sure and quote.agrees_exactly for quotes in each for quote in quotes)


def _opens_with_a_row(report: ReadReport, statement: Statement) -> bool:
    """Whether it begins with a row of a series that is no area: Moorside completed more homes."""
    if any(one.start == statement.start for one in statement.areas):
        return False
    every = (rows_named(statement, series) for series in report.edition.evidence.series.values())
    return any(row.start == statement.start for rows in every for row in rows)
