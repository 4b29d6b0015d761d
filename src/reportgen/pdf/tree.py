"""Building the element tree that WeasyPrint lays out: elements, and text before, between and after them.

The tree is handed over as it is, never written out and parsed again: nothing has to be escaped, and a paragraph may
stand where an HTML parser would not leave it (in the note that a paragraph calls).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias
from xml.etree.ElementTree import Element, SubElement

__all__ = ["HEADINGS", "Content", "Element", "SubElement", "append", "element", "words"]

Content: TypeAlias = Element | str
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def element(tag: str, *content: Content, **attributes: str | None) -> Element:
    """`class_` is `class`, `data_n` is `data-n`; attributes that are None or empty are left out (`alt` is not)."""
    made = Element(tag, {_name(key): text or "" for key, text in attributes.items() if text or key == "alt"})
    append(made, content)
    return made


def append(parent: Element, content: Iterable[Content]) -> None:
    """Put elements and text at the end of `parent`."""
    for part in content:
        if not isinstance(part, str):
            parent.append(part)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + part
        else:
            parent.text = (parent.text or "") + part


def words(element: Element) -> str:
    """What an element says, without notes and their marks."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in ("aside", "note-call"):
            yield from _texts(child)
        yield child.tail or ""


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
