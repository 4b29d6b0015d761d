"""What is read of a sentence for one rule, and kept with it for all that ask again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from reportgen.checks.report.reading.statements import Statement

_Read = TypeVar("_Read")


def kept(read: Callable[[Statement], _Read]) -> Callable[[Statement], _Read]:
    """Reads a sentence once. What is read must follow from the sentence alone, and be nothing that is used up."""

    @wraps(read)
    def reading(statement: Statement) -> _Read:
        if read not in statement.kept:
            statement.kept[read] = read(statement)
        found: _Read = statement.kept[read]
        return found

    return reading
