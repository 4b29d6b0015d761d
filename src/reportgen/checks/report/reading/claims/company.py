"""What a figure is of by the one beside it: as against 39% across the country, which is just its measure's there."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.checks.report.reading.claims.claim import Claim
from reportgen.checks.report.reading.data import Data
from reportgen.checks.report.reading.indicators.meaning import Meanings
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.roles import role
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator


class Company:
    def __init__(self, data: Data, meanings: Meanings) -> None:
        self._data, self._meanings = data, meanings
        self._indicators = data.indicators

    def of_claim(self, claim: Claim, found: Sequence[Claim]) -> Indicator | None:
        """The same indicator, where another figure of the sentence is just what it is elsewhere: 56% here, 78% there.

        Words that leave the indicator open are told of by such a figure: nothing else would have it by chance.
        """
        beside = (
            one
            for one in found
            if one.indicator is claim.indicator
            and one.named is not None
            and (one.area, one.period) != (claim.area, claim.period)
        )
        return claim.indicator if any(one.role == claim.role and _is_telling(one) for one in beside) else None

    def of_figure(self, statement: Statement, one: Quantity) -> Indicator | None:
        """The one indicator of the chapter that a figure beside it tells, where the words themselves tell none."""
        mission = statement.passage.section.mission
        if not mission or role(statement, one) != "value":
            return None
        found = {key for other in statement.quantities for key in self._told_by(statement, one, other, mission)}
        return self._indicators[found.pop()] if len(found) == 1 else None

    def _told_by(self, statement: Statement, one: Quantity, other: Quantity, mission: str) -> set[str]:
        """The indicators of which a figure is just the value, in an area that is named beside it."""
        if other is one or other.unit != one.unit or not _is_plain(other) or role(statement, other) != "value":
            return set()
        named, doubtful = self._meanings.area(statement, other)
        here, _ = self._meanings.area(statement, one)
        if named is None or doubtful or not named.area or named.area == (here.area if here else self._data.home):
            return set()
        said = statement.told(statement.start, statement.end)
        return {
            key
            for key, indicator in self._indicators.items()
            if indicator.mission == mission
            and (seen := self._data.observed(indicator, named.area, "")) is not None
            and seen.value == other.value
            and said & self._meanings.stems_of(indicator)
        }


def _is_telling(one: Claim) -> bool:
    """Whether a figure has so many digits, and is so exactly what the data say, that it is no other."""
    return one.agrees and _is_plain(one.quantity)


def _is_plain(one: Quantity) -> bool:
    digits = one.value.normalize().as_tuple().digits
    return one.form == "digits" and not one.hedge and len(digits) > 1
