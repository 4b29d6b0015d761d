"""Word files that are odd or none at all, as they come by mail: what `reportgen pdf` makes of each."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from word.tiny_docx import MAIN_TYPE, OFFICE, W, field, p, r, style, styled, tiny_docx, zipped
from word.word_files import png

from reportgen import resources

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
XML = b'<?xml version="1.0" encoding="UTF-8"?>\n'
OPEN_DOCUMENT = b'<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'
AUTHOR = 'w:author="Ann" w:date="2024-05-01T09:00:00Z"'
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="7" name="Box"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>'
    "<w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    '<mc:Fallback><w:pict><v:shape id="b"><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict>'
    "</mc:Fallback></mc:AlternateContent></w:r>"
)
NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
END = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


@dataclass(frozen=True)
class OddFile:
    """`made` gives files of which the same is told. `shows`: the words of the PDF then."""

    what: str
    made: Callable[[], Sequence[bytes]]
    shows: str = ""


def word(body: str, **parts: str) -> Callable[[], Sequence[bytes]]:
    return lambda: [tiny_docx(body, parts)]


def raw(*data: bytes) -> Callable[[], Sequence[bytes]]:
    return lambda: data


def table(*rows: Sequence[str]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def notes(*texts: str) -> str:
    return "".join(f'<w:footnote w:id="{number}">{p(text)}</w:footnote>' for number, text in enumerate(texts, 1))


def within(depth: int, innermost: str) -> str:
    return innermost if depth == 0 else table([within(depth - 1, innermost) + "<w:p/>"])


def cut() -> Sequence[bytes]:
    """After each tenth of its length."""
    data = resources.template("evidence-report").read_bytes()
    return [data[: len(data) * tenth // 10] for tenth in range(1, 10)]


def changed(name: str, change: Callable[[bytes], bytes | None]) -> Callable[[], Sequence[bytes]]:
    """A small file with one part changed, or without it."""

    def made() -> Sequence[bytes]:
        with zipfile.ZipFile(io.BytesIO(tiny_docx(p("Words")))) as package:
            parts = {one: package.read(one) for one in package.namelist()}
        new = change(parts.pop(name))
        return [zipped(parts | ({name: new} if new is not None else {}))]

    return made


def strict() -> Sequence[bytes]:
    data = tiny_docx(p("Words"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for area, year in ((b"wordprocessingml/", b"2006/main"), (b"officeDocument/", b"2006/relationships")):
        old, new = b"http://schemas.openxmlformats.org/" + area + year, b"http://purl.oclc.org/ooxml/" + area + year[5:]
        parts = {name: part.replace(old, new) for name, part in parts.items()}
    return [zipped(parts)]


def of_kind(kind: str) -> Callable[[], Sequence[bytes]]:
    return lambda: [tiny_docx(p("Words"), main_type=MAIN_TYPE.replace("wordprocessingml.document.main", kind))]


NONE = (
    OddFile("an empty file", raw(b"")),
    OddFile("a file cut off after each tenth of its length", cut),
    OddFile("a .doc called .docx", raw(OLE)),
    OddFile("a file with a password", raw(OLE + "EncryptedPackage".encode("utf-16-le"))),
    OddFile("Rich Text called .docx", raw(b"{\\rtf1\\ansi Words}")),
    OddFile("a PDF called .docx", raw(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")),
    OddFile("an .odt called .docx", lambda: [zipped({"mimetype": b"application/vnd.oasis.opendocument.text"})]),
    OddFile("a flat .fodt called .docx", raw(XML + OPEN_DOCUMENT)),
    OddFile(
        "Word's XML of 2003, and its flat form of today",
        raw(
            XML + b'<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
            XML + b'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
        ),
    ),
    OddFile("a web page, whole or as a mail", raw(b"<!DOCTYPE html><p>Words", b"MIME-Version: 1.0\r\n\r\n<p>Words")),
    OddFile("plain text, in UTF-8 and UTF-16", raw(b"Words", "Words".encode("utf-16"))),
    OddFile("an e-book", lambda: [zipped({"mimetype": b"application/epub+zip"})]),
    OddFile("a picture", lambda: [png()]),
    OddFile("a .docx packed once more", lambda: [gzip.compress(tiny_docx(p("Words")))]),
    OddFile(
        "the file that Word keeps beside an open one (`~$…`)",
        raw(b"\x03Ann" + b" " * 50 + b"\x03\0A\0n\0n" + b"\0" * 101),
    ),
    OddFile("a workbook called .docx", of_kind("spreadsheetml.sheet.main")),
    OddFile("a presentation called .docx", of_kind("presentationml.presentation.main")),
    OddFile("no document part", changed("word/document.xml", lambda part: None)),
    OddFile("no list of content types", changed("[Content_Types].xml", lambda part: None)),
    OddFile("a document part that ends in the middle", changed("word/document.xml", lambda part: part[:-20])),
    OddFile(
        "a document without body", changed("word/document.xml", lambda part: f'<w:document xmlns:w="{W}"/>'.encode())
    ),
)
PACKAGES = (
    OddFile("zeros after the end of the file", lambda: [tiny_docx(p("Words")) + bytes(900)], "Words"),
    OddFile(
        "a document part in UTF-16", changed("word/document.xml", lambda part: part.decode().encode("utf-16")), "Words"
    ),
    OddFile("a template file (.dotx)", of_kind("wordprocessingml.template.main"), "Words"),
    OddFile("the strict form of .docx", strict, "Words"),
    OddFile(
        "a part that a relation names, and that is not there",
        lambda: [tiny_docx(p("Words"), relations=f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>')],
        "Words",
    ),
    OddFile("an empty body", word(""), ""),
)
WORDS = (
    OddFile(
        "tracked moves, insertions, deletions",
        word(
            p("Before")
            + p(
                f'<w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2" {AUTHOR}>{r("moved")}</w:moveFrom>'
                '<w:moveFromRangeEnd w:id="1"/>'
            )
            + p(
                f'<w:ins w:id="3" {AUTHOR}>{r("new")}</w:ins>',
                f'<w:del w:id="4" {AUTHOR}><w:r><w:delText>old</w:delText></w:r></w:del>',
            )
            + p(
                f'<w:moveToRangeStart w:id="5" w:name="m"/><w:moveTo w:id="6" {AUTHOR}>{r("moved")}</w:moveTo>'
                '<w:moveToRangeEnd w:id="5"/>'
            )
        ),
        "Before new moved",
    ),
    OddFile(
        "a paragraph mark that was deleted, with changes tracked",
        word(p("One", properties=f'<w:rPr><w:del w:id="1" {AUTHOR}/></w:rPr>') + p(" two")),
        "One two",
    ),
    OddFile(
        "comments, one of them never closed",
        word(
            p(
                '<w:commentRangeStart w:id="0"/>',
                "Words",
                '<w:commentRangeEnd w:id="0"/>',
                '<w:r><w:commentReference w:id="0"/></w:r>',
                '<w:commentRangeStart w:id="1"/>',
            )
        ),
        "Words",
    ),
    OddFile("tables ten deep", word(within(10, p("Innermost"))), "Innermost"),
    OddFile(
        "a text box in the body, said twice for old Words",
        word(p("Before", BOX.format(p("In the box")))),
        "Before In the box",
    ),
    OddFile(
        "a text box in a head",
        word(
            p("Words") + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
            header1=p("Head", BOX.format(p("boxed"))),
        ),
        "Words",
    ),
    OddFile(
        "a text box in a text box, in a table's cell",
        word(table([p("Cell", BOX.format(p("outer", BOX.format(p("inner")))))])),
        "Cell outer inner",
    ),
    OddFile(
        "Arabic from right to left, with English in it",
        word(p(r("تقرير", "<w:rtl/>"), r(" R&amp;D "), r("السنة", "<w:rtl/>"), properties="<w:bidi/>")),
        "تقرير R&D السنة",
    ),
    OddFile(
        "vertical words in a cell, and on the page",
        word(
            table(['<w:tcPr><w:textDirection w:val="btLr"/></w:tcPr>' + p("Upright")])
            + '<w:p/><w:sectPr><w:textDirection w:val="tbRl"/></w:sectPr>'
        ),
        "Upright",
    ),
    OddFile(
        "footnotes in a table, and in a table within it",
        word(
            table([p("Cell", NOTE.format(1)) + table([p("inner", NOTE.format(2))]) + "<w:p/>"]),
            footnotes=notes("First", "Second"),
        ),
        "Cell1 inner2 1 First 2 Second",
    ),
    OddFile(
        "a footnote that is not there, and one that cites itself",
        word(
            p("Words", NOTE.format(9), NOTE.format(1)),
            footnotes=f'<w:footnote w:id="1">{p("Note", NOTE.format(1))}</w:footnote>',
        ),
        "Words1 1 Note",
    ),
    OddFile(
        "a field that is never closed, one that never began",
        word(
            p(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                "result",
            )
            + p("Words")
            + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "after")
        ),
        "result Words after",
    ),
    OddFile("fields in fields", word(p(field(field("PAGE", "3") + r("\\* MERGEFORMAT"), "Three"))), "Three"),
    OddFile(
        "styles based on one another, and on themselves",
        word(
            styled("A", "Words"),
            styles=style("A", "a", '<w:basedOn w:val="B"/>')
            + style("B", "b", '<w:basedOn w:val="A"/>')
            + style("C", "c", '<w:basedOn w:val="C"/>'),
        ),
        "Words",
    ),
    OddFile(
        "a list whose numbering is not there, at level 40",
        word(p("Words", properties='<w:numPr><w:ilvl w:val="40"/><w:numId w:val="7"/></w:numPr>')),
        "Words",
    ),
    OddFile(
        "lists that name one another",
        word(
            p("Words", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
            numbering='<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
            styles=style("L", "L", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering"),
        ),
        "Words",
    ),
    OddFile(
        "content controls in one another, round words, rows and cells",
        word(
            "<w:sdt><w:sdtContent><w:sdt><w:sdtContent>"
            + p("<w:sdt><w:sdtContent>" + r("Words") + "</w:sdtContent></w:sdt>")
            + "</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
            + "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>"
            + p("cell")
            + "</w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>"
        ),
        "Words cell",
    ),
    OddFile(
        "smart tags, custom XML, changes of direction round words",
        word(
            p(
                f'<w:smartTag w:element="x">{r("One")}</w:smartTag><w:customXml w:element="y">{r(" two")}</w:customXml>'
                f'<w:dir w:val="rtl">{r(" three")}</w:dir><w:bdo w:val="ltr">{r(" four")}</w:bdo>'
            )
        ),
        "One two three four",
    ),
    OddFile(
        "a table of uneven rows, without grid; a cell without paragraph; a merge without beginning",
        word(
            table([p("a"), p("b"), p("c")], ["", p("d")], ["<w:tcPr><w:vMerge/></w:tcPr>" + p("e")])
            + "<w:tbl/><w:tbl><w:tr/></w:tbl>"
            + p("Words")
        ),
        "a b c d e Words",
    ),
    OddFile(
        "sizes, colours and places that are none",
        word(
            p(
                r("Words", '<w:sz w:val="big"/><w:color w:val="zzz"/><w:spacing w:val="1e9"/>'),
                properties='<w:jc w:val="sideways"/><w:ind w:left="1.5cm"/><w:outlineLvl w:val="x"/>',
            )
        ),
        "Words",
    ),
    OddFile(
        "a picture that is not in the file",
        word(
            p(
                "Words",
                '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="A map"/><a:graphic><a:graphicData uri="'
                'http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill>'
                '<a:blip r:embed="none"/>'
                "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
            )
        ),
        "Words",
    ),
    OddFile(
        "an equation, an embedded object, a foreign piece",
        word(
            p("Words", "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "<w:r><w:object/></w:r>")
            + '<w:altChunk r:id="x"/>'
        ),
        "Wordsa+b",
    ),
    OddFile("hidden words", word(p("Shown", r(" hidden", "<w:vanish/>"))), "Shown"),
    OddFile(
        "reading aids over words (ruby), signs of old fonts",
        word(
            p(
                "<w:r><w:ruby><w:rt>" + r("above") + "</w:rt><w:rubyBase>" + r("Base") + "</w:rubyBase></w:ruby></w:r>",
                '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
            )
        ),
        "Base (above)✓",
    ),
    OddFile(
        "hyphens that only may or never part, tabs, breaks of every kind",
        word(
            p(
                "<w:r><w:t>co</w:t><w:softHyphen/><w:t>operate</w:t><w:noBreakHyphen/><w:t>now</w:t><w:tab/><w:t>tab</w:t><w:br/>"
                '<w:t>line</w:t><w:br w:type="column"/><w:t>column</w:t><w:br w:type="page"/>'
                "<w:t>page</w:t><w:cr/></w:r>"
            )
        ),
        "co\u00adoperate\u2011now tab line column page",
    ),
    OddFile(
        "bookmarks that never end, end before they begin, or have one name",
        word(
            p(
                '<w:bookmarkEnd w:id="4"/><w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkStart w:id="1" w:name="b"/>',
                "Words",
            )
        ),
        "Words",
    ),
    OddFile(
        "links to nowhere",
        word(
            p(
                f'<w:hyperlink r:id="none">{r("One")}</w:hyperlink>',
                f'<w:hyperlink w:anchor="gone">{r(" two")}</w:hyperlink>',
            )
        ),
        "One two",
    ),
    OddFile(
        "a page smaller than its margins; five sections",
        word(
            "".join(p("Words", properties=END) for _ in range(4)) + '<w:sectPr><w:pgSz w:w="900" w:h="900"/>'
            '<w:pgMar w:left="2000" w:right="2000" w:top="-50" w:bottom="9000"/></w:sectPr>'
        ),
        "Words Words Words Words",
    ),
)
FILES = (*NONE, *PACKAGES, *WORDS)
