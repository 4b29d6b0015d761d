"""Where the report's figures came from: a custom XML part beside the words, by the names of hidden bookmarks.

Word and LibreOffice keep both through edits; the part is what a check or a refresh of the numbers reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from reportgen.document import Origin
from reportgen.word.elements import Element
from reportgen.word.xml import element

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

NAMESPACE = "urn:reportgen:origins"
BOOKMARK = "_rg_"  # begins the names of the bookmarks

_ROOT, _VALUE = f"{{{NAMESPACE}}}origins", f"{{{NAMESPACE}}}value"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def save_origins(document: WordDocument, origins: Mapping[str, Origin]) -> None:
    """Write the part, related from the main part as Word's own are (15.2.5); it replaces an earlier one."""
    part = _existing(document)
    if part is not None:
        part._blob = _serialised(_root(origins))
    elif origins:
        _add(document, _serialised(_root(origins)))


def read_origins(data: bytes) -> Mapping[str, Origin]:
    """The origins in a custom XML part, by bookmark; nothing where the part is another's or broken."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return {}
    if root.tag != _ROOT:
        return {}
    return {one.get("name", ""): _origin(one) for one in root.iterfind(_VALUE)}


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


def _existing(document: WordDocument) -> Part | None:
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_XML and not relation.is_external:
            target: Part = relation.target_part
            if target.blob.find(NAMESPACE.encode()) >= 0:
                return target
    return None


def _add(document: WordDocument, blob: bytes) -> None:
    package = document.part.package
    taken = {str(part.partname) for part in package.iter_parts()}
    number = next(n for n in range(1, len(taken) + 2) if f"/customXml/item{n}.xml" not in taken)
    part = Part(PackURI(f"/customXml/item{number}.xml"), "application/xml", blob, package)
    name = PackURI(f"/customXml/itemProps{number}.xml")
    part.relate_to(
        Part(name, _PROPERTIES_TYPE, _serialised(_properties()), package), RELATIONSHIP_TYPE.CUSTOM_XML_PROPS
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _properties() -> Element:
    """The store item's identity (22.5.2): always the same, so that the same input gives the same bytes."""
    identity = f"{{{str(uuid5(NAMESPACE_URL, NAMESPACE)).upper()}}}"
    schema = element("ds:schemaRef", ds__uri=NAMESPACE)
    return element("ds:datastoreItem", element("ds:schemaRefs", schema), ds__itemID=identity)


def _serialised(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
