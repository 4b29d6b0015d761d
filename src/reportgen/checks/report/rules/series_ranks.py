"""Highest, lowest, second of a series' rows: words against the order that its cells give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.checks.report.reading.placings import Placing, placings
from reportgen.checks.report.reading.quantities import quantities
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Series
from reportgen.problems import Place, Problem

_UNIT = re.compile(r"\([^)]*\)")
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:[-/–](?:19|20)?\d\d)?\b")
_TOTAL = re.compile(r"\s*(?:total|all|others?|average|mean|sum|overall|unknown|not\s(?:known|stated))\b", re.IGNORECASE)
_NO_RANK = re.compile(
    r"\b(?:rise|fall|drop|increase|decrease|change|growth|improvement|gap|difference|per|rate|average|ever|record|since|one\sof|among"
    r"|after|behind|except|apart|joint|followed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that a sentence names, and where."""

    name: str
    start: int
    end: int


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        if statement.passage.kind == "alt":
            continue  # drawn_order.py knows figures
        for one in placings(statement):
            by_size = one.senses in (("more",), ("less",))
            if by_size and not statement.is_unreal(one.start) and not statement.is_quoted(one.start):
                yield from _of_any(report, statement, one)


def _of_any(report: ReadReport, statement: Statement, one: Placing) -> Iterator[Problem]:
    start, end = statement.stretch(one.start)
    if _NO_RANK.search(statement.passage.text, start, end):
        return
    referred = {each.target for each in statement.passage.references}
    if report.meanings.subjects(statement) and not referred:
        return  # of an indicator ranks.py tells
    figures = {each.data for key, each in report.edition.settings.figures.items() if key in referred}
    for name, series in report.edition.evidence.series.items():
        row = _row(statement, one, series, start, end) if name not in figures else None
        columns = _columns(report, statement, one, name, series) if row is not None else []
        told = [_problem(statement, one, row, series, column) for column in columns if row is not None]
        if told and all(problem is not None for problem in told):
            yield from [problem for problem in told[-1:] if problem is not None]
            return


def _row(statement: Statement, one: Placing, series: Series, start: int, end: int) -> Row | None:
    """The row that is named right before the word, else behind it, in the same clause; None where more are."""
    others = [other for other in placings(statement) if other.start != one.start]
    start = max([start, *(other.end for other in others if other.end <= one.start)])
    end = min([end, *(other.start for other in others if other.start >= one.end)])
    rows = list(_named(statement.passage.text, series, start, end))
    near = [row for row in rows if row.end <= one.start] or rows
    return near[0] if len({row.name for row in near}) == 1 else None


def _named(text: str, series: Series, start: int, end: int) -> Iterator[Row]:
    """The rows whose whole name the words have."""
    for cells in series.rows:
        name = cells[0].strip()
        pattern = r"\s".join(re.escape(word) for word in name.split())
        if name and not _TOTAL.match(name):
            for found in re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE).finditer(text, start, end):
                yield Row(name, *found.span())


def _columns(report: ReadReport, statement: Statement, one: Placing, name: str, series: Series) -> list[int]:
    """The columns that may be meant: those whose heading the clause says; the only one, where its figure is shown."""
    start, end = statement.stretch(one.start)
    told = re.match(r"\s*(?:[.,;]|$)", statement.after(one.end)) is None
    said = statement.stems_within(*((start, end) if told else (statement.start, end)))  # and Hythe the fewest
    headings = {at: stems_in(_YEARS.sub("", _UNIT.sub("", text))) for at, text in enumerate(series.columns) if at}
    named = [at for at, stems in headings.items() if stems and stems <= said]
    if not named and len(headings) == 1 and _is_shown(report, statement, name):
        return list(headings)
    years = {period for _, period in statement.periods}
    dated = [at for at in named if years & set(_YEARS.findall(series.columns[at]))]
    return dated if years else named


def _is_shown(report: ReadReport, statement: Statement, name: str) -> bool:
    """Whether the words refer to the table that shows the series."""
    shown = {key for key, table in report.edition.settings.tables.items() if table.data == name}
    return bool(shown & {one.target for one in statement.passage.references})


def _problem(statement: Statement, one: Placing, row: Row, series: Series, column: int) -> Problem | None:
    values = dict(_values(series, column))
    if row.name not in values or len(values) < 3 or len(values) < one.rank:
        return None
    own, more = values[row.name][0], one.senses == ("more",)
    ahead = [name for name, (value, _) in values.items() if (value > own if more else value < own)]
    if len(ahead) < one.rank and (one.rank == 1 or len(ahead) + 1 == one.rank):
        return None
    tied = sum(value == own for value, _ in values.values())
    if len(ahead) < one.rank <= len(ahead) + tied:
        return None
    leader = ahead[0] if ahead else next(name for name in values if name != row.name)
    start, end = min(one.start, row.start), max(one.end, row.end)
    cells = {cells[0].strip(): cells[column] for cells in series.rows}
    message = (
        f"the words say “{statement.passage.text[start:end]}”, the data say {cells[row.name]} for “{row.name}” and "
        f"{cells[leader]} for “{leader}” (“{series.columns[column]}”, {values[leader][1]})"
    )
    return Problem("error", "rank", message, statement.place(one.start), "Correct the rank, or name what is meant.")


def _values(series: Series, column: int) -> Iterator[tuple[str, tuple[Decimal, Place]]]:
    for number, cells in enumerate(series.rows):
        found = quantities(cells[column])
        name = cells[0].strip()
        if len(found) == 1 and name and not _TOTAL.match(name):
            place = series.places[number][column] if series.places else series.place
            yield name, (found[0].value, place)
