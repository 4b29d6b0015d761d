"""Figures of facts.csv and of series as the words quote them, tied by a fact's id or the names of row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.report.reading.areas import Areas
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.fact_names import FactNames
from reportgen.checks.report.reading.fact_ties import FactTies
from reportgen.checks.report.reading.quantities import Quantity, quantities
from reportgen.checks.report.reading.ranges import Range
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Series

_LIKELY = 0.4  # of the likeliest fact's score
_LINKED = re.compile(
    r"\b(?:is|was|are|were|of|at|to|worth|reached|reaches|stands|stood|totals?|totalled|came|contribut\w+|generat\w+|earn\w*|produc\w+|add\w*|equals?|by|with|has|have|costs?|around|over)\s"
    r"(?:[a-z]+\s){0,2}$|:\s$"
)
_NOUNS = re.compile(r"(?:\s(?!and\b|or\b|but\b|in\b|by\b|since\b|for\b|than\b|against\b)[A-Za-z’'-]+){1,4}")
_HEADING_UNIT = re.compile(r"\(\s*(%|£\s?(?:m|bn|k)?)\s*\)")


@dataclass(frozen=True, slots=True)
class Quote:
    """A typed figure and the fact or cell that its words fit; `sure` where they fit wholly, `likely` where nearly."""

    statement: Statement
    quantity: Quantity
    datum: Datum
    sure: bool
    likely: bool = False
    exact: Range | None = None  # what the data say without a remark on it: more than this

    @property
    def agrees(self) -> bool:
        one = self.quantity
        said = one.range if one.hedge == "between" else one.possible  # each end of a pair tells a figure of its own
        return said.meets(self.datum.range)

    @property
    def agrees_exactly(self) -> bool:
        return self.quantity.range.meets(self.exact or self.datum.range)


class Quotes:
    def __init__(self, edition: Edition, areas: Areas, every: Sequence[Statement]) -> None:
        self._ties = FactTies(FactNames(edition.evidence), areas, every)
        self._titles = [table.title for table in edition.settings.tables.values()]
        self._series = list(edition.evidence.series.items())

    def of(self, statement: Statement, one: Quantity) -> list[Quote]:
        """The facts and cells whose words stand around a typed figure."""
        start, end = statement.stretch(one.start)
        said = statement.stems_within(start, end)
        return [*self._of_facts(statement, one), *self._of_series(statement, one, said)]

    def _of_facts(self, statement: Statement, one: Quantity) -> Iterator[Quote]:
        ties = self._ties.of(statement, one)
        for tie in ties:
            if tie.score >= _LIKELY * ties[0].score:
                yield Quote(statement, one, tie.name.datum, tie.trust == 2, tie.trust == 1, tie.name.exact)

    def _of_series(self, statement: Statement, one: Quantity, said: frozenset[str]) -> Iterator[Quote]:
        for name, series in self._series:
            for row in series.rows:
                category = stems_in(row[0]) or frozenset(re.findall(r"\d{4}", row[0]))
                years = frozenset(period for _, period in statement.periods)
                if not category or not category <= said | years:
                    continue
                yield from self._of_row(statement, one, said | years, name, series, row)

    def _of_row(
        self, statement: Statement, one: Quantity, said: frozenset[str], name: str, series: Series, row: tuple[str, ...]
    ) -> Iterator[Quote]:
        behind = _NOUNS.match(statement.after(one.end, 60))
        noun = stems_in(behind[0]) if behind else frozenset()
        for column, cell in enumerate(row[1:], 1):
            heading = series.columns[column]
            datum = _cell_datum(name, series, row, column, cell)
            if datum is None or not _suits(one, heading, cell):
                continue
            years = frozenset(re.findall(r"\d{4}", heading))
            stems = stems_in(_HEADING_UNIT.sub("", heading))
            dated = bool(years) and years <= said
            tied = dated and len(stems_in(row[0])) > 1 and _LINKED.search(statement.before(one.start)) is not None
            whole = bool(stems) and stems <= noun and not self._goes_on(statement, one, series)
            sure = (whole and one.unit == "number") or tied
            if dated or (stems and stems & said) or sure:
                yield Quote(statement, one, datum, sure)

    def _goes_on(self, statement: Statement, one: Quantity, series: Series) -> bool:
        """Whether what follows a figure tells of something beside the table: 3,000 tonnes to the incinerator."""
        told = {word for cell in (*series.columns, *(row[0] for row in series.rows)) for word in stems_in(cell)}
        titles = {word for title in self._titles for word in stems_in(title)}
        return bool(statement.stems_within(one.end, statement.stretch(one.start)[1]) - told - titles)


def _cell_datum(name: str, series: Series, row: tuple[str, ...], column: int, cell: str) -> Datum | None:
    found = quantities(cell)
    if len(found) != 1 or found[0].unit == "ordinal":
        return None
    number = series.rows.index(row)
    place = series.places[number][column] if series.places else series.place
    label = f"“{series.columns[column]}” of “{row[0]}” in {name}"
    return Datum(label, found[0].value, found[0].range, cell, place, name)


def _suits(one: Quantity, heading: str, cell: str) -> bool:
    unit = _HEADING_UNIT.search(heading)
    typed = quantities(cell)[0].unit
    if unit and "%" in unit[1]:
        return one.unit == "percent"
    if unit:
        return False  # in millions, as the heading says: its scale is the charts' affair
    return one.unit == typed
