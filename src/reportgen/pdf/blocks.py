"""The model's blocks as elements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from reportgen.document import (
    AS_STYLED,
    Anchor,
    Block,
    Break,
    Caption,
    Contents,
    ContentsEntry,
    Heading,
    Inline,
    Layout,
    List,
    ListItem,
    Mark,
    NoteCall,
    Paragraph,
    Tab,
    Table,
)
from reportgen.pdf.grouping import Figure, Group, Quotation, grouped
from reportgen.pdf.inlines import inline_content
from reportgen.pdf.press import Press
from reportgen.pdf.tables import table_element
from reportgen.pdf.tabs import tabbed
from reportgen.pdf.tree import Content, Element, append, element
from reportgen.pdf.words import outline_words
from reportgen.word.contents import contents_style


def block_elements(press: Press, blocks: Sequence[Block]) -> list[Element]:
    return [made for group in grouped(blocks) for made in _elements(press, group)]


def fill_notes(press: Press) -> None:
    """Put the words into the notes that were called since the last time."""
    while press.waiting_notes:
        note, said, mark = press.waiting_notes.pop(0)
        first, *others = said.blocks or (Paragraph((), f"{said.kind} text"),)
        press.forget_neighbour()
        if isinstance(first, Paragraph):
            append(note, _paragraph(press, "p", first.inlines, first.style, first.layout, before=(mark, " ")))
        else:
            append(note, [element("p", mark), *block_elements(press, [first])])
        append(note, block_elements(press, others))


def _elements(press: Press, group: Group) -> list[Element]:
    match group:
        case Paragraph(inlines, style, layout):
            return _paragraph(press, "p", inlines, style, layout)
        case Heading():
            return _heading(press, group)
        case Caption():
            return _caption(press, group)
        case List():
            return [_list(press, group)]
        case Table():
            return [_table(press, group)]
        case Contents():
            return [_contents(press, group)]
        case Figure(blocks):
            return [element("figure", *(made for block in blocks for made in _elements(press, block)))]
        case Quotation(paragraphs):
            return [element("blockquote", *(made for one in paragraphs for made in _elements(press, one)))]
        case _:
            assert_never(group)


def _paragraph(
    press: Press,
    tag: str,
    inlines: Sequence[Inline],
    style: str,
    layout: Layout = AS_STYLED,
    *,
    before: Sequence[Content] = (),
    **attributes: str,
) -> list[Element]:
    """One element for each stretch between page or column breaks; `before` stands in front of the first words."""
    shared, whole = press.sheet.paragraph(style, layout)
    made = []
    for kind, part in _split_at_breaks(inlines):
        broken = _break(press, kind)
        if kind and not part:
            made.append(element("div", class_=broken))
            continue
        content, class_ = _content(press, part, whole)
        empty = "empty" if not before and _is_empty(part) else ""
        classes = " ".join(filter(None, (shared, class_, broken, empty)))
        language = press.language(press.sheet.language(style))
        made.append(element(tag, *before, *content, class_=classes, lang=language, **attributes))
        before, attributes = (), {}
    press.meet_neighbour(style, whole, made)
    return made


def _content(press: Press, inlines: Sequence[Inline], whole: Layout) -> tuple[list[Content], str]:
    if any(isinstance(inline, Tab) for inline in inlines):
        return tabbed(press, inlines, whole)
    return inline_content(press, inlines), ""


def _split_at_breaks(inlines: Sequence[Inline]) -> Iterator[tuple[str, Sequence[Inline]]]:
    """What stands between page and column breaks, each with the kind of break before it."""
    kind, begin = "", 0
    for at, inline in enumerate(inlines):
        if isinstance(inline, Break) and inline.kind != "line":
            if at > begin or kind:
                yield kind, inlines[begin:at]
            kind, begin = inline.kind, at + 1
    yield kind, inlines[begin:]


def _break(press: Press, kind: str) -> str:
    """Where a page has a single column, a column break goes to the next page."""
    if not kind:
        return ""
    goes_to = "column" if kind == "column" and press.page.columns > 1 else "page"
    return press.sheet.placed({"break-before": goes_to})


def _is_empty(inlines: Sequence[Inline]) -> bool:
    return all(isinstance(inline, Anchor) for inline in inlines)


def _heading(press: Press, heading: Heading) -> list[Element]:
    style = heading.style or f"Heading {heading.level}"
    is_deep = heading.level > 6  # HTML and PDF 1.7 know six levels
    attributes = {"role": "heading", "aria_level": str(heading.level)} if is_deep else {}
    if any(isinstance(inline, NoteCall) for inline in heading.inlines):  # the outline would read 2024¹ as 20241
        attributes["data_label"] = outline_words(heading)
    return _paragraph(
        press,
        "p" if is_deep else f"h{heading.level}",
        heading.inlines,
        style,
        heading.layout,
        before=_label(press, heading.label, heading.mark, style, heading.layout),
        id=press.anchor(heading.anchor),
        **attributes,
    )


def _label(press: Press, label: str, mark: Mark, style: str, layout: Layout) -> list[Content]:
    if not label:
        return []
    parted = "" if mark.follows == "nothing" else " "
    return [element("list-label", label + parted, class_=press.sheet.label(label, mark, style, layout))]


def _caption(press: Press, caption: Caption) -> list[Element]:
    number = f"{caption.label} {caption.number}".strip()
    return _paragraph(
        press,
        "figcaption",
        caption.inlines,
        caption.style,
        caption.layout,
        before=[number],
        id=press.anchor(caption.anchor),
    )


def _list(press: Press, made_of: List) -> Element:
    items = (_item(press, item) for item in made_of.items)
    return element("ol" if made_of.ordered else "ul", *items)


def _item(press: Press, item: ListItem) -> Element:
    first, *others = item.blocks
    if not isinstance(first, Paragraph):
        return element("li", *block_elements(press, item.blocks))
    label = _label(press, item.label, item.mark, first.style, first.layout)
    lines = _paragraph(press, "p", first.inlines, first.style, first.layout, before=label)
    return element("li", *lines, *block_elements(press, others))


def _table(press: Press, table: Table) -> Element:
    return table_element(press, table, lambda blocks: block_elements(press, blocks))


def _contents(press: Press, contents: Contents) -> Element:
    return element("nav", *(_entry(press, entry, contents.instruction) for entry in contents.entries))


def _entry(press: Press, entry: ContentsEntry, instruction: str) -> Element:
    style = entry.style or contents_style(instruction, entry.level)
    link = press.lead(element("a", *inline_content(press, entry.inlines), class_="entry"), entry.target)
    page = press.show_page(element("span"), entry.target, entry.page)
    class_, whole = press.sheet.paragraph(style)
    leader = whole.tabs[-1].leader if whole.tabs else "dots"
    classes, level = f"{class_} {leader}", str(entry.level)
    made = element("toc-entry", link, " ", element("toc-page", page), class_=classes, data_level=level)
    press.meet_neighbour(style, whole, [made])
    return made
