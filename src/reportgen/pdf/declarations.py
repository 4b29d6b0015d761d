"""A Look, a Layout or a cell's format as CSS declarations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.document import Alignment, Border, Borders, Layout, Look
from reportgen.pdf.fonts import css_family, natural_line

Declarations = Mapping[str, str]

_POSITION_SIZE = 0.65  # of a raised or lowered letter, as in Word
_NO_LINE = Border(0.0)
_NO_FRAME: tuple[object, ...] = ()
_DECORATIONS = {"underline": "underline", "strike": "line-through"}


def look_declarations(look: Look) -> dict[str, str]:
    """What differs from what is around the words; the style's name and the language are not looked at."""
    made = {
        "font-family": css_family(look.font) if look.font else None,
        "font-size": points(look.size) if look.size else None,
        "font-weight": _switch(look.bold, "bold", "normal"),
        "font-style": _switch(look.italic, "italic", "normal"),
        "text-transform": _switch(look.caps, "uppercase", "none"),
        "font-variant-caps": _switch(look.small_caps, "small-caps", "normal"),
        "color": f"#{look.colour}" if look.colour else None,
        "background-color": f"#{look.background}" if look.background else None,
        "text-decoration": _decoration(look),
        "letter-spacing": _length(look.spacing),
        "vertical-align": points(look.raised) if look.raised else None,
    }
    made |= _raised(look)
    return {name: value for name, value in made.items() if value is not None}


def layout_declarations(layout: Layout, look: Look) -> dict[str, str]:
    """`look` is that of the paragraph's words: a line's height goes by their font and size.

    In a paragraph from right to left, left means where lines begin (17.3.1.6).
    """
    start, end = _begins_and_ends(layout)
    made = {
        "text-align": {"left": start, "right": end}.get(layout.alignment or "", css_alignment(layout.alignment)),
        "margin-top": _length(layout.before),
        "margin-bottom": _length(layout.after),
        **{f"margin-{side}": _length(indent) for side, indent in _indents(layout).items()},
        "text-indent": _length(layout.first_line),
        "line-height": _line_height(layout, look),
        "break-after": _switch(layout.keep_next, "avoid", "auto"),
        "break-inside": _switch(layout.keep_lines, "avoid", "auto"),
        "break-before": _switch(layout.page_break_before, "page", "auto"),
        "direction": _switch(layout.right_to_left, "rtl", "ltr"),
        "background-color": f"#{layout.background}" if layout.background else None,
    }
    made |= _boxed(layout)
    return {name: value for name, value in made.items() if value is not None}


def between(above: Layout, below: Layout, same_style: bool) -> tuple[dict[str, str], dict[str, str]]:
    """What neighbours change at each other's edge: for the upper paragraph and for the lower one.

    Contextual spacing: none between paragraphs of one style (ECMA-376-1, 17.3.1.9). Paragraphs with the same lines
    and indents share one frame (17.3.1.24), and so does their shading, so that the space between them is inside.
    """
    after = 0.0 if same_style and above.contextual else above.after or 0.0
    before = 0.0 if same_style and below.contextual else below.before or 0.0
    if _frame(above) == _frame(below) != _NO_FRAME:
        gap = points(max(after, before))
        return (
            {"margin-bottom": "0", "border-bottom": "none", "padding-bottom": gap},
            {"margin-top": "0", "border-top": "none", "padding-top": "0"},
        )
    upper = {"margin-bottom": "0"} if after != (above.after or 0.0) else {}
    return upper, {"margin-top": "0"} if before != (below.before or 0.0) else {}


def border_declarations(borders: Borders | None) -> dict[str, str]:
    """Those sides that are said; a side without a line hides what the table's or style's would be."""
    return {f"border-{side}": border(line) for side, line in _sides(borders) if line is not None}


def border(line: Border) -> str:
    if line.style == "none" or line.width <= 0:
        return "none"
    width = line.width * (3 if line.style == "double" else 1)  # Word's width is that of each of the two lines
    return f"{points(width)} {line.style} #{line.colour or '000000'}"


def css_alignment(alignment: Alignment | None) -> str | None:
    return "center" if alignment == "centre" else alignment


def points(length: float) -> str:
    """`12pt`, `5.65pt`: hundredths of a point are finer than anybody sees."""
    return f"{round(length, 2):g}pt"


def _switch(said: bool | None, on: str, off: str) -> str | None:
    return None if said is None else on if said else off


def _length(length: float | None) -> str | None:
    return None if length is None else points(length)


def _decoration(look: Look) -> str | None:
    said = [getattr(look, name) for name in _DECORATIONS]
    if all(switch is None for switch in said):
        return None
    return " ".join(css for name, css in _DECORATIONS.items() if getattr(look, name)) or "none"


def _raised(look: Look) -> dict[str, str]:
    if look.position is None:
        return {}
    size = f"{points(look.size * _POSITION_SIZE)}" if look.size else f"{_POSITION_SIZE:.0%}"
    shift = "0.5em" if look.position == "superscript" else "-0.2em"
    return {"font-size": size, "vertical-align": shift, "line-height": "1"}


def _line_height(layout: Layout, look: Look) -> str | None:
    """Never `normal`: that would leave out the gap which a font asks for between its lines."""
    if layout.line is None:
        return None
    natural = natural_line(look.font)
    match layout.line_rule:
        case "lines":
            return f"{layout.line * natural:.4g}"
        case "at least":
            return points(max(layout.line, natural * (look.size or 0.0)))
        case "exactly":
            return points(layout.line)


def _begins_and_ends(layout: Layout) -> tuple[str, str]:
    """The sides at which its lines do so."""
    return ("right", "left") if layout.right_to_left else ("left", "right")


def _indents(layout: Layout) -> dict[str, float | None]:
    said = layout.left, layout.right
    if layout.right_to_left and said != (None, None):
        said = layout.left or 0.0, layout.right or 0.0  # over those of a style that runs from left to right
    return dict(zip(_begins_and_ends(layout), said, strict=True))


def _boxed(layout: Layout) -> dict[str, str]:
    """Lines around a paragraph stand outside its text, so that the words keep their place."""
    made = border_declarations(layout.borders)
    drawn = {side: line for side, line in _sides(layout.borders) if line is not None and line.style != "none"}
    reaches = _reaches(layout)
    for side in dict.fromkeys((*drawn, *reaches)):
        line, reach = drawn.get(side, _NO_LINE), reaches.get(side, 0.0)
        made[f"padding-{side}"] = points(line.space + reach)
        if side in ("left", "right"):
            indent = _indents(layout)[side] or 0.0
            made[f"margin-{side}"] = points(indent - line.space - line.width - reach)
    return made


def _reaches(layout: Layout) -> dict[str, float]:
    """Lines and shading reach to where a hanging first line begins, and not only to the lines below it."""
    hanging = -(layout.first_line or 0.0)
    framed = layout.background is not None or layout.borders not in (None, Borders())
    return {_begins_and_ends(layout)[0]: hanging} if framed and hanging > 0 else {}


def _frame(layout: Layout) -> tuple[object, ...]:
    drawn = layout.borders if layout.borders != Borders() else None
    if drawn is None and layout.background is None:
        return _NO_FRAME
    return drawn, layout.background, layout.left or 0.0, layout.right or 0.0


def _sides(borders: Borders | None) -> Iterator[tuple[str, Border | None]]:
    for side in ("top", "right", "bottom", "left"):
        yield side, getattr(borders, side) if borders else None
