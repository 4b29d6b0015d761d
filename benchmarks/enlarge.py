"""An edition made many times as large: its missions again and again under new ids, its words repeated."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

_CALL = re.compile(r"""\b(?:figure|table)\(\s*["']([^"']+)["']\s*\)""")
_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_FIRST = re.compile(r"""\b(?!fact\()(\w+\(\s*)(["'])([^"']+)\2""")  # facts have a namespace of their own
_ONCE = re.compile(r"^#\s|^\[\^[^]]+\]:|\{\{\s*(?:figure|table|rule)\(", re.MULTILINE)


def enlarge(edition: Path, target: Path, times: int) -> None:
    """Write into `target` the edition (of CSV files), `times` as large as the one in `edition`."""
    shutil.copytree(edition, target)
    report = YAML().load(edition / "report.yaml")
    missions = {mission["id"]: mission for mission in report["missions"]}
    called = {one for mission in missions for one in _CALL.findall(_read(_file(edition, mission)))}
    owned = [one["id"] for kind in ("figures", "tables") for one in report.get(kind, ()) if one["id"] in called]
    indicators = _rows(edition / "indicators.csv")
    aspirations = [one["id"] for mission in missions.values() for one in mission.get("aspirations", ())]
    ids = [*missions, *aspirations, *owned, *(row["id"] for row in indicators)]
    for copy in range(2, times + 1):
        new = {one: f"{one}-{copy}" for one in ids}
        _add_to_report(report, list(missions.values()), new)
        _append(target / "indicators.csv", indicators, new)
        _append(target / "values.csv", _rows(edition / "values.csv"), new)
        for mission in missions:
            _file(target, new[mission]).write_text(_renamed(_read(_file(edition, mission)), new), encoding="utf-8")
    YAML().dump(report, target / "report.yaml")
    for part in (target / "narrative").glob("*.md"):
        part.write_text(_repeated(_read(part), times), encoding="utf-8")


def _add_to_report(report: dict[str, Any], missions: list[dict[str, Any]], new: Mapping[str, str]) -> None:
    for mission in missions:
        aspirations = [one | {"id": new[one["id"]]} for one in map(dict, mission.get("aspirations", ()))]
        report["missions"].append(dict(mission) | {"id": new[mission["id"]], "aspirations": aspirations})
    for kind in ("figures", "tables"):
        known = list(report.get(kind, ()))
        report.get(kind, []).extend(dict(one) | {"id": new[one["id"]]} for one in known if one["id"] in new)


def _append(file: Path, rows: list[dict[str, str]], new: Mapping[str, str]) -> None:
    """Write the rows again, each id in them replaced; a cell may list several."""
    with file.open("a", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        for row in rows:
            own = {name: cell for name, cell in row.items() if name in ("id", "mission", "indicator", "aspirations")}
            again = {name: ";".join(new.get(one, one) for one in cell.split(";")) for name, cell in own.items()}
            writer.writerow((row | again).values())


def _renamed(markdown: str, new: Mapping[str, str]) -> str:
    def rename(expression: re.Match[str]) -> str:
        return _FIRST.sub(lambda call: f'{call[1]}"{new.get(call[3], call[3])}"', expression[0])

    return _EXPRESSION.sub(rename, markdown)


def _repeated(markdown: str, times: int) -> str:
    """The words again and again, without what a report may hold only once."""
    blocks = re.split(r"\n{2,}", markdown.strip())
    again = [block for block in blocks if not _ONCE.search(block)]
    return "\n\n".join([*blocks, *(again * (times - 1))]) + "\n"


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _file(edition: Path, mission: str) -> Path:
    return edition / "narrative" / "missions" / f"{mission}.md"


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""
