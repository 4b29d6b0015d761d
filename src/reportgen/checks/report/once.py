"""One problem for one contradiction: where two rules tell of the same words at the same place, the first of them."""

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
    return kept


def _is_of_the_same(one: Problem, other: Problem) -> bool:
    if one.code == other.code != "direction":
        return False
    words, others = _told(one), _told(other)
    return bool(words and others) and (_has(words, others) or _has(others, words))


def _told(problem: Problem) -> str:
    """The words that a problem is about: those that it quotes first."""
    found = re.match("the words say “([^”]+)”", problem.message)
    return found[1] if found else ""


def _has(text: str, words: str) -> bool:
    return re.search(rf"(?<![\w.,]){re.escape(words)}(?!\w)", text) is not None
