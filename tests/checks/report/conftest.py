"""What hundreds of cases share is read once: files, sentences and figures that none of them changes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

import pytest

from reportgen.checks.report.reading import report, statements
from reportgen.checks.report.reading.areas.named import Areas
from reportgen.checks.report.reading.claims import heads
from reportgen.checks.report.reading.narrative import narrative_passages
from reportgen.checks.report.reading.passage import Passage
from reportgen.checks.report.reading.settings import settings_passages
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.edition import Edition
from reportgen.findings import Finding


class ReadOnce:
    """Of editions with the same data and settings: these, each file of the narrative, and what their passages say."""

    def __init__(self) -> None:
        self._passages: dict[tuple[object, ...], tuple[Edition, tuple[Passage, ...]]] = {}
        self._statements: dict[int, tuple[Statement, ...]] = {}  # by the ids of these passages

    def narrative(self, edition: Edition, findings: Mapping[str, Finding]) -> Iterator[Passage]:
        for part, file in edition.narrative.items():
            alone = replace(edition, narrative={part: file})
            yield from self._once(edition, (part, file), lambda alone=alone: narrative_passages(alone, findings))

    def settings(self, edition: Edition) -> Sequence[Passage]:
        return self._once(edition, (), lambda: settings_passages(edition))

    def _once(
        self, edition: Edition, of: tuple[object, ...], read: Callable[[], Iterable[Passage]]
    ) -> Sequence[Passage]:
        key = id(edition.evidence), id(edition.settings), of
        if key not in self._passages:  # the edition is kept with them, so that no other gets its ids
            self._passages[key] = edition, tuple(read())
            self._statements.update({id(one): () for one in self._passages[key][1]})
        return self._passages[key][1]

    def statements(self, passages: Iterable[Passage], areas: Areas, names: Iterable[str] = ()) -> Iterator[Statement]:
        for one in passages:
            told = self._statements.get(id(one)) or tuple(statements.statements([one], areas, names))
            if id(one) in self._statements:
                self._statements[id(one)] = told
            yield from told


@pytest.fixture(scope="module", autouse=True)
def what_stays_the_same_is_read_once() -> Iterator[None]:
    once = ReadOnce()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(report, "narrative_passages", once.narrative)
        patch.setattr(report, "settings_passages", once.settings)
        patch.setattr(report, "statements", once.statements)
        patch.setattr(heads, "statements", once.statements)
        patch.setattr(statements, "quantities", cache(statements.quantities))
        yield
