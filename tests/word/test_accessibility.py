"""Microsoft's rules: what each of them finds in a file that breaks it, so that an empty list means something."""

from __future__ import annotations

import io
import re

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import RGBColor
from word.accessibility_checks import check_accessibility
from word.word_files import blank_document, png, saved

LINK = '<w:hyperlink {} w:anchor="x"><w:r><w:t>{}</w:t></w:r></w:hyperlink>'


def sound() -> WordDocument:
    document = blank_document()
    document.core_properties.title = "A report"
    document.add_paragraph("Part", "Heading 1")
    document.add_paragraph("Words.", "Body Text")
    return document


def findings(document: WordDocument, *, plain: bool = False) -> list[str]:
    """But for the pale styles that python-docx's own document has."""
    usual = check_accessibility(saved(sound()))
    return [one for one in check_accessibility(saved(document), plain=plain) if one not in usual]


@pytest.mark.parametrize(
    ("style", "words", "found"),
    [
        ("Heading 3", "Deep", "of level 3 follows level 1"),
        ("Heading 2", "", "is empty"),
        ("Body Text", "", "an empty paragraph after 'Words.'"),
        ("Body Text", "a    b", "blanks make space"),
        ("Body Text", "a\t\tb", "blanks make space"),
        ("Body Text", "• one", "a typed list"),
        ("Body Text", "1. one", "a typed list"),
    ],
)
def test_headings_blanks_and_typed_lists_are_found(style: str, words: str, found: str) -> None:
    document = sound()
    document.add_paragraph(words, style)
    assert any(found in one for one in findings(document))


@pytest.mark.parametrize("words", ["https://example.org", "here", "Click here.", ""])
def test_links_that_do_not_say_where_they_lead_are_found(words: str) -> None:
    document = sound()
    document.paragraphs[-1]._p.append(parse_xml(LINK.format(nsdecls("w"), words)))
    assert findings(document) == [f"the words of a link are {words!r}"]


@pytest.mark.parametrize(("said", "found"), [("", "has no alternative text"), ("chart1.png", "names a file")])
def test_pictures_without_words_are_found(said: str, found: str) -> None:
    document = sound()
    picture = document.add_paragraph(style="Figure").add_run().add_picture(io.BytesIO(png()))
    picture._inline.docPr.set("descr", said)
    assert [found in one for one in findings(document)] == [True]


def test_tables_without_header_or_words_and_with_merged_or_empty_cells_are_found() -> None:
    document = sound()
    table = document.add_table(3, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = "a", "b"
    table.cell(0, 0).merge(table.cell(0, 1))
    said = " ".join(findings(document, plain=True))
    for found in ("no alternative text", "does not begin with its header rows", "has an empty row", "merged cells"):
        assert found in said
    assert "merged cells" not in " ".join(findings(document))


def test_pale_words_a_missing_title_and_a_lock_are_found() -> None:
    document = docx.Document(io.BytesIO(saved(sound())))
    document.core_properties.title = ""
    document.add_paragraph(style="Body Text").add_run("pale").font.color.rgb = RGBColor(0xCC, 0xCC, 0xCC)
    document.settings.element.append(parse_xml(f"<w:documentProtection {nsdecls('w')}/>"))
    said = "\n".join(findings(document))
    assert re.search("no title.*locked.*contrast", said, re.DOTALL)
