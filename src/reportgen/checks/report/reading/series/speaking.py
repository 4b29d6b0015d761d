"""Whether the words beside a figure speak of what a row or column of a series tells, and of nothing beside it."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.facts.names import VAGUE
from reportgen.checks.report.reading.indicators.kinship import COMMON
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.series.cells import SeriesCell
from reportgen.checks.report.reading.series.rows import BARELY, HALF, WHOLLY, Row
from reportgen.checks.report.reading.series.told_columns import NOUNS
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import Around, stems_beside

_OPENS_WITH_WHOLE = re.compile(r"(?:Of|Among|Amongst)\s(?P<whole>[^,]+),")
_MEASURES = stems_in(
    "microgram milligram gram kilogram tonne litre cubic square metre kilometre mile hectare acre air water"
)
_PLAIN = stems_in(
    "aged figure found show stand stood reach reached still now already just only come came had rank share average here"
    " there keep kept hold held take took make made get got lost left spend spent remain cost total report name cite"
    " mention say said tell told answer manage able down fell fallen rose risen slip drop climb grew grown decline"
    " increase decrease go went gone come came add added gain lose shed few fewer high"
    " higher since low lower large larger small smaller"
)
_EXPLAINED, _HALF = 0.4, 0.5


def speaks_of(
    statement: Statement, one: Quantity, row: Row | None, cell: SeriesCell, around: Around, known: frozenset[str]
) -> bool:
    """Whether enough of the words beside the figure are those of the table, and what it counts among them."""
    words = row.words if row is not None else frozenset[str]()
    own = words | cell.topic | cell.column_words
    areas = known | {word for area in statement.areas for word in stems_in(area.text)}
    topic = cell.topic - VAGUE - _PLAIN - areas
    telling = around.near - _PLAIN - VAGUE - COMMON - areas
    if _is_of_a_part(statement, one, own | areas):
        return False
    naming = row.naming(around.here) if row is not None and words else WHOLLY
    if naming == WHOLLY and len(telling & own) < _EXPLAINED * len(telling):
        return False
    if naming < WHOLLY and not _is_explained(telling - COMMON - own, naming, cell, around):
        return False
    if not words:  # of public transport: not the heading of the roads beside it
        topic &= stems_in(cell.title) | cell.column_words
    rare = topic - COMMON or topic
    told = len(rare & around.here) >= _HALF * len(rare)
    if not words and not (told and cell.column_words - VAGUE <= around.here | areas):
        return False
    behind = NOUNS.match(statement.after(one.end, 60)) if not statement.is_dated_at(one.end) else None
    nouns = stems_in(behind[0]) if behind else frozenset()
    said = (topic | cell.column_words) & around.here or nouns & cell.topic
    whole = row is not None and len(words) > 1 and cell.row_text.lower() in statement.lower
    if len(words & around.here - VAGUE) < 2 and not said and not whole:
        return False
    people = nouns <= COMMON and bool((cell.column_words - VAGUE - COMMON) & around.here)
    if one.unit == "number" and nouns and not (nouns & own or people):
        return False
    return one.unit != "number" or not _goes_on(statement, one, own | areas | (COMMON if people else frozenset()))


def _is_explained(strange: frozenset[str], naming: int, cell: SeriesCell, around: Around) -> bool:
    """Whether words that name a row in part can mean nothing else: nothing beside is told, but the table's topic."""
    if naming == HALF:
        return len(strange) < 2
    telling, head = cell.topic - VAGUE - _PLAIN, cell.column_words - VAGUE
    told = (telling | head) & around.every
    named = 2 * len(told) >= len(telling) or (bool(head) and head <= told)
    return naming == BARELY and not strange and named and bool(told - COMMON)


def _is_of_a_part(statement: Statement, one: Quantity, own: frozenset[str]) -> bool:
    """Of journeys to the airport: whether what the sentence opens with makes the table's whole narrower."""
    whole = _OPENS_WITH_WHOLE.match(statement.passage.text, statement.start)
    if whole is None or whole.end() > one.start:
        return False
    return bool(statement.told(*whole.span("whole")) - own - _PLAIN - VAGUE)


def _goes_on(statement: Statement, one: Quantity, own: frozenset[str]) -> bool:
    """Whether what follows a figure tells of something beside the table: 3,000 tonnes to the incinerator."""
    return bool(stems_beside(statement, one.end, statement.stretch(one.start)[1]) - own - _PLAIN - _MEASURES)
