"""What WeasyPrint may fetch: this document's own pictures. Everything else is refused.

No address in a Word file, in its pictures' SVG or anywhere else makes the printing read a file or speak to a network.
"""

from __future__ import annotations

import io
from collections.abc import Mapping

from weasyprint.urls import URLFetcher, URLFetcherResponse

from reportgen.document import Picture
from reportgen.pdf.addresses import LEADER_DOTS, LEADER_LINE, NOTE_LINE
from reportgen.pdf.weighing import open_picture, weigh_svg

SVG = "image/svg+xml"

_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="%spt" height="%spt" viewBox="0 0 %s %s"><path d="%s"/></svg>'
_PLAIN_COLOURS = ("1", "L", "LA", "P", "RGB", "RGBA")
# Lines as backgrounds. (A gradient would do for the first, but WeasyPrint fills the whole area with it.)
_ORNAMENTS = {
    NOTE_LINE: _SVG % (b"144", b".5", b"144", b".5", b"M0 0h144v.5H0z"),
    LEADER_DOTS: _SVG % (b"3", b"1", b"3", b"1", b"M1 0h1v1H1z"),
    LEADER_LINE: _SVG % (b"3", b".5", b"3", b".5", b"M0 0h3v.5H0z"),
}


class OwnFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves `picture:1` and so on from memory."""

    def __init__(self, pictures: Mapping[str, Picture]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._pictures = pictures
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        if url in self._pictures:
            return _picture(url, self._pictures[url])
        if url in _ORNAMENTS:
            return URLFetcherResponse(url, _ORNAMENTS[url], {"Content-Type": SVG})
        self.refused.append(url)
        raise ValueError("only the document's own pictures are printed")


def _picture(url: str, picture: Picture) -> URLFetcherResponse:
    """Raises UnfitPictureError where drawing the picture would take the machine."""
    drawn = picture.data if picture.vector is None else picture.vector
    if picture.vector is not None or picture.media_type == SVG:
        weigh_svg(drawn)
        return URLFetcherResponse(url, drawn, {"Content-Type": SVG})
    return URLFetcherResponse(url, _in_plain_colours(drawn), {"Content-Type": picture.media_type})


def _in_plain_colours(data: bytes) -> bytes:
    """A picture in colours that a PDF/A for screens may not hold, as a printer's four inks (ISO 19005-3, 6.2.4.3), or
    that WeasyPrint cannot print, in red, green and blue or in 256 greys."""
    with open_picture(data) as image:
        if image.mode in _PLAIN_COLOURS:
            return data
        converted = io.BytesIO()
        if image.mode.startswith("I"):  # 65,536 greys; Pillow's own conversion cuts them off
            image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L").save(converted, "PNG")
        elif image.format == "JPEG":
            image.convert("RGB").save(converted, "JPEG", quality=95)
        else:
            image.convert("RGB").save(converted, "PNG")
        return converted.getvalue()
