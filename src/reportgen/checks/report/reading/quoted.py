"""Figures of facts.csv and of series as the words quote them, each tied by its names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.checks.report.reading.areas import Areas
from reportgen.checks.report.reading.cell_ties import CellTies
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.fact_names import FactNames
from reportgen.checks.report.reading.fact_ties import FactTies
from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.ranges import Range
from reportgen.checks.report.reading.series_cells import series_cells
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import Surroundings
from reportgen.edition.edition import Edition

_NEAR = Decimal("0.05")
_LIKELY = 0.4  # of the likeliest fact's score


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
    is_cap: bool = False  # the remark is “at most”, so that “up to” tells the very figure

    @property
    def agrees(self) -> bool:
        one = self.quantity
        if self.is_cap and one.hedge == "at most":
            return one.range.widened(_NEAR).meets(self.exact or self.datum.range)
        said = one.range if one.hedge == "between" else one.possible  # each end of a pair tells a figure of its own
        return said.meets(self.datum.range)

    @property
    def agrees_exactly(self) -> bool:
        if self.of_another_time:
            return False
        return self.quantity.range.meets(self.exact or self.datum.range)


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
            if tie.score >= _LIKELY * ties[0].score:
                yield Quote(
                    statement,
                    one,
                    tie.name.datum,
                    tie.trust == 2,
                    tie.trust == 1,
                    tie.name.exact,
                    tie.of_another_time,
                    tie.name.bound == "below",
                )

    def _of_series(self, statement: Statement, one: Quantity) -> Iterator[Quote]:
        ties = self._cells.of(statement, one, self._surroundings.of(statement, one))
        sure = [tie for tie in ties if tie.sure]
        for tie in ties:
            is_sure = tie.sure and len(sure) == 1
            yield Quote(statement, one, tie.datum, is_sure, of_another_time=tie.of_another_time)
