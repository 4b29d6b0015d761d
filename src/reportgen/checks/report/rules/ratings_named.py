"""The rating that a sentence gives one measure: it is short of the national average and is therefore rated AMBER."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.indicators.ratings import typed_ratings
from reportgen.checks.report.reading.numbers.how_many import HEAD
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.findings import Rating
from reportgen.problems import Problem

_IS = re.compile(
    r"\b(?:is|remains|stays|stands|makes\sit|rates\sit|comes\sout)\s(?:therefore|thus|so|hence|now|still|also|accordingly|once\smore)?\s?"
    r"(?:as\s|at\s)?(?:rated\s)?(?:as\s)?$"
)
_OTHERWISE = re.compile(
    r"\b(?:last\syear|year\sbefore|previous|earlier|ago|was|were|would|could|until|had|against\swhich|if|nationally|elsewhere)\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    rf"\b(?:{HEAD})\s(?:of\b|measures?\b|indicators?\b)|\b(?:measures|indicators|ratings|colours?)\b", re.IGNORECASE
)
_HINT = "Correct the rating, or take it from the data."


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        if statement.passage.kind in ("paragraph", "item"):
            yield from _judged(report, statement)


def _judged(report: ReadReport, statement: Statement) -> Iterator[Problem]:
    """What is wrong with the only rating of a sentence about one measure, of the report's own area, as it is now."""
    passage = statement.passage
    typed = typed_ratings(passage.text, passage.bound, statement.start, statement.end)
    if len(typed) != 1 or statement.sources or statement.explains_a_rating:
        return
    named = report.meanings.subjects(statement)
    if len(named) != 1:
        return
    at, finding = typed[0].start(), report.findings[named[0].id]
    if not _IS.search(statement.before(at)) or _OTHERWISE.search(statement.text) or _COUNTS.search(statement.text):
        return
    if any(period != finding.period for _, period in statement.periods) or _is_of_another(report, statement):
        return
    rating = Rating(typed[0][0].upper())
    told = report.meanings.is_told(statement, at, named[0])
    if rating is finding.rating or not (told and report.meanings.is_claim(statement, statement.start, named[0])):
        return
    message = (
        f"the words say “{typed[0][0]}”, and “{named[0].id}” is {finding.rating.value} "
        f"({finding.reason.partition(': ')[2] or finding.reason})"
    )
    yield Problem("error", "rating-words", message, statement.place(at), _HINT)


def _is_of_another(report: ReadReport, statement: Statement) -> bool:
    """Whether another area is what is rated, or what it is rated against, than the data rate by."""
    first = report.edition.settings.comparators[0].area if report.edition.settings.comparators else ""
    return any(one.area not in (report.data.home, first) for one in statement.areas)
