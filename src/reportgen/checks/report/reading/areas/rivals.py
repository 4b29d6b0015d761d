"""Which area a gap or change is of, and which it is measured to."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.areas.named import Named
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator

_SET_AGAINST = re.compile(
    r"\b(?:than(?:\s(?:in|for|across|those\sin))?|as(?:\s(?:in|across|those\sin))?|[Ii]f|[Ww]ere|[Aa]t|above|below|behind|of|against|with|to|from|on|by|over|while|whereas|like|unlike|between|and"
    r"|match(?:es|ed|ing)?|equal|reach(?:es|ed)?|overtak\w+|pass(?:es|ed)?|beats?|exceeds?|trails?|lags?|leads?)\s$"
)
THAN_THERE = re.compile(  # more than the average GP in England
    r"\b(?:than|above|below|behind|ahead\sof|against)\s(?:(?:the|an?|average|typical)\s){1,3}(?:[\w-]+\s){1,3}?(?:in|of|for|across)\s(?:the\s)?$"
)
_THE_OTHER_ONE = re.compile(
    r"(?:\s[a-z]+){0,2}?\s(?:above|below|behind|ahead\sof|than)\s(?:in\s|for\s)?the\s(?:[a-z]+\sone|north|south|east|west|rest)\b"
)
_BESIDE = re.compile(r",\s|\s\(")  # our lead over England, three points, is narrower than that over London
_OVER = re.compile(
    r"\b(?:leads?|gaps?|margins?|distances?|differences?|shortfalls?|advantages?|that)\s(?:over|to|on|with|from|behind)\s$"
)  # our lead over England is three points, that over London five
_GOES_ON = re.compile(r"[,;]|\b(?:and|but|while)\b")
_AND_IN = re.compile(r"\b(?:and|but|while|whereas),?\s(?:in\s|across\s|that\sof\s)?(?:the\s)?$")
_STILL = re.compile(r"\s[a-z]+\s(?:still|yet|again)\b")
_BY = re.compile(r"\sby\s(?:[a-z]+\s){0,2}")


class Rivals:
    def __init__(self, home: str) -> None:
        self._home = home

    def compared(self, statement: Statement, one: Quantity) -> str:
        """Whose gap or change it is: the first area that the sentence names as a place, else the report's own."""
        if again := self._told_again(statement, one):
            return again
        for named in statement.areas:
            if named.start >= one.start or named == self._before_by(statement, one):
                break
            if (
                named.area
                and not _SET_AGAINST.search(statement.before(named.start, 16))
                and not THAN_THERE.search(statement.before(named.start))
            ):
                if named.area != self._home and self._is_about_home(statement, named):
                    continue
                return named.area
        return self._home

    def rival(self, statement: Statement, one: Quantity, indicator: Indicator) -> str:
        """The area that it is set against: named behind the figure, else before it, else the one rated against."""
        named = self.named(statement, one)
        if named:
            return named.area
        return indicator.comparators[0] if self.compared(statement, one) == self._home else self._home

    def named(self, statement: Statement, one: Quantity) -> Named | None:
        """The same where it is named."""
        own = self.compared(statement, one)
        trailed = self._before_by(statement, one)
        if trailed is not None:
            return trailed
        behind = [named for named in statement.areas if named.start >= one.end and named.area != own]
        ahead = [named for named in statement.areas if named.end <= one.start and named.area != own]
        start = one.begin
        closed = statement.after(one.end, 1) in (",", ")")
        beside = [named for named in ahead if closed and _BESIDE.fullmatch(statement.passage.text, named.end, start)]
        ends = statement.passage.text.find(";", one.end, statement.end)
        within = [named for named in behind if ends < 0 or named.start < ends]  # is 10 points; over England it is 48
        goes_on = not within or _GOES_ON.search(statement.passage.text, one.end, within[0].start)
        over = [named for named in ahead[-1:] if goes_on and _OVER.search(statement.before(named.start))]
        if not (beside or over or within) and _STILL.match(statement.passage.text, one.end, statement.end):
            return None  # well below England; Kent does half a point better still: than we do
        nearest = beside or over or within[:1] or ahead[-1:] or behind[:1]
        return nearest[0] if nearest else None

    def is_called_one(self, statement: Statement, one: Quantity) -> bool:
        """Whether it is only called one of its kind: three above the northern one, which is no area known."""
        called = _THE_OTHER_ONE.match(statement.passage.text, one.end, statement.end)
        return called is not None and all(not each.area or each.end != called.end() for each in statement.areas)

    def _told_again(self, statement: Statement, one: Quantity) -> str:
        """Here, where it fell there by so much, and here by the figure. Empty: nothing of the kind."""
        before = _right_before_by(statement, one)
        if before is None or not _AND_IN.search(statement.before(before.start, 24)):
            return ""
        earlier = [other for other in statement.quantities if other.end <= before.start]
        leads = any(_right_before_by(statement, other) for other in earlier)  # leads Kent by 2, and Surrey by 3
        return "" if leads else before.area

    def _before_by(self, statement: Statement, one: Quantity) -> Named | None:
        """England, where something leads England by the figure."""
        if self._told_again(statement, one):
            return None
        return _right_before_by(statement, one)

    def _is_about_home(self, statement: Statement, named: Named) -> bool:
        """Whether the report's own area is what the sentence is about, as it stands before this one."""
        return any(one.area == self._home and one.start < named.start for one in statement.areas)


def _right_before_by(statement: Statement, one: Quantity) -> Named | None:
    at = one.begin
    return next((each for each in statement.areas if _BY.fullmatch(statement.passage.text, each.end, at)), None)
