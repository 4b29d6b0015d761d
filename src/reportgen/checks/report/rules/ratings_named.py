"""The rating that a sentence gives a measure, or two: it is short of the average and is therefore rated AMBER."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.indicators.measures_listed import measures_before
from reportgen.checks.report.reading.indicators.missions_named import missions_named
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
_THE_ONLY = re.compile(
    r"\bthe\s(?:only|one|sole)\s(?:(?:measure|indicator|KPI|one|metric)(?:\sof\s(?:the\s[a-z]+|them))?(?:\s(?:that|which)\sis)?\s(?:rated\s|at\s)?"
    r"(?:GREEN|AMBER|RED)\b|(?:GREEN|AMBER|RED)\s(?:measure|indicator|KPI|one|rating|metric)\b)"
)
_REPORT = re.compile(r"\b(?:report|all\s(?:measures|indicators)|overall)\b")
_ARE = re.compile(r"\b(?:is|are|rated|both|each)\s(?:now\s|still\s|also\s|both\s|each\s|all\s|rated\s|at\s|on\s)*$")
_COUNTS = re.compile(
    rf"\b(?:{HEAD})\s(?:of\b|measures?\b|indicators?\b)|\b(?:measures|indicators|ratings|colours?)\b", re.IGNORECASE
)
_HINT = "Correct the rating, or take it from the data."


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        typed = typed_ratings(statement.passage.text, statement.passage.bound, statement.start, statement.end)
        if statement.passage.kind in ("paragraph", "item") and len(typed) == 1 and not statement.sources:
            yield from _only_one(report, statement, typed[0]) or _both(report, statement, typed[0])
            yield from _judged(report, statement)


def _only_one(report: ReadReport, statement: Statement, typed: re.Match[str]) -> list[Problem]:
    """Rent is the only RED measure: there is one, of the mission at hand or of all."""
    found = _THE_ONLY.search(statement.passage.text, statement.start, statement.end)
    if found is None or _OTHERWISE.search(statement.text) or statement.is_unreal(typed.start()):
        return []
    mission = "" if _REPORT.search(statement.text) else statement.passage.section.mission
    scopes = [
        [one for one in report.findings.values() if each in ("", one.indicator.mission)] for each in {mission, ""}
    ]
    rated = [[one for one in scope if one.rating is Rating(typed[0].upper())] for scope in scopes]
    if any(len(each) == 1 for each in rated) or (
        not mission and missions_named(report.edition.settings, statement.passage.text)
    ):
        return []
    names = ", ".join(f"“{one.indicator.id}”" for one in rated[0]) or "none"
    message = f"the words say “{found[0]}”, and it is so of {len(rated[0])} measures: {names}"
    return [Problem("error", "rating-words", message, statement.place(typed.start()), _HINT)]


def _both(report: ReadReport, statement: Statement, typed: re.Match[str]) -> list[Problem]:
    """Both rent and pay are GREEN; neither is."""
    none, named = measures_before(report.meanings, statement, typed.start())
    rating, findings = Rating(typed[0].upper()), [report.findings[one.id] for one in named if one is not None]
    if len(findings) < 2 or len(findings) < len(named) or not _ARE.search(statement.before(typed.start())):
        return []
    if _OTHERWISE.search(statement.text.replace(" were ", " ")) or _is_of_another(report, statement):
        return []
    wrong = next((one for one in findings if (one.rating is rating) == none), None)
    if wrong is None:
        return []
    of = "neither" if none else "both"
    message = f"the words say “{typed[0]}” of {of}, and “{wrong.indicator.id}” is {wrong.rating.value}"
    return [Problem("error", "rating-words", message, statement.place(typed.start()), _HINT)]


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
