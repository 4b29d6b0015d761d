"""What a text says its figures were rounded to: to the nearest whole number, to the nearest thousand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import rounded_to

_NEAREST = re.compile(
    r"\bto\sthe\snearest\s(?:(?:whole|full)\s)?(?P<step>[a-z]+(?:\s(?:point|cent|thousand))?|£?\d[\d,]*)\b",
    re.IGNORECASE,
)
_ONES = (
    "number",
    "unit",
    "integer",
    "percentage point",
    "percentage",
    "point",
    "per cent",
    "pound",
    "day",
    "week",
    "person",
    "one",
)
_STEPS = {
    **dict.fromkeys(_ONES, Decimal(1)),
    **{"ten": Decimal(10), "hundred": Decimal(100), "thousand": Decimal(1000), "ten thousand": Decimal(10_000)},
    **{"hundred thousand": Decimal(100_000), "million": Decimal(1_000_000)},
}


def with_told_steps(text: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """The figures of a text, each with the step that its sentence says it was rounded to."""
    steps = [(one.start(), step) for one in _NEAREST.finditer(text) if (step := _step(one["step"].lower()))]
    for one in found:
        step = next((step for at, step in steps if ". " not in text[min(at, one.end) : max(at, one.start)]), None)
        typed = one.form == "digits" and not one.bound and one.unit != "times"
        if not (typed and step and one.value % step == 0):
            yield one
            continue
        loosely = None if one.hedge == "about" else one.hedged_range  # some 2,500, to the nearest hundred
        yield replace(one, range=rounded_to(one.value, step), hedged_range=loosely)


def _step(words: str) -> Decimal | None:
    digits = words.lstrip("£").replace(",", "")
    return _STEPS.get(words) or (Decimal(digits) if digits.isdigit() and Decimal(digits) else None)
