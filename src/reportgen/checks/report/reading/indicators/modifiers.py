"""What words add to what is measured, so that they may speak of a part of it: the dearest place, guests from abroad."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.areas.groups import is_group
from reportgen.checks.report.reading.comparing.extremes import may_be_of_an_extreme
from reportgen.checks.report.reading.indicators.kinship import COMMON
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement

_ALONE = re.compile(
    r"(?<!living\s)(?<!lives\s)(?<!live\s)(?<!left\s)(?<!being\s)(?<!feel\s)(?<!let\s)(?<!\d\s)(?<!year\s)(?<!month\s)\balone\b"
    r"|\bon\s(?:its|their)\sown\b|\bby\s(?:itself|themselves)\b"
)
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
_OF_WHAT = re.compile(r"(?:Of\s)?(?P<noun>[A-Z][a-z]+s|[Pp]eople|[Cc]hildren)\sof\s(?P<told>[a-z][a-z-]+)(?=\s[a-z])")
_SOURCES = re.compile(
    r"(?:data|figures?|numbers?|statistics|results?|evidence|estimates?|compared|starting|along|down|up|away|far)",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"\b[Aa]mong(?:st)?\s(?:the\s|our\s|those\s)?(?P<told>(?!the\b|our\b|those\b|them\b|others\b)[a-z-]+(?:\s[a-z-]+)?)"
)
_RANKED = re.compile(r"(?:[a-z]+est|best|worst|most|least|top|bottom|leading|first|last)\b")
_SHARE_OF = re.compile(
    r"(?<=%)\sof\s(?:the\s|all\s|our\s)?[a-z-]+\s(?:in|at|on|with|without|from)\s(?:the\s|a\s|an\s|our\s)?(?P<told>[a-z-]+)"
)
_ON = re.compile(r"(?:On|In|At)\s(?:(?:the|our|some|most|many|all)\s)?(?P<told>[a-z-]+)\s(?P<noun>[a-z-]+)")
_RATIO = re.compile(r"\bratio\sof\s(?P<one>.+?)\sto\s(?P<other>.+)", re.IGNORECASE)
_MULTIPLE = re.compile(r"\b(?:ratio|times|multiples?|(?:un)?affordab\w+|within\sreach)\b", re.IGNORECASE)
_ASPECT = re.compile(r"(?:The\s|Its\s|Our\s)?(?P<told>[A-Za-z-]+)\s(?:of|for)\s(?:the\s|our\s)?(?P<noun>[a-z-]+)")
_EXTENTS = re.compile(
    r"(?:share|rate|level|proportion|percentage|number|prevalence|incidence|rise|fall|drop|increase|decrease|growth|decline|use|lack|shortage"
    r"|loss|spread|amount|volume|cost|price|quality|all|most|many|some|half|none|one|two|three|four|five|score|value|figure|rating|take-up|uptake|gap|lead|coverage|supply|availability|length)s?",
    re.IGNORECASE,
)
_MORE_SO_IN = re.compile(  # smoking is commoner in manual jobs, where 22% smoke
    r"\b(?:is|are|was|were|remains?)\s(?:[a-z]+\s)?(?:(?!other|ever|under|over)[a-z]{3,}er|worse|better|(?:more|less)\s[a-z]+)\s(?:still\s)?(?:in|among|for|at|on)\s"
    r"(?P<told>(?!\d|the\s(?:past|last|latest|year)|past|recent)[^,;:.\d]+)[,;:]"
)
_THEY_MORE = re.compile(
    r"(?P<told>[A-Z][\w-]+(?:\s[a-z-]+){0,2})\s[a-z]+s?\s(?:more|less|better|worse|[a-z]{3,}er)(?:\s[a-z]+)?:\s"
)
_ANOTHER_STORY = re.compile(  # nitrate is another story: 38% fail on it
    r"(?P<told>[A-Z][\w-]+(?:\s[a-z-]+){0,2})\s(?:is|are|was)\s(?:quite\s)?(?:an?other|a\sdifferent)\s(?:story|matter|thing|question)\b"
)
_ON_THEM = re.compile(  # on motorways 21 are killed
    r"(?:On|At)\s(?:(?:the|our|some|most|many)\s)?(?P<told>[a-z-]+s)(?=,|\s$|\s(?:only|just|the|it)\b)"
)
_IT_TAKES = re.compile(  # the sleeper takes 465 minutes
    r"(?:The|An?|Each|Every|Our)\s(?P<told>[a-z-]+)\s(?:takes?|took|costs?|lasts?|lasted|needs?|needed|earns?|earned|pays?|paid)\s"
)
_RATED = re.compile(
    r"\b(?:rated|judged|classed|graded)\s(?:as\s)?(?!(?:by|in|on|at|against|to|with|for|from|and|or|the|an?)\b)(?P<how>[a-z]+)"
)


def are_added(statement: Statement, at: int, name: str, known: frozenset[str], plain: frozenset[str]) -> bool:
    """Whether words before a figure add something. `known`: those of the measure; `plain`: those that tell nothing."""
    if may_be_of_an_extreme(statement) or _is_rated_otherwise(statement, name):
        return True
    return any((told - plain) and not told & known for told in _added(statement, at, known))


def is_of_one_alone(statement: Statement, name: str) -> bool:
    """The universities on their own; the north alone: one of those that are measured together."""
    return _ALONE.search(statement.text) is not None and "alone" not in name


def is_of_one_side(statement: Statement, name: str) -> bool:
    """House prices by themselves, where their ratio to earnings is measured."""
    sides = _RATIO.search(name)
    if sides is None or _MULTIPLE.search(statement.text):
        return False
    said = statement.stems_within(statement.start, statement.end)
    return bool(said & stems_in(sides["one"])) and said.isdisjoint(stems_in(sides["other"]))


def _added(statement: Statement, at: int, known: frozenset[str]) -> Iterator[frozenset[str]]:
    """Who come by coach; guests from abroad; highest among tenants; on remote beaches."""
    text, start = statement.passage.text, statement.start
    if (
        (who := _WHO.match(text, start, at))
        and not _is_told_anew(statement, who.end(), at, known)
        and not _SAYING.fullmatch(text[start : who.start("who")].split()[-1])
    ):
        yield statement.told(*who.span("told"))
    if (
        (behind := _FROM.match(text, start, at))
        and not _is_told_anew(statement, behind.end(), at, known)
        and not _SOURCES.fullmatch(behind["noun"])
    ):
        yield statement.told(*behind.span("told"))
    if (of := _OF_WHAT.match(text, start, at)) and statement.told(*of.span("noun")) & known - COMMON:
        yield statement.told(*of.span("told"))  # crimes of rape
    aspect = _ASPECT.match(text, start, at)
    if aspect and not _EXTENTS.fullmatch(aspect["told"]) and statement.told(*aspect.span("noun")) & known - COMMON:
        yield statement.told(*aspect.span("told"))  # the initiation of breastfeeding
    openings = (_THEY_MORE, _IT_TAKES, _ANOTHER_STORY, _ON_THEM)
    others = [_MORE_SO_IN.search(text, start, at), *(one.match(text, start, at) for one in openings)]
    for compared in others:
        if compared:
            yield statement.told(*compared.span("told"))
    if whole := _SHARE_OF.search(text, at, statement.stretch(at)[1]):
        yield statement.told(*whole.span("told"))
    for among in _AMONG.finditer(text, start, statement.stretch(at)[1]):
        if not (_RANKED.match(among["told"]) or is_group(among["told"]) or is_group(among["told"].split()[0])):
            yield statement.told(*among.span("told"))
    if (on := _ON.match(text, start, at)) and statement.told(*on.span("noun")) & known:
        yield statement.told(*on.span("told"))


def _is_told_anew(statement: Statement, end: int, at: int, known: frozenset[str]) -> bool:
    """Drains that overflow are a nuisance: 33 in every 10,000 …: what is measured is told behind the colon."""
    colon = statement.passage.text.find(":", end, at)
    return colon >= 0 and len(statement.told(colon, statement.stretch(at)[1]) & known) > 1


def _is_rated_otherwise(statement: Statement, name: str) -> bool:
    """Rated poor, where those rated excellent are measured."""
    own = _RATED.search(name)
    said = {one["how"] for one in _RATED.finditer(statement.text)} if own else set()
    return own is not None and bool(said) and own["how"] not in said
