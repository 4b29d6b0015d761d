"""Two rows of a series, one set against the other: Dover has fewer wardens than Deal, cost is named more often."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.comparing.comparisons import comparatives
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.series.columns import Cells, column_meant
from reportgen.checks.report.reading.series.rows_together import rows_named
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Series
from reportgen.problems import Problem

_THAN_ROW = re.compile(r"\bthan\s(?:in\s|at\s|for\s|(?:those|that)\s(?:in|of|at)\s)?(?:the\s)?$")
_BEGINS = re.compile(r"(?:In\s\d{4}(?:-\d\d)?,?\s)?(?:In\s|At\s|For\s)?(?:[Tt]he\s)?$")
_NAMED = re.compile(r"\s(?:often|common\w*|frequent\w*|likely|people|widely)\b|\s[a-z]+\s(?:name|cite|mention)\b")
_CHANGED = re.compile(
    r"\b(?:times|twice|since|rose|fell|ris\w+|fall\w*|gr[eo]w\w*|gain\w*|lost|points?|together|combined|half|per|rate|if)\b"
)


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        if " than " in statement.text and not _CHANGED.search(statement.text):
            series = report.edition.evidence.series
            each = [_problem(statement, one, report.cells.get(key, {})) for key, one in series.items()]
            yield from [one for one in each if one is not None][:1]


def _problem(statement: Statement, series: Series, cells: Cells) -> Problem | None:
    named = rows_named(statement, series)
    if len(named) != 2 or statement.is_unreal(named[0].start) or statement.is_quoted(named[0].start):
        return None
    one, rival = named
    between = [each for each in comparatives(statement) if one.end <= each.start and each.end <= rival.start]
    begins = _BEGINS.match(statement.passage.text, statement.start, one.start)
    is_first = begins is not None and begins.end() == one.start
    if len(between) != 1 or between[0].sense not in ("more", "less") or not is_first:
        return None
    if not _THAN_ROW.search(statement.before(rival.start)):
        return None
    column = _column(statement, between[0].end, cells)
    values = {name: cell for name, row in cells.items() for cell in row if cell.heading == column}
    if column is None or one.name not in values or rival.name not in values:
        return None
    ours, theirs = values[one.name].datum, values[rival.name].datum
    if ours.value > theirs.value if between[0].sense == "more" else ours.value < theirs.value:
        return None
    word = statement.passage.text[between[0].start : between[0].end]
    message = (
        f"the words say “{word}”, the data say {ours.shown} for “{one.name}” and {theirs.shown} for “{rival.name}” "
        f"(“{column}”, {ours.place})"
    )
    return Problem("error", "direction", message, statement.place(between[0].start), "Turn the word round.")


def _column(statement: Statement, at: int, cells: Cells) -> str | None:
    """The column that the words name; the only one, where they say how often something is named."""
    every = {cell.heading for row in cells.values() for cell in row}
    if _NAMED.match(statement.after(at)) and len(every) == 1:
        return next(iter(every))
    return column_meant(statement, None, cells)
