"""A report in a template: the Word file.

docxtpl puts the template's frame, values and table rows into their order; the slots that it leaves are filled here, in
the order in which they came to stand, because notes, tables and figures are numbered by where the *template* puts them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE

from reportgen.compose import Prose, Report, TablePlace
from reportgen.document import REFERENCE, Block, Inline, Picture, anchor_name
from reportgen.edition.data_files import data_files
from reportgen.problems import Place, Problems
from reportgen.word.blocks import BlockWriter
from reportgen.word.data import save_data
from reportgen.word.describing import describe_tables
from reportgen.word.elements import Element, W, value
from reportgen.word.fields import settle
from reportgen.word.fingerprint import seal
from reportgen.word.joining import join_runs
from reportgen.word.marking import mark_values
from reportgen.word.merging import keep_merged_rows, merge_marked_cells, unmerge_cells
from reportgen.word.page_fields import settle_pages
from reportgen.word.patterns import Pattern, find_patterns
from reportgen.word.placing import Placer, fitting, spoken
from reportgen.word.properties import describe
from reportgen.word.ratings import colour_ratings, rating_fills, settle_inks
from reportgen.word.results import isolate_marks
from reportgen.word.saving import save
from reportgen.word.sections import Area, area_of, set_apart, text_area
from reportgen.word.slots import Figures, block_slot, fill_inline_slots, replace_paragraph
from reportgen.word.styles import Styles
from reportgen.word.template import Template
from reportgen.word.template_names import template_names
from reportgen.word.widening import widen_columns

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import Part, XmlPart

_BOX = W + "txbxContent"


class Filled:
    """A Word file whose saved page numbers can still be set, once the pages are known."""

    def __init__(self, document: WordDocument, writer: BlockWriter) -> None:
        self._document, self._writer = document, writer

    def data(self) -> bytes:
        """The file: the same input gives the same bytes."""
        return seal(self.unsealed())

    def unsealed(self) -> bytes:
        """The file without its fingerprint, which printing has no need of."""
        return save(self._document)

    def settle_pages(self, pages: Mapping[str, int], counts: Sequence[int] = (), total: int = 0) -> None:
        """Save these page numbers (by anchor) in contents and page references, and how many pages there are.

        `counts`: of each section.
        """
        settle_pages(self._document, self._writer.notes, pages, counts, total)


def fill(report: Report, path: Path, problems: Problems) -> Filled:
    """The report in this template. Raises InputError with all that is wrong with the template or does not fit it."""
    template = Template(path, problems)
    styles = template.styles
    fills = rating_fills(styles, template.name, problems)
    problems.raise_errors()
    figures = Figures()
    document, patterns = _rendered(template, report, template_names(report, fills, figures), problems)
    if report.places.keys() - patterns.keys():
        every = template_names(report, fills, figures, every_part=True)
        _, drawn = _rendered(template, report, every, problems)
        patterns = drawn | patterns
    _check_places(report, patterns, template.name, problems)
    problems.raise_errors()
    return _Filling(document, report, patterns, figures, problems, styles, Place(template.name)).run()


def _rendered(
    template: Template, report: Report, names: Mapping[str, object], problems: Problems
) -> tuple[WordDocument, dict[str, Pattern]]:
    document = template.render(names)
    merge_marked_cells(document.element.body, plain=report.settings.plain_tables)
    return document, find_patterns(document.element.body, template.name, problems)


class _Filling:
    """One fill: the rendered template, and what is carried from slot to slot."""

    def __init__(
        self,
        document: WordDocument,
        report: Report,
        patterns: Mapping[str, Pattern],
        figures: Figures,
        problems: Problems,
        styles: Styles,
        place: Place,
    ) -> None:
        self._document, self._report, self._patterns, self._problems = document, report, patterns, problems
        self._body: Element = document.element.body
        self._writer = BlockWriter(document, text_area(self._body[0]).width, problems, place)
        self._placer = Placer(styles)
        self._apart: list[tuple[Pattern, Element]] = []  # moved, with a section of their own
        self._styles, self._place, self._figures = styles, place, figures

    def run(self) -> Filled:
        self._take_out_patterns()
        self._fill_slots()
        self._fill_margins()
        self._draw_tables()
        mark_values(self._document, (self._body, *self._writer.notes.roots))
        self._check_references()
        describe(self._document, self._report.settings)
        self._writer.finish()
        save_data(self._document, data_files(self._report.edition.evidence))
        settle(self._document, self._writer.notes)
        self._problems.raise_errors()
        return Filled(self._document, self._writer)

    def _take_out_patterns(self) -> None:
        """A table that the narrative calls moves there; one without rows is left out. What stays fits the text."""
        for identifier, pattern in self._patterns.items():
            if self._report.stays(identifier):
                pattern.fit(pattern.width)
            else:
                pattern.take_out()

    def _fill_slots(self) -> None:
        level = 0
        for paragraph in list(self._body.iter(W + "p")):
            level = _heading_level(paragraph, self._styles) or level
            self._fill_paragraph(paragraph, level)
        for pattern, section in self._apart:
            set_apart(self._with_headings(pattern.caption), pattern.table, section)

    def _with_headings(self, element: Element) -> Element:
        """The first of the headings right above, which go with it."""
        before = element.getprevious()
        is_heading = before is not None and before.tag == W + "p" and _heading_level(before, self._styles)
        return self._with_headings(before) if before is not None and is_heading else element

    def _fill_paragraph(self, paragraph: Element, level: int, area: Area | None = None) -> None:
        slot = block_slot(paragraph)
        if next(paragraph.iterancestors(_BOX), None) is not None:
            fill_inline_slots(paragraph, partial(self._plain_inline, self._document.part))
        elif slot is None:
            fill_inline_slots(paragraph, partial(self._inline, paragraph))
        else:
            room = text_area(paragraph) if area is None else area
            replace_paragraph(paragraph, list(self._prose(self._prose_of(slot), level, room)))

    def _prose_of(self, slot: str) -> Prose:
        passage = self._report.passages.get(slot.removeprefix("body:"))
        return self._report.rule if slot == "rule" else passage.body if passage else ()

    def _prose(self, prose: Prose, level: int, area: Area) -> Iterator[Element]:
        blocks: list[Block] = []
        for block in prose:
            if isinstance(block, TablePlace):
                yield from self._writer.write(self._placer.blocks(blocks, level, area), area.width)
                blocks = []
                yield from self._moved(self._patterns[block.id], level, area)
            else:
                blocks.append(block)
        yield from self._writer.write(self._placer.blocks(blocks, level, area), area.width)

    def _moved(self, pattern: Pattern, level: int, area: Area) -> tuple[Element, Element]:
        """A data table where the words call it: its own tags are filled in here, in their turn.

        One that has another paper than these words to itself takes it along.
        """
        if pattern.section is not None and area_of(pattern.section) != area:
            self._apart.append((pattern, pattern.section))
            area = area_of(pattern.section)
        pattern.fit(area.width)
        for paragraph in [pattern.caption, *pattern.table.iter(W + "p")]:
            self._fill_paragraph(paragraph, level, area)
        return pattern.caption, pattern.table

    def _inline(self, paragraph: Element, slot: str, said: str) -> Sequence[Element]:
        kind, _, key = slot.partition(":")
        match kind:
            case "heading":
                return self._writer.inlines(self._placer.inlines(self._heading(key)))
            case "label":
                return self._writer.caption_label("Table", anchor_name(REFERENCE, key))
            case "figure":
                return self._writer.inlines([self._figures.behind(key)])
            case "logo":
                return self._writer.inlines(fitting(one, text_area(paragraph)) for one in self._logo())
            case _:
                hint = "print it as it is, or in a table's cell where it is “merged”"
                return self._refuse(said, "a tag cannot be filled in here, or a filter has changed it", hint)

    def _fill_margins(self) -> None:
        """Heads, feet and the template's own notes: values stand in them already."""
        margins = [(part, part.element) for part in _margin_parts(self._document)]
        for part, root in [*margins, *self._writer.notes.parts]:
            for paragraph in list(root.iter(W + "p")):
                fill_inline_slots(paragraph, partial(self._plain_inline, part))
            isolate_marks(root)
            join_runs(root)

    def _plain_inline(self, part: Part, slot: str, said: str) -> Sequence[Element]:
        """Where Word wants neither notes nor numbers."""
        kind, _, key = slot.partition(":")
        match kind:
            case "heading":
                return self._writer.inlines(spoken(self._heading(key)), part)
            case "figure":
                return self._writer.inlines(spoken([self._figures.behind(key)]), part)
            case "logo":
                return self._writer.inlines(self._logo(), part)
            case _:
                message = "paragraphs and numbered labels cannot stand in a head, foot, note or text box"
                return self._refuse(said, message, "values can, and the words of a heading, and the logo")

    def _refuse(self, said: str, message: str, hint: str) -> Sequence[Element]:
        place = Place(self._place.file, paragraph=said)
        self._problems.error("template", place, message, hint)
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
            widen_columns(pattern.table, self._styles)
        if self._report.settings.plain_tables:
            unmerge_cells(self._body)
        keep_merged_rows(self._body)
        describe_tables(self._body, self._styles)
        settle_inks(self._document, self._styles)
        colour_ratings(self._body, self._styles)


def _margin_parts(document: WordDocument) -> Iterator[XmlPart]:
    for relation in document.part.rels.values():
        if relation.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
            yield relation.target_part


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
            hint = "Take the call out: no indicators, aspirations or fundamentals belong into it."
            problems.error("empty-table", place.place, f"table “{identifier}” has no rows", hint)
