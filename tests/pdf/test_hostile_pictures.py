"""Pictures that would take the machine, or reach out of the document: refused by name, and nothing is fetched."""

from __future__ import annotations

import contextlib
import io
import socket
import struct
import threading
import zlib
from collections.abc import Iterator

import pytest
import weasyprint
from pdf.paper import paragraph, picture, printed
from PIL import Image
from word.word_files import png

from reportgen.pdf.weighing import MOST_PIECES, UnfitPictureError, open_picture, weigh_svg
from reportgen.problems import InputError, Problems

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="90">{}</svg>'
)
ENTITY = '<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + SVG.format('<text y="20">&e;</text>')
LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + SVG.format('<text y="20">&b;</text>')


def uses(levels: int) -> str:
    """Each level shows the one before it ten times."""
    groups = (f'<g id="a{n + 1}">' + f'<use href="#a{n}"/>' * 10 + "</g>" for n in range(levels))
    return SVG.format(f'<defs><path id="a0" d="M0 0h1v1z"/>{"".join(groups)}</defs><use href="#a{levels}"/>')


def patterns(levels: int) -> str:
    made = '<pattern id="p0" width="1" height="1"><rect width="1" height="1"/></pattern>'
    for n in range(levels):
        inside = f'<rect width="1" height="1" fill="url(#p{n})"/>' * 10
        made += f'<pattern id="p{n + 1}" width="1" height="1">{inside}</pattern>'
    return SVG.format(f'{made}<rect width="9" height="9" fill="url(#p{levels})"/>')


def markers(levels: int) -> str:
    made = '<marker id="m0"><rect width="1" height="1"/></marker>'
    for n in range(levels):
        made += f'<marker id="m{n + 1}"><path d="M0 0{" L1 1" * 10}" marker-mid="url(#m{n})"/></marker>'
    return SVG.format(f'{made}<path d="M0 0{" L1 1" * 10}" style="marker-mid: url(#m{levels})"/>')


def fault(vector: str | None = None, data: bytes | None = None) -> str:
    with pytest.raises(InputError) as caught:
        printed(paragraph(picture(vector=None if vector is None else vector.encode(), data=data)))
    return str(caught.value)


