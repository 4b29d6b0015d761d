"""Figures typed in the words against facts.csv and the cells of series."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from reportgen.checks.report.reading.claims.counted import counted_of
from reportgen.checks.report.reading.claims.quoted import Quote
from reportgen.checks.report.reading.likeness import is_wide_of, likeness
from reportgen.checks.report.reading.numbers.number_words import cardinal
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import exactly
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_TOGETHER = re.compile(r"\b(?:between\sthem|together|combined|jointly)\b", re.IGNORECASE)
_NEARER, _SHARED, _HALF, _MANY = 1.3, 0.65, 0.5, 3
_DID = re.compile(r"\s(?:are|were|have|had|did|do|said|say|[a-z]+ed)\b")
_OUT_OF = re.compile(r"(?:\s[a-z-]+){0,2}?\s(?:out\s)?of\s(?:the\s|all\s|our\s|its\s)*")
_EACH = re.compile(
    r"\s(?:each|apiece|a\shead)\b|(?:\s[a-z-]+){1,3}?\s(?:each|apiece)(?=[.,;:)]|\s(?:on|in|at|and|with)\b|$)"
)
_OF_EACH = re.compile(r"(?:Each|Every)\s(?:one\s)?of\s(?!(?:the|all|our|these|those|its)?\s?\Z)[^,;.]*")
_OF_SO_MANY = re.compile(
    r"\b(?:of|among(?:st)?|in|across|for)\s(?:the|all|all\sthe|our|these|those)\s(?:other\s)?$", re.IGNORECASE
)


def problems(report: ReadReport) -> Iterator[Problem]:
    claimed = {
        (id(claim.statement), claim.quantity.start)
        for claim in report.claims
        if claim.sure or (claim.agrees and not is_wide_of(claim.quantity, claim.expected))
    }
    for statement in report.statements:
        for one in statement.quantities:
            if one.bound is not None or (id(statement), one.start) in claimed:
                continue
            problem = judged(report, statement, one)
            if problem:
                yield problem


def judged(report: ReadReport, statement: Statement, one: Quantity) -> Problem | None:
    """A problem where what the words surely quote says otherwise, and nothing that they may quote says so."""
    quotes = report.quotes.of(statement, one) if not _is_of_parts(statement, one) else []
    told = next((quote for quote in quotes if quote.sure), None) or next((one for one in quotes if one.likely), None)
    others = [quote for quote in quotes if quote is not told or told.agrees]
    if told is None or any(_excuses(quote, told) for quote in others) or statement.is_quoted(one.start):
        return None
    if any(_says(report, other, told) or _tells_too(report, other, told) for other in statement.quantities):
        return None
    counted = counted_of(report.edition, statement, one)
    if counted is not None and one.value in counted.numbers:
        return None  # as many rows as the table has to which the sentence refers
    if _is_so_many_of_so_many(report, one, told):
        return None
    if _adds_up(statement, one, told) or _is_share_of_two(statement, one) or is_sum_of_rows(statement, one, quotes):
        return None
    some = one.unit == "number" and one.value < told.datum.value and statement.text.startswith(("Of ", "Among "))
    if some and (not likeness(one, told.datum) or _DID.match(statement.after(one.end))):
        return None  # some of those that the data count
    if told.agrees:
        return _loose(told) if told.sure and is_wide_of(one, told.datum) else None
    return _wrong(told) if told.sure else _unsure(told)


def _excuses(other: Quote, told: Quote) -> bool:
    """Whether what else a figure may quote says so: not so a fact that shares but a word or two, or has no time."""
    is_fact, of_series = other.score > 0, told.score == 0
    by_chance = other.quantity.value.normalize().as_tuple().digits
    if told.sure and is_fact and len(by_chance) < _MANY and other.score < _HALF * told.score:
        return False  # a quarter, or fourth, of something that has but a word of the sentence
    if told.sure and _is_the_sibling(other, told):
        return False
    return other.agrees_exactly and not (is_fact and of_series and (other.score < _SHARED or not other.is_timely))


def _is_the_sibling(other: Quote, told: Quote) -> bool:
    """Whether both are called the same but for one word, and that of the told one is said, not the other's."""
    own, its = set(told.datum.subject.split("-")), set(other.datum.subject.split("-"))
    if not own & its or len(own - its) != 1 or len(its - own) != 1:
        return False
    said = {word for _, word in told.statement.stems}
    word, another = stems_in(" ".join(own - its)), stems_in(" ".join(its - own))
    return bool(word) and bool(another) and word <= said and another.isdisjoint(said)


