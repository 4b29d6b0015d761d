"""Hedges: over, at least, nearly, around, up to, between … and …, and what they let a figure stand for."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from reportgen.checks.report.reading.ranges import ENDLESS, Range

if TYPE_CHECKING:
    from reportgen.checks.report.reading.quantities import Quantity

Hedge = Literal["above", "just above", "below", "just below", "about", "at most"]

HEDGES: dict[Hedge, str] = {
    "just above": r"(?:just|slightly|a\slittle|marginally)\s(?:over|above|more\sthan)",
    "just below": r"(?:just|slightly|a\slittle|marginally)\s(?:under|below|less\sthan|short\sof)"
    r"|almost|nearly|not\squite|approaching|close\son",
    "at most": r"up\sto|at\smost|no\smore\sthan|not\smore\sthan|a\smaximum\sof|as\smany\sas|as\smuch\sas",
    "above": r"(?:well\s|far\s)?(?:over|more\sthan|above|at\sleast|upwards\sof|in\sexcess\sof)|exceed(?:s|ed|ing)?"
    r"|no\s(?:fewer|less)\sthan|not\sless\sthan|a\sminimum\sof|greater\sthan|higher\sthan",
    "below": r"(?:well\s|far\s)?(?:under|less\sthan|fewer\sthan|below|lower\sthan)|short\sof",
    "about": r"around|about|roughly|approximately|some|circa|c\.|~|close\sto|in\sthe\sregion\sof|an?\sestimated|near",
}
_BEFORE = re.compile(
    "|".join(rf"(?P<h{number}>{words})" for number, words in enumerate(HEDGES.values())), re.IGNORECASE
)
_KINDS = list(HEDGES)
_BETWEEN = re.compile(r"\b(?:at|with|of|the|a|an)?\s?$", re.IGNORECASE)


def hedged(text: str, one: Quantity) -> Quantity:
    """The figure with the hedge right before it, if there is any."""
    before = text[max(0, one.start - 32) : one.start]
    stripped = before.rstrip()
    for found in reversed(list(_BEFORE.finditer(stripped))):
        if found.end() != len(stripped) or (found.start() and re.match(r"\w", stripped[found.start() - 1])):
            continue
        kind = _KINDS[int((found.lastgroup or "h0")[1:])]
        start = one.start - len(before) + found.start()
        return replace(one, hedge=kind, hedge_start=start, hedged_range=_range(kind, one))
    return one


def _range(hedge: Hedge, one: Quantity) -> Range:
    value, zero = one.value, Decimal(0)
    match hedge:
        case "above":
            return Range(value, ENDLESS, True)
        case "just above":
            return Range(value, max(value * Decimal("1.12"), one.range.high), True)
        case "below":
            return Range(zero, value, True)
        case "at most":
            return Range(zero, one.range.high)
        case "just below":
            return Range(min(value * Decimal("0.88"), one.range.low), value, True)
        case "about":
            return one.range.widened(Decimal("0.1"))
