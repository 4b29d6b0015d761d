"""What a figure points back to: these 164 people, where just before there are 146; this 56.4%, behind 54.6%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.statements import Statement

_POINTS = re.compile(
    r"(?:\b(?:[Tt]his|[Tt]hese|[Tt]hose)|^That"
    r"|\b(?:[Bb]ehind|[Oo]f|[Bb]eyond|[Ww]ith|[Ff]or|[Ff]rom|[Bb]elow|[Aa]bove|[Ll]ike|[Bb]eneath|[Ww]ithin)\sthat)\s$"
)  # elsewhere “that” begins a clause: so that 57% have not
_PART = re.compile(r"^Of\s\w+\s$")  # of that £34m went on roads: a part, if it is less
_UNITS, _NEAR, _WHOLE = ("number", "percent", "gbp"), 3, 100


def pointed_at(statement: Statement, one: Quantity, every: Sequence[Statement]) -> tuple[Statement, Quantity] | None:
    """The figure told just before whose digits it has, but for two changed about; None where it is told itself."""
    if one.unit not in _UNITS or one.form != "digits" or not _POINTS.search(statement.before(one.start)):
        return None
    if any(each.unit == one.unit and each.value == one.value for _, each in _others(statement, one, every)):
        return None
    meant = next((each for each in _just_before(statement, every) if _is_changed_about(each[1], one)), None)
    is_part = meant and one.value < meant[1].value and _PART.match(statement.before(one.start))
    return None if is_part else meant


def _others(statement: Statement, one: Quantity, every: Sequence[Statement]) -> Iterator[tuple[Statement, Quantity]]:
    for other in every:
        yield from ((other, each) for each in other.quantities if other is not statement or each is not one)


def _just_before(statement: Statement, every: Sequence[Statement]) -> list[tuple[Statement, Quantity]]:
    """The figures of the part that were told last, the last one first."""
    at = next(number for number, each in enumerate(every) if each is statement)
    part = statement.passage.section.part
    told = [
        (each, one)
        for each in every[max(0, at - _NEAR) : at]
        if each.passage.section.part == part and each.passage.kind != "cell"
        for one in each.quantities
    ]
    return told[: -_NEAR - 1 : -1]


def _is_changed_about(first: Quantity, second: Quantity) -> bool:
    if first.unit != second.unit or (first.unit == "percent" and first.value + second.value == _WHOLE):
        return False  # 45.5%, and the 54.5% that are the rest
    one, other = _digits(first), _digits(second)
    pairs = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return len(one) == len(other) and len(pairs) == 2 and pairs[0] == pairs[1][::-1]


def _digits(one: Quantity) -> str:
    return "".join(sign for sign in one.text if sign.isdigit())
