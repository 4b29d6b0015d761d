"""Whether words say what an indicator denies: adults with qualifications, of adults without."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.indicators.denials import is_denied
from reportgen.checks.report.reading.narrowing.plain_words import NO_KIND
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator

_SHORT_FOR_IT = re.compile(r"\(([A-Z]{2,}[a-z]?)\)")
_OUTSIDE = re.compile(
    r"\b(?:outside|neither|nor|nothing|none|nobody|out\sof|miss(?:ed|ing)?|free\sof|lose|lost)\b", re.IGNORECASE
)


def affirms(statement: Statement, at: int, name: str, known: frozenset[str]) -> bool:
    """Whether the words have nothing but what the name of an indicator has, without its no, not or without."""
    if not _turns(name, statement.text) or re.search(r"\bor\b|\(", name):
        return False
    told = statement.told(*statement.stretch(at))
    return len(told & known) > 1 and told <= known | NO_KIND


def denies_otherwise(statement: Statement, indicator: Indicator) -> bool:
    """Whether a sentence leaves out the no, not or without of an indicator, and so tells of the others."""
    return _turns(indicator.name, statement.text) and not _is_abbreviated(statement, indicator)


def _turns(name: str, text: str) -> bool:
    """Whether one of the two denies what the other says: adults with no qualifications, adults with qualifications."""
    if any(re.search(rf"\b{re.escape(short)}\b", text) for short in _SHORT_FOR_IT.findall(name)):
        return False  # NEET denies by itself
    return is_denied(name) and not (is_denied(text) or _OUTSIDE.search(text))


def _is_abbreviated(statement: Statement, indicator: Indicator) -> bool:
    """NEET: whether a word of its id alone says what the name does."""
    own = stems_in(indicator.id.replace("-", " ")) - stems_in(indicator.name)
    return not own.isdisjoint(word for _, word in statement.stems)
