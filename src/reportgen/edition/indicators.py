"""Reading the table of indicators: each row with the report's settings filled in where it is silent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import cast

from reportgen.edition.evidence import Better, Indicator, Unit
from reportgen.edition.report import is_identifier
from reportgen.edition.settings import Settings
from reportgen.edition.sources import Source, check_source
from reportgen.edition.tables import Cell, Record, Table, records, refuse_date
from reportgen.numbers import parse
from reportgen.problems import Place, Problems, nearest

REQUIRED = ("id", "mission", "name", "unit", "better")
OPTIONAL = ("decimals", "counted", "aspirations", "source", "comparators", "amber_within") + (
    WORDINGS := ("ahead", "behind", "level")
)
UNITS = ("percent", "gbp", "number")
PLACEHOLDERS = ("gap", "count", "counted", "area", "comparator")
MOST_DECIMALS = 10


@dataclass(frozen=True, slots=True)
class IndicatorRows:
    """What the table holds: indicators, the place of every row, and who leaves `decimals` to values.

    Nothing should be said of the faulty ones: not all that stands of them in the tables could be read.
    """

    sound: dict[str, Indicator] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    unasked: set[str] = field(default_factory=set)
    faulty: set[str] = field(default_factory=set)

    def doubt(self, identifier: str) -> None:
        """Count an indicator as faulty, or all of them where nobody knows which is meant."""
        self.faulty.update([identifier] if identifier in self.places else self.places)


def read_indicators(
    table: Table | None,
    settings: Settings | None,
    sources: Mapping[str, Source] | None,
    problems: Problems,
) -> IndicatorRows:
    """The indicators in the order of the table. Without settings nothing is held against them."""
    rows = IndicatorRows()
    for record in records(table, REQUIRED, OPTIONAL, problems) if table else ():
        met = len(problems.met)
        identifier = record["id"].key
        indicator = _indicator(record, settings, sources, problems)
        if not identifier:
            continue
        if identifier in rows.places:
            message = f"the indicator “{identifier}” stands at {rows.places[identifier]} as well"
            problems.error("duplicate-id", record["id"].place, message)
        rows.places.setdefault(identifier, record["id"].place)
        if not record["decimals"].text:
            rows.unasked.add(identifier)
        if indicator:
            rows.sound.setdefault(identifier, indicator)
        if len(problems.met) > met or any(cell.fault for cell in record.cells.values()):
            rows.doubt(identifier)
    return rows


def _is_filled(record: Record, problems: Problems) -> bool:
    empty = [column for column in REQUIRED if not record[column].text]
    for column in empty:
        if not record[column].fault:
            problems.error("empty-cell", record[column].place, f"“{column}” must be filled in")
    return not empty


def _indicator(
    record: Record, settings: Settings | None, sources: Mapping[str, Source] | None, problems: Problems
) -> Indicator | None:
    filled = _is_filled(record, problems)
    for column in ("mission", "name", "counted", "aspirations", "source", "comparators", *WORDINGS):
        refuse_date(column, record[column], problems)
    if refuse_date("id", record["id"], problems):
        return None
    if record["id"].text and not is_identifier(record["id"].key, "the id", record["id"].place, problems):
        filled = False
    unit = _choice(record, "unit", UNITS, problems)
    better = _choice(record, "better", ("higher", "lower"), problems)
    _check_settings(record, settings, problems)
    wordings = {column: _wording(record[column], problems) for column in WORDINGS}
    source = check_source(record["source"].key, record["source"].place, sources, problems)
    decimals = _decimals(record["decimals"], problems)
    comparators = _comparators(record["comparators"], settings, problems)
    if not (filled and unit and better):
        return None
    return Indicator(
        id=record["id"].key,
        mission=record["mission"].key,
        name=record["name"].words,
        unit=cast(Unit, unit),
        better=cast(Better, better),
        decimals=decimals,
        comparators=comparators,
        amber_within=_amber_within(record["amber_within"], cast(Unit, unit), settings, problems),
        counted=record["counted"].words,
        aspirations=_listed(record["aspirations"]),
        source=source,
        place=record["id"].place,
        places={column: record[column].place for column in ("name", "better", *wordings)},
        **wordings,
    )


def _choice(record: Record, column: str, choices: Sequence[str], problems: Problems) -> str:
    cell = record[column]
    word = cell.key.lower()
    if word in choices or not word:
        return word
    hint = f"It is one of {', '.join(choices)}."
    if column == "unit" and record["better"].key.lower() in choices:
        hint = "The cells have slipped: put a name that holds a comma into quotation marks."
    problems.error("choice", cell.place, f"“{column}” cannot be “{cell.key}”", hint)
    return ""


def _check_settings(record: Record, settings: Settings | None, problems: Problems) -> None:
    if settings is None or not settings.missions:  # that there are none has been told
        return
    missions = [one.id for one in settings.missions]
    aspirations = [one.id for mission in settings.missions for one in mission.aspirations]
    if record["mission"].text:
        _check_known([record["mission"].key], record["mission"], "mission", missions, problems)
    _check_known(_listed(record["aspirations"]), record["aspirations"], "aspiration", aspirations, problems)


def _check_known(names: Iterable[str], cell: Cell, noun: str, known: Sequence[str], problems: Problems) -> None:
    for name in names:
        if name not in known:
            message = f"there is no {noun} “{name}” in report.yaml"
            hint = "Several are separated by semicolons." if "," in name else nearest(name, known)
            problems.error(f"unknown-{noun}", cell.place, message, hint)


def _listed(cell: Cell) -> tuple[str, ...]:
    """The names in a cell, separated by semicolons; one that is named twice counts once."""
    return tuple(dict.fromkeys(name.strip() for name in cell.key.split(";") if name.strip()))


def _decimals(cell: Cell, problems: Problems) -> int:
    if re.fullmatch("[0-9]{1,2}", cell.key) and int(cell.key) <= MOST_DECIMALS:
        return int(cell.key)
    if cell.text:
        message = f"“decimals” cannot be “{cell.key}”"
        problems.error("decimals", cell.place, message, f"It is a whole number from 0 to {MOST_DECIMALS}.")
    return 0


def _comparators(cell: Cell, settings: Settings | None, problems: Problems) -> tuple[str, ...]:
    own = _listed(cell)
    if settings and settings.area in own:
        problems.error("comparator", cell.place, f"“{settings.area}” is the report's own area")
    if own or settings is None:
        return own
    return tuple(one.area for one in settings.comparators)


def _amber_within(cell: Cell, unit: Unit, settings: Settings | None, problems: Problems) -> Decimal | None:
    """The report's band speaks of percentage points, so it holds for percent indicators only."""
    if not cell.text:
        return settings.amber_within if settings and unit == "percent" else None
    if cell.key.lower() == "none":
        return None
    try:
        band = parse(re.sub(r"\s*pp$", "", cell.key), unit)
    except ValueError as fault:
        problems.error("number", cell.place, f"“amber_within”: {fault}", "Where there is no band, write none.")
        return None
    if band < 0:
        problems.error("number", cell.place, "“amber_within” cannot be negative")
    return band


def _wording(cell: Cell, problems: Problems) -> str:
    for name in re.findall(r"{([^{}]*)}", cell.words):
        if name not in PLACEHOLDERS:
            message = f"{{{name}}} cannot be filled in"
            problems.error("placeholder", cell.place, message, nearest(name, PLACEHOLDERS))
    if re.search("[{}]", re.sub(r"{[^{}]*}", "", cell.words)):
        message = f"a brace is left over in “{cell.words}”"
        problems.error("placeholder", cell.place, message, "What is filled in stands in single braces: {gap}.")
    return cell.words
