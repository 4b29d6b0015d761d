"""The smallest builders of Word XML, so that writing code reads like the XML it writes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from reportgen.word.elements import TWIPS, XML_SPACE
from reportgen.word.elements import Element as Element
from reportgen.word.elements import W as W

_PREFIXES = {
    "w": W[1:-1],
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
}
_MAIN = {"w": _PREFIXES["w"]}
_ILLEGAL = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_HYPHENS = {"\u00ad": "softHyphen", "\u2011": "noBreakHyphen"}


def w(tag: str, *children: Element | None, **attributes: object) -> Element:
    """An element of the main namespace, its attributes too. Children that are None are left out."""
    made = etree.Element(W + tag, None, _MAIN)
    for key, value in attributes.items():
        made.set(W + key, str(value))
    made.extend(child for child in children if child is not None)
    return made


def document_root(tag: str) -> Element:
    """The root of a part that may hold links and pictures."""
    return etree.Element(W + tag, None, {prefix: _PREFIXES[prefix] for prefix in ("w", "r")})


def element(tag: str, *children: Element | None, **attributes: object) -> Element:
    """An element of any namespace, by prefix: `a:blip`. Attributes have none, except as `r__embed`."""
    prefix = tag.partition(":")[0]
    made = etree.Element(qualified(tag), None, {prefix: _PREFIXES[prefix]})
    for key, value in attributes.items():
        made.set(qualified(key.replace("__", ":")), str(value))
    made.extend(child for child in children if child is not None)
    return made


def qualified(tag: str) -> str:
    """`w:p` as lxml names it."""
    prefix, colon, local = tag.partition(":")
    return f"{{{_PREFIXES[prefix]}}}{local}" if colon else tag


def toggle(tag: str, on: bool) -> Element:
    """`<w:b/>`, or `<w:b w:val="0"/>`: off is not the same as not said (17.17.4)."""
    return w(tag) if on else w(tag, val=0)


def run(properties: Element | None, *content: Element) -> Element:
    """A run with a copy of these properties."""
    return w("r", None if properties is None else deepcopy(properties), *content)


def words(text: str) -> list[Element]:
    """The content of a run that says `text`. Raises ValueError for what a Word text cannot hold."""
    if illegal := _ILLEGAL.search(text):
        raise ValueError(f"Word cannot hold the character U+{ord(illegal[0]):04X} in {text[:40]!r}")
    pieces = re.split("([\u00ad\u2011])", text)
    return [w(_HYPHENS[piece]) if piece in _HYPHENS else _words(piece) for piece in pieces if piece or text == ""]


def field(instruction: str, result: Iterable[Element], properties: Element | None = None) -> list[Element]:
    """A complex field with its saved result: runs, or whatever may stand among runs (17.16.18)."""
    return [*field_start(instruction, properties), *result, field_end(properties)]


def field_start(instruction: str, properties: Element | None = None) -> list[Element]:
    return [
        run(properties, w("fldChar", fldCharType="begin")),
        run(properties, _words(f" {instruction} ", "instrText")),
        run(properties, w("fldChar", fldCharType="separate")),
    ]


def field_end(properties: Element | None = None) -> Element:
    return run(properties, w("fldChar", fldCharType="end"))


def bookmark(identifier: int, name: str, content: Iterable[Element] = ()) -> list[Element]:
    """`content` between the start and the end of a bookmark (17.13.6)."""
    return [w("bookmarkStart", id=identifier, name=name), *content, w("bookmarkEnd", id=identifier)]


def find(parent: Element, *path: str) -> Element | None:
    """The first descendant along a path of main-namespace tags."""
    return parent.find("/".join(W + tag for tag in path))


def value(parent: Element | None, *path: str, attribute: str = "val") -> str | None:
    """An attribute of the element at the end of the path; None where either is missing."""
    found = parent if parent is None or not path else find(parent, *path)
    return None if found is None else found.get(W + attribute)


def twips(points: float) -> int:
    return round(points * TWIPS)


def _words(text: str, tag: str = "t") -> Element:
    made = w(tag)
    made.text = text
    if text != text.strip() or "  " in text:
        made.set(XML_SPACE, "preserve")
    return made


def detach(element: Element) -> None:
    """Take an element out of its parent; nothing where it has none."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
