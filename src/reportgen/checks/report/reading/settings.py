"""The passages beside the narrative: titles, alt texts, aspirations, names and wordings, cells of series."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.report.reading.passage import NOWHERE, Kind, Passage, Section
from reportgen.edition.edition import Edition
from reportgen.edition.settings import FigureSettings, TableSettings
from reportgen.problems import Place


def settings_passages(edition: Edition) -> Iterator[Passage]:
    """The words of report.yaml, then of indicators.csv, then of the series that are called."""
    yield from _report(edition)
    yield from _indicators(edition)
    yield from _series(edition)


def _report(edition: Edition) -> Iterator[Passage]:
    settings = edition.settings
    for key, text in (("title", settings.title), ("subtitle", settings.subtitle), ("notice", settings.notice)):
        if text:
            yield _passage("setting", text, settings.place(key))
    for mission in settings.missions:
        yield _passage("setting", mission.title, mission.place, Section(mission=mission.id))
        for aspiration in mission.aspirations:
            yield _passage("aspiration", aspiration.text, aspiration.place, Section(mission=mission.id))
    entries: list[FigureSettings | TableSettings] = [*settings.figures.values(), *settings.tables.values()]
    for entry in entries:
        section = Section(figure=entry.id)
        yield _passage("title", entry.title, entry.places.get("title", entry.place), section)
        if isinstance(entry, FigureSettings):
            yield _passage("alt", entry.alt, entry.places.get("alt", entry.place), section)


def _indicators(edition: Edition) -> Iterator[Passage]:
    for indicator in edition.evidence.indicators.values():
        section = Section(mission=indicator.mission, indicator=indicator.id)
        yield _passage("name", indicator.name, indicator.place_of("name"), section)
        for column, wording in (("ahead", indicator.ahead), ("behind", indicator.behind), ("level", indicator.level)):
            if wording:
                yield _passage("wording", wording, indicator.place_of(column), section)


def _series(edition: Edition) -> Iterator[Passage]:
    for series in edition.evidence.series.values():
        for column, heading in enumerate(series.columns):
            yield Passage("series heading", heading, ((0, series.place),), column=column)
        for row, (cells, places) in enumerate(zip(series.rows, series.places, strict=True), 1):
            for column, (cell, place) in enumerate(zip(cells, places, strict=True)):
                yield Passage("series cell", cell, ((0, place),), row=row, column=column)


def _passage(kind: Kind, text: str, place: Place, section: Section = NOWHERE) -> Passage:
    return Passage(kind, text, ((0, place),), section)
