"""A report as it is read to be checked: the edition, its findings, and all of its words as passages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.checks.report.reading.narrative import narrative_passages
from reportgen.checks.report.reading.passage import Passage
from reportgen.checks.report.reading.settings import settings_passages
from reportgen.edition.edition import Edition
from reportgen.findings import Finding


@dataclass(frozen=True)
class ReadReport:
    """What every rule is given."""

    edition: Edition
    findings: Mapping[str, Finding]
    passages: tuple[Passage, ...]


def read_report(edition: Edition, findings: Mapping[str, Finding]) -> ReadReport:
    """Read all the words of an edition that has no errors of input."""
    passages = (*narrative_passages(edition, findings), *settings_passages(edition))
    return ReadReport(edition, findings, passages)
