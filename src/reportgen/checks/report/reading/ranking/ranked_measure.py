"""Which measure the areas are put in order by, where words say highest, worst or second."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.claims.spoken_of import speaks_of
from reportgen.checks.report.reading.comparing.placings import Placing
from reportgen.checks.report.reading.indicators.subjects import UNITS
from reportgen.checks.report.reading.ranking.orders import orders
from reportgen.checks.report.reading.ranking.other_orders import is_another_order
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator, Unit

_OF_PRICES = re.compile(r"(?:[\w-]+[\s-])?(?:dearest|cheapest|costliest|most\sexpensive)\b", re.IGNORECASE)
_BEST_OR_WORST = re.compile("best|worst", re.IGNORECASE)


def ranked_measure(report: ReadReport, statement: Statement, placing: Placing, area: str) -> Indicator | None:
    """What is put in order, where that is sure, real, of now, and the whole of what is measured."""
    at = placing.start
    indicator = _named(report, statement, placing, area)
    if indicator is None or is_another_order(report, statement, placing, indicator):
        return None
    if report.data.is_other_time(statement, indicator):
        return None
    if statement.is_unreal(at, indicator.name) or statement.is_quoted(at):
        return None
    best_or_worst = _BEST_OR_WORST.search(statement.passage.text[at : placing.end])
    if best_or_worst or not report.meanings.is_narrowed(statement, at, indicator):
        return indicator
    return indicator if _is_measured_in(report, statement, placing, indicator, area) else None


def _is_measured_in(
    report: ReadReport, statement: Statement, placing: Placing, indicator: Indicator, area: str
) -> bool:
    """Whether a figure behind shows what is meant: rarest in Kent, where they make up 1.5% of homes."""
    if not report.meanings.is_told(statement, placing.start, indicator) or not speaks_of(report, statement, indicator):
        return False
    told = [one for one in report.claims_of(statement) if one.agrees and one.quantity.form == "digits"]
    return any(one.area == area and one.sure and one.quantity.start > placing.end for one in told)


def _named(report: ReadReport, statement: Statement, placing: Placing, area: str) -> Indicator | None:
    """The indicator that is surely meant; where nothing is near, the only one that the sentence names."""
    units: tuple[Unit, ...] = ("gbp",) if _OF_PRICES.match(statement.passage.text, placing.start) else UNITS
    subject = report.meanings.subject(statement, placing.start, units)
    every = report.meanings.subjects(statement)
    found = every[0] if subject is None and len(every) == 1 else None
    if subject is not None and subject.sure:
        found = subject.indicator
    if found is not None and (
        orders(report.data, statement, placing, area, found) or not any(each.area for each in statement.areas)
    ):
        return found
    indicators = report.edition.evidence.indicators.values()
    having = [one for one in indicators if one.unit in units and orders(report.data, statement, placing, area, one)]
    begin, end = statement.stretch(placing.start)
    return report.meanings.only_of(having, statement.told(begin, end)) if len(having) < len(indicators) else found
