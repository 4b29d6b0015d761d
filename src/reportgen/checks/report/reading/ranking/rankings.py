"""Places in an order that the data can judge: the highest share of which measure, whose it is, and among whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.checks.report.reading.comparing.adjectives import Sense
from reportgen.checks.report.reading.comparing.comparisons import holds
from reportgen.checks.report.reading.comparing.placings import Placing, commonest, placings
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.ranking.orders import orders
from reportgen.checks.report.reading.ranking.ranked_area import ranked_area
from reportgen.checks.report.reading.ranking.ranked_measure import ranked_measure
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator

_IS_MOST = re.compile(
    r"\b(?:is|are|was|were|remains?|stays?|being|it[’']s)\s(?:now\s|still\s|also\s|by\sfar\s)*$", re.IGNORECASE
)
_IN_IT = re.compile(r"(?:\sof\sall)?(?:,\s[^,]*,)?\s(?:in|for|among)\s(?:the\s)?")


@dataclass(frozen=True, slots=True)
class Ranking:
    """A place in an order. `area`: whose it is; `orders`: the values in each order that may be meant, one at least."""

    statement: Statement
    placing: Placing
    indicator: Indicator
    area: str
    orders: Sequence[Mapping[str, Datum]]

    def is_ahead(self, one: Datum, other: Datum, sense: Sense) -> bool:
        if one.value == other.value:
            return False
        return holds(sense, one.value > other.value, self.indicator.better == "higher")

    def ahead(self, order: Mapping[str, Datum], sense: Sense) -> list[str]:
        """The areas that come before the one that is placed."""
        return [one for one, value in order.items() if self.is_ahead(value, order[self.area], sense)]


def rankings(report: ReadReport, statement: Statement) -> Iterator[Ranking]:
    for placing in (*placings(statement), *_commonest_in(statement)):
        area = ranked_area(statement, placing, report.data.home)
        indicator = ranked_measure(report, statement, placing, area)
        possible = orders(report.data, statement, placing, area, indicator) if indicator is not None else []
        if indicator is not None and possible:
            yield Ranking(statement, placing, indicator, area, possible)


def _commonest_in(statement: Statement) -> Iterator[Placing]:
    """Smoking is most common in Kent: the highest."""
    for one in commonest(statement):
        behind = [area.start for area in statement.areas if area.start > one.end]
        said = _IS_MOST.search(statement.before(one.start)) is not None
        if said and any(_IN_IT.fullmatch(statement.passage.text, one.end, at) for at in behind):
            yield one
