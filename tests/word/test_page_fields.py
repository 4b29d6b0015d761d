"""What fields say that follow from the layout: pages in the form of their section, how many there are."""

from __future__ import annotations

from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from word.docx_checks import read_fields
from word.test_settling import bookmarked, document_of, field, paragraph, results, words

from reportgen.word.fields import settle
from reportgen.word.notes import Notes
from reportgen.word.page_fields import settle_pages
from reportgen.word.results import isolate_marks


def test_a_page_is_said_as_its_section_numbers_it() -> None:
    document = document_of(paragraph(bookmarked("a", words("A"), 1)))
    document.add_section(WD_SECTION.NEW_PAGE)
    document.element.body.insert(
        -1, _paragraph(bookmarked("b", words("B"), 2) + field("PAGEREF a") + field("PAGEREF b"))
    )
    document.element.body.insert(-1, _paragraph(field("PAGEREF a \\* ROMAN") + field("PAGEREF gone", "7")))
    number = parse_xml(f'<w:pgNumType {nsdecls("w")} w:fmt="lowerRoman"/>')
    document.sections[0]._sectPr.append(number)
    settle(document, notes := Notes(document))
    settle_pages(document, notes, {"a": 4, "b": 4})
    assert results(document) == ["iv", "4", "IV", "7"]


def test_heads_and_feet_say_how_many_pages_there_are() -> None:
    document = document_of(paragraph(words("A")))
    document.add_section(WD_SECTION.NEW_PAGE)
    for section in document.sections:
        section.footer.is_linked_to_previous = False
        simple = f'<w:p {nsdecls("w")}><w:fldSimple w:instr=" SECTIONPAGES "/><w:fldSimple w:instr="NUMPAGES"/></w:p>'
        section.footer._element.append(parse_xml(simple))
        isolate_marks(section.footer._element)
    settle(document, notes := Notes(document))
    settle_pages(document, notes, {}, (2, 9), 11)
    said = [read_fields(section.footer._element) for section in document.sections]
    assert said == [[("SECTIONPAGES", "2"), ("NUMPAGES", "11")], [("SECTIONPAGES", "9"), ("NUMPAGES", "11")]]


def _paragraph(content: str):  # type: ignore[no-untyped-def]
    return parse_xml(f"<w:p {nsdecls('w')}>{content}</w:p>")
