"""Pictures (ECMA-376-1, 20.4), and what stands where pictures stand but is none: text boxes, charts, diagrams."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.document import Picture
from reportgen.word.elements import (
    EMUS,
    MC,
    PIC,
    SVG_BLIP,
    WP,
    WPS,
    A,
    Element,
    R,
    V,
    W,
    css_points,
    descend,
    is_on,
    local,
    points,
)
from reportgen.word.package import Part
from reportgen.word.reading.manuscript import Manuscript

_FALLBACK = MC + "Fallback"
_MARGINS = (W + "hdr", W + "ftr")  # what stands there is no part of what is read aloud
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TEXT_BOXES = (W + "txbxContent",)
_PRINTABLE = ("image/png", "image/jpeg", "image/gif", "image/svg+xml", "image/bmp", "image/tiff", "image/webp")
_MEDIA_TYPES = {"image/jpg": "image/jpeg", "image/x-png": "image/png", "image/pjpeg": "image/jpeg"}
_UNKNOWN = {  # the last word of the name that a graphic's content goes by
    "chart": "a chart",
    "chartex": "a chart",
    "diagram": "a SmartArt graphic",
    "ink": "handwriting",
    "lockedCanvas": "a drawing",
    "wordprocessingCanvas": "a drawing canvas",
    "wordprocessingGroup": "a group of shapes",
    "wordprocessingShape": "a shape",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """`boxes`: the contents of text boxes, to be printed after the paragraph."""

    pictures: tuple[Picture, ...] = ()
    boxes: tuple[Element, ...] = ()


def read_drawing(element: Element, part: Part, manuscript: Manuscript) -> Drawn:
    """A `w:drawing`. What it holds and cannot be printed is a warning."""
    boxes = tuple(inner for inner in descend(element, _FALLBACK, *_TEXT_BOXES) if inner.tag == WPS + "txbx")
    pictured = (inner for inner in descend(element, _FALLBACK, *_TEXT_BOXES) if inner.tag == PIC + "pic")
    made = tuple(picture for pic in pictured if (picture := _picture(pic, element, part, manuscript)))
    contents = [one.get("uri", "").rpartition("/")[2] for one in element.iter(A + "graphicData")]
    if not made and not boxes and not any(content == "picture" for content in contents):
        what = next((_UNKNOWN[content] for content in contents if content in _UNKNOWN), "a drawing")
        _warn(manuscript, element, what, _description(element))
    if any(anchor.get("behindDoc") == "1" for anchor in element.iter(WP + "anchor")) and made:
        message = "a picture that lies behind the text prints among it"
        manuscript.warn("drawing", message, element, "in Word: Layout Options, In Line with Text")
    return Drawn(made, tuple(content for box in boxes for content in box))


def read_vml(element: Element, part: Part, manuscript: Manuscript) -> Drawn:
    """A `w:pict` or `w:object`, as older Words draw; of an embedded object, the picture that stands for it."""
    boxes = tuple(inner for inner in descend(element, _FALLBACK) if inner.tag in _TEXT_BOXES)
    shapes = (inner for inner in descend(element, _FALLBACK, *_TEXT_BOXES) if inner.find(V + "imagedata") is not None)
    pictures = tuple(picture for shape in shapes if (picture := _vml_picture(shape, part, manuscript)))
    if local(element) == "object":
        _warn_object(manuscript, element, bool(pictures))
    elif not pictures and not boxes and not _is_rule(element):
        lettered = next(element.iter(V + "textpath"), None)
        what = f"the WordArt “{lettered.get('string', '')}”" if lettered is not None else "a drawing"
        _warn(manuscript, element, what)
    return Drawn(pictures, boxes)


def _picture(pic: Element, drawing: Element, part: Part, manuscript: Manuscript) -> Picture | None:
    blip = pic.find(f".//{A}blip")
    if blip is None:
        return None
    image, vector = part.related(blip.get(R + "embed")), _vector(blip, part)
    if image is None and vector is None:
        linked = blip.get(R + "link") is not None
        why = "is not in the file, only linked to" if linked else "is missing in the file"
        manuscript.warn("missing-picture", f"a picture {why}", drawing, "insert it again in Word")
        return None
    if pic.find(f".//{A}srcRect") is not None and _is_cropped(pic):
        hint = "in Word: Picture Format, Compress Pictures, Delete cropped areas"
        manuscript.warn("cropped-picture", "a picture that is cropped in Word prints whole", drawing, hint)
    properties = next(drawing.iter(WP + "docPr"), None)
    if not _description(drawing) and not any(is_on(mark.get("val", "1")) for mark in drawing.iter(_DECORATIVE)):
        _warn_silent(drawing, properties.get("name", "") if properties is not None else "", part, manuscript)
    size = pic.find(f"{PIC}spPr/{A}xfrm/{A}ext") if _is_grouped(pic) else next(drawing.iter(WP + "extent"), None)
    return _made(
        image or vector,
        vector.data if vector and image else None,
        _description(drawing),
        points(size.get("cx"), EMUS) if size is not None else None,
        points(size.get("cy"), EMUS) if size is not None else None,
        manuscript,
        drawing,
    )


def _made(
    image: Part | None,
    vector: bytes | None,
    alt: str,
    width: float | None,
    height: float | None,
    manuscript: Manuscript,
    near: Element,
) -> Picture | None:
    if image is None or not width or not height:
        return None
    media_type = _MEDIA_TYPES.get(image.media_type, image.media_type)
    if media_type not in _PRINTABLE and vector is None:
        kind = media_type.rpartition("/")[2].removeprefix("x-").upper() or "unknown"
        message = f"a picture in the format {kind} is not printed{f': {alt}' if alt else ''}"
        manuscript.warn("picture-format", message, near, "replace it by a PNG or SVG picture")
        return None
    return Picture(image.data, media_type, alt, width, height, vector)


def _vml_picture(shape: Element, part: Part, manuscript: Manuscript) -> Picture | None:
    data = shape.find(V + "imagedata")
    if data is None:
        return None
    image = part.related(data.get(R + "id") or data.get(R + "pict"))
    if image is None:
        manuscript.warn("missing-picture", "a picture is missing in the file", shape, "insert it again in Word")
    elif not shape.get("alt", "").strip():
        _warn_silent(shape, "", part, manuscript)
    width, height = (_style_length(shape, name) for name in ("width", "height"))
    return _made(image, None, shape.get("alt", ""), width, height, manuscript, shape)


def _style_length(shape: Element, name: str) -> float | None:
    found = re.search(rf"(?:^|;)\s*{name}\s*:\s*([^;]+)", shape.get("style", ""))
    return css_points(found[1].strip()) if found else None


def _vector(blip: Element, part: Part) -> Part | None:
    found = next(blip.iter(SVG_BLIP), None)
    return part.related(found.get(R + "embed")) if found is not None else None


def _description(drawing: Element) -> str:
    """The alternative text; an untouched title or name is none."""
    properties = next(drawing.iter(WP + "docPr"), None)
    return properties.get("descr", "").strip() if properties is not None else ""


def _warn_silent(near: Element, name: str, part: Part, manuscript: Manuscript) -> None:
    if part.root.tag not in _MARGINS:
        which = f"the picture “{name}”" if name else "a picture"
        message = f"{which} has no alternative text: readers who can't see it get nothing"
        manuscript.warn("missing-alt", message, near, "in Word: right-click the picture, View Alt Text")


def _is_grouped(pic: Element) -> bool:
    holder = pic.getparent()
    return holder is not None and holder.tag != A + "graphicData"


def _is_cropped(pic: Element) -> bool:
    sides = (source.get(side, "0") for source in pic.iter(A + "srcRect") for side in "ltrb")
    return any(side not in ("0", "0%") for side in sides)


def _is_rule(element: Element) -> bool:
    """A line across the page, or the definition of a shape that is drawn elsewhere."""
    names = {local(inner) for inner in element}
    marked = any(str(name).endswith("}hr") for inner in element for name in inner.attrib)
    return marked or names <= {"shapetype"}


def _warn(manuscript: Manuscript, near: Element, what: str, alt: str = "") -> None:
    message = f"{what} cannot be printed{f': {alt}' if alt else ''}"
    manuscript.warn("drawing", message, near, "put a picture of it in its place")


def _warn_object(manuscript: Manuscript, element: Element, pictured: bool) -> None:
    embedded = next((inner for inner in element.iter() if local(inner) == "OLEObject"), None)
    kind = embedded.get("ProgID", "") if embedded is not None else ""
    what = f"an embedded object{f' ({kind})' if kind else ''}"
    fate = "prints as the picture that stands for it" if pictured else "cannot be printed"
    manuscript.warn("object", f"{what} {fate}", element, "put a picture or a table in its place")
