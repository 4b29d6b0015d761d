"""From files to Word and PDF: what the editions come to, in either template, looked at with other people's tools."""

import re
import subprocess
import sys
import zipfile
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from conftest import BuiltEdition
from lxml import etree
from openxml_audit import OpenXmlValidator
from pdf.judges import findings
from pdf.read_aloud import read_aloud, read_tags
from word.accessibility_checks import check_accessibility
from word.docx_checks import check_docx

from reportgen.build import build
from reportgen.document import (
    Caption,
    Contents,
    Document,
    Heading,
    Inline,
    Link,
    NoteCall,
    Paragraph,
    Picture,
    Table,
    Value,
)
from reportgen.edition.edition import read_edition
from reportgen.pdf.words import words
from reportgen.problems import Problems
from reportgen.word.reader import read_word

GOLDENS = Path(__file__).parent / "pdf" / "goldens"


@pytest.fixture(scope="session")
def document(built: BuiltEdition) -> Document:
    problems = Problems()
    read = read_word(built.word.read_bytes(), built.word.name, problems).document
    assert list(problems) == []
    return read


def test_the_word_file_is_valid(built: BuiltEdition) -> None:
    assert OpenXmlValidator().validate(str(built.word)).errors == []
    assert check_docx(built.word.read_bytes()) == []


def test_the_word_file_is_accessible_by_microsofts_rules(built: BuiltEdition) -> None:
    assert check_accessibility(built.word.read_bytes()) == []


def test_the_pdf_is_pdf_ua_and_pdf_a(built: BuiltEdition) -> None:
    assert findings(built.pdf.read_bytes()) == []


def test_the_pdf_has_a_tag_for_all_that_the_word_file_has(built: BuiltEdition, document: Document) -> None:
    with pikepdf.open(built.pdf) as pdf:
        tags = read_tags(pdf)
        inlines = _inlines(document)
        entries = [entry for block in document.blocks if isinstance(block, Contents) for entry in block.entries]
        headings = [f"H{block.level}" for block in document.blocks if isinstance(block, Heading)]
        assert [tag.kind for tag in tags.all(*(f"H{level}" for level in range(1, 7)))] == headings
        assert len(tags.all("TOCI")) == len(entries)
        assert len(tags.all("Table")) == sum(isinstance(block, Table) for block in document.blocks)
        assert [tag.parent.kind for tag in tags.all("Caption") if tag.parent] == [
            block.label for block in document.blocks if isinstance(block, Caption)
        ]
        alts = [inline.alt for inline in inlines if isinstance(inline, Picture)]
        assert [tag.text("Alt") for tag in tags.all("Figure")] == alts and all(alts)
        notes = [tag for tag in tags.all("Note") if tag.text("ID")]
        calls = [inline for inline in inlines if isinstance(inline, NoteCall)]
        assert [tag.words.split()[0] for tag in notes] == [call.number for call in calls if not call.again]
        called = [tag for tag in tags.all("Reference") if tag.parent and tag.parent.kind != "TOCI"]
        assert {str(tag.tags[0].links[0].Dest) for tag in called} == {tag.text("ID") for tag in notes}
        assert len(called) == len(calls)
        heads = {tag.text("ID") for tag in tags.all("TH")}
        for table in tags.all("Table"):
            assert all(tag.attributes["Scope"] in ("/Row", "/Column") for tag in table.all("TH"))
            assert all({*map(str, tag.attributes["Headers"])} <= heads for tag in table.all("TD"))


@pytest.mark.parametrize("built", ["second"], indirect=True)
def test_the_pdf_read_aloud_is_the_same_as_ever(built: BuiltEdition) -> None:
    """The tag tree of the second edition, in order. After a change that is meant, pdf/read_aloud.py makes it anew."""
    with pikepdf.open(built.pdf) as pdf:
        assert read_aloud(pdf) == (GOLDENS / "rivers-2023.txt").read_text(encoding="utf-8")


def test_nothing_of_the_template_is_left_and_word_is_not_asked_to_update(built: BuiltEdition) -> None:
    with zipfile.ZipFile(built.word) as package:
        parts = {name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")}
    said = "".join(etree.fromstring(parts["word/document.xml"].encode()).itertext())
    assert re.findall(r"\{\{|\{%|[\ue000-\uf8ff]", said) == []
    assert [name for name, part in parts.items() if "updateFields" in part or "w:dirty" in part] == []


def test_the_words_of_word_file_and_pdf_are_the_same_in_the_same_order(built: BuiltEdition, document: Document) -> None:
    said = words(document)
    body = _tokens(" ".join(said.body))
    printed = _tokens(_pdf_text(built.pdf))
    changes = SequenceMatcher(None, body, printed, autojunk=False).get_opcodes()
    lost = [body[a:b] for kind, a, b, _, _ in changes if kind in ("delete", "replace")]
    assert lost == []
    more = Counter(token for kind, _, _, c, d in changes if kind == "insert" for token in printed[c:d])
    notes = Counter(_tokens(" ".join([*said.footnotes, *said.endnotes])))
    assert notes - more == Counter()
    furniture = {token.casefold() for token in _furniture(document)}  # a style may print it in capitals
    assert {token.casefold() for token in more - notes} <= furniture


def test_captions_are_numbered_in_the_order_in_which_they_stand(document: Document) -> None:
    captions = [block for block in document.blocks if isinstance(block, Caption)]
    for label in ("Table", "Figure"):
        numbers = [caption.number for caption in captions if caption.label == label]
        assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_a_figure_is_kept_with_its_source_line_and_with_nothing_else(document: Document) -> None:
    blocks = document.blocks
    for caption, picture, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if isinstance(caption, Caption) and isinstance(picture, Paragraph):
            has_source = isinstance(after, Paragraph) and after.style == "Source"
            assert picture.layout.keep_next is (None if has_source else False)


def test_contents_name_every_heading_of_two_levels_with_its_page(built: BuiltEdition, document: Document) -> None:
    found = [block for block in document.blocks if isinstance(block, Contents)]
    if built.template == "board-paper":  # which has none
        assert found == []
        return
    (contents,) = found
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.level <= 2]
    assert [_text(entry.inlines) for entry in contents.entries] == [_text(one.inlines) for one in headings]
    pages = [int(entry.page) for entry in contents.entries]
    assert pages == sorted(pages) and pages[0] >= 1 and pages[-1] <= built.pages


