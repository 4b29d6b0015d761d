"""Findings and narrative as one report: its parts as blocks, each table and figure where the words call it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from reportgen.document import (
    AS_STYLED,
    REFERENCE,
    Block,
    Caption,
    Cell,
    Inline,
    Layout,
    Link,
    Origin,
    Paragraph,
    Picture,
    Row,
    Table,
    Text,
    Value,
    anchor_name,
)
from reportgen.edition.edition import PARTS, Edition
from reportgen.edition.evidence import Series
from reportgen.edition.folder import is_file
from reportgen.edition.narrative import Call, Part, read_part
from reportgen.edition.pictures import read_picture
from reportgen.edition.settings import RESERVED, FigureSettings, Settings, TableSettings
from reportgen.expressions import names, names_despite_faults, rule_blocks
from reportgen.findings import Finding, assess
from reportgen.problems import Place, Problems


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Here stands the data table of this id, drawn after the template's pattern."""

    id: str
    place: Place


Prose: TypeAlias = tuple[Block | TablePlace, ...]
_Names: TypeAlias = Mapping[str, Callable[..., object]]


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of the report: its heading, and its body with heading levels relative to the part (1: right under)."""

    heading: tuple[Inline, ...]
    body: Prose
    references: Mapping[str, Place]  # by anchor: where it is first referred to


@dataclass(frozen=True, slots=True)
class Report:
    """An edition, judged and put into words; what a template arranges."""

    edition: Edition
    findings: Mapping[str, Finding]
    passages: Mapping[str, Passage]  # by part (foreword), or missions/ and the mission's id
    rule: Prose  # the explanation of the colours; empty where the narrative prints it itself, or nothing is rated
    logo: Picture | None = None

    @property
    def settings(self) -> Settings:
        return self.edition.settings

    @property
    def places(self) -> Mapping[str, TablePlace]:
        """Where the narrative calls a data table, by the table's id."""
        every = (block for passage in self.passages.values() for block in passage.body)
        return {block.id: block for block in every if isinstance(block, TablePlace)}

    @property
    def references(self) -> Mapping[str, Place]:
        """What the narrative refers to by ref(), and where first, by the id of the figure or table."""
        anchors = {anchor_name(REFERENCE, one): one for one in self._ids}
        found: dict[str, Place] = {}
        for passage in self.passages.values():
            for anchor, place in passage.references.items():
                found.setdefault(anchors[anchor], place)
        return found

    @property
    def _ids(self) -> Iterable[str]:
        """Of all that a reference may lead to."""
        settings = self.settings
        return [*settings.figures, *settings.tables, *(mission.id for mission in settings.missions), *RESERVED]

    def stays(self, table: str) -> bool:
        """Whether this data table stands at the template's own place for it."""
        return table not in self.places and self.has_rows(table)

    def has_rows(self, table: str) -> bool:
        """Whether this data table (summary, missions, fundamentals, a mission's id) has anything to say."""
        aspirations = [one for mission in self.settings.missions for one in mission.aspirations]
        match table:
            case "summary":
                return bool(self.findings)
            case "missions":
                return bool(aspirations)
            case "fundamentals":
                return any(aspiration.fundamental for aspiration in aspirations)
            case _:
                return any(finding.indicator.mission == table for finding in self.findings.values())


def compose(
    edition: Edition,
    findings: Mapping[str, Finding],
    pictures: Callable[[], Mapping[str, Picture]],
    problems: Problems,
) -> Report:
    """The report of this edition. `pictures` gives the drawn figures by id; it is asked once the words are read.

    Problems: all that is wrong in the narrative, each at its line; tables and figures that are called twice.
    """
    printed_rule = False

    def explained_rule() -> object:
        nonlocal printed_rule
        printed_rule = True
        return known["rule"]()

    known = names(edition, findings)
    parts = _read_parts(edition, {**known, "rule": explained_rule}, problems)
    calls = _calls(parts, problems)
    logo = _logo(edition, problems)
    problems.raise_errors()
    drawn = pictures() if any(call.kind == "figure" for call in calls) else {}
    passages = {
        key: Passage(part.heading, _expand(part, edition, drawn), part.references) for key, part in parts.items()
    }
    rule = rule_blocks(edition) if findings and not printed_rule else ()
    return Report(edition, findings, passages, rule, logo)


def check_words(edition: Edition, problems: Problems) -> Mapping[str, Finding]:
    """What is wrong in the narrative and with the logo, as far as the edition's faults let one say; the findings.

    Without faults it is all that `compose` finds.
    """
    known, findings = names_despite_faults(edition, problems) if problems.errors else _all_names(edition, problems)
    _calls(_read_parts(edition, known, problems), problems)
    _logo(edition, problems)
    return findings


