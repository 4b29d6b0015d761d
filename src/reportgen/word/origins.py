"""Where the report's figures came from: a custom XML part beside the words, by the names of hidden bookmarks.

Both live through edits (customxml.py); the part is what a check or a refresh of the numbers reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.document import Origin
from reportgen.word.customxml import read_custom_xml, save_custom_xml
from reportgen.word.elements import Element

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

NAMESPACE = "urn:reportgen:origins"
BOOKMARK = "_rg_"  # begins the names of the bookmarks

_ROOT, _VALUE = f"{{{NAMESPACE}}}origins", f"{{{NAMESPACE}}}value"


def save_origins(document: WordDocument, origins: Mapping[str, Origin]) -> None:
    """Write the part; it replaces an earlier one."""
    save_custom_xml(document, NAMESPACE, _root(origins))


def read_origins(data: bytes) -> Mapping[str, Origin]:
    """The origins in a custom XML part, by bookmark; nothing where the part is another's or broken."""
    root = read_custom_xml(data, _ROOT)
    return {one.get("name", ""): _origin(one) for one in root.iterfind(_VALUE)} if root is not None else {}


def _origin(one: Element) -> Origin:
    said = {entry.name: one.get(entry.name, "") for entry in fields(Origin)}
    return Origin(**said)


def _root(origins: Mapping[str, Origin]) -> Element:
    root = etree.Element(_ROOT, None, {None: NAMESPACE})  # type: ignore[dict-item]
    for name, origin in origins.items():
        one = etree.SubElement(root, _VALUE, name=name)
        for entry in fields(origin):
            if said := getattr(origin, entry.name):
                one.set(entry.name, said)
    return root
