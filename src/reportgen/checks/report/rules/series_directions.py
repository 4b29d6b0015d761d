"""Of two areas that a series has columns for: more common in Kent than in England, against the cells of the row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.comparing.comparisons import Comparison, comparisons
from reportgen.checks.report.reading.numbers.quantities import quantities
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Series
from reportgen.problems import Problem

_COMMON = re.compile(r"\s(?:common|usual|widespread|frequent|likely)\b")


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        for one in comparisons(statement):
            if one.sense in ("more", "less") and not report.meanings.subjects(statement) and _is_told(statement, one):
                yield from _judged(report, statement, one)


def _is_told(statement: Statement, one: Comparison) -> bool:
    """Whether the words compare how common something is now: no years, no figures, nothing wished or quoted."""
    plain = not statement.quantities and not statement.periods
    common = _COMMON.match(statement.after(one.end)) is not None
    return plain and common and not statement.is_unreal(one.start) and not statement.is_quoted(one.start)


def _judged(report: ReadReport, statement: Statement, one: Comparison) -> Iterator[Problem]:
    named = [area.area for area in statement.areas if area.area and area.start != one.rival.start]
    areas = named or [report.data.home]
    said = statement.told(statement.start, one.start)
    rows = [(series, row) for series in report.edition.evidence.series.values() for row in _rows(series, said)]
    if len(rows) != 1 or len(areas) != 1 or not one.rival.area:
        return
    series, row = rows[0]
    columns = [_column(report, series, area) for area in (areas[0], one.rival.area)]
    cells = [series.rows[row][at] if at else "" for at in columns]
    figures = [quantities(cell) for cell in cells]
    if any(len(each) != 1 for each in figures):
        return
    ours, theirs = figures[0][0].value, figures[1][0].value
    if ours == theirs or (ours > theirs) != (one.sense == "more"):
        word = statement.passage.text[one.start : one.end]
        place = series.places[row][columns[0]] if series.places else series.place
        way = "level" if ours == theirs else "above" if ours > theirs else "below"
        message = (
            f"the words say “{word}”, the data say {cells[0]} for {areas[0]} and {cells[1]} for {one.rival.area} "
            f"(“{series.rows[row][0]}”, {place}): that is {way}"
        )
        hint = "Turn the word round, or correct it."
        yield Problem("error", "direction", message, statement.place(one.start), hint)


def _rows(series: Series, said: frozenset[str]) -> Iterator[int]:
    """The rows that have all the words, or whose words are all said: social renting, for the row Social rent."""
    for number, row in enumerate(series.rows):
        words = stems_in(row[0])
        if words and words <= said:
            yield number


def _column(report: ReadReport, series: Series, area: str) -> int:
    """The one column that is of an area; 0 where there is none, or more than one."""
    found = [
        at
        for at, heading in enumerate(series.columns)
        if at and any(each.area == area for each in report.areas.named(heading))
    ]
    return found[0] if len(found) == 1 else 0
