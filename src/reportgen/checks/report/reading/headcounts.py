"""Absolute gaps as the words tell them: 63,300 fewer adults would …, 32 more homes would need to, or 5,200 jobs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.checks.report.intervals import Interval, counted, typed
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.kinship import COMMON
from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.ranges import Range
from reportgen.checks.report.reading.sentences import stems_in, words
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator
from reportgen.numbers import EXACT, rounded, show_count

if TYPE_CHECKING:
    from reportgen.checks.report.reading.report import ReadReport

_MORE = r"more|fewer|less|extra|additional|further"
_MORE_BEHIND = re.compile(rf"\s(?:{_MORE})\b(?!\sor\sless)")
_NOUNS = re.compile(
    r"(?:\s(?!and\b|or\b|but\b|in\b|by\b|since\b|for\b|than\b|against\b|to\b|per\b|on\b|at\b|from\b|would\b|could\b|who\b|with\b"
    r"|of\b|were\b|are\b|have\b|had\b|that\b)[A-Za-z’'-]+){1,5}"
)
_MORE_BEFORE = re.compile(rf"\b(?:(?:an?\s)?(?:{_MORE})|another)\s$", re.IGNORECASE)
_TO_MATCH = re.compile(
    r"\b(?:match(?:ing)?|reach(?:ing)?|meet(?:ing)?|equal(?:ling)?|catch\sup\swith|draw\slevel\swith|(?:come|get)\s(?:up|down)\sto|close\sthe\sgap)\b",
    re.IGNORECASE,
)
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
    r"\b(?:than|match(?:ed|ing)?|reach(?:ed|ing)?|meet(?:ing)?|met|equal(?:led|ling)?|to|at|on|as|with|for|of|in|like|against|above|below|behind|the|that\sfor)\s(?:the\s)?$",
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

    @property
    def agrees(self) -> bool:
        return any(self.quantity.possible.meets(one.range) for one in self.expected)

    @property
    def may_be(self) -> bool:
        return any(self.quantity.possible.meets(one) for one in self.possible)


def headcounts(report: ReadReport) -> Iterator[Headcount]:
    counting = [one for one in report.edition.evidence.indicators.values() if one.counted]
    for statement in report.statements if counting else ():
        if _OF_A_TIME.search(statement.text) or _PLANNED.search(statement.text):
            continue
        for one in statement.quantities:
            indicator = _indicator(report, statement, one, counting) if _may_be_one(statement, one) else None
            if indicator is not None and not _is_of_another_time(report, statement, indicator):
                yield from _headcount(report, statement, one, indicator)


def _may_be_one(statement: Statement, one: Quantity) -> bool:
    if one.bound is not None or one.unit != "number" or one.value != int(one.value):
        return False
    start = one.hedge_start if one.hedge_start >= 0 else one.start
    before, after = statement.before(start), statement.after(one.end)
    nouns = _NOUNS.match(after)
    behind_nouns = nouns is not None and re.search(rf"\s(?:{_MORE})$", nouns[0]) is not None
    more = behind_nouns or _MORE_BEHIND.match(after) or _MORE_BEFORE.search(before)
    more = more or (_TO_MATCH.search(statement.text) and _WOULD_HAVE_TO.match(after))
    return bool(more or _EQUALS.search(before) or (_OR.search(before) and _points_before(statement, one)))


def _points_before(statement: Statement, one: Quantity) -> bool:
    """Whether a gap in points stands right before it: 3 percentage points above, or 63,300 adults."""
    earlier = [other for other in statement.quantities if other.end <= one.start]
    return bool(earlier) and earlier[-1].unit == "points"


def _indicator(report: ReadReport, statement: Statement, one: Quantity, counting: list[Indicator]) -> Indicator | None:
    """The indicator whose people or things are counted, where the sentence, or the one before, is surely about it."""
    nouns = _NOUNS.match(statement.after(one.end))
    stems = stems_in(nouns[0]) if nouns else frozenset()
    fitting = {each.id: each for each in counting if stems_in(each.counted) and stems_in(each.counted) <= stems}
    subject = report.meanings.subject(statement, one.start)
    if subject is not None and subject.sure and subject.indicator.id in fitting:
        return subject.indicator
    named = [each for each in report.meanings.subjects(statement) if each.id in fitting]
    return named[0] if len(named) == 1 else _in_other_words(report, statement, list(fitting.values()))


def _in_other_words(report: ReadReport, statement: Statement, fitting: list[Indicator]) -> Indicator | None:
    """The only one of the chapter that counts these and has a telling word of the sentence, if it names no other."""
    said = statement.told(statement.start, statement.end) - COMMON
    mission = statement.passage.section.mission
    own = [each for each in fitting if each.mission == mission]
    sharing = [each for each in own if said & (report.meanings.stems_of(each) - stems_in(each.counted))]
    return sharing[0] if len(sharing) == 1 and not report.meanings.subjects(statement) else None


def _is_of_another_time(report: ReadReport, statement: Statement, indicator: Indicator) -> bool:
    return any(period != report.data.current(indicator) for _, period in statement.periods)


def _headcount(report: ReadReport, statement: Statement, one: Quantity, indicator: Indicator) -> Iterator[Headcount]:
    if _is_of_a_part(report, statement, one, indicator) or statement.is_quoted(one.start):
        return
    rivals = _rivals(report, statement, one, indicator)
    found = [each for rival in rivals if (each := _expected(report, indicator, rival)) is not None]
    if found and len(found) == len(rivals):
        yield Headcount(statement, one, indicator, tuple(each for each, _ in found), tuple(each for _, each in found))


def _is_of_a_part(report: ReadReport, statement: Statement, one: Quantity, indicator: Indicator) -> bool:
    """Whether another word stands before what is counted (young adults), or the indicator is told of a part."""
    nouns = _NOUNS.match(statement.after(one.end))
    known = report.meanings.stems_of(indicator)
    counted_at = [at for at, word in words(nouns[0]) if word in stems_in(indicator.counted)] if nouns else []
    before = stems_in(nouns[0][: counted_at[0]]) if nouns and counted_at else frozenset()
    told = next((at for at, word in statement.stems if word in known), one.start)
    return bool(before - known - stems_in(_MORE)) or report.meanings.is_narrowed(statement, told, indicator)


def _rivals(report: ReadReport, statement: Statement, one: Quantity, indicator: Indicator) -> tuple[str, ...]:
    """The areas that the report's own is set against; none where it is another that is set against something."""
    home = report.data.home
    named = [area for area in statement.areas if area.area != home]
    if any(not area.area for area in named):
        return ()
    if named and named[0] is statement.areas[0] and not _MATCHED.search(statement.before(named[0].start, 16)):
        return ()
    start = one.hedge_start if one.hedge_start >= 0 else one.start
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
