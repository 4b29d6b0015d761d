"""Microsoft's rules for its Accessibility Checker, as far as they speak of Word files, as a list of plain findings.

The rules are those that support.microsoft.com publishes ("Rules for the Accessibility Checker"), with those that its
earlier versions had and readers still live on: the words of links, lists that are lists, blanks used as space.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree
from word.docx_checks import DRAWING, Element, W, read_fields

from reportgen.checks.templates.contrast import check_contrast
from reportgen.checks.templates.passages import passages
from reportgen.problems import Problems
from reportgen.word.reader import read_word

TITLE = "{http://purl.org/dc/elements/1.1/}title"
ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
FILE_NAME = re.compile(r"\.(png|jpe?g|gif|svg|emf|wmf|tiff?|bmp)\b", re.IGNORECASE)
NOTHING_SAID = {"here", "click here", "link", "this link", "more", "read more", "this page", "website"}
ADDRESS = re.compile(r"(https?://|www\.)\S*", re.IGNORECASE)
TYPED_MARK = re.compile(r"([•●▪◦*\u2013\u2014-]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)])\s")
LONGEST_ALT = 1000  # characters: a chart's says its figures


def check_accessibility(data: bytes, *, plain: bool = False) -> list[str]:
    """Errors, warnings and tips. `plain`: of merged cells too, which an edition must have asked to be without."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")}
    body = parts["word/document.xml"]
    texts = [root for name, root in parts.items() if re.match(r"word/(document|foot|end|header)", name)]
    return [
        *check_document(parts),
        *(finding for root in texts for finding in check_pictures(root)),
        *(finding for table in body.iter(W + "tbl") for finding in check_table(table, plain=plain)),
        *check_headings(body, parts["word/styles.xml"]),
        *check_blanks(body),
        *(finding for root in texts for finding in check_links(root)),
        *check_colours(data),
    ]


