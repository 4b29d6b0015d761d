"""What of the pages goes where in the tag tree, and what else a tagged PDF says of itself.

Put in place of WeasyPrint's own tagging (repairs.py says why).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from textwrap import shorten
from typing import Any
from unicodedata import bidirectional

import pydyf

from reportgen.pdf.tagging.pieces import Piece, find_pieces
from reportgen.pdf.tagging.tags import MAKERS
from reportgen.pdf.tagging.tagtree import TagTree
from reportgen.pdf.tree import Element, words

_POINTS = 0.75  # in a CSS pixel
_LONGEST = 200  # letters of what a link says of the place that it leads to


class Tagging:
    """The tagging of one laid out document: first told of before it is painted, then asked while and after it is."""

    def __init__(self, rendered: Any, root: Element) -> None:
        self._root = root
        self._pieces = find_pieces(rendered)
        self._ids = {name: element for element in root.iter() if (name := element.get("id"))}
        links = {id(piece.box) for page in self._pieces.pages for piece in page if piece.is_link}
        for page in rendered.pages:
            page.links = [link for link in page.links if id(link[3]) in links]

    @contextmanager
    def marked(self, stream: Any, box: Any, kind: str) -> Iterator[None]:
        """In place of `Stream.marked`: what is painted meanwhile is marked as content, or as what artifact it is."""
        if stream._tags is None:
            yield
            return
        if artifact := self._pieces.artifacts.get(id(box)):
            stream.begin_marked_content("Artifact", artifact)
        else:
            number = stream._tags[box] = len(stream._tags)
            stream.begin_marked_content(kind, pydyf.Dictionary({"MCID": number} | _in_reading_order(box)))
        try:
            yield
        finally:
            stream.end_marked_content()

    def add_tags(self, pdf: Any, document: Any, version: object, streams: list[Any]) -> None:
        """In place of `weasyprint.pdf.add_tags`: hang the pieces into the tree, and the tree into the PDF."""
        tree = TagTree(pdf, self._root, MAKERS)
        links: list[tuple[Any, Any]] = []
        owners = pydyf.Array()
        for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
            marks, owned = stream._tags, {}
            for piece in self._pieces.pages[number]:
                tag, at = tree.tag_of(piece.element), pdf.page_references[number]
                if piece.is_link:
                    links += self._lead(tag, piece, at)
                elif piece.box in marks:
                    owned[marks[piece.box]] = tag.reference
                    _hang(tag, marks[piece.box], at)
                    if piece.element.tag == "img":
                        tag["A"] = _bounds(piece.box, page.height)
            owners += [number, pydyf.Array(owned[mark] for mark in range(len(marks)))]
        for number, (tag, annotation) in enumerate(links, start=len(document.pages)):
            annotation["StructParent"] = number
            owners += [number, tag.reference]
        _describe(pdf, tree.close(), owners)

    def _lead(self, tag: Any, piece: Piece, page: bytes) -> Iterator[tuple[Any, Any]]:
        annotation = piece.box.link_annotation
        if annotation is not None:
            tag["K"].append(pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": page}))
            annotation["Contents"] = pydyf.String(self._says(piece.element))
            yield tag, annotation

    def _says(self, link: Element) -> str:
        """Where a link leads, in words (PDF/UA-1, 7.18.5): those of the place, else its own; never an address alone."""
        address = link.get("href", "")
        place = self._ids.get(address[1:]) if address.startswith("#") else None
        said = link.get("title") or (words(place) if place is not None else "") or words(link) or address
        return shorten(said, _LONGEST, placeholder=" …")


def _in_reading_order(box: Any) -> dict[str, pydyf.String]:
    """The words of a line with words from right to left, which is painted from left to right (14.8.2.3.3, 14.9.4)."""
    text = getattr(box, "text", "")
    if not isinstance(text, str) or text.isascii() or not any(bidirectional(one) in ("R", "AL") for one in text):
        return {}
    return {"ActualText": pydyf.String(text)}


def _hang(tag: Any, mark: int, page: bytes) -> None:
    """What is on another page than the tag's first words needs its page said (14.7.4.2)."""
    if tag.setdefault("Pg", page) == page:
        tag["K"].append(mark)
    else:
        tag["K"].append(pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": mark}))


def _bounds(box: Any, height: float) -> pydyf.Dictionary:
    """The picture's place on the page, in points from the lower left corner (14.8.5.4.3)."""
    left, top = box.content_box_x(), box.content_box_y()
    edges = (left, height - top - box.height, left + box.width, height - top)
    return pydyf.Dictionary({"O": "/Layout", "BBox": pydyf.Array(round(edge * _POINTS, 3) for edge in edges)})


def _describe(pdf: Any, root: Any, owners: pydyf.Array) -> None:
    parent_tree = pydyf.Dictionary({"Nums": owners})
    pdf.add_object(parent_tree)
    root["ParentTree"] = parent_tree.reference
    pdf.catalog["StructTreeRoot"] = root.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
