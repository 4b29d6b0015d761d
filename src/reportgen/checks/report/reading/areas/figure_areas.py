"""The area that a figure is of, as named right behind it or before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.checks.report.reading.areas.named import Named
from reportgen.checks.report.reading.areas.named_together import excepted, rows
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.statements import Statement

_COMPARED = re.compile(
    r"\b(?:above|below|under|over|ahead|behind|higher|lower|better|worse|more|fewer|less|exceeds?|beats?|compar(?:e|es|ing))\b"
)
_RIVAL = re.compile(
    r"\b(?:than(?:\s(?:those|that|the\s[a-z]+))?(?:\s(?:in|for|of|across|at|among|amongst))?|(?:above|below|under|behind|ahead\sof|exceeds?|beats?|trails?|lags?|overtaken|overtook|passed)(?:\s(?:those|that|the\s[a-z]+)\s(?:in|for|of|across))?)\s(?:our\s|its\s)?$"
)
_AGAINST = re.compile(r"(?:\s[a-z0-9,]+){0,6}?,?\s(?:against|compared\s(?:with|to)|versus|vs\.?|to)\s(?=[£\d])")
_HAVE = re.compile(
    r"(?:\s(?!and\b|but\b|than\b|from\b|to\b)[a-z]+){0,3},?(?:\s(?:have|had|with|at|are|were|on|of))?\s(?:\()?"
)
_AND = re.compile(r"(?:,\s(?:and\s)?|\sand\s)")
_ONE_MORE = re.compile(r",?\sand\s|,\s")
_AT_FIRST = re.compile(r"(?:At|With)\s(?:[a-z]+\s)*$")
_BESIDE = re.compile(
    r"(?:\sdo(?:es)?|\sas\sa\swhole)?(?:[’']s)?(?:\s(?:average|rate|figure|level|share|value))?(?:,(?!\sat\b))?\s?(?:which\s)?(?:of|at|with|where(?:\s[a-z]+){0,3}|is|was|stands\sat|stood\sat|has|had|\()?\s?"
)


class FigureAreas:
    def __init__(self, home: str) -> None:
        self._home = home

    def of(self, statement: Statement, one: Quantity) -> tuple[Named | None, bool]:
        """The area that a figure is of, as named right behind it or before it. None: the report's own, unsaid.

        The second: whether a figure before it was of another area, so that nobody can be sure.
        """
        taken: Named | None = None
        set_against = [area for area in statement.areas if _RIVAL.search(statement.before(area.start, 24))]
        for number, other in enumerate(statement.quantities):
            found = (
                _paired(statement, other)
                or self._behind(statement, other)
                or self._ahead(statement, other, taken)
                or _owner(statement, other)
            )
            found = found or _in_their_order(statement, number, set_against)
            if other is one and found is not None and found.area in excepted(statement):
                return None, True  # all the districts but Harrowby have more than 10%
            if other is one and found is not None and found.text == "there":
                return self._there(statement, found), False
            if other is one:
                doubtful = found is None and taken is not None and taken.area != self._home
                return found, doubtful
            taken = found or taken
        return None, False

    def _there(self, statement: Statement, there: Named) -> Named:
        """The one place besides the report's own that the words before have named; itself, unknown, where none is."""
        named = {area.area: area for area in statement.areas if area.end <= there.start}
        named.pop(self._home, None)
        return next(iter(named.values())) if len(named) == 1 else there

    def _behind(self, statement: Statement, one: Quantity) -> Named | None:
        """An area named right behind a figure, before its clause ends: 34% of lakes in England."""
        following = [other.start for other in statement.quantities if other.start > one.start]
        until = min([statement.clause(one.end - 1)[1], *following])
        words = statement.passage.text[one.end : until]
        compared = _COMPARED.search(words)
        limit = one.end + compared.start() if compared else until
        return next((area for area in statement.areas if one.end <= area.start < limit), None)

    def _ahead(self, statement: Statement, one: Quantity, taken: Named | None) -> Named | None:
        """The last area named before a figure, behind the figure before that: in England it is 34%."""
        earlier = [other.end for other in statement.quantities if other.end <= one.start]
        begin = max([statement.start, *earlier])
        ahead = [area for area in statement.areas if begin <= area.start < one.start]
        named = [area for area in ahead if area is not taken or self._is_beside(statement, area, one)]
        last = named[-1] if named else None
        if last and _RIVAL.search(statement.before(last.start, 24)) and not self._is_beside(statement, last, one):
            return named[-2] if len(named) > 1 else None
        return last

    def _is_beside(self, statement: Statement, area: Named, one: Quantity) -> bool:
        """England's 34%, the average of 34%: what an area is set against may have its figure right behind it.

        Not so England's, with 34% against 36%: the second of these is England's.
        """
        if _AGAINST.match(statement.after(one.end, 40)):
            return False
        start = one.begin
        return _BESIDE.fullmatch(statement.passage.text, area.end, start) is not None


def _paired(statement: Statement, one: Quantity) -> Named | None:
    """Kent and Surrey, with 10 and 8: of so many areas in a row, and as many figures, each has its own."""
    figures = _run(statement, one)
    ahead = [row for row in rows(statement) if row.end <= figures[0].start]
    if len(figures) < 2 or not ahead or len(ahead[-1].areas) != len(figures):
        return None
    row, begins = ahead[-1], figures[0].begin
    if not _HAVE.fullmatch(statement.passage.text, row.end, begins):
        return None
    named = [area for area in statement.areas if row.start <= area.start < row.end]
    return named[figures.index(one)] if len(named) == len(figures) else None


def _run(statement: Statement, one: Quantity) -> list[Quantity]:
    """The figures that are told one after the other, with nothing between them: 10, 8 and 6."""
    run: list[Quantity] = []
    for other in statement.quantities:
        if run and not _AND.fullmatch(statement.passage.text, run[-1].end, other.start):
            if one in run:
                break
            run = []
        run.append(other)
    return run if one in run else [one]


def _owner(statement: Statement, one: Quantity) -> Named | None:
    """At 88%, the county is ahead: the area that the sentence is about, right behind a figure that opens it."""
    if not _AT_FIRST.fullmatch(statement.passage.text, statement.start, one.start):
        return None
    end = statement.clause(one.end - 1)[1]
    return next((area for area in statement.areas if statement.passage.text[end : area.start] == ", "), None)


def _in_their_order(statement: Statement, number: int, rivals: Sequence[Named]) -> Named | None:
    """Lower than in England: 11% against 13%. Lower than here, higher than there: against 13% and 9%, in this order.

    An area without a name where the words before name another number of them.
    """
    every, first, last = statement.quantities, number, number
    while first and _is_one_more(statement, every[first - 1], every[first]):
        first -= 1
    while last + 1 < len(every) and _is_one_more(statement, every[last], every[last + 1]):
        last += 1
    before = [area for area in rivals if area.end <= every[first].start]
    if not first or not before or not _AGAINST.match(statement.after(every[first - 1].end, 40)):
        return None
    if first == last:
        return before[-1]
    at = every[number].start
    return before[number - first] if len(before) == last - first + 1 else Named(at, at, "", "")


def _is_one_more(statement: Statement, one: Quantity, other: Quantity) -> bool:
    start = other.begin
    return one.unit == other.unit and _ONE_MORE.fullmatch(statement.passage.text, one.end, start) is not None
