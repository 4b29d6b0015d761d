"""sources.yaml: what the footnotes cite."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.edition.keyed import Keyed, read_keyed
from reportgen.edition.tables import Table, records
from reportgen.edition.workbook import Workbook
from reportgen.problems import Place, Problems, nearest

NAME = "sources.yaml"
_KEY = re.compile(r"[\w.-]+")
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Source:
    key: str
    text: str
    url: str = ""
    published: str = ""
    place: Place = field(default=Place("sources.yaml"), compare=False)


def has_sources(folder: Path, workbook: Workbook) -> bool:
    """Whether the edition says anywhere what it cites."""
    return (folder / NAME).is_file() or workbook.damaged or workbook.sheet("sources") is not None


def read_sources(folder: Path, workbook: Workbook, problems: Problems) -> Mapping[str, Source] | None:
    """The sources by key, in the order of the file. None where there are none, or none that can be read."""
    in_workbook = workbook.sheet("sources") is not None
    if not (folder / NAME).is_file():
        table = workbook.table("sources", problems) if in_workbook else None
        return {source.key: source for source in _from_table(table, problems)} or None if table else None
    if in_workbook:
        message = f"the sources stand in {NAME} as well"
        problems.error("twice", workbook.place("sources"), message, "Keep one of the two.")
    file = read_keyed(folder, NAME, problems)
    return {key: _sound(_source(file, key), problems) for key in file.entries} if file else None


def check_source(key: str, place: Place, sources: Mapping[str, Source] | None, problems: Problems) -> str | None:
    """The key where it is one of the sources (or there are no sources to ask); else a problem."""
    if key and sources is not None and key not in sources:
        problems.error("unknown-source", place, f"there is no source “{key}”", nearest(key, sources))
    return key or None


def _source(file: Keyed, key: str) -> Source:
    """One source; a mere text in place of its keys will do."""
    place = file.place_of(key)
    if not file.holds_keys(key):
        return Source(key, file.required(key), place=place)
    entry = file.part(key).called(f"the source “{key}”")
    entry.expect("text", "url", "published")
    _check_address(entry.text("url"), entry.place_of("url"), file.problems)
    return Source(key, entry.required("text"), entry.text("url"), entry.text("published"), place)


def _from_table(table: Table, problems: Problems) -> Iterator[Source]:
    places: dict[str, Place] = {}
    name = "id" if any(heading.key.lower() == "id" for heading in table.headings) else "key"
    for record in records(table, (name, "text"), ("url", "published"), problems):
        key, text = record[name].key, record["text"].words
        if not key or not text:
            problems.error("empty-cell", record.place, f"“{name}” and “text” must be filled in")
        elif key in places:
            problems.error("duplicate-id", record[name].place, f"the source “{key}” stands at {places[key]} as well")
        if key and key not in places:
            url, published = record["url"].words, record["published"].words
            _check_address(url, record["url"].place, problems)
            yield _sound(Source(key, text, url, published, record[name].place), problems)
        places.setdefault(key, record[name].place)


def _sound(source: Source, problems: Problems) -> Source:
    if not _KEY.fullmatch(source.key):
        message = f"the source key “{source.key}” may hold letters, digits, hyphens, underscores and points only"
        problems.error("id", source.place, message)
    return source


def _check_address(url: str, place: Place, problems: Problems) -> None:
    if url and not _ADDRESS.fullmatch(url):
        message = f"“{url}” is no web address"
        problems.error("url", place, message, "It begins with https:// or http:// and holds no space.")
