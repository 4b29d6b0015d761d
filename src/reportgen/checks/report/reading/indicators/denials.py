"""Shares of those of whom what an indicator measures is denied: one in four calls was not answered."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.kept import kept
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.statements import Statement

_DENIES = re.compile(
    r"\b(?:not|no|never|without|cannot|unable|lack(?:s|ed|ing)?|fail(?:s|ed|ing)?(?=\s(?:to|the|an?|it|this|that)\b))\b(?!\s(?:more|fewer|less|only|quite|just|yet|longer"
    r"|better|worse|as|so|all|even|very|far|one)\b)|n[’']t\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"(?:\s(?:to\sbe\s(?:exact|precise)|exactly|precisely|in\sfact))?[,)]")
_OR_SO = re.compile(
    r"(?:\s[a-z-]+){0,3}?,\s(?:(?:or|perhaps|maybe|if)\s)?(?:(?:slightly|just|rather|even|only|a\slittle|a\sfew|not)\s)*(?:more|fewer|less|so|thereabouts|over|under|quite),"
)
_ALL_BUT = re.compile(r"\ball\sbut\s(?:the\s|a\s)?$", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:no|not|without|unable|cannot|lack\w*|never|non)\b", re.IGNORECASE)


def is_denied(text: str) -> bool:
    """Whether a name or a sentence denies something: adults with no qualifications."""
    return _DENIED.search(text) is not None


@kept
def is_denial(statement: Statement) -> bool:
    """Whether a sentence denies something."""
    return is_denied(statement.text)


def denies(statement: Statement, one: Quantity, name: str) -> bool:
    """Whether the words behind a share deny what the name of an indicator says, and the name denies nothing itself."""
    text, end = statement.passage.text, statement.stretch(one.end - 1)[1]
    if _ALL_BUT.search(statement.before(one.begin)):
        return not _DENIES.search(name)  # reaches all but 1% of them
    if roughly := _OR_SO.match(text, one.end):  # one in three, or slightly more, does not
        end = statement.stretch(roughly.end())[1]
    beside = [each for each in statement.quantities if each.start >= one.start and _is_beside(text, each)]
    for each in beside:  # nearly a quarter, 22.7%, do not
        end = statement.stretch(_closed(text, each))[1] if end <= each.end else end
    following = (each for each in statement.quantities if each.start > one.start and each not in beside)
    end = min([end, *(each.start for each in following if each.unit == one.unit)])
    return not _DENIES.search(name) and _DENIES.search(text, one.end, end) is not None


def _closed(text: str, one: Quantity) -> int:
    """Where what stands between commas ends: 37.7% to be exact."""
    closes = _CLOSES.match(text, one.end)
    return closes.end() if closes else one.end + 1


def _is_beside(text: str, one: Quantity) -> bool:
    """Whether a figure stands alone between commas or in brackets."""
    return text[: one.start].endswith((", ", "(")) and _CLOSES.match(text, one.end) is not None
