"""One problem for one contradiction.

Where two rules tell of the same words at the same place, it is the first of them; where a figure of the data is told of
itself, what rests on it is not told again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.problems import Place, Problem


def once(found: Iterable[Problem]) -> list[Problem]:
    """The problems without what is told twice. Two figures alike that are both wrong are two, by one rule."""
    kept: list[Problem] = []
    told: dict[Place, list[Problem]] = {}
    for one in dict.fromkeys(found):
        before = told.setdefault(one.place, [])
        if one.severity == "error" and any(_is_of_the_same(one, other) for other in before):
            continue
        before += [one] if one.severity == "error" else []
        kept.append(one)
    return [one for one in kept if not _rests_on_another(one, kept)]


def _rests_on_another(one: Problem, kept: list[Problem]) -> bool:
    """A count that cannot be of a base that is mistyped; a spelling by which a row stands twice."""
    if one.code == "count-against-gap":
        mistyped = [other for other in kept if other.code == "common-base" and other.severity == "error"]
        return any(f"({other.place})" in one.message for other in mistyped)
    spelling = one.code in ("area-spelling", "period-spelling")
    twice = [other for other in kept if other.code == "same-period"] if spelling else []
    return any(_is_one_row(one.place, each.place) or f"at {one.place}" in each.message for each in twice)


def _is_one_row(one: Place, other: Place) -> bool:
    row, beside = (re.sub("[A-Z]", "", each.cell or "") for each in (one, other))
    return (one.file, one.line, one.sheet, row) == (other.file, other.line, other.sheet, beside)


def _is_of_the_same(one: Problem, other: Problem) -> bool:
    if one.code == other.code != "direction":
        return one.code == "common-base"
    words, others = _told(one), _told(other)
    return bool(words and others) and (_has(words, others) or _has(others, words))


def _told(problem: Problem) -> str:
    """The words that a problem is about: those that it quotes first."""
    found = re.match("the words say “([^”]+)”", problem.message)
    return found[1] if found else ""


def _has(text: str, words: str) -> bool:
    return re.search(rf"(?<![\w.,]){re.escape(words)}(?!\w)", text) is not None
