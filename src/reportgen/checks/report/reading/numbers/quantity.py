"""A figure in a text: its unit, its hedge and the range of what it may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportgen.checks.report.reading.numbers.ranges import Range
from reportgen.document import Value

Unit = Literal["percent", "points", "gbp", "number", "times", "ordinal", "year"]
Form = Literal["digits", "word", "fraction"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text, from `start` to `end`; the hedge stands before it. Its sign is kept apart from its range."""

    start: int
    end: int
    text: str
    unit: Unit
    value: Decimal
    range: Range  # of what it may stand for, without the hedge
    form: Form = "digits"
    hedge: str = ""
    hedge_start: int = -1
    hedged_range: Range | None = None
    sign: int = 0
    bound: Value | None = None

    @property
    def begin(self) -> int:
        """Where it begins with its hedge: over 40%."""
        return self.hedge_start if self.hedge_start >= 0 else self.start

    @property
    def possible(self) -> Range:
        """What the words allow, hedge and rounding taken together."""
        return self.hedged_range or self.range
