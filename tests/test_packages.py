"""Zip packages that no honest program writes: each is opened by the bare libraries, and refused here in a word."""

from __future__ import annotations

import io
import struct
import time
import warnings
import zipfile
from collections.abc import Sequence

import docx
import pytest
from word.tiny_docx import NAMESPACES, p, tiny_docx, zipped
from word.word_files import blank_document, saved

from reportgen.packages import look_over

Parts = Sequence[tuple[str, bytes]]
SIZE = 40_000_000  # unpacked; enough to see it on the bare libraries without waiting


def packed(*more: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A good Word file with more parts."""
    data = io.BytesIO(saved(blank_document()))
    with warnings.catch_warnings(), zipfile.ZipFile(data, "a", method) as package:
        warnings.simplefilter("ignore")  # of two parts of one name
        for name, part in more:
            package.writestr(name, part)
    return data.getvalue()


def body(content: str) -> bytes:
    return f"<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>".encode()


def refusal(data: bytes) -> str:
    started = time.monotonic()
    fault = look_over(data)
    assert time.monotonic() - started < 5
    assert fault is not None
    return f"{fault.code}: {fault.message}"


def test_a_good_file_is_let_in() -> None:
    assert look_over(packed()) is None
    assert look_over(tiny_docx(p("x"))) is None


def test_a_bomb_of_one_part_is_refused_that_the_bare_library_unpacks() -> None:
    assert len(zipfile.ZipFile(io.BytesIO(packed(("x.bin", bytes(SIZE))))).read("x.bin")) == SIZE
    assert "larger than 200 MB" in refusal(packed(("x.bin", bytes(201_000_000))))


def test_a_bomb_of_many_parts_is_refused() -> None:
    assert "larger than 200 MB" in refusal(packed(*((f"{n}.bin", bytes(1_000_000)) for n in range(201))))
    assert "more than 1,000 parts" in refusal(packed(*((f"{n}.bin", b"") for n in range(1_000))))


def test_a_bomb_of_xml_is_refused_that_python_docx_makes_a_tree_of() -> None:
    def of(count: int) -> bytes:
        return zipped(_without_document() | {"word/document.xml": body("<w:p/>" * count)})

    assert len(docx.Document(io.BytesIO(of(200_000))).element.body) == 200_000
    assert "larger than reports are" in refusal(of(2_000_001))


def test_parts_that_overlap_are_refused() -> None:
    data = packed(("x.bin", bytes(SIZE)))
    assert "overlap" in refusal(_with_a_second_entry(data, b"x.bin", b"y.bin"))


def test_a_bomb_in_a_bomb_is_only_a_part_that_nobody_opens() -> None:
    assert look_over(packed(("word/inner.docx", packed(("x.bin", bytes(SIZE)))))) is None


@pytest.mark.parametrize("name", ["word/document.xml", "Word/Document.xml", "word\\document.xml", "/word/document.xml"])
def test_two_parts_of_one_name_are_refused_of_which_python_docx_reads_one(name: str) -> None:
    assert "2 parts of one name" in refusal(packed((name, body(p("Another")))))
    doubled = packed(("word/document.xml", body("<w:p><w:r><w:t>Another</w:t></w:r></w:p>")))
    assert [one.text for one in docx.Document(io.BytesIO(doubled)).paragraphs] == ["Another"]


@pytest.mark.parametrize("name", ["../evil.txt", "word/../../evil.txt", "..\\evil.txt"])
def test_a_part_that_is_to_lie_outside_is_refused(name: str) -> None:
    assert "outside of it" in refusal(packed((name, b"x")))


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "WORD/VBAPROJECT.BIN", "word/vbaData.xml"])
def test_macros_are_refused_whatever_the_file_calls_itself(name: str) -> None:
    assert refusal(packed((name, b"x"))) == "macros: there are macros in the file"


def test_a_part_with_a_password_is_refused() -> None:
    data = bytearray(packed(("x.bin", b"x")))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)) == "password: the file has a password"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_unpacks_without_end_is_refused(method: int) -> None:
    assert "strange way" in refusal(packed(("x.xml", b"<x/>"), method=method))


LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><x>&b;</x>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><x>&a;</x>"


@pytest.mark.parametrize(
    "part",
    [
        LAUGHS.encode(),
        OUTSIDE.encode(),
        b"\xef\xbb\xbf\n" + OUTSIDE.encode(),
        b"<!DOCTYPE x SYSTEM 'http://127.0.0.1/x.dtd'><x/>",
        OUTSIDE.encode("utf-16"),
        OUTSIDE.encode("utf-16-be"),
        OUTSIDE.encode("utf-16-le"),
    ],
)
@pytest.mark.parametrize("name", ["word/document.xml", "customXml/item9.xml", "docProps/app.xml", "word/x.bin"])
def test_a_document_type_definition_is_refused_in_any_part(name: str, part: bytes) -> None:
    assert f"the part {name} has a document type definition" in refusal(zipped({name: part}))


def test_an_encoding_that_hides_a_definition_is_refused() -> None:
    hidden = b"<?xml version='1.0' encoding='UTF-7'?>" + OUTSIDE.encode("utf-7")
    assert "an encoding" in refusal(packed(("customXml/item9.xml", hidden)))


def test_an_svg_may_say_that_it_is_one_and_define_no_entity() -> None:
    plain = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>'
    assert look_over(packed(("word/media/a.svg", plain))) is None
    assert "document type definition" in refusal(packed(("word/media/a.svg", LAUGHS.encode())))


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04" + bytes(100), packed()[:-30]])
def test_what_is_no_whole_package_is_damaged(data: bytes) -> None:
    assert refusal(data) == "damaged: the file is cut off, or badly damaged"


def test_a_part_that_lies_about_its_size_is_damaged() -> None:
    data = bytearray(packed(("x.xml", b"<x>" + b" " * 1000 + b"</x>")))
    struct.pack_into("<I", data, data.rindex(b"PK\x01\x02") + 24, 100)
    assert "x.xml cannot be read" in refusal(bytes(data))


def _without_document() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(saved(blank_document()))) as package:
        return {name: package.read(name) for name in package.namelist() if name != "word/document.xml"}


def _with_a_second_entry(data: bytes, name: bytes, other: bytes) -> bytes:
    """The list of parts names what it holds a second time, under another name of the same length."""
    start = data.rindex(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    entry = data[start:end].replace(name, other)
    closing = bytearray(data[end:])
    for at, more in ((8, 1), (10, 1)):
        struct.pack_into("<H", closing, at, struct.unpack_from("<H", closing, at)[0] + more)
    struct.pack_into("<I", closing, 12, struct.unpack_from("<I", closing, 12)[0] + len(entry))
    return data[:end] + entry + bytes(closing)
