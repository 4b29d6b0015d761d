"""Whether a sentence is of another source than an indicator is, by the notes that it calls."""

from __future__ import annotations

from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Indicator


class OtherSources:
    def __init__(self, edition: Edition) -> None:
        self._sources = _sources(edition)

    def are_noted(self, statement: Statement, indicator: Indicator) -> bool:
        """Whether the sentence has notes, and none of them is to where the indicator has its values from."""
        own = self._sources.get(indicator.id)
        return bool(statement.sources and own) and statement.sources.isdisjoint(own or ())


def _sources(edition: Edition) -> dict[str, set[str]]:
    """Where each indicator has its values from."""
    evidence = edition.evidence
    found = {one.id: {one.source} for one in evidence.indicators.values() if one.source}
    for row in evidence.observations.values():
        if row.source:
            found.setdefault(row.indicator, set()).add(row.source)
    return found
