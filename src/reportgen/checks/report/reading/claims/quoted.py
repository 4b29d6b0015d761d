"""Figures of facts.csv and of series as the words quote them, each tied by its names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.checks.report.reading.areas.named import Areas
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.facts.figures import Bound
from reportgen.checks.report.reading.facts.names import FactNames
from reportgen.checks.report.reading.facts.ties import FactTies
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import Range
from reportgen.checks.report.reading.series.cells import series_cells
from reportgen.checks.report.reading.series.ties import CellTies
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import Surroundings
from reportgen.edition.edition import Edition

_NEAR = Decimal("0.05")
_SHORT_OF = re.compile(r"\bshort\sof\s$")
_LIKELY = 0.4  # of the likeliest fact's score
_ROUND = 3  # digits: fewer tell a rough figure
_FAINT = 0.3  # a score that is enough where three digits are the fact's


@dataclass(frozen=True, slots=True)
class Quote:
    """A typed figure and the fact or cell that its words fit; `sure` where they fit wholly, `likely` where nearly."""

    statement: Statement
    quantity: Quantity
    datum: Datum
    sure: bool
    likely: bool = False
    exact: Range | None = None  # what the data say without a remark on it: more than this
    of_another_time: bool = False  # the words name the time of another one of the same
    bound: Bound | None = None  # what the remark says
    score: float = 0.0  # how much the words around it tell of the fact
    is_timely: bool = True  # they name no time, or one of the fact's

    @property
    def agrees(self) -> bool:
        one = self.quantity
        if self._is_contrary:
            return False
        if self.bound == "above" and one.hedge in ("above", "just above"):
            return one.range.low < (self.exact or self.datum.range).high  # no more than is known
        if self.bound == "below" and one.hedge == "at most":  # “up to” tells the very figure
            return one.range.widened(_NEAR).meets(self.exact or self.datum.range)
        if self.bound == "about" and _ROUND <= _digits(self.datum.value) <= _digits(one.value):
            return one.possible.meets(self.exact or self.datum.range)  # who rounds no further tells the very figure
        said = one.range if one.hedge == "between" else one.possible  # each end of a pair tells a figure of its own
        return said.meets(self.datum.range)

    @property
    def _is_contrary(self) -> bool:
        """Whether the hedge says the other of what the remark says: more than 7%, where 7% is at most."""
        one, known = self.quantity, self.datum.value.copy_abs()
        over = one.hedge in ("above", "just above") and self.bound == "below" and one.value >= known
        return over or (one.hedge in ("below", "just below") and self.bound == "above" and one.value <= known)

    @property
    def agrees_exactly(self) -> bool:
        if self.of_another_time:
            return False
        return self.quantity.range.meets(self.exact or self.datum.range)


def _digits(value: Decimal) -> int:
    """How many of them tell."""
    return len(value.normalize().as_tuple().digits)


class Quotes:
    def __init__(self, edition: Edition, areas: Areas, every: Sequence[Statement]) -> None:
        self._ties = FactTies(FactNames(edition.evidence), areas, every)
        self._cells = CellTies(tuple(series_cells(edition)), areas)
        self._surroundings = Surroundings(every)
        self._found: dict[tuple[int, Quantity], tuple[Quote, ...]] = {}

    def of(self, statement: Statement, one: Quantity) -> tuple[Quote, ...]:
        """The facts and cells whose words stand around a typed figure."""
        key = id(statement), one
        if key not in self._found:  # several rules ask of one figure
            self._found[key] = (*self._of_facts(statement, one), *self._of_series(statement, one))
        return self._found[key]

    def _of_facts(self, statement: Statement, one: Quantity) -> Iterator[Quote]:
        ties = self._ties.of(statement, one)
        for tie in ties:
            telling = one.form == "digits" and _digits(one.value) > 2
            agrees = telling and one.range.meets(tie.name.exact)
            if tie.trust == 2 or tie.score >= (_FAINT if agrees else _LIKELY * ties[0].score):
                is_lack = tie.name.is_lack and _SHORT_OF.search(statement.before(one.start)) is not None
                yield Quote(
                    statement,
                    replace(one, hedge="", hedge_start=-1, hedged_range=None) if is_lack else one,
                    tie.name.datum,
                    tie.trust == 2,
                    tie.trust == 1,
                    tie.name.exact,
                    tie.of_another_time,
                    tie.name.bound,
                    tie.score,
                    tie.is_timely,
                )

    def _of_series(self, statement: Statement, one: Quantity) -> Iterator[Quote]:
        ties = self._cells.of(statement, one, self._surroundings.of(statement, one))
        sure = [tie for tie in ties if tie.sure]
        for tie in ties:
            is_sure = tie.sure and len(sure) == 1
            yield Quote(statement, one, tie.datum, is_sure, of_another_time=tie.of_another_time)