def check_document(parts: dict[str, Element]) -> Iterator[str]:
    """Title, language, and no lock that keeps a screen reader out."""
    if not (parts["docProps/core.xml"].findtext(TITLE) or "").strip():
        yield "the document has no title"
    language = parts["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if language is None or not language.get(W + "val"):
        yield "the text has no language"
    if parts["word/settings.xml"].find(W + "documentProtection") is not None:
        yield "the document is locked"


def check_pictures(root: Element) -> Iterator[str]:
    """Alternative text that is no file's name; pictures in line with the text."""
    for picture in root.iter(DRAWING):
        said = (picture.get("descr") or "").strip()
        if not said and next(picture.iter(DECORATIVE), None) is None:
            yield f"picture {picture.get('name')!r} has no alternative text"
        if FILE_NAME.search(said):
            yield f"the alternative text {said!r} names a file"
        if len(said) > LONGEST_ALT:
            yield f"the alternative text {said[:40]!r} is {len(said)} characters long"
    yield from ("a picture is not in line with the text" for _ in root.iter(ANCHOR))


def check_table(table: Element, *, plain: bool) -> Iterator[str]:
    """Alternative text, header rows, none within another, no row or column that is empty; if plain, no merged cells."""
    properties, rows = table.find(W + "tblPr"), table.findall(W + "tr")
    name = f"table {_words(rows[0])[:40]!r}"
    said = properties.find(W + "tblDescription") if properties is not None else None
    if said is None or not (said.get(W + "val") or "").strip():
        yield f"{name} has no alternative text"
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    if not heads[0] or any(after and not before for before, after in pairwise(heads)):
        yield f"{name} does not begin with its header rows"
    look = properties.find(W + "tblLook") if properties is not None else None
    if look is None or look.get(W + "firstRow") != "1":
        yield f"{name} does not mark its header row"
    if next(table.iterancestors(W + "tc"), None) is not None:
        yield f"{name} stands in another"
    columns = [[_words(cell) for cell in row.findall(W + "tc")] for row in rows]
    if any(not "".join(cells).strip() for cells in columns):
        yield f"{name} has an empty row"
    if len({len(cells) for cells in columns}) == 1 and any(
        not "".join(one).strip() for one in zip(*columns, strict=True)
    ):
        yield f"{name} has an empty column"
    if plain and next(table.iter(W + "vMerge", W + "gridSpan", W + "hMerge"), None) is not None:
        yield f"{name} has merged cells"


def check_headings(body: Element, styles: Element) -> Iterator[str]:
    """There are some, none is empty or leaves out a level."""
    levels = [(level, _words(paragraph)) for paragraph in body.iter(W + "p") if (level := _level(paragraph, styles))]
    if not levels:
        yield "there are no headings"
    for (before, _), (level, words) in pairwise([(0, ""), *levels]):
        if level > before + 1:
            yield f"heading {words[:40]!r} of level {level} follows level {before}"
        if not words.strip():
            yield f"a heading of level {level} is empty"


def check_blanks(body: Element) -> Iterator[str]:
    """No space made of empty paragraphs, blanks or tabs; no list that is typed."""
    for paragraph in body.iter(W + "p"):
        words = _words(paragraph)
        if not words.strip() and not _needed(paragraph):
            before = paragraph.getprevious()
            yield f"an empty paragraph after {_words(before)[-40:] if before is not None else ''!r}"
        if re.search(r"[ \xa0]{3}|\t\t", words):
            yield f"blanks make space in {words[:40]!r}"
        if TYPED_MARK.match(words) and paragraph.find(f"{W}pPr/{W}numPr") is None and not _in_contents(paragraph):
            yield f"a typed list: {words[:40]!r}"


def check_links(root: Element) -> Iterator[str]:
    """Every link says where it leads, in words."""
    for link in root.iter(W + "hyperlink"):
        words = _words(link).strip()
        has_alt = any(picture.get("descr") for picture in link.iter(DRAWING))
        if (not words and not has_alt) or words.lower().strip(".") in NOTHING_SAID or ADDRESS.fullmatch(words):
            yield f"the words of a link are {words!r}"
    for instruction, result in read_fields(root):
        if instruction.startswith("HYPERLINK") and ADDRESS.fullmatch(result.strip()):
            yield f"the words of a link are {result!r}"


def check_colours(data: bytes) -> Iterator[str]:
    problems = Problems()
    file = read_word(data, "report.docx", problems)
    check_contrast(passages(file.document), file.styles, "report.docx", problems)
    yield from (str(problem) for problem in problems if problem.code == "template-contrast")


def _words(element: Element) -> str:
    return "".join("\t" if one.tag == W + "tab" else one.text or "" for one in element.iter(W + "t", W + "tab"))


def _level(paragraph: Element, styles: Element) -> int | None:
    own = paragraph.find(f"{W}pPr/{W}outlineLvl")
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    known = {found.get(W + "styleId"): found for found in styles.iter(W + "style")}
    found = known.get(style.get(W + "val")) if style is not None else None
    while own is None and found is not None:
        own, basis = found.find(f"{W}pPr/{W}outlineLvl"), found.find(W + "basedOn")
        found = known.get(basis.get(W + "val")) if basis is not None else None
    level = int(own.get(W + "val", "9")) + 1 if own is not None else 10
    return level if level < 10 else None


def _needed(paragraph: Element) -> bool:
    """Whether Word must have it though it is empty: in a cell, after a table, at a section's end, around a picture."""
    if next(paragraph.iter(W + "drawing", W + "sectPr", W + "fldChar", W + "br"), None) is not None:
        return True
    holder, before, after = paragraph.getparent(), paragraph.getprevious(), paragraph.getnext()
    if before is not None and before.tag == W + "tbl" and (after is None or after.tag in (W + "tbl", W + "sectPr")):
        return True
    return holder is not None and holder.tag == W + "tc" and len(holder.findall(W + "p")) == 1


def _in_contents(paragraph: Element) -> bool:
    return any("PAGEREF" in (code.text or "") for code in paragraph.iter(W + "instrText"))
