"""Comparisons in words: above the national average, fewer than in England, has risen since 2021."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.report.reading.areas.named import Named
from reportgen.checks.report.reading.comparing.adjectives import COMPARATIVES, Sense
from reportgen.checks.report.reading.kept import kept
from reportgen.checks.report.reading.numbers.number_words import CARDINAL
from reportgen.checks.report.reading.roles import UP
from reportgen.checks.report.reading.statements import Statement

_PREPOSITIONS: dict[Sense, str] = {
    "more": r"above|in\sexcess\sof|beyond",
    "less": r"below|short\sof|under(?=\sthe)",
    "better": r"ahead\sof|in\sfront\sof",
    "worse": r"behind",
}
_VERBS: dict[Sense, str] = {
    "more": r"exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outstrip(?:s|ped|ping)?",
    "less": r"falls?\sshort\sof|fell\sshort\sof|undershoots?",
    "better": r"beat(?:s|en|ing)?|outperform(?:s|ed|ing)?|leads?|outdo(?:es|ing)?",
    "worse": r"lag(?:s|ged|ging)?(?:\sbehind)?|trail(?:s|ed|ing)?(?:\sbehind)?|underperform(?:s|ed|ing)?",
}
_SO_MUCH = rf"(?:[£\d][\w.,%]*\s(?:[a-z]+\s)?|{CARDINAL}\s[a-z]+\s)?"  # 60p, five points
_POINTS = r"(?=\s(?:[a-z-]+\s|\d+\.)?[a-z\d-]+\s(?:percentage\s)?points\b)"
_MOVES: dict[Sense, str] = {
    "more": r"risen|rose|rises|rise|rising|grown|grew|grows|growth|increased|increases|increase|climbed|gone\sup"
    rf"|went\sup|{UP}|jumped|doubled|lengthened|widened|soared"
    r"|surged|rocketed|leapt|leaped|swelled|swollen|mounted|multiplied|trebled|tripled|quadrupled|shot\sup"
    r"|(?:crept|crawled|edged|inched|nudged|ticked|picked)\sup|(?:edged|inched)\shigher|on\sthe\s(?:rise|increase)"
    rf"|climb|climbs|jump|jumps|(?:gained|added|put\son){_POINTS}",
    "less": r"fallen|fell|falls|fall|falling|decreased|decreases|decrease|declined|decline|dropped|drop|shrunk|shrank"
    r"|come\sdown|came\sdown|gone\sdown|went\sdown|down|halved|shortened|narrowed|eased|eases|easing|reduced|reduction|plunged|slipped|slips?|drops|declines|tumbled|plummeted|sunk|sank|slid|slumped|dipped|dwindled|diminished|receded|waned"
    r"|collapsed|crashed|(?:crept|edged|inched|nudged|ticked|drifted|tailed)\s(?:down|off|lower)|on\sthe\s(?:wane|decline)"
    rf"|(?:lost|shed){_POINTS}",
    "better": r"improved|improves|improvement|improving|recovered|rebounded|rallied",
    "worse": r"worsened|worsens|deteriorated|worsening|got\sworse|gotten\sworse",
}
_GAP_BETWEEN = (
    r"(?:\s(?:that|those|what|it|the\s(?:figure|rate|share|level|one|value|average)s?)\s(?:is\s)?(?:of|for|in)?(?:\sthe\s(?:rest|whole)\sof)?"
    r"|\s(?:they|it|we|people)\s(?:is|are|was|were|do|does|did|has|have)(?:\s(?:in|across))?(?:\sthe\s(?:rest|whole)\sof)?"
    r"|\s(?!(?:before|ever|usual|expected|average|previously|elsewhere|many|some|most|all|any|other|several|half|no|few)\b)[a-z]+\s(?:in|of|across|from|to)"
    r"|\swith\s[a-z]+\s(?:in|of|across)"
    r"|\sthe\s(?:average|typical)\s(?:[a-z]+\s)?(?:in|of|across|for)"
    r"|\s(?:the|an)\s(?:average|typical)\s(?!of\b)[a-z]+\s(?:in|of|across)"
    r"|\s(?:in|for|of|at|across|the)(?:\sthe\sother)?)?"
)


def _all(words: dict[Sense, str]) -> str:
    return "|".join(f"(?P<{sense}>{pattern})" for sense, pattern in words.items())


# What follows is looked for in small letters.
_DIRECT = [re.compile(rf"\b(?<!\bor\s)(?:{_all(words)})(?![\w-])") for words in (_PREPOSITIONS, _VERBS)]
_COMPARATIVE = re.compile(rf"\b(?<!\bor\s)(?:{_all(COMPARATIVES)})\b")
_THAN = re.compile(r"\b(?:than|compared\s(?:with|to))\b")
_LINK = re.compile(rf"{_GAP_BETWEEN}\s?", re.IGNORECASE)
_SOME = r"before|ever|usual|expected|average|previously|elsewhere|many|some|most|all|any|other|several|half|no|few"
_WHO_ARE = re.compile(rf"\s(?!(?:{_SOME})\b)(?:(?!(?:in|of|and|or|for|at|to|with|than)\b)[a-z-]+\s){{1,3}}")
_ADVERB = re.compile(r"nationally|nationwide|regionally|locally|here|elsewhere|there", re.IGNORECASE)
_FRONTED = re.compile(
    r"(?:(?:[Cc]ompared|[Ii]n\scomparison|[Bb]y\scomparison)\s(?:with|to)|[Aa]gainst|[Uu]nlike|[Bb]eside|[Aa]longside|[Nn]ext\sto"
    r"|[Rr]elative\sto|(?:[Ss]et|[Pp]ut|[Mm]easured|[Ss]een)\s(?:against|beside|next\sto))\s(?:(?:people|those|adults|that)\s)?(?:(?:in|of|for|across)\s)?(?:other\s)?"
)
_MOVE = re.compile(rf"(?<![\w-])(?:{_all(_MOVES)})\b")
_BECOME = re.compile(
    rf"\b(?:become|becomes|became|becoming|got|gotten|getting|grown|turned|made)\s(?:(?:even|much|still|far|a\slittle)\s)?{_SO_MUCH}"
    rf"(?:{_all(COMPARATIVES)})\b(?!\sthan)"
)
_PHRASAL = re.compile(
    r"\b(?:set(?:s|ting)?|t[ao]ke[ns]?|taking|took|sign(?:s|ed|ing)?|open(?:s|ed|ing)?|follow(?:s|ed|ing)?"
    r"|build|built|broken?|clos(?:e|es|ed|ing)|turn(?:s|ed|ing)?|end(?:s|ed)?|catch(?:es|ing)?|caught|us(?:e|es|ed|ing)"
    r"|add(?:s|ed)?|laid|handed|passed)\s$"
)  # took up, closed down: what is done, no course
_NO = re.compile(r"\bno\s$", re.IGNORECASE)
_HOW_FAST = re.compile(r"(?:more|less)(?:\s[a-z]+ly)?|faster|slower|quicker")
_OF_A_MOVE = re.compile(rf"\b(?:{'|'.join(_MOVES.values())})\b[^,;.]{{0,24}}$")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A word that says which of two areas has more, or does better; `rival` is the one set against."""

    start: int
    end: int
    sense: Sense
    rival: Named


