"""Word files to test with: an empty one that has every style the engine asks for, made without a template."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

MORE_PARAGRAPH_STYLES = (
    *("Figure", "Source", "Table Text", "Table Heading", "footnote text", "endnote text"),
    *("toc 1", "toc 2", "toc 3", "table of figures"),
)
MORE_CHARACTER_STYLES = (
    *("footnote reference", "endnote reference", "Hyperlink", "Strong Emphasis"),
    *("Rating Green", "Rating Amber", "Rating Red", "Rating Not Rated"),
)


def blank_document() -> WordDocument:
    """A new, empty Word file; A4-like text of 432 points (python-docx's own page)."""
    return docx.Document(io.BytesIO(_blank()))


def saved(document: WordDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def png(width: int = 2, height: int = 2, grey: int = 128) -> bytes:
    """The smallest honest PNG of one grey."""
    rows = b"".join(b"\0" + bytes([grey]) * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@cache
def _blank() -> bytes:
    document = docx.Document()
    _drop_stale_part(document)
    _drop_table_styles(document)
    for name in MORE_PARAGRAPH_STYLES:
        _style(document, name, WD_STYLE_TYPE.PARAGRAPH)
    for name in MORE_CHARACTER_STYLES:
        _style(document, name, WD_STYLE_TYPE.CHARACTER)
    _style(document, "Report Table", WD_STYLE_TYPE.TABLE)
    for zoom in document.settings.element.iter(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")
    return saved(document)


def _drop_table_styles(document: WordDocument) -> None:
    """A hundred of them, which only cost time."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()


def _drop_stale_part(document: WordDocument) -> None:
    """python-docx's template carries a part that validators rightly dislike."""
    stale = [rel for rel in document.part.rels.values() if rel.reltype.endswith("/stylesWithEffects")]
    for relation in stale:
        del document.part.rels[relation.rId]


def _style(document: WordDocument, name: str, kind: WD_STYLE_TYPE) -> None:
    if name.lower() not in {style.name.lower() for style in document.styles if style.type == kind}:
        document.styles.add_style(name, kind)
