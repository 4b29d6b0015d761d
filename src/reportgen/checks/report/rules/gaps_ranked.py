"""Gaps of several measures put in order: fibre is where the lead is widest; the gap is wider on rent than on pay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator
from reportgen.problems import Problem

_GAP = re.compile(
    r"\b(?:(?P<lead>leads?|advantage)|(?P<lag>shortfall|deficit|lag)|(?P<gap>gaps?|differences?|distance|margin))\b"
    r"|\b(?P<furthest>furthest|farthest)\s(?:(?P<ahead>ahead|in\sfront)|(?P<behind>behind))\b"
)
_MOST = re.compile(
    r"\b(?:(?P<wide>widest|largest|biggest|greatest)|(?P<narrow>narrowest|smallest|slimmest|closest)|furthest|farthest)\b"
)
_SECOND = re.compile(r"\b(?:second|third|next)[\s-]$|\b(?:one|two|three|some|among)\s(?:of\s)?(?:the\s)?$")
_WIDER = re.compile(
    r"\b(?:(?P<wide>wider|larger|bigger|greater)|(?P<narrow>narrower|smaller))\s(?:for|on|in)\s(?P<one>[^,;.]+?)\sthan\s(?:it\sis\s)?(?:for|on|in)"
    r"\s(?P<other>[^,;.]+)"
)
_OVER_TIME = re.compile(
    r"\b(?:since|ever|record|years|(?:last|this|previous|past)\syear|a\syear|month|between\sthe|narrowed|widened|closed|grew|grown|opened|among|men|women|rich|poor)\b"
)
_HINT = "Correct the measure, or the word."


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        gap = _GAP.search(statement.lower, statement.start, statement.end)
        if gap is None or statement.periods or _OVER_TIME.search(statement.text) or statement.text.endswith("?"):
            continue
        if statement.is_unreal(gap.start()) or statement.is_quoted(gap.start()) or statement.sources:
            continue
        yield from _most(report, statement, gap)
        yield from _wider(report, statement, gap)


def _most(report: ReadReport, statement: Statement, gap: re.Match[str]) -> Iterator[Problem]:
    """The one measure that is named has the widest gap of all of its unit."""
    most = _MOST.search(statement.lower, statement.start, statement.end)
    named = report.meanings.subjects(statement)
    if most is None or len(named) != 1 or _SECOND.search(statement.before(most.start())):
        return
    own = _size(report, statement, named[0], gap)
    others = {one.id: _size(report, statement, one, gap) for one in _scope(report, statement, named[0])}
    narrow = most["narrow"] is not None
    beyond = [
        key for key, one in others.items() if own is not None and one is not None and _is_beyond(one, own, narrow)
    ]
    if beyond:
        yield _problem(report, statement, most, named[0], report.edition.evidence.indicators[beyond[0]])


def _wider(report: ReadReport, statement: Statement, gap: re.Match[str]) -> Iterator[Problem]:
    """The gap is wider for one measure than for another."""
    found = _WIDER.search(statement.lower, gap.end(), statement.end)
    if found is None:
        return
    one, other = (report.meanings.named_within(statement, *found.span(part)) for part in ("one", "other"))
    if one is None or other is None or one is other or one.unit != other.unit:
        return
    ours, theirs = (_size(report, statement, each, gap) for each in (one, other))
    narrow = found["narrow"] is not None
    if ours is not None and theirs is not None and (ours == theirs or _is_beyond(theirs, ours, narrow)):
        yield _problem(report, statement, found, one, other)


def _scope(report: ReadReport, statement: Statement, indicator: Indicator) -> Sequence[Indicator]:
    """All measures of its unit: of the mission whose chapter this is, else of those that the passage names, or all."""
    every = [one for one in report.edition.evidence.indicators.values() if one.unit == indicator.unit]
    mission = statement.passage.section.mission
    if mission and "report" not in statement.text:
        return [one for one in every if one.mission == mission] if mission == indicator.mission else []
    return [one for one in every if one is not indicator]


def _size(report: ReadReport, statement: Statement, indicator: Indicator, gap: re.Match[str]) -> Decimal | None:
    """How wide the gap is, to the area that is named, or to the one it is judged by; None: it is none of this kind."""
    named = {one.area for one in statement.areas} - {report.data.home}
    if "" in named or len(named) > 1:
        return None
    found = report.data.gap(indicator, report.data.home, named.pop() if named else indicator.comparators[0])
    if found is None:
        return None
    ahead = (found.value > 0) == (indicator.better == "higher")
    if ((gap["lead"] or gap["ahead"]) and not ahead) or ((gap["lag"] or gap["behind"]) and ahead):
        return None
    return abs(found.value)


def _is_beyond(one: Decimal, other: Decimal, narrow: bool) -> bool:
    return one < other if narrow else one > other


def _problem(
    report: ReadReport, statement: Statement, found: re.Match[str], one: Indicator, other: Indicator
) -> Problem:
    named = next((each.area for each in statement.areas if each.area != report.data.home), "")
    gaps = (report.data.gap(each, report.data.home, named or each.comparators[0]) for each in (one, other))
    shown = " and ".join(f"{each.shown} ({each.label}, {each.place})" for each in gaps if each)
    message = f"the words say “{statement.passage.text[found.start() : found.end()]}”, the data say {shown}"
    return Problem("error", "rank", message, statement.place(found.start()), _HINT)
