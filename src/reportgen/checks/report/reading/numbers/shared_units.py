"""Figures that share a unit with a neighbour, which alone bears it: 10 to 20%; 2.7 points here and 5.2 there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import rounded_to, step_of

_PAIR = re.compile(r"\s?(?:to|and|[-–])\s?")
_AND = re.compile(
    r"\b(?:and|but|though|although|while)\s(?:[a-z]+\s){0,2}$|,\s$"
    r"|(?:,|;|\band)\s(?:(?:that\s(?:over|to|on|with|from)|(?:over|to|on|with)(?=\s(?:the\s)?[A-Z]))\s[^,;.\d]{3,40}\s|in\s[\d/–-]+\s)(?:(?:it\s)?(?:is|was)\s)?(?:only\s|just\s)?$"
)  # that over England 5.2; in 2023 it was 5.2
_BY, _BY_TOO = (
    re.compile(r"\bby\s$"),
    re.compile(r",?\s(?:and|but|then)\s[^;.\d]{0,60}\bby\s"),
)  # by 3 points and Kent by 7
_TOLD_OF = re.compile(
    r"\s(?:above|below|ahead|behind|higher|lower|more|less|better|worse|[a-z]{2,}er\sthan|over\s(?:the|two|three|four|five)|since|now\b|today|in\s(?:19|20)\d\d|in\sthe\s(?:last|past|first|next|following))\b|[.,;)]|$"
)


def with_shared_units(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The figures of a text, in their order, each with its unit."""
    return _of_points(text, list(_paired(text, found)))


def _paired(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """10 to 20%: the first of a pair has the unit of the second."""
    for number, one in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        shared = (
            following.unit
            if following and _PAIR.fullmatch(text, one.end, following.start) and _goes_with(text, one, following)
            else one.unit
        )
        yield replace(one, unit=shared) if one.unit == "number" and not one.bound else one


def _goes_with(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether a pair that “and” joins is one: between 10 and 20%, 46 and 34% respectively."""
    if text[one.end : other.start].strip() != "and":
        return True
    begins = re.search(r"\b(?:between|both)\s(?:[a-z]+\s){0,2}$", text[: one.start], re.IGNORECASE)
    return bool(begins or re.match(r"[^.]{0,30}\brespectively\b", text[other.end :]))


def _of_points(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """2.7 points above the national average and 5.2 above the regional one: the second is of points too."""
    told: list[Quantity] = []
    for one in found:
        last = told[-1] if told else None
        bare = one.unit == "number" and not one.bound and one.value < 100
        goes_on = last is not None and last.unit == "points" and _goes_on(text, last, one)
        if bare and goes_on and _TOLD_OF.match(text, one.end):
            step = step_of(one.value, len(one.text.partition(".")[2]), zeros=False)
            one = replace(one, unit="points", range=rounded_to(one.value, step))
        told.append(one)
    return told


def _goes_on(text: str, last: Quantity, one: Quantity) -> bool:
    """Whether a figure is told of in the words of the one before it: and 5.2; and the North East by seven."""
    link = text[last.end : one.start]
    return _AND.search(link) is not None or (
        _BY.search(text, 0, last.start) is not None and _BY_TOO.search(link) is not None
    )
