"""Contents, and lists of tables and figures: full when the Word file is opened, with the page numbers of the PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from conftest import CHECKOUT, work_here
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from openxml_audit import OpenXmlValidator
from word.accessibility_checks import check_accessibility
from word.docx_checks import Element, W, check_docx, read_fields

from reportgen import resources
from reportgen.build import Built, build

MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
LISTS = {
    'TOC \\h \\z \\c "Table"': "TableofFigures",
    'TOC \\c "Figure"': "TableofFigures",
    'TOC \\h \\z \\t "Heading 1;1;Heading 3;2"': "TOC1",
    'TOC \\h \\z \\c "Equation"': "TableofFigures",
}


def field(instruction: str) -> str:
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    result = "<w:r><w:t>Press F9.</w:t></w:r>"
    return f"{MARK.format('begin')}{code}{MARK.format('separate')}{result}{MARK.format('end')}"


def paragraph(style: str, content: str) -> Element:
    return parse_xml(f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>')


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def template_with_lists(path: Path) -> None:
    """The shipped one with lists after its contents, on pages with Roman numbers, and a heading there."""
    document = docx.Document(str(resources.template("evidence-report")))
    body = document.element.body
    contents = next(body.iter(qn("w:sdt")))
    contents.addprevious(paragraph("Heading1", words("How to read this report")))
    after = [paragraph("BodyText", f"{words('Pages: ')}{field('NUMPAGES')}{words(', here: ')}{field('SECTIONPAGES')}")]
    for instruction, style in LISTS.items():
        after += [paragraph("TOCHeading", words(instruction)), paragraph(style, field(instruction))]
    for one in reversed(after):
        contents.addnext(one)
    columns = list(body.iter(qn("w:sectPr")))[1].find(qn("w:cols"))
    columns.addprevious(parse_xml(f'<w:pgNumType {nsdecls("w")} w:fmt="lowerRoman"/>'))
    document.save(str(path))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("lists") / "rivers"
    shutil.copytree(CHECKOUT / "tests" / "editions" / "rivers-2023", folder)
    template_with_lists(folder / "lists.docx")
    with (folder / "report.yaml").open("a", encoding="utf-8") as report:
        report.write("\ntemplate: lists.docx\n")
    with work_here():
        return build(folder, folder.parent / "output")


@pytest.fixture(scope="module")
def body(built: Built) -> Element:
    return docx.Document(str(built.paths[0])).element.body


def entries(body: Element, *styles: str) -> list[tuple[str, str]]:
    """Words and page of each entry in these styles; each is one link, with its page in a field."""
    found = []
    for one in body.iter(W + "p"):
        style = one.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(W + "val") in styles:
            (link,) = one.iterfind(W + "hyperlink")
            (page,) = (
                result for code, result in read_fields(link) if code.startswith(f"PAGEREF {link.get(W + 'anchor')}")
            )
            found.append(("".join(text.text or "" for text in link.iter(W + "t")).removesuffix(page), page))
    return found


def test_the_file_is_valid_and_asks_for_nothing(built: Built) -> None:
    data = built.paths[0].read_bytes()
    assert OpenXmlValidator().validate(str(built.paths[0])).errors == []
    assert check_docx(data) == check_accessibility(data) == []


def test_lists_of_tables_and_figures_name_every_caption(body: Element) -> None:
    listed = [said for said, _ in entries(body, "TableofFigures")]
    captions = ["".join(one.itertext(W + "t")) for one in body.iter(W + "p") if _style(one) == "Caption"]
    tables, figures = ([one for one in captions if one.startswith(label)] for label in ("Table", "Figure"))
    assert listed == [*tables, *figures] and tables and figures


def test_a_list_with_nothing_in_it_is_left_out_with_its_heading(body: Element) -> None:
    headings = ["".join(one.itertext(W + "t")) for one in body.iter(W + "p") if _style(one) == "TOCHeading"]
    assert headings == ["Contents", *list(LISTS)[:3]]


def test_page_numbers_are_those_that_the_pdf_prints(built: Built, body: Element) -> None:
    pages = _pages(built.paths[1])
    front = next(at for at, page in enumerate(pages) if "Ap_Rhys" in page)  # signs the foreword, on page 1
    found = [(said, page) for said, page in entries(body, "TOC1", "TOC2", "TableofFigures") if page.isdecimal()]
    assert len(found) > 15
    for said, page in found:
        assert _plain(said) in _plain(pages[front + int(page) - 1]), said
    assert ("How to read this report", "ii") in entries(body, "TOC1")


def test_how_many_pages_there_are_is_saved_too(built: Built, body: Element) -> None:
    pages = _pages(built.paths[1])
    front = next(at for at, page in enumerate(pages) if "Ap_Rhys" in page)
    saved = dict(read_fields(body))
    assert (saved["NUMPAGES"], saved["SECTIONPAGES"]) == (str(built.pages), str(front - 1))  # the cover has a section


def _style(found: Element) -> str | None:
    style = found.find(f"{W}pPr/{W}pStyle")
    return style.get(W + "val") if style is not None else None


def _pages(pdf: Path) -> list[str]:
    said = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    return said.split("\f")[:-1]


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text)


def test_word_offers_to_update_the_table_and_its_navigation_pane_shows_the_headings(
    built: Built, body: Element
) -> None:
    (control,) = body.iter(W + "sdt")
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    assert gallery is not None and gallery.get(W + "val") == "Table of Contents"
    assert [code.split()[0] for code, _ in read_fields(control)].count("TOC") == 1
    styles = {style.style_id: style for style in docx.Document(str(built.paths[0])).styles}
    headings = [one for one in body.iter(W + "p") if re.fullmatch("Heading[1-9]", _style(one) or "")]
    levels = [styles[_style(one)].element.find(f"{W}pPr/{W}outlineLvl").get(W + "val") for one in headings]
    assert levels == [str(int(str(_style(one))[-1]) - 1) for one in headings] and len(levels) > 10
