"""What part a figure plays in its sentence: a value, a gap, a count, a change, a ratio."""

from __future__ import annotations

import re
from typing import Literal

from reportgen.checks.report.reading.numbers.number_words import CARDINAL
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.sentences import stem, stems_in
from reportgen.checks.report.reading.statements import Statement

Role = Literal["value", "former value", "gap", "change", "ratio", "growth"]

MORE = (
    r"more|fewer|less|higher|lower|above|below|ahead|behind|better|worse|short(?=\s(?:of|against|on)|[.,;)]|$)|(?:over|under)(?!\s(?:the|a|this|that|these|those|its)\b)|greater"
    r"|larger|smaller|wider|narrower|longer|shorter|quicker|faster|slower|cheaper|dearer|beyond|adrift|off\sthe|clear\sof"
    r"|sooner|later(?=\s(?:[a-z]+\s)?than\b)|rarer|scarcer|commoner|healthier|safer|cleaner|away\sfrom|extra|(?<!\snet\s)additional|from\sthe"
    r"|(?!(?:rath|oth|lat|earli|wheth|und|ov|p)er\b)[a-z]+er(?=\s(?:in\s(?:19|20)\d\d(?:-\d\d)?\s)?than\b)"  # heavier
)
_WITH_UP = (
    "make makes made making take takes took taken taking set sets setting sign signs signed add adds added use uses"
    " used give gives gave given end ends ended open opens opened free frees freed bring brings brought build builds"
    " built pick picks picked picking keep keeps kept catch caught call"
    " calls called turn turns turned show shows showed"
)
_NO_PARTICLE = "".join(rf"(?<!\b{verb}\s)" for verb in _WITH_UP.split())  # takes up 11 days, signed up 340 members
UP = rf"{_NO_PARTICLE}up(?!\sto\b)"
_MOVED = (
    r"ris(?:es?|en|ing)|rose|(?:fall(?:s|en|ing)?|fell)(?!\sto\s(?:each|every)\b)|gr[eo]w(?:n|s|ing)?|growth|increas\w+|decreas\w+|drop\w*|declin\w+|improv\w+"
    r"|worsen\w*|gain\w*|lost|loss|lose|cut|climb\w*|jump\w*|slip\w*|shr[aiu]nk\w*|reduc\w+|chang\w+|swing|shorten\w*|lengthen\w*|doubl\w+|trebl\w+|tripl\w+|quadrupl\w+|quintupl\w+|halv\w+|deteriorat\w+|soar\w*"
    r"|plung\w*|surg(?:e|ed|es|ing)|rocket(?:ed|s)|leapt|leaped|swell\w*|swollen|tumbl\w+|plummet\w*|sank|sunk|slid(?:es)?|slump\w*|dip(?:s|ped)"
    r"|dwindl\w+|diminish\w*|reced\w+|shed(?=\s(?:\d|£|[a-z]+\spoints))|put\son|(?:crept|edged|inched|nudged|ticked|picked|crawled|drifted)\s(?:up|down|higher|lower)|went\s(?:up|down)|bec[ao]me"
    rf"|{UP}"
    r"|(?<!turned\s)(?<!closed\s)(?<!shut\s)(?<!handed\s)(?<!broken\s)down"
)
_PER = r"(?:\s(?:an?|per|each|every)\s(?:[\d,]+\s)?(?!(?:is|are|was|were)\b)[a-z-]+)?"
_NO_AGE = rf"(?![\s-](?:\d|{CARDINAL}\b))"  # children under five, over three years
_GAP_AFTER = re.compile(rf"^(?:{_PER}){{1,2}}\s(?:{MORE})\b{_NO_AGE}")
_SHORT_OF = re.compile(rf"^{_PER}\sshort\sof\b")  # falls £18.90 short of the average
_COUNT_AFTER = re.compile(
    rf"^(?:\s(?!of\b|and\b|but\b|or\b|per\b|is\b|was\b|ha(?:ve|s|d)\b|are\b|were\b|do\b|did\b|leaves?\b|left\b|puts?\b|places?\b|keeps?\b|us\b)[a-z-]+){{0,2}}?(?:{_PER}){{1,2}}\s(?:{MORE})\b{_NO_AGE}"
)
_GAP_BEFORE = re.compile(
    r"\b(?:gap(?!,)|lead(?!\sto\b)|margin|difference|shortfall|deficit|distance(?=\s(?:to|from|behind)\b)|advantage|excess)\b[^.;]*$"
    r"|(?<!\bor\s)\b(?:ahead|behind|above|below|more|less|fewer|better|worse|rarer|scarcer|commoner|larger|smaller|longer|shorter|greater|trail\w*|lag\w*|exceed\w*|beat\w*"
    r"|outstrip\w*|outperform\w*|leads?|higher|lower|short\sof)\b"
    r"[^.;]*\sby\s(?:[a-z]+\s){0,2}$"
)
_CHANGE_BEFORE = re.compile(
    rf"(?<![\w-])(?P<moved>{_MOVED})\b(?:\s[a-z]+ly)?(?P<by>\s(?:by|of))?\s(?:(?!to\b|from\b|at\b|in\b|were\b|are\b)[a-z]+\s){{0,2}}$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    rf"^[\s-](?:(?:[a-z]+\s)?(?:{_MOVED})\b"
    r"|(?:more|fewer|less|higher|lower|better|worse|above|below|up|down|(?!rather|other)[a-z]+er(?=\s(?:in\s\d{4}\s)?than))\s(?:[a-z]+\s){0,2}(?:in\s(?:19|20)\d\d\s)?"
    r"(?:than|on|from|since|compared)\s(?:it\swas\s)?(?:in\s)?(?:(?:19|20)\d\d|a\syear|the\syear|last\syear|the\sprevious|before\b))",
    re.IGNORECASE,
)
_THEY_DID = re.compile(r"\s(?:[a-z]+\s)?(?:rose|fell|grew|lost|gained|declined|improved|dropped|shrank)\b")
_HAPPENS = re.compile(r"gain(?:s|ed|ing)?|lost|loses?|losing|shed|cut", re.IGNORECASE)
_AS_A_RATE = re.compile(
    r"(?:\s(?!points?\b|percentage\b|more\b|fewer\b|less\b)[a-z-]+){1,4}?\s(?:for\s(?:every|each)|per|in\severy|out\sof\s(?:every|each))"
    r"\s(?:[\d,]+|(?!years?\b|months?\b|weeks?\b|days?\b|quarters?\b|annum\b)[a-z])"
)
_MOVES = re.compile(rf"\b(?:{_MOVED})\b", re.IGNORECASE)
_AS_THEN = re.compile(  # as many, or what it was: in 2021, a year earlier
    r"[^,;.]{0,50}?\b(?:as|than|what|of|the\s[a-z]+)\s(?:(?:it|they|we)\s(?:had\s)?(?:was|were|did|been)\s)?(?:back\s)?(?:in\s)?"
    rf"(?:(?:19|20)\d\d|(?:an?|{CARDINAL})\s(?:years?|decades?)\b|last\syear|the\s(?:year\sbefore|previous\syear))",
    re.IGNORECASE,
)
_THAN_THEN = re.compile(  # 600 more requests for support than in 2022
    rf"[^,;.]{{0,60}}?\bthan\s(?:(?:it|they|we)\s(?:was|were|did|had)\s)?(?:back\s)?(?:in\s)?(?:(?:19|20)\d\d|(?:an?|{CARDINAL})\s(?:years?|decades?)\s"
    r"(?:ago|before|earlier)|last\syear|before|the\s(?:year\sbefore|previous\syear))",
    re.IGNORECASE,
)
_WAS_OTHERWISE = re.compile(  # a larger share in 2022 than in 2019: 11 points more
    r"\bthan\s(?:(?:it|they|we)\s(?:was|were|did|had)\s)?(?:back\s)?(?:in\s)?(?:(?:19|20)\d\d(?:-\d\d)?|(?:a|the)\syear\s(?:ago|before|earlier))(?:\s?[:;,(–—-]\s?|\s)(?!and\s)(?:[a-z]+\s)?$"
)
_IS_NOW = re.compile(r"(?:;|\b(?:and|but)\b)[^;]*\bnow\b[^;,]*$")  # it took 11.8 days; it is now 2.4 sooner
_FROM = re.compile(
    r"\bfrom\s(?:a\s(?:low|high|peak|level)\sof\s)?(?:(?:just|about|around|nearly|almost|over)\s)*$", re.IGNORECASE
)
_REACHED = re.compile(r"(?:well\s|far\s)?(?:above|past|beyond)\b", re.IGNORECASE)  # has risen past £200,000
_OF_TIME = re.compile(r"\s(?:years?|months?|weeks?|days?)\b")
_ELLIPSIS = re.compile(r"\b(?:after|following)\s$|\b(?:and|but|then|or)\s(?:[a-z]+\s)?by\s$")
_WHICH_IS = re.compile(r",?\s(?:which|that)\sis\s")
_IN_OTHER_WORDS = re.compile(
    r"(?:\s[\w–-]+){0,8}?,?\s(?:or|(?:that|which)\sis(?:\sto\ssay)?|i\.e\.|equivalent\sto|equal\sto)\s"
)  # by £47 a month, or about 6%


def role(statement: Statement, one: Quantity, name: str = "") -> Role:
    """The part that a figure plays, by the words before and after it.

    `name`: of what is measured. What it has of movements moves nothing: the rate of admissions after a fall is 1,890.
    """
    at = one.begin
    previous = [other.end for other in statement.quantities if other.end <= at]
    before = statement.passage.text[max([statement.start, *previous]) : at]
    after = statement.after(one.end, 70)
    if one.unit == "times":
        grown = _MOVES.search(statement.text) if one.text.endswith("ed") else _MOVES.search(_without(statement, one))
        return "growth" if grown or _CHANGE_AFTER.match(after) or _AS_THEN.match(after) else "ratio"
    reached = _REACHED.match(statement.passage.text, at) if at < one.start else None
    moved = _CHANGE_BEFORE.search(before)
    while moved and not moved["by"] and stem(moved["moved"].lower()) in stems_in(name):
        moved = _CHANGE_BEFORE.search(before, moved.end("moved"))
    if moved and not moved["by"] and _HAPPENS.fullmatch(moved["moved"]) and _AS_A_RATE.match(after):
        moved = None  # gained 8.8 new homes for every 1,000; lose 40 seconds per mile
    changes = _CHANGE_AFTER.match(after) and not (one.unit == "percent" and _THEY_DID.match(after))
    if (moved and not reached and not _SHORT_OF.match(after)) or changes:
        return "change"
    if (_COUNT_AFTER if one.unit == "number" else _GAP_AFTER).match(after):
        told_before = _WAS_OTHERWISE.search(before) or _IS_NOW.search(before)
        then = _THAN_THEN.match(statement.after(one.end, 120)) or (
            told_before and not _is_to_an_area(statement, one)
        )  # rarer than a year ago, and three points rarer than in England: a gap
        return "change" if then else "gap"
    if _GAP_BEFORE.search(before):
        return "gap"
    if (earlier := _of_an_ellipsis(statement, one, name)) is not None:
        return earlier
    if one.unit == "points" or one.sign:
        return "change" if _speaks_of_change(statement, one) else "gap"
    return "former value" if _FROM.search(before) else "value"


def _is_to_an_area(statement: Statement, one: Quantity) -> bool:
    """Whether an area is named behind a figure, before its clause ends: is now 55p short of England's."""
    end = statement.clause(one.end - 1)[1]
    than = re.match(r"[^,;.]*?\bthan\s", statement.passage.text[one.end : statement.end])
    until = max(end, one.end + than.end() + 24 if than else end)
    return any(one.end <= area.start < until for area in statement.areas)


def _without(statement: Statement, one: Quantity) -> str:
    """What a sentence says beside a figure: double, as the share is double the national one, moves nothing."""
    return f"{statement.passage.text[statement.start : one.start]} | {statement.passage.text[one.end : statement.end]}"


def _is_of_the_area(statement: Statement, before: Quantity, one: Quantity) -> bool:
    """Whether a figure is what an area has: five points above the national average, which is 29%."""
    alike = before.unit == one.unit or (before.unit, one.unit) == ("points", "percent")
    text, ends = statement.passage.text, [area.end for area in statement.areas if before.end <= area.end <= one.start]
    return alike and bool(ends) and _WHICH_IS.match(text, ends[-1]) is not None


def _of_an_ellipsis(statement: Statement, one: Quantity, name: str) -> Role | None:
    """Up by £13, after £15 the year before: the second is what the first is."""
    earlier_ones = [other for other in statement.quantities if other.end <= one.start]
    before = [other for other in earlier_ones if not _OF_TIME.match(statement.after(other.end, 10))]
    start = one.begin
    link = statement.passage.text[before[-1].end : start] if before else ""
    if _IN_OTHER_WORDS.fullmatch(link) and not _is_of_the_area(statement, before[-1], one):
        said = role(statement, before[-1], name)
        if said in ("gap", "change"):
            return said
    if not before or (before[-1].unit != one.unit and one.form != "fraction" and one.unit != "percent"):
        return None
    if link == " to " and _FROM.search(statement.before(before[-1].start)):
        return "gap" if role(statement, before[-1], name) == "gap" else None  # the gap widened from £120m to £210m
    earlier = role(statement, before[-1], name) if _ELLIPSIS.search(link) or link.endswith(" by ") else None
    if earlier == "former value" and link.endswith(" by "):
        return "change"  # rose from £10 by £1 to £11
    return earlier if earlier in ("gap", "change") else None


def _speaks_of_change(statement: Statement, one: Quantity) -> bool:
    start, end = statement.stretch(one.start)
    words = statement.passage.text[start:end]
    return re.search(rf"\b(?:{_MOVED}|since|change)\b", words, re.IGNORECASE) is not None
