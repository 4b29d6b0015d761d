"""Highest, lowest, second of a series' rows: words against the order that its cells give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.checks.report.reading.comparing.adjectives import Sense
from reportgen.checks.report.reading.comparing.placings import Placing, commonest, placings
from reportgen.checks.report.reading.indicators.kinship import COMMON
from reportgen.checks.report.reading.numbers.how_many import MANY
from reportgen.checks.report.reading.numbers.number_words import cardinal
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.series.cells import figure_in
from reportgen.checks.report.reading.series.rows_together import REST, RowName
from reportgen.checks.report.reading.series.tables import Table
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Series
from reportgen.edition.settings import FigureSettings, TableSettings
from reportgen.problems import Place, Problem

_UNIT = re.compile(r"\([^)]*\)")
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:[-/–](?:19|20)?\d\d)?\b")
_LASTING = re.compile(r"(?:[a-z]+[\s-])?(?:longest|shortest|quickest|slowest|fastest)\b", re.IGNORECASE)
_TIMES = stems_in("minute hour day week month year")
_PLACED = re.compile(r"comes?|came|ranks?|ranked|is|was|lies|sits|tops|heads|in", re.IGNORECASE)
_NEXT = re.compile(r",?\s(?:(?:only|now|still|just|itself|then|also)\s)*")
_ENDS = re.compile(
    r"(?:\s(?:on|in|of|among)\s(?:the|this|our|these)\s(?:list|table|chart|order|ranking|reasons|answers))?(?:[.,;:]|$)"
)
_AFTER = re.compile(r"(?:After|Behind|Next\sto|Apart\sfrom|Other\sthan|Except\sfor)\s[^,]+,")
_NO_RANK = re.compile(
    r"\b(?:rise|fall|drop|increase|decrease|change|growth|improvement|gap|difference|per|rate|average|ever|record(?!\s(?:of|for|on)\b)|since|one\sof|among"
    r"|after|behind|except|apart|joint|followed)\b",
    re.IGNORECASE,
)


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        if statement.passage.kind == "alt":
            continue  # drawn_order.py knows figures
        common = list(commonest(statement))
        for one in (*common, *placings(statement)):
            if not statement.is_unreal(one.start) and not statement.is_quoted(one.start):
                yield from _of_any(report, statement, one, common=one in common)


def _of_any(report: ReadReport, statement: Statement, one: Placing, *, common: bool) -> Iterator[Problem]:
    start, end = statement.stretch(one.start)
    referred = {each.target for each in statement.passage.references}
    of_an_indicator = report.meanings.subjects(statement) and statement.areas and not referred  # ranks.py tells
    figures = {each.data for key, each in report.edition.settings.figures.items() if key in referred}
    opening = _AFTER.match(statement.text)
    named = {table.name: _row(statement, one, table, start, end) for table in report.tables}
    wholly = {name for name, row in named.items() if row and _is_in_full(statement, row)}
    for table in report.tables:
        name, series = table.name, table.series
        row = named[name] if name not in figures and (name in wholly or not wholly) else None
        if row is None or not _are_so_many(one, series) or table.is_noted_otherwise(statement, report.statements):
            continue
        ahead = [each for each in table.rows(statement) if opening and each.end <= statement.start + opening.end()]
        before = len(ahead) or (opening is not None and _is_called_in(opening[0], row, series))
        if before and row.name not in [each.name for each in ahead]:
            one = replace(one, rank=max(one.rank, before + 1))  # after the car, the coach is the commonest
        columns = _with_its_figure(statement, row, series)
        if not columns and common:
            columns = _only_column(statement, one, series)
        if not columns and (_is_among(statement, one, series) or _is_placed_alone(statement, one, row)):
            columns = [1] if len(series.columns) == 2 else []
        if not columns and not of_an_indicator and len(one.senses) == 1:
            columns = _columns(report, statement, one, name, series)
        if (
            not columns
            and not _has_its_own(report, statement, row)
            and table.is_meant(statement, table.rows(statement))
        ):
            columns = [series.columns.index(each.heading) for each in table.meant(statement)]
        if _is_of_a_difference(report, statement, one, name, series):
            continue
        told = [_problem(report, statement, one, row, series, column) for column in columns]
        if told and all(problem is not None for problem in told):
            yield from [problem for problem in told[-1:] if problem is not None]
            return


def _has_its_own(report: ReadReport, statement: Statement, row: RowName) -> bool:
    """Whether a measure that the words name has a value for the area that the row is of: that is what is ranked."""
    return any(
        row.name in report.data.values(one) and report.meanings.is_claim(statement, row.start, one)
        for one in report.meanings.subjects(statement)
    )


def _is_in_full(statement: Statement, row: RowName) -> bool:
    """Whether all of a row's name stands there: home care, and not a part of Long-term care home."""
    return statement.passage.text[row.start : row.end].lower() == row.name.lower()