def test_heading_levels_have_no_gap(document: Document) -> None:
    levels = [block.level for block in document.blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_source_is_one_note_however_often_it_is_cited(document: Document) -> None:
    calls = [inline for inline in _inlines(document) if isinstance(inline, NoteCall)]
    first = [call for call in calls if not call.again]
    assert len({_text(call.note.blocks[0].inlines) for call in first}) == len(first)  # type: ignore[union-attr]
    assert any(call.again for call in calls)
    assert {call.number for call in calls if call.again} <= {call.number for call in first}


def test_every_figure_knows_where_it_came_from_and_carries_a_style(document: Document) -> None:
    values = [inline for inline in _inlines(document) if isinstance(inline, Value)]
    places = [value.origin.place for value in values]
    assert all(re.fullmatch(r"((values|facts|indicators)|series/[\w-]+)\.csv:\d+", place) for place in places)
    assert {value.origin.kind for value in values} >= {"value", "gap", "rating", "statement", "fact"}
    assert all(value.look.style for value in values)


def test_every_indicator_of_a_table_has_its_figures_bound(built: BuiltEdition, document: Document) -> None:
    rows = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
    bound = Counter(
        one.origin.id for row in rows for one in _inlines(row) if isinstance(one, Value) and one.origin.kind == "rating"
    )
    evidence = read_edition(built.folder, Problems()).evidence
    assert bound.keys() == evidence.indicators.keys()


def test_every_table_repeats_its_header_row_and_keeps_its_rows_whole(document: Document) -> None:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert all(table.rows[0].header and not any(row.header for row in table.rows[1:]) for table in tables)
    assert not any(row.splits for table in tables for row in table.rows)


@pytest.mark.parametrize("built", ["sample", "board"], indirect=True)
def test_the_same_input_gives_the_same_bytes_elsewhere(built: BuiltEdition, tmp_path: Path) -> None:
    script = "import sys; from pathlib import Path; from reportgen.build import build; build(*map(Path, sys.argv[1:]))"
    environment = {"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", script, built.folder, tmp_path], check=True, env=environment)
    for path in (built.word, built.pdf):
        assert path.read_bytes() == (tmp_path / path.name).read_bytes(), path.name


@pytest.mark.usefixtures("work_beside_here")
@pytest.mark.parametrize("built", ["second"], indirect=True)
def test_one_file_alone_says_the_same_as_both(built: BuiltEdition, tmp_path: Path) -> None:
    (pdf,) = build(built.folder, tmp_path, only="pdf").paths
    assert pdf.read_bytes() == built.pdf.read_bytes()


def _pdf_text(path: Path) -> str:
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.replace("\u00ad", ""))


def _furniture(document: Document) -> set[str]:
    """What a page may show beside the body: heads and feet, repeated header rows, page numbers."""
    margins = [
        one for section in document.sections for part in (section.heads, section.feet) for one in (part.default,)
    ]
    running = " ".join(
        _text(block.inlines) for blocks in margins for block in blocks or () if hasattr(block, "inlines")
    )
    heads = [row for table in document.blocks if isinstance(table, Table) for row in table.rows if row.header]
    cells = " ".join(_text(block.inlines) for row in heads for cell in row.cells for block in cell.blocks)  # type: ignore[union-attr]
    return {*_tokens(running), *_tokens(cells), *map(str, range(200))}


def _text(inlines: tuple[Inline, ...]) -> str:
    return "".join(_text(one.inlines) if isinstance(one, Link) else getattr(one, "text", " ") for one in inlines)


def _inlines(found: object) -> list[Inline]:
    """Every inline in the body, notes apart, in order."""
    if isinstance(found, Document):
        return [inline for block in found.blocks for inline in _inlines(block)]
    inner = [getattr(found, name) for name in ("inlines", "items", "blocks", "rows", "cells") if hasattr(found, name)]
    own = list(getattr(found, "inlines", ()))
    return own + [inline for group in inner for one in group for inline in _inlines(one)]
