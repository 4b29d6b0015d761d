"""Hedges: over, at least, nearly, around, up to, between … and …, and what they let a figure stand for."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import ENDLESS, Range

Hedge = Literal["above", "just above", "below", "just below", "about", "at most", "as many"]

HEDGES: dict[Hedge, str] = {
    "just above": r"(?:just|slightly|a\slittle|marginally)\s(?:over|above|more\sthan)",
    "just below": r"(?:just|slightly|a\slittle|marginally)\s(?:under|below|less\sthan|short\sof)"
    r"|almost|nearly|not\squite|approaching|close\son|getting\son\sfor",
    "at most": r"up\sto|at\smost|no\smore\sthan|not\smore\sthan|a\smaximum\sof",
    "as many": r"as\smany\sas|as\smuch\sas",
    "above": r"(?:well\s|far\s)?(?:over|more\sthan|above|at\sleast|upwards\sof|in\sexcess\sof)|exceed(?:s|ed|ing)?"
    r"|past|beyond"
    r"|no\s(?:fewer|less)\sthan|not\sless\sthan|a\sminimum\sof|greater\sthan|higher\sthan",
    "below": r"not\seven|(?:well\s|far\s)?(?:under|less\sthan|fewer\sthan|below|lower\sthan)|short\sof"
    r"|yet\sto\s(?:reach|pass|exceed|hit|top)|shy\sof",
    "about": r"barely|scarcely|hardly"
    r"|(?<!\bbuilt\s)(?<!\borganised\s)(?<!\bgrouped\s)(?<!\barranged\s)around|about|roughly|approximately|some|circa|c\.|~|close\sto|in\sthe\sregion\sof|an?\sestimated|near",
}
_BEFORE = re.compile(
    "|".join(rf"(?P<h{number}>{words})" for number, words in enumerate(HEDGES.values())), re.IGNORECASE
)
_KINDS = list(HEDGES)
_ABOUT_WHAT = re.compile(  # told us about three challenges: that is no hedge
    r"\b(?:tell|told|ask\w*|heard|hear|speak|spoke|talk\w*|know|knew|learn\w*|report\w*|questions?|concerns?|(?:is|are|was|were)\sall)"
    r"(?:\s(?:us|them|people|residents|firms|employers))?\sabout\s(?:the\s)?\Z"
)
_UNDER_WHAT = re.compile(  # indicators under three missions: that is no hedge
    r"\s(?:[a-z]+\s)?(?:missions|headings|themes|aims|goals|aspirations|chapters|topics|pillars|priorities|titles|groups|heads)\b"
)
_BY_DIGITS = {2: Decimal("0.06"), 3: Decimal("0.012"), 4: Decimal("0.001")}  # some 9,530 is hardly 9,350
_FAR_OFF, _FIVE = Decimal("5.5"), 5  # points of a share; which is rough
_NEXT, _NEXT_BUT_ONE = Decimal("0.85"), Decimal("1.6")  # of the step: about 14; about 870
_ROUGH = Decimal("1.03")  # a third, of 34%


def between(text: str, one: Quantity, other: Quantity) -> tuple[Quantity, Quantity] | None:
    """Two figures as the ends of one range: between 75% and 80%. None where they are none."""
    link = text[one.end : other.start].strip()
    if one.unit != other.unit or one.value >= other.value or link not in ("and", "to", "–", "-"):
        return None
    if (link == "and") != text[: one.start].rstrip().lower().endswith("between"):
        return None
    if link == "to" and re.search(r"\b(?:from|of|by)\s$", text[: one.start]):
        return None
    both = Range(one.range.low, other.range.high)
    return replace(one, hedge="between", hedged_range=both), replace(other, hedge="between", hedged_range=both)


def hedged(text: str, one: Quantity) -> Quantity:
    """The figure with the hedge right before it, if there is any."""
    before = text[max(0, one.start - 32) : one.start]
    stripped = before.rstrip()
    if _ABOUT_WHAT.search(text, 0, one.start):
        return one
    for found in reversed(list(_BEFORE.finditer(stripped))):
        if found.end() != len(stripped) or (found.start() and re.match(r"\w", stripped[found.start() - 1])):
            continue
        if found[0].lower() == "under" and _UNDER_WHAT.match(text, one.end):
            return one
        kind = _KINDS[int((found.lastgroup or "h0")[1:])]
        start = one.start - len(before) + found.start()
        return replace(one, hedge=kind, hedge_start=start, hedged_range=_range(kind, one))
    return one


_TURNED: dict[Hedge, Hedge] = {  # more than halved: less than half of it is left
    **{"above": "below", "below": "above", "just above": "just below", "just below": "just above"},
}


def _range(hedge: Hedge, one: Quantity) -> Range:
    value, zero = one.value, Decimal(0)
    if one.text.lower() == "halved":
        hedge = _TURNED.get(hedge, hedge)
    match hedge:
        case "above":
            return Range(value, ENDLESS, True)
        case "just above":
            return Range(value, max(value * Decimal("1.12"), one.range.high), True)
        case "below":
            return Range(zero, value, True)
        case "at most":
            return Range(zero, value * _ROUGH if one.form == "fraction" else one.range.high)
        case "as many":
            return one.range if one.form == "fraction" else Range(value * Decimal("0.95"), one.range.high)
        case "just below":
            return Range(min(value * Decimal("0.88"), one.range.low), value, True)
        case "about":
            return _about(one)


def _about(one: Quantity) -> Range:
    """Not as far as where another figure would be said: two thirds are hardly about three quarters, 79 about 76."""
    rough, digits = one.range.widened(_looseness(one)), one.value.normalize().as_tuple()
    exponent = digits.exponent if isinstance(digits.exponent, int) else 0
    if one.form == "digits" and len(digits.digits) < 3 and digits.digits[-1] != _FIVE and exponent <= 0:
        far = _NEXT * Decimal(1).scaleb(exponent)
    elif one.form == "digits" and len(digits.digits) == 2 and digits.digits[-1] != _FIVE:
        far = _NEXT_BUT_ONE * Decimal(1).scaleb(exponent)
    elif one.form == "fraction" and one.unit == "percent":
        far = _FAR_OFF
    else:
        return rough
    return Range(max(rough.low, one.value - far), min(rough.high, one.value + far), True)


def _looseness(one: Quantity) -> Decimal:
    """How far off “about” may be, as a share: about 20 may be 22, about 32.5 is hardly 35."""
    if one.form == "fraction":
        return Decimal("0.09")  # it is rough already
    digits = len(one.value.normalize().as_tuple().digits)
    if one.form != "digits" or digits == 1:
        return Decimal("0.12")
    return _BY_DIGITS[min(digits, 4)]