def declared(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is as large as this."""
    data = bytearray(png())
    struct.pack_into(">II", data, 16, width, height)
    struct.pack_into(">I", data, 29, zlib.crc32(data[12:29]))
    return bytes(data)


def jpeg() -> bytes:
    written = io.BytesIO()
    Image.effect_noise((50, 50), 90).save(written, "JPEG")
    return written.getvalue()


@pytest.fixture
def server() -> Iterator[tuple[str, list[bytes]]]:
    """An address on this machine, and what was asked of it."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def listen() -> None:
            while True:
                try:
                    one, _ = listening.accept()
                except OSError:
                    return
                asked.append(one.recv(100))
                one.close()

        threading.Thread(target=listen, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", asked


REACHING = {
    "image": '<image href="{0}/a.png" width="9" height="9"/>',
    "image by xlink": '<image xlink:href="{0}/a.png" width="9" height="9"/>',
    "use": '<use href="{0}/a.svg#a"/>',
    "style sheet": '<style>@import url("{0}/a.css"); rect {{ fill: url("{0}/a.svg#a") }}</style><rect/>',
    "font": '<style>@font-face {{ font-family: x; src: url("{0}/a.ttf") }}</style><text y="9" font-family="x">a</text>',
    "foreign object": '<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="{0}/a.png"/></foreignObject>',
    "script": '<script href="{0}/a.js">fetch("{0}/b")</script>',
    "filter": '<filter id="f"><feImage href="{0}/a.png"/></filter><rect filter="url(#f)" width="9" height="9"/>',
    "pattern": '<pattern id="p" href="{0}/a.svg#p"/><rect fill="url(#p)" width="9" height="9"/>',
    "gradient": '<linearGradient id="g" href="{0}/a.svg#g"/><rect fill="url(#g)" width="9" height="9"/>',
    "mask": '<rect mask="url({0}/a.svg#m)" clip-path="url({0}/a.svg#c)" width="9" height="9"/>',
}


@pytest.mark.parametrize("content", REACHING.values(), ids=REACHING)
def test_an_svg_fetches_nothing_from_a_server(server: tuple[str, list[bytes]], content: str) -> None:
    address, asked = server
    with contextlib.suppress(InputError):
        printed(paragraph(picture(vector=SVG.format(content.format(address)).encode())))
    assert asked == []


@pytest.mark.parametrize("name", ["image", "image by xlink", "style sheet", "font"])
def test_weasyprint_by_itself_fetches_them(server: tuple[str, list[bytes]], name: str) -> None:
    address, asked = server
    html = (
        SVG.format(REACHING[name].format(address))
        + f'<img src="{address}/b.png"><link rel=attachment href="{address}/c">'
    )
    weasyprint.HTML(string=html).write_pdf()
    assert asked != []


def test_an_svg_shows_no_file_of_the_machine() -> None:
    problems = Problems()
    vector = SVG.format('<image href="file:///etc/hostname" width="9" height="9"/>')
    printed(paragraph(picture(vector=vector.encode())), problems=problems)
    assert ["only the document's own pictures" in one.message for one in problems] == [True]


@pytest.mark.parametrize("vector", [ENTITY, LAUGHS], ids=["from a file", "of itself"])
def test_an_svg_with_entities_is_refused(vector: str) -> None:
    assert "(it defines entities)" in fault(vector)


@pytest.mark.parametrize("bomb", [uses(9), patterns(9), markers(9)], ids=["uses", "patterns", "markers"])
def test_an_svg_that_repeats_what_repeats_itself_is_refused_at_once(bomb: str) -> None:
    assert f"(it draws more than {MOST_PIECES:,} pieces)" in fault(bomb)


def test_weasyprint_by_itself_draws_what_repeats_itself_as_often_as_it_is_told() -> None:
    sizes = [len(weasyprint.HTML(string=uses(n)).write_pdf(uncompressed_pdf=True)) for n in (1, 2, 3)]
    assert sizes[2] - sizes[1] > 5 * (sizes[1] - sizes[0])


@pytest.mark.parametrize(
    "vector",
    [
        SVG.format('<g id="a"><use href="#a"/></g>'),
        SVG.format('<rect width="1" height="1"/>' * (MOST_PIECES + 1)),
        SVG.format('<marker id="m"><rect/></marker><path marker-mid="url(#m)" d="M0 0' + " L1 1" * MOST_PIECES + '"/>'),
        SVG.format(f"<style>{'.a{fill:red}' * 5_000}</style>" + "<rect/>" * 5_000),
        "<svg>",
    ],
    ids=["itself", "many", "marked", "styled", "broken"],
)
def test_an_svg_that_would_not_be_drawn_soon_is_refused(vector: str) -> None:
    with pytest.raises(UnfitPictureError):
        weigh_svg(vector.encode())


def test_a_usual_svg_is_let_in() -> None:
    weigh_svg(uses(3).encode())
    weigh_svg(
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>'
    )


def test_a_picture_of_more_pixels_than_any_page_needs_is_refused_that_pillow_opens() -> None:
    with pytest.warns(Image.DecompressionBombWarning):
        assert Image.open(io.BytesIO(declared(13_000, 13_000))).size == (13_000, 13_000)
    for size in ((13_000, 13_000), (8_100, 8_100), (100_000, 100_000)):
        assert "(it has more than 65,000,000 pixels)" in (told := fault(data=declared(*size)))
        assert "save it smaller" in told
        assert "found no place" not in told


@pytest.mark.parametrize("kind", ["GIF", "JPEG", "TIFF", "WEBP", "BMP", "PNG"])
def test_a_picture_that_is_too_large_is_refused_in_every_format(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.pdf.weighing.MOST_PIXELS", 99)
    written = io.BytesIO()
    Image.new("RGB", (10, 10)).save(written, kind)
    with pytest.raises(UnfitPictureError, match="more than 99 pixels"):
        open_picture(written.getvalue())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        png()[:-20],
        jpeg()[:-20],
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"8BPS" + bytes(90),
        uses(1).encode(),
    ],
    ids=["empty", "cut off", "cut off too", "PostScript", "Photoshop", "an SVG that says it is a PNG"],
)
def test_a_picture_that_is_broken_or_of_another_kind_is_refused(data: bytes) -> None:
    assert "a picture can't be printed: “A grey square”" in fault(data=data)
