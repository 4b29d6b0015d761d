"""Areas that a sentence names one after the other: Kent and Surrey; England, Wales or Scotland; but for Kent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.report.reading.areas.groups import AREA_NOUN, is_group
from reportgen.checks.report.reading.kept import kept
from reportgen.checks.report.reading.numbers.how_many import MANY
from reportgen.checks.report.reading.statements import Statement

_LINK = re.compile(
    r"(?:,\s(?:(?:and|or|nor)\s)?|\s(?:and|or|nor)\s)"
    r"(?:(?:in|for|of|to)\s|(?:that|those)\s(?:of|for|in)\s|the\saverage\s(?:of|for)\s)?(?:the\s)?"
)
_EXCEPT = re.compile(
    r"\b(?:(?:except(?:ing)?(?:\sfor)?|apart\sfrom|other\sthan|save(?:\sfor)?|bar|leaving\saside"
    r"|with\sthe\sexception\sof)|(?:all|any|none|no\s[a-z]+|every\s?[a-z]+|any\s?where|nowhere|elsewhere|others?|areas?|regions?|places?|counc\w+"
    r"|authorit\w+|count(?:y|ies)|districts?|comparison|compared|boroughs?|cit(?:y|ies)|nations?|else|rest),?\sbut(?:\sfor)?)\s(?:in\s|for\s|the\s)?$",
    re.IGNORECASE,
)

_AMONG = re.compile(
    r"(?:Of|Among(?:st)?|Out\sof)\s(?:the\s)?"
    rf"(?:[^(),.;]{{3,40}}\s\(|(?:{MANY}\s)?(?:[a-z-]+\s)?{AREA_NOUN}(?:\s(?:of|in)\s(?:the\s)?[A-Z][\w\s]*)?(?:\sof|,|:|\s[–—])?\s(?:the\s)?)?",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:(?:Set|Put|Placed|Seen|Measured)\s(?:beside|against|alongside|next\sto)|(?:Beside|Alongside|Against|Compared\s(?:with|to)))"
    r"\s(?:both\s|those\s(?:of|in|for)\s)?(?:the\s)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """Areas named in a row, from `start` to `end`; one that the data do not know is empty."""

    start: int
    end: int
    areas: tuple[str, ...]


@kept
def rows(statement: Statement) -> Sequence[Row]:
    """The areas of a sentence as it links them, an area by itself a row of one."""
    return tuple(_rows(statement))


def _rows(statement: Statement) -> Iterator[Row]:
    row: list[str] = []
    start = end = -1
    for named in statement.areas:
        if row and named.area not in row and _LINK.fullmatch(statement.passage.text, end, named.start):
            row.append(named.area)
        else:
            if row:
                yield Row(start, end, tuple(row))
            row, start = [named.area], named.start
        end = named.end
    if row:
        yield Row(start, end, tuple(row))


@kept
def among(statement: Statement) -> frozenset[str]:
    """The areas that a sentence begins by choosing from: of Kent, Surrey and Essex, Kent has most. Empty: all."""
    first = next(iter(rows(statement)), None)
    chosen = (
        first is not None
        and len(first.areas) > 1
        and all(first.areas)
        and _AMONG.fullmatch(statement.passage.text, statement.start, first.start)
    )
    return frozenset(first.areas) if first is not None and chosen else frozenset()


@kept
def beside(statement: Statement) -> frozenset[str]:
    """The areas that a sentence sets another beside, to put it in order with them: beside England and Wales, Kent."""
    first = next(iter(rows(statement)), None)
    if (
        first is None
        or not all(first.areas)
        or not _BESIDE.fullmatch(statement.passage.text, statement.start, first.start)
    ):
        return frozenset()
    return frozenset(first.areas)


@kept
def listed_until(statement: Statement) -> int:
    """Where the areas end that a sentence begins by choosing from, or by setting another beside: its start for none."""
    opened = among(statement) | beside(statement)
    return rows(statement)[0].end if opened else statement.start


@kept
def excepted(statement: Statement) -> frozenset[str]:
    """The areas that a sentence leaves out of what it says: all but Kent and Surrey."""
    found = [row for row in rows(statement) if _EXCEPT.search(statement.before(row.start, 40))]
    return frozenset(area for row in found for area in row.areas)


def are_areas(statement: Statement, start: int, end: int) -> bool:
    """Whether a whole of which some are told is one of areas by name: the four cities Bath, Leeds and York."""
    named = [one for one in statement.areas if one.start < end and start < one.end]
    words = list(statement.passage.text[start:end])
    for one in named:
        words[max(0, one.start - start) : one.end - start] = " " * len(
            words[max(0, one.start - start) : one.end - start]
        )
    left = re.sub(r"\b(?:and|or)\b(?:\s(?:its|our)\b)?|,", " ", "".join(words)).strip()
    return bool(named) and (not left or is_group(left))
