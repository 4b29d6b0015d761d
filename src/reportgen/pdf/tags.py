"""The tag tree: what a screen reader follows, and what PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) ask for.

It is made from the element tree, not from the pages: what runs over pages is one tag, a note stands behind its mark,
a caption in its figure or table, and no line, page or anonymous box has a tag of its own. Where a tag is made from
nothing but an element's name, `_ROLES` has it; what else there is to know stands below. Clauses are ISO 32000-1's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

import pydyf

from reportgen.pdf.cellheads import CellHeads, cell_heads
from reportgen.pdf.listmarks import list_numbering
from reportgen.pdf.tree import HEADINGS, Element, words

_ROLES = {"blockquote": "BlockQuote", "nav": "TOC"}
_GROUPS = {"thead": "THead", "tbody": "TBody"}
_KNOWN_LEVELS = len(HEADINGS)


@dataclass(slots=True)
class _Entry:
    """An entry of a contents; `within` holds the entries below it."""

    level: int
    item: Any
    within: Any = None


class TagTree:
    """The tags of one PDF, each made when what it is for is first met: so they stand in the order of reading."""

    def __init__(self, pdf: Any, root: Element) -> None:
        self._pdf = pdf
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self._root = pydyf.Dictionary({"Type": "/StructTreeRoot", "K": pydyf.Array()})
        pdf.add_object(self._root)
        self._tags: dict[Element, Any] = {root: self._new("Document", self._root)}
        self._items: dict[Element, Any] = {}
        self._captions: dict[Element, Any] = {}
        self._entries: dict[Element, list[_Entry]] = {}  # of each contents: those above the one at hand
        self._levels: list[int] = []  # of the headings above the one at hand
        self._named: dict[str, Any] = {}
        self._tables = self._deepest = 0

    def tag_of(self, element: Element) -> Any:
        """The tag that holds what this element says: its own, or that of an element around it."""
        if element not in self._tags:
            made = _MAKERS.get(element.tag, TagTree._plain)(self, element)
            self._tags[element] = made
        return self._tags[element]

    def close(self) -> Any:
        """The root of the tree, complete but for its ParentTree."""
        if self._named:
            names = [(pydyf.String(name), tag.reference) for name, tag in sorted(self._named.items())]
            self._root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(chain(*names))})
        if self._deepest > _KNOWN_LEVELS:
            deep = range(_KNOWN_LEVELS + 1, self._deepest + 1)
            self._root["RoleMap"] = pydyf.Dictionary({f"H{level}": "/P" for level in deep})
        return self._root

    def _plain(self, element: Element) -> Any:
        around = self._around(element)
        return self._new(_ROLES[element.tag], around) if element.tag in _ROLES else around

    def _heading(self, element: Element) -> Any:
        """Levels are counted as they nest: PDF/UA-1 (7.4.2) lets none be skipped, as Word files do."""
        level = int(element.get("aria-level", 0)) or HEADINGS.index(element.tag) + 1
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        self._deepest = max(self._deepest, len(self._levels))
        return self._new(f"H{len(self._levels)}", self._around(element), element)

    def _paragraph(self, element: Element) -> Any:
        """Alone in a cell, item or note it needs no tag, nor where it has nothing but pictures."""
        if element.get("role") == "heading":
            return self._heading(element)
        parent = self._parents[element]
        paragraphs = [other for other in parent if other.tag == "p"]
        is_alone = len(parent) == 1 or (parent.tag == "li" and len(paragraphs) == 1)
        is_for_pictures = element.find(".//img") is not None and not words(element)
        if is_for_pictures or (is_alone and parent.tag in ("td", "th", "li", "aside")):
            return self._around(element)
        return self._new("P", self._around(element), element)

    def _span(self, element: Element) -> Any:
        return self._new("Span", self._around(element), element) if self._language(element) else self._around(element)

    def _link(self, element: Element) -> Any:
        return self._new("Link", self._around(element)) if element.get("href") else self._around(element)

    def _label(self, element: Element) -> Any:
        """Of a list's item or a note. A heading's number is part of the heading."""
        owner = self._parents[element]
        while owner.tag == "p" or owner.tag == "a":
            owner = self._parents[owner]
        match owner.tag:
            case "li":
                return self._new("Lbl", self._item(owner))
            case "aside":
                return self._new("Lbl", self.tag_of(owner))
        return self._around(element)

    def _list(self, element: Element) -> Any:
        marks = [words(label) for item in element for label in item.findall("./p/list-label")]
        tag = self._new("L", self._around(element))
        numbering = list_numbering(marks, element.tag == "ol")
        tag["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{numbering}"})
        return tag

    def _body(self, element: Element) -> Any:
        return self._new("LBody", self._item(element))

    def _item(self, element: Element) -> Any:
        if element not in self._items:
            self._items[element] = self._new("LI", self._around(element))
        return self._items[element]

    def _entry(self, element: Element) -> Any:
        """Entries of a lower level stand in a TOC within the entry above them (14.8.4.2)."""
        contents = self._parents[element]
        above = self._entries.setdefault(contents, [])
        level = int(element.get("data-level", 1))
        while above and above[-1].level >= level:
            above.pop()
        if above and above[-1].within is None:
            above[-1].within = self._new("TOC", above[-1].item)
        item = self._new("TOCI", above[-1].within if above else self.tag_of(contents))
        above.append(_Entry(level, item))
        return self._new("Reference", item)

    def _call(self, element: Element) -> Any:
        """The mark of a note, and right behind it, wherever it is painted, the note that is called here first."""
        tag = self._new("Reference", self._around(element))
        self._tags[element] = tag
        for note in self._neighbours(element, 1, "aside"):
            self.tag_of(note)
        return tag

    def _note(self, element: Element) -> Any:
        return self._name(self._new("Note", self._around(element)), element.get("id", ""))

    def _picture(self, element: Element) -> Any:
        tag = self._new("Figure", self._around(element))
        tag["Alt"] = pydyf.String(element.get("alt", ""))
        return tag

    def _caption(self, element: Element) -> Any:
        """In what it names (14.8.4.3.4); a caption of nothing is a paragraph."""
        named = _shown(self._parents[element], element)
        if named is None:
            return self._new("P", self._around(element), element)
        holder = self.tag_of(named)
        if named not in self._captions:
            self._captions[named] = self._new("Caption", holder, element)
        return self._captions[named]

    def _table(self, element: Element) -> Any:
        """All its rows and cells at once, the empty ones too, behind a caption that stands before it."""
        self._tables += 1
        tag = self._tags[element] = self._new("Table", self._around(element))
        if summary := element.get("summary"):
            tag["A"] = pydyf.Dictionary({"O": "/Table", "Summary": pydyf.String(summary)})
        for caption in self._neighbours(element, -1, "figcaption"):
            self.tag_of(caption)
        heads = cell_heads(element, f"table-{self._tables}")
        for part in element:
            if part.tag in _GROUPS:
                self._rows(part, self._new(_GROUPS[part.tag], tag), heads)
        return tag

    def _rows(self, part: Element, group: Any, heads: Mapping[Element, CellHeads]) -> None:
        for row in part:
            line = self._new("TR", group)
            for cell in row:
                self._tags[cell] = self._cell(cell, line, heads[cell])

    def _cell(self, cell: Element, line: Any, heads: CellHeads) -> Any:
        tag = self._new(cell.tag.upper(), line)
        said: dict[str, Any] = {"Scope": f"/{heads.scope}"} if heads.scope else {}
        said |= {name: spans for name in ("ColSpan", "RowSpan") if (spans := cell.get(name.lower()))}
        if heads.heads:
            said["Headers"] = pydyf.Array([pydyf.String(name) for name in heads.heads])
        if said:
            tag["A"] = pydyf.Dictionary({"O": "/Table", **said})
        return self._name(tag, heads.name) if heads.name else tag

    def _in_table(self, element: Element) -> Any:
        """A cell met before its table."""
        table = self._parents[element]
        while table.tag != "table":
            table = self._parents[table]
        self.tag_of(table)
        return self._tags[element]

    def _new(self, kind: str, parent: Any, element: Element | None = None) -> Any:
        """`element` is asked for the language that it is in."""
        tag = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{kind}", "P": parent.reference, "K": pydyf.Array()})
        self._pdf.add_object(tag)
        parent["K"].append(tag.reference)
        if element is not None and (language := self._language(element)):
            tag["Lang"] = pydyf.String(language)
        return tag

    def _name(self, tag: Any, name: str) -> Any:
        self._named[name] = tag
        tag["ID"] = pydyf.String(name)
        return tag

    def _around(self, element: Element) -> Any:
        return self.tag_of(self._parents[element])

    def _neighbours(self, element: Element, step: int, tag: str) -> Iterator[Element]:
        """The element right before or behind this one, if it is one of these."""
        siblings = list(self._parents[element])
        at = siblings.index(element) + step
        if 0 <= at < len(siblings) and siblings[at].tag == tag:
            yield siblings[at]

    def _language(self, element: Element) -> str:
        """The language of the element, where it is another than that around it."""
        language = element.get("lang", "")
        around = self._parents[element] if language else None
        while around is not None and not around.get("lang"):
            around = self._parents.get(around)
        return language if around is None or around.get("lang") != language else ""


def _shown(figure: Element, caption: Element) -> Element | None:
    """The table or picture that a caption names: the nearest, where there are several pictures."""
    if figure.tag != "figure":
        return None
    after = [*figure][[*figure].index(caption) :]
    tables = [block for block in figure if block.tag == "table"]
    pictures = [picture for block in figure for picture in block.iter("img") if picture.get("alt")]
    if tables or not pictures:
        return tables[0] if tables else None
    return pictures[0] if any(picture in block.iter("img") for block in after for picture in pictures) else pictures[-1]


_MAKERS: Mapping[str, Callable[[TagTree, Element], Any]] = {
    **dict.fromkeys(HEADINGS, TagTree._heading),
    "p": TagTree._paragraph,
    "span": TagTree._span,
    "a": TagTree._link,
    "list-label": TagTree._label,
    "ul": TagTree._list,
    "ol": TagTree._list,
    "li": TagTree._body,
    "toc-entry": TagTree._entry,
    "note-call": TagTree._call,
    "aside": TagTree._note,
    "img": TagTree._picture,
    "figcaption": TagTree._caption,
    "table": TagTree._table,
    "td": TagTree._in_table,
    "th": TagTree._in_table,
}
