"""Reading the table of values: what was observed of each indicator, area by area and period by period."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from reportgen.edition.evidence import Indicator, Observation, Unit
from reportgen.edition.indicators import IndicatorRows
from reportgen.edition.sources import Source, check_source
from reportgen.edition.tables import Cell, Record, Table, records, refuse_date
from reportgen.numbers import decimals_in, parse
from reportgen.problems import Place, Problems, nearest

NAMES = ("indicator", "area", "period")
REQUIRED = (*NAMES, "value")
OPTIONAL = ("base", "gap_count", "source")

ALONE = "Type the figure alone, such as 36, 36%, £1.2bn or 1,234; remarks belong in a column “note”."
UNREPORTED = "Leave the cell empty where nothing is reported; else type the figure, such as 36."

Key = tuple[str, str, str]  # indicator, area, period

_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DATE = re.compile(rf"{_MONTH}-\d\d|\d\d?-{_MONTH}(?:-\d\d(?:\d\d)?)?|\d\d?/\d\d?/\d\d(?:\d\d)?", re.IGNORECASE)
_SERIAL = re.compile(r"[345]\d{4}")  # days since 1900: 1982 to 2064


def read_observations(
    table: Table | None, indicators: IndicatorRows, sources: Mapping[str, Source] | None, problems: Problems
) -> tuple[dict[Key, Observation], dict[str, int]]:
    """The observations in the order of the table; the most decimals that each indicator's values carry.

    What could not be read makes its indicator faulty; what cannot be laid to one indicator, all of them. Rows of an
    indicator that is not known, or has problems of its own, are looked through too, and left out.
    """
    observations: dict[Key, Observation] = {}
    carried: dict[str, int] = {}
    places: dict[Key, Place] = {}
    for record in records(table, REQUIRED, OPTIONAL, problems) if table else ():
        met = len(problems.met)
        named = _is_named(record, problems)
        key = record["indicator"].key, record["area"].key, record["period"].key
        indicator = _indicator(key[0], record, indicators, problems)
        found = _observation(key, record, indicator.unit if indicator else _likely_unit(record), sources, problems)
        if len(problems.met) > met or any(cell.fault for cell in record.cells.values()):
            indicators.doubt(key[0])
        if not named:
            continue
        if key in places:
            message = f"“{key[0]}” for {key[1]} in {key[2]} stands at {places[key]} as well"
            problems.error("duplicate-row", found.place, message, "Delete one of the two rows.")
            continue
        places[key] = found.place
        if indicator:
            observations[key] = found
        if indicator and found.value is not None:
            carried[key[0]] = max(carried.get(key[0], 0), decimals_of(record["value"]))
    if table is None or (table.rows and not observations):
        indicators.doubt("")
    return observations, carried


def decimals_of(cell: Cell) -> int:
    """As many decimals as the cell's number format fixes; where it fixes none, as many as were typed."""
    return decimals_in(cell.text) if cell.decimals is None else cell.decimals


def figure(cell: Cell, column: str, unit: Unit, problems: Problems, otherwise: str = UNREPORTED) -> Decimal | None:
    """The figure in a cell; None where it is empty, or a problem: `otherwise` is the remedy where it has no digit."""
    if not cell.text:
        return None
    if cell.is_date:
        hint = "Format the cell as a number, and type the figure again."
        problems.error("date", cell.place, f"“{column}” holds a date ({cell.text})", hint)
        return None
    try:
        return parse(cell.text, unit)
    except ValueError as fault:
        remedy = ALONE if re.search(r"\d", cell.text) else otherwise
        problems.error("number", cell.place, f"“{column}”: {fault}", remedy)
        return None


def _is_named(record: Record, problems: Problems) -> bool:
    empty = [column for column in NAMES if not record[column].text]
    for column in empty:
        if not record[column].fault:
            problems.error("empty-cell", record[column].place, f"“{column}” must be filled in")
    dates = [column for column in NAMES if refuse_date(column, record[column], problems)]
    return not (empty or dates or _is_no_period(record["period"], problems))


def _is_no_period(cell: Cell, problems: Problems) -> bool:
    """Whether a spreadsheet made something else of a period: a date, or the number that it keeps for one."""
    if _DATE.fullmatch(cell.key) or _SERIAL.fullmatch(cell.key):
        hint = "A spreadsheet made it of what was typed: format the column as text, and type it again (2023-01)."
        problems.error("date", cell.place, f"“period” holds a date as a spreadsheet keeps it ({cell.key})", hint)
        return True
    if re.fullmatch(r"\d+\.\d+", cell.key):
        hint = f"Type it as it is to be printed: {cell.key.partition('.')[0]}."
        problems.error("period", cell.place, f"“period” holds a number with decimals ({cell.key})", hint)
        return True
    return False


def _indicator(identifier: str, record: Record, indicators: IndicatorRows, problems: Problems) -> Indicator | None:
    """The row's indicator; None where it is not known, or has problems of its own."""
    places = indicators.places
    if identifier and places and identifier not in places:  # an unreadable table knows none, and has been told of
        message, hint = f"there is no indicator “{identifier}”", nearest(identifier, places)
        problems.error("unknown-indicator", record["indicator"].place, message, hint)
    return indicators.sound.get(identifier)


def _likely_unit(record: Record) -> Unit:
    """One that finds fault only with what is wrong in every unit."""
    return "percent" if "%" in record["value"].text else "gbp"


def _observation(
    key: Key, record: Record, unit: Unit, sources: Mapping[str, Source] | None, problems: Problems
) -> Observation:
    return Observation(
        *key,
        value=figure(record["value"], "value", unit, problems),
        base=_positive(record["base"], "base", "number", problems),
        gap_count=_positive(record["gap_count"], "gap_count", "gbp", problems),  # some gaps count pounds
        source=check_source(record["source"].key, record["source"].place, sources, problems),
        place=record["value"].place if record["value"].text else record["indicator"].place,
        places={column: record[column].place for column in ("period", "base", "gap_count")},
    )


def _positive(cell: Cell, column: str, unit: Unit, problems: Problems) -> Decimal | None:
    number = figure(cell, column, unit, problems)
    if number is not None and number <= 0:
        hint = "Leave the cell empty where it is not known."
        problems.error("not-positive", cell.place, f"“{column}” must be more than zero", hint)
        return None
    return number
