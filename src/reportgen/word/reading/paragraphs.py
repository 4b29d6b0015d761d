"""Paragraphs (ECMA-376-1, 17.3.1): heading, caption, list item or plain, and how they are formatted directly."""

from __future__ import annotations

from dataclasses import replace

from reportgen.document import AS_STYLED, PLAIN_MARK, Anchor, Block, Heading, Layout, Mark, Paragraph, Text
from reportgen.word.elements import Element, W, value, whole
from reportgen.word.looks import cleared_tabs, joined_tabs, laid_over, read_layout, read_look
from reportgen.word.numbering import Level
from reportgen.word.reading.captions import as_caption
from reportgen.word.reading.layers import Item, settled
from reportgen.word.reading.lists import Entry
from reportgen.word.reading.manuscript import Manuscript, ParagraphStyle

_BODY_TEXT = 9  # as an outline level
_NO_LIST = "0"


def as_block(items: list[Item], properties: Element | None, manuscript: Manuscript) -> Block | Entry:
    """What a paragraph with these inlines and this `w:pPr` is. To be called once for each, in document order."""
    style_id = value(properties, "pStyle")
    style = manuscript.style(style_id)
    numbering = _numbering(properties, style, style_id, manuscript)
    level = manuscript.styles.levels.level(*numbering) if numbering else None
    layout = _layout(properties, style, level, manuscript)
    caption = as_caption(items, style.name, layout, manuscript.marks)
    if caption is not None:
        return caption
    label, number = manuscript.counting.label(*numbering) if numbering else ("", 1)
    mark = _mark(properties, level, manuscript) if label else PLAIN_MARK
    heading_level = _heading_level(properties, style)
    if heading_level is not None and not _is_blank(items):
        return _heading(heading_level, items, style, layout, (label, mark), manuscript)
    paragraph = Paragraph(settled(items), style.name, layout)
    if numbering is None or level is None or not label:
        return paragraph
    left = layout.left if layout.left is not None else style.layout.left
    counted = manuscript.counting.begun_by(*numbering), numbering[1]
    return Entry(paragraph, *counted, left or 0.0, label, number, level.ordered, mark)


def _heading(
    level: int,
    items: list[Item],
    style: ParagraphStyle,
    layout: Layout,
    labelled: tuple[str, Mark],
    manuscript: Manuscript,
) -> Heading:
    """The bookmark around its words is its anchor; those that hold nothing are places among them."""
    leading = next((at for at, item in enumerate(items) if not isinstance(item, Anchor)), len(items))
    names = (item.name for item in items[:leading] if isinstance(item, Anchor))
    anchor = next((name for name in names if name in manuscript.marks.wrapping), "")
    inlines = settled(item for item in items if item != Anchor(anchor))
    named = "" if style.name == f"Heading {level}" else style.name
    return Heading(level, inlines, named, layout, anchor, *labelled)


def _mark(properties: Element | None, level: Level | None, manuscript: Manuscript) -> Mark:
    """A label looks as its level says, and else as the paragraph's end does (17.9.24); but it is not underlined."""
    if level is None:
        return PLAIN_MARK
    own = properties.find(W + "rPr") if properties is not None else None
    look = laid_over(read_look(own, manuscript.styles.theme), level.mark.look)
    return replace(level.mark, look=replace(look, underline=level.mark.look.underline))


def _is_blank(items: list[Item]) -> bool:
    """Word lists no heading without words either."""
    return all(isinstance(item, Anchor) or (isinstance(item, Text) and item.text.isspace()) for item in items)


def _heading_level(properties: Element | None, style: ParagraphStyle) -> int | None:
    direct = whole(value(properties, "outlineLvl"))
    if direct is None:
        return style.heading_level
    return direct + 1 if 0 <= direct < _BODY_TEXT else None


def _numbering(
    properties: Element | None, style: ParagraphStyle, style_id: str | None, manuscript: Manuscript
) -> tuple[str, int] | None:
    """The list and level of a paragraph: its own, else its style's. A list `0` takes the style's away (17.9.18)."""
    direct = properties.find(W + "numPr") if properties is not None else None
    num_id, level = value(direct, "numId"), whole(value(direct, "ilvl"))
    if num_id is None:
        return style.numbering if level is None or style.numbering is None else (style.numbering[0], level)
    if num_id == _NO_LIST:
        return None
    if level is None:
        level = manuscript.styles.levels.level_naming(num_id, style_id or "")
    return num_id, level or 0


def _layout(properties: Element | None, style: ParagraphStyle, level: Level | None, manuscript: Manuscript) -> Layout:
    if properties is None:
        return AS_STYLED
    layout = read_layout(properties, manuscript.styles.theme)
    if properties.find(W + "tabs") is not None:
        layout = replace(layout, tabs=joined_tabs(style.layout.tabs, layout.tabs, cleared_tabs(properties)))
    if properties.find(W + "numPr") is not None:
        layout = _indented(layout, style, level, manuscript)
    return layout if layout != AS_STYLED else AS_STYLED


def _indented(layout: Layout, style: ParagraphStyle, level: Level | None, manuscript: Manuscript) -> Layout:
    """The indents of a list that the paragraph is in by itself go over its style's, and under its own."""
    numbered = style.numbering is not None
    styled = manuscript.styles.levels.level(*style.numbering) if style.numbering else None
    if level is None:
        given = Layout(left=0.0, first_line=0.0) if numbered else AS_STYLED
    else:
        given = AS_STYLED if styled is not None and styled.layout == level.layout else level.layout
    return replace(
        layout,
        left=_first(layout.left, _other(given.left, style.layout.left)),
        first_line=_first(layout.first_line, _other(given.first_line, style.layout.first_line)),
    )


def _first(said: float | None, otherwise: float | None) -> float | None:
    return otherwise if said is None else said


def _other(given: float | None, styled: float | None) -> float | None:
    """An indent, unless it is the style's anyway."""
    return None if given == (styled or 0.0) else given
