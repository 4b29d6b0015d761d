"""WeasyPrint's mends for speed, in laying out: what it works out again and again is kept, or asked for in few words.

None changes what is printed. They were found by profiling a report of 28 pages; the shares are those of its layout.
They are put in place by repairs.py, which also checks that WeasyPrint is the one they were made for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from operator import itemgetter
from typing import Any

from weasyprint.css import ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout.float import avoid_collisions
from weasyprint.layout.percent import resolve_percentages
from weasyprint.text.constants import PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango
from weasyprint.text.fonts import get_font_description
from weasyprint.text.line_break import Layout, split_first_line, strut

Function = Callable[..., Any]

_SIZES = ("width", "min_width", "max_width", "height", "min_height", "max_height")  # a flexible row changes these
_SIDES = ("top", "right", "bottom", "left")
_RESOLVED = (*_SIZES, *(f"{edge}_{side}" for edge in ("margin", "padding") for side in _SIDES))

_BORDERS = tuple(f"border_{side}_width" for side in _SIDES)
_sizes = itemgetter(*_SIZES)

_PECULIAR = {"position", "float", "display", "page", *(name for name in INITIAL_VALUES if "text_decoration" in name)}
_INHERITED = INHERITED - _PECULIAR
_AT_FIRST = {
    name: value
    for name, value in INITIAL_VALUES.items()
    if name not in INHERITED and name not in INITIAL_NOT_COMPUTED and name not in _PECULIAR
}
_NOTHING: frozenset[str] = frozenset()
_ALSO_CALLED = {  # margin_inline_start may speak of margin_left
    name: frozenset(called(block="ttb", inline=direction) for direction in ("ltr", "rtl"))
    for name, called in PHYSICAL_FUNCTIONS.items()
}

_PLAIN_WORDS = {
    name: INITIAL_VALUES[name]
    for name in (
        "text_decoration_line",
        "font_language_override",
        "font_kerning",
        "font_variant_ligatures",
        "font_variant_position",
        "font_variant_caps",
        "font_variant_numeric",
        "font_variant_alternates",
        "font_variant_east_asian",
        "font_feature_settings",
    )
}


def remembering_percentages() -> Function:
    """The used lengths of a box follow from its style and the box around it: seven in eight are known (10 %)."""
    known: dict[object, tuple[object, dict[str, Any]]] = {}

    def resolve(box: Any, containing_block: Any) -> None:
        style, around = box.style, containing_block
        size = (around.width, around.height) if isinstance(around, Box) else tuple(around)
        key = (id(style), type(box), *size, *_sizes(style))
        if key in known:
            box.__dict__.update(known[key][1])
            if style["border_collapse"] != "collapse" or not hasattr(box, "border_top_width"):
                for border in _BORDERS:
                    setattr(box, border, style[border])
            return
        resolve_percentages(box, containing_block)
        if style["box_sizing"] == "content-box":  # else the lines around it count, too
            known[key] = style, {name: getattr(box, name) for name in _RESOLVED}  # the style kept, its id stays its own

    return resolve


def remembering_lines() -> Function:
    """Where a line ends: two in five are known, as notes are laid out anew with each further one (13 %)."""
    known: dict[object, tuple[object, Any]] = {}

    def split(text: str, style: Any, context: Any, *room: Any, **how: Any) -> Any:
        key = (text, id(style), room, *how.items())
        if key not in known:
            known[key] = style, split_first_line(text, style, context, *room, **how)
        return known[key][1]

    return split


def remembering_struts() -> Function:
    """The height of a line without words, by its style."""
    known: dict[int, tuple[object, Any]] = {}

    def remember(style: Any) -> Any:
        if id(style) not in known:
            known[id(style)] = style, strut(style)
        return known[id(style)][1]

    return remember


def remembering_fonts() -> Function:
    """Getting ready to set words in a style: its language and font are known to Pango already."""
    known: dict[int, tuple[object, Any]] = {}

    def setup(layout: Any, style: Any) -> None:
        if id(style) not in known:
            is_plain = all(style[name] == value for name, value in _PLAIN_WORDS.items())
            known[id(style)] = style, _font(style) if is_plain else None
        if known[id(style)][1] is None:
            set_up_layout(layout, style)
            return
        context, layout.language, description = known[id(style)][1]
        layout.style, layout.first_line_direction = style, 0
        layout.ascent = layout.underline_position = layout.strikethrough_position = None
        layout.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(layout.layout, False)
        pango.pango_layout_set_font_description(layout.layout, description)

    return setup


def inherit_or_begin(style: Any, name: str) -> Any:
    """A property that no rule speaks of is inherited, or as it is at first: three in four are found like that (5 %)."""
    rules, parent = style.cascaded, style.parent_style
    if parent is not None and name not in rules and _ALSO_CALLED.get(name, _NOTHING).isdisjoint(rules):
        if name in _AT_FIRST:
            value = style[name] = _AT_FIRST[name]
            return value
        if name in _INHERITED:
            value = style[name] = parent[name]
            return value
    return find_property(style, name)


def go_beside_floats(context: Any, box: Any, around: Any, outer: bool = True) -> Any:
    """Where nothing floats, a line begins where its block begins (3 %)."""
    is_beside = context.excluded_shapes or box.style["float"] != "none" or around.style["direction"] != "ltr"
    if is_beside or not outer:
        return avoid_collisions(context, box, around, outer)
    left = around.content_box_x()
    return left, box.position_y, left + around.width - left  # rounded as in WeasyPrint


def is_in_normal_flow(box: Any) -> bool:
    """Most boxes are, and two looks tell so instead of eight."""
    style = box.style
    if style["float"] == "none" and style["position"] in ("static", "relative"):
        return True
    return bool(ask_whether_in_normal_flow(box))


@contextmanager
def replaced(owner: Any, name: str, value: object) -> Iterator[None]:
    """While this lasts, the attribute of a module or class is another."""
    before = vars(owner)[name]
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


def _font(style: Any) -> tuple[Any, Any, Any]:
    """As in WeasyPrint: Pango's context, language and font for this style."""
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    language = pango.pango_language_get_default()
    if style["lang"]:
        language = pango.pango_language_from_string(ffi.new("char[]", style["lang"].encode()))
        pango.pango_context_set_language(context, language)
    return context, language, get_font_description(style)


set_up_layout = Layout.setup
find_property = ComputedStyle.__missing__
ask_whether_in_normal_flow = Box.is_in_normal_flow
