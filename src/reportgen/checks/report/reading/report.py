"""A report as it is read to be checked: the edition, its findings, and all of its words as passages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportgen import figures
from reportgen.charts import Chart
from reportgen.checks.report.reading.areas.named import Areas
from reportgen.checks.report.reading.claims.claim import Claim
from reportgen.checks.report.reading.claims.claims import Claims
from reportgen.checks.report.reading.claims.quoted import Quotes
from reportgen.checks.report.reading.claims.typed_cells import TypedCell, typed_cells
from reportgen.checks.report.reading.data import Data
from reportgen.checks.report.reading.indicators.meaning import Meanings
from reportgen.checks.report.reading.narrative import narrative_passages
from reportgen.checks.report.reading.passage import Passage
from reportgen.checks.report.reading.series.columns import Cells, cells_by_row
from reportgen.checks.report.reading.series.tables import Table, tables
from reportgen.checks.report.reading.settings import settings_passages
from reportgen.checks.report.reading.statements import Statement, statements
from reportgen.edition.edition import Edition
from reportgen.findings import Finding
from reportgen.problems import Problems

_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|rose|fell|grew|remains?|stands?|stood)\b")
_WORDS = ("heading", "paragraph", "item", "cell", "note", "setting", "title", "alt")


@dataclass(frozen=True)
class ReadReport:
    """What every rule is given. What only some of them ask for is read when it is first asked for."""

    edition: Edition
    findings: Mapping[str, Finding]
    passages: tuple[Passage, ...]

    @cached_property
    def areas(self) -> Areas:
        return Areas(self.edition)

    @cached_property
    def data(self) -> Data:
        return Data(self.edition, self.findings, self.areas)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The sentences of all running words: narrative, titles, alt texts, remarks in cells of series."""
        names = [one.name for one in self.edition.evidence.indicators.values()]
        return tuple(statements((one for one in self.passages if _says_something(one)), self.areas, names))

    @cached_property
    def charts(self) -> Mapping[str, Chart]:
        """The chart of every figure that has data, by the figure's id."""
        return figures.charts(self.edition, Problems())

    @cached_property
    def meanings(self) -> Meanings:
        return Meanings(self.edition, self.areas, self.statements)

    @cached_property
    def quotes(self) -> Quotes:
        return Quotes(self.edition, self.areas, self.statements)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What the typed figures say of indicators."""
        claims = Claims(self.data, self.meanings)
        return tuple(claim for statement in self.statements for claim in claims.of(statement))

    @cached_property
    def cells(self) -> Mapping[str, Cells]:
        """The figures of all series, by series and row."""
        return cells_by_row(self.edition)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """All series as the words may speak of their rows."""
        return tuple(tables(self.edition, self.cells))

    @cached_property
    def typed_cells(self) -> tuple[tuple[TypedCell, ...], ...]:
        """What the figures of tables and lists say that were typed by hand, each table and list for itself."""
        return typed_cells(self)

    def claims_of(self, statement: Statement) -> Sequence[Claim]:
        """Those of one sentence."""
        return self._by_statement.get(id(statement), ())

    @cached_property
    def _by_statement(self) -> Mapping[int, Sequence[Claim]]:
        found: dict[int, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(id(claim.statement), []).append(claim)
        return found


def _says_something(passage: Passage) -> bool:
    """Whether a passage may have sentences: of the cells of series those that have a verb."""
    return passage.kind in _WORDS or (passage.kind == "series cell" and _VERB.search(passage.text) is not None)


def read_report(edition: Edition, findings: Mapping[str, Finding]) -> ReadReport:
    """Read all the words of an edition that has no errors of input."""
    passages = (*narrative_passages(edition, findings), *settings_passages(edition))
    return ReadReport(edition, findings, passages)
