"""Whether words tell of another kind than a measure's: one dose of two, the lower quartile, children, not adults."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.numbers.number_words import UNITS
from reportgen.checks.report.reading.sentences import stem
from reportgen.checks.report.reading.statements import Statement

_NUMBER = rf"both|{'|'.join(UNITS)}|\d{{1,2}}"
_KINDS = r"category|categories|level|grade|band|tier|class|stage|stages|phase|class|type|step"
_NUMBERED = re.compile(rf"\b(?P<kind>{_KINDS})\s(?P<number>{_NUMBER})\b", re.IGNORECASE)
_COUNTED = re.compile(
    rf"(?<!\bper\s)(?<!\bevery\s)(?<![\d.,])\b(?P<number>{_NUMBER})\s(?P<kind>(?:doses?|jabs?|courses?|stages?|passes))\b",
    re.IGNORECASE,
)
_QUANTILES = re.compile(r"\b(?:quartiles?|quintiles?|deciles?|percentiles?)\b", re.IGNORECASE)
_CHILDREN = re.compile(r"\b(?:child(?:ren)?|toddlers?|infants?|babies|pupils|teenagers)\b", re.IGNORECASE)
_ADULTS = re.compile(r"\badults?\b", re.IGNORECASE)
_EITHER = re.compile(
    r"\b(?P<first>[a-z]+)\sor\s(?P<second>(?!more\b|less|fewer|above|below|over|under|[a-z]+er\b)[a-z]{4,})\b"
)
_SAME = {"both": "two"} | {str(number): word for number, word in enumerate(("one", "two", "three", "four", "five"), 1)}


def is_of_another_kind(statement: Statement, at: int, name: str) -> bool:
    """Whether the words, until the end of the larger clause, give another number, quantile or age than the name."""
    text = statement.passage.text[statement.start : statement.stretch(at)[1]]
    return (
        _is_numbered_otherwise(text, name)
        or (_QUANTILES.search(text) is not None and _QUANTILES.search(name) is None)
        or (_is_only_of(_CHILDREN, _ADULTS, text) and _is_only_of(_ADULTS, _CHILDREN, name))
        or (_is_only_of(_ADULTS, _CHILDREN, text) and _is_only_of(_CHILDREN, _ADULTS, name))
    )


def is_of_one_of_two(statement: Statement, name: str) -> bool:
    """Outstanding, where what is measured is good or outstanding: the better part of it."""
    either = _EITHER.search(name)
    if either is None:
        return False
    said = frozenset(word for _, word in statement.stems)
    return stem(either["second"]) in said and stem(either["first"]) not in said


def _is_only_of(these: re.Pattern[str], others: re.Pattern[str], text: str) -> bool:
    return these.search(text) is not None and others.search(text) is None


def _is_numbered_otherwise(text: str, name: str) -> bool:
    own, said = dict(_numbered(name)), list(_numbered(text))
    return any(kind in own and own[kind] != number for kind, number in said) and not set(said) & set(own.items())


def _numbered(text: str) -> Iterator[tuple[str, str]]:
    for found in (*_NUMBERED.finditer(text), *_COUNTED.finditer(text)):
        number = found["number"].lower()
        yield stem(found["kind"].lower()), _SAME.get(number, number)
