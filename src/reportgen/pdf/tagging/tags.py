"""Which tags the elements of a document have: what a screen reader follows, and what PDF/UA-1 (ISO 14289-1) and
PDF/A-3a (ISO 19005-3) ask for.

They are made from the element tree, not from the pages: what runs over pages is one tag, a note stands behind its mark,
a caption in its figure or table, and no line, page or anonymous box has a tag of its own. Clauses are ISO 32000-1's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pydyf

from reportgen.pdf.tagging.cellheads import CellHeads, cell_heads
from reportgen.pdf.tagging.listmarks import list_numbering
from reportgen.pdf.tagging.tagtree import Entry, Maker, TagTree
from reportgen.pdf.tree import HEADINGS, Element, words

_SOLE = ("td", "th", "li", "aside")
_GROUPS = {"thead": "THead", "tbody": "TBody"}


def _heading(tree: TagTree, element: Element) -> Any:
    """Levels are counted as they nest: PDF/UA-1 (7.4.2) lets none be skipped, as Word files do."""
    level = int(element.get("aria-level", 0)) or HEADINGS.index(element.tag) + 1
    while tree.levels and tree.levels[-1] >= level:
        tree.levels.pop()
    tree.levels.append(level)
    tree.deepest = max(tree.deepest, len(tree.levels))
    return tree.new(f"H{len(tree.levels)}", tree.around(element), element)


def _paragraph(tree: TagTree, element: Element) -> Any:
    """Alone in a cell, item or note it needs no tag, nor where it has nothing but pictures."""
    if element.get("role") == "heading":
        return _heading(tree, element)
    parent = tree.parents[element]
    paragraphs = [other for other in parent if other.tag == "p"]
    is_alone = len(parent) == 1 or (parent.tag == "li" and len(paragraphs) == 1)
    is_for_pictures = element.find(".//img") is not None and element.find("note-call") is None and not words(element)
    if is_for_pictures or (is_alone and parent.tag in _SOLE and not tree.language(element)):
        return tree.around(element)
    return tree.new("P", tree.around(element), element)


def _span(tree: TagTree, element: Element) -> Any:
    return tree.new("Span", tree.around(element), element) if tree.language(element) else tree.around(element)


def _link(tree: TagTree, element: Element) -> Any:
    is_one = element.get("href") and not _is_in_link(tree, element)
    return tree.new("Link", tree.around(element)) if is_one else tree.around(element)


def _is_in_link(tree: TagTree, element: Element) -> bool:
    """A link in a link is part of it; but a note that is called in one is printed elsewhere, with links of its own."""
    around = tree.parents.get(element)
    while around is not None and around.tag != "aside":
        if around.tag == "a" and around.get("href"):
            return True
        around = tree.parents.get(around)
    return False


def _label(tree: TagTree, element: Element) -> Any:
    """Of a list's item or a note. A heading's number is part of the heading."""
    owner = tree.parents[element]
    while owner.tag in ("p", "a"):
        owner = tree.parents[owner]
    match owner.tag:
        case "li":
            return tree.new("Lbl", _item(tree, owner))
        case "aside":
            return tree.new("Lbl", tree.tag_of(owner))
    return tree.around(element)


def _quotation(tree: TagTree, element: Element) -> Any:
    return tree.new("BlockQuote", tree.around(element))


def _list(tree: TagTree, element: Element) -> Any:
    marks = [words(label) for item in element for label in item.findall("./p/list-label")]
    tag = tree.new("L", tree.around(element))
    numbering = list_numbering(marks, element.tag == "ol")
    tag["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{numbering}"})
    return tag


def _body(tree: TagTree, element: Element) -> Any:
    return tree.new("LBody", _item(tree, element))


def _item(tree: TagTree, element: Element) -> Any:
    if element not in tree.items:
        tree.items[element] = tree.new("LI", tree.around(element))
    return tree.items[element]


def _entry(tree: TagTree, element: Element) -> Any:
    """Entries of a lower level stand in a TOC within the entry above them (14.8.4.2)."""
    contents = tree.parents[element]
    above = tree.entries.setdefault(contents, [])
    level = int(element.get("data-level", 1))
    while above and above[-1].level >= level:
        above.pop()
    if above and above[-1].within is None:
        above[-1].within = tree.new("TOC", above[-1].item)
    item = tree.new("TOCI", above[-1].within if above else tree.tag_of(contents))
    above.append(Entry(level, item))
    return tree.new("Reference", item)


def _contents(tree: TagTree, element: Element) -> Any:
    return tree.new("TOC", tree.around(element))


def _call(tree: TagTree, element: Element) -> Any:
    """The mark of a note, and right behind it, wherever it is painted, the note that is called here first."""
    tag = tree.hold(element, tree.new("Reference", tree.around(element)))
    for note in tree.neighbours(element, 1, "aside"):
        tree.tag_of(note)
    return tag


def _note(tree: TagTree, element: Element) -> Any:
    """With the name that PDF/UA-1 (7.9) asks for. That of a figure's caption stands behind the figure: nobody hears
    what is within it but its alternative text."""
    around = tree.parents[element]
    named = _shown(tree.parents[around], around) if around.tag == "figcaption" else None
    if named is not None and named.tag == "img":
        around = tree.parents[around]
    return tree.name(tree.new("Note", tree.tag_of(around)), element.get("id", ""))


def _picture(tree: TagTree, element: Element) -> Any:
    tag = tree.new("Figure", tree.around(element))
    tag["Alt"] = pydyf.String(element.get("alt", ""))
    return tag


def _caption(tree: TagTree, element: Element) -> Any:
    """In what it names (14.8.4.3.4); a caption of nothing is a paragraph."""
    named = _shown(tree.parents[element], element)
    if named is None:
        return tree.new("P", tree.around(element), element)
    holder = tree.tag_of(named)
    if named not in tree.captions:
        tree.captions[named] = tree.new("Caption", holder, element)
    return tree.captions[named]


def _table(tree: TagTree, element: Element) -> Any:
    """All its rows and cells at once, the empty ones too, behind a caption that stands before it."""
    tree.tables += 1
    tag = tree.hold(element, tree.new("Table", tree.around(element)))
    if summary := element.get("summary"):
        tag["A"] = pydyf.Dictionary({"O": "/Table", "Summary": pydyf.String(summary)})
    for caption in tree.neighbours(element, -1, "figcaption"):
        tree.tag_of(caption)
    heads = cell_heads(element, f"table-{tree.tables}")
    for part in element:
        if part.tag in _GROUPS:
            _rows(tree, part, tree.new(_GROUPS[part.tag], tag), heads)
    return tag


def _rows(tree: TagTree, part: Element, group: Any, heads: Mapping[Element, CellHeads]) -> None:
    for row in part:
        line = tree.new("TR", group)
        for cell in row:
            tree.hold(cell, _cell(tree, cell, line, heads[cell]))


def _cell(tree: TagTree, cell: Element, line: Any, heads: CellHeads) -> Any:
    tag = tree.new(cell.tag.upper(), line)
    said: dict[str, Any] = {"Scope": f"/{heads.scope}"} if heads.scope else {}
    said |= {name: spans for name in ("ColSpan", "RowSpan") if (spans := cell.get(name.lower()))}
    if heads.heads:
        said["Headers"] = pydyf.Array([pydyf.String(name) for name in heads.heads])
    if said:
        tag["A"] = pydyf.Dictionary({"O": "/Table", **said})
    return tree.name(tag, heads.name) if heads.name else tag


def _in_table(tree: TagTree, element: Element) -> Any:
    """A cell met before its table."""
    table = tree.parents[element]
    while table.tag != "table":
        table = tree.parents[table]
    tree.tag_of(table)
    return tree.tags[element]


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


MAKERS: Mapping[str, Maker] = {
    **dict.fromkeys(HEADINGS, _heading),
    "p": _paragraph,
    "span": _span,
    "blockquote": _quotation,
    "nav": _contents,
    "a": _link,
    "list-label": _label,
    "ul": _list,
    "ol": _list,
    "li": _body,
    "toc-entry": _entry,
    "note-call": _call,
    "aside": _note,
    "img": _picture,
    "figcaption": _caption,
    "table": _table,
    "td": _in_table,
    "th": _in_table,
}
