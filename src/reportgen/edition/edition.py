"""One edition of one report, read whole from its folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.edition.evidence import Evidence
from reportgen.edition.evidence_files import read_evidence
from reportgen.edition.folder import is_file, read_text
from reportgen.edition.references import check_references
from reportgen.edition.report import read_settings
from reportgen.edition.settings import Settings
from reportgen.edition.sources import Source, read_sources
from reportgen.edition.workbook import read_workbook
from reportgen.problems import InputError, Place, Problems, nearest

PARTS = (  # the narrative's parts and their files, in the order of the report; missions stand between
    "foreword",
    "executive-summary",
    "introduction",
    "mission-analysis",
    "inclusive-growth",
    "conclusion",
)
_PICTURES = (".png", ".jpg", ".jpeg", ".svg", ".gif")  # they may lie beside the words


@dataclass(frozen=True, slots=True)
class NarrativeFile:
    """The text of one narrative file, lines ending in a line feed. `name` is relative to the edition."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Edition:
    folder: Path
    settings: Settings
    evidence: Evidence
    sources: Mapping[str, Source]
    narrative: Mapping[str, NarrativeFile]  # by part (foreword), or missions/ and the mission's id; absent: no file

    @property
    def name(self) -> str:
        """The name of its outputs: that of its folder."""
        return self.folder.resolve().name


def read_edition(folder: Path, problems: Problems) -> Edition:
    """The edition in a folder. Raises InputError with the problems of all its files, if any is an error."""
    edition = read_files(folder, problems)
    problems.raise_errors()
    if edition is None:  # read_files leaves an error whenever it leaves nothing else
        raise InputError(list(problems))
    return edition


def read_files(folder: Path, problems: Problems) -> Edition | None:
    """As much of the edition as can be read, faults and all; None without a report.yaml that says what it is."""
    if not folder.is_dir():
        gap = "is a file, not the folder of an edition" if folder.exists() else "is not there"
        problems.error("no-folder", Place(folder.as_posix()), gap)
        return None
    settings = read_settings(folder, problems)
    workbook = read_workbook(folder, problems)
    sources = read_sources(folder, workbook, problems)
    evidence = read_evidence(folder, workbook, settings, sources, problems)
    narrative = _narrative(folder, settings, problems)
    if settings is None:
        return None
    check_references(settings, evidence, sources, problems)
    return Edition(folder, settings, evidence, sources or {}, narrative)


def _narrative(folder: Path, settings: Settings | None, problems: Problems) -> dict[str, NarrativeFile]:
    missions = [f"missions/{mission.id}" for mission in settings.missions] if settings else []
    keys = [*PARTS[:4], *missions, *PARTS[4:]]
    names = {key: f"narrative/{key}.md" for key in keys}
    if settings:
        _check_names(folder, list(names.values()), problems)
    texts = {key: read_text(folder, name, problems) for key, name in names.items() if is_file(folder, name)}
    return {key: NarrativeFile(names[key], text) for key, text in texts.items() if text is not None}


def _check_names(folder: Path, right: list[str], problems: Problems) -> None:
    for file in sorted((folder / "narrative").rglob("*")):
        name = file.relative_to(folder).as_posix()
        hidden = file.name.startswith((".", "~"))
        if name not in right and file.is_file() and not hidden and file.suffix.lower() not in _PICTURES:
            free = [one for one in right if not (folder / one).is_file()]
            same = [one for one in free if Path(one).stem.casefold() == file.stem.casefold()]
            hint = nearest(name, same or free or right)
            problems.warn("narrative-name", Place(name), "is no part of the report, and is left out", hint)
