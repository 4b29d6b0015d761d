"""Hostile Word files, through every command that takes one: each ends soon and in little memory, with a word."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from conftest import EDITIONS
from edition.conftest import MINIMAL
from security.limits import reportgen
from word.tiny_docx import NAMESPACES, p, tiny_docx, zipped

from reportgen import resources
from reportgen.cli import run

BODY = f"<w:document {NAMESPACES}><w:body>{{}}</w:body></w:document>"
LOOPS = "{% for a in range(1000) %}" * 3 + "{% endfor %}" * 3
WITHIN = 70  # tables


def of(content: str) -> bytes:
    """A Word file whose body is this, packed as small as bombs are."""
    with zipfile.ZipFile(io.BytesIO(tiny_docx(""))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in (parts | {"word/document.xml": BODY.format(content).encode()}).items():
            package.writestr(name, part)
    return packed.getvalue()


def with_part(name: str, part: bytes) -> bytes:
    data = io.BytesIO(tiny_docx(p("Words")))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, part)
    return data.getvalue()


FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a bomb of one part": (lambda: with_part("x.bin", bytes(250_000_000)), "larger than 200 MB"),
    "a bomb of XML": (lambda: of("<w:p/>" * 20_000_000), "larger than reports are"),
    "a million paragraphs": (lambda: of(p("a") * 1_000_000), "larger than"),
    "laughs": (
        lambda: with_part("word/x.xml", b"<!DOCTYPE x [<!ENTITY a 'ha'>]><x>&a;</x>"),
        "document type definition",
    ),
    "an entity of a file": (
        lambda: with_part("word/x.xml", b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"),
        "document type definition",
    ),
    "macros": (lambda: with_part("word/vbaProject.bin", b"x"), "macros"),
    "a path out of it": (lambda: with_part("../../evil", b"x"), "outside of it"),
    "elements within elements": (lambda: of("<w:smartTag>" * 100_000 + "</w:smartTag>" * 100_000), "damaged"),
}


ONCE = ("a bomb of XML", "an entity of a file", "macros")  # is often enough for commands that open files alike


@pytest.mark.parametrize(
    ("command", "name"), [("pdf", name) for name in FILES] + list(product(["template", "build", "check"], ONCE))
)
def test_a_hostile_word_file_is_refused_soon_and_in_little_memory(command: str, name: str, tmp_path: Path) -> None:
    words = FILES[name][1]
    (tmp_path / "evil.docx").write_bytes(_made(name))
    ended = reportgen(_arguments(command, tmp_path), tmp_path, seconds=10, memory=2_000)
    assert ended.status == 1, ended.said
    assert words in ended.said
    assert "evil.docx" in ended.said
    assert "root:" not in ended.said


@pytest.mark.parametrize("command", ["pdf", "template", "build"])
def test_a_word_file_of_six_gigabytes_is_not_read_to_its_end(command: str, tmp_path: Path) -> None:
    with (tmp_path / "evil.docx").open("wb") as file:
        file.truncate(6_000_000_000)  # of which nothing is on the disk
    ended = reportgen(_arguments(command, tmp_path), tmp_path, seconds=10, memory=2_000)
    assert ended.status == 1, ended.said
    assert "larger than 200 MB" in ended.said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<w:tbl><w:tr><w:tc>" * WITHIN + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * WITHIN, "within each other so deeply"),
        ('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>', "Wrote"),
        ('<w:p><w:pPr><w:ind w:left="99999999999"/></w:pPr><w:r><w:rPr><w:sz w:val="999999999"/></w:rPr>'
         "<w:t>a</w:t></w:r></w:p>", ""),
        ('<w:p/><w:sectPr><w:pgSz w:w="1" w:h="1"/><w:cols w:num="1000000"/></w:sectPr>', "Wrote"),
        ("<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + "</w:p>", "Wrote"),
    ],
    ids=["tables", "span", "lengths", "paper", "fields"],
)  # fmt: skip
def test_what_a_file_says_of_its_sizes_does_not_break_the_printing(content: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "evil.docx").write_bytes(of(content))
    ended = reportgen(_arguments("pdf", tmp_path), tmp_path, seconds=20)
    assert ended.status in (0, 1), ended.said
    assert said in ended.said
    assert "did not expect" not in ended.said


@pytest.mark.usefixtures("work_beside_here")
@pytest.mark.parametrize("place", ["body", "comment", "attribute", "head", "property"])
def test_loops_in_a_template_are_stopped_wherever_they_stand(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "evil.docx").write_bytes(_looping(place))
    monkeypatch.chdir(tmp_path)
    status, said = run(_arguments("build", tmp_path)), capsys.readouterr().err
    assert status == (0 if place == "comment" else 1), said  # a comment is left out of the report
    assert ("goes round too often" in said) == (place != "comment")


@cache
def _made(name: str) -> bytes:
    return FILES[name][0]()


def _arguments(command: str, folder: Path) -> list[str]:
    edition, _ = EDITIONS["second"]
    if command == "build":
        return _with_template(folder, folder / "evil.docx")
    return {
        "pdf": ["pdf", "evil.docx"],
        "template": ["template", "evil.docx"],
        "check": ["check", str(edition), "--word", "evil.docx"],
    }[command]


def _with_template(folder: Path, path: Path) -> list[str]:
    """An edition whose template lies there."""
    (folder / "edition").mkdir()
    for name, text in (MINIMAL | {"report.yaml": f"{MINIMAL['report.yaml']}\ntemplate: {path}\n"}).items():
        (folder / "edition" / name).write_text(text, encoding="utf-8")
    return ["build", "edition"]


def _looping(place: str) -> bytes:
    """The shipped template, with loops there."""
    with zipfile.ZipFile(io.BytesIO(resources.template("evidence-report").read_bytes())) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    body, head, properties = "word/document.xml", "word/header1.xml", "docProps/core.xml"
    before = parts[body].rindex("<w:sectPr")
    inside = {
        "body": p(LOOPS),
        "comment": f"<!-- {LOOPS} -->",
        "attribute": f'<w:bookmarkStart w:id="991" w:name="{LOOPS}"/><w:bookmarkEnd w:id="991"/>',
    }.get(place, "")
    parts[body] = parts[body][:before] + inside + parts[body][before:]
    if place == "head":
        parts[head] = parts[head].replace("</w:hdr>", f"{p(LOOPS)}</w:hdr>")
    if place == "property":
        parts[properties] = parts[properties].replace("<dc:title>", f"<dc:title>{LOOPS}")
    return zipped({name: part.encode() for name, part in parts.items()})
