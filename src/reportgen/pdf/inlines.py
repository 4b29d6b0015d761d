"""The model's inlines as elements and text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from reportgen.document import (
    Anchor,
    Break,
    CrossReference,
    Inline,
    Link,
    Look,
    NoteCall,
    PageNumber,
    Picture,
    Tab,
    Text,
    Value,
)
from reportgen.pdf.notes import note_call
from reportgen.pdf.press import Press
from reportgen.pdf.tree import Content, element

_LINE = 24.0  # points: room for the line that a picture stands in
_SIGNED = re.compile(r"(\S*[+\u2212]£\S*)")  # Unicode lets a line end between sign and pound (UAX 14), Word does not
_ADDRESSES = ("http://", "https://", "mailto:", "tel:", "ftp://")


def inline_content(press: Press, inlines: Iterable[Inline]) -> list[Content]:
    """What stands in a line: for `tree.element` or `tree.append`."""
    return [part for inline in inlines for part in _parts(press, inline)]


def _parts(press: Press, inline: Inline) -> Iterator[Content]:
    match inline:
        case Text(text, look) | Value(text=text, look=look):
            yield worded(press, text, look)
        case Link():
            yield _link(press, inline)
        case NoteCall():
            yield from note_call(press, inline)
        case CrossReference():
            yield _cross_reference(press, inline)
        case PageNumber():
            yield _page_number(press, inline)
        case Anchor(name):
            if identifier := press.anchor(name):
                yield element("span", id=identifier)
        case Break(kind):
            # Page and column breaks split their paragraph; what is left of them here stands within a link.
            yield element("br", data_kind=kind)
        case Tab():
            yield element("span", " ", class_="tab")
        case Picture():
            yield _picture(press, inline)
        case _:
            assert_never(inline)


def worded(press: Press, text: str, look: Look, class_: str = "") -> Content:
    """Words, in an element of their own only where they look different from what is around them."""
    classes = _classes(class_, press.sheet.look(look), "kept" if "  " in text else "")
    language = look.language or press.sheet.language(look.style)
    parts = _whole(text)
    if not classes and not language and len(parts) == 1:
        return parts[0]
    return element("span", *parts, class_=classes, lang=press.language(language))


def _whole(text: str) -> list[Content]:
    """The text with each signed amount of money in an element that the end of a line does not cut."""
    parts = _SIGNED.split(text)
    return [element("span", part, class_="whole") if at % 2 else part for at, part in enumerate(parts) if part] or [""]


def _link(press: Press, link: Link) -> Content:
    look = press.sheet.character("Hyperlink")
    inside = inline_content(press, link.inlines)
    if press.in_margin:
        return element("span", *inside, class_=look)
    if link.target.startswith("#"):
        return press.lead(element("a", *inside, class_=look), link.target[1:])
    if link.target.startswith(_ADDRESSES):
        return element("a", *inside, class_=look, href=link.target)
    press.problems.warn(
        "link-target",
        press.place,
        f"the link to “{link.target}” leads nowhere from a PDF: only its words are printed",
        "link to a web address that begins with https://",
    )
    return element("span", *inside, class_=look)


def _cross_reference(press: Press, reference: CrossReference) -> Content:
    look = press.sheet.look(reference.look)
    if reference.kind == "page":
        number = press.show_page(element("span"), reference.target, reference.text)
        return press.lead(element("a", number, class_=look), reference.target)
    if press.in_margin:
        return worded(press, reference.text, reference.look)
    return press.lead(element("a", reference.text, class_=look), reference.target)


def _page_number(press: Press, number: PageNumber) -> Content:
    if number.of == "section pages":
        return press.show_section_pages(element("span", class_=press.sheet.look(number.look)))
    shown = press.sheet.page_number(number.of, press.page)
    return element("span", class_=_classes(shown, press.sheet.look(number.look)))


def _picture(press: Press, picture: Picture) -> Content:
    fit = _fitting(press, picture)
    size = press.sheet.sized(width=picture.width * fit, height=picture.height * fit)
    return element("img", src=press.address(picture), alt=picture.alt, class_=size)


def _fitting(press: Press, picture: Picture) -> float:
    """By how much a picture that would reach past the paper becomes smaller."""
    page = press.page
    if picture.width <= page.width - page.left and picture.height <= page.height - page.top - page.bottom:
        return 1.0
    height = page.height - page.top - page.bottom - _LINE
    return min(1.0, press.text_width / picture.width, height / picture.height)


def _classes(*names: str) -> str:
    return " ".join(name for name in names if name)
