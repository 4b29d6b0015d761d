"""Whether the word of a rating and the colour that it stands in agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.checks.report.edited.grid import inlines_of, values_of, words_of
from reportgen.checks.report.edited.reading import ReadTable, plain
from reportgen.checks.report.edited.today import Today
from reportgen.document import Cell, Text, Value
from reportgen.findings import Rating
from reportgen.problems import Problem
from reportgen.word.ratings import STYLES

_RATING = re.compile("|".join(sorted((rating.value for rating in Rating), key=len, reverse=True)))
_HINT = "Give the cell the colour of its rating: the others have it."


def problems(table: ReadTable, today: Today, colours: Mapping[Rating, str], *, coloured: bool) -> Iterator[Problem]:
    """At each cell with a rating's word that is right. `coloured`: whether the table colours its ratings."""
    for at, cell in table.grid.first.items():
        rating = _rating(cell, today)
        if rating is None or rating not in colours:
            continue
        place, named = table.places[at], rating.value
        if (other := _another(cell, rating, colours)) is not None:
            message = f"the cell says {named}, and its colour is that of {other.value}"
            yield Problem("error", "rating-colour", message, place, _HINT)
        elif coloured and cell.fill != colours[rating]:
            message = f"the cell says {named}, and has not the colour of that rating"
            yield Problem("warning", "rating-colour", message, place, _HINT)


def _rating(cell: Cell, today: Today) -> Rating | None:
    """What a cell says, if that is a rating, and what the data say: a word that is wrong is told elsewhere."""
    bound = next((one for one in values_of(cell) if one.origin.kind == "rating"), None)
    found = _RATING.match(bound.text if bound else words_of(cell))
    if found is None or (bound is None and len(words_of(cell)) > len(found[0])):
        return None
    if bound is not None and plain(bound.text) not in map(plain, today.says(bound)):
        return None
    return Rating(found[0])


def _another(cell: Cell, rating: Rating, colours: Mapping[Rating, str]) -> Rating | None:
    """The rating that the colour of a cell, or the style of its words, says instead."""
    styled = {one.look.style for one in inlines_of(cell.blocks) if isinstance(one, Text | Value) and one.text.strip()}
    for other, fill in colours.items():
        if other is not rating and fill != colours[rating] and (cell.fill == fill or STYLES[other] in styled):
            return other
    return None
