"""The words of a sentence that tell what a figure is of: none of those by which anything is told."""

from __future__ import annotations

from reportgen.checks.report.reading.kept import kept
from reportgen.checks.report.reading.sentences import stem
from reportgen.checks.report.reading.statements import Statement

_PLAIN_WORDS = """
figure found find show shows shown stand stood reach reached give gave given add adds still now also already just only
come came go went make made makes put take took taken set have see say said tell told today here around roughly nearly
almost since until during council report edition summary last year years us we many lot get got bring brought together
reach least most total number whole already owns owned next shall meant mean close due hope expect again new past
"""
PLAIN = frozenset(stem(word) for word in _PLAIN_WORDS.split())


@kept
def every_word(statement: Statement) -> frozenset[str]:
    return frozenset(word for _, word in telling_words(statement, statement.start, statement.end))


def telling_words(statement: Statement, start: int, end: int) -> list[tuple[int, str]]:
    """Those of a stretch in their order, but for figures and areas."""
    figures = [(one.start, one.end) for one in statement.quantities]
    areas = [(one.start, one.end) for one in statement.areas]
    return sorted(
        (at, word)
        for at, word in statement.stems
        if start <= at < end and word not in PLAIN and not any(a <= at < b for a, b in (*figures, *areas))
    )
