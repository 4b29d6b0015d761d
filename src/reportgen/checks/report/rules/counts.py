"""Counts that the words announce: before a list or table, and of what the report itself has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.counted import counted_of
from reportgen.checks.report.reading.passage import Listing, Passage
from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_NOUN = re.compile(
    r"(?:\s(?!of\b|per\b|in\b|and\b|to\b)[A-Za-z][\w’'-]*){0,4}?\s(?P<noun>[a-z][\w-]*s)\b", re.IGNORECASE
)
_NO_ITEMS = re.compile(
    r"years|months|weeks|days|hours|minutes|times|decades|percentages?|points|is|was|has|as|this|its|people|pounds|pages"
)
_ANNOUNCES = re.compile(r":\s*$|\b(?:following|below|as\sfollows|listed)\b", re.IGNORECASE)
_BOTH = re.compile(r"\b[Bb]oth(?=\s(?!of\b)[a-z]+s\b)")
_PART_OF = re.compile(r"^\s(?:of|in)\s(?:the|these|those|its|our|every|all)\b")


def problems(report: ReadReport) -> Iterator[Problem]:
    last: dict[int, Statement] = {}
    for statement in report.statements:
        last[id(statement.passage)] = statement
    for statement in report.statements:
        listing = statement.passage.listing if last[id(statement.passage)] is statement else None
        told = list(_before_a_list(statement, statement.passage, listing)) if listing else []
        yield from told or _of_the_report(report, statement)


def _before_a_list(statement: Statement, passage: Passage, listing: Listing) -> Iterator[Problem]:
    if listing.kind == "figure" or not _ANNOUNCES.search(passage.text[statement.start :]):
        return
    announced = [one for one in statement.quantities if _announces(statement, one)]
    both = _BOTH.search(statement.text)
    if both and not announced and listing.count != 2:
        message = f"the words say “{both[0]}”, and the list that follows has {listing.count} items"
        yield Problem(
            "error", "count", message, statement.place(statement.start + both.start()), "Correct one of the two."
        )
    if not announced or any(one.value == listing.count for one in announced):
        return
    one = announced[-1]
    what = "list" if listing.kind == "list" else "table"
    items = "items" if listing.kind == "list" else "rows"
    message = f"the words say “{one.text}”, and the {what} that follows has {listing.count} {items}"
    if one.bound is not None:
        message = (
            f"the {what} has {listing.count} {items}, and the words before it announce “{one.text}”, from the data"
        )
    place = listing.place if one.bound is not None else statement.place(one.start)
    yield Problem("error", "count", message, place, f"Correct the number, or complete the {what}.")


def _announces(statement: Statement, one: Quantity) -> bool:
    """Whether a number counts things that a list could hold."""
    if one.unit != "number" or one.value != int(one.value) or not 2 <= one.value <= 60 or one.hedge:
        return False
    noun = _NOUN.match(statement.after(one.end, 80))
    return noun is not None and not _NO_ITEMS.fullmatch(noun["noun"]) and not _PART_OF.match(statement.after(one.end))


def _of_the_report(report: ReadReport, statement: Statement) -> Iterator[Problem]:
    for one in statement.quantities:
        if one.bound is not None or one.unit != "number" or one.value != int(one.value) or one.hedge:
            continue
        counted = counted_of(report.edition, statement, one)
        if counted is not None and one.value not in counted.numbers and counted.whole:
            numbers = " or ".join(str(number) for number in sorted(counted.numbers))
            message = f"the words say “{one.text}”, and the report has {numbers} {counted.noun} ({counted.where})"
            yield Problem("error", "count", message, statement.place(one.start), "Correct the number.")
