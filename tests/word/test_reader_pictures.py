"""Pictures, and what is drawn but is none."""

from __future__ import annotations

import pytest
from word.tiny_docx import Read, p, r

from reportgen.document import Paragraph, Picture, Text

FILES = {"image.png": b"PNG", "vector.svg": b"<svg/>", "old.emf": b"EMF"}
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
EXTENT = '<wp:extent cx="1270000" cy="635000"/><wp:docPr id="1" name="x" descr=" Bars "/>'


def drawing(content: str, uri: str = PICTURE, kind: str = "inline", more: str = "") -> str:
    graphic = f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>'
    return f"<w:r><w:drawing><wp:{kind}{more}>{EXTENT}{graphic}</wp:{kind}></w:drawing></w:r>"


def pic(blip: str, more: str = "") -> str:
    return f"<pic:pic><pic:blipFill>{blip}{more}</pic:blipFill></pic:pic>"


PNG = pic('<a:blip r:embed="image"/>')
BARS = Picture(b"PNG", "image/png", "Bars", 100, 50)


@pytest.mark.parametrize("kind", ["inline", "anchor"])
def test_a_picture_has_bytes_alternative_text_and_size(kind: str) -> None:
    read = Read(p(drawing(PNG, kind=kind)), files=FILES)
    assert read.inlines == (BARS,)
    assert read.warned == []


def test_a_picture_without_alternative_text_is_named_with_its_paragraph_unless_it_is_decoration() -> None:
    silent = drawing(PNG).replace(' descr=" Bars "', "")
    read = Read(p("Beside it", silent), files=FILES)
    assert "the picture “x” has no alternative text" in str(read.warnings[0])
    assert read.warnings[0].place.paragraph == "Beside it"
    decorative = '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    extended = f"<a:extLst><a:ext>{decorative}</a:ext></a:extLst>"
    marked = silent.replace('name="x"/>', f'name="x">{extended}</wp:docPr>')
    assert not Read(p(marked), files=FILES).warned


def test_a_picture_may_be_a_vector_beside() -> None:
    both = pic('<a:blip r:embed="image"><a:extLst><a:ext><asvg:svgBlip r:embed="vector"/></a:ext></a:extLst></a:blip>')
    assert Read(p(drawing(both)), files=FILES).inlines == (Picture(b"PNG", "image/png", "Bars", 100, 50, b"<svg/>"),)


def test_pictures_of_old_word_files_are_pictures() -> None:
    shape = '<v:shape style="width:36pt;height:1in" alt="Logo"><v:imagedata r:id="image"/></v:shape>'
    assert Read(p(f"<w:r><w:pict>{shape}</w:pict></w:r>"), files=FILES).inlines == (
        Picture(b"PNG", "image/png", "Logo", 36, 72),
    )


def test_an_embedded_object_prints_as_its_picture_with_a_warning() -> None:
    shape = '<v:shape style="width:36pt;height:36pt"><v:imagedata r:id="image"/></v:shape>'
    embedded = '<o:OLEObject ProgID="Excel.Sheet.12"/>'
    read = Read(p(f"<w:r><w:object>{shape}{embedded}</w:object></w:r>"), files=FILES)
    assert read.inlines == (Picture(b"PNG", "image/png", "", 36, 36),)
    assert read.warned == ["missing-alt", "object"]
    assert "Excel.Sheet.12" in read.warnings[1].message


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (drawing(pic('<a:blip r:embed="old"/>')), "picture-format"),
        (drawing(pic('<a:blip r:embed="gone"/>')), "missing-picture"),
        (drawing(pic('<a:blip r:link="web"/>')), "missing-picture"),
        (drawing("", "http://schemas.openxmlformats.org/drawingml/2006/chart"), "drawing"),
        (drawing("", "http://schemas.openxmlformats.org/drawingml/2006/diagram"), "drawing"),
        (drawing("<wps:wsp/>", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"), "drawing"),
        ('<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>', "drawing"),
    ],
)
def test_what_cannot_be_printed_is_named_with_its_paragraph(content: str, code: str) -> None:
    read = Read(p("See ", content), files=FILES)
    assert read.inlines == (Text("See "),)
    (warning,) = read.warnings
    assert (warning.code, warning.place.paragraph) == (code, "See")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (drawing(pic('<a:blip r:embed="image"/>', '<a:srcRect l="1000"/>')), "cropped-picture"),
        (drawing(PNG, kind="anchor", more=' behindDoc="1"'), "drawing"),
    ],
)
def test_a_picture_that_prints_otherwise_than_in_word_is_named(content: str, code: str) -> None:
    read = Read(p(content), files=FILES)
    assert read.inlines == (BARS,)
    assert read.warned == [code]


def test_a_line_across_the_page_is_no_loss_of_words() -> None:
    assert Read(p('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>')).warned == []


def box(content: str) -> str:
    shape = f"<wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"
    new = drawing(shape, "http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "anchor")
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new[5:-6]}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_the_words_of_a_text_box_print_once_after_its_paragraph() -> None:
    read = Read(p("Text", box(p("In the box") + p("more"))) + p("After"))
    said = [block.inlines for block in read.blocks if isinstance(block, Paragraph)]
    assert said == [(Text("Text"),), (Text("In the box"),), (Text("more"),), (Text("After"),)]
    (warning,) = read.warnings
    assert (warning.code, warning.place.paragraph) == ("text-box", "Text")
    assert "“In the box”" in warning.message


def test_old_text_boxes_and_pictures_in_boxes_print_too() -> None:
    text = f"<v:textbox><w:txbxContent>{p('Old')}</w:txbxContent></v:textbox>"
    old = f"<w:r><w:pict><v:shape>{text}</v:shape></w:pict></w:r>"
    read = Read(p(old) + p(box(p(drawing(PNG)))), files=FILES)
    assert [block.inlines for block in read.blocks if isinstance(block, Paragraph)] == [(), (Text("Old"),), (), (BARS,)]
    assert read.warned == ["text-box", "text-box"]


def test_an_empty_text_box_is_nothing() -> None:
    assert Read(p(r("x"), box(p()))).warned == []
