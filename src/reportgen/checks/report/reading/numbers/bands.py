"""Bands of a number, as the parts of a whole have them: under 25, 25 to 40, over 40; a day, two nights, longer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportgen.checks.report.reading.numbers.number_words import CARDINAL, cardinal

_Band = tuple[float, float]
_NUMBER = rf"(?:\d+(?:,\d{{3}})*|an?(?=\s(?:minute|hour|day|night|week|month|year))|{CARDINAL})"
_UNITS = {"minute": 1, "hour": 60, "day": 1440, "night": 1440, "week": 10080, "month": 43200, "year": 525600}
_UNIT = r"(?:[\s-](?P<unit>minute|hour|day|night|week|month|year)s?\b)?"
_BAND = re.compile(
    rf"\b(?:(?P<below>under|below|less\sthan|fewer\sthan|younger\sthan|within|up\sto)\s(?P<top>{_NUMBER})"
    rf"|(?P<above>over|above|more\sthan|older\sthan|longer\sthan|at\sleast)\s(?P<least>{_NUMBER})"
    rf"|(?P<low>{_NUMBER})\s?(?:to|and|or|[-–])\s?(?P<high>{_NUMBER})"
    rf"|(?P<one>{_NUMBER})){_UNIT}",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:longer|older|later|more)\b(?!\sthan)", re.IGNORECASE)


def are_bands(labels: Sequence[str]) -> bool:
    """Whether each of some parts has a band of the same number, and no two of them overlap."""
    told: list[_Band] = []
    unit: str | None = None
    for label in labels:
        found = list(_BAND.finditer(label))
        if len(found) == 1:
            own = found[0]["unit"]
            if told and own and not unit:
                return False  # 25 of nobody knows what, and 40 days
            unit = own or unit
            told.append(_band(found[0], _UNITS[unit.lower()] if unit else 1))
        elif told and not found and label is labels[-1] and _MORE.search(label):
            told.append((max(high for _, high in told), float("inf")))
        else:
            return False
    return (
        len(told) > 1
        and any(low != high for low, high in told)
        and all(before[1] <= after[0] and before != after for before, after in pairwise(sorted(told)))
    )


def _band(found: re.Match[str], size: int) -> _Band:
    if found["below"]:
        return 0.0, _number(found["top"]) * size
    if found["above"]:
        return _number(found["least"]) * size, float("inf")
    if found["low"]:
        return _number(found["low"]) * size, _number(found["high"]) * size
    return _number(found["one"]) * size, _number(found["one"]) * size


def _number(word: str) -> float:
    return float(cardinal(word.replace(",", "")) or 1)
