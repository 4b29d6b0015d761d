"""Highest, lowest, best, worst, second: words against the order that the values give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.comparisons import Sense, holds
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.number_words import CARDINAL, ORDINALS, cardinal
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator
from reportgen.problems import Problem

_SENSES: dict[Sense, str] = {
    "more": r"highest|largest|greatest|widest|most|biggest|longest|dearest",
    "less": r"lowest|smallest|fewest|least|narrowest|shortest|cheapest",
    "better": r"best|strongest|healthiest",
    "worse": r"worst|weakest|poorest",
}
_SUPERLATIVE = re.compile(
    rf"\b(?:(?P<rank>{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))[\s-])?(?:"
    + "|".join(rf"(?P<{sense}>{words})" for sense, words in _SENSES.items())
    + r")\b(?!\s(?:of\sall\s)?(?:important|likely|recent|common))(?<!at least)(?<!at most)(?<!at best)(?<!at worst)",
    re.IGNORECASE,
)
_PLACED = re.compile(
    rf"\b(?:comes?|came|ranks?|ranked|placed|stands?|finish\w*)\s(?P<rank>{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))\b(?!\s(?:to|in\sline))",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(
    rf"\b(?:of|among|in|out\sof)\s(?:the|all(?:\sthe)?|our|these)\s({CARDINAL}|\d+)"
    r"(?=\s(?:areas|regions|places|authorities|councils|counties|districts|boroughs|cities|nations|compared|in\sthis)\b|[.,;:)]|$)",
    re.IGNORECASE,
)
_OVER_TIME = re.compile(r"\b(?:since|ever|on\srecord|in\s(?:a|\w+)\s(?:decade|years)|for\s(?:\w+\s)?years|year)\b")
_OF_A_DIFFERENCE = re.compile(
    r"\b(?:leads?(?=\sover|\son|\sis)|gaps?|differences?|rise|fall|drop|increase|decrease|change|improvement|margin)\b"
)
_SET_AGAINST = re.compile(r"\b(?:than|above|below|behind|of|against|with|from|as|to|over|on)\s(?:the\s)?$")
_ONE_OF = re.compile(
    r"\b(?:one|some|two|three|many)\sof\s[^.,]{0,20}$|\bamong(?:st)?\s(?:the\s)?(?:[a-z]+\s)?$", re.IGNORECASE
)
_RIGHT_BEHIND = re.compile(r"\s(?:in|for|at|is|was)\s(?:that\sof\s)?")


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        for found in _SUPERLATIVE.finditer(statement.passage.text, statement.start, statement.end):
            sense = next(sense for sense in _SENSES if found[sense])
            yield from _problem(report, statement, found, sense)
        for found in _PLACED.finditer(statement.passage.text, statement.start, statement.end):
            yield from _problem(report, statement, found, "better")


def _problem(report: ReadReport, statement: Statement, found: re.Match[str], sense: Sense) -> Iterator[Problem]:
    at = found.start()
    if any(area.start <= at < area.end for area in statement.areas):
        return  # the average of the most similar forces
    subject = report.meanings.subject(statement, at)
    if subject is None or not subject.sure:
        return
    indicator = subject.indicator
    start, end = statement.stretch(at)
    if _OF_A_DIFFERENCE.search(statement.passage.text, start, end) or _SET_AGAINST.search(statement.before(at, 14)):
        return
    if _OVER_TIME.search(statement.text) or _ONE_OF.search(statement.before(at, 40)):
        return
    if any(period != report.data.current(indicator) for _, period in statement.periods):
        return
    if statement.is_unreal(at, indicator.name) or statement.is_quoted(at):
        return
    if report.meanings.is_narrowed(statement, at, indicator) and not re.search("best|worst", found[0], re.IGNORECASE):
        return
    area = _area(report, statement, found)
    values = {one: report.data.value(indicator, one) for one in report.data.areas_of(indicator)}
    known = {one: datum for one, datum in values.items() if datum is not None}
    if area not in known or len(known) < 2:
        return
    rank = _rank(found)
    ahead = [one for one, datum in known.items() if _is_ahead(datum, known[area], sense, indicator)]
    every = _OF_SO_MANY.search(statement.text)
    is_whole = every is not None and cardinal(every[1]) == len(known)
    if len(ahead) < rank and not (is_whole and len(ahead) + 1 < rank):
        return
    leader = ahead[0] if ahead else next(one for one in known if one != area)
    message = (
        f"the words say “{found[0]}”, the data say {known[area].shown} for {area} and {known[leader].shown} for "
        f"{report.areas.called(leader)} (“{indicator.id}”, {known[leader].place}): {area} comes "
        f"{_place(len(ahead))} in that order"
    )
    yield Problem("error", "rank", message, statement.place(at), "Correct the rank, or name the areas that are meant.")


def _rank(found: re.Match[str]) -> int:
    word = (found["rank"] or "first").lower()
    return ORDINALS[word] if word in ORDINALS else int(word[:-2])


def _area(report: ReadReport, statement: Statement, found: re.Match[str]) -> str:
    """Whose rank it is: the area right behind the word, else the one named last before it, else behind, else home."""
    text, at = statement.passage.text, found.start()
    beside = [one for one in statement.areas if _RIGHT_BEHIND.fullmatch(text, found.end(), one.start) and one.area]
    begin = statement.stretch(at)[0] if _SUPERLATIVE.search(text, statement.start, at) else statement.start
    ahead = [one for one in statement.areas if begin <= one.start and one.end <= at and one.area]
    named = [one for one in ahead if not _SET_AGAINST.search(statement.before(one.start, 10))]
    behind = re.compile(r"[^,;.]*?\b(?:in|is|of|has)\s")
    after = [one for one in statement.areas if one.start > at and behind.fullmatch(text, at, one.start) and one.area]
    nearest = [*beside[:1], *named[-1:], *after[:1]]
    return nearest[0].area if nearest else report.data.home


def _is_ahead(one: Datum, other: Datum, sense: Sense, indicator: Indicator) -> bool:
    if one.value == other.value:
        return False
    more = one.value > other.value
    return holds(sense, more, indicator.better == "higher")


def _place(ahead: int) -> str:
    words = list(ORDINALS)
    return words[ahead] if ahead < len(words) else f"behind {ahead} others"