@dataclass(frozen=True, slots=True)
class Move:
    """A word that says what became of something, or how something compares."""

    start: int
    end: int
    sense: Sense


@kept
def comparisons(statement: Statement) -> Sequence[Comparison]:
    """The comparisons with areas, in the order of their words."""
    return tuple(_comparisons(statement))


def _comparisons(statement: Statement) -> Iterator[Comparison]:
    found = [*_direct(statement), *_comparatives(statement)] or list(_fronted(statement))
    until = -1
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= until:  # of lags behind, the whole
            yield one
            until = one.end


@kept
def comparatives(statement: Statement) -> Sequence[Move]:
    """Words that compare, whatever they are set against."""
    return tuple(_comparing(statement))


def _comparing(statement: Statement) -> Iterator[Move]:
    for pattern in (_COMPARATIVE, *_DIRECT):
        for found in pattern.finditer(statement.lower, statement.start, statement.end):
            yield Move(found.start(), found.end(), _sense(found))


@kept
def moves(statement: Statement) -> Sequence[Move]:
    return tuple(_moves(statement))


def _moves(statement: Statement) -> Iterator[Move]:
    for found in _MOVE.finditer(statement.lower, statement.start, statement.end):
        if found[0] in ("up", "down") and _PHRASAL.search(statement.before(found.start(), 12)):
            continue
        yield Move(found.start(), found.end(), _sense(found))
    for found in _BECOME.finditer(statement.lower, statement.start, statement.end):
        sense = _sense(found)
        yield Move(found.start(sense), found.end(sense), sense)


