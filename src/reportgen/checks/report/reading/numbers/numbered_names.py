"""Numbers that belong to the name of what is measured, and are no figures: Attainment 8."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.checks.report.reading.numbers.quantity import Quantity

_NUMBERED = re.compile(
    r"(?!within|under|over|aged|than|least|from)\b[A-Za-z]{4,}\s\d[\d,]*\b(?!\.?\d|\s?%|\s(?:per|or)\b)"
)


class NumberedNames:
    """The numbers in names, each with the word before it."""

    def __init__(self, names: Iterable[str]) -> None:
        found = {one[0] for name in names for one in _NUMBERED.finditer(name)}
        each = "|".join(re.escape(one) for one in sorted(found, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{each})(?![\w%])", re.IGNORECASE) if each else None

    def without(self, found: tuple[Quantity, ...], text: str) -> tuple[Quantity, ...]:
        """The figures of a text that are none of these."""
        if self._pattern is None or not found:
            return found
        names = [one.span() for one in self._pattern.finditer(text)]
        return tuple(one for one in found if not any(start < one.start < end for start, end in names))
