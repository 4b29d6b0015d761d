"""What modifies the noun that a sentence begins with: who come by coach, guests from abroad, on remote beaches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.indicators.kinship import COMMON
from reportgen.checks.report.reading.statements import Statement

_WHO = re.compile(
    r"(?:(?:The|A|An|Those|Every)\s)?(?P<noun>[A-Za-z][a-z-]+)(?:\s[a-z-]+){0,3}?\s"
    r"(?P<who>who|which|that)\s(?P<told>[^,;:£\d]+)"
)
_SAYING = re.compile(
    r"(?:show|find|found|say|said|mean|meant|suggest|estimate|report|reveal|know|see|fact|evidence|confirm|tell|told|so|such|it|is|was)\w*",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:(?:On|In|At|For)\s)?(?:(?:The|A|All|Most|Many|Some)\s)?(?:[A-Za-z][a-z-]+\s)?(?P<noun>[A-Za-z][a-z-]+)\s(?:from|with|without|near|(?:in|on|at|under)(?=\s(?:the|our|a|an)\s))\s"
    r"(?:(?:the|a|an|our|their|no)\s)?(?P<told>[a-z][a-z-]+|\d+[a-z]+\s[a-z]+)"
)
_SOURCES = re.compile(
    r"(?:data|figures?|numbers?|statistics|results?|evidence|estimates?|compared|starting|along|down|up|away|far)",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r"(?:Of\s)?(?P<noun>[A-Z][a-z]+s|[Pp]eople|[Cc]hildren)\sof\s(?P<told>[a-z][a-z-]+)(?=\s[a-z])")
_ASPECT = re.compile(r"(?:The\s|Its\s|Our\s)?(?P<told>[A-Za-z-]+)\s(?:of|for)\s(?:the\s|our\s)?(?P<noun>[a-z-]+)")
_EXTENTS = re.compile(
    r"(?:share|rate|level|proportion|percentage|number|prevalence|incidence|rise|fall|drop|increase|decrease|growth|decline|use|lack|shortage"
    r"|loss|spread|amount|volume|cost|price|quality|all|most|many|some|half|none|one|two|three|four|five|score|value|figure|rating|take-up|uptake|gap|lead|coverage|supply|availability|length)s?",
    re.IGNORECASE,
)
_ON = re.compile(r"(?:On|In|At)\s(?:(?:the|our|some|most|many|all)\s)?(?P<told>[a-z-]+)\s(?P<noun>[a-z-]+)")


def modifiers(statement: Statement, at: int, known: frozenset[str]) -> Iterator[frozenset[str]]:
    """The words of each that stands beside the noun with which a sentence begins. `known`: those of the measure."""
    text, start = statement.passage.text, statement.start
    who, behind = _WHO.match(text, start, at), _FROM.match(text, start, at)
    if who and not _says_something(text[start : who.start("who")]) and not _is_told_anew(statement, who, at, known):
        yield statement.told(*who.span("told"))
    if behind and not _SOURCES.fullmatch(behind["noun"]) and not _is_told_anew(statement, behind, at, known):
        yield statement.told(*behind.span("told"))
    of, aspect, on = _OF_WHAT.match(text, start, at), _ASPECT.match(text, start, at), _ON.match(text, start, at)
    if of and statement.told(*of.span("noun")) & known - COMMON:
        yield statement.told(*of.span("told"))  # crimes of rape
    if aspect and not _EXTENTS.fullmatch(aspect["told"]) and statement.told(*aspect.span("noun")) & known - COMMON:
        yield statement.told(*aspect.span("told"))  # the initiation of breastfeeding
    if on and statement.told(*on.span("noun")) & known:
        yield statement.told(*on.span("told"))


def _says_something(opening: str) -> bool:
    """The survey shows that …: that is no part of it."""
    return _SAYING.fullmatch(opening.split()[-1]) is not None


def _is_told_anew(statement: Statement, found: re.Match[str], at: int, known: frozenset[str]) -> bool:
    """Drains that overflow are a nuisance: 33 in every 10,000 …: what is measured is told behind the colon."""
    colon = statement.passage.text.find(":", found.end(), at)
    return colon >= 0 and len(statement.told(colon, statement.stretch(at)[1]) & known) > 1
