"""Tiny Word files, each made from the XML that a test is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from reportgen.document import Block, Document, Inline, Paragraph
from reportgen.problems import Problem, Problems
from reportgen.word.reader import WordFile, read_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": OFFICE,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    }.items()
)
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
    "header": "hdr",
    "footer": "ftr",
}
_TYPES = {"png": "image/png", "svg": "image/svg+xml", "emf": "image/x-emf", "jpeg": "image/jpeg"}


def tiny_docx(
    body: str,
    parts: Mapping[str, str] | None = None,
    files: Mapping[str, bytes] | None = None,
    relations: str = "",
    main_type: str = MAIN_TYPE,
) -> bytes:
    """A Word file of this body.

    `parts` by name (`styles`, `footer2`): what stands in their roots; the name is the id of the relation too.
    `files` are pictures under `word/`: `image.png` has the id `image`.
    """
    written = {"word/document.xml": _root("document", f"<w:body>{body}</w:body>")}
    related = relations
    types = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in _TYPES.items())
    for name, content in (parts or {}).items():
        kind = name.rstrip("0123456789")
        written[f"word/{name}.xml"] = _root(_ROOTS[kind], content)
        related += f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
    for name in files or {}:
        related += f'<Relationship Id="{name.partition(".")[0]}" Type="{OFFICE}/image" Target="{name}"/>'
    written["word/_rels/document.xml.rels"] = _relations(related)
    written["_rels/.rels"] = _relations(
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    )
    written["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}'
        f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>'
    )
    data = {name: text.encode() for name, text in written.items()}
    return zipped(data | {f"word/{name}": content for name, content in (files or {}).items()})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


class Read:
    """What the reader makes of a tiny Word file."""

    def __init__(
        self,
        body: str,
        parts: Mapping[str, str] | None = None,
        files: Mapping[str, bytes] | None = None,
        relations: str = "",
    ) -> None:
        self.problems = Problems()
        self.file: WordFile = read_word(tiny_docx(body, parts, files, relations), "tiny.docx", self.problems)

    @property
    def document(self) -> Document:
        return self.file.document

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.document.blocks

    @property
    def block(self) -> Block:
        (block,) = self.blocks
        return block

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """Of the only paragraph."""
        assert isinstance(self.block, Paragraph)
        return self.block.inlines

    @property
    def warnings(self) -> list[Problem]:
        return list(self.problems)

    @property
    def warned(self) -> list[str]:
        return [problem.code for problem in self.problems]


def p(*content: str, properties: str = "") -> str:
    """A paragraph; what is no XML becomes a run."""
    inside = "".join(one if one.startswith("<") else r(one) for one in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    inside = f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"


def styled(style_id: str, *content: str, more: str = "") -> str:
    return p(*content, properties=f'<w:pStyle w:val="{style_id}"/>{more}')


def style(style_id: str, name: str, content: str = "", kind: str = "paragraph", default: bool = False) -> str:
    marked = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"{marked}><w:name w:val="{name}"/>{content}</w:style>'


def field(code: str, result: str) -> str:
    """A complex field, each mark in a run of its own."""
    inside = result if result.startswith("<") else r(result)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{inside}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark(name: str, content: str = "", identifier: int = 1) -> str:
    return f'<w:bookmarkStart w:id="{identifier}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{identifier}"/>'


def _root(tag: str, content: str) -> str:
    return f"<w:{tag} {NAMESPACES}>{content}</w:{tag}>"


def _relations(content: str) -> str:
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{uri}">{content}</Relationships>'