def _all_names(edition: Edition, problems: Problems) -> tuple[_Names, Mapping[str, Finding]]:
    findings = assess(edition, problems)
    return names(edition, findings), findings


def _logo(edition: Edition, problems: Problems) -> Picture | None:
    logo = edition.settings.logo
    if logo is None or not is_file(edition.folder, logo.file):  # which has been told
        return None
    return read_picture(edition.folder, logo.file, logo.alt, logo.place, problems)


def _read_parts(edition: Edition, known: _Names, problems: Problems) -> Mapping[str, Part]:
    missions = [f"missions/{mission.id}" for mission in edition.settings.missions]
    before = PARTS.index("mission-analysis") + 1
    order = [*PARTS[:before], *missions, *PARTS[before:]]
    sources = None if edition.lacks_sources else edition.sources
    return {
        key: read_part(edition.narrative[key], known, sources, problems, edition.folder)
        for key in order
        if key in edition.narrative
    }


def _calls(parts: Mapping[str, Part], problems: Problems) -> Iterable[Call]:
    """The figures and tables that the parts call; each may be called once."""
    calls: dict[str, Call] = {}
    for call in (block for part in parts.values() for block in part.body if isinstance(block, Call)):
        earlier = calls.setdefault(call.id, call)
        if earlier is not call:
            problems.error(
                "called-twice",
                call.place,
                f"{call.kind} “{call.id}” is called here and at {earlier.place}",
                f'A {call.kind} stands in one place; refer to it elsewhere with {{{{ ref("{call.id}") }}}}.',
            )
    return calls.values()


def _expand(part: Part, edition: Edition, pictures: Mapping[str, Picture]) -> Prose:
    body: list[Block | TablePlace] = []
    for block in part.body:
        body.extend(_called(block, edition, pictures) if isinstance(block, Call) else [block])
    return tuple(body)


def _called(call: Call, edition: Edition, pictures: Mapping[str, Picture]) -> Iterable[Block | TablePlace]:
    settings = edition.settings
    if call.kind == "figure":
        return _figure(settings.figures[call.id], pictures[call.id], edition)
    if call.id in RESERVED or settings.mission(call.id):
        return [TablePlace(call.id, call.place)]
    return _series_table(settings.tables[call.id], edition)


def _figure(figure: FigureSettings, picture: Picture, edition: Edition) -> Iterable[Block]:
    yield Caption("Figure", (Text(f": {figure.title}"),), anchor_name(REFERENCE, figure.id))
    source = tuple(_source(figure.source, edition))
    layout = AS_STYLED if source else Layout(keep_next=False)  # the style keeps it with its source line
    yield Paragraph((picture,), "Figure", layout)
    yield from source


def _series_table(table: TableSettings, edition: Edition) -> Iterable[Block]:
    yield Caption("Table", (Text(f": {table.title}"),), anchor_name(REFERENCE, table.id))
    series = edition.evidence.series[table.data]
    merged = () if edition.settings.plain_tables else [series.columns.index(name) for name in table.merge]
    head = Row(tuple(Cell((Paragraph(_words(one), style="Table Heading"),)) for one in series.columns), header=True)
    rows = [
        Row(
            tuple(
                Cell((Paragraph(_said(table, series, number, column), style="Table Text"),), row_span=span)
                for column in range(len(cells))
                if (span := _span(series.rows, number, column) if column in merged else 1)
            )
        )
        for number, cells in enumerate(series.rows)
    ]
    yield Table((head, *rows), row_heads=1)
    yield from _source(table.source, edition)


def _span(rows: tuple[tuple[str, ...], ...], number: int, column: int) -> int:
    """How many rows this cell covers: itself and its equal neighbours below; 0 where the one above covers it."""
    same = rows[number][column]
    if not same:
        return 1
    if number and rows[number - 1][column] == same:
        return 0
    below = number + 1
    while below < len(rows) and rows[below][column] == same:
        below += 1
    return below - number


def _said(table: TableSettings, series: Series, row: int, column: int) -> tuple[Inline, ...]:
    """A cell as typed. What holds a figure, beyond the first column's categories, knows where it was written."""
    text = series.rows[row][column]
    if not column or not any(sign.isdecimal() for sign in text) or not series.places:
        return _words(text)
    return (Value(text, Origin("series", table.id, place=str(series.places[row][column]))),)


def _words(text: str) -> tuple[Inline, ...]:
    return (Text(text),) if text else ()


def _source(key: str | None, edition: Edition) -> Iterable[Block]:
    """The line under a figure or table that says where its data come from."""
    if key is None or key not in edition.sources:
        return
    source = edition.sources[key]
    words = Text(source.text)
    yield Paragraph((Text("Source: "), Link(source.url, (words,)) if source.url else words), style="Source")
