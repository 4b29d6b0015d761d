"""The colours of the ratings: character styles of the template. The shading fills the cell, the font is its ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.findings import Rating
from reportgen.problems import Place, Problems
from reportgen.word.elements import Element, W
from reportgen.word.order import sort_children
from reportgen.word.styles import Styles
from reportgen.word.xml import find, value, w

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

STYLES = {
    Rating.GREEN: "Rating Green",
    Rating.AMBER: "Rating Amber",
    Rating.RED: "Rating Red",
    Rating.NOT_RATED: "Rating Not Rated",
}
ENOUGH = 4.5  # to 1: the contrast of text of this size (WCAG 2.2, 1.4.3)
_BLACK, _WHITE = "000000", "FFFFFF"


def rating_fills(styles: Styles, template: str, problems: Problems) -> dict[Rating, str]:
    """The colour of each rating's cells. Problems: a style that is missing, or has no shading."""
    fills = {rating: _fill(styles, name) for rating, name in STYLES.items()}
    for rating, fill in fills.items():
        if fill is None:
            message = f"the template has no character style “{STYLES[rating]}” with a shading"
            problems.error("template-style", Place(template), message, "its shading colours the cells of this rating")
    return {rating: fill or "" for rating, fill in fills.items()}


def fills(styles: Styles) -> dict[Rating, str]:
    """The colour of each rating in a filled file, as far as its styles still say."""
    return {rating: fill for rating, name in STYLES.items() if (fill := _fill(styles, name)) is not None}


def settle_inks(document: WordDocument, styles: Styles) -> None:
    """Black or white ink where a rating's style has none, or one that is hard to read on its fill."""
    for name in STYLES.values():
        fill, ink = _fill(styles, name), styles.look(styles.by_name[name].id).colour
        if fill is not None and (ink is None or contrast(ink, fill) < ENOUGH):
            made = max(_BLACK, _WHITE, key=lambda one: contrast(one, fill))
            _set_ink(document, styles.by_name[name].id, made)


def colour_ratings(body: Element, styles: Styles) -> None:
    """Give the words in each cell of a rating's fill that rating's character style."""
    inks = {fill: styles.by_name[name].id for name in STYLES.values() if (fill := _fill(styles, name))}
    for cell in body.iter(W + "tc"):
        style = inks.get((value(cell, "tcPr", "shd", attribute="fill") or "").upper())
        for run in cell.iter(W + "r") if style else ():
            properties = find(run, "rPr")
            if properties is None:
                properties = w("rPr")
                run.insert(0, properties)
            if find(properties, "rStyle") is None:
                properties.insert(0, w("rStyle", val=style))


def contrast(one: str, other: str) -> float:
    """Of two colours, as WCAG 2.2 defines it: 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _fill(styles: Styles, name: str) -> str | None:
    style = styles.by_name.get(name)
    return styles.look(style.id).background if style else None


def _set_ink(document: WordDocument, style_id: str, colour: str) -> None:
    root: Element = document.styles.element
    style = next(one for one in root.iterfind(W + "style") if one.get(W + "styleId") == style_id)
    properties = find(style, "rPr")
    if properties is None:  # its shading is that of the style below
        properties = w("rPr")
        style.append(properties)
    properties.append(w("color", val=colour))
    sort_children(properties)
