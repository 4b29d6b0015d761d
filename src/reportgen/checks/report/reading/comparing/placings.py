"""Places in an order as the words tell them: second highest, best, comes third, in first place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.checks.report.reading.areas.named_together import among
from reportgen.checks.report.reading.comparing.adjectives import SUPERLATIVES, Sense
from reportgen.checks.report.reading.comparing.comparisons import Comparison, comparatives
from reportgen.checks.report.reading.kept import kept
from reportgen.checks.report.reading.numbers.number_words import CARDINAL, ORDINALS, cardinal
from reportgen.checks.report.reading.statements import Statement

_ORDINAL = rf"{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th)"
# All but the last of these are looked for in small letters.
_SUPERLATIVE = re.compile(
    rf"\b(?:(?P<rank>{_ORDINAL})[\s-])?(?:"
    + "|".join(rf"(?P<{sense}>{words})" for sense, words in SUPERLATIVES.items())
    + r")\b(?!\s(?:of\sall\s)?(?:important|likely|recent|common|offer|choice|way|value|option|practice|chance|use"
    r"|deal|known|hope|fit|thing|advice|route|start|part))(?<!at least)(?<!at most)(?<!at best)(?<!at worst)"
)
_PLACED = re.compile(
    rf"\b(?:(?:comes?|came|ranks?|ranked|placed|stands?|finish\w*)\s(?:out\s)?(?P<rank>{_ORDINAL})\b(?!\s(?:to|in\sline))"
    rf"|(?:is|was|lies|sits)\s(?P<alone>{_ORDINAL})(?=\s(?:of|among|out\sof)\s(?:the|all)\b)"
    r"|(?:comes?|came|ranks?|ranked|placed|finish\w*|is|was)\s(?:out\s)?(?:(?P<last>last|bottom)|top)\b(?=\s(?:of\s(?:the|all)|on|for|in|among)\b|[.,;])"
    rf"|(?:in|into|takes?|took|holds?|held)\s(?:the\s)?(?P<place>{_ORDINAL})\splace\b(?!\s(?:to|,))"
    r"|(?P<top>tops|topped|heads|headed)\sthe\s(?:table|list|league|ranking)\b"
    r"|(?:at\sthe\s)?(?P<bottom>bottom)\sof\sthe\s(?:table|list|league|ranking)\b)"
)
_OF_SO_MANY = re.compile(
    rf"\b(?:of|among(?:st)?|in|out\sof)\s(?:the|all(?:\sthe)?|our|these)\s(?P<other>other\s)?(?P<number>{CARDINAL}|\d+)"
    r"(?P<others>\sothers?)?(?=\s(?:areas|regions|places|authorities|councils|counties|districts|boroughs|cities|nations|compared|in\sthis|on|for|when|by)\b|[.,;:)]|$)"
    r"|\b(?:of|among(?:st)?)\s(?:all\s)?the\s(?P<rest>other\s(?:areas|regions)|others)\b"
)
_BEFORE_NOUN = re.compile(
    rf"\b(?:of|among(?:st)?|out\sof)\s(?:the|all(?:\sthe)?|our)\s(?P<number>{CARDINAL}|\d+)\s(?:[a-z-]+\s)?[a-z-]+s\b(?=[.,;:)]|$)"
)  # of the five tram lines

_WITH_NEIGHBOURS = re.compile(
    rf"(?:\b(?:of|among(?:st)?)\s[^,;.]{{2,30}}\sand|\b(?:beside|alongside|against|compared\s(?:with|to)))\s(?:its|our|the|all)\s(?P<number>{CARDINAL}|\d+)"
    r"\s(?:neighbours|(?:neighbouring|nearby|surrounding|adjoining)\s[a-z]+s)\b"
)  # of the city and its three neighbours

_COMMONEST = re.compile(
    rf"\b(?:(?P<rank>{_ORDINAL})[\s-])?(?:(?P<less>least)|most)[\s-](?:common|frequent|often|popular|widespread|prevalent|widely|used|chosen|cited|named|given|reported)(?:ly)?\b"
    r"(?:\s(?:named|cited|given|mentioned|reported|chosen|used|quoted))?"
    r"|\b(?:main|chief|leading|commonest)(?=\s[a-z-]+\s(?:is|was|to|for)\b)"
)
_ALONE = re.compile(rf"\s({_ORDINAL})(?=[.,;]|\sand\b|$)")
_TWO = 2
_BESIDE = re.compile(r",\s(?:(?:just|well|far|narrowly|only|and|though|but)\s)*$")
_THE = re.compile(r"\bthe\s$")
_THAN = re.compile(r"[^,;.]*\bthan\b")
_THAN_ANY = re.compile(
    r"\bthan\s(?:in\s|for\s)?(?:any|all)\s(?:(?:of\s)?the\s)?others?\b|\bthan\s(?:any|every)where\selse\b"
)


@dataclass(frozen=True, slots=True)
class Placing:
    """A place in an order. `senses`: in which order, or in any of which; `of`: among how many, 0 where unsaid.

    `others`: it is one among the areas that the report's own is compared with.
    """

    start: int
    end: int
    rank: int
    senses: tuple[Sense, ...]
    of: int = 0
    others: bool = False


@kept
def placings(statement: Statement) -> Sequence[Placing]:
    """The places that a sentence tells, but for those in the name of an area."""
    return tuple(_placings(statement))


def _placings(statement: Statement) -> Iterator[Placing]:
    text, start, end = statement.lower, statement.start, statement.end
    many = _OF_SO_MANY.search(text, start, end)
    of = int(cardinal(many["number"]) or 0) if many and many["number"] else 0
    if of == 0 and (found := _BEFORE_NOUN.search(text, start, end)):
        of = int(cardinal(found["number"]) or 0)
    if of == 0 and (found := _WITH_NEIGHBOURS.search(text, start, end)):
        of = int(cardinal(found["number"]) or 0) + 1
    others = many is not None and any(many[one] for one in ("other", "others", "rest"))
    for found in _SUPERLATIVE.finditer(text, start, end):
        sense = next(sense for sense in SUPERLATIVES if found[sense])
        if not any(area.start <= found.start() < area.end for area in statement.areas):
            yield Placing(found.start(), found.end(), _number(found["rank"]), (sense,), of, others)
    for found in _PLACED.finditer(text, start, end):
        if found["bottom"] or found["last"]:
            yield Placing(found.start(), found.end(), 1, ("worse", "less"), of, others)
        else:
            rank = _number(found["rank"] or found["place"] or found["alone"])
            yield Placing(found.start(), found.end(), rank, ("better", "more"), of, others)
            yield from _next(statement, found.end(), of=of, others=others)
    yield from _above_all(statement)
    yield from _above_the_other(statement)


def commonest(statement: Statement) -> Iterator[Placing]:
    """The places that a sentence tells by how common something is: the second most common barrier."""
    for found in _COMMONEST.finditer(statement.lower, statement.start, statement.end):
        sense: Sense = "less" if found["less"] else "more"
        yield Placing(found.start(), found.end(), _number(found["rank"]), (sense,))


def than_any(statement: Statement, at: int) -> int:
    """Where a sentence goes on: than in any other area. -1: it does not."""
    found = _THAN_ANY.search(statement.passage.text, at, statement.end)
    return found.start() if found else -1


def in_their_order(statement: Statement, one: Comparison) -> Comparison:
    """Ahead of Kent, right behind the highest: in that order, whichever is better."""
    before = [each for each in placings(statement) if each.end <= one.start and each.senses[0] in ("more", "less")]
    is_place = one.sense in ("better", "worse") and _BESIDE.search(statement.before(one.start)) is not None
    if not before or len(before[-1].senses) > 1 or not is_place:
        return one
    is_more = (before[-1].senses[0] == "more") == (one.sense == "better")
    return replace(one, sense="more" if is_more else "less")


def _next(statement: Statement, at: int, *, of: int, others: bool) -> Iterator[Placing]:
    """And Kent second, after what came first."""
    for area in statement.areas:
        behind = _ALONE.match(statement.lower, area.end, statement.end) if area.start >= at else None
        if behind is not None:
            yield Placing(behind.start(1), behind.end(1), _number(behind[1]), ("better", "more"), of, others)


def _above_all(statement: Statement) -> Iterator[Placing]:
    """More than any other area, lower than anywhere else: the most, the lowest."""
    for found in _THAN_ANY.finditer(statement.passage.text, statement.start, statement.end):
        before = [one for one in comparatives(statement) if 0 <= found.start() - one.end < 80]
        if before:
            yield Placing(before[-1].start, before[-1].end, 1, (before[-1].sense,))


def _above_the_other(statement: Statement) -> Iterator[Placing]:
    """Of Kent and Surrey, Kent has the higher: the highest of the two."""
    if len(among(statement)) == _TWO:
        for one in comparatives(statement):
            if _THE.search(statement.before(one.start, 5)) and not _THAN.match(statement.after(one.end)):
                yield Placing(one.start, one.end, 1, (one.sense,), _TWO)


def _number(word: str | None) -> int:
    """The place that a word says; the first where there is none."""
    word = (word or "first").lower()
    return ORDINALS[word] if word in ORDINALS else int(word[:-2])
