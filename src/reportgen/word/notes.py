"""Footnotes and endnotes: parts of their own, which python-docx does not know (17.11).

A template may have notes already; they stay, and those of the report are counted with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from reportgen.word.elements import Element, W, local, value, whole
from reportgen.word.numbering import USUAL_NOTES, formatted
from reportgen.word.xml import document_root, find, run, w

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

Kind = Literal["footnote", "endnote"]
KINDS: tuple[Kind, ...] = ("footnote", "endnote")

_RELATIONS = {"footnote": RELATIONSHIP_TYPE.FOOTNOTES, "endnote": RELATIONSHIP_TYPE.ENDNOTES}
_CONTENT_TYPES = {"footnote": CONTENT_TYPE.WML_FOOTNOTES, "endnote": CONTENT_TYPE.WML_ENDNOTES}
_AFTER_NOTES = frozenset(  # what follows w:endnotePr in CT_Settings (17.15.1.78)
    re.findall(
        r"\w+",
        "compat docVars rsids attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats"
        " doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType shapeDefaults"
        " doNotEmbedSmartTags decimalSymbol listSeparator",
    )
)


@dataclass(slots=True)
class _Story:
    """The notes of one kind: their part, and its XML while it is being written."""

    part: Part
    root: Element
    last: int  # id in use


class Notes:
    """The notes of one Word file. `save` puts them into the package; until then they live here."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._stories: dict[Kind, _Story] = {}
        for kind in KINDS:
            try:
                part = document.part.part_related_by(_RELATIONS[kind])
            except KeyError:
                continue
            root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
            self._stories[kind] = _Story(part, root, max((_id(note) for note in root), default=0))

    @property
    def roots(self) -> tuple[Element, ...]:
        return tuple(root for _, root in self.parts)

    @property
    def parts(self) -> tuple[tuple[Part, Element], ...]:
        """What there is of them: each part with its XML."""
        return tuple((story.part, story.root) for story in self._stories.values())

    def part(self, kind: Kind) -> Part:
        """The part that holds notes of this kind; links in them are relationships of it."""
        return self._story(kind).part

    def add(self, kind: Kind, content: Iterable[Element]) -> int:
        """A new note; its id."""
        story = self._story(kind)
        story.last += 1
        story.root.append(w(kind, *content, id=story.last))
        return story.last

    def arrange(self, body: Element) -> None:
        """Number the ids in the order of the references; drop notes that nothing refers to.

        A template's loop copies a reference: each copy gets a note of its own, as Word wants it.
        """
        for kind, story in self._stories.items():
            _arrange(story.root, kind, list(body.iter(f"{W}{kind}Reference")))

    def numbers(self, body: Element) -> Mapping[tuple[str, str], tuple[int, str]]:
        """The number of each note, by kind and id, and how it is printed; a mark of its own does not count."""
        found: dict[tuple[str, str], tuple[int, str]] = {}
        for kind in self._stories:
            count: int | None = None
            for section, references in _by_section(body, f"{W}{kind}Reference"):
                options = [
                    holder for holder in (find(section, f"{kind}Pr"), self._settings(kind)) if holder is not None
                ]
                start = whole(_option(options, "numStart"))
                if count is None or _option(options, "numRestart") == "eachSect":
                    count = (1 if start is None else start) - 1
                for number, reference in enumerate(references, count + 1):
                    shown = formatted(number, _option(options, "numFmt") or USUAL_NOTES[kind])
                    found[kind, reference.get(W + "id", "")] = number, shown
                count += len(references)
        return found

    def save(self) -> None:
        for story in self._stories.values():
            blob = etree.tostring(story.root, xml_declaration=True, encoding="UTF-8", standalone=True)
            story.part._blob = blob

    def _story(self, kind: Kind) -> _Story:
        if kind not in self._stories:
            root = document_root(f"{kind}s")
            root.append(_separator(kind, "separator", -1))
            root.append(_separator(kind, "continuationSeparator", 0))
            name = PackURI(f"/word/{kind}s.xml")
            part = Part(name, _CONTENT_TYPES[kind], b"", self._document.part.package)
            self._document.part.relate_to(part, _RELATIONS[kind])
            self._name_separators(kind)
            self._stories[kind] = _Story(part, root, 0)
        return self._stories[kind]

    def _settings(self, kind: Kind) -> Element | None:
        root: Element = self._document.settings.element
        return root.find(f"{W}{kind}Pr")

    def _name_separators(self, kind: Kind) -> None:
        """Word wants the separators listed in the settings, at their place in the schema (17.11.12)."""
        settings = self._settings(kind)
        if settings is None:
            settings = _insert_setting(self._document.settings.element, w(f"{kind}Pr"))
        for old in settings.findall(W + kind):
            settings.remove(old)
        settings.extend([w(kind, id=-1), w(kind, id=0)])


def _by_section(body: Element, tag: str) -> Iterator[tuple[Element, list[Element]]]:
    """The properties of each section with the numbered references in it."""
    references: list[Element] = []
    for child in body:
        references += [one for one in child.iter(tag) if one.get(W + "customMarkFollows") is None]
        section = child if child.tag == W + "sectPr" else child.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            yield section, references
            references = []
    if references:
        yield w("sectPr"), references


def _option(holders: Iterable[Element], name: str) -> str | None:
    """What the section says, else the document."""
    return next((said for holder in holders if (said := value(holder, name)) is not None), None)


def _separator(kind: Kind, tag: str, identifier: int) -> Element:
    spacing = w("pPr", w("spacing", after=0, line=240, lineRule="auto"))
    return w(kind, w("p", spacing, run(None, w(tag))), type=tag, id=identifier)


def _insert_setting(settings: Element, new: Element) -> Element:
    later = {*_AFTER_NOTES, *(["endnotePr"] if local(new) == "footnotePr" else [])}
    for child in settings:
        if not str(child.tag).startswith(W) or local(child) in later:
            child.addprevious(new)
            return new
    settings.append(new)
    return new


def _id(note: Element) -> int:
    return whole(note.get(W + "id")) or 0


def _arrange(root: Element, kind: Kind, references: list[Element]) -> None:
    notes = {note.get(W + "id"): note for note in root if note.get(W + "type", "normal") == "normal"}
    identifier = max((_id(note) for note in root if note.get(W + "type", "normal") != "normal"), default=0)
    for note in notes.values():
        root.remove(note)
    placed: set[str | None] = set()
    for reference in references:
        wanted = reference.get(W + "id")
        if wanted not in notes:
            continue
        identifier += 1
        own = deepcopy(notes[wanted]) if wanted in placed else notes[wanted]
        placed.add(wanted)
        own.set(W + "id", str(identifier))
        reference.set(W + "id", str(identifier))
        root.append(own)
