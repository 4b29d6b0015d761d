"""What a number counts of the rows of a table: of one that the words refer to, or of all that a place has."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.checks.report.reading.numbers.announced import NO_ITEMS
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.sentences import stem, stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Series
from reportgen.edition.settings import RESERVED

PART = re.compile(
    r"^\s?(?:of\b(?!\s(?:its|their|our)\sown\b|\s(?:this|the|our)\s(?:mission|report|chapter|roadmap|plan|strategy|county|city|region|area|district|borough|country"
    r"|town|island|authority|council|partnership|trust|board)\b)|that\b|which\b|whose\b|where\b|on\swhich|in\swhich|for\swhich|rated\b|behind\b|ahead\b|with\b(?!\s(?:one|two|three|four|five|six|seven|eight|nine|ten|\d))|have\b|where\b"
    r"|concern|about\b|on\b|deal|speak|are\s(?:rated|ahead|behind|better|worse|above|below|GREEN|AMBER|RED))"
)
_ALL_OF_THEM = re.compile(  # four kinds of crime that are counted: those of the table, all of them
    r"(?:\sof\s[a-z]+)?\s(?:that|which)\s(?:are|were)\s(?:counted|shown|listed|recorded|drawn|compared|given|measured)\b"
)
_IT_SHOWS = re.compile(
    r"^(?:The|This)\s(?:figure|chart|table)(?:\s(?:above|below))?\s(?:shows|compares|lists|sets\sout|names|has)\s(?:the\s|all\s)?$"
)
_ROWS = ("bars", "rows", "entries", "items")
_AREA = "county|city|region|area|district|borough|country|town|island|authority|council|partnership|trust|board|service"
_POSSESSED = re.compile(
    rf"(?:\b(?:[Tt]he|[Oo]ur|[Tt]his)\s(?:{_AREA})[’']s?|(?P<name>[A-Z][\w’'-]*(?:\s[A-Z][\w-]*)*[’']s?))\s$"
)
_NARROWER = re.compile(rf"{PART.pattern}|\s(?:by|near|in|at|under|over|without|for|outside|inside|along|from|to|who)\b")
_SETS_OUT = re.compile(r"\b(?:lists|sets\sout|names|presents)\sthe\s$")
_REST = re.compile(r"(?:other|the\srest|total|all|none|don[’']t\sknow|unknown)\w*\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts, the numbers that are right, and whether the words mean the whole of it."""

    noun: str
    numbers: frozenset[int]
    where: str
    whole: bool


def rows_counted(edition: Edition, statement: Statement, one: Quantity) -> Counted | None:
    """The rows that a number counts; None: it counts none."""
    return _shown(edition, statement, one) or _possessed(edition, statement, one)


def _shown(edition: Edition, statement: Statement, one: Quantity) -> Counted | None:
    """{{ ref("clinics") }} lists five districts: the rows of a series, called as the head of its first column is."""
    passage = statement.passage
    referred = [each.target for each in passage.references if statement.start <= each.start < statement.end]
    referred += [passage.section.figure] if passage.kind == "title" else _beside(statement, one)
    after = re.match(r"(?:\s(?!of\b)[a-z-]+){0,2}?\s([a-z-]+s)\b", statement.after(one.end, 60))
    if after is None or (passage.kind == "title" and NO_ITEMS.fullmatch(after[1])):
        return None
    for key in referred:
        shown = edition.settings.tables.get(key) or edition.settings.figures.get(key)
        series = edition.evidence.series.get(shown.data) if shown and isinstance(shown.data, str) else None
        head = stems_in(series.columns[0]) if series else frozenset()
        if series and ((stems_in(after[1]) and stems_in(after[1]) <= head) or after[1] in _ROWS):
            of_what = re.match(r"\sof\s([a-z]+)", statement.after(one.end + after.end(), 40))
            behind = statement.after(one.end + after.end(), 60)
            begins_part = None if _ALL_OF_THEM.match(behind) else PART.match(behind[:20])
            part = (
                None
                if of_what and stem(of_what[1]) in head
                else begins_part or re.match(r"\sof\b", statement.after(one.end))
            )
            wholly = part is None or _SETS_OUT.search(statement.before(one.start)) is not None
            whole = passage.kind == "title" or (wholly and key not in RESERVED)
            return Counted(after[1], _numbers_of(series), series.place.file, whole)
    return None


def _beside(statement: Statement, one: Quantity) -> list[str]:
    """The figure shows seven barriers: the one behind these words or before, or one referred to before."""
    told = _IT_SHOWS.search(statement.passage.text[statement.start : one.start])
    kind = "table" if told and "table" in told[0].lower() else "figure"
    beside = [statement.passage.listing, statement.passage.above] if told else []
    ids = {each.id for each in beside if each and each.kind == kind and each.id}
    before = [each.target for each in statement.passage.references if told and each.start < statement.start]
    return list(ids) if len(ids) == 1 else before


def _possessed(edition: Edition, statement: Statement, one: Quantity) -> Counted | None:
    """The county's six courthouses: the rows of a table of all courthouses that the county has."""
    owner = _POSSESSED.search(statement.before(one.start))
    noun = re.match(r"\s([a-z-]+s)\b", statement.after(one.end, 40))
    if (
        owner is None
        or noun is None
        or (owner["name"] and owner["name"].rstrip("s’'") != edition.settings.area.rstrip("s"))
    ):
        return None
    settings = edition.settings
    shown = [*(each.data for each in settings.tables.values()), *(each.data for each in settings.figures.values())]
    for data in shown:
        series = edition.evidence.series.get(data) if isinstance(data, str) else None
        if series and stems_in(noun[1]) and stems_in(noun[1]) == stems_in(series.columns[0]):
            behind = statement.after(one.end + noun.end(), 20)
            whole = not _NARROWER.match(behind) and not statement.sources
            return Counted(noun[1], _numbers_of(series), series.place.file, whole)
    return None


def numbers_headed(edition: Edition, noun: str) -> frozenset[int]:
    """How many rows the tables have that are headed so: four measures, each of a way to save heat."""
    headed = (one for one in edition.evidence.series.values() if stems_in(one.columns[0]) == stems_in(noun))
    return frozenset(number for one in headed for number in _numbers_of(one))


def _numbers_of(series: Series) -> frozenset[int]:
    """How many rows it may be said to have: with others and all, or without them."""
    named = {row[0] for row in series.rows}
    return frozenset({len(series.rows), len(named), sum(not _REST.match(name) for name in named)})
