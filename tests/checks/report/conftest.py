"""What hundreds of cases share is read once: files of a narrative, and figures of texts, that none of them changes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import pytest

from reportgen.checks.report.reading import report, statements
from reportgen.checks.report.reading.narrative import narrative_passages
from reportgen.checks.report.reading.passage import Passage
from reportgen.edition.edition import Edition
from reportgen.findings import Finding


@pytest.fixture(scope="module", autouse=True)
def what_stays_the_same_is_read_once() -> Iterator[None]:
    read: dict[tuple[object, ...], tuple[Edition, tuple[Passage, ...]]] = {}

    def passages(edition: Edition, findings: Mapping[str, Finding]) -> Iterator[Passage]:
        for part, file in edition.narrative.items():
            key = id(edition.evidence), id(edition.settings), part, file
            if key not in read:  # the edition is kept with them, so that no other gets its ids
                alone = replace(edition, narrative={part: file})
                read[key] = edition, tuple(narrative_passages(alone, findings))
            yield from read[key][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(report, "narrative_passages", passages)
        patch.setattr(statements, "quantities", cache(statements.quantities))
        yield
