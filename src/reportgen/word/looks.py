"""What `w:rPr`, `w:pPr` and the border elements say, as the model's Look, Layout and Borders."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypeVar

from reportgen.document import AS_STYLED, PLAIN, Alignment, Border, Borders, Layout, LineRule, Look, TabStop
from reportgen.word.elements import EIGHTHS, HALF_POINTS, TWIPS, VAL, Element, W, points, switch, value
from reportgen.word.theme import Theme, shading, themed

_Said = TypeVar("_Said", Look, Layout, Borders)

_ALIGNMENTS: dict[str, Alignment] = {
    "left": "left",
    "start": "left",
    "center": "centre",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
}
_LINE_RULES: dict[str, LineRule] = {"auto": "lines", "atLeast": "at least", "exact": "exactly"}
_POSITIONS: dict[str, Literal["superscript", "subscript"]] = {
    "superscript": "superscript",
    "subscript": "subscript",
}
_BORDER_STYLES: dict[str, Literal["solid", "dashed", "dotted", "double", "none"]] = {
    "nil": "none",
    "none": "none",
    "double": "double",
    "triple": "double",
    "dotted": "dotted",
    "dashed": "dashed",
    "dashSmallGap": "dashed",
    "dotDash": "dashed",
    "dotDotDash": "dashed",
}
_TAB_KINDS: dict[str, Literal["left", "centre", "right", "decimal"]] = {
    "left": "left",
    "start": "left",
    "num": "left",
    "center": "centre",
    "right": "right",
    "end": "right",
    "decimal": "decimal",
}
_LEADERS: dict[str, Literal["none", "dots", "line"]] = {
    "dot": "dots",
    "middleDot": "dots",
    "hyphen": "line",
    "underscore": "line",
    "heavy": "line",
}
_HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "white": "FFFFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
}
_NO_LOOK = {W + tag for tag in ("rStyle", "noProof", "webHidden", "rtl", "cs")}
_NO_LAYOUT = {W + tag for tag in ("pStyle", "numPr", "outlineLvl", "rPr", "sectPr", "widowControl")}
_AUTOMATIC_SPACING = 14.0  # what Word prints for beforeAutospacing and afterAutospacing


def read_look(properties: Element | None, theme: Theme, style: str | None = None) -> Look:
    """A `w:rPr`; `style` is the name of the character style, for `w:rStyle` holds only its id."""
    if properties is None or all(child.tag in _NO_LOOK for child in properties):
        return PLAIN if style is None else Look(style=style)
    underline = value(properties, "u")
    struck = switch(properties, "strike")
    language = properties.find(W + "lang")
    return Look(
        style=style,
        bold=switch(properties, "b"),
        italic=switch(properties, "i"),
        underline=None if underline is None else underline != "none",
        strike=struck if struck is not None else switch(properties, "dstrike"),
        caps=switch(properties, "caps"),
        small_caps=switch(properties, "smallCaps"),
        position=_POSITIONS.get(value(properties, "vertAlign") or ""),
        size=points(value(properties, "sz"), HALF_POINTS),
        colour=_ink(properties, theme),
        background=_highlight(properties) or shading(properties.find(W + "shd"), theme),
        font=_font(properties, theme),
        language=language.get(VAL) if language is not None else None,
        spacing=points(value(properties, "spacing")),
        raised=points(value(properties, "position"), HALF_POINTS),
    )


def read_layout(properties: Element | None, theme: Theme) -> Layout:
    """What a `w:pPr` says of spacing, indents, borders and the like; a tab stop that is cleared is not in it."""
    if properties is None or all(child.tag in _NO_LAYOUT for child in properties):
        return AS_STYLED
    indent = properties.find(W + "ind")
    spacing = properties.find(W + "spacing")
    borders = properties.find(W + "pBdr")
    line, line_rule = _line(spacing)
    return Layout(
        alignment=alignment(value(properties, "jc")),
        left=_first_length(indent, "start", "left"),
        right=_first_length(indent, "end", "right"),
        first_line=_first_line(indent),
        before=_spacing(spacing, "before"),
        after=_spacing(spacing, "after"),
        line=line,
        line_rule=line_rule,
        keep_next=switch(properties, "keepNext"),
        keep_lines=switch(properties, "keepLines"),
        page_break_before=switch(properties, "pageBreakBefore"),
        background=shading(properties.find(W + "shd"), theme),
        borders=read_borders(borders, theme) if borders is not None else None,
        tabs=_tabs(properties),
        right_to_left=switch(properties, "bidi"),
        contextual=switch(properties, "contextualSpacing"),
    )


def alignment(text: str | None) -> Alignment | None:
    """`w:jc` of a paragraph or a table."""
    return _ALIGNMENTS.get(text or "")


def cleared_tabs(properties: Element | None) -> frozenset[float]:
    """Where the `w:pPr` takes away tab stops of its style, in points."""
    stops = properties.iterfind(f"{W}tabs/{W}tab") if properties is not None else ()
    return frozenset(points(stop.get(W + "pos")) or 0.0 for stop in stops if stop.get(VAL) == "clear")


def read_borders(element: Element | None, theme: Theme) -> Borders:
    """The four outer lines of a `w:pBdr`, `w:tblBorders` or `w:tcBorders`."""
    return Borders(
        top=read_border(element, theme, "top"),
        right=read_border(element, theme, "end", "right"),
        bottom=read_border(element, theme, "bottom"),
        left=read_border(element, theme, "start", "left"),
    )


def read_border(element: Element | None, theme: Theme, *names: str) -> Border | None:
    """The first line of these names; width from eighths of a point (17.3.4)."""
    for name in names:
        line = element.find(W + name) if element is not None else None
        if line is not None:
            return _border(line, theme)
    return None


def laid_over(below: _Said, above: _Said) -> _Said:
    """`below`, except where `above` says something. A line's height and its unit go together; so do all tab stops."""
    changes = {name: said for name in above.__slots__ if (said := getattr(above, name)) is not None}
    if not changes:  # most looks say nothing
        return below
    if isinstance(above, Layout) and isinstance(below, Layout):
        changes["line_rule"] = above.line_rule if above.line is not None else below.line_rule
        changes["tabs"] = above.tabs or below.tabs
        if above.borders is not None and below.borders is not None:
            changes["borders"] = laid_over(below.borders, above.borders)
    return replace(below, **changes)


