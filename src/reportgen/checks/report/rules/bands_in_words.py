"""A sentence that says how wide an AMBER band is, or what ratings are judged against, says what is applied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.report.reading.indicators.definitions import explanations
from reportgen.checks.report.reading.indicators.ratings import NAMED_BAND, typed_ratings
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.rules.rule_in_words import HINT, band
from reportgen.edition.evidence import Indicator, Unit
from reportgen.findings import Rating
from reportgen.numbers import show_gap_in_words
from reportgen.problems import Problem

_UP_TO = re.compile(r"\b(?:up to|within|no more than|not more than|at most|a maximum of)\s(?:an?\s)?$", re.IGNORECASE)
_BEYOND = re.compile(r"\b(?:more than|over|beyond|exceed(?:s|ing)?)\s(?:an?\s)?$", re.IGNORECASE)
_NO_BAND = re.compile(r"\b(?:no|without an?)\samber\sband\b(?P<own>\sof\s(?:its|their)\sown)?", re.IGNORECASE)
_PAST = re.compile(r"\b(?:last|previous\w*|earlier|former\w*|used to|was|were|had|until|since)\b", re.IGNORECASE)
_JUDGED = re.compile(r"\b(?:judged|rated)\s(?:only\s)?(?:against|by comparison with)\s$", re.IGNORECASE)
_EVERY = re.compile(
    r"\b(?:ratings?|colours?|(?:all|every|each|the|our|these)\s(?:indicators?|measures?))\b", re.IGNORECASE
)
_QUANTITIES = {"percent": ("points", "percent"), "gbp": ("gbp",), "number": ("number",)}


def problems(report: ReadReport) -> Iterator[Problem]:
    defined = {(id(one.passage), one.start) for each in explanations(report) for one in each.definitions if one.width}
    for statement in report.statements:
        if statement.passage.kind not in ("paragraph", "item", "cell") or _PAST.search(statement.text):
            continue
        yield from _comparator(statement, report)
        if statement.explains_a_rating:
            own = _indicator(statement, report)
            within = any(
                passage == id(statement.passage) and statement.start <= start < statement.end
                for passage, start in defined
            )
            if not within or (own and own.unit != "percent"):  # else rule_in_words.py has judged it
                yield from _width(statement, own, report)


def _indicator(statement: Statement, report: ReadReport) -> Indicator | None:
    subject = report.meanings.subject(statement, statement.start)
    return subject.indicator if subject and subject.sure else None


def _width(statement: Statement, own: Indicator | None, report: ReadReport) -> Iterator[Problem]:
    within = own.amber_within or None if own else band(report)
    unit: Unit = own.unit if own else "percent"
    denied = _NO_BAND.search(statement.text)
    if own and within and denied and not (denied["own"] and within == band(report)):
        message = f"the words say that “{own.name}” has no amber band, and it is AMBER where worse by no more than "
        place = statement.place(statement.start)
        yield Problem("error", "rule-words", message + _shown(within, unit), place, HINT)
    said = [one for one in statement.quantities if one.unit in _QUANTITIES[unit] and not one.bound]
    said = [one for one in said if unit != "number" or _bounds(statement, one)]
    if len(said) == 1 and _contradicts(statement, said[0], within or Decimal(0)):
        reach = f"AMBER reaches to {_shown(within, unit)}" if within else "only what is level is AMBER"
        of = f" of “{own.name}”" if own else ""
        message = f"the words say “{said[0].text}”{of}, and {reach}, by {'indicators.csv' if own else 'report.yaml'}"
        yield Problem("error", "rule-words", message, statement.place(said[0].start), HINT)


def _bounds(statement: Statement, one: Quantity) -> bool:
    before = statement.before(one.start)
    return bool(_UP_TO.search(before) or _BEYOND.search(before))


def _contradicts(statement: Statement, one: Quantity, band: Decimal) -> bool:
    """Whether the width cannot be the band's; one that is said to bound AMBER or RED must be the band itself."""
    typed = typed_ratings(statement.passage.text, statement.passage.bound, statement.start, statement.end)
    ratings = {Rating(found[0].upper()) for found in typed}
    before = statement.before(one.start)
    if ratings <= {Rating.AMBER} and (_UP_TO.search(before) or NAMED_BAND.search(statement.text)):
        return one.value != band
    if ratings == {Rating.RED} and _BEYOND.search(before):
        return one.value != band
    if ratings == {Rating.AMBER} and not _bounds(statement, one):
        return one.value > band
    return ratings == {Rating.RED} and not _bounds(statement, one) and one.value <= band


def _comparator(statement: Statement, report: ReadReport) -> Iterator[Problem]:
    """What ratings are judged against is the first comparator: of the measure named, else of the report."""
    for named in statement.areas:
        if not named.area or not _JUDGED.search(statement.before(named.start)):
            continue
        begin, end = statement.stretch(named.start)
        if _EVERY.search(statement.passage.text[begin:end]):
            first, whose = report.edition.settings.comparators[0].area, "ratings are"
        elif own := _named_within(statement, begin, end, report):
            first, whose = own.comparators[0], f"“{own.name}” is"
        else:
            continue
        if named.area != first and any(area == first for _, area, _ in report.edition.evidence.observations):
            message = f"the words say “{named.text}”, and {whose} judged against {report.areas.called(first)}"
            yield Problem("error", "rule-words", message, statement.place(named.start), HINT)


def _named_within(statement: Statement, begin: int, end: int, report: ReadReport) -> Indicator | None:
    own = _indicator(statement, report)
    return own if own and report.meanings.stems_of(own) & statement.stems_within(begin, end) else None


def _shown(width: Decimal, unit: Unit) -> str:
    return show_gap_in_words(width.normalize(), unit, None)
