"""What is painted on the pages, in reading order: what of it belongs to the document, and what only to the page.

A head, a foot, a header row that comes again and a picture that decorates are artifacts (ISO 32000-1, 14.8.2.2):
marked as such where they are painted, they are no part of the tag tree, and nothing in them is a link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes

from reportgen.pdf.tree import Element

_PAGINATION = {"Type": "/Pagination"}
_HEAD = pydyf.Dictionary({**_PAGINATION, "Subtype": "/Header", "Attached": pydyf.Array(["/Top"])})
_FOOT = pydyf.Dictionary({**_PAGINATION, "Subtype": "/Footer", "Attached": pydyf.Array(["/Bottom"])})
_REPEATED = pydyf.Dictionary(_PAGINATION)
_DECORATION = pydyf.Dictionary({"Type": "/Layout"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words, a picture, or the area of a link: the element that it comes from, and its box."""

    element: Element
    box: Any
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of each page; `artifacts` has what the box of an artifact is, by the id of the box."""

    pages: Sequence[Sequence[Piece]]
    artifacts: Mapping[int, pydyf.Dictionary]


def find_pieces(rendered: Any) -> Pieces:
    """Look through all pages. A link stands before the words in it; a link in a link is part of it."""
    looking = _Looking()
    return Pieces([looking.page(page._page_box) for page in rendered.pages], looking.artifacts)


@dataclass(slots=True)
class _Looking:
    artifacts: dict[int, pydyf.Dictionary] = field(default_factory=dict)
    _found: list[Piece] = field(default_factory=list)
    _met_heads: set[Element] = field(default_factory=set)

    def page(self, page_box: Any) -> Sequence[Piece]:
        self._found = []
        for child in page_box.children:
            self._look(child, in_link=False)
        return self._found

    def _look(self, box: Any, in_link: bool) -> None:
        box = getattr(box, "_box", box)  # what is positioned stands behind a placeholder
        if isinstance(box, boxes.TextBox):
            self._found.append(Piece(box.element, box))
        elif artifact := self._artifact(box):
            self._set_apart(box, artifact)
        elif isinstance(box, boxes.ReplacedBox):
            self._found.append(Piece(box.element, box))
        else:
            if not in_link and box.element_tag == "a" and box.link:
                self._found.append(Piece(box.element, box, is_link=True))
                in_link = True
            for child in getattr(box, "children", ()):
                self._look(child, in_link)

    def _artifact(self, box: Any) -> pydyf.Dictionary | None:
        if isinstance(box, boxes.MarginBox):
            return _HEAD if box.at_keyword.startswith("@top") else _FOOT
        if isinstance(box, boxes.ReplacedBox):
            return None if box.element.get("alt") else _DECORATION
        if isinstance(box, boxes.TableRowGroupBox) and box.is_header:
            if box.element in self._met_heads:
                return _REPEATED
            self._met_heads.add(box.element)
        return None

    def _set_apart(self, box: Any, artifact: pydyf.Dictionary) -> None:
        box = getattr(box, "_box", box)
        self.artifacts[id(box)] = artifact
        for child in getattr(box, "children", ()):
            self._set_apart(child, artifact)
