"""A text: the body, a head or foot, a note, a cell, a text box (ECMA-376-1, 17.2). Paragraphs and tables as blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from reportgen.document import PLAIN, Anchor, Block, Contents, ContentsEntry, Paragraph, Table, Text
from reportgen.word.elements import MC, Element, M, R, W, chosen, local, value
from reportgen.word.package import Part
from reportgen.word.reading.contents import as_entry
from reportgen.word.reading.inlines import InlineReader, Line
from reportgen.word.reading.layers import Item
from reportgen.word.reading.lists import Entry, grouped
from reportgen.word.reading.manuscript import Manuscript, beginning
from reportgen.word.reading.notes import Notebook
from reportgen.word.reading.paragraphs import as_block
from reportgen.word.reading.tables import read_table


@dataclass(frozen=True, slots=True)
class SectionEnd:
    """The properties of the section that ends here; None where the file says nothing of them."""

    properties: Element | None


Found: TypeAlias = Block | Entry | SectionEnd
Begin = Callable[[Element | None], None]

_INSIDE = {W + tag for tag in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
_CHANGES = {"ins": "insertion", "del": "deletion", "moveFrom": "move"}  # of a paragraph's mark
_BOOKMARKS = {W + "bookmarkStart", W + "bookmarkEnd"}


class Story:
    """One text of a part. What stands in its cells belongs to it; notes and text boxes are texts of their own."""

    def __init__(self, manuscript: Manuscript, part: Part, notes: Notebook) -> None:
        self._manuscript = manuscript
        self._part = part
        self._notes = notes
        self._inlines = InlineReader(manuscript, part, notes)
        self._joined: list[Item] = []  # what goes on in the next paragraph, since the mark between them is deleted
        self._contents: tuple[str, list[ContentsEntry]] | None = None

    def blocks(self, element: Element) -> tuple[Block, ...]:
        return grouped(_blocks([*self._found(element), *self._finished()]))

    def sections(self, body: Element, begin: Begin) -> Iterator[tuple[tuple[Block, ...], Element | None]]:
        """The blocks of each section and its `w:sectPr`. `begin` is told of each before it is read."""
        ends = [end for end in body.iter(W + "sectPr") if _ends_section(end)]
        found: list[Block | Entry] = []
        begin(ends[0] if ends else None)
        for one in self._found(body):
            if not isinstance(one, SectionEnd):
                found.append(one)
                continue
            yield grouped([*found, *_blocks(self._finished())]), one.properties
            found, ends = [], ends[1:]
            begin(ends[0] if ends else None)
        rest = grouped([*found, *_blocks(self._finished())])
        if rest or not any(True for _ in body.iterchildren(W + "sectPr")):
            yield rest, None

    def _found(self, element: Element) -> Iterator[Found]:
        for child in element:
            tag = str(child.tag)
            if tag == W + "p":
                yield from self._paragraph(child)
            elif tag == W + "tbl":
                yield from self._finished()
                yield self._table(child)
            elif tag in _INSIDE:
                yield from self._found(child)
            elif tag == MC + "AlternateContent":
                yield from self._found(chosen(child))
            elif tag == W + "sectPr":
                yield SectionEnd(child)
            else:
                self._other(child, tag)

    def _other(self, element: Element, tag: str) -> None:
        if tag in _BOOKMARKS:
            self._inlines.bookmark(element)
        elif tag in (W + "del", W + "moveFrom"):
            self._manuscript.count("deletion" if tag == W + "del" else "move")
        elif tag == W + "altChunk":
            part = self._part.related(element.get(R + "id"))
            name = f" ({part.name})" if part else ""
            message = f"a document within this one{name} is left out"
            self._manuscript.warn("inner-document", message, hint="open the file in Word and save it: Word takes it in")
        elif tag in (M + "oMath", M + "oMathPara"):
            text = "".join(part.text or "" for part in element.iter(M + "t"))
            message = f"the equation “{text}”, which stands between paragraphs, is left out"
            self._manuscript.warn("equation", message, hint="put it into a paragraph in Word")

    def _table(self, element: Element) -> Table:
        return read_table(element, self._manuscript, self.blocks)

    def _paragraph(self, element: Element) -> Iterator[Found]:
        properties = element.find(W + "pPr")
        style = self._manuscript.style(value(properties, "pStyle"))
        line = self._inlines.read(element, style.hidden)
        items, self._joined = [*self._joined, *line.items], []
        if self._mark_is_deleted(properties):
            self._joined = items
        elif _is_drop_cap(properties):
            self._joined = [replace(item, look=PLAIN) if isinstance(item, Text) else item for item in items]
        elif line.listing is not None:
            yield from self._listed(line.listing, items, style.name, properties)
        else:
            yield from self._finished_contents()
            yield from self._plain(items, properties)
        yield from self._boxes(line, element)
        end = properties.find(W + "sectPr") if properties is not None else None
        if end is not None:
            yield SectionEnd(end)

    def _plain(self, items: list[Item], properties: Element | None) -> Iterator[Found]:
        is_only_end = not items and properties is not None and properties.find(W + "sectPr") is not None
        if not is_only_end:
            yield as_block(items, properties, self._manuscript)

    def _mark_is_deleted(self, properties: Element | None) -> bool:
        """Whether the end of the paragraph is a tracked deletion: it goes on in the next one (17.13.5.15)."""
        mark = properties.find(W + "rPr") if properties is not None else None
        changes = {local(change) for change in mark if local(change) in _CHANGES} if mark is not None else set()
        self._manuscript.tally.update(_CHANGES[change] for change in changes)
        return bool(changes & {"del", "moveFrom"})

    def _listed(
        self, listing: tuple[str, list[Item]], items: list[Item], style: str, properties: Element | None
    ) -> Iterator[Found]:
        instruction, own = listing
        if self._contents is not None and self._contents[0] != instruction:
            yield from self._finished_contents()
        entries = self._contents[1] if self._contents else []
        self._contents = instruction, entries
        entry = as_entry(own, instruction, style)
        if entry is not None:
            entries.append(entry)
        if not self._inlines.in_listing:
            yield from self._finished_contents()
        if any(not isinstance(item, Anchor) for item in items):
            yield as_block(items, properties, self._manuscript)

    def _finished(self) -> Iterator[Found]:
        """What is still open where the text ends or a table comes."""
        yield from self._finished_contents()
        if self._joined:
            items, self._joined = self._joined, []
            yield as_block(items, None, self._manuscript)

    def _finished_contents(self) -> Iterator[Contents]:
        if self._contents is not None:
            instruction, entries = self._contents
            self._contents = None
            yield Contents(tuple(entries), instruction)

    def _boxes(self, line: Line, paragraph: Element) -> Iterator[Block]:
        """Text boxes print after the paragraph that they are anchored in."""
        for box in line.boxes:
            blocks = Story(self._manuscript, self._part, self._notes).blocks(box)
            if all(isinstance(block, Paragraph) and not block.inlines for block in blocks):
                continue
            words = next((text for inner in box.iter(W + "p") if (text := beginning(inner))), "")
            box_name = f"the text box “{words}”" if words else "a text box"
            message = f"{box_name} prints as paragraphs after the one that it is anchored in"
            self._manuscript.warn("text-box", message, paragraph, "put its words into the text in Word")
            yield from blocks


def _blocks(found: Iterable[Found]) -> list[Block | Entry]:
    return [one for one in found if not isinstance(one, SectionEnd)]


def _is_drop_cap(properties: Element | None) -> bool:
    """A first letter that Word sets apart to print it large (17.3.1.11): here it begins its word as usual."""
    frame = properties.find(W + "framePr") if properties is not None else None
    return frame is not None and frame.get(W + "dropCap", "none") != "none"


def _ends_section(properties: Element) -> bool:
    holder = properties.getparent()
    return holder is not None and holder.tag in (W + "pPr", W + "body")
