"""Percentages that cannot be: a share above 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.rules.values import contradicted
from reportgen.numbers import parse
from reportgen.problems import Place, Problem

_PERCENT = re.compile(r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?)\s?(?:%|per cent)")
_GROWTH = re.compile(
    r"\b(?:ris\w+|rose|gr[eo]w\w*|growth|increas\w*|up|more|higher|gain\w*|above|chang\w*|jump\w*|climb\w*|returns?"
    r"|budget\w*|planned|forecast\w*|expected|scheduled|allotted|surg\w*|soar\w*|target\w*|capacity|occupan\w*|ratio|index|(?:built|designed|made|meant)\sfor)\b",
    re.IGNORECASE,
)
# Of its level in 2020, of the national average, of the poverty line: that may be above 100%. Of the tenants it is not.
_OF_A_LEVEL = re.compile(
    r"\sof\s(?:what|where|its|their|the|an?|normal|last|pre|those|that|[A-Z£][\w’'-]*|(?:19|20)\d\d)\b"
)
_OF_MANY = re.compile(
    r"\sof\s(?:all\s)?(?:the|those|its|their|[A-Z][a-z]+[’']s?)\s(?:[a-z’'-]+\s){0,2}?(?!(?:costs|prices|needs|levels|rates|values|wages"
    r"|earnings|emissions|means|averages|incomes|sales|revenues|figures|limits|targets|standards|is|was|has|this)\b)[a-z-]+s"
    r"(?=[.,;:)]|\s(?:in|of|on|at|to|with|who|that|which|are|were|was|have|had|said|say|told|feel|felt)\b|$)"
)
# Applications came to 140% of the places: one number of things set against another, and no part of it.
_SET_AGAINST = re.compile(
    r"(?!.*\b(?:share|proportion|percentage|part|rate)\b)[A-Z][^,;:.]*[a-z]\s(?:(?:now|already|together|even)\s)?"
    r"(?:(?:c[ao]mes?|amount(?:s|ed)?)\sto|equal(?:s|led)?|(?:is|are|was|were)\s(?:equal|equivalent)\sto)\s(?:[a-z]+\s){0,2}$"
)
_SHARE = re.compile(r"\b(?:share|proportion|percentage)\s(?:of|who|that|for|with|in|on)\b|%\sof\b", re.IGNORECASE)


def problems(report: ReadReport) -> Iterator[Problem]:
    told = {(id(one.statement), one.quantity.start) for one in contradicted(report)}
    for statement in report.statements:
        yield from _in_words(statement, [at for known, at in told if known == id(statement)])
    for series in report.edition.evidence.series.values():
        for row, places in zip(series.rows, series.places, strict=True):
            for heading, cell, place in zip(series.columns, row, places, strict=True):
                if _SHARE.search(heading) and _above_whole(cell):
                    yield _problem(cell, place)


def _in_words(statement: Statement, told: list[int]) -> Iterator[Problem]:
    text = statement.passage.text
    if statement.passage.kind == "cell" and _PERCENT.fullmatch(text.strip()):
        return  # whether of a whole its column's head would say
    for found in _PERCENT.finditer(text, statement.start, statement.end):
        if Decimal(found[1].replace(",", "")) <= 100 or found.start() in told or _GROWTH.search(statement.text):
            continue
        if re.match(r"\sof\s", text[found.end() :]) and _SET_AGAINST.match(text[statement.start : found.start()]):
            continue
        if _OF_A_LEVEL.match(text, found.end()) and not _OF_MANY.match(text, found.end()):
            continue
        if not any(bound.start <= found.start() < bound.end for bound in statement.passage.bound):
            yield _problem(found[0], statement.place(found.start()))


def _above_whole(cell: str) -> bool:
    try:
        return parse(cell.strip(), "percent") > 100
    except ValueError:
        return False


def _problem(said: str, place: Place) -> Problem:
    message = f"the words say “{said}”: a share cannot be more than 100%"
    hint = "Check the figure; growth of more than 100% is best worded as growth."
    return Problem("error", "percentage-over-100", message, place, hint)
