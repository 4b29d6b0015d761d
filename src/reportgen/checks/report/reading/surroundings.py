"""What stands around a figure: words by how near they are, and the periods and places that it is told of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.checks.report.reading.areas.groups import AREA_NOUN
from reportgen.checks.report.reading.numbers.number_words import CARDINAL, ORDINALS
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.statements import Statement, previous
from reportgen.checks.report.reading.times.figure_periods import period_behind

_POINTS_BACK = re.compile(
    r"(?:This|That|It|Its|They|Their|These|Those|Here|Between|Of\s(?:these|those|them)|The\s(?:same|latter|former))\b"
)
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]cross|[Ff]or|at|to|from|of|near)\s((?!Mission|Table|Figure)[A-Z][a-z]{2,}(?:\s[A-Z][a-z]+)*)\b"
)
_PLACE_AT_FIRST = re.compile(
    r"(?:(?:In|By|During)\s\d{4}[\d/–-]*,?\s)?"
    r"(?!(?:The|A|An|Our|Its|Their|Some|Most|Many|No|It|This|That|There|These|Those|They|We|He|She|Each|Every\w*|Nobody|Which|One|Both|All|None|So|Here|Who|Only|Neither|Not|More|Fewer|Even|Just)\b)"
    r"([A-Z][a-z]+(?:[\s-](?:[A-Z][a-z]+|upon|and|of|the))*)(?:(?:,\s[^,]*,)?\s(?:has|had)\s(?:£?\d|only|just|about|[^.;,]*\bits\b)|[’']s\s[A-Z]"
    r"|\s(?:saw|sees|counts|counted|records|recorded|tops|topped|spends|boasts|manages|managed)\s(?=£?\d|the\s|an?\s|only|just|about)"
    rf"|\salone\b|\s(?:comes?|came|ranks?|ranked|is|was|stands?|stood|finished)\s(?:[a-z]+\s)?(?:{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))\b"
    r"|\s(?:is|was|lies|stands|comes|ranks)\s[^.;,]*\b(?:behind|ahead\sof|above|below)\s(?:the\s)?[A-Z][^.;,]*\s(?:on|for)\s)"
)
_OF_SO_MANY = re.compile(r"[\w-]+\s(?!in\b|out\b)[A-Za-z-]+(?:\s[a-z-]+)*\sin\s[a-z\d]+$")  # one NHS post in five
_SHIFTED = re.compile(
    r"\b(?:(?:year|decade|month|quarter)s?\s(?:ago|earlier|before)|previously|earlier|formerly|once|used\sto|last\syear"
    r"|the\sprevious|in\sthe\spast|by\sthen|at\sthe\stime)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    rf"\b(?:in|over|within)\s(?:the\s)?(?:(?:last|past|previous|first|next|just|only|all)\s)*(?:{CARDINAL}|\d+)\s(?:years|months)\b",
    re.IGNORECASE,
)
_IN = re.compile(r"(?:In|By|During|Back\sin)\s")
_OPENS_BRACKET = re.compile(r"\((?:[a-z]+\s)*")
_PUT = re.compile(r"\b(?:puts?|ranks?|ranked|places?|placed)\s([A-Z][a-z]+(?:\s[A-Z][a-z]+)*)\s$")  # puts York second
_COMPARED = re.compile(rf"\b{AREA_NOUN}\s(?:of|in|across)\s(?:the\s)?$", re.IGNORECASE)  # among the regions of the UK
NEIGHBOURS = re.compile(rf"\b(?:[Nn]eighbouring|[Ss]urrounding|[Aa]djoining|[Aa]djacent|[Nn]earby)\s{AREA_NOUN}\b")
BEFORE = "before"  # a period that is told from another
YEARS = "years"  # several taken together


@dataclass(frozen=True, slots=True)
class Around:
    near: frozenset[str]  # the words from the figure before to the next one, within the larger clause
    here: frozenset[str]  # those of the sentence
    before: frozenset[str]  # those of the sentences before that it may point back to
    periods: frozenset[str]
    places: frozenset[str]

    @property
    def every(self) -> frozenset[str]:
        return self.near | self.here | self.before


class Surroundings:
    def __init__(self, every: Sequence[Statement]) -> None:
        self._every = every
        self._numbers = {_key(one): number for number, one in enumerate(every)}

    def of(self, statement: Statement, one: Quantity) -> Around:
        start, end = _segment(statement, one)
        return Around(
            _near(statement, one, start, end),
            stems_beside(statement, statement.start, statement.end),
            self._said_before(statement),
            _periods(statement, one, start, end),
            _places(statement, one, start, end),
        )

    def _said_before(self, statement: Statement) -> frozenset[str]:
        """The words of the sentence before, and of those that it points back to."""
        said: frozenset[str] = frozenset()
        before = previous(self._every, self._numbers[_key(statement)])
        while before is not None:
            said |= stems_beside(before, before.start, before.end)
            points_back = _POINTS_BACK.match(before.text)
            before = previous(self._every, self._numbers[_key(before)]) if points_back else None
        return said


def _key(statement: Statement) -> tuple[int, int]:
    """Where it stands: the same sentence asked without its notes has the same neighbours."""
    return id(statement.passage), statement.start


def stems_beside(statement: Statement, start: int, end: int) -> frozenset[str]:
    """The words of a stretch, without what stands in its figures."""
    figures = [(one.start, one.end) for one in statement.quantities if not _OF_SO_MANY.match(one.text)]
    every = [(at, word) for at, word in statement.stems if start <= at < end]
    return frozenset(word for at, word in every if not any(first <= at < last for first, last in figures))


def place_at_first(statement: Statement) -> str:
    """The name that a sentence begins with, where it is said to have something: Bristol has 7.9%. Empty: none."""
    found = _PLACE_AT_FIRST.match(statement.text)
    return found[1] if found else ""


def _near(statement: Statement, one: Quantity, start: int, end: int) -> frozenset[str]:
    """The words there; where a figure has but its time, or nothing, those of the one before: 1,240 in 2022."""
    near = stems_beside(statement, start, end)
    before = [other for other in statement.quantities if other.end <= one.start and other.unit == one.unit]
    dated = any(one.end <= at < end for at, _ in statement.periods)
    if near or not before or not (dated or statement.is_alone(one)):
        return near
    return _near(statement, before[-1], *_segment(statement, before[-1]))


def _segment(statement: Statement, one: Quantity) -> tuple[int, int]:
    """From the figure before, or the “and” behind it, to the next one."""
    start, end = statement.stretch(one.start)
    if _OPENS_BRACKET.fullmatch(statement.passage.text, start, one.start) and start > statement.start:
        start = statement.stretch(start - 1)[0]  # skilled staff second (31%): what stands in brackets is of that
    before = [other.end for other in statement.quantities if start < other.end <= one.start]
    if before:
        joined = re.search(r".*\band\s", statement.passage.text[before[-1] : one.start])
        start = before[-1] + (joined.end() if joined else 0)
    return start, min([end, *(other.start for other in statement.quantities if other.start >= one.end)])


def _opening(statement: Statement) -> int:
    """Where what a sentence opens with ends, if no figure is in it: In 2018, …"""
    end = statement.stretch(statement.start)[1]
    return statement.start if any(one.start < end for one in statement.quantities) else end


def _periods(statement: Statement, one: Quantity, start: int, end: int) -> frozenset[str]:
    """The period that is named right behind a figure, else those around it, or that the sentence opens with."""
    if behind := period_behind(statement, one):
        return frozenset([behind])
    opening, text = _opening(statement), statement.passage.text
    named = [period for at, period in statement.periods if start <= at < end or at < opening]
    if not named and statement.periods and _IN.fullmatch(text, statement.start, statement.periods[0][0]):
        named = [statement.periods[0][1]]  # In 2020 it was 8% here and 9% there
    shifted = any(_is_shifted(statement, *each) for each in ((start, end), (statement.start, opening)))
    spans = [found.start() for found in _YEARS.finditer(text, statement.start, statement.end)]
    together = any(start <= at < end or at < opening for at in spans)
    return frozenset([*named, *([BEFORE] if shifted else []), *([YEARS] if together else [])])


def _is_shifted(statement: Statement, start: int, end: int) -> bool:
    """Whether the words there tell of an earlier time, and it is not known of which."""
    known = [one for one in statement.shifts if one.period]
    found = _SHIFTED.finditer(statement.passage.text, start, end)
    return any(not any(one.start <= each.start() < one.end for one in known) for each in found)


def _places(statement: Statement, one: Quantity, start: int, end: int) -> frozenset[str]:
    """The areas and other places that are named there, or that the sentence opens with."""
    opening = _opening(statement)
    areas = [area for area in statement.areas if start <= area.start < end or area.start < opening]
    compared = [area for area in areas if _COMPARED.search(statement.before(area.start, 24))]
    areas = [area for area in areas if area not in compared]
    if any(other.start == end for other in statement.quantities):  # the region has 8% and the UK 9%
        joined = re.search(r".*\band\s", statement.passage.text[one.end : end])
        areas = [area for area in areas if joined is None or not one.end + joined.end() <= area.start < end]
    known = " ".join(area.text for area in (*areas, *compared))
    others = [found[1] for found in _PLACE.finditer(statement.passage.text, start, end)]
    if one.unit == "ordinal" and (put := _PUT.search(statement.before(one.start))):
        others.append(put[1])
    if not areas:
        others += (found[0] for found in NEIGHBOURS.finditer(statement.passage.text, start, one.start))
    first = _PLACE_AT_FIRST.match(statement.text)
    if first and start < statement.start + first.end():
        others.append(first[1])
    return frozenset([*(area.area for area in areas if area.area), *(one for one in others if one not in known)])
