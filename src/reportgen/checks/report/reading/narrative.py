"""The passages of the narrative: what its files say, with what was bound in it, in the order of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from reportgen.checks.report.reading.passage import Bound, Listing, NoteMark, Passage, Reference, Section
from reportgen.document import REFERENCE, Block, CrossReference, List, Paragraph, Text, Value, anchor_name
from reportgen.edition.edition import Edition
from reportgen.edition.evaluating import Call
from reportgen.edition.lines import Lines, Part, Piece, read_lines
from reportgen.edition.settings import RESERVED
from reportgen.expressions import names
from reportgen.findings import Finding
from reportgen.problems import Place, Problems


def narrative_passages(edition: Edition, findings: Mapping[str, Finding]) -> Iterator[Passage]:
    """Every heading, paragraph, item, cell and note, file by file."""
    known, anchors = names(edition, findings), _anchors(edition)
    for part, file in edition.narrative.items():
        parts = read_lines(file, known, Problems())  # whoever reads the edition has told of what is wrong
        yield from _file(part, parts, anchors, edition)


def _anchors(edition: Edition) -> Mapping[str, str]:
    settings = edition.settings
    missions = [mission.id for mission in settings.missions]
    return {anchor_name(REFERENCE, one): one for one in [*settings.figures, *settings.tables, *missions, *RESERVED]}


def _file(part: str, parts: Sequence[Part], anchors: Mapping[str, str], edition: Edition) -> Iterator[Passage]:
    headings, lead = list[str](), ""
    mission = part.removeprefix("missions/") if part.startswith("missions/") else ""
    for number, one in enumerate(parts):
        if isinstance(one, Call):
            yield Passage("call", "", ((0, one.place),), Section(part, mission, tuple(headings), figure=one.id))
        if not isinstance(one, Lines):
            continue
        text, starts, bound, references, notes = _joined(one.pieces, one.place, anchors)
        if one.kind == "heading":
            headings[one.level - 1 :] = [text]
        yield Passage(
            one.kind,
            text,
            starts,
            Section(part, mission, tuple(headings)),
            bound,
            references,
            notes,
            _listing(parts, number, edition),
            one.group,
            one.row,
            one.column,
            one.level,
            one.name,
            _above(parts, number, edition),
            lead if one.kind == "item" else "",
        )
        if one.kind != "item" and not one.level:
            lead = text if one.kind == "paragraph" else ""


def _joined(
    pieces: Sequence[Piece], place: Place, anchors: Mapping[str, str]
) -> tuple[str, tuple[tuple[int, Place], ...], tuple[Bound, ...], tuple[Reference, ...], tuple[NoteMark, ...]]:
    text, starts = "", [(0, place)]
    bound: list[Bound] = []
    references: list[Reference] = []
    notes: list[NoteMark] = []
    for piece in pieces:
        start = len(text)
        if starts[-1][1] != piece.place:
            starts.append((start, piece.place))
        match piece.given:
            case Value():
                text += piece.given.text
                bound.append(Bound(start, len(text), piece.given))
            case CrossReference():
                text += "the display"
                references.append(Reference(start, len(text), anchors.get(piece.given.target, "")))
            case Text():
                text += piece.given.text
            case None:
                text += piece.text
        if piece.note:
            notes.append(NoteMark(start, piece.note))
        if piece.link:
            references.append(Reference(start, len(text), piece.link, "link"))
    return text, tuple(starts), tuple(bound), tuple(references), tuple(notes)


def _listing(parts: Sequence[Part], number: int, edition: Edition) -> Listing | None:
    """What comes right behind the heading or paragraph of this number."""
    one = parts[number]
    behind = [other for other in parts[number + 1 :] if not (isinstance(other, Lines) and other.kind == "note")]
    if not behind or not isinstance(one, Lines) or one.kind not in ("paragraph", "item"):
        return None
    match behind[0]:
        case Call() as call:
            return Listing(call.kind, _rows(call, edition), call.place, call.id)
        case List(items=items):
            return Listing("list", len(items), one.place, items=tuple(_beginning(item.blocks) for item in items))
        case Lines(kind="item") as first if one.kind == "paragraph" and first.level:
            items_of = [each for each in behind if isinstance(each, Lines) and each.group == first.group]
            begun = [each for each in items_of if each.kind == "item"]
            return Listing("list", len(begun), first.place, items=tuple(_words(each) for each in begun))
        case Lines(kind="cell") as first:
            cells = [each for each in behind if isinstance(each, Lines) and each.group == first.group]
            column = [each for each in cells if each.kind == "cell" and not each.column and each.row]
            begins = tuple(_words(each) for each in column)
            return Listing("table", len(column), first.place, items=begins, head=_words(first))
    return None


def _above(parts: Sequence[Part], number: int, edition: Edition) -> Listing | None:
    """What stands right before the paragraph of this number."""
    one = parts[number]
    above = [other for other in parts[:number] if not (isinstance(other, Lines) and other.kind == "note")]
    if not above or not isinstance(one, Lines) or one.kind != "paragraph" or one.level:
        return None
    match above[-1]:
        case Call() as call:
            return Listing(call.kind, _rows(call, edition), call.place, call.id)
        case Lines(kind="item" | "cell", level=0 | 1) as last:
            group = [each for each in above if isinstance(each, Lines) and each.group == last.group]
            begun = [
                each for each in group if each.kind == "item" or (each.kind == "cell" and not each.column and each.row)
            ]
            kind: Literal["list", "table"] = "list" if last.kind == "item" else "table"
            return Listing(kind, len(begun), group[0].place, items=tuple(_words(each) for each in begun))
    return None


def _rows(call: Call, edition: Edition) -> int:
    """How many rows a table has under its head; how many bars or points a figure."""
    settings, evidence = edition.settings, edition.evidence
    aspirations = [one for mission in settings.missions for one in mission.aspirations]
    if call.kind == "figure":
        data = settings.figures[call.id].data
        series = evidence.series.get(data) if isinstance(data, str) else None
        return len(series.rows) if series else 0
    match call.id:
        case "summary":
            return len(evidence.indicators)
        case "missions" | "fundamentals":
            return len(aspirations)
    if settings.mission(call.id):
        return sum(one.mission == call.id for one in evidence.indicators.values())
    series = evidence.series.get(settings.tables[call.id].data)
    return len(series.rows) if series else 0


def _beginning(blocks: Sequence[Block]) -> str:
    first = blocks[0]
    inlines = first.inlines if isinstance(first, Paragraph) else ()
    return "".join(inline.text for inline in inlines if isinstance(inline, Text))


def _words(lines: Lines) -> str:
    return "".join(piece.given.text if isinstance(piece.given, Value | Text) else piece.text for piece in lines.pieces)
