"""The tree of a PDF's tags, while it grows: which tag is whose, and what is true of all tags.

Clauses are those of ISO 32000-1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeAlias

import pydyf

from reportgen.pdf.tree import HEADINGS, Element

_KNOWN_LEVELS = len(HEADINGS)


@dataclass(slots=True)
class Entry:
    """An entry of a contents; `within` holds the entries below it."""

    level: int
    item: Any
    within: Any = None


class TagTree:
    """The tags of one PDF, each made when what it is for is first met: so they stand in the order of reading.

    `makers` make the tags of the elements that have tags; any other's words stand in the tag around it.
    """

    def __init__(self, pdf: Any, root: Element, makers: Mapping[str, Maker]) -> None:
        self._makers = makers
        self._pdf = pdf
        self.parents = {child: parent for parent in root.iter() for child in parent}
        self._root = pydyf.Dictionary({"Type": "/StructTreeRoot", "K": pydyf.Array()})
        pdf.add_object(self._root)
        self.tags: dict[Element, Any] = {root: self.new("Document", self._root)}
        self.levels: list[int] = []  # of the headings above the one at hand
        self.entries: dict[Element, list[Entry]] = {}  # of each contents: those above the one at hand
        self.items: dict[Element, Any] = {}  # the LI of each item, whose words stand in its LBody
        self.captions: dict[Element, Any] = {}  # by the table or picture that they name
        self._named: dict[str, Any] = {}
        self.tables = self.deepest = 0

    def tag_of(self, element: Element) -> Any:
        """The tag that holds what this element says: its own, or that of an element around it."""
        if element not in self.tags:
            make = self._makers.get(element.tag)
            self.hold(element, make(self, element) if make else self.around(element))
        return self.tags[element]

    def hold(self, element: Element, tag: Any) -> Any:
        """From now on this is the element's tag."""
        self.tags[element] = tag
        return tag

    def close(self) -> Any:
        """The root of the tree, complete but for its ParentTree."""
        if self._named:
            names = [(pydyf.String(name), tag.reference) for name, tag in sorted(self._named.items())]
            self._root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(chain(*names))})
        if self.deepest > _KNOWN_LEVELS:
            deep = range(_KNOWN_LEVELS + 1, self.deepest + 1)
            self._root["RoleMap"] = pydyf.Dictionary({f"H{level}": "/P" for level in deep})
        return self._root

    def new(self, kind: str, parent: Any, element: Element | None = None) -> Any:
        """`element` is asked for the language that it is in."""
        tag = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{kind}", "P": parent.reference, "K": pydyf.Array()})
        self._pdf.add_object(tag)
        parent["K"].append(tag.reference)
        if element is not None and (language := self.language(element)):
            tag["Lang"] = pydyf.String(language)
        return tag

    def name(self, tag: Any, name: str) -> Any:
        self._named[name] = tag
        tag["ID"] = pydyf.String(name)
        return tag

    def around(self, element: Element) -> Any:
        return self.tag_of(self.parents[element])

    def neighbours(self, element: Element, step: int, tag: str) -> Iterator[Element]:
        """The element right before or behind this one, if it is one of these."""
        siblings = list(self.parents[element])
        at = siblings.index(element) + step
        if 0 <= at < len(siblings) and siblings[at].tag == tag:
            yield siblings[at]

    def language(self, element: Element) -> str:
        """The language of the element, where it is another than that around it."""
        language = element.get("lang", "")
        around = self.parents[element] if language else None
        while around is not None and not around.get("lang"):
            around = self.parents.get(around)
        return language if around is None or around.get("lang") != language else ""


Maker: TypeAlias = Callable[[TagTree, Element], Any]
