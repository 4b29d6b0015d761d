"""Counts that the words announce: before a list or table, and of what the report itself has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.checks.report.reading.claims.counted import counted_of
from reportgen.checks.report.reading.numbers.announced import counts_things, leads_to_a_list
from reportgen.checks.report.reading.numbers.number_words import CARDINAL
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.passage import Listing
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_LONG = 12  # words of an item
_NEAR = 60  # characters before the colon, within which what is counted is announced
_AND = re.compile(r"\band\b")
_LAST = re.compile(r"(?:\w\s|^)and\s\w")  # the last two of what is listed, or the last
_OPENS = re.compile(r":\s|\s[–—]\s|,\snamely\s|\s\(")
_TELLS = re.compile(
    rf"(?<!\bthat\s)(?<!\bwhich\s)(?<!\bwho\s)\b(?:is|are|was|were|has|have|had)\b|^(?:and\s)?(?:{CARDINAL})\b|\band\s(?:{CARDINAL})\b",
    re.IGNORECASE,
)
_THESE = re.compile(r"(?:All\s(?:of\s)?)?(?:[Tt]hese|[Tt]hose)\s")
_LISTS = re.compile(
    r"(?:The|This)\s(?:table|list)(?:\s(?:above|below))?\s(?:lists|names|sets\sout|has|holds|gives)\s(?:the\s|all\s)?"
)
_ARE_BELOW = re.compile(r"\s(?:listed\s|named\s|shown\s|set\sout\s)?below\b")
_THE = re.compile(r"\b(?:[Tt]he|[Tt]hese)\s$")
_NOUN = re.compile(r"(?:\s(?!of\b|in\b|and\b|per\b|more\b|fewer\b|other\b)[a-z-]+){0,2}?\s(?P<noun>[a-z-]+s)\b")
_OF_OTHERS = re.compile(
    r"\b(?:another|further|formerly|once|used\sto|last\syear|years?\s(?:before|ago|earlier)|in\sthe\spast|may|might|could|would|should)\b",
    re.IGNORECASE,
)
_SUMS = re.compile(r"(?:total|all|other|the\srest)\b", re.IGNORECASE)
_BOTH = re.compile(r"\b[Bb]oth(?=\s(?!of\b)[a-z]+s\b)")


def problems(report: ReadReport) -> Iterator[Problem]:
    last: dict[int, Statement] = {}
    for statement in report.statements:
        last[id(statement.passage)] = statement
    for statement in report.statements:
        listing = statement.passage.listing if last[id(statement.passage)] is statement else None
        told = list(_before_a_list(report, statement, listing)) if listing else []
        yield from (
            told
            or (list(_before_its_table(statement, listing)) if listing else [])
            or list(_of_the_report(report, statement, listing))
            or list(_before_its_own_list(statement))
            or _beside_a_list(statement)
        )


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


def _before_its_table(statement: Statement, listing: Listing) -> Iterator[Problem]:
    """We spent it on five programmes, right before a table of four, headed Programme; the four below are three.

    Fewer may be some of them, and many more those of which the table has the first: one more is a slip.
    """
    of_others = _OF_OTHERS.search(statement.text) is not None
    if listing.kind == "figure" or any(_SUMS.match(one) for one in listing.items):
        return
    numbers = {one.value for one in statement.quantities}
    for one in statement.quantities:
        if one.bound is not None or one.hedge or one.unit != "number" or one.value == listing.count:
            continue
        are_below = _ARE_BELOW.match(statement.after(one.end)) and _THE.search(statement.before(one.start))
        is_slip = listing.count > 1 and one.value == listing.count + 1 and listing.count not in numbers
        is_headed = is_slip and not of_others and _is_headed(statement, one, listing)
        if are_below or (is_headed and counts_things(statement, one)):
            items = "items" if listing.kind == "list" else "rows"
            message = f"the words say “{one.text}”, and the {listing.kind} that follows has {listing.count} {items}"
            hint = f"Correct the number, or complete the {listing.kind}."
            yield Problem("error", "count", message, statement.place(one.start), hint)
            return


def _is_headed(statement: Statement, one: Quantity, listing: Listing) -> bool:
    """Whether what a number counts is called as the first column is."""
    noun = _NOUN.match(statement.after(one.end, 60))
    head = stems_in(listing.head)
    return noun is not None and bool(head) and stems_in(noun["noun"]) == head


def _counts_the_reports_own(report: ReadReport, statement: Statement, one: Quantity) -> bool:
    """Ten measures tell how things stand, and the summary has them all: the list is of something else."""
    colon = statement.passage.text.rfind(":", one.end, statement.end)
    announces = statement.stretch((statement.end if colon < 0 else colon) - 1)
    own = counted_of(report.edition, statement, one) if statement.stretch(one.start) != announces else None
    return own is not None and one.value in own.numbers


def _is_a_fact(report: ReadReport, statement: Statement, one: Quantity) -> bool:
    """Seven tasks compared: a fact has so many, and two of its words stand right behind the figure."""
    said = stems_in(" ".join(statement.after(one.end, 50).split()[:4]))
    facts = (fact for fact in report.edition.evidence.facts.values() if fact.value == one.value)
    return any(len(said & stems_in(f"{fact.id.replace('-', ' ')} {fact.note}")) > 1 for fact in facts)


def _before_its_own_list(statement: Statement) -> Iterator[Problem]:
    """Five barriers to being active: lack of time, cost, poor health and no place nearby; three members (A and B)."""
    for opens in _OPENS.finditer(statement.passage.text, statement.start, statement.end):
        near = [
            one for one in statement.quantities if opens.start() - _NEAR < one.end <= opens.start() and one.value < 10
        ]
        announced = [one for one in near if one.bound is None and counts_things(statement, one)]
        items = _items(statement, opens) if announced else []
        if (
            not items
            or (len(items) < 2 and opens[0] not in (": ", ", namely "))
            or not _LAST.search(items[-1])
            or not all(map(_is_an_item, items))
        ):
            continue
        least, most = _number_of(items)
        one = announced[-1]
        if not least <= one.value <= most and not any(least <= other.value <= most for other in statement.quantities):
            message = f"the words say “{one.text}”, and name {least} behind it"
            hint = "Correct the number, or complete the list."
            yield Problem("error", "count", message, statement.place(one.start), hint)
            return


def _items(statement: Statement, opens: re.Match[str]) -> list[str]:
    """What a list within a sentence holds: until its end, that of the brackets, or the second dash."""
    rest = statement.passage.text[opens.end() : statement.end]
    if opens[0] == " (":
        rest = rest.partition(")")[0]
    elif opens[0].strip() in ("–", "—"):
        rest = re.split(r"\s[–—]\s", rest)[0]
    return rest.rstrip(".").split(", ")


def _number_of(items: Sequence[str]) -> tuple[int, int]:
    """The fewest and the most that these may be: “bed and breakfast” is one or two; an “and” after a comma joins."""
    if len(items) == 1:
        return (2, 2) if len(_AND.findall(items[0])) == 1 else (0, 99)
    joined = [len(_AND.findall(one)) for one in items]
    begins = items[-1].startswith("and ")
    return len(items) + (0 if begins else 1), len(items) + sum(joined) - (1 if begins else 0)


def _beside_a_list(statement: Statement) -> Iterator[Problem]:
    """These four courthouses, right behind a list of three; the table lists four wings."""
    shown = [
        one for one in (statement.passage.above, statement.passage.listing) if one and one.kind in ("list", "table")
    ]
    for one in statement.quantities:
        if not shown or one.bound is not None or not counts_things(statement, one):
            continue
        opening = statement.passage.text[statement.start : one.start]
        behind = statement.passage.above is not None and not statement.number and _THESE.fullmatch(opening)
        told = next((each for each in shown if _LISTS.fullmatch(opening) and each.kind in opening), None)
        listing = statement.passage.above if behind else told
        if listing is not None and listing.kind != "figure" and listing.count not in (0, one.value):
            items = "items" if listing.kind == "list" else "rows"
            message = f"the words say “{one.text}”, and the {listing.kind} has {listing.count} {items}"
            hint = f"Correct the number, or complete the {listing.kind}."
            yield Problem("error", "count", message, statement.place(one.start), hint)
            return


def _is_an_item(words: str) -> bool:
    """Whether words are the name of one thing: no sentence, and no number of things."""
    short = len(words.split()) <= _LONG and not any(sign.isdigit() for sign in words)
    return short and not _TELLS.search(words)


def _of_the_report(report: ReadReport, statement: Statement, listing: Listing | None) -> Iterator[Problem]:
    for one in statement.quantities:
        if listing and listing.count == one.value and leads_to_a_list(statement):
            continue  # these three measures are those of the list
        if one.bound is not None or one.unit != "number" or one.value != int(one.value) or one.hedge:
            continue
        counted = counted_of(report.edition, statement, one)
        if counted is None or one.value in counted.numbers or not counted.whole:
            continue
        if not _is_a_fact(report, statement, one):
            numbers = " or ".join(str(number) for number in sorted(counted.numbers))
            message = f"the words say “{one.text}”, and the report has {numbers} {counted.noun} ({counted.where})"
            yield Problem("error", "count", message, statement.place(one.start), "Correct the number.")