def _is_called_in(opening: str, row: RowName, series: Series) -> bool:
    """Whether another row is meant by some of its words: after cost, for Cost of new technology."""
    said = stems_in(opening)
    others = [cells[0].strip() for cells in series.rows if cells[0].strip() not in ("", row.name)]
    return any(said & stems_in(name) - stems_in(row.name) - COMMON for name in others)


def _are_so_many(one: Placing, series: Series) -> bool:
    """Whether the table has as many rows as the words say that there are."""
    own = [cells for cells in series.rows if cells[0].strip() and not REST.match(cells[0])]
    return not one.of or one.of in (len(own), len(series.rows))


def _is_of_a_difference(report: ReadReport, statement: Statement, one: Placing, name: str, series: Series) -> bool:
    """Whether the order may be one of differences, of years, of some: by words that the table's own do not have."""
    start, end = statement.stretch(one.start)
    settings = report.edition.settings
    shown: list[FigureSettings | TableSettings] = [*settings.tables.values(), *settings.figures.values()]
    own = stems_in(" ".join([*series.columns, *(each.title for each in shown if each.data == name)]))
    return any(
        not (stems_in(each[0]) and stems_in(each[0]) <= own)
        for each in _NO_RANK.finditer(statement.passage.text, start, end)
        if not (each[0].lower() == "among" and _is_among_all(statement, each.end(), series))
    )


def _is_among(statement: Statement, one: Placing, series: Series) -> bool:
    """Ranks second among the reasons; comes last of the six reasons."""
    behind = re.match(r"\s(?:among(?:st)?|of)(?=\s)", statement.after(one.end))
    return behind is not None and _is_among_all(statement, one.end + behind.end(), series)


def _is_placed_alone(statement: Statement, one: Placing, row: RowName) -> bool:
    """Lack of time ranks fifth: a row, and its place, and nothing else."""
    placed = _PLACED.match(statement.passage.text, one.start) and "better" in one.senses
    behind = _ENDS.match(statement.passage.text, one.end, statement.end + 1)
    return bool(placed and behind) and _NEXT.fullmatch(statement.passage.text, row.end, one.start) is not None


def _is_among_all(statement: Statement, at: int, series: Series) -> bool:
    """Among the reasons, of the six reasons: all that there are."""
    text = statement.after(at)
    behind = re.match(rf"\s(?:all\s)?(?:the|these|our)\s(?:(?P<many>{MANY})\s)?(?P<noun>(?:[a-z]+\s)?[a-z]+)\b", text)
    if behind is None or (behind["many"] and cardinal(behind["many"]) != len(series.rows)):
        return False
    return bool(stems_in(behind["noun"]) & stems_in(series.columns[0]))


def _with_its_figure(statement: Statement, row: RowName, series: Series) -> list[int]:
    """The column in which the row has the figure that the sentence gives: it is the one meant."""
    cells = next(cells for cells in series.rows if cells[0].strip() == row.name)
    given = [one for one in statement.quantities if one.unit in ("percent", "gbp", "number") and one.form == "digits"]
    found = {at: figure_in(cell, series.columns[at]) for at, cell in enumerate(cells) if at}
    fitting = [
        at
        for at, figure in found.items()
        if figure and any(one.unit == figure.unit and one.value == figure.value for one in given)
    ]
    return fitting if len(fitting) == 1 else []


