"""The data as they were meant, where a value was typed a hundred times too large or too small."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.rules.hundredfold import Slip
from reportgen.findings import assess


def as_meant(report: ReadReport, slips: Iterable[Slip]) -> ReadReport:
    """The report with the values that surely slipped put right: the words are not told of for what the data are."""
    sure = {
        (one.row.indicator, one.row.area, one.row.period): one.meant for one in slips if one.problem.severity == "error"
    }
    if not sure:
        return report
    evidence = report.edition.evidence
    rows = {key: replace(row, value=sure.get(key, row.value)) for key, row in evidence.observations.items()}
    edition = replace(report.edition, evidence=replace(evidence, observations=rows))
    return ReadReport(edition, assess(edition), report.passages)
