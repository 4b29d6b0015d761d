"""What no validator looks for in a Word file, as a list of plain findings; empty where all is well."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
TEMPLATE_TAG = re.compile(r"\{\{|\}\}|\{%|%\}")

Element = etree._Element

_ROMAN = [
    "",
    *(
        f"{tens}{ones}"
        for tens in ("", "x", "xx")
        for ones in ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    ),
]


def check_docx(data: bytes) -> list[str]:
    """Bookmarks, fields and their saved results, table grids, drawings, notes, template tags left over."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = etree.fromstring(parts["word/document.xml"])
    notes = etree.fromstring(parts["word/footnotes.xml"]) if "word/footnotes.xml" in parts else None
    roots = [body] if notes is None else [body, notes]
    return [
        *check_bookmarks(roots),
        *check_fields(roots),
        *check_tables(body),
        *check_drawings(body),
        *check_notes(body, notes),
        *check_styles(roots, etree.fromstring(parts["word/styles.xml"])),
        *check_words(body),
        *(finding for root in roots for finding in check_runs(root)),
    ]


def check_bookmarks(roots: list[Element]) -> Iterator[str]:
    starts = [start for root in roots for start in root.iter(W + "bookmarkStart")]
    ends = [end.get(W + "id") for root in roots for end in root.iter(W + "bookmarkEnd")]
    yield from _repeated("bookmark name", [start.get(W + "name", "") for start in starts])
    yield from _repeated("bookmark id", [start.get(W + "id", "") for start in starts])
    if sorted(start.get(W + "id", "") for start in starts) != sorted(str(end) for end in ends):
        yield "starts and ends of bookmarks do not pair"
    for start in starts:
        if not re.fullmatch(r"\w{1,40}", start.get(W + "name", "")):
            yield f"bookmark name {start.get(W + 'name')!r} is not legal"


def check_fields(roots: list[Element]) -> Iterator[str]:
    """Balance, targets, saved results: SEQ must count, REF say what its bookmark says, NOTEREF its note's number."""
    numbers = {name: number for root in roots for name, number in _note_numbers(root)}
    texts = {name: text for root in roots for name, text in _bookmark_texts(root)}
    anchors = {link.get(W + "anchor", "") for root in roots for link in root.iter(W + "hyperlink")} - {""}
    yield from (f"link to missing bookmark {anchor}" for anchor in sorted(anchors - texts.keys()))
    for root in roots:
        yield from (f"{tag} asks for an update" for tag in _update_requests(root))
        counts: Counter[str] = Counter()
        for instruction, result in read_fields(root):
            kind, *arguments = instruction.split() or [""]
            if kind in ("REF", "PAGEREF", "NOTEREF") and arguments[0] not in texts:
                yield f"{kind} to missing bookmark {arguments[0]}"
            elif kind == "REF" and result != texts[arguments[0]]:
                yield f"REF {arguments[0]} says {result!r}, its bookmark {texts[arguments[0]]!r}"
            elif kind == "NOTEREF" and result != numbers.get(arguments[0]):
                yield f"NOTEREF {arguments[0]} says {result!r}, its note is {numbers.get(arguments[0])}"
            if kind == "SEQ":
                counts[arguments[0]] += 1
                if result != str(counts[arguments[0]]):
                    yield f"SEQ {arguments[0]} says {result!r}, counted {counts[arguments[0]]}"
            if kind != "TOC" and not result.strip():
                yield f"field {kind or '?'} has no saved result"


def read_fields(root: Element) -> list[tuple[str, str]]:
    """Instruction and saved words of each field, in the order of their ends; an unbalanced one as `?`."""
    found: list[tuple[str, str]] = []
    stack: list[list[str]] = []
    for mark in root.iter(W + "fldChar", W + "instrText", W + "t"):
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            stack.append(["", "", ""])
        elif kind == "separate" and stack:
            stack[-1][2] = "shown"
        elif kind == "end":
            instruction, result, _ = stack.pop() if stack else ["", "", ""]
            found.append((instruction.strip(), result))
        elif mark.tag == W + "instrText" and stack:
            stack[-1][0] += mark.text or ""
        elif mark.tag == W + "t" and stack and stack[-1][2]:
            stack[-1][1] += mark.text or ""
    return [*found, *[("", "")] * len(stack)]


