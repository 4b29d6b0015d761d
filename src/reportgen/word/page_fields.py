"""Saved results of the fields that follow from the layout: PAGEREF, NUMPAGES, SECTIONPAGES (17.16.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE

from reportgen.word.bookmarks import START
from reportgen.word.elements import Element, R, W
from reportgen.word.instructions import numeral
from reportgen.word.notes import Notes
from reportgen.word.numbering import formatted
from reportgen.word.results import Field, read_fields, result_elements, set_result, shown_text
from reportgen.word.sections import section_of
from reportgen.word.xml import value

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import XmlPart

_MARGINS = (W + "headerReference", W + "footerReference")


def settle_pages(
    document: WordDocument, notes: Notes, pages: Mapping[str, int], counts: Sequence[int] = (), total: int = 0
) -> None:
    """Only what pages say, in a document that is settled already.

    `pages` by bookmark; `counts`: how many each section has, `total`: all of them. What is not known stays as saved.
    """
    body: Element = document.element.body
    settling = _Settling(body, pages, counts, total)
    for root in (body, *notes.roots):
        settling.settle(root)
    for part in _margin_parts(document) if total else ():
        settling.settle(part.element, _first_user(document, part))
    notes.save()


class _Settling:
    def __init__(self, body: Element, pages: Mapping[str, int], counts: Sequence[int], total: int) -> None:
        self._sections = list(body.iter(W + "sectPr"))
        self._counts, self._total, self._pages = counts, total, pages
        self._starts: Mapping[str, Element] = {}
        if any(value(section, "pgNumType", attribute="fmt") for section in self._sections):
            self._starts = {start.get(W + "name", ""): start for start in body.iter(START)}

    def settle(self, root: Element, section: Element | None = None) -> None:
        """`section`: that of a head or foot."""
        for field in read_fields(root):
            asked, form = field.instruction, field.instruction.switches.get("*", "")
            if asked.kind == "PAGEREF":
                saved = shown_text(result_elements(field)).strip() or "1"
                page = self._pages.get(asked.argument)
                set_result(field, saved if page is None else self._page(page, asked.argument, form))
            elif asked.kind == "NUMPAGES" and self._total:
                set_result(field, numeral(self._total, form))
            elif asked.kind == "SECTIONPAGES" and (count := self._count(field, section)):
                set_result(field, numeral(count, form))

    def _page(self, page: int, target: str, form: str) -> str:
        """As the section numbers its pages where the target stands, unless the field asks for a form itself."""
        start = self._starts.get(target)
        section = section_of(start) if start is not None and not form else None
        own = value(section, "pgNumType", attribute="fmt")
        return formatted(page, own) if own else numeral(page, form)

    def _count(self, field: Field, section: Element | None) -> int | None:
        standing = section_of(field.begin) if section is None else section
        if standing is None or len(self._counts) != len(self._sections):
            return None
        return self._counts[self._sections.index(standing)]


def _margin_parts(document: WordDocument) -> list[XmlPart]:
    kinds = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    return [relation.target_part for relation in document.part.rels.values() if relation.reltype in kinds]


def _first_user(document: WordDocument, part: XmlPart) -> Element | None:
    """The first section that has this head or foot; the ones after it may have it, too."""
    body: Element = document.element.body
    for reference in body.iter(*_MARGINS):
        relation = document.part.rels.get(reference.get(R + "id", ""))
        if relation is not None and relation.target_part is part:
            return reference.getparent()
    return None
