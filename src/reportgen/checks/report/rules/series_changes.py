"""A series' column of changes, recomputed from the columns that it compares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportgen.checks.report.intervals import Interval, typed
from reportgen.checks.report.reading.report import ReadReport
from reportgen.edition.evidence import Series
from reportgen.numbers import EXACT, MINUS, parse
from reportgen.problems import Problem

Unit = Literal["percent", "points", "gbp", "number"]

_OF_WHAT = r"\s*\((?:%|pp|[a-z ]*points?|£ ?\w*|no\.?|n|number)\)"
_SINCE_WHEN = r"|,|:|\s+(?:from|between|since|in|on|over|to|and|the|year|previous)\b|\s*[-–/]?\s*(?<!\d)\d{2,4}(?!\d)"
_CHANGE = re.compile(
    r"(?:(?:percentage|percentage[- ]point|pp|%) )?(?:change|difference|increase|rise|decrease|fall|drop|reduction|gap)"
    rf"(?:{_OF_WHAT}{_SINCE_WHEN})*\s*",
    re.IGNORECASE,
)
_EITHER_WAY = re.compile(r"decrease|fall|drop|reduction|rank|position", re.IGNORECASE)  # up is what falls
_POINTS = re.compile(r"\s*(?:pp|p\.p\.|percentage points?|points?|ppts?)\s*$", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell's figure, as exactly as it was typed."""

    value: Decimal
    unit: Unit

    @property
    def interval(self) -> Interval:
        return typed(self.value)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column says how the two others differ; `stated`: its heading says which they are."""

    change: int
    earlier: int
    later: int
    stated: bool


Row = tuple[Figure, Figure, Figure]  # earlier, later, change


def problems(report: ReadReport) -> Iterator[Problem]:
    for series in report.edition.evidence.series.values():
        for number, heading in enumerate(series.columns):
            if number > 2 and _CHANGE.fullmatch(heading.strip()):
                judged = [_judged(series, columns) for columns in _candidates(series, number)]
                yield from min(judged, key=len, default=[])


def _candidates(series: Series, change: int) -> Iterator[Columns]:
    """The two columns that are compared: those whose years the heading names, else the last two, or first and last."""
    headings = series.columns
    named = _YEAR.findall(headings[change])
    by_year = {year: at for at in range(1, change) for year in _YEAR.findall(headings[at])[:1]}
    years = [by_year[year] for year in sorted(by_year)]
    if named:
        known = [by_year[year] for year in sorted(named) if year in by_year]
        ends = [*known, *([years[-1]] if len(named) == 1 and years else [])]
        if len(ends) == 2 and ends[0] != ends[1]:
            yield Columns(change, ends[0], ends[1], stated=True)
    elif len(years) > 1:
        yield Columns(change, years[-2], years[-1], stated=True)
        yield Columns(change, years[0], years[-1], stated=True)
    elif not any(_CHANGE.match(headings[at].strip()) for at in (change - 2, change - 1)):
        yield Columns(change, change - 2, change - 1, stated=False)


def _judged(series: Series, columns: Columns) -> list[Problem]:
    rows = {number: row for number, row in enumerate(_figures(series, columns)) if row is not None}
    either_way = any(_EITHER_WAY.search(series.columns[at]) for at in (columns.change, columns.later))
    ways = (1, -1) if either_way or not columns.stated else (1,)
    wrong = min(([number for number, row in rows.items() if not _fits(row, way)] for way in ways), key=len)
    if not columns.stated and 2 * len(wrong) > len(rows) - (len(rows) > 2):
        return []  # it compares something else
    points = [number for number, row in rows.items() if number not in wrong and _is_points_alone(row)]
    told = [_problem(series, columns, number, rows[number]) for number in wrong]
    return [*told, *(_percent_for_points(series, columns, number) for number in points[:1])]


def _figures(series: Series, columns: Columns) -> Iterator[Row | None]:
    for cells in series.rows:
        found = [_figure(cells[at], series.columns[at]) for at in (columns.earlier, columns.later, columns.change)]
        earlier, later, change = found
        yield (earlier, later, change) if earlier and later and change and _comparable(earlier, later, change) else None


def _comparable(earlier: Figure, later: Figure, change: Figure) -> bool:
    money = "gbp" in (earlier.unit, change.unit)
    return earlier.unit == later.unit and (change.unit in (earlier.unit, "percent") or not money)


def _figure(cell: str, heading: str) -> Figure | None:
    text = cell.strip().replace(MINUS, "-")
    if _POINTS.search(text):
        return _parsed(_POINTS.sub("", text), "points")
    if "%" in text:
        return _parsed(text.replace("%", ""), "percent")
    if "£" in text:
        return _parsed(text, "gbp")
    units: Mapping[str, Unit] = {"%": "percent", "pp": "points", "percentage points": "points"}
    return _parsed(text, next((unit for sign, unit in units.items() if f"({sign})" in heading), "number"))


def _parsed(text: str, unit: Unit) -> Figure | None:
    try:
        return Figure(parse(text, "gbp" if unit == "gbp" else "number"), unit)
    except ValueError:
        return None


def _fits(row: Row, way: int) -> bool:
    return any(interval.meets(_turned(row[2].interval, way)) for interval in _changes(row))


def _is_points_alone(row: Row) -> bool:
    """Whether a change of percentages is given in percent, and right only as percentage points."""
    if row[0].unit != "percent" or row[2].unit != "percent" or row[0].value <= 0:
        return False
    _, proportion = _changes(row)
    return not any(proportion.meets(_turned(row[2].interval, way)) for way in (1, -1))


def _percent_for_points(series: Series, columns: Columns, number: int) -> Problem:
    said = series.rows[number][columns.change]
    message = f"“{series.columns[columns.change]}” of “{series.rows[number][0]}” is {said}: that is percentage points"
    hint = "Write pp: a change by so many percent is another one."
    place = series.places[number][columns.change] if series.places else series.place
    return Problem("warning", "series-points", message, place, hint)


def _turned(interval: Interval, way: int) -> Interval:
    return interval if way > 0 else Interval(-interval.high, -interval.low)


def _changes(row: Row) -> Sequence[Interval]:
    """What the change may be: in points or units, and where it is a percentage also in proportion."""
    earlier, later, change = row
    absolute = later.interval.minus(earlier.interval)
    if change.unit != "percent" or earlier.value <= 0:
        return [absolute]
    proportion = _proportion(earlier.interval, later.interval)
    return [proportion] if earlier.unit != "percent" else [absolute, proportion]


def _proportion(earlier: Interval, later: Interval) -> Interval:
    if earlier.low <= 0:
        return Interval(Decimal("-Infinity"), Decimal("Infinity"))
    ends = [EXACT.divide(one, other) for one in (later.low, later.high) for other in (earlier.low, earlier.high)]
    return Interval(*(EXACT.subtract(end, Decimal(1)).scaleb(2, EXACT) for end in (min(ends), max(ends))))


def _problem(series: Series, columns: Columns, number: int, row: Row) -> Problem:
    cells = series.rows[number]
    headings = [series.columns[at] for at in (columns.earlier, columns.later, columns.change)]
    said = [cells[at] for at in (columns.earlier, columns.later, columns.change)]
    nearest = _changes(row)[-1 if row[2].unit == "percent" else 0]
    middle = EXACT.divide(EXACT.add(nearest.low, nearest.high), Decimal(2))
    places = max(0, *(-int(one.value.as_tuple().exponent) for one in row))
    message = (
        f"“{headings[2]}” of “{cells[0]}” is {said[2]}, but {headings[0]} is {said[0]} and {headings[1]} {said[1]}: "
        f"that is {_signed(middle, places)}{_suffix(row[2])}"
    )
    place = series.places[number][columns.change] if series.places else series.place
    return Problem("error", "series-change", message, place)


def _signed(value: Decimal, places: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-places), context=EXACT)
    return f"{'+' if rounded > 0 else MINUS if rounded < 0 else ''}{abs(rounded):,f}"


def _suffix(change: Figure) -> str:
    return {"percent": "%", "points": "pp", "gbp": " pounds", "number": ""}[change.unit]
