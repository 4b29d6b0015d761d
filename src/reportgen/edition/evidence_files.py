"""Where an edition's tables are (CSV files, or sheets of evidence.xlsx), and reading all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from reportgen.edition.csv_files import read_csv
from reportgen.edition.evidence import Evidence, Series
from reportgen.edition.facts import read_facts, read_series
from reportgen.edition.folder import has_file, is_file, visible
from reportgen.edition.indicators import IndicatorRows, read_indicators
from reportgen.edition.observations import read_observations
from reportgen.edition.settings import FigureSettings, Settings, TableSettings
from reportgen.edition.sources import Source
from reportgen.edition.tables import Table
from reportgen.edition.workbook import NAME as WORKBOOK
from reportgen.edition.workbook import Workbook
from reportgen.problems import Place, Problems, nearest

SHEETS = ("indicators", "values", "facts", "sources")
_WORKBOOKS = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods")
USUAL_DECIMALS = 4  # more are hardly meant


def read_evidence(
    folder: Path,
    workbook: Workbook,
    settings: Settings | None,
    sources: Mapping[str, Source] | None,
    problems: Problems,
) -> Evidence:
    """All tables of an edition, each row held against the settings and the other tables."""
    files = _Files(folder, workbook, problems)
    indicators = read_indicators(files.needed("indicators"), settings, sources, problems)
    observations, carried = read_observations(files.needed("values"), indicators, sources, problems)
    _check_decimals(indicators, carried, problems)
    return Evidence(
        {
            key: replace(one, decimals=carried.get(key, 0)) if key in indicators.unasked else one
            for key, one in indicators.sound.items()
        },
        observations,
        read_facts(files.table("facts"), sources, problems),
        dict(_series(files, settings)) if settings else {},
        frozenset(indicators.faulty),
    )


def alike(folder: Path, table: str) -> str | None:
    """A hint for a table that is not there: what lies in the folder, or in one below, under nearly the right name."""
    files = [one.relative_to(folder).as_posix() for one in visible([*folder.glob("*"), *folder.glob("*/*")])]
    books = [one for one in files if PurePosixPath(one).suffix.lower() in _WORKBOOKS]
    texts = [one for one in files if one not in books and PurePosixPath(one).name.lower().startswith(table)]
    beside = [one for one in files if "/" not in one and one.lower().endswith(".csv")]
    known = texts or [one for one in beside if PurePosixPath(one).stem.lower() not in SHEETS]
    close = nearest(f"{table}.csv", known)
    if books and not (texts or (close or "").startswith("Did")):
        return f"A workbook that holds the tables is called {WORKBOOK}; here is “{books[0]}”."
    return close


def _check_decimals(indicators: IndicatorRows, carried: Mapping[str, int], problems: Problems) -> None:
    """What a formula worked out has more decimals than anybody wants to print."""
    for key in indicators.sound:
        if key in indicators.unasked and carried.get(key, 0) > USUAL_DECIMALS:
            message = f"“{key}” prints with {carried[key]} decimals, as many as one of its values has"
            problems.warn("decimals", indicators.places[key], message, "Say in its column “decimals” how many.")


@dataclass(frozen=True, slots=True)
class _Files:
    folder: Path
    workbook: Workbook
    problems: Problems

    def needed(self, name: str) -> Table | None:
        """A table that must be there."""
        if not (self._has_csv(f"{name}.csv") or self.workbook.sheet(name) or self.workbook.damaged):
            self._miss(name)
        table = self.table(name)
        if table and not table.rows:
            self.problems.warn("no-rows", table.place, "has headings and no rows")
        return table

    def _miss(self, name: str) -> None:
        if self.workbook.sheets and not any(self._has_csv(f"{one}.csv") for one in SHEETS):
            hint = nearest(name, [one for one in self.workbook.sheets if one.lower() not in SHEETS])
            self.problems.error("no-sheet", Place(WORKBOOK), f"has no sheet “{name}”", hint)
            return
        message = f"is not there (nor a sheet “{name}” in {WORKBOOK})"
        self.problems.error("no-file", Place(f"{name}.csv"), message, alike(self.folder, name))

    def table(self, name: str) -> Table | None:
        """A table that may be there; an error where it is there twice."""
        return self._one_of(f"{name}.csv", name)

    def series(self, data: str, place: Place) -> Table | None:
        """A table that report.yaml calls, at `place`: by its file's path, or by the name of a sheet."""
        name = PurePosixPath(data).name
        sheet = next((one for one in (name, PurePosixPath(name).stem) if self._is_series_sheet(one)), None)
        if sheet is None and (self.workbook.damaged or not self._has_series(data, place)):
            return None
        if sheet is None and not data.lower().endswith(".csv"):
            hint = "In Excel: File, Save As, “CSV UTF-8 (Comma delimited)”."
            self.problems.error("not-csv", place, f"“{data}” is not a CSV file", hint)
            return None
        return self._one_of(data, sheet or name)

    def _one_of(self, file: str, sheet: str) -> Table | None:
        in_workbook = self.workbook.sheet(sheet) is not None
        if not self._has_csv(file):
            return self.workbook.table(sheet, self.problems) if in_workbook else None
        if in_workbook:
            message = f"this table stands in {file} as well"
            self.problems.error("twice", self.workbook.place(sheet), message, "Keep one of the two.")
        return read_csv(self.folder, file, self.problems)

    def _has_series(self, data: str, place: Place) -> bool:
        sheets = [one for one in self.workbook.sheets if one.lower() not in SHEETS]
        if not sheets or is_file(self.folder, data):
            return has_file(self.folder, data, place, self.problems)
        stem = PurePosixPath(data).stem
        message = f"there is no file “{data}” (nor a sheet “{stem}” in {WORKBOOK})"
        self.problems.error("no-file", place, message, nearest(stem, sheets))
        return False

    def _has_csv(self, name: str) -> bool:
        return name.lower().endswith(".csv") and is_file(self.folder, name)

    def _is_series_sheet(self, name: str) -> bool:
        return name.lower() not in SHEETS and self.workbook.sheet(name) is not None


def _series(files: _Files, settings: Settings) -> Iterator[tuple[str, Series]]:
    """The series that figures and tables call, each read once."""
    called: dict[str, Place] = {}
    calls: list[FigureSettings | TableSettings] = [*settings.figures.values(), *settings.tables.values()]
    for call in calls:
        if isinstance(call.data, str) and call.data:
            called.setdefault(call.data, call.places.get("data", call.place))
    for data, place in called.items():
        table = files.series(data, place)
        if table:
            yield data, read_series(table, files.problems)
