"""One edition of one report, read whole from its folder."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.edition.evidence import Evidence
from reportgen.edition.evidence_files import read_evidence
from reportgen.edition.folder import is_file, read_text, visible
from reportgen.edition.references import check_references, warn_of_missing_sources
from reportgen.edition.report import read_settings
from reportgen.edition.settings import Settings
from reportgen.edition.sources import Source, has_sources, read_sources
from reportgen.edition.workbook import other_kind, read_workbook
from reportgen.problems import InputError, Place, Problems

PARTS = (  # the narrative's parts and their files, in the order of the report; missions stand between
    "foreword",
    "executive-summary",
    "introduction",
    "mission-analysis",
    "inclusive-growth",
    "conclusion",
)
_OPTIONAL = ("evidence.xlsx", "facts.csv", "sources.yaml", "checks.yaml")
_PICTURES = (".png", ".jpg", ".jpeg", ".svg", ".gif")  # they may lie beside the words


@dataclass(frozen=True, slots=True)
class NarrativeFile:
    """The text of one narrative file, lines ending in a line feed. `name` is relative to the edition."""

    name: str
    text: str

    @property
    def place(self) -> Place:
        return Place(self.name)


@dataclass(frozen=True, slots=True)
class Edition:
    folder: Path
    settings: Settings
    evidence: Evidence
    sources: Mapping[str, Source]
    narrative: Mapping[str, NarrativeFile]  # by part (foreword), or missions/ and the mission's id; absent: no file
    lacks_sources: bool = False  # they are there and cannot be read: whatever is cited may be one of them

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
    _check_optional(folder, problems)
    settings = read_settings(folder, problems)
    workbook = read_workbook(folder, problems)
    sources = read_sources(folder, workbook, problems)
    evidence = read_evidence(folder, workbook, settings, sources, problems)
    narrative = _narrative(folder, settings, problems)
    if settings is None:
        return None
    check_references(settings, evidence, sources, problems)
    lacks_sources = sources is None and has_sources(folder, workbook)
    if sources is None and not lacks_sources:
        warn_of_missing_sources(settings, problems)
    return Edition(folder, settings, evidence, sources or {}, narrative, lacks_sources)


def _narrative(folder: Path, settings: Settings | None, problems: Problems) -> dict[str, NarrativeFile]:
    missions = [f"missions/{mission.id}" for mission in settings.missions] if settings else []
    keys = [*PARTS[:4], *missions, *PARTS[4:]]
    names = {key: f"narrative/{key}.md" for key in keys}
    if settings:
        _check_names(folder, names, problems)
    texts = {key: read_text(folder, name, problems) for key, name in names.items() if is_file(folder, name)}
    return {key: NarrativeFile(names[key], text) for key, text in texts.items() if text is not None}


def _check_names(folder: Path, names: Mapping[str, str], problems: Problems) -> None:
    _check_folder(folder, names, problems)
    has_missions = any("/missions/" in name for name in names.values())  # else that they are missing has been told
    for file in visible((folder / "narrative").rglob("*")):
        name = file.relative_to(folder).as_posix()
        told = name in names.values() or file.suffix.lower() in _PICTURES
        if not told and (has_missions or file.parent.name != "missions"):
            hint = f"Did you mean “{names[_most_alike(name, list(names))]}”?"
            problems.warn("narrative-name", Place(name), "is no part of the report, and is left out", hint)


def _check_folder(folder: Path, names: Mapping[str, str], problems: Problems) -> None:
    """Of words that are there and cannot be read as such somebody would miss every word in the report."""
    others = [one.name for one in folder.iterdir() if one.is_dir() and one.name.casefold() == "narrative"]
    if others and "narrative" not in others:
        hint = "Call it “narrative”."
        problems.warn("file-name", Place(others[0]), "is no part of the edition, and is left out", hint)
    for name in names.values():
        if os.path.lexists(folder / name) and not is_file(folder, name):
            problems.error("unreadable", Place(name), "is no file that can be read")


def _most_alike(name: str, keys: list[str]) -> str:
    """The part that a file of another name is most likely meant for."""
    wanted = Path(name).relative_to("narrative").with_suffix("").as_posix().casefold()
    same = [key for key in keys if Path(key).stem.casefold() == Path(wanted).stem]
    return max(same or keys, key=lambda key: difflib.SequenceMatcher(None, key.casefold(), wanted).ratio())


def _check_optional(folder: Path, problems: Problems) -> None:
    """A file that may be missing is not missed when its name is wrong; so the wrong name is told of."""
    missing = [name for name in _OPTIONAL if not (folder / name).exists()]
    refused = other_kind(folder)  # its reader tells of it
    for file in visible(folder.iterdir()):
        if file != refused and (alike := difflib.get_close_matches(file.name.casefold(), missing, n=1, cutoff=0.8)):
            hint = f"Did you mean “{alike[0]}”?"
            problems.warn("file-name", Place(file.name), "is no part of the edition, and is left out", hint)
