"""A claim: a typed figure whose subject is known, with what the data say of it."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.checks.report.reading.areas.named import Named
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.roles import Role
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator


@dataclass(frozen=True, slots=True)
class Claim:
    """`others`: what the same words might mean as well."""

    statement: Statement
    quantity: Quantity
    indicator: Indicator
    role: Role
    area: str
    period: str
    named: Named | None
    expected: Datum
    sure: bool
    meant: bool  # the indicator is sure, if not the area or time
    others: tuple[Datum, ...] = ()
    relative: Datum | None = None
    rival: Named | None = None  # what a gap is measured to, as named

    @property
    def is_of_its_unit(self) -> bool:
        """Whether it is of what was measured, no share of it: by £16, not by 11%."""
        return self.quantity.unit != "percent" or self.indicator.unit == "percent"

    @property
    def agrees(self) -> bool:
        return self.is_of_its_unit and self.quantity.possible.meets(self.expected.range)

    @property
    def is_relative(self) -> bool:
        """Whether a percentage is right as a share of where a change began, or of what a gap is measured to."""
        return self.relative is not None and self.quantity.possible.meets(self.relative.range)

    @property
    def agrees_with_another(self) -> Datum | None:
        others = (one for one in self.others if one.label != self.expected.label)
        one = self.quantity
        if not self.is_of_its_unit:
            return None
        return next(
            (other for other in others if one.range.meets(other.range) and one.possible.meets(other.range)), None
        )
