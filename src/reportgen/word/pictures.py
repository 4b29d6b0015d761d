"""Pictures in a line of text: a PNG or JPEG for every Word, an SVG beside it for newer ones (20.4.2.8)."""

from __future__ import annotations

import hashlib
import re
from itertools import count
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reportgen.document import Picture
from reportgen.word.elements import EMUS, WP, Element
from reportgen.word.xml import element, w

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_PICTURE_URI = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_ENDINGS = {"image/jpeg": "jpg", "image/svg+xml": "svg", "image/x-emf": "emf", "image/x-wmf": "wmf"}


class Pictures:
    """Writes pictures of one Word file; the same picture is embedded once."""

    def __init__(self, document: WordDocument) -> None:
        self._package = document.part.package
        self._images: dict[bytes, Part] = {}
        names = (re.search(r"/word/media/image(\d+)", str(part.partname)) for part in self._package.iter_parts())
        self._next_file = count(1 + max((int(found[1]) for found in names if found), default=0))
        taken = (drawing.get("id", "") for drawing in document.element.body.iter(WP + "docPr"))
        self._next_drawing = count(1 + max((int(one) for one in taken if one.isdecimal()), default=0))

    def write(self, picture: Picture, part: Part) -> Element:
        """A `w:drawing` for a run in this part."""
        number = next(self._next_drawing)
        size = {"cx": round(picture.width * EMUS), "cy": round(picture.height * EMUS)}
        frame = _named("wp:docPr", number, picture.alt)
        if not picture.alt:
            frame.append(_decoration())
        graphic = element(
            "a:graphic", element("a:graphicData", self._pic(picture, part, number, size), uri=_PICTURE_URI)
        )
        locks = element("wp:cNvGraphicFramePr", element("a:graphicFrameLocks", noChangeAspect=1))
        inline = element("wp:inline", element("wp:extent", **size), frame, locks, graphic)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        return w("drawing", inline)

    def _pic(self, picture: Picture, part: Part, number: int, size: dict[str, int]) -> Element:
        return element(
            "pic:pic",
            element("pic:nvPicPr", _named("pic:cNvPr", number, picture.alt), element("pic:cNvPicPr")),
            element("pic:blipFill", self._blip(picture, part), element("a:stretch", element("a:fillRect"))),
            element(
                "pic:spPr",
                element("a:xfrm", element("a:off", x=0, y=0), element("a:ext", **size)),
                element("a:prstGeom", element("a:avLst"), prst="rect"),
            ),
        )

    def _blip(self, picture: Picture, part: Part) -> Element:
        blip = element("a:blip", r__embed=self._embed(picture.data, picture.media_type, part))
        if picture.vector is not None:
            vector = element("asvg:svgBlip", r__embed=self._embed(picture.vector, "image/svg+xml", part))
            blip.append(element("a:extLst", element("a:ext", vector, uri=_SVG_EXTENSION)))
        return blip

    def _embed(self, data: bytes, media_type: str, part: Part) -> str:
        """The id of the part's relationship to these bytes."""
        key = hashlib.sha256(media_type.encode() + b"\0" + data).digest()
        if key not in self._images:
            ending = _ENDINGS.get(media_type) or media_type.rpartition("/")[2]
            name = PackURI(f"/word/media/image{next(self._next_file)}.{ending}")
            self._images[key] = Part(name, media_type, data, self._package)
        return part.relate_to(self._images[key], RELATIONSHIP_TYPE.IMAGE)


def _named(tag: str, number: int, alt: str) -> Element:
    return element(tag, id=number, name=f"Picture {number}", descr=alt)


def _decoration() -> Element:
    """No alternative text by intention: readers aloud pass it over."""
    decorative = element("adec:decorative", val=1)
    return element("a:extLst", element("a:ext", decorative, uri=_DECORATIVE_EXTENSION))
