"""Figures of facts.csv and of series as the words quote them, tied by a fact's id or the names of row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.quantities import Quantity, quantities
from reportgen.checks.report.reading.ranges import exactly, rounded_to, step_of
from reportgen.checks.report.reading.sentences import stem, stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Fact, Series
from reportgen.numbers import show

_VAGUE_WORDS = "share rise fall low high count total number year years region uk national local area new per times gap"
_VAGUE = frozenset(stem(word) for word in _VAGUE_WORDS.split())
_UNITS = {"percent": ("percent",), "gbp": ("gbp",), "number": ("number", "points"), "text": ("ordinal",)}
_LINKED = re.compile(
    r"\b(?:is|was|are|were|of|at|to|worth|reached|reaches|stands|stood|totals?|totalled|came|contribut\w+|generat\w+|earn\w*|produc\w+|add\w*|equals?|by|with|has|have|costs?|around|over)\s"
    r"(?:[a-z]+\s){0,2}$|:\s$"
)
_BEGINS = re.compile(r"(?:(?:[Nn]early|[Aa]lmost|[Ss]ome|[Aa]bout|[Aa]round|[Tt]he)\s)?")
_THING = re.compile(r"\s(?:people|households|families|names|homes|children|adults|patients|students|pupils)\b")
_NOUNS = re.compile(r"(?:\s(?!and\b|or\b|but\b|in\b|by\b|since\b|for\b|than\b|against\b)[A-Za-z’'-]+){1,4}")
_HEADING_UNIT = re.compile(r"\(\s*(%|£\s?(?:m|bn|k)?)\s*\)")


@dataclass(frozen=True, slots=True)
class Quote:
    """A typed figure and the fact or cell that its words fit; `sure` where they fit wholly."""

    statement: Statement
    quantity: Quantity
    datum: Datum
    sure: bool

    @property
    def agrees(self) -> bool:
        return self.quantity.possible.meets(self.datum.range)


class Quotes:
    def __init__(self, edition: Edition) -> None:
        facts = edition.evidence.facts.values()
        self._facts = [(fact, _fact_stems(fact), datum) for fact in facts if (datum := _fact_datum(fact))]
        self._titles = [table.title for table in edition.settings.tables.values()]
        self._series = list(edition.evidence.series.items())

    def of(self, statement: Statement, one: Quantity) -> list[Quote]:
        """The facts and cells whose words stand around a typed figure."""
        start, end = statement.stretch(one.start)
        said = statement.stems_within(start, end)
        whole = statement.stems_within(statement.start, statement.end)
        return [*self._of_facts(statement, one, said, whole), *self._of_series(statement, one, said)]

    def _of_facts(
        self, statement: Statement, one: Quantity, said: frozenset[str], whole: frozenset[str]
    ) -> Iterator[Quote]:
        for fact, stems, datum in self._facts:
            if one.unit not in _UNITS[fact.unit] or not stems & whole:
                continue
            if one.value < (fact.value or 0) and _BEGINS.fullmatch(statement.passage.text, statement.start, one.start):
                continue  # ten routes were cut: some of them
            told = len(stems & said) == len(stems) and len(stems - _VAGUE) > 1
            yield Quote(statement, one, datum, told and _is_tied(statement, one, stems, fact.id))

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


def _fact_stems(fact: Fact) -> frozenset[str]:
    return stems_in(re.sub(r"\b(?:19|20)\d\d\b", "", fact.id.replace("-", " ")))


def _fact_datum(fact: Fact) -> Datum | None:
    label = f"the fact “{fact.id}”"
    if fact.unit == "text":
        ordinal = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", fact.text)
        value = Decimal(ordinal[1]) if ordinal else None
        return Datum(label, value, exactly(value), fact.text, fact.place, fact.id) if value is not None else None
    if fact.value is None:
        return None
    step = step_of(fact.value, fact.decimals, zeros=fact.unit != "percent" and fact.value >= 100)
    shown = show(fact.value, fact.unit, fact.decimals)
    return Datum(label, fact.value, rounded_to(fact.value, step), shown, fact.place, fact.id)


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


def _is_tied(statement: Statement, one: Quantity, stems: frozenset[str], name: str) -> bool:
    """Whether the figure is said of the fact's own words: as its noun, or led to by a verb."""
    behind = _NOUNS.match(statement.after(one.end, 60))
    if behind and one.unit == "number":
        called = re.search(rf"\b{name.replace('-', '[ -]')}\b", statement.text, re.IGNORECASE)
        if not (called and _THING.match(behind[0])):
            return _last_word(name) in stems_in(behind[0])
    return _LINKED.search(statement.before(one.hedge_start if one.hedge_start >= 0 else one.start)) is not None


def _last_word(name: str) -> str:
    """What a fact counts, as its id ends: hospital-staff, bus-routes."""
    telling = [word for word in name.split("-") if stem(word) not in _VAGUE and not word.isdigit()]
    return stem(telling[-1]) if telling else ""
