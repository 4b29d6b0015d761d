"""Custom XML parts: what reportgen keeps in a Word file beside its words (ECMA-376-1, 15.2.5).

Word and LibreOffice keep them through edits; Word's "Inspect Document" takes them out if it is told to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from reportgen.word.elements import Element
from reportgen.word.xml import element

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import Part

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def save_custom_xml(document: WordDocument, namespace: str, root: Element) -> None:
    """Write the part of this namespace, related from the main part as Word's own are; it replaces an earlier one.

    Where there is none and `root` is empty, nothing is written.
    """
    part = _existing(document, namespace)
    if part is not None:
        part._blob = _serialised(root)
    elif len(root):
        _add(document, namespace, _serialised(root))


def read_custom_xml(data: bytes, tag: str) -> Element | None:
    """The root of a custom XML part, if it is this element; nothing where the part is another's or broken."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return None
    return root if root.tag == tag else None


def _existing(document: WordDocument, namespace: str) -> Part | None:
    for relation in document.part.rels.values():
        if relation.reltype == _RELATION and not relation.is_external:
            target: Part = relation.target_part
            if target.blob.find(namespace.encode()) >= 0:
                return target
    return None


def _add(document: WordDocument, namespace: str, blob: bytes) -> None:
    from docx.opc.packuri import PackURI  # python-docx: who only reads, as the printing does, has no need of it
    from docx.opc.part import Part

    package = document.part.package
    taken = {str(part.partname) for part in package.iter_parts()}
    number = next(n for n in range(1, len(taken) + 2) if f"/customXml/item{n}.xml" not in taken)
    part = Part(PackURI(f"/customXml/item{number}.xml"), "application/xml", blob, package)
    name = PackURI(f"/customXml/itemProps{number}.xml")
    properties = Part(name, _PROPERTIES_TYPE, _serialised(_properties(namespace)), package)
    part.relate_to(properties, f"{_RELATION}Props")
    document.part.relate_to(part, _RELATION)


def _properties(namespace: str) -> Element:
    """The store item's identity (22.5.2): always the same, so that the same input gives the same bytes."""
    identity = f"{{{str(uuid5(NAMESPACE_URL, namespace)).upper()}}}"
    schema = element("ds:schemaRef", ds__uri=namespace)
    return element("ds:datastoreItem", element("ds:schemaRefs", schema), ds__itemID=identity)


def _serialised(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