def _is_of_parts(statement: Statement, one: Quantity) -> bool:
    """Whether a figure is what each of some has, or says of how many something is told: £16,000 each, of the four."""
    few = one.unit == "number" and one.form == "word" and _OF_SO_MANY.search(statement.before(one.start)) is not None
    head = _OF_EACH.fullmatch(statement.passage.text, statement.start, one.start)
    return few or head is not None or _EACH.match(statement.after(one.end)) is not None


def _adds_up(statement: Statement, one: Quantity, told: Quote) -> bool:
    """86 beds for children and 200 for adults, of 286."""
    others = [other.value for other in statement.quantities if other is not one and other.unit == one.unit]
    ends = [(at, until) for until in range(1, len(others) + 1) for at in range(until)]
    return any(one.value + sum(others[at:until]) == told.datum.value for at, until in ends)


def _is_so_many_of_so_many(report: ReadReport, one: Quantity, told: Quote) -> bool:
    """Six of every ten hours, where a fact has so many hours of ten."""
    many = re.match(r"[\w-]+(?=\s(?:in|of|out\sof)\b)", one.text)
    part = cardinal(many[0]) if many and one.form == "fraction" else None
    if many is None or part is None:
        return False
    few = replace(
        one, end=one.start + many.end(), text=many[0], unit="number", value=part, range=exactly(part), form="word"
    )
    quotes = report.quotes.of(told.statement, few)
    return any(each.agrees_exactly and each.score >= _HALF * told.score for each in quotes)


def _is_share_of_two(statement: Statement, one: Quantity) -> bool:
    """6,200 of the 18,650, a third of them: what part one figure before is of another."""
    before = [other for other in statement.quantities if other.end <= one.start and other.unit != "percent"]
    parts = (
        part.value * 100 / whole.value
        for part, whole in pairwise(before)
        if 0 < part.value < whole.value and _OUT_OF.fullmatch(statement.passage.text, part.end, whole.start)
    )
    return one.unit == "percent" and any(one.possible.meets(exactly(share)) for share in parts)


def is_sum_of_rows(statement: Statement, one: Quantity, quotes: Sequence[Quote]) -> bool:
    """Digital and construction courses had 2,100 starts between them: two rows, not the fact of all of them."""
    columns: dict[tuple[str, str], set[tuple[str, Decimal]]] = {}
    for quote in quotes:
        column, _, row = quote.datum.label.partition("” of “")
        if row:
            columns.setdefault((quote.datum.place.file, column), set()).add((row, quote.datum.value))
    together = _TOGETHER.search(statement.text) is not None
    return together and any(len(of) > 1 and sum(value for _, value in of) == one.value for of in columns.values())


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


def _said(quote: Quote) -> str:
    one = quote.quantity
    return quote.statement.passage.text[one.begin : one.end]


def _datum(quote: Quote) -> str:
    return f"{quote.datum.shown} ({quote.datum.label}, {quote.datum.place})"


def _tells_too(report: ReadReport, other: Quantity, quote: Quote) -> bool:
    """Whether another figure would tell the same: a sentence does not tell one thing twice, so that neither is sure."""
    if other.start == quote.quantity.start or other.bound is not None or other.unit != quote.quantity.unit:
        return False
    quotes = report.quotes.of(quote.statement, other)
    same = any(
        each.sure and each.datum.place == quote.datum.place and each.score * _NEARER >= quote.score for each in quotes
    )
    return same and not any(each.agrees_exactly for each in quotes)


def _says(report: ReadReport, other: Quantity, quote: Quote) -> bool:
    """Whether another figure of the sentence quotes the data, surely nothing else, and not the same more roughly."""
    if other.start == quote.quantity.start or other.unit != quote.quantity.unit:
        return False
    if other.form == "fraction" and quote.statement.is_alone(quote.quantity):
        return False
    if not other.range.meets(quote.exact or quote.datum.range):
        return False
    quotes = report.quotes.of(quote.statement, other) if other.bound is None else ()
    return not any(each.sure and each.agrees and each.datum.label != quote.datum.label for each in quotes)
