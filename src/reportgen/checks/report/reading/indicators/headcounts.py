"""Absolute gaps as the words tell them: 63,300 fewer adults would …, 32 more homes would need to, or 5,200 jobs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.checks.report.intervals import Interval, counted, typed
from reportgen.checks.report.reading.comparing.matches import would_match
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.indicators.denials import is_denied
from reportgen.checks.report.reading.indicators.headcount_ties import MORE, HeadcountTies
from reportgen.checks.report.reading.likeness import likeness
from reportgen.checks.report.reading.numbers.behind import NOUNS
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import Range
from reportgen.checks.report.reading.roles import role
from reportgen.checks.report.reading.sentences import stems_in, words
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator
from reportgen.numbers import EXACT, rounded, show_count

if TYPE_CHECKING:
    from reportgen.checks.report.reading.report import ReadReport

_MORE_BEHIND = re.compile(rf"\s(?:{MORE})\b(?!\sor\sless)")
_MORE_BEFORE = re.compile(rf"\b(?:(?:an?\s)?(?:{MORE})|another)\s$", re.IGNORECASE)
_TO_MATCH = re.compile(
    r"\b(?:match(?:ing)?|reach(?:ing)?|meet(?:ing)?|equal(?:ling)?|catch\sup\swith|draw\slevel\swith|(?:come|get)\s(?:up|down)\sto|close\sthe\sgap)\b",
    re.IGNORECASE,
)
_WOULD = re.compile(r"(?:\s[\w’'-]+){1,6}?\swould\s(?:(?:be|have|still)\s){0,2}(?:in\s)?")
_STILL = stems_in("also then now still")
_WOULD_HAVE_TO = re.compile(r"(?:\s[\w’'-]+){1,8}?\swould\s(?:have|need)\sto\b")
_EQUALS = re.compile(
    r"\b(?:equivalent\sto|equates?\sto|equal\sto|amounts?\sto|corresponds?\sto|translates?\s(?:in)?to|gap\sof|shortfall\sof|short\sof"
    r"|surplus\sof|excess\sof|lack\sof|deficit\sof|difference\sof|represents|means|(?:which|that|this)\sis)\s$"
)
_OR = re.compile(r"(?:,?\sor\s|\s\(|:\s|,\s(?:that\sis|i\.e\.|or)\s)$")
_OF_A_TIME = re.compile(
    r"\b(?:than\s(?:in|it\swas\sin|they\swere\sin)\s(?:19|20)\d\d|than\s(?:a|the)\s(?:year|decade)|years?\s(?:ago|earlier|before)|since"
    r"|last\syear|previous\w*|each\syear\sto|by\s20\d\d)\b"
)
_PLANNED = re.compile(
    r"\b(?:targets?|aims?|plans?|planned|goals?|ambitions?|pledges?d?|forecasts?|expect\w*|project(?:ed|ions?)|hopes?|wants?|will|funds?"
    r"|funded|pays?\sfor|not|never|n[’']t)\b"
)
_TO_LEVEL = re.compile(
    r"\b(?:match\w*|level|averages?|catch\sup|gap|shortfall|deficit|surplus|parity|short\sof|than\s(?:(?:there|it|they)\s)?would)\b"
)
_MATCHED = re.compile(
    r"\b(?:than|match(?:ed|ing)?|reach(?:ed|ing)?|meet(?:ing)?|met|equal(?:led|ling)?|to|at|on|as|with|for|of|in|like|over|against|above|below|behind|the|that\sfor)\s(?:the\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Headcount:
    """A typed absolute gap. `expected`: what it may be, to each of the areas that it may be measured to."""

    statement: Statement
    quantity: Quantity
    indicator: Indicator
    expected: tuple[Datum, ...]
    possible: tuple[Range, ...]  # of each, with the rounding of the percentages that it was computed from
    turned: str = ""  # the word that says more where the words of the gap statement say fewer

    @property
    def agrees(self) -> bool:
        return any(self.quantity.possible.meets(one.range) for one in self.expected)

    @property
    def may_be(self) -> bool:
        return any(self.quantity.possible.meets(one) for one in self.possible)


def headcounts(report: ReadReport) -> Iterator[Headcount]:
    ties = HeadcountTies(report)
    for statement in report.statements:
        if _OF_A_TIME.search(statement.text) or _PLANNED.search(statement.text):
            continue
        for one in statement.quantities:
            if _may_be_one(statement, one):
                yield from _told(report, ties, statement, one)


def _told(report: ReadReport, ties: HeadcountTies, statement: Statement, one: Quantity) -> Iterator[Headcount]:
    """What a figure counts by its words; where they leave it open, by a slip of what only one indicator has."""
    fitting = ties.counting(statement, one)
    named, worded = ties.named(statement, one, fitting), ties.worded(statement, fitting)
    if worded is not None and named in (worded, None):
        turned = ties.turned(statement, one, report.findings[worded.id].statement)
        yield from (replace(found, turned=turned) for found in _headcount(report, statement, one, worded))
        return
    if named is not None:
        if not _is_of_a_part(report, statement, one, named):
            found = list(_headcount(report, statement, one, named))
            yield from (replace(each, turned=_turned(report, ties, each)) for each in found)
        return
    if not report.meanings.subjects(statement):
        every = [found for each in fitting for found in _headcount(report, statement, one, each)]
        alike = [found for found in every if likeness(one, found.expected[0]) > 1]
        yield from alike if len(alike) == 1 and not any(found.agrees for found in every) else ()


def _turned(report: ReadReport, ties: HeadcountTies, one: Headcount) -> str:
    """More, where at the other's rate fewer would: 28,140 more of them would drive to work; not: would stop driving."""
    behind = _WOULD.match(one.statement.after(one.quantity.end, 80))
    home, rivals = report.data.home, _rivals(report, one.statement, one.quantity, one.indicator)
    if behind is None or len(rivals) != 1 or is_denied(one.statement.text) or is_denied(one.indicator.name):
        return ""
    begins = one.quantity.end + behind.end()
    does = next((word for at, word in one.statement.stems if at >= begins and word not in _STILL), "")
    period = report.data.current(one.indicator)
    ours, theirs = (report.data.value(one.indicator, area, period) for area in (home, rivals[0]))
    own = report.meanings.stems_of(one.indicator) - stems_in(one.indicator.counted)
    if does not in own or ours is None or theirs is None or not would_match(one.statement):
        return ""
    return ties.turned(one.statement, one.quantity, "more" if ours.value > theirs.value else "fewer")


