"""Direct formatting: the model's Look as `w:rPr`, its Layout as `w:pPr`, in the schema's order."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document import Alignment, Border, Borders, Layout, LineRule, Look, TabStop
from reportgen.word.elements import EIGHTHS, HALF_POINTS, Element, W
from reportgen.word.order import sort_children
from reportgen.word.xml import toggle, twips, w

_ALIGNMENTS: dict[Alignment, str] = {"left": "left", "centre": "center", "right": "right", "justify": "both"}
_LINES = {"solid": "single", "dashed": "dashed", "dotted": "dotted", "double": "double", "none": "nil"}
_LEADERS = {"none": "none", "dots": "dot", "line": "underscore"}
_LINE_RULES: dict[LineRule, str] = {"lines": "auto", "at least": "atLeast", "exactly": "exact"}
_SIDES = ("top", "left", "bottom", "right")  # the schema's order


def look_properties(look: Look, style_id: str | None) -> Element | None:
    """A `w:rPr`; None where the run is as its paragraph's style says. `style_id` is the character style's."""
    return properties("rPr", *_look(look, style_id))


def layout_properties(layout: Layout, style_id: str | None, *more: Element) -> Element | None:
    """A `w:pPr`, with whatever else the paragraph needs in it."""
    return properties("pPr", w("pStyle", val=style_id) if style_id else None, *more, *_layout(layout))


def properties(tag: str, *children: Element | None) -> Element | None:
    """A `pPr`, `rPr` … of these children in the schema's order; None where there are none."""
    made = w(tag, *children)
    return sort_children(made) if len(made) else None


def alignment(said: Alignment | None) -> Element | None:
    return w("jc", val=_ALIGNMENTS[said]) if said else None


def shading(fill: str | None) -> Element | None:
    return w("shd", val="clear", color="auto", fill=fill) if fill else None


def borders(tag: str, said: Borders | None, *, spaced: bool = False) -> Element | None:
    """`w:pBdr` (spaced from the text as Word does) or `w:tcBorders`; a side not said is the style's."""
    sides = [(side, getattr(said, side)) for side in _SIDES] if said else []
    lines = [_line(side, line, spaced) for side, line in sides if line is not None]
    return w(tag, *lines) if lines or (said is not None and spaced) else None


def _look(look: Look, style_id: str | None) -> Iterator[Element | None]:
    if style_id:
        yield w("rStyle", val=style_id)
    if look.font is not None:
        yield w("rFonts", ascii=look.font, hAnsi=look.font, cs=look.font)
    for tags, on in (
        (("b", "bCs"), look.bold),
        (("i", "iCs"), look.italic),
        (("caps",), look.caps),
        (("smallCaps",), look.small_caps),
        (("strike",), look.strike),
    ):
        if on is not None:
            yield from (toggle(tag, on) for tag in tags)
    if look.underline is not None:
        yield w("u", val="single" if look.underline else "none")
    if look.colour is not None:
        yield w("color", val=look.colour)
    if look.spacing is not None:
        yield w("spacing", val=twips(look.spacing))
    if look.raised is not None:
        yield w("position", val=round(look.raised * HALF_POINTS))
    if look.size is not None:
        yield from (w(tag, val=round(look.size * HALF_POINTS)) for tag in ("sz", "szCs"))
    yield shading(look.background)
    if look.position is not None:
        yield w("vertAlign", val=look.position)
    if look.language is not None:
        yield w("lang", val=look.language)


def _layout(layout: Layout) -> Iterator[Element | None]:
    for tag, on in (
        ("keepNext", layout.keep_next),
        ("keepLines", layout.keep_lines),
        ("pageBreakBefore", layout.page_break_before),
        ("bidi", layout.right_to_left),
        ("contextualSpacing", layout.contextual),
    ):
        if on is not None:
            yield toggle(tag, on)
    yield borders("pBdr", layout.borders, spaced=True)
    yield shading(layout.background)
    yield w("tabs", *(tab_stop(stop) for stop in layout.tabs)) if layout.tabs else None
    yield _with_attributes("spacing", _spacing(layout))
    yield _with_attributes("ind", _indents(layout))
    yield alignment(layout.alignment)


def _spacing(layout: Layout) -> dict[str, int | str | None]:
    line, rule = layout.line, _LINE_RULES[layout.line_rule]
    return {
        "before": None if layout.before is None else twips(layout.before),
        "after": None if layout.after is None else twips(layout.after),
        "line": None if line is None else round(line * 240) if rule == "auto" else twips(line),
        "lineRule": None if line is None else rule,
    }


def _indents(layout: Layout) -> dict[str, int | str | None]:
    first = layout.first_line
    return {
        "left": None if layout.left is None else twips(layout.left),
        "right": None if layout.right is None else twips(layout.right),
        "firstLine": twips(first) if first is not None and first >= 0 else None,
        "hanging": twips(-first) if first is not None and first < 0 else None,
    }


def _with_attributes(tag: str, attributes: dict[str, int | str | None]) -> Element | None:
    said = {key: value for key, value in attributes.items() if value is not None}
    return w(tag, **said) if said else None


def tab_stop(stop: TabStop) -> Element:
    kind = "center" if stop.kind == "centre" else stop.kind
    made = w("tab", val=kind, pos=twips(stop.at))
    if stop.leader != "none":
        made.set(W + "leader", _LEADERS[stop.leader])
    return made


def _line(side: str, line: Border, spaced: bool) -> Element:
    space = {"space": 1 if side in ("top", "bottom") else 4} if spaced else {"space": 0}
    return w(side, val=_LINES[line.style], sz=round(line.width * EIGHTHS), **space, color=line.colour or "auto")
