"""Whether the word of a rating and the colour that it stands in agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.checks.report.edited.cells import Pair
from reportgen.checks.report.edited.grid import inlines_of, values_of, words_of
from reportgen.checks.report.edited.reading import ReadTable
from reportgen.checks.report.edited.today import Today
from reportgen.document import Cell, Text, Value
from reportgen.findings import Rating
from reportgen.problems import Problem
from reportgen.word.ratings import STYLES

_HINT = "Give the cell the colour of its rating: the others have it."


def problems(table: ReadTable, today: Today, colours: Mapping[Rating, str], pair: Pair | None) -> Iterator[Problem]:
    """At each cell with a rating's word that is right. `pair`: the table and the one that the data make today."""
    built = {at: right for at, _, right, _ in pair.cells()} if pair else {}
    for at, cell in table.grid.first.items():
        rating, right = _rating(cell, built.get(at), today), built.get(at)
        if rating is None or rating not in colours:
            continue
        place, named = table.places[at], rating.value
        if (other := _another(cell, rating, colours)) is not None:
            message = f"the cell says {named}, and its colour is that of {other.value}"
            yield Problem("error", "rating-colour", message, place, _HINT)
        elif right is not None and right.fill == colours[rating] and cell.fill != right.fill:
            message = f"the cell says {named}, and has not the colour of that rating"
            yield Problem("warning", "rating-colour", message, place, _HINT)


def _rating(cell: Cell, right: Cell | None, today: Today) -> Rating | None:
    """What a cell says, if that is a rating and what the data say: a word that is wrong is told elsewhere."""
    bound = _bound(cell)
    said = bound.text if bound else words_of(cell)
    if said not in (rating.value for rating in Rating):
        return None
    should = _bound(right) if right is not None and bound is None else None
    if (bound is not None and said not in today.says(bound)) or (should is not None and said != should.text):
        return None
    return Rating(said)


def _bound(cell: Cell) -> Value | None:
    return next((one for one in values_of(cell) if one.origin.kind == "rating"), None)


def _another(cell: Cell, rating: Rating, colours: Mapping[Rating, str]) -> Rating | None:
    """The rating that the colour of a cell, or the style of its words, says instead."""
    styled = {one.look.style for one in inlines_of(cell.blocks) if isinstance(one, Text | Value) and one.text.strip()}
    for other, fill in colours.items():
        if other is not rating and fill != colours[rating] and (cell.fill == fill or STYLES[other] in styled):
            return other
    return None
