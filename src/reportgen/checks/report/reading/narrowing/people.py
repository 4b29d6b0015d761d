"""Whether words tell of some of those whom an indicator measures: women, the young, those with children."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.areas.groups import is_group
from reportgen.checks.report.reading.sentences import stem, stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator

# Who or what a measure is narrowed to; where the measure itself does not say so, its value is another's.
_NARROWED = re.compile(
    r"\b(?:young(?:er(?!\sthan)|est)?|old(?:er(?!\sthan)|est)|women|men|girls|boys|females?|males?|disabled|deprived|poor(?:er(?!\sthan)|est)|rich(?:er(?!\sthan)|est)"
    r"|ethnic|migrants?|graduates|unemployed|rural|urban|parents?|inner|wards?|neighbourhoods?|infants?|teenagers?|toddlers?"
    r"|pensioners?|lone|minorit(?:ies|y(?=\s(?:ethnic|groups?|communit\w+|backgrounds?|faiths?)\b))|asian|(?:black|white)(?!\s(?:bin|spot|box|hole|market|paper|goods|ice|cab)s?\b)|wealthi\w+|affluent|medium|micro|private|social"
    r"|(?:small|large)(?:er)?(?=\s(?:firms?|business\w*|compan\w+|employers?|towns?|homes|schools|sites))"
    r"|(?:small|large|big)(?=\s[a-z]+s\b)(?!\s(?:[a-z]*(?:share|number|gap|rise|fall|part|amount|difference|increase|change|sum|proportion|step|gain|majoritie|margin|lead)s)\b)"
    r"|part-time|full-time|carers?|mothers|fathers|newcomers|pregnant|veterans?|prisoners?|refugees?|target|record(?!\son\b)|some(?=\s(?!distance\b|way\b|margin\b)[a-z])|certain|worst|best|weekend\w*"
    r"|(?<=[a-z]\s)with\s(?:more\sthan|fewer\sthan|less\sthan|over|under|at\sleast|up\sto)\s(?:\d[\d,]*(?!(?:\s[a-z]+){1,2}\sper\b)|[a-z]+(?=\s(?:people|staff|employees)))"
    r"|(?<!than\s)those\s(?:aged|under|over)|(?:under|over)-?\d+s|(?<!typical\s)(?<!average\s)(?<!ordinary\s)(?<!any\s)(?<!given\s)night(?!\sof\sthe\s(?:count|census|snapshot|survey)\b)|peak|(?<!last\s)(?<!this\s)(?:winter|summer)(?!\sbefore\b)|newly|new(?!\s(?:mothers?|mums?|parents?)\b))\b",
    re.IGNORECASE,
)
_THOSE = re.compile(
    r"(?<!than\s)\b(?:[Tt]hose\s(?:with|without|in)"
    r"|(?:[Pp]eople|[Hh]ouseholds|[Ff]amilies|[Rr]esidents|[Aa]dults|[Pp]upils|[Pp]atients)\s(?:with|without))"
    r"\s(?=(?P<what>(?:(?:the|an?|our|no)\s)?[\w-]+))"
)
_PAYERS = re.compile(
    r"\b[Pp]arents\b(?=(?:\sof\san?\s[a-z]+(?:\s(?:under|over|aged)\s[a-z]+)?)?"
    r"\s(?:pay|paid|spend|spent|in\s[A-Z])|\s£)"
)
_ALL_OF_THEM = re.compile(
    r"\b(?:boys\sand\sgirls|girls\sand\sboys|men\sand\swomen|women\sand\smen|young\sand\sold|old\sand\syoung|rich\sand\spoor)\b",
    re.IGNORECASE,
)
_AGES = re.compile(
    r"\baged\s(?:over|under|between|about|up\sto)?\s?(\d+)|^At\s(?:the\sage\sof\s|age\s)?(\d\d?)(?=,\s(?:[a-z]+\s)?\d)|\bof\s(\d\d)\s(?:and|or)\s(?:over|above|older|under|younger)\b|\b(?:over|under)[\s-](\d\d)(?:s\b|(?![\d%]|[.,]\d|\s[a-z]+(?<!ha)(?<!wa)(?<!i)s\b))",
    re.IGNORECASE,
)
_OF_THE_OLD = re.compile(r"\b(?:aged\s|over[\s-])(?:[6-9]\d)(?:s|\sand\sover|\sor\sover|\+)?\b|\b[6-9]\d\sand\sover\b")
_OF_THE_YOUNG = re.compile(r"\b(?:1\d|2[0-4])[\s-](?:year|to\s(?:1\d|2\d))")


def is_of_a_group(statement: Statement, at: int, indicator: Indicator, known: frozenset[str]) -> bool:
    """Whether the sentence names a group, until the end of the larger clause, that the indicator does not.

    `known`: the words that tell of the indicator.
    """
    text, name = statement.passage.text[statement.start : statement.stretch(at)[1]], _with_kin(indicator.name.lower())
    return (
        names_another(_NARROWED, _without_areas(statement, _without_payers(text, indicator)), known, name)
        or _is_of_some_of_them(statement, at, known)
        or _is_of_other_ages(text, name)
    )


def names_another(words: re.Pattern[str], text: str, known: frozenset[str], name: str) -> bool:
    """Whether some of these words stand there that the indicator does not have."""
    said = (found[0].lower() for found in words.finditer(text))
    return any(stem(word) not in known and word not in name for word in said)


def _with_kin(name: str) -> str:
    """A measure of females is one of women, too, and one of 19 year olds of the young."""
    for one, other in (("female", "women"), ("male", "men")):
        if re.search(rf"\b{one}s?\b|\b{other}\b", name):
            name += f" {one}s {other}"
    name += " young" if _OF_THE_YOUNG.search(name) else ""
    return f"{name} old older oldest pensioners" if _OF_THE_OLD.search(name) else name


def _without_areas(statement: Statement, text: str) -> str:
    """A text that begins as the statement does, without those in England: these are of the whole, in another area.

    Boys and girls are all children.
    """
    text = _ALL_OF_THEM.sub(lambda found: " " * len(found[0]), text)
    for area in statement.areas:
        at = area.start - statement.start
        if text[:at].endswith("those in "):
            text = f"{text[: at - 9]}{' ' * 9}{text[at:]}"
    return text


def _without_payers(text: str, indicator: Indicator) -> str:
    """What parents pay is the price for all."""
    return _PAYERS.sub(lambda found: " " * len(found[0]), text) if indicator.unit == "gbp" else text


def _is_of_some_of_them(statement: Statement, at: int, known: frozenset[str]) -> bool:
    """Those with children; not those in need of repair, where that is measured."""
    text, end = statement.passage.text, statement.stretch(at)[1]
    named = {area.start for area in statement.areas}
    found = (one for one in _THOSE.finditer(text, statement.start, end) if one.end() not in named)
    each = [stems_in(one["what"]) for one in found if not is_group(one["what"])]
    return any(told and told.isdisjoint(known) for told in each)


def _is_of_other_ages(text: str, name: str) -> bool:
    """Whether the words speak of ages that the indicator's name does not give."""
    said = {next(filter(None, found.groups())) for found in _AGES.finditer(text)}
    return not said <= set(re.findall(r"\d+", name))
