"""How alike a typed figure is to what the data say: a slip of the pen, near it, or another."""

from __future__ import annotations

from decimal import Decimal

from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.quantities import Quantity

_NEAR, _NEAREST = Decimal("0.15"), Decimal("0.05")


def likeness(one: Quantity, datum: Datum) -> int:
    """2: by a slip of two digits or one, or hardly off, in three digits or more; 1: near it; 0: else.

    Words that leave it open what a figure is of mean the data's all the more, the more alike it is: nobody who speaks
    of something else would come so near. Figures of one digit tell nothing.
    """
    said, known = _digits(one.value), _digits(datum.value)
    if one.form != "digits" or len(said) < 2 or one.value == 0 or datum.value == 0:
        return 0
    if len(said) > 2 and _is_slip(said, known):
        return 2
    size = abs(abs(one.value) - abs(datum.value)) / abs(datum.value)
    if size <= _NEAREST and len(said) > 2:
        return 2
    return int(
        size <= _NEAR or _is_slip(said, known) or one.value * 1000 == datum.value or one.value == datum.value * 1000
    )


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.normalize().as_tuple().digits))


def _is_slip(said: str, known: str) -> bool:
    """Two digits swapped, or one of several mistyped."""
    if said == known or len(said) != len(known):
        return False
    wrong = [at for at in range(len(said)) if said[at] != known[at]]
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(said) == sorted(known)
    return swapped or (len(wrong) == 1 and len(said) > 2)
