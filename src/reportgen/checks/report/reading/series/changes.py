"""What became of a row or column of a series between two of its years: as its cells differ, and as they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.checks.report.periods import when
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.numbers.quantities import periods
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import Range, exactly
from reportgen.checks.report.reading.series.cells import SeriesCell
from reportgen.checks.report.reading.series.rows import Row
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.times.spans import span_of

_NEAR = Decimal("0.03")


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of a row whose columns are years, or of a column whose rows are, in the order of their periods."""

    row: Row | None  # None: a column
    cells: tuple[SeriesCell, ...]
    periods: tuple[str, ...]
    given: tuple[SeriesCell, ...]  # what the row says of its change

    @property
    def last(self) -> SeriesCell:
        return self.cells[-1]


@dataclass(frozen=True, slots=True)
class Change:
    """`known`: the words say from when to when, or there is but one change to tell of."""

    datum: Datum
    known: bool


def lines_of(rows: Sequence[Row]) -> Iterator[Line]:
    """The lines of one table."""
    cells = [cell for row in rows for cell in row.cells if not cell.is_change]
    if cells and all(row.years and not row.words for row in rows):
        for heading in dict.fromkeys(cell.heading for cell in cells):
            yield from _line(None, [cell for cell in cells if cell.heading == heading], ())
        return
    for row in rows:
        dated = [cell for cell in row.cells if cell.column_years and not cell.is_change]
        for words in dict.fromkeys(cell.column_words for cell in dated):
            given = tuple(cell for cell in row.cells if cell.is_change)
            yield from _line(row, [cell for cell in dated if cell.column_words == words], given)


def _line(row: Row | None, cells: Sequence[SeriesCell], given: tuple[SeriesCell, ...]) -> Iterator[Line]:
    dated = {period: cell for cell in cells for period in [_period(cell)] if period}
    if len(dated) > 1 and len({cell.unit for cell in cells}) == 1:
        found = tuple(sorted(dated))
        yield Line(row, tuple(dated[period] for period in found), found, given)


def _period(cell: SeriesCell) -> str:
    named = periods(cell.heading if cell.column_years else cell.row_text)
    return named[0][1] if len(named) == 1 else ""


def change_of(statement: Statement, one: Quantity, line: Line) -> Change | None:
    """What the figure would be of this line, from when to when its sentence says. None: nothing."""
    current = line.periods[-1]
    span = span_of(statement.dated(current), one, one.start, line.periods, current)
    if span.since is None:
        return None
    first, last = _at(span.since, line) if span.since else None, _at(span.until, line)
    if first is None and not span.since and last:
        first = last - 1  # from the one before
    if first is None or last is None or first >= last:
        return None
    known = span.said or len(line.periods) == 2
    whole = first == 0 and last == len(line.periods) - 1
    said = [cell for cell in line.given if whole and cell.unit == one.unit]
    if len(said) == 1:
        size, rose = abs(said[0].datum.value), line.last.datum.value > line.cells[0].datum.value
        return Change(replace(said[0].datum, value=size if rose else -size), known)
    datum = _difference(line.cells[first], line.cells[last], one)
    return Change(datum, known) if datum is not None else None


def _at(period: str, line: Line) -> int | None:
    """Where a period stands among the line's, whichever way it is written."""
    found = [at for at, each in enumerate(line.periods) if period in (each, when(each)) or when(period) == each]
    return found[0] if len(found) == 1 else None


def _difference(first: SeriesCell, last: SeriesCell, one: Quantity) -> Datum | None:
    """In the figure's unit; as a share of where it began, where counts or pounds are told in percent."""
    value = last.datum.value - first.datum.value
    shown = f"{first.datum.shown} and {last.datum.shown}"
    if one.unit == "percent" and last.unit in ("number", "gbp"):
        if not first.datum.value:
            return None
        share = value * 100 / first.datum.value
        return replace(last.datum, shown=shown, value=share, range=exactly(abs(share)).widened(_NEAR))
    if last.unit != one.unit and not (one.unit == "points" and last.unit == "percent"):
        return None
    low, high = last.datum.range.low - first.datum.range.high, last.datum.range.high - first.datum.range.low
    least = min(abs(low), abs(high)) if low * high > 0 else 0 * value
    return replace(last.datum, shown=shown, value=value, range=Range(least, max(abs(low), abs(high)), True))
