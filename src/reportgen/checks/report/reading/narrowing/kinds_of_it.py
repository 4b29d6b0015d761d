"""Whether words make what is measured a kind of it: youth services, litter from boats, in food shops."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.areas.groups import AREA_NOUN, is_group
from reportgen.checks.report.reading.indicators.kinship import COMMON, Kinship
from reportgen.checks.report.reading.narrowing.plain_words import PLAIN, TIMES
from reportgen.checks.report.reading.numbers.how_many import MANY
from reportgen.checks.report.reading.sentences import NUMBERS
from reportgen.checks.report.reading.statements import Statement

_OPENS_WITH = re.compile(
    r"(?:In|Inside|Outside|Within|Indoors,?\sin|Along|Under|Beyond|For)\s(?:the\s|our\s|some\s|most\s|these\s|its\s)?(?!none\b|neither\b|both\b|all\b|each\b|every\b)((?:[a-z-]+\s){0,2}?[a-z-]+)"
    r"(?=,|\s(?:\d|(?:the|it|there|only|just|some)\b)|(?<!\bIn\s)\s(?:in|at|with)\s[a-z]+\s[a-z]+\s(?:the|it)\b)"
)
_OPENS_WITH_AREAS = re.compile(rf"In\s(?:no|most|half|several|{MANY})\s{AREA_NOUN}\b")
_IN_APPOSITION = re.compile(r",\s(?:[a-z]+\s){0,2}")  # starts on the island, at 5.3 per 1,000 adults
_WORD_BEFORE = re.compile(r"(?<![\w-])([A-Za-z-]+)\s$")
_KINDS = re.compile(
    r"(?:youth|ent|ary|ic|ical|term|al|ive|ous|ile|food|garden|child|adult|school|plastic|glass|paper|night|day|return|single"
    r"|repeat|serious|minor|hidden|short|long|first|second|early|late|graduate)$",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\s(?:(?:owned|run|held|led|managed|built|made|kept|supported)\sby|from|among|amongst|by|involving|due\sto|for|with|without|on)"
    r"\s(?!(?:it|us|them|themselves|ourselves|itself|others)\b)(?:(?:the|a|an|our|its|third|other)\s)?([a-z][a-z-]+)(?=[\s,.;])"
)


def is_kind_of_it(statement: Statement, at: int, known: frozenset[str], kinship: Kinship) -> bool:
    """Whether a word right before the indicator's own, or what the sentence opens with, makes it a kind of it."""
    opened = None if _OPENS_WITH_AREAS.match(statement.text) else _OPENS_WITH.match(statement.text)
    told = statement.told(statement.start + opened.start(1), statement.start + opened.end(1)) if opened else None
    if told and not told & (known | PLAIN | TIMES):
        return True
    start, end = statement.clause(at)
    if statement.passage.text[start : start + 1] == ":" or _IN_APPOSITION.fullmatch(statement.passage.text, start, at):
        start = statement.start  # what is told before it goes on
    for begin, word in statement.stems:
        before = _WORD_BEFORE.search(statement.passage.text, statement.start, begin)
        if start <= begin < end and word in known and before and _qualifies(statement, before, known, kinship):
            return True
        if start <= begin < end and word in known and _is_of_another(statement, begin, known):
            return True
    return False


def _qualifies(statement: Statement, before: re.Match[str], known: frozenset[str], kinship: Kinship) -> bool:
    if any(area.start <= before.start() < area.end for area in statement.areas):
        return False
    stems = frozenset(word for begin, word in statement.stems if begin == before.start(1))
    stems = kinship.with_abbreviated(stems)
    return bool(stems) and not stems & (known | PLAIN) and _KINDS.search(before[1]) is not None


def _is_of_another(statement: Statement, begin: int, known: frozenset[str]) -> bool:
    """Litter from boats: whether words behind the indicator's own make it a part."""
    word = re.compile(r"[\w’'-]+").match(statement.passage.text, begin)
    behind = _OF_ANOTHER.match(statement.passage.text, word.end(), statement.end) if word else None
    if (
        behind is None
        or behind[1] in NUMBERS
        or is_group(behind[1])
        or any(one.start <= behind.start(1) < one.end for one in statement.areas)
    ):
        return False
    told = statement.told(behind.start(1), behind.end(1))
    return bool(told) and not told & (known | PLAIN | COMMON)