def _only_column(statement: Statement, one: Placing, series: Series) -> list[int]:
    """The only column of counts or shares, where the words behind call the rows as the table does: common barrier."""
    behind = re.match(r"\s((?:[a-z-]+\s){0,2}?[a-z-]+)\b", statement.after(one.end))
    named = behind is not None and bool(stems_in(series.columns[0]) & stems_in(behind[1]))
    first = series.rows[0] if named and series.rows else ()
    figures = {at: figure_in(cell, series.columns[at]) for at, cell in enumerate(first) if at}
    counts = [at for at, figure in figures.items() if figure and figure.unit in ("number", "percent")]
    return counts if len(counts) == 1 else [1] if named and len(series.columns) == 2 else []


def _row(statement: Statement, one: Placing, table: Table, start: int, end: int) -> RowName | None:
    """The row that is named right before the word, else behind it, in the same clause; None where more are."""
    others = [other for other in placings(statement) if not one.start <= other.start < one.end]
    start = max([start, *(other.end for other in others if other.end <= one.start)])
    end = min([end, *(other.start for other in others if other.start >= one.end)])
    named = table.rows(statement)
    rows = [row for row in named if start <= row.start and row.end <= end]
    near = [row for row in rows if row.end <= one.start] or rows
    if not near:  # distance, at 37%, is the second
        near = list(named)
    return near[0] if len({row.name for row in near}) == 1 else None


def _columns(report: ReadReport, statement: Statement, one: Placing, name: str, series: Series) -> list[int]:
    """The columns that may be meant: those whose heading the clause says; the only one, where its figure is shown."""
    start, end = statement.stretch(one.start)
    told = re.match(r"\s*(?:[.,;]|$)", statement.after(one.end)) is None
    said = statement.stems_within(*((start, end) if told else (statement.start, end)))  # and Hythe the fewest
    if _LASTING.match(statement.passage.text, one.start):
        said |= _TIMES
    headings = {at: stems_in(_YEARS.sub("", _UNIT.sub("", text))) for at, text in enumerate(series.columns) if at}
    named = [at for at, stems in headings.items() if stems and stems <= said]
    if not named and one.of and (telling := said - COMMON - stems_in(series.columns[0])):
        some = [at for at, stems in headings.items() if stems & telling]
        named = some if len(some) == 1 else []  # the best four-hour performance of the five hospitals
    if not named and len(headings) == 1 and _is_shown(report, statement, name):
        return list(headings)
    years = {period for _, period in statement.periods}
    dated = [at for at in named if years & set(_YEARS.findall(series.columns[at]))]
    return dated if years else named


def _is_shown(report: ReadReport, statement: Statement, name: str) -> bool:
    """Whether the words refer to the table that shows the series."""
    shown = {key for key, table in report.edition.settings.tables.items() if table.data == name}
    return bool(shown & {one.target for one in statement.passage.references})


def _sense(report: ReadReport, one: Placing, heading: str) -> Sense | None:
    """By size; best and worst by the indicator that has the words of the heading. None: nobody can say."""
    if sense := next((sense for sense in one.senses if sense in ("more", "less")), None):
        return sense
    said = stems_in(_UNIT.sub("", heading))
    every = report.edition.evidence.indicators.values()
    alike = {each.better for each in every if said and said <= report.meanings.stems_of(each)}
    if len(alike) != 1:
        return None
    return "more" if (alike == {"higher"}) == ("better" in one.senses) else "less"


def _problem(
    report: ReadReport, statement: Statement, one: Placing, row: RowName, series: Series, column: int
) -> Problem | None:
    values, sense = dict(_values(series, column)), _sense(report, one, series.columns[column])
    if sense is None or row.name not in values or len(values) < 3 or len(values) < one.rank:
        return None
    own, more = values[row.name][0], sense == "more"
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
        found = figure_in(cells[column], series.columns[column])
        name = cells[0].strip()
        if found and name and not REST.match(name):
            place = series.places[number][column] if series.places else series.place
            yield name, (found.value, place)
