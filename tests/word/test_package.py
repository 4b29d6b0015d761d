"""Opening a Word file: what is refused, and in which words."""

from __future__ import annotations

import io
import zipfile

import pytest
from word import tiny_docx as tiny
from word.tiny_docx import p, tiny_docx, zipped

from reportgen.document import Paragraph, Text
from reportgen.problems import InputError, Place, Problems
from reportgen.word.package import open_package
from reportgen.word.reader import read_word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as raised:
        read_word(data, "x.docx", Problems())
    return str(raised.value)


def changed(data: bytes, part: str, content: bytes | None) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    if content is None:
        del parts[part]
    else:
        parts[part] = content
    return zipped(parts)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "file is empty"),
        (b"Dear all, \xff", "no Word file"),
        (b"PK\x03\x04 cut short", "cut off"),
        (b"{\\rtf1 Hello}", "Rich Text"),
        (OLE + b"\0" * 500, "of the old kind (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "has a password"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "an OpenDocument file"),
        (
            b'<?xml version="1.0"?><o:x xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
            "an OpenDocument file",
        ),
        (b"\x03Ann".ljust(54) + b"\x03\0A\0n\0n\0".ljust(108, b"\0"), "beside a document that is open"),
    ],
)
def test_what_is_no_word_file_is_refused_in_plain_words(data: bytes, words: str) -> None:
    assert words in refusal(data)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "macros"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "not a Word document"),
    ],
)
def test_other_office_files_are_refused(kind: str, words: str) -> None:
    assert words in refusal(tiny_docx(p("x"), main_type=kind))


def test_a_template_can_be_read() -> None:
    kind = tiny.MAIN_TYPE.replace("document.main", "template.main")
    assert read_word(tiny_docx(p("x"), main_type=kind), "x.dotx", Problems()).document.blocks


def test_a_part_that_is_broken_is_named() -> None:
    data = changed(tiny_docx(p("x")), "word/document.xml", b"<w:document>")
    assert "word/document.xml" in refusal(data)


def test_a_missing_main_part_is_no_traceback() -> None:
    assert "no Word file" in refusal(changed(tiny_docx(p("x")), "word/document.xml", None))


def test_a_document_type_definition_is_refused() -> None:
    evil = b'<!DOCTYPE w [<!ENTITY file SYSTEM "file:///etc/hostname">]><w>&file;</w>'
    assert "document type definition" in refusal(changed(tiny_docx(p("x")), "word/document.xml", evil))


def test_too_many_parts_are_refused() -> None:
    assert "more than 1,000 parts" in refusal(tiny_docx(p("x"), files={f"{n}.png": b"" for n in range(1000)}))


def test_a_file_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.packages.MOST_BYTES", 100_000)
    assert "unpacked" in refusal(with_bytes(200_000))
    monkeypatch.setattr("reportgen.packages.MOST_BYTES", 100)
    assert "the file is larger than" in refusal(tiny_docx(p("x")))


def with_bytes(count: int) -> bytes:
    data = io.BytesIO(tiny_docx(p("x")))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("x.bin", bytes(count))
    return data.getvalue()


def test_the_strict_variant_is_read_like_the_other() -> None:
    with zipfile.ZipFile(io.BytesIO(tiny_docx(p("Strict")))) as package:
        parts = {name: _as_strict(package.read(name)) for name in package.namelist()}
    document = read_word(zipped(parts), "strict.docx", Problems()).document
    assert document.blocks == (Paragraph((Text("Strict"),), "Normal"),)


def test_names_of_parts_are_the_same_in_any_case_and_with_either_slash() -> None:
    with zipfile.ZipFile(io.BytesIO(tiny_docx(p("x")))) as package:
        parts = {name.replace("/document", "\\Document"): package.read(name) for name in package.namelist()}
    assert open_package(zipped(parts), "x.docx", Problems()).main.root is not None


def test_what_was_met_before_travels_with_the_refusal() -> None:
    problems = Problems()
    problems.warn("earlier", Place("report.yaml"), "met before")
    with pytest.raises(InputError) as raised:
        read_word(b"", "x.docx", problems)
    assert [problem.code for problem in raised.value.problems] == ["earlier", "not-word"]


def test_an_unforeseen_fault_in_a_file_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("unforeseen")

    monkeypatch.setattr("reportgen.word.reader.Manuscript.of", fail)
    assert "damaged" in refusal(tiny_docx(p("x")))


def _as_strict(data: bytes) -> bytes:
    plain = b"http://schemas.openxmlformats.org/"
    for area in (b"wordprocessingml", b"officeDocument", b"drawingml"):
        data = data.replace(plain + area + b"/2006/", b"http://purl.oclc.org/ooxml/" + area + b"/")
    return data


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("http://127.0.0.1:9/evil.dotm", True),
        ("file://server/share/brand.dotm", True),
        ("\\\\server\\share\\brand.dotm", True),
        ("file:///C:\\Users\\ann\\Templates\\brand.dotm", False),
        ("Normal.dotm", False),
    ],
)
def test_a_template_elsewhere_is_told_of_and_not_fetched(target: str, told: bool) -> None:
    settings = {"settings": '<w:attachedTemplate r:id="t"/>'}
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    relation = f'<Relationship Id="t" Type="{tiny.OFFICE}/attachedTemplate" Target="{target}" TargetMode="External"/>'
    relations = f'<Relationships xmlns="{uri}">{relation}</Relationships>'.encode()
    data = changed(tiny_docx(p("x"), settings), "word/_rels/settings.xml.rels", relations)
    problems = Problems()
    read_word(data, "x.docx", problems)
    assert [problem.code for problem in problems] == (["remote-template"] if told else [])
