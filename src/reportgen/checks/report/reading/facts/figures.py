"""What a fact says, as a figure with its range, and what a remark on it lets it be: more than this, roughly."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.numbers.number_words import ORDINALS
from reportgen.checks.report.reading.numbers.ranges import Range, exactly, rounded_to, step_of
from reportgen.edition.evidence import Fact
from reportgen.numbers import show

Bound = Literal["above", "below", "about"]

_ORDINAL = re.compile(  # 9th, second, third-largest
    rf"(?:(?P<digits>\d+)(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINALS)}))(?:[\s-](?:[a-z]+est|best|worst))?",
    re.IGNORECASE,
)
_WIDER = Decimal("1.25")


def fact_datum(fact: Fact, bound: Bound | None = None) -> Datum | None:
    """What a fact says, as a figure; None where it says none."""
    label = f"the fact “{fact.id}”"
    if fact.unit == "text":
        ordinal = _ORDINAL.fullmatch(fact.text)
        if ordinal is None:
            return None
        value = Decimal(ordinal["digits"] or ORDINALS[ordinal["word"].lower()])
        return Datum(label, value, exactly(value), fact.text, fact.place, fact.id)
    if fact.value is None:
        return None
    shown = show(fact.value, fact.unit, fact.decimals)
    return Datum(label, fact.value, _bounded(rounded(fact), bound), shown, fact.place, fact.id)


def rounded(fact: Fact) -> Range:
    """What its figure stands for, without a remark on it."""
    size = (fact.value if fact.value is not None else Decimal(re.sub(r"\D", "", fact.text) or 0)).copy_abs()
    if fact.unit == "text":
        return exactly(size)
    return rounded_to(size, step_of(size, fact.decimals, zeros=fact.unit != "percent" and size >= 100))


def _bounded(known: Range, bound: Bound | None) -> Range:
    """What a remark lets a figure be: “more than this” is a little more, not any sum."""
    match bound:
        case "above":
            return Range(known.low, known.high * _WIDER, True)
        case "below":
            return Range(known.low * (2 - _WIDER), known.high, known.closed)
        case "about":
            return known.widened(Decimal("0.06"))
        case None:
            return known
