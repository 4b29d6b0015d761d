"""Fundamentals that are worded in two ways: Pride in place, and Pride of place."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator

from reportgen.edition.settings import Aspiration, Settings

_JOINING = frozenset(("a", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
ALIKE = 0.75  # how alike a word is to the one that it is mistyped for


def worded_twice(settings: Settings) -> Iterator[tuple[Aspiration, Aspiration]]:
    """The aspirations whose fundamental reads almost as another does that is called as often or more, with that one."""
    every = [one for mission in settings.missions for one in mission.aspirations if one.fundamental]
    often = Counter(one.fundamental for one in every)
    first: dict[str, Aspiration] = {}
    for one in every:
        first.setdefault(one.fundamental, one)
    order = sorted(first, key=lambda name: -often[name])
    for number, name in enumerate(order):
        other = next((each for each in order[:number] if _is_near(name, each)), None)
        if other:
            yield first[name], first[other]


def _is_near(one: str, other: str) -> bool:
    ours, theirs = one.casefold().split(), other.casefold().split()
    if ours == theirs:
        return True
    changed = [pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]]
    return len(ours) == len(theirs) and len(changed) == 1 and _is_alike(*changed[0])


def _is_alike(one: str, other: str) -> bool:
    if {one, other} <= _JOINING:
        return True
    return one[0] == other[0] and difflib.SequenceMatcher(None, one, other).ratio() >= ALIKE
