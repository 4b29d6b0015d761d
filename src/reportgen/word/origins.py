"""Where the report's figures came from: a custom XML part beside the words, by the names of hidden bookmarks.

Both live through edits (customxml.py); the part is what a check or a refresh of the numbers reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.document import Origin, Value
from reportgen.word.customxml import read_custom_xml, save_custom_xml
from reportgen.word.elements import Element

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

NAMESPACE = "urn:reportgen:origins"
BOOKMARK = "_rg_"  # begins the names of the bookmarks

_ROOT, _VALUE = f"{{{NAMESPACE}}}origins", f"{{{NAMESPACE}}}value"


def save_origins(document: WordDocument, values: Mapping[str, Value]) -> None:
    """Write the part, with the figures by their bookmarks; it replaces an earlier one."""
    save_custom_xml(document, NAMESPACE, _root(values))


def read_values(data: bytes) -> Mapping[str, Value]:
    """The figures in a custom XML part, by bookmark, as they were written; nothing where the part is another's."""
    root = read_custom_xml(data, _ROOT)
    found = root.iterfind(_VALUE) if root is not None else ()
    return {one.get("name", ""): Value(one.get("text", ""), _origin(one)) for one in found}


def _origin(one: Element) -> Origin:
    said = {entry.name: one.get(entry.name, "") for entry in fields(Origin)}
    return Origin(**said)


def _root(values: Mapping[str, Value]) -> Element:
    root = etree.Element(_ROOT, None, {None: NAMESPACE})  # type: ignore[dict-item]
    for name, value in values.items():
        one = etree.SubElement(root, _VALUE, name=name, text=value.text)
        for entry in fields(value.origin):
            if said := getattr(value.origin, entry.name):
                one.set(entry.name, said)
    return root
