"""A Word file's fingerprint: tells whether somebody has changed it since reportgen wrote it.

It is a custom document property (ECMA-376 part 1, 15.2.12.2) with the SHA-256 of every other part. Word and
LibreOffice keep the property and change the parts when they save, so that it no longer fits.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

PROPERTY = "reportgen fingerprint"
_PART = "docProps/custom.xml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_NO_PROPERTIES = f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}"/>'.encode()
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of every custom property, ECMA-376 part 1, 22.3.2.2
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    OSError,
    RuntimeError,
    ValueError,
    etree.XMLSyntaxError,
)


def seal(data: bytes) -> bytes:
    """The same Word file with its fingerprint; the same parts give the same bytes (fixed order and dates)."""
    parts = _parts(data)
    properties = parts.get(_PART)
    parts[_PART] = b""
    parts["[Content_Types].xml"] = _with_content_type(parts["[Content_Types].xml"])
    parts["_rels/.rels"] = _with_relation(parts["_rels/.rels"])
    parts[_PART] = _with_property(properties, _digest(parts))
    return _zipped(parts)


def is_untouched(data: bytes) -> bool:
    """Whether this is a Word file that reportgen wrote and nobody has changed since."""
    try:
        parts = _parts(data)
        root = etree.fromstring(parts[_PART], _parser())
    except _DAMAGE:
        return False
    found = [one.findtext("{*}lpwstr") for one in root if one.get("name") == PROPERTY]
    return found == [_digest(parts)]


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {info.filename: package.read(info) for info in package.infolist() if not info.is_dir()}


def _digest(parts: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(parts.keys() - {_PART}):
        digest.update(f"{name}\0{len(parts[name])}\0".encode())
        digest.update(parts[name])
    return digest.hexdigest()


def _with_content_type(data: bytes) -> bytes:
    root = etree.fromstring(data, _parser())
    if not any(one.get("PartName") == f"/{_PART}" for one in root):
        override = etree.SubElement(root, f"{{{etree.QName(root).namespace}}}Override")
        override.set("PartName", f"/{_PART}")
        override.set("ContentType", _CONTENT_TYPE)
    return _bytes(root)


def _with_relation(data: bytes) -> bytes:
    root = etree.fromstring(data, _parser())
    if not any(one.get("Type") == _RELATION for one in root):
        relation = etree.SubElement(root, f"{{{etree.QName(root).namespace}}}Relationship")
        relation.set("Id", "rIdReportgen")
        relation.set("Type", _RELATION)
        relation.set("Target", _PART)
    return _bytes(root)


def _with_property(data: bytes | None, digest: str) -> bytes:
    root = etree.fromstring(data or _NO_PROPERTIES, _parser())
    for one in [one for one in root if one.get("name") == PROPERTY]:
        root.remove(one)
    entry = etree.SubElement(root, f"{{{_PROPERTIES}}}property")
    entry.set("fmtid", _FORMAT_ID)
    entry.set("pid", str(max((int(one.get("pid", 1)) for one in root if one is not entry), default=1) + 1))
    entry.set("name", PROPERTY)
    etree.SubElement(entry, f"{{{_TYPES}}}lpwstr").text = digest
    return _bytes(root)


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    first = ["[Content_Types].xml", "_rels/.rels"]  # where Word and mail previews look first
    order = [*first, *sorted(parts.keys() - set(first))]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name in order:
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same bytes on every system
            package.writestr(entry, parts[name])
    return buffer.getvalue()


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
