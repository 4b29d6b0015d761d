"""What a figure draws, for the words that are about it: its alternative text, and sentences that refer to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.charts import Chart, ChartSeries
from reportgen.checks.report.periods import first_year
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stems_in, words
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.settings import FigureSettings

_ALL = re.compile(r"\b(?:both|all|each|every|the\stwo|the\sthree)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A category that the words name, from `start` to `end` in the passage; `number`: which of the chart's it is."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Drawn:
    figure: FigureSettings
    chart: Chart
    source: str  # the file that holds the data

    @property
    def is_over_time(self) -> bool:
        """Whether its categories are years, one after the other."""
        years = [first_year(one) for one in self.chart.categories]
        known = [year for year in years if year is not None]
        return len(known) == len(years) > 1 and known == sorted(known)

    def at(self, period: str) -> int | None:
        """Which category a period that the words name is."""
        year = first_year(period)
        found = [number for number, one in enumerate(self.chart.categories) if first_year(one) == year]
        return found[0] if len(found) == 1 else None

    def meant(self, statement: Statement) -> Sequence[ChartSeries]:
        """The series that a sentence may speak of: those that it names, else all."""
        named = {one.area for one in statement.areas} | {one.text for one in statement.areas}
        said = stems_in(statement.text)
        found = [one for one in self.chart.series if one.name in named or (stems_in(one.name) or {""}) <= said]
        return found or self.chart.series

    def mentions(self, statement: Statement) -> Sequence[Mention]:
        """The categories that a sentence names, in its order."""
        stems = {number: stems_in(one) for number, one in enumerate(self.chart.categories)}
        placed = list(words(statement.text))
        found = []
        for number, telling in stems.items():
            others = frozenset().union(*(each for other, each in stems.items() if other != number))
            own = telling - others or telling
            at = [(begin, word) for begin, word in placed if word in own]
            if at and own and (telling <= {word for _, word in placed} or telling - others):
                begin, word = at[0][0], at[-1]
                end = re.compile(r"[\w’'-]+").match(statement.text, word[0])
                found.append(Mention(statement.start + begin, statement.start + (end.end() if end else begin), number))
        return sorted(found, key=lambda one: one.start)


def speaks_of_all(statement: Statement) -> bool:
    return _ALL.search(statement.text) is not None


def drawn(report: ReadReport) -> Iterator[tuple[Statement, Drawn]]:
    """Each sentence of an alternative text, and each of the narrative that refers to one figure, with that figure."""
    settings = report.edition.settings
    known = {key: _of(settings.figures[key], chart) for key, chart in report.charts.items()}
    for statement in report.statements:
        passage = statement.passage
        if passage.kind == "alt":
            keys = {passage.section.figure}
        else:
            keys = {one.target for one in passage.references if statement.start <= one.start < statement.end}
        if len(keys) == 1 and (key := keys.pop()) in known:
            yield statement, known[key]


def values(series: ChartSeries) -> Mapping[int, Decimal]:
    """The values that are there, by their category's number."""
    return {number: value for number, value in enumerate(series.values) if value is not None}


def _of(figure: FigureSettings, chart: Chart) -> Drawn:
    return Drawn(figure, chart, figure.data if isinstance(figure.data, str) else "values.csv")
