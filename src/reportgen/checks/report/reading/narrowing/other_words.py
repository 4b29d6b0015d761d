"""Whether words next to a figure tell of something else, and none of them of what is measured."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.indicators.kinship import Kinship
from reportgen.checks.report.reading.narrowing.parts import something_else
from reportgen.checks.report.reading.narrowing.plain_words import PLAIN, TIMES
from reportgen.checks.report.reading.statements import Statement

_WORDS = re.compile(r"\w+")


def are_of_something_else(statement: Statement, at: int, known: frozenset[str], name: str, kinship: Kinship) -> bool:
    """Whether the larger clause around a figure, until the figures beside it, has no word of the indicator."""
    start, end = statement.stretch(at)
    own = _WORDS.findall(name.lower())  # the figures in its name part nothing: by the age of five, 19-year-olds
    others = [one for one in statement.quantities if one.text.lower() not in own]
    start = max([start, *(one.end for one in others if one.end <= at)])
    end = min([end, *(one.start for one in statement.quantities if one.start > at)])
    asked = {word for begin, word in statement.stems if begin == at} - known  # rarer, in: and has become rarer
    said = kinship.with_abbreviated(statement.told(start, end) - asked)
    return not said & known and len(said - PLAIN - TIMES) > 1


def say_something_else(statement: Statement, at: int, known: frozenset[str], kinship: Kinship) -> bool:
    """Whether what is said of the whole that is measured is nothing that is measured."""
    told = kinship.with_abbreviated(something_else(statement, at, known))
    return bool(told - PLAIN - TIMES) and not told & known
