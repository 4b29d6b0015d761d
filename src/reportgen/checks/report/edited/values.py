"""Whether a figure of the Word file still says what the data say, and who changed it where it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from reportgen.checks.report.edited.lines import plain
from reportgen.checks.report.edited.reading import Figure
from reportgen.checks.report.edited.today import Today
from reportgen.checks.report.reading.comparing.comparisons import senses
from reportgen.checks.report.reading.numbers.quantities import quantities
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.document import Value
from reportgen.problems import Place, Problem

_BACK = "Put back what the data say, or mend the data and build anew."
_ANEW = "Build the report anew, or correct the figure in Word."

_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))")  # parted as in 91 966

Likeness = Literal["same", "near", "other"]


def problems(figure: Figure, today: Today) -> Iterator[Problem]:
    """Of a figure in the words; those in the tables that the data make are judged cell by cell."""
    right = today.says(figure.value)
    if right:
        yield from judged(figure.said, figure.value, right, figure.place, strict=False)
    elif plain(figure.said) != plain(figure.value.written):
        yield from judged(figure.said, figure.value, (figure.value.written,), figure.place, strict=True)
    else:
        message = f"the file says “{figure.said}” for {_called(figure.value)}, which the data do not have any more"
        yield Problem("warning", "data-changed", message, figure.place, _ANEW)


def judged(said: str, figure: Value, right: tuple[str, ...], place: Place, *, strict: bool) -> Iterator[Problem]:
    """`right`: what it may say, in all its forms. `strict`: a figure that is only rounded more is wrong too."""
    likeness = _likeness(said, right, strict=strict)
    if likeness == "same":
        return
    where = f"{_called(figure)}{f', {figure.origin.place}' if figure.origin.place else ''}"
    told = f"the file says “{said}”, the data say {right[0]} ({where})"
    was_right = any(plain(figure.written) == plain(one) for one in right)
    if not was_right and plain(said) == plain(figure.written):
        message = f"{told}: the data have changed since the file was built"
        yield Problem("error", "data-changed", message, place, _ANEW)
    elif was_right:
        message = f"{told}: it was changed in Word"
        severity: Literal["error", "warning"] = "warning" if likeness == "near" else "error"
        yield Problem(severity, "changed-figure", message, place, _BACK)
    else:
        message = f"{told}: it was “{figure.written}” when the file was built, and both have changed since"
        yield Problem("error", "changed-figure", message, place, _BACK)


def _likeness(said: str, right: tuple[str, ...], *, strict: bool) -> Likeness:
    if plain(said) in (plain(one) for one in right):
        return "same"
    said = _THOUSANDS.sub("", said)
    ours, theirs = quantities(said), quantities(right[0])
    if not theirs or len(ours) != len(theirs) or any(_differ(*pair) for pair in zip(ours, theirs, strict=True)):
        return "other"
    if len(theirs) == 1 and _is_all(ours[0], said) and _is_all(theirs[0], right[0]):
        one, other = ours[0], theirs[0]
        if one.value == other.value and not one.hedge and (not strict or one.range == other.range):
            return "same"
    return "other" if strict or senses(said) != senses(right[0]) else "near"


def _differ(one: Quantity, other: Quantity) -> bool:
    signs = {one.sign, other.sign} - {0}
    return one.unit != other.unit or len(signs) > 1 or not one.possible.meets(other.range)


def _is_all(one: Quantity, text: str) -> bool:
    """Whether a text is a figure, and has no other words."""
    return not (text[: one.start] + text[one.end :]).strip(" .,()")


def _called(figure: Value) -> str:
    origin = figure.origin
    said = f"{origin.kind} “{origin.id}”"
    if origin.area and origin.kind == "value":
        said += f" for {origin.area}"
    return f"{said} in {origin.period}" if origin.period else said
