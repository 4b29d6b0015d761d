"""Two figures that say the same thing, one typed and one from the data: more than a fifth are offline (22%)."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.statements import Statement

_BRACKET = re.compile(r"(?:\s[\w’'-]+){0,8}\s?(?:\(|:\s|,\sat\s|,\sor\s)")
_FIRST = re.compile(r"\s?(?:\(|,\s(?:or|that\sis|which\sis)\s)(?:[a-z]+\s){0,3}")


def apposed(statement: Statement, one: Quantity, other: Quantity) -> Quantity | None:
    """The typed one of two neighbours that say the same thing, the other from the data. None: they do not."""
    if (one.bound is None) == (other.bound is None) or one.unit != other.unit:
        return None
    typed, pattern = (one, _BRACKET) if one.bound is None else (other, _FIRST)
    until = other.begin
    return typed if pattern.fullmatch(statement.passage.text, one.end, until) else None
