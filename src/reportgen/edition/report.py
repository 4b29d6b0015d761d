"""Reading report.yaml: every problem at once, each at its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, cast

from reportgen.edition.folder import has_file, plain_name, visible
from reportgen.edition.keyed import Keyed, Words, read_keyed
from reportgen.edition.settings import (
    RESERVED,
    Aspiration,
    Comparator,
    FigureSettings,
    IndicatorData,
    Logo,
    Mission,
    Settings,
    TableSettings,
)
from reportgen.problems import Place, Problems, nearest

NAME = "report.yaml"
IDENTIFIER = re.compile(r"[A-Za-z0-9-]+")
_KEYS = (
    *("title", "subtitle", "notice", "organisation", "edition", "language", "area", "comparators", "rating"),
    *("foreword", "missions", "figures", "tables", "plain_tables", "template", "logo"),
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_settings(folder: Path, problems: Problems) -> Settings | None:
    """What report.yaml says; where an entry is wrong, a problem and as much of the rest as can be had.

    None, and a problem, where the file is not there or no sound YAML.
    """
    if not (folder / NAME).is_file():
        problems.error("no-file", Place(NAME), "is not there: it says what the report is", _other(folder))
        return None
    report = read_keyed(folder, NAME, problems)
    return _settings(report, folder) if report else None


def _other(folder: Path) -> str | None:
    """A hint for a report.yaml that is not there: a file of nearly its name, or the editions below the folder."""
    names = [one.name for one in visible(folder.iterdir()) if not one.name.startswith(("sources.", "checks."))]
    likely = [one for one in names if re.search(r"\.ya?ml$|^report\b.*\.txt$", one, re.IGNORECASE)]
    below = sorted(one.parent.name for one in folder.glob(f"*/{NAME}"))
    if below and not likely:
        return f"An edition lies in the folder below: {', '.join(below[:5])}."
    return nearest(NAME, likely)


def is_identifier(text: str, what: str, place: Place, problems: Problems) -> bool:
    """Whether a text may be an id; a problem where not."""
    if IDENTIFIER.fullmatch(text):
        return True
    problems.error("id", place, f"{what} “{text}” may hold letters, digits and hyphens only")
    return False


def _settings(report: Keyed, folder: Path) -> Settings:
    report.expect(*_KEYS)
    rating, foreword = report.part("rating"), report.part("foreword")
    rating.expect("amber_within")
    foreword.expect("name", "role")
    area = plain_name(report.required("area"))
    missions, figures, tables = _missions(report), tuple(_figures(report)), tuple(_tables(report))
    _check_ids(missions, figures, tables, report.problems)
    return Settings(
        title=report.required("title"),
        organisation=report.required("organisation"),
        edition=report.required("edition"),
        area=area,
        comparators=_comparators(report, area),
        missions=missions,
        amber_within=rating.amount("amber_within"),
        subtitle=report.text("subtitle"),
        notice=report.text("notice"),
        language=_language(report),
        signatory_name=foreword.text("name"),
        signatory_role=foreword.text("role"),
        figures={figure.id: figure for figure in figures if figure.id},
        tables={table.id: table for table in tables if table.id},
        plain_tables=report.flag("plain_tables"),
        template=report.text("template", "evidence-report"),
        logo=_logo(report, folder),
        places=report.places,
    )


def _language(report: Keyed) -> str:
    language = report.text("language", "en-GB")
    if not _LANGUAGE.fullmatch(language):
        message, hint = f"“{language}” is not the code of a language", "British English is en-GB, Welsh is cy."
        report.problems.error("language", report.place_of("language"), message, hint)
    return language


def _comparators(report: Keyed, area: str) -> tuple[Comparator, ...]:
    found: dict[str, Comparator] = {}
    for entry in report.each("comparators", "comparator"):
        one = _comparator(entry)
        if one.area and one.area in (area, *found):
            message = (
                f"“{one.area}” is the report's own area" if one.area == area else f"“{one.area}” stands there twice"
            )
            report.problems.error("comparator", one.place, message)
        found.setdefault(one.area, one)
    if "comparators" not in report:
        report.missing("comparators")
    return tuple(found.values())


def _comparator(entry: Keyed | Words) -> Comparator:
    if isinstance(entry, Words):
        return Comparator(plain_name(entry.text), "", entry.place)
    entry.expect("area", "label")
    return Comparator(plain_name(entry.required("area")), entry.text("label"), entry.place_of("area"))


def _missions(report: Keyed) -> tuple[Mission, ...]:
    missions = []
    for entry in _keyed_entries(report, "missions", "mission"):
        entry, identifier = _identified(entry, "mission")
        entry.expect("id", "title", "aspirations")
        aspirations = tuple(_aspirations(entry))
        missions.append(Mission(identifier, entry.required("title"), aspirations, entry.place_of("id")))
    if "missions" not in report:
        report.missing("missions")
    return tuple(missions)


def _aspirations(mission: Keyed) -> Iterator[Aspiration]:
    for entry in _keyed_entries(mission, "aspirations", "aspiration"):
        entry, identifier = _identified(entry, "aspiration")
        entry.expect("id", "text", "fundamental")
        yield Aspiration(identifier, entry.required("text"), entry.text("fundamental"), entry.place_of("id"))


def _figures(report: Keyed) -> Iterator[FigureSettings]:
    for entry in _keyed_entries(report, "figures", "figure"):
        entry, identifier = _identified(entry, "figure")
        entry.expect("id", "title", "kind", "data", "alt", "source")
        kind = entry.choice("kind", ("bar", "column", "line"))
        yield FigureSettings(
            identifier,
            entry.required("title"),
            cast(Literal["bar", "column", "line"], kind or "bar"),
            _indicator_data(entry.part("data")) if entry.holds_keys("data") else entry.required("data"),
            entry.required("alt"),
            entry.text("source") or None,
            entry.place,
            entry.places,
        )


def _indicator_data(data: Keyed) -> IndicatorData:
    data.expect("indicator", "areas")
    areas = tuple(dict.fromkeys(plain_name(one.text) for one in data.texts("areas")))
    every = [one.lower() for one in areas] == ["all"]
    return IndicatorData(data.required("indicator"), () if every else areas, data.places)


def _tables(report: Keyed) -> Iterator[TableSettings]:
    for entry in _keyed_entries(report, "tables", "table"):
        entry, identifier = _identified(entry, "table")
        entry.expect("id", "title", "data", "source", "merge")
        yield TableSettings(
            identifier,
            entry.required("title"),
            entry.required("data"),
            entry.text("source") or None,
            tuple(one.text for one in entry.texts("merge")),
            entry.place,
            entry.places,
        )


def _keyed_entries(keyed: Keyed, key: str, noun: str) -> Iterator[Keyed]:
    for entry in keyed.each(key, noun):
        if isinstance(entry, Keyed):
            yield entry
        else:
            message = f"the {noun} “{entry.text}” must hold keys, such as “id: …”"
            keyed.problems.error("wrong-kind", entry.place, message)


def _identified(entry: Keyed, noun: str) -> tuple[Keyed, str]:
    """The entry, called by its id from now on, and the id."""
    identifier = plain_name(entry.required("id"))
    if identifier:
        is_identifier(identifier, f"the {noun} id", entry.place_of("id"), entry.problems)
    return (entry.called(f"the {noun} “{identifier}”") if identifier else entry), identifier


def _logo(report: Keyed, folder: Path) -> Logo | None:
    if not report.holds_keys("logo"):
        report.part("logo")
        return None
    logo = report.part("logo").called("the logo")
    logo.expect("file", "alt")
    file = logo.required("file")
    if file:
        has_file(folder, file, logo.place_of("file"), report.problems)
    return Logo(file, logo.required("alt"), report.place_of("logo"))


def _check_ids(
    missions: tuple[Mission, ...],
    figures: tuple[FigureSettings, ...],
    tables: tuple[TableSettings, ...],
    problems: Problems,
) -> None:
    """Figures, tables and missions share one namespace; aspirations have their own."""
    aspirations = [(one.id, one.place) for mission in missions for one in mission.aspirations]
    shared = [(one.id, one.place) for one in missions]
    shared += [(one.id, one.places.get("id", one.place)) for one in figures]
    shared += [(one.id, one.places.get("id", one.place)) for one in tables]
    for identifier, place in shared:
        if identifier in RESERVED:
            message = f"the id “{identifier}” is that of a table which the data make by themselves"
            problems.error("reserved-id", place, message, "Choose another.")
    _check_unique(shared, problems)
    _check_unique(aspirations, problems)


def _check_unique(ids: list[tuple[str, Place]], problems: Problems) -> None:
    first: dict[str, Place] = {}
    for identifier, place in ids:
        if identifier and identifier in first:
            problems.error("duplicate-id", place, f"the id “{identifier}” was taken at {first[identifier]}")
        first.setdefault(identifier, place)