def check_tables(body: Element) -> Iterator[str]:
    for table in body.iter(W + "tbl"):
        grid = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for number, row in enumerate(table.iterchildren(W + "tr"), 1):
            width = sum(_span(cell) for cell in row.iterchildren(W + "tc")) + _skipped(row)
            if width != grid:
                yield f"table row {number} spans {width} columns, its grid has {grid}"
            for cell in row.iterchildren(W + "tc"):
                if len(cell) == 0 or cell[-1].tag != W + "p":
                    yield f"a cell of table row {number} does not end in a paragraph"
        following = table.getnext()
        if following is not None and following.tag == W + "tbl":
            yield "two tables without a paragraph between them"


def check_drawings(body: Element) -> Iterator[str]:
    drawings = list(body.iter(DRAWING))
    yield from _repeated("drawing id", [drawing.get("id", "") for drawing in drawings])
    for drawing in drawings:
        if not drawing.get("descr") and "decorative" not in etree.tostring(drawing).decode():
            yield "a picture without alternative text"


def check_notes(body: Element, notes: Element | None) -> Iterator[str]:
    references = [reference.get(W + "id", "") for reference in body.iter(W + "footnoteReference")]
    written = [note for note in notes if note.get(W + "type") is None] if notes is not None else []
    if references != [note.get(W + "id") for note in written]:
        yield f"notes {[note.get(W + 'id') for note in written]} are referred to as {references}"


def check_styles(roots: list[Element], styles: Element) -> Iterator[str]:
    known = {style.get(W + "styleId") for style in styles.iter(W + "style")}
    used = {mark.get(W + "val") for root in roots for mark in root.iter(W + "pStyle", W + "rStyle", W + "tblStyle")}
    yield from (f"style {style!r} is not there" for style in sorted(used - known, key=str))


def check_words(body: Element) -> Iterator[str]:
    left = TEMPLATE_TAG.findall("".join(text.text or "" for text in body.iter(W + "t")))
    if left:
        yield f"{len(left)} template tags left"


def check_runs(root: Element) -> Iterator[str]:
    """Words are broken over runs only where their looks differ, or where something begins or ends."""
    for run in root.iter(W + "r"):
        after = run.getnext()
        if after is None or after.tag != W + "r" or not (_is_spoken(run) and _is_spoken(after)):
            continue
        looks = [etree.tostring(one.find(W + "rPr"), method="c14n") if len(one) > 1 else b"" for one in (run, after)]
        if looks[0] == looks[1]:
            yield f"one look, two runs: {''.join(run.itertext())[-20:]!r} and {''.join(after.itertext())[:20]!r}"


def _is_spoken(run: Element) -> bool:
    return {child.tag for child in run} - {W + "rPr"} == {W + "t"}


def _repeated(what: str, found: list[str]) -> Iterator[str]:
    return (f"{what} {one!r} used {count} times" for one, count in Counter(found).items() if count > 1)


def _update_requests(root: Element) -> Iterator[str]:
    return (etree.QName(mark).localname for mark in root.iter(W + "fldChar", W + "fldSimple") if mark.get(W + "dirty"))


def _bookmark_texts(root: Element) -> Iterator[tuple[str, str]]:
    for start in root.iter(W + "bookmarkStart"):
        texts: list[str] = []
        for sibling in start.itersiblings():
            if sibling.tag == W + "bookmarkEnd" and sibling.get(W + "id") == start.get(W + "id"):
                break
            texts.extend(text.text or "" for text in sibling.iter(W + "t"))
        yield start.get(W + "name", ""), "".join(texts)


def _note_numbers(root: Element) -> Iterator[tuple[str, str]]:
    """By bookmark, the number of the note that it begins before."""
    waiting: list[str] = []
    counts: Counter[str] = Counter()
    for mark in root.iter(
        *(W + tag for tag in ("bookmarkStart", "bookmarkEnd", "footnoteReference", "endnoteReference"))
    ):
        if mark.tag == W + "bookmarkStart":
            waiting.append(mark.get(W + "name", ""))
        elif mark.tag == W + "bookmarkEnd":
            waiting = []
        else:
            counts[str(mark.tag)] += 1
            number = counts[str(mark.tag)]
            shown = _ROMAN[number] if mark.tag == W + "endnoteReference" else str(number)  # Word's usual formats
            yield from ((name, shown) for name in waiting)


def _span(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return int(span.get(W + "val", "1")) if span is not None else 1


def _skipped(row: Element) -> int:
    marks = (row.find(f"{W}trPr/{W}{tag}") for tag in ("gridBefore", "gridAfter"))
    return sum(int(mark.get(W + "val", "0")) for mark in marks if mark is not None)
