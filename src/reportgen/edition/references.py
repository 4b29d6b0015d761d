"""Whether what the files of an edition say of each other is there: sources, indicators, columns, areas."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.edition.evidence import Evidence
from reportgen.edition.settings import FigureSettings, IndicatorData, Settings, TableSettings
from reportgen.edition.sources import Source, check_source
from reportgen.edition.spellings import check_spellings
from reportgen.problems import Place, Problems, nearest

_A_LIST = "Areas form a list: [England, Wales]."


def check_references(
    settings: Settings, evidence: Evidence, sources: Mapping[str, Source] | None, problems: Problems
) -> None:
    """Errors: what figures and tables call and nobody has. Warnings: areas without any value."""
    for figure in settings.figures.values():
        check_source(figure.source or "", _place(figure, "source"), sources, problems)
        if isinstance(figure.data, IndicatorData):
            _check_indicator(figure, figure.data, evidence, problems)
    for table in settings.tables.values():
        check_source(table.source or "", _place(table, "source"), sources, problems)
        _check_columns(table, evidence, problems)
    _check_published_gaps(settings, evidence, problems)
    if evidence.observations:
        _check_areas(settings, evidence, problems)
        _check_rows(evidence, problems)
        check_spellings(settings, evidence, problems)


def warn_of_missing_sources(settings: Settings, problems: Problems) -> None:
    """An edition may do without sources; then a figure or table that names one is printed without its source line."""
    entries: list[FigureSettings | TableSettings] = [*settings.figures.values(), *settings.tables.values()]
    for entry in entries:
        if entry.source:
            message = f"there is no sources.yaml to say what “{entry.source}” is: its source line is left out"
            problems.warn("no-sources", _place(entry, "source"), message, "Write the file: docs/edition.md shows how.")


def _place(entry: FigureSettings | TableSettings, key: str) -> Place:
    return entry.places.get(key, entry.place)


def _check_indicator(figure: FigureSettings, data: IndicatorData, evidence: Evidence, problems: Problems) -> None:
    if data.indicator not in evidence.indicators:
        if data.indicator and evidence.indicators and data.indicator not in evidence.faulty:
            message = f"there is no indicator “{data.indicator}” for the figure “{figure.id}”"
            hint = nearest(data.indicator, evidence.indicators)
            problems.error("unknown-indicator", data.places.get("indicator", figure.place), message, hint)
        return
    areas = evidence.areas(data.indicator)
    for area in data.areas if data.indicator not in evidence.faulty else ():  # it may stand in a row that is not read
        if area not in areas:
            message = f"“{data.indicator}” has no value for “{area}”, which the figure “{figure.id}” asks for"
            place = data.places.get("areas", figure.place)
            hint = _A_LIST if "," in area else nearest(area, areas)
            problems.warn("unknown-area", place, message, hint)


def _check_columns(table: TableSettings, evidence: Evidence, problems: Problems) -> None:
    series = evidence.series.get(table.data)
    for column in table.merge if series else ():
        if series and column not in series.columns:
            message = f"the table “{table.id}” has no column “{column}” to merge"
            hint = "Columns form a list: [Town, Task]." if "," in column else nearest(column, series.columns)
            problems.error("unknown-column", _place(table, "merge"), message, hint)


def _check_published_gaps(settings: Settings, evidence: Evidence, problems: Problems) -> None:
    """A gap that was published is printed from a comparator's row, and from no other."""
    for one in evidence.observations.values():
        comparators = evidence.indicators[one.indicator].comparators
        if one.gap_count is not None and one.area not in comparators:
            message = f"“gap_count” stands in the row of {one.area}, where nobody reads it"
            hint = f"It belongs in the row of the comparator: {', '.join(comparators)}."
            problems.warn("gap-count", one.place, message, hint)


def _check_areas(settings: Settings, evidence: Evidence, problems: Problems) -> None:
    """An area that never occurs is more likely misspelt than never reported."""
    known = list(dict.fromkeys(area for _, area, _ in evidence.observations))
    named: dict[str, Place] = {settings.area: settings.place("area")}
    for comparator in settings.comparators:
        named.setdefault(comparator.area, comparator.place)
    for indicator in evidence.indicators.values():
        for area in indicator.comparators:
            named.setdefault(area, indicator.place)
    for area, place in named.items():
        if area and area not in known:
            hint = nearest(area, [one for one in known if one not in named]) or nearest(area, known)
            if all(part.strip() in known for part in area.split(",")):
                hint = _A_LIST if place.file == "report.yaml" else "Areas are separated by semicolons."
            problems.warn("unknown-area", place, f"there is no value for the area “{area}”", hint)


def _check_rows(evidence: Evidence, problems: Problems) -> None:
    """An indicator that no row speaks of is more likely forgotten than nowhere reported."""
    for indicator in evidence.indicators.values():
        if not evidence.areas(indicator.id) and indicator.id not in evidence.faulty:
            hint = "Add its rows to the values; one that is not reported has a row with an empty value."
            problems.warn("no-values", indicator.place, f"there is no value of “{indicator.id}” for any area", hint)
