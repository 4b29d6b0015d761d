"""Words that are said for one another of what facts count, and of how it moves: staff for jobs, risen for growth."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.checks.report.reading.sentences import stem

_GROUPS = (
    "people jobs staff workers employees posts workforce employ residents adults specialists",
    "businesses firms companies employers enterprises",
    "homes houses dwellings properties households premises",
    "pupils students learners children",
    "rise risen rose growth grow grown grew increase gain climb",
    "fall fallen fell drop cut decrease decline loss lost reduction saving",
    "shortfall short gap lack deficit",
    "sme small medium",
)
GROUPS = tuple(frozenset(stem(word) for word in words.split()) for words in _GROUPS)
MOVES = frozenset(word for group in GROUPS if stem("rise") in group or stem("fall") in group for word in group)


def kin_of(words: Iterable[str]) -> frozenset[str]:
    """All words that are said for one of these, and they themselves where they are in a group."""
    known = frozenset(words)
    return frozenset(word for group in GROUPS if group & known for word in group)