def senses(text: str) -> list[Sense]:
    """Of all the words in a text that compare, in their order."""
    found = [one for pattern in (*_DIRECT, _COMPARATIVE) for one in pattern.finditer(text.lower())]
    return [_sense(one) for one in sorted(found, key=lambda one: one.start())]


def follows(statement: Statement, at: int) -> Named | None:
    """The area that is set against something, where it follows at once, or behind its figure: above the 78% of England.

    Above 78% in England may be what England has.
    """
    text = statement.passage.text
    named = next((one for one in statement.areas if one.start >= at), None)
    if named is None:
        return None
    figures = [one for one in statement.quantities if at <= one.start < named.start]
    if figures and (len(figures) > 1 or text[at : figures[0].start] != " the "):
        return None
    between = (_LINK, _WHO_ARE) if _ADVERB.fullmatch(named.text) else (_LINK,)  # than employers nationally
    begin = figures[0].end if figures else at
    return named if any(one.fullmatch(text, begin, named.start) for one in between) else None


def is_fronted(statement: Statement, rival: Named) -> bool:
    """Whether a sentence begins by naming what something is set against: Unlike England, we …"""
    return _FRONTED.fullmatch(statement.passage.text, statement.start, rival.start) is not None


def holds(sense: Sense, difference_is_more: bool, higher_is_better: bool) -> bool:
    """Whether a difference bears out the word."""
    if sense in ("more", "less"):
        return difference_is_more == (sense == "more")
    return (difference_is_more == higher_is_better) == (sense == "better")


def follows_no(statement: Statement, at: int) -> bool:
    """No higher than in England, no improvement: whether a word that compares is denied right before it."""
    return _NO.search(statement.before(at, 4)) is not None


def _direct(statement: Statement) -> Iterator[Comparison]:
    """Words that an area follows at once: below the national average, exceeds England's."""
    for pattern in _DIRECT:
        for found in pattern.finditer(statement.lower, statement.start, statement.end):
            rival = follows(statement, found.end())
            if rival is not None:
                yield Comparison(found.start(), found.end(), _sense(found), rival)


def _comparatives(statement: Statement) -> Iterator[Comparison]:
    """Higher than in England; fewer adults smoke here than nationally."""
    for than in _THAN.finditer(statement.passage.text, statement.start, statement.end):
        rival = follows(statement, than.end())
        begin = max(statement.start, than.start() - 90)
        before = list(_COMPARATIVE.finditer(statement.lower, begin, than.start()))
        if rival is not None and before:
            last = before[-1]
            if than[0] != "than" and last.end() + 12 < than.start():
                continue
            if _HOW_FAST.fullmatch(last[0]) and _OF_A_MOVE.search(statement.before(last.start(), 40).lower()):
                continue  # rose more than in England: from what, it does not say
            yield Comparison(last.start(), last.end(), _sense(last), rival)


def _fronted(statement: Statement) -> Iterator[Comparison]:
    """Compared with England, we have fewer; against the county's, our rents are lower."""
    rival = statement.areas[0] if statement.areas else None
    if rival is None or not is_fronted(statement, rival):
        return
    found = _COMPARATIVE.search(statement.lower, rival.end, statement.end)
    if found is not None and not _THAN.search(statement.passage.text, found.end(), statement.end):
        yield Comparison(found.start(), found.end(), _sense(found), rival)


def _sense(found: re.Match[str]) -> Sense:
    senses: tuple[Sense, ...] = ("more", "less", "better", "worse")
    return next(sense for sense in senses if found[sense])
