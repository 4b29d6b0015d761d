"""A Word file in the hands of a comms officer: what they type, move, delete, colour, and let Word track."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MAIN = "word/document.xml"
Element = etree._Element


class Edited:
    """Its paragraphs and table rows are found by words in them; `part` is another part of the file to edit."""

    def __init__(self, data: bytes, part: str = MAIN) -> None:
        self._data, self._part = data, part
        self.root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))

    def data(self) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self._data)) as package, zipfile.ZipFile(buffer, "w") as made:
            for entry in package.infolist():
                own = entry.filename == self._part
                made.writestr(entry, etree.tostring(self.root) if own else package.read(entry))
        return buffer.getvalue()

    def paragraph(self, words: str, nth: int = 0) -> Element:
        return [one for one in self.root.iter(W + "p") if words in said(one)][nth]

    def row(self, words: str, nth: int = 0) -> Element:
        """The innermost row with these words."""
        return [one for one in self.root.iter(W + "tr") if words in said(one) and not list(one.iter(W + "tbl"))][nth]

    def cell(self, row: str, column: int, nth: int = 0) -> Element:
        return self.row(row, nth).findall(W + "tc")[column]

    def type(self, words: str, old: str, new: str, *, lost: bool = False, nth: int = 0) -> None:
        """Type over `old` in the paragraph with these words. `lost`: the bookmarks of figures in it go with it."""
        type_over(self.paragraph(words, nth), old, new, lost=lost)

    def delete(self, element: Element) -> None:
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)

    def split(self, words: str, at: str) -> None:
        """A new paragraph begins where the words `at` do."""
        first = self.paragraph(words)
        second = deepcopy(first)
        first.addnext(second)
        before, _, behind = said(first).partition(at)
        cut(first, len(before), len(said(first)))
        cut(second, 0, len(said(second)) - len(at + behind))

    def join(self, words: str, with_words: str) -> None:
        first, second = self.paragraph(words), self.paragraph(with_words)
        first.append(run(" "))
        first.extend([one for one in second if one.tag != W + "pPr"])
        self.delete(second)

    def move(self, words: str, before: str) -> None:
        self.paragraph(before).addprevious(self.paragraph(words))

    def copy(self, words: str, before: str, *, marked: bool) -> Element:
        """`marked`: the copy has the bookmarks as well, as no Word makes it, but other programs do."""
        one = deepcopy(self.paragraph(words))
        if not marked:
            drop_marks(one, 0, len(said(one)))
        self.paragraph(before).addprevious(one)
        return one

    def add(self, text: str, before: str) -> Element:
        one = etree.Element(W + "p")
        one.append(run(text))
        self.paragraph(before).addprevious(one)
        return one

    def track(self, words: str, old: str, new: str, *, nth: int = 0) -> None:
        """Type over with changes tracked: the old words are struck out, the new ones stand behind them."""
        paragraph = self.paragraph(words, nth)
        type_over(paragraph, old, f"\ue000{new}\ue001")
        [text] = [one for one in paragraph.iter(W + "t") if "\ue000" in (one.text or "")]
        own = text.getparent()
        assert own is not None
        before, _, rest = (text.text or "").partition("\ue000")
        typed, _, after = rest.partition("\ue001")
        inserted, deleted = (etree.Element(W + kind, {W + "id": "900", W + "author": "A"}) for kind in ("ins", "del"))
        inserted.append(run(typed, own))
        deleted.append(run(old, own))
        for one in deleted.iter(W + "t"):
            one.tag = W + "delText"
        own.addnext(inserted)
        own.addnext(deleted)
        if after:
            inserted.addnext(run(after, own))
        text.text = before


def said(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(W + "t"))


def run(text: str, like: Element | None = None) -> Element:
    one = etree.Element(W + "r")
    looks = like.find(W + "rPr") if like is not None else None
    if looks is not None:
        one.append(deepcopy(looks))
    etree.SubElement(one, W + "t", {SPACE: "preserve"}).text = text
    return one


def type_over(element: Element, old: str, new: str, *, lost: bool = False) -> None:
    start = said(element).index(old)
    if lost:
        drop_marks(element, start, start + len(old))
    texts = list(_spans(element))
    for text, begin, end in texts:
        if begin <= start < end:
            text.text = (text.text or "")[: start - begin] + new + (text.text or "")[start - begin + len(old) :]
            text.set(SPACE, "preserve")
        elif start < begin < start + len(old):
            text.text = (text.text or "")[start + len(old) - begin :]


def cut(element: Element, start: int, end: int) -> None:
    """Delete what is said from `start` to `end`, and the marks in it."""
    drop_marks(element, start, end)
    for text, begin, until in list(_spans(element)):
        kept = (text.text or "")[: max(0, start - begin)] + (text.text or "")[max(0, end - begin) :]
        if until > start and begin < end:
            text.text = kept
            text.set(SPACE, "preserve")
    for call in [*element.iter(W + "footnoteReference"), *element.iter(W + "fldSimple")]:
        parent = call.getparent()
        at = sum(
            len(one.text or "")
            for one in call.xpath("preceding::w:t", namespaces={"w": W[1:-1]})
            if element in one.iterancestors()
        )
        if parent is not None and start <= at < end:
            parent.remove(call)


def drop_marks(element: Element, start: int, end: int) -> None:
    """Take away the figures' bookmarks that lie between two places."""
    at = 0
    opened: dict[str, tuple[Element, int]] = {}
    for one in list(element.iter()):
        if one.tag == W + "bookmarkStart" and (one.get(W + "name") or "").startswith("_rg_"):
            opened[one.get(W + "id") or ""] = one, at
        elif one.tag == W + "bookmarkEnd" and one.get(W + "id") in opened:
            begun, began = opened.pop(one.get(W + "id") or "")
            if start <= began and at <= end:
                for mark in (begun, one):
                    parent = mark.getparent()
                    assert parent is not None
                    parent.remove(mark)
        elif one.tag == W + "t":
            at += len(one.text or "")


def colour(cell: Element, fill: str) -> None:
    for one in cell.iter(W + "shd"):
        one.set(W + "fill", fill)


def _spans(element: Element) -> Iterator[tuple[Element, int, int]]:
    at = 0
    for text in element.iter(W + "t"):
        size = len(text.text or "")
        yield text, at, at + size
        at += size
