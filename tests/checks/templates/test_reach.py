"""What a template would make every report fetch or run: docxtpl hands it on, and here it is let in nowhere."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from checks.templates.test_template import errors, judged
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docxtpl import DocxTemplate
from word.filling import TEMPLATE, filled, template
from word.tiny_docx import NAMESPACES, field
from word.word_files import saved

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ADDRESS = "http://127.0.0.1:9/evil"


def reaching(kind: str, target: str = ADDRESS) -> WordDocument:
    document = template("Words")
    document.part.relate_to(target, f"{OFFICE}/{kind}", is_external=True)
    return document


def carrying(kind: str) -> WordDocument:
    document = template("Words")
    part = Part(PackURI("/word/embeddings/x.bin"), "application/octet-stream", b"x", document.part.package)
    document.part.relate_to(part, f"{OFFICE}/{kind}")
    return document


def with_field(xml: str) -> WordDocument:
    document = template("Words")
    document.element.body[0].append(parse_xml(f"<w:r {NAMESPACES}>{xml}</w:r>"))
    return document


def found(document: WordDocument) -> list[str]:
    return [problem.message for problem in judged(document) if problem.code == "template-reach"]


@pytest.mark.parametrize("kind", ["image", "oleObject", "aFChunk", "subDocument", "frame", "video", "mailMergeSource"])
def test_what_lies_outside_is_an_error_that_docxtpl_hands_on(kind: str) -> None:
    assert found(reaching(kind)) == [f"it brings in what lies outside of it, at “{ADDRESS}” ({kind})"]
    bare = DocxTemplate(io.BytesIO(saved(reaching(kind))))
    bare.render({})
    assert ADDRESS in {one._target for one in bare.docx.part.rels.values()}


def test_what_lies_outside_is_found_in_a_head_too() -> None:
    document = template("Words")
    document.sections[0].header.is_linked_to_previous = False
    document.sections[0].header.part.relate_to(ADDRESS, f"{OFFICE}/image", is_external=True)
    assert len(found(document)) == 1


def test_a_link_that_somebody_may_follow_is_none() -> None:
    assert found(reaching("hyperlink")) == []


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("oleObject", "an embedded object"),
        ("package", "an embedded document"),
        ("control", "an ActiveX control"),
        ("aFChunk", "a document in another format"),
    ],
)
def test_what_is_embedded_is_an_error(kind: str, what: str) -> None:
    assert found(carrying(kind)) == [f"there is {what} in it, which every report would carry"]


@pytest.mark.parametrize(
    "kind", ["INCLUDETEXT", "includepicture", "DDEAUTO", "DDE", "LINK", "DATABASE", "RD", "IMPORT"]
)
def test_a_field_that_fetches_is_an_error(kind: str) -> None:
    simple = template("Words")
    simple.element.body[0].append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {kind} x "/>'))
    for document in (simple, with_field(field(f'{kind} "{ADDRESS}"', "x"))):
        assert found(document) == [f"the field {kind.upper()} brings in what lies outside of the file"]


def test_a_field_whose_letters_are_spread_over_runs_is_found() -> None:
    split = "".join(f"<w:r><w:instrText>{letter}</w:instrText></w:r>" for letter in "DDEAUTO x")
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "end"))
    assert len(found(with_field(begin + split + end))) == 1


def test_a_field_whose_kind_another_field_works_out_is_an_error() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "end"))
    inner = field("QUOTE 68 68 69", "DDE")
    assert found(with_field(begin + inner + end)) == [
        "a field whose kind another field works out brings in what lies outside of the file"
    ]
    argument = begin + "<w:r><w:instrText> IF </w:instrText></w:r>" + inner + end
    assert found(with_field(argument)) == []


def test_the_usual_fields_are_none() -> None:
    for kind in ("PAGE", "TOC", "REF x", "DATE", "STYLEREF 1", "SEQ Table", "HYPERLINK x"):
        assert found(with_field(field(kind, "x"))) == []


def test_the_template_of_a_template_is_forgotten_in_the_report(tmp_path: Path) -> None:
    document = template(*TEMPLATE)
    settings = document.part.part_related_by(f"{OFFICE}/settings")
    identifier = settings.relate_to(f"{ADDRESS}.dotm", f"{OFFICE}/attachedTemplate", is_external=True)
    named = parse_xml(f'<w:attachedTemplate {nsdecls("w", "r")} r:id="{identifier}"/>')
    document.settings.element.insert(0, named)
    assert found(document) == []
    data = filled(tmp_path, {"foreword": "# Foreword\n\nWords"}, document).data
    assert docx.Document(io.BytesIO(data)).settings.element.find(qn("w:attachedTemplate")) is None
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not any(b"evil" in package.read(name) for name in package.namelist())


def test_a_comment_that_nobody_sees_is_not_carried_out(tmp_path: Path) -> None:
    document = template(*TEMPLATE)
    document.element.body.insert(0, parse_xml("<x><!-- {{ ''.__class__ }} {% for %} --></x>")[0])
    assert filled(tmp_path, {"foreword": "# Foreword\n\nWords"}, document).data


def test_more_braces_than_anybody_writes_are_an_error_at_once() -> None:
    assert any("10,000 opening braces" in one for one in errors("{" * 10_001))
