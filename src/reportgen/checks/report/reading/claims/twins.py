"""Whether two figures are one that is told again with other figures or words around it that both have.

Who tells a thing again tells it with what belongs to it: the 2,260 people whom a survey asked, and the 34% of them; two
centres, three years and £38m. Where these agree, the one that does not is mistaken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.claims.retellings import at_one_time
from reportgen.checks.report.reading.claims.tellings import MARKS, Telling
from reportgen.checks.report.reading.claims.told_counts import (
    OF_THEM,
    count_alike,
    counted,
    is_limit,
    is_rate,
    noun_behind,
)
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.sentences import stems_in

_MOST, _MANY = 0.6, 4
_PLANNED = re.compile(
    r"\b(?:will|would|shall|is\sto|are\sto|to\sbe|meant|due|plan\w*|from\s20\d\d|by\s20\d\d|next\s(?:year|spring|summer|autumn|winter))\b"
)
_DENIED = re.compile(r"could|should|might|may|target|if|whether|unless|not|never|nor|n’t|until|must", re.IGNORECASE)
_SAYS_IT_AGAIN = re.compile(r",?\s\(?(?:or|that\sis|i\.e\.)\s|\s\(")
_IT = re.compile(r"(?:It|They|This|These)\b")
_NAMED = re.compile(
    r"(?:(?!\s(?:is|are|was|were|has|have|had|will|would|can|could|must|should|do|did)\b)\s[\w’'-]+){1,8}"
)
_OPENS = re.compile(r"\b(?:open|reopen|build|built|creat|found|launch)\w*\b", re.IGNORECASE)


def are_two(one: Telling, other: Telling) -> bool:
    """Whether they surely are two things: one is of a year or of each, or beside the very figure of the other."""
    return any(
        (is_rate(this), is_limit(this)) != (is_rate(that), is_limit(that))
        or _tells(this, that)
        or _is_of_others(this, that)
        for this, that in ((one, other), (other, one))
    )


def are_twins(one: Telling, other: Telling) -> bool:
    """Whether both surely tell one thing."""
    if one.frame[:4] != other.frame[:4] or one.statement.passage is other.statement.passage:
        return False
    if not (_is_marked_alike(one, other) and count_alike(one, other)):
        return False
    shared = one.known & other.known
    if _is_slip(one.one, other.one):
        return _is_slip_of(one, other, shared)
    return _is_told_again(one, other, shared & (one.own | other.own))


def _is_slip_of(one: Telling, other: Telling, shared: frozenset[str]) -> bool:
    """Whether what are the same digits in another order is told with most words of either."""
    if one.times.isdisjoint(other.times) and not at_one_time(one, other):
        return False
    if not (_is_as_real(one, other) and _is_as_real(other, one)):
        return False
    known = one.nouns and (one.is_definite or other.is_definite) and len(_digits(one.one)) > 2
    if known and one.nouns & other.nouns:
        return not _contrasts(one, other)
    few, many = sorted((one.clause, other.clause), key=len)
    mostly = len(few & shared) >= _MOST * len(few) and 2 * len(many & shared) >= len(many)
    differ = one.one.unit != "number" and one.clause - shared and other.clause - shared
    return len(shared) > (_MANY - 1 if differ else 1) and mostly and not _contrasts(one, other)


def _contrasts(one: Telling, other: Telling) -> bool:
    """Whether each has a word before one that both have, which the other has not: fire and ambulance stations."""
    return all(
        any(this.is_beside(at, that) for at, word in this.statement.stems if word in this.said - that.known)
        for this, that in ((one, other), (other, one))
    )


def _is_told_again(one: Telling, other: Telling, shared: frozenset[str]) -> bool:
    """Whether one has all words of the other, nothing narrows either, and other figures or many words agree."""
    anchors = len(set(_figures(one)) & set(_figures(other)))
    if not at_one_time(one, other) and (not anchors or (one.times and other.times)):
        return False
    if bool(_PLANNED.search(one.statement.text)) != bool(_PLANNED.search(other.statement.text)):
        return False
    if not (_is_as_real(one, other) and _is_as_real(other, one)):
        return False
    is_share = one.one.unit == "percent"  # of whom, another clause may say
    missing = (one.said if is_share else one.clause) - other.known
    extra = (other.said if is_share else other.clause) - one.known
    if _refers_back(one, other) or _refers_back(other, one):
        return True
    if (missing and extra) or len(missing | extra) > 2:
        return False
    if not anchors and len(shared) < (_MANY if missing or extra else _MANY - 1):
        return False
    return bool(shared) and not one.narrows(other) and not other.narrows(one)


def _is_as_real(one: Telling, other: Telling) -> bool:
    """Whether what makes it no fact stands by the other too."""
    said = other.statement.lower.replace("would", "could")
    return all(word in said for word in one.unreal if _DENIED.fullmatch(word))


def _refers_back(one: Telling, other: Telling) -> bool:
    """Whether it speaks of what the other brings up, by all that the other counts: the three surgical centres."""
    if not one.is_definite or other.is_definite or not one.nouns or one.one.unit != "number":
        return False
    named = _NAMED.match(one.statement.after(one.one.end))
    words = stems_in(named[0]) if named else frozenset()
    return len(words) > 1 and words <= other.known and other.nouns <= one.known and not one.narrows(other)


def _tells(one: Telling, other: Telling) -> bool:
    """Whether the other's figure is told there too: £240m, of which £95m."""
    return any(
        each.unit == other.one.unit and each is not one.one and each.range.meets(other.one.range)
        for statement in (one.statement, *one.linked)
        for each in statement.quantities
        if not (
            statement is one.statement and _SAYS_IT_AGAIN.fullmatch(statement.passage.text, each.end, one.one.start)
        )
        if each.unit != "number" or noun_behind(statement.after(each.end)) in (counted(other), "")
    )