def _may_be_one(statement: Statement, one: Quantity) -> bool:
    if one.bound is not None or one.unit not in ("number", "gbp") or one.value != int(one.value):
        return False
    start = one.begin
    before, after = statement.before(start), statement.after(one.end)
    nouns = NOUNS.match(after)
    behind_nouns = nouns is not None and re.search(rf"\s(?:{MORE}|too\s(?:few|many)|short)$", nouns[0]) is not None
    more = behind_nouns or _MORE_BEHIND.match(after) or _MORE_BEFORE.search(before)
    more = more or (_TO_MATCH.search(statement.text) and _WOULD_HAVE_TO.match(after))
    equals = _EQUALS.search(before) and not _share_before(statement, one)
    return bool(more or equals or (_OR.search(before) and _points_before(statement, one)))


def _share_before(statement: Statement, one: Quantity) -> bool:
    """Whether a share stands before it, so that these are those whose share it is: 58%, which is 22 of the 38."""
    earlier = [other for other in statement.quantities if other.end <= one.start]
    return bool(earlier) and earlier[-1].unit == "percent" and role(statement, earlier[-1]) == "value"


def _points_before(statement: Statement, one: Quantity) -> bool:
    """Whether a gap in points stands right before it: 3 percentage points above, or 63,300 adults."""
    earlier = [other for other in statement.quantities if other.end <= one.start]
    return bool(earlier) and earlier[-1].unit == "points"


def _headcount(report: ReadReport, statement: Statement, one: Quantity, indicator: Indicator) -> Iterator[Headcount]:
    if statement.is_quoted(one.start) or report.data.is_other_time(statement, indicator):
        return
    rivals = _rivals(report, statement, one, indicator)
    found = [each for rival in rivals if (each := _expected(report, indicator, rival)) is not None]
    if found and len(found) == len(rivals):
        yield Headcount(statement, one, indicator, tuple(each for each, _ in found), tuple(each for _, each in found))


def _is_of_a_part(report: ReadReport, statement: Statement, one: Quantity, indicator: Indicator) -> bool:
    """Whether another word stands before what is counted (young adults), or the indicator is told of a part."""
    nouns = NOUNS.match(statement.after(one.end))
    known = report.meanings.stems_of(indicator)
    counted_at = [at for at, word in words(nouns[0]) if word in stems_in(indicator.counted)] if nouns else []
    before = stems_in(nouns[0][: counted_at[0]]) if nouns and counted_at else frozenset()
    told = next((at for at, word in statement.stems if word in known), one.start)
    return bool(before - known - stems_in(MORE)) or report.meanings.is_narrowed(statement, told, indicator)


def _rivals(report: ReadReport, statement: Statement, one: Quantity, indicator: Indicator) -> tuple[str, ...]:
    """The areas that the report's own is set against; none where it is another that is set against something."""
    home = report.data.home
    named = [area for area in statement.areas if area.area != home]
    if any(not area.area for area in named):
        return ()
    if named and named[0] is statement.areas[0] and not _MATCHED.search(statement.before(named[0].start, 16)):
        return ()
    start = one.begin
    before = statement.before(start)
    if not named and not (_TO_LEVEL.search(statement.text) or _EQUALS.search(before) or _OR.search(before)):
        return ()  # 2,300 more: than what?
    return tuple(dict.fromkeys(area.area for area in named)) or indicator.comparators[:1]


def _expected(report: ReadReport, indicator: Indicator, rival: str) -> tuple[Datum, Range] | None:
    period = report.data.current(indicator)
    ours = report.data.observed(indicator, report.data.home, period)
    theirs = report.data.observed(indicator, rival, period)
    if ours is None or theirs is None or ours.value is None or theirs.value is None:
        return None
    label = f"the absolute gap of “{indicator.id}” ({indicator.counted}) to {report.areas.called(rival)}"
    published = theirs.gap_count
    if published is not None:
        span = counted(published)
        exact = Range(span.low, span.high, True)
        return Datum(label, published, exact, show_count(published), theirs.place, indicator.id), exact
    if indicator.unit != "percent" or ours.base is None:
        return None
    gap, base = typed(ours.value).minus(typed(theirs.value)).size(), counted(ours.base)
    difference = EXACT.subtract(ours.value, theirs.value).copy_abs()
    count = rounded(EXACT.multiply(difference, ours.base).scaleb(-2, EXACT), 0)
    half = Decimal("0.5")
    exact = Range(count - half, count + half, True)
    return Datum(label, count, exact, show_count(count), ours.place, indicator.id), _of(gap, base)


def _of(percent: Interval, base: Interval) -> Range:
    least, most = EXACT.multiply(percent.low, base.low), EXACT.multiply(percent.high, base.high)
    return Range(least.scaleb(-2, EXACT), most.scaleb(-2, EXACT), True)
