"""Counts that the words announce: before a list or table, and of what the report itself has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.counted import counted_of, counts_things, leads_to_a_list
from reportgen.checks.report.reading.passage import Listing
from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_NEAR = 40  # characters before the colon, within which what is counted is announced
_AND = re.compile(r"\band\b")
_LAST = re.compile(r"\w\sand\s\w")  # the last two of what is listed
_BOTH = re.compile(r"\b[Bb]oth(?=\s(?!of\b)[a-z]+s\b)")


def problems(report: ReadReport) -> Iterator[Problem]:
    last: dict[int, Statement] = {}
    for statement in report.statements:
        last[id(statement.passage)] = statement
    for statement in report.statements:
        listing = statement.passage.listing if last[id(statement.passage)] is statement else None
        told = list(_before_a_list(report, statement, listing)) if listing else []
        yield from told or list(_of_the_report(report, statement)) or _before_its_own_list(statement)


def _before_a_list(report: ReadReport, statement: Statement, listing: Listing) -> Iterator[Problem]:
    if listing.kind == "figure" or not leads_to_a_list(statement):
        return
    announced = [
        one
        for one in statement.quantities
        if counts_things(statement, one) and not _counts_the_reports_own(report, statement, one)
    ]
    both = _BOTH.search(statement.text)
    if both and not announced and listing.count != 2:
        message = f"the words say “{both[0]}”, and the list that follows has {listing.count} items"
        yield Problem(
            "error", "count", message, statement.place(statement.start + both.start()), "Correct one of the two."
        )
    if not announced or any(one.value == listing.count for one in statement.quantities):
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


def _counts_the_reports_own(report: ReadReport, statement: Statement, one: Quantity) -> bool:
    """Ten measures tell how things stand, and the summary has them all: the list is of something else."""
    ends = statement.passage.text.rfind(":", one.end, statement.end)
    own = (
        counted_of(report.edition, statement, one)
        if statement.stretch(one.start) != statement.stretch(ends - 1)
        else None
    )
    return own is not None and one.value in own.numbers


def _before_its_own_list(statement: Statement) -> Iterator[Problem]:
    """Five barriers to being active: lack of time, cost, poor health and no place nearby."""
    colon = statement.passage.text.find(": ", statement.start, statement.end)
    near = [one for one in statement.quantities if colon - _NEAR < one.end <= colon and one.value < 10]
    announced = [one for one in near if one.bound is None and counts_things(statement, one)]
    items = statement.passage.text[colon + 2 : statement.end].rstrip(".").split(", ") if colon >= 0 else []
    if len(items) < 2 or not announced or not _LAST.search(items[-1]) or not all(map(_is_an_item, items)):
        return
    joined = [len(_AND.findall(one)) for one in items]
    least, most = len(items) + 1, len(items) + sum(joined)
    one = announced[-1]
    if not least <= one.value <= most and not any(least <= other.value <= most for other in statement.quantities):
        message = f"the words say “{one.text}”, and name {least} behind the colon"
        yield Problem(
            "error", "count", message, statement.place(one.start), "Correct the number, or complete the list."
        )


def _is_an_item(words: str) -> bool:
    return len(words.split()) <= 8 and not any(sign.isdigit() for sign in words)


def _of_the_report(report: ReadReport, statement: Statement) -> Iterator[Problem]:
    for one in statement.quantities:
        if one.bound is not None or one.unit != "number" or one.value != int(one.value) or one.hedge:
            continue
        counted = counted_of(report.edition, statement, one)
        if counted is not None and one.value not in counted.numbers and counted.whole:
            numbers = " or ".join(str(number) for number in sorted(counted.numbers))
            message = f"the words say “{one.text}”, and the report has {numbers} {counted.noun} ({counted.where})"
            yield Problem("error", "count", message, statement.place(one.start), "Correct the number.")
