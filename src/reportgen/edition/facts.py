"""Reading the table of facts (single figures that the words quote) and the tables called series."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from reportgen.edition.evidence import Fact, Series
from reportgen.edition.indicators import UNITS
from reportgen.edition.observations import decimals_of, figure
from reportgen.edition.report import is_identifier
from reportgen.edition.sources import Source, check_source
from reportgen.edition.tables import WELCOME, Cell, Record, Table, one_line, records, sound
from reportgen.problems import Problems

REQUIRED = ("id", "value", "unit")


def read_facts(table: Table | None, sources: Mapping[str, Source] | None, problems: Problems) -> dict[str, Fact]:
    """The facts by id, in the order of the table."""
    facts: dict[str, Fact] = {}
    for record in records(table, REQUIRED, ("source",), problems) if table else ():
        fact = _fact(record, sources, problems)
        if fact is None:
            continue
        if fact.id in facts:
            message = f"the fact “{fact.id}” stands at {facts[fact.id].place} as well"
            problems.error("duplicate-id", fact.place, message)
        facts.setdefault(fact.id, fact)
    return facts


def read_series(table: Table, problems: Problems) -> Series:
    """A table of its own, its cells as typed (in a workbook: as shown)."""
    read = [number for number, heading in enumerate(table.headings) if heading.text != WELCOME]
    headings, *rows = [[sound(row[number], problems) for number in read] for row in (table.headings, *table.rows)]
    if not table.rows:
        problems.error("empty-table", table.place, "has headings and no rows")
    _check_headings(headings, rows, problems)
    return Series(
        tuple(_as_shown(heading) for heading in headings),
        tuple(tuple(_as_shown(cell) for cell in row) for row in rows),
        table.place,
        tuple(tuple(cell.place for cell in row) for row in rows),
    )


def _check_headings(headings: list[Cell], rows: list[list[Cell]], problems: Problems) -> None:
    """A table may print what it likes; what a reader of its headings would trip over is worth a look."""
    for number, heading in enumerate(headings):
        if not heading.text and not heading.fault and number and any(row[number].text for row in rows):
            problems.warn("no-heading", heading.place, f"column {number + 1} has no heading")
        if heading.text and heading.key in (one.key for one in headings[:number]):
            problems.warn("duplicate-column", heading.place, f"the heading “{heading.key}” stands there twice")


def _fact(record: Record, sources: Mapping[str, Source] | None, problems: Problems) -> Fact | None:
    empty = [column for column in REQUIRED if not record[column].text]
    for column in empty:
        if not record[column].fault:
            problems.error("empty-cell", record[column].place, f"“{column}” must be filled in")
    identifier, value = record["id"].key, record["value"]
    if not identifier:
        return None
    is_identifier(identifier, "the id", record["id"].place, problems)
    unit = _unit(record["unit"], problems) if record["unit"].text else "text"
    return Fact(
        identifier,
        unit,
        None if unit == "text" else figure(value, "value", unit, problems, "Words have the unit text."),
        _as_shown(value),
        0 if unit == "text" else decimals_of(value),
        check_source(record["source"].key, record["source"].place, sources, problems),
        value.place,
        record.note,
    )


def _unit(cell: Cell, problems: Problems) -> Literal["percent", "gbp", "number", "text"]:
    word = cell.key.lower()
    if word not in (*UNITS, "text"):
        hint = f"It is one of {', '.join(UNITS)}, text."
        problems.error("choice", cell.place, f"“unit” cannot be “{cell.key}”", hint)
        return "text"
    return cast(Literal["percent", "gbp", "number", "text"], word)


def _as_shown(cell: Cell) -> str:
    return one_line(cell.shown)