def joined_tabs(
    below: tuple[TabStop, ...], above: tuple[TabStop, ...], cleared: frozenset[float]
) -> tuple[TabStop, ...]:
    """The tab stops of a style and those added to them, without those that are cleared (17.3.1.38)."""
    stops = {stop.at: stop for stop in below if stop.at not in cleared} | {stop.at: stop for stop in above}
    return tuple(stops[at] for at in sorted(stops))


def _ink(properties: Element, theme: Theme) -> str | None:
    colour = properties.find(W + "color")
    if colour is None:
        return None
    return themed(colour, theme, "val", "themeColor") or ("000000" if colour.get(VAL) == "auto" else None)


def _highlight(properties: Element) -> str | None:
    return _HIGHLIGHTS.get(value(properties, "highlight") or "")


def _font(properties: Element, theme: Theme) -> str | None:
    fonts = properties.find(W + "rFonts")
    if fonts is None:
        return None
    named = fonts.get(W + "asciiTheme") or fonts.get(W + "hAnsiTheme")
    return (theme.font(named) if named else None) or fonts.get(W + "ascii") or fonts.get(W + "hAnsi")


def _first_length(element: Element | None, *names: str) -> float | None:
    said = (element.get(W + name) for name in names) if element is not None else ()
    return next((points(text) for text in said if text is not None), None)


def _first_line(indent: Element | None) -> float | None:
    hanging = _first_length(indent, "hanging")
    return -hanging if hanging is not None else _first_length(indent, "firstLine")


def _spacing(spacing: Element | None, name: str) -> float | None:
    if spacing is not None and spacing.get(f"{W}{name}Autospacing") in ("1", "true", "on"):
        return _AUTOMATIC_SPACING
    return _first_length(spacing, name)


def _line(spacing: Element | None) -> tuple[float | None, LineRule]:
    """`w:line` counts in 240ths of a line unless `w:lineRule` says that it is a height (17.3.1.33)."""
    if spacing is None or spacing.get(W + "line") is None:
        return None, "lines"
    rule = _LINE_RULES.get(spacing.get(W + "lineRule", "auto"), "lines")
    return points(spacing.get(W + "line"), 240 if rule == "lines" else TWIPS), rule


def _tabs(properties: Element) -> tuple[TabStop, ...]:
    stops = []
    for stop in properties.iterfind(f"{W}tabs/{W}tab"):
        kind, at = _TAB_KINDS.get(stop.get(VAL, "left")), points(stop.get(W + "pos"))
        if kind is not None and at is not None:
            stops.append(TabStop(at, kind, _LEADERS.get(stop.get(W + "leader", "none"), "none")))
    return tuple(stops)


def _border(line: Element, theme: Theme) -> Border:
    style = _BORDER_STYLES.get(line.get(VAL, "single"), "solid")
    width = points(line.get(W + "sz"), EIGHTHS) or 0.0
    space = points(line.get(W + "space"), 1) or 0.0
    return Border(width, themed(line, theme, "color", "themeColor"), style, space)
