"""A document as the tree of elements that WeasyPrint prints.

Each section is a `section` with a page name of its own, its heads and feet first: running elements, which the margin
boxes of its pages show. A continuous section goes on upon the pages of the section before.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from reportgen.document import Document
from reportgen.pdf.blocks import block_elements, fill_notes
from reportgen.pdf.press import Press
from reportgen.pdf.sections import Sheaf, margin_name, sheaves
from reportgen.pdf.tree import HEADINGS, Element, element, words

_GENERATOR = "reportgen"


def document_element(press: Press, document: Document, created: datetime | None = None) -> Element:
    """The `html` element; its style sheet is `press.sheet`'s and has to be added when this is done."""
    body = element("body", *(_sheaf(press, sheaf) for sheaf in sheaves(document)))
    if press.endnotes:
        body.append(element("section", *press.endnotes, class_="endnotes"))
        fill_notes(press)
    press.settle()
    head = _head(document.title or _first_heading(body) or Path(press.place.file).stem, document, created)
    return element("html", head, body, lang=press.language(document.language) or "en-GB")


def _first_heading(body: Element) -> str:
    return next((said for part in body.iter() if part.tag in HEADINGS and (said := words(part))), "")


def _head(title: str, document: Document, created: datetime | None) -> Element:
    return element("head", element("title", title), *_meta(document, created))


def _meta(document: Document, created: datetime | None) -> Iterator[Element]:
    date = created.strftime("%Y-%m-%dT%H:%M:%SZ") if created else ""
    for name, content in (
        ("author", document.author),
        ("description", document.subject),
        ("generator", _GENERATOR),
        ("dcterms.created", date),
        ("dcterms.modified", date),
    ):
        if content:
            yield element("meta", name=name, content=content)


def _sheaf(press: Press, sheaf: Sheaf) -> Element:
    """The pages that share one paper, from one section or from several that go on continuously."""
    made = element("section", class_=press.sheet.section(sheaf))
    press.page, press.sheaf = sheaf.page, sheaf.name
    made.extend(_margins(press, sheaf))
    for section in sheaf.sections:
        press.page = section.page
        blocks = block_elements(press, section.blocks)
        if section.page.columns > 1:
            blocks = [element("div", *blocks, class_=press.sheet.columns(section.page))]
        made.extend(blocks)
        fill_notes(press)
    return made


def _margins(press: Press, sheaf: Sheaf) -> Iterator[Element]:
    with press.margin():
        for (side, variant), blocks in sheaf.margins.items():
            if blocks:
                press.forget_neighbour()
                name = margin_name(sheaf, side, variant)
                yield element("running-block", *block_elements(press, blocks), class_=press.sheet.running(name))
        press.forget_neighbour()
