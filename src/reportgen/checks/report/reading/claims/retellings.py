"""Whether two figures are told of the same thing: the same words around both, and none that narrow one of them."""

from __future__ import annotations

from reportgen.checks.report.reading.claims.tellings import Telling

_MOST, _ALL = 0.6, 0.75


def same_thing(one: Telling, other: Telling) -> bool:
    """Whether one of the two surely tells again what the other tells."""
    if one.frame != other.frame or one.statement is other.statement or not at_one_time(one, other):
        return False
    if bool(one.nouns) and bool(other.nouns) and not (one.nouns <= other.said and other.nouns <= one.said):
        return False
    return _tells_again(one, other) or _tells_again(other, one)


def at_one_time(one: Telling, other: Telling) -> bool:
    """Whether both are of the same times; what has none and came up before may be of those of the other."""
    if one.times == other.times:
        return True
    dated, undated = (one, other) if one.times else (other, one)
    return not undated.times and (dated.one.bound is not None or undated.is_definite)


def _tells_again(one: Telling, other: Telling) -> bool:
    """Whether `one` has nearly all words of the other, and nothing that narrows it."""
    if not one.nouns <= other.said or one.narrows(other) or other.narrows(one):
        return False
    if not one.is_definite and one.unreal != other.unreal:
        return False
    missing = frozenset(word for word in other.own if other.lacks(word, one))
    shared, extras = other.own - missing, one.extras(other)
    linked = (other.said & one.said) - other.nouns - one.nouns
    if one.is_definite and one.nouns:
        known = linked or (len(one.nouns) > 1 and not missing)
        return bool(known) and len(shared) >= _MOST * len(other.own) and extras < 1 + len(linked)
    changed_about = _digits(one) == _digits(other)
    if one.nouns and one.one.value < other.one.value and not changed_about:
        return False  # it may be some of them
    if len(shared) < 2 or len(shared) < _ALL * len(other.own) or (missing and (extras or not changed_about)):
        return False
    if len(shared) == 2 and (missing or (extras and not changed_about)):
        return False
    return extras <= (2 if changed_about else 0)


def _digits(one: Telling) -> list[str]:
    """The digits of a figure, sorted: two that were changed about have the same."""
    return sorted(sign for sign in one.one.text if sign.isdigit())
