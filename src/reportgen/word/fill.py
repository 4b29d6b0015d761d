"""A report in a template: the Word file.

docxtpl puts the template's frame, values and table rows into their order; the slots that it leaves are filled here, in
the order in which they came to stand, because notes, tables and figures are numbered by where the *template* puts them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE

from reportgen.compose import Prose, Report, TablePlace
from reportgen.document import REFERENCE, Block, Inline, Picture, anchor_name
from reportgen.findings import Rating
from reportgen.problems import Place, Problems
from reportgen.word.blocks import BlockWriter
from reportgen.word.context import template_names
from reportgen.word.elements import Element, W, value
from reportgen.word.fields import settle, settle_pages
from reportgen.word.fingerprint import seal
from reportgen.word.merging import merge_marked_cells, unmerge_cells
from reportgen.word.patterns import Pattern, colour_ratings, find_patterns
from reportgen.word.placing import Placer, spoken
from reportgen.word.properties import describe
from reportgen.word.sections import text_width
from reportgen.word.slots import block_slot, fill_inline_slots, replace_paragraph
from reportgen.word.styles import Styles
from reportgen.word.template import Template
from reportgen.word.widening import widen_columns

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import XmlPart

RATING_STYLES = {
    Rating.GREEN: "Rating Green",
    Rating.AMBER: "Rating Amber",
    Rating.RED: "Rating Red",
    Rating.NOT_RATED: "Rating Not Rated",
}


class Filled:
    """A Word file whose saved page numbers can still be set, once the pages are known."""

    def __init__(self, document: WordDocument, writer: BlockWriter) -> None:
        self._document, self._writer = document, writer

    def data(self) -> bytes:
        """The file: the same input gives the same bytes."""
        buffer = io.BytesIO()
        self._document.save(buffer)
        return seal(buffer.getvalue())

    def settle_pages(self, pages: Mapping[str, int]) -> None:
        """Save these page numbers (by anchor) in the contents and page references."""
        settle_pages(self._document, self._writer.notes, pages)


def fill(report: Report, path: Path, problems: Problems) -> Filled:
    """The report in this template. Raises InputError with all that is wrong with the template or does not fit it."""
    template = Template(path, problems)
    styles = template.styles
    fills = _rating_fills(styles, template.name, problems)
    problems.raise_errors()
    document, patterns = _rendered(template, template_names(report, fills), problems)
    if report.places.keys() - patterns.keys():
        _, drawn = _rendered(template, template_names(report, fills, every_part=True), problems)
        patterns = drawn | patterns
    _check_places(report, patterns, template.name, problems)
    problems.raise_errors()
    return _Filling(document, report, patterns, problems, styles, Place(template.name)).run()


def _rendered(
    template: Template, names: Mapping[str, object], problems: Problems
) -> tuple[WordDocument, dict[str, Pattern]]:
    document = template.render(names)
    merge_marked_cells(document.element.body)
    return document, find_patterns(document.element.body, template.name, problems)


class _Filling:
    """One fill: the rendered template, and what is carried from slot to slot."""

    def __init__(
        self,
        document: WordDocument,
        report: Report,
        patterns: Mapping[str, Pattern],
        problems: Problems,
        styles: Styles,
        place: Place,
    ) -> None:
        self._document, self._report, self._patterns, self._problems = document, report, patterns, problems
        self._body: Element = document.element.body
        self._writer = BlockWriter(document, text_width(self._body[0]), problems, place)
        self._placer = Placer(styles)
        self._styles, self._place = styles, place

    def run(self) -> Filled:
        self._take_out_patterns()
        self._fill_slots()
        self._fill_margins()
        self._draw_tables()
        self._check_references()
        describe(self._document, self._report.settings)
        self._writer.finish()
        settle(self._document, self._writer.notes)
        self._problems.raise_errors()
        return Filled(self._document, self._writer)

    def _take_out_patterns(self) -> None:
        """A table that the narrative calls moves there; one without rows is left out."""
        for identifier, pattern in self._patterns.items():
            if not self._report.stays(identifier):
                pattern.take_out()

    def _fill_slots(self) -> None:
        level = 0
        for paragraph in list(self._body.iter(W + "p")):
            slot = block_slot(paragraph)
            if slot is None:
                level = _heading_level(paragraph, self._styles) or level
                fill_inline_slots(paragraph, self._inline)
            else:
                replace_paragraph(paragraph, list(self._prose(self._prose_of(slot), level, text_width(paragraph))))

    def _prose_of(self, slot: str) -> Prose:
        passage = self._report.passages.get(slot.removeprefix("body:"))
        return self._report.rule if slot == "rule" else passage.body if passage else ()

    def _prose(self, prose: Prose, level: int, width: float) -> Iterator[Element]:
        blocks: list[Block] = []
        for block in prose:
            if isinstance(block, TablePlace):
                yield from self._writer.write(self._placer.blocks(blocks, level, width), width)
                blocks = []
                pattern = self._patterns[block.id]
                fill_inline_slots(pattern.caption, self._inline)
                pattern.fit(width)
                yield from (pattern.caption, pattern.table)
            else:
                blocks.append(block)
        yield from self._writer.write(self._placer.blocks(blocks, level, width), width)

    def _inline(self, slot: str) -> Sequence[Element]:
        kind, _, key = slot.partition(":")
        match kind:
            case "heading":
                return self._writer.inlines(self._placer.inlines(self._heading(key)))
            case "label":
                return self._writer.caption_label("Table", anchor_name(REFERENCE, key))
            case "logo":
                return self._writer.inlines(self._logo())
            case _:
                hint = "print it as it is, or in a table's cell where it is “merged”"
                return self._refuse("a tag stands where it cannot be filled in, or a filter has changed it", hint)

    def _fill_margins(self) -> None:
        """Heads and feet: values stand in them already."""
        for part in _margin_parts(self._document):
            for paragraph in list(part.element.iter(W + "p")):
                fill_inline_slots(paragraph, partial(self._margin_inline, part=part))

    def _margin_inline(self, slot: str, part: XmlPart) -> Sequence[Element]:
        kind, _, key = slot.partition(":")
        match kind:
            case "heading":
                return self._writer.inlines(spoken(self._heading(key)), part)
            case "logo":
                return self._writer.inlines(self._logo(), part)
            case _:
                hint = "values can, and the words of a heading, and the logo"
                return self._refuse("paragraphs and numbered labels cannot stand in a head or foot", hint)

    def _refuse(self, message: str, hint: str) -> Sequence[Element]:
        self._problems.error("template", self._place, message, hint)
        return []

    def _logo(self) -> Sequence[Picture]:
        return [self._report.logo] if self._report.logo else []

    def _check_references(self) -> None:
        """A reference to what stands nowhere would print as nothing."""
        placed = {bookmark.get(W + "name") for bookmark in self._body.iter(W + "bookmarkStart")}
        for identifier, place in self._report.references.items():
            if anchor_name(REFERENCE, identifier) not in placed:
                message = f"“{identifier}” is referred to, but stands nowhere in the report"
                hint = f'Call it where it should stand, with figure("{identifier}") or table("{identifier}").'
                self._problems.error("dangling-reference", place, message, hint)

    def _heading(self, key: str) -> tuple[Inline, ...]:
        passage = self._report.passages.get(key)
        return passage.heading if passage else ()

    def _draw_tables(self) -> None:
        for pattern in self._patterns.values():
            widen_columns(pattern.table)
        if self._report.settings.plain_tables:
            unmerge_cells(self._body)
        inks = {
            fill: self._styles.by_name[name].id
            for name in RATING_STYLES.values()
            if (fill := _fill_of(self._styles, name))
        }
        colour_ratings(self._body, inks)


def _margin_parts(document: WordDocument) -> Iterator[XmlPart]:
    for relation in document.part.rels.values():
        if relation.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
            yield relation.target_part


def _rating_fills(styles: Styles, template: str, problems: Problems) -> dict[Rating, str]:
    """The colour of each rating's cells: the shading of its character style."""
    fills = {rating: _fill_of(styles, name) for rating, name in RATING_STYLES.items()}
    for rating, fill in fills.items():
        if fill is None:
            name = RATING_STYLES[rating]
            message = f"the template has no character style “{name}” with a shading"
            problems.error("template-style", Place(template), message, "its shading colours the cells of this rating")
    return {rating: fill or "" for rating, fill in fills.items()}


def _fill_of(styles: Styles, name: str) -> str | None:
    style = styles.by_name.get(name)
    return styles.look(style.id).background if style else None


def _heading_level(paragraph: Element, styles: Styles) -> int | None:
    style = value(paragraph.find(W + "pPr"), "pStyle")
    return styles.heading_level(style) if style else None


def _check_places(report: Report, patterns: Mapping[str, Pattern], template: str, problems: Problems) -> None:
    for identifier, place in report.places.items():
        if identifier not in patterns:
            problems.error(
                "template-table",
                place.place,
                f"template {template} does not draw the table “{identifier}” that is called here",
                "a template draws a table after a caption with its label, see docs/template.md",
            )
        elif not report.has_rows(identifier):
            problems.error("empty-table", place.place, f"table “{identifier}” has no rows", "take the call out")
