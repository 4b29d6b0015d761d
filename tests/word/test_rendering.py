"""Templates as people save them: other kinds of Word file, properties with tags, cells without properties."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from word.filling import REPORT, TEMPLATE, Filled, add, faults, filled, reopened, template
from word.tiny_docx import NAMESPACES, p
from word.word_files import saved

from reportgen.problems import InputError, Problems
from reportgen.word.template import Template

SAID = {"executive-summary": "# E\n\nX.\n"}


def resaved(folder: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """The usual template with its parts changed, by name and content."""
    path = folder / "changed.docx"
    with zipfile.ZipFile(io.BytesIO(saved(template(*TEMPLATE)))) as package, zipfile.ZipFile(path, "w") as made:
        for name in package.namelist():
            made.writestr(name, change(name, package.read(name)))
    return path


def test_a_template_of_words_own_kind_is_filled_as_a_document(tmp_path: Path) -> None:
    path = resaved(tmp_path, lambda name, part: part.replace(b"document.main+xml", b"template.main+xml"))
    made = Template(path, Problems()).render({"report": {"title": "X"}, "missions": []} | dict.fromkeys(_PARTS))
    assert made.part.content_type.endswith("wordprocessingml.document.main+xml")


def test_a_strict_word_file_is_refused_with_the_remedy(tmp_path: Path) -> None:
    old, new = b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"
    path = resaved(tmp_path, lambda name, part: part.replace(old, new))
    with pytest.raises(InputError) as caught:
        Template(path, Problems())
    (problem,) = caught.value.problems
    assert str(problem).startswith("changed.docx: this kind of Word file cannot be filled in")
    assert "(.docx)" in (problem.hint or "")


def described(folder: Path, comments: str, title: str) -> Filled:
    word = template(*TEMPLATE)
    word.core_properties.comments, word.core_properties.title = comments, "{{ report.title }}"
    return filled(folder, SAID, word, report_yaml=REPORT.replace("Rivers & <coast>", title))


def test_tags_in_properties_give_plain_words_of_the_length_that_word_keeps(tmp_path: Path) -> None:
    assert reopened(described(tmp_path, "On {{ report.title }}", "A & <b>")).core_properties.comments == "On A & <b>"
    long = reopened(described(tmp_path, "On {{ report.title }}", "word " * 80)).core_properties.comments
    assert len(long) <= 255 and long.startswith("On word word") and long.endswith("…")


def test_an_unknown_name_in_a_property_is_an_error(tmp_path: Path) -> None:
    word = template(*TEMPLATE)
    word.core_properties.comments = "{{ report.titel }}"
    (fault,) = faults(tmp_path, SAID, word)
    assert "in the file’s properties: there is no “titel” in it. Did you mean “title”?" in fault


@pytest.mark.parametrize("properties", [None, ()])
def test_a_cell_without_properties_takes_its_colour(tmp_path: Path, properties: tuple[()] | None) -> None:
    word = coloured(properties)
    fills = [shade.get(qn("w:fill")) for shade in reopened(filled(tmp_path, SAID, word)).element.body.iter(qn("w:shd"))]
    assert {"00703C", "B52213"} <= set(fills)


def coloured(properties: tuple[()] | None) -> WordDocument:
    word = template()
    add(word, ("Caption", "{{ tables.summary.label }}"))
    row = ["{% cellbg row.rating.fill %}{{ row.rating.word }}", "x"]
    add(word, (["{%tr for row in tables.summary.rows %}", ""], row, ["{%tr endfor %}", ""]))
    for cell in word.element.body.iter(qn("w:tc")):
        if cell.tcPr is not None:
            cell.remove(cell.tcPr)
        if properties is not None:
            cell.insert(0, OxmlElement("w:tcPr"))
    return word


def test_a_bookmarks_mark_may_stand_between_caption_and_table(tmp_path: Path) -> None:
    word = template(*TEMPLATE)
    table = word.tables[0]._tbl
    for kind in ("bookmarkStart", "bookmarkEnd"):
        mark = OxmlElement(f"w:{kind}", {qn("w:id"): "7", **({qn("w:name"): "x"} if kind == "bookmarkStart" else {})})
        table.addprevious(mark)
    assert len(filled(tmp_path, SAID, word).tables) == 1


_PARTS = (
    *("foreword", "executive_summary", "introduction", "mission_analysis", "inclusive_growth", "conclusion"),
    *("tables", "merged", "rule"),
)


def test_a_note_of_a_template_with_several_sections_is_read_once(tmp_path: Path) -> None:
    document = template("Words")
    document.add_section()
    document.add_section()
    note = f'<w:footnotes {NAMESPACES}><w:footnote w:id="5">{p("{{ x }}")}</w:footnote></w:footnotes>'
    name, package = PackURI("/word/footnotes.xml"), document.part.package
    part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, note.encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    (tmp_path / "noted.docx").write_bytes(saved(document))

    def said(made: WordDocument) -> str:
        return made.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES).blob.decode()

    bare = DocxTemplate(tmp_path / "noted.docx")
    bare.render({"x": "{{ 6 * 7 }}"})
    assert ">42<" in said(bare.docx)
    assert ">{{ 6 * 7 }}<" in said(Template(tmp_path / "noted.docx", Problems()).render({"x": "{{ 6 * 7 }}"}))
