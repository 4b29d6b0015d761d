"""How alike a typed figure is to what the data say: a slip of the pen, hardly off, or another."""

from __future__ import annotations

from decimal import Decimal

from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.numbers.quantity import Quantity

_HARDLY_OFF = Decimal("0.015")


def likeness(one: Quantity, datum: Datum) -> int:
    """2: two neighbours of three digits, or any two of more, swapped, or one of four wrong; 1: hardly off; 0: else.

    Words that leave it open what a figure is of mean the data's all the more, the more alike it is: nobody who speaks
    of something else would come so near. Figures of one digit tell nothing.
    """
    said, known = _digits(one.value), _digits(datum.value)
    if one.form != "digits" or len(said) < 2 or not one.value or not datum.value:
        return 0
    wrong = [at for at, pair in enumerate(zip(said, known, strict=False)) if pair[0] != pair[1]]
    same = len(said) == len(known)
    if same and len(wrong) == 2 and sorted(said) == sorted(known):
        neighbours = wrong[1] == wrong[0] + 1
        return 1 + (len(said) > (2 if neighbours else 3))
    if same and len(wrong) == 1 and len(said) > 2:
        return 1 + (len(said) > 3)
    off = abs(abs(one.value) - abs(datum.value)) / abs(datum.value)
    return int(is_another_power(one, datum) or (off <= _HARDLY_OFF and len(said) > 2))


def is_wide_of(one: Quantity, datum: Datum) -> bool:
    """Whether a hedge lets the words be true of a figure that is another: over 4,000, for 7,000."""
    ends = sorted((one.value, datum.value.copy_abs()))
    return 3 * ends[1] > 4 * ends[0]


def is_another_power(one: Quantity, datum: Datum) -> bool:
    """Whether it is the very figure in thousands, millions or billions, where the data have others of these."""
    if not one.value or not datum.value or one.value.adjusted() - datum.value.adjusted() not in (-6, -3, 3, 6):
        return False
    return _digits(one.value) == _digits(datum.value) and len(_digits(one.value)) > 1


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.normalize().as_tuple().digits))