def _is_of_others(one: Telling, other: Telling) -> bool:
    """Whether it is of those that its own sentence names before, and the other does not know: girls: 34% of them."""
    statement = one.statement
    if not OF_THEM.match(statement.after(one.one.end)):
        return False
    before = {word for at, word in statement.stems if at < one.one.start}
    return any(word in one.said and word not in other.known for word in before)


def _is_marked_alike(one: Telling, other: Telling) -> bool:
    """Whether no word that tells one thing from another stands by one and nowhere by the other."""
    return all(_is_marked(mark, that) for this, that in ((one, other), (other, one)) for mark in _marks(this))


def _marks(one: Telling) -> frozenset[str]:
    """The words that tell one thing from another, by it or by what it goes on to tell of: the first … It costs £17m."""
    told = one.linked[:1] if _IT.match(one.statement.text) else ()
    return one.marks | {mark.lower() for each in told for mark in MARKS.findall(each.text)}


def _is_marked(mark: str, one: Telling) -> bool:
    every = (one.statement, *one.linked)
    if mark in ("new", "newly") and any(_OPENS.search(each.text) for each in every):
        return True
    form = r"own(?:s|ed)?" if mark == "own" else re.escape(mark)
    return any(re.search(rf"\b{form}\b", each.text, re.IGNORECASE) for each in every)


def _figures(one: Telling) -> Iterator[tuple[object, ...]]:
    """The other figures that it is told with, each with what it counts."""
    for statement in (one.statement, *one.linked):
        for each in statement.quantities:
            if each is not one.one and each.unit in ("percent", "gbp", "number"):
                yield each.unit, each.value, noun_behind(statement.after(each.end)) if each.unit == "number" else ""


def _is_slip(one: Quantity, other: Quantity) -> bool:
    first, second = _digits(one), _digits(other)
    return one.form == other.form == "digits" and len(first) > 1 and first != second and sorted(first) == sorted(second)


def _digits(one: Quantity) -> str:
    return "".join(sign for sign in one.text if sign.isdigit()).strip("0")
