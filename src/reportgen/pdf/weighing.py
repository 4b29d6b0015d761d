"""Pictures weighed before they are drawn: a few bytes may stand for more than any machine can hold or draw.

A PNG of 20 kB may have ten thousand million pixels, and an SVG that repeats what repeats itself as many rectangles.
"""

from __future__ import annotations

import re
import struct
import warnings
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from lxml import etree
from PIL import Image

if TYPE_CHECKING:
    from reportgen.word.elements import Element

MOST_PIXELS = 65_000_000  # cameras have up to 61 million
MOST_PIECES = 100_000  # of an SVG, each as often as it is drawn; a chart has a hundred
FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")

_REFERENCE = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)|^#(.+)$")
_BYTES_OF_A_PIECE = 100
_END_OF_JPEG, _HINDMOST = b"\xff\xd9", 2**16  # cameras write more behind it


class UnfitPictureError(ValueError):
    """Says what is too much, or that the picture is broken or none."""


def open_picture(data: bytes) -> Image.Image:
    """A picture that is not too large, not decoded yet. Raises UnfitPictureError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=FORMATS)
            if image.format == "PNG":
                Image.open(BytesIO(data)).verify()  # WeasyPrint would print what is there of it
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnfitPictureError(f"it has more than {MOST_PIXELS:,} pixels") from None
    except (OSError, SyntaxError, ValueError, struct.error):
        raise UnfitPictureError("it is broken, or none that can be printed") from None
    if image.format == "JPEG" and _END_OF_JPEG not in data[-_HINDMOST:]:
        raise UnfitPictureError("it is cut off")
    if image.width * image.height > MOST_PIXELS:
        raise UnfitPictureError(f"it has more than {MOST_PIXELS:,} pixels")
    return image


def weigh_svg(data: bytes) -> None:
    """Raises UnfitPictureError where drawing it would not end soon, or where it defines entities."""
    if data.count(b"<") > 2 * MOST_PIECES:
        raise UnfitPictureError(f"it draws more than {MOST_PIECES:,} pieces")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnfitPictureError("it is no SVG picture") from None
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise UnfitPictureError("it defines entities")
    if _Scales(root).weight(root) + _styling(root) > MOST_PIECES:
        raise UnfitPictureError(f"it draws more than {MOST_PIECES:,} pieces")


class _Scales:
    """Weighs elements with all that they repeat. What repeats itself within itself is too heavy."""

    def __init__(self, root: Element) -> None:
        self._named: Mapping[str, Element] = {
            one.get("id", ""): one for one in root.iter(etree.Element) if one.get("id")
        }
        self._known: dict[Element, int] = {}
        self._open: set[Element] = set()

    def weight(self, element: Element) -> int:
        if element in self._open:
            return MOST_PIECES + 1
        if element not in self._known:
            self._open.add(element)
            own = 1 + (_length(element) // _BYTES_OF_A_PIECE)
            self._known[element] = min(own + self._inner(element) + self._repeated(element), MOST_PIECES + 1)
            self._open.remove(element)
        return self._known[element]

    def _inner(self, element: Element) -> int:
        return sum(self.weight(child) for child in element.iterchildren(etree.Element))

    def _repeated(self, element: Element) -> int:
        weight = 0
        corners = len(element.get("d") or element.get("points") or "") // 4
        for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
            times = 1 + corners if "marker" in name + value else 1  # a marker stands at each corner
            for found in _REFERENCE.finditer(value):
                target = self._named.get(found[1] or found[2])
                weight += 0 if target is None else self.weight(target) * times
        return weight


def _length(element: Element) -> int:
    return len(element.text or "") + len(element.tail or "") + sum(len(value) for value in element.attrib.values())


def _styling(root: Element) -> int:
    """Each rule of a style sheet is tried on each element."""
    rules = sum((one.text or "").count("{") for one in root.iter("{*}style"))
    return rules * sum(1 for _ in root.iter()) // _BYTES_OF_A_PIECE
