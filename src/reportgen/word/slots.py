"""Slots: the places in a template for prose, headings, captions, and for figures with the place that they came from.

They enter a template as short marks in private-use characters. docxtpl puts them into their order; only then are the
numbers of notes, tables and figures known, and Word XML is put in their place.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from lxml import etree

from reportgen.document import Value
from reportgen.edition.settings import RESERVED
from reportgen.word.elements import XML_SPACE, Element, W
from reportgen.word.xml import detach

OPEN, CLOSE = "\uf8f0", "\uf8f1"  # around a slot's name; private use, and refused in what users write
MERGED = f"{OPEN}merged{CLOSE}"
_SLOT = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
_FIGURE = re.compile(f"{OPEN}figure:[0-9]+:([^{CLOSE}]*){CLOSE}")
_ATTRIBUTE = re.compile(f'="[^"<>]*{OPEN}[^"<>]*"')


@dataclass(frozen=True, slots=True)
class InlineSlot:
    """Words within a paragraph: a part's heading, a caption's label and number, the logo."""

    name: str

    def __html__(self) -> str:
        return f"{OPEN}{self.name}{CLOSE}"

    __str__ = __html__


@dataclass(frozen=True, slots=True)
class BlockSlot:
    """Paragraphs: stands as `{{p … }}` alone in a paragraph, which docxtpl replaces by what __html__ gives."""

    name: str

    def __html__(self) -> str:
        return f"<w:p><w:r><w:t>{OPEN}{self.name}{CLOSE}</w:t></w:r></w:p>"

    __str__ = __html__


class FigureWords(str):
    """A figure of the data: words to the template's expressions, and where they are printed as they are, a slot."""

    __slots__ = ("number",)
    number: int

    def __html__(self) -> str:
        return f"{OPEN}figure:{self.number}:{escape(self)}{CLOSE}"


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures that a template may print, each with its origin."""

    values: list[Value] = field(default_factory=list)

    def words(self, value: Value) -> FigureWords:
        made = FigureWords(value.text)
        made.number = len(self.values)
        self.values.append(value)
        return made

    def behind(self, key: str) -> Value:
        """The figure of a slot, by what its name says after `figure:`."""
        return self.values[int(key.partition(":")[0])]


def as_said(text: str) -> str:
    """Text with the words of its figures in place of their slots."""
    return _FIGURE.sub(r"\1", text)


def without_slots_in_attributes(xml: str) -> str:
    """Alternative texts hold words only."""
    return _ATTRIBUTE.sub(lambda found: as_said(found[0]), xml)


def block_slot(paragraph: Element) -> str | None:
    """The name of the slot that this paragraph is, if it is one: `body:foreword`, `rule`."""
    found = _SLOT.fullmatch("".join(text.text or "" for text in paragraph.iter(W + "t")).strip())
    return found[1] if found and (found[1].startswith("body:") or found[1] == "rule") else None


def shown(paragraph: Element) -> str:
    """The start of a paragraph's own words for a message, with the slots in them as people write tags."""
    words = as_said("".join(text.text or "" for run in _own_runs(paragraph) for text in run.iterchildren(W + "t")))
    return _SLOT.sub(lambda found: _tag(found[1]), words).strip()[:60]


def _tag(slot: str) -> str:
    kind, _, key = slot.partition(":")
    part = "mission" if key.startswith("missions/") else key.replace("-", "_")
    table = f"tables.{key}" if key in RESERVED else "mission.table"
    tags = {
        "heading": f"{{{{ {part}.heading }}}}",
        "body": f"{{{{p {part}.body }}}}",
        "label": f"{{{{ {table}.label }}}}",
    }
    others = {"rule": "{{p rule }}", "logo": "{{ report.logo }}", "merged": "{{ merged }}"}
    return (tags | others).get(kind, "{{ … }}")


def label_slot(paragraph: Element) -> str | None:
    """The id of the data table whose caption this paragraph is, if it is one."""
    words = "".join(text.text or "" for text in paragraph.iter(W + "t"))
    found = re.search(f"{OPEN}label:([^{CLOSE}]*){CLOSE}", words)
    return found[1] if found else None


def replace_paragraph(paragraph: Element, elements: Sequence[Element]) -> None:
    for element in elements:
        paragraph.addprevious(element)
    detach(paragraph)


def fill_inline_slots(paragraph: Element, written: Callable[[str, str], Sequence[Element]]) -> None:
    """Put what `written` gives for a slot's name where the slot stands; its runs look as the slot's own run did.

    It is told what the paragraph says, too, for messages.
    """
    runs = _own_runs(paragraph)
    slots = [run for run in runs if any(_SLOT.search(text.text or "") for text in run.iterchildren(W + "t"))]
    said = shown(paragraph) if slots else ""
    for run in slots:
        properties = run.find(W + "rPr")
        for child in [child for child in run if child is not properties]:
            for element in _pieces(child, properties, lambda slot: written(slot, said)):
                run.addprevious(element)
        detach(run)


def _own_runs(paragraph: Element) -> list[Element]:
    """Without those of a text box in it."""
    return [run for run in paragraph.iter(W + "r") if next(run.iterancestors(W + "p")) is paragraph]


def _pieces(
    child: Element, properties: Element | None, written: Callable[[str], Sequence[Element]]
) -> Iterator[Element]:
    if child.tag != W + "t":
        yield _run(child, properties)
        return
    for position, words in enumerate(_SLOT.split(child.text or "")):
        if position % 2:
            yield from (_as_looking(element, properties) for element in written(words))
        elif words:
            text = etree.Element(W + "t")
            text.text = words
            text.set(XML_SPACE, "preserve")
            yield _run(text, properties)


def _as_looking(element: Element, properties: Element | None) -> Element:
    if element.tag == W + "r" and properties is not None and element.find(W + "rPr") is None:
        element.insert(0, copy.deepcopy(properties))
    return element


def _run(child: Element, properties: Element | None) -> Element:
    run = etree.Element(W + "r")
    if properties is not None:
        run.append(copy.deepcopy(properties))
    run.append(child)
    return run
