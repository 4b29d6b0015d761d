"""The second template, as unlike the first as a brand team could make it: the same edition builds with it."""

import re
import subprocess
from itertools import groupby
from pathlib import Path

import pytest
from conftest import BuiltEdition

import reportgen
from reportgen import resources
from reportgen.document import Document, Heading, Paragraph, Row, Table
from reportgen.pdf.words import words
from reportgen.problems import Problems
from reportgen.word.reader import read_word
from reportgen.word.styles import read_styles

pytestmark = pytest.mark.parametrize("built", ["board"], indirect=True)


@pytest.fixture
def document(built: BuiltEdition) -> Document:
    return read_word(built.word.read_bytes(), built.word.name, Problems()).document


def test_the_parts_stand_in_the_order_of_the_template(document: Document) -> None:
    parts = [_words(block) for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    assert parts[0] == "Executive summary" and parts[1] == "Introduction" and parts[-1] == "Foreword"


def test_headings_are_numbered_but_for_the_last(document: Document) -> None:
    labels = [block.label for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    assert labels == [*map(str, range(1, len(labels))), ""]


def test_the_tables_of_measures_have_a_landscape_page_to_themselves_wherever_they_are_called(
    document: Document,
) -> None:
    wide = [section for section in document.sections if section.page.width > section.page.height]
    assert len(wide) == 3  # the summary and a mission's, which the words call, and one at the template's own place
    for section in wide:
        assert [type(block).__name__ for block in section.blocks if _words(block)][-2:] == ["Caption", "Table"]
    assert {table.rows[0].header for section in wide for table in section.blocks if isinstance(table, Table)} == {True}


def test_columns_are_those_of_the_template(document: Document) -> None:
    summary, *_ = [block for block in document.blocks if isinstance(block, Table)]
    assert _row(summary.rows[0])[:4] == ["Mission", "Measure", "Period", "Cwm Arian"]
    assert _row(summary.rows[0])[-3:] == ["Gap", "Standing", "In words"]
    assert "aspiration" not in " ".join(words(document).body).lower().partition("introduction")[0]


def test_the_pdf_has_the_pages_of_the_word_file(built: BuiltEdition, document: Document) -> None:
    said = subprocess.run(["pdfinfo", "-l", "-1", str(built.pdf)], capture_output=True, text=True, check=True).stdout
    sizes = [(float(width), float(height)) for width, height in re.findall(r"size: *([\d.]+) x ([\d.]+)", said)]
    turned = [width > height for width, height in sizes]
    assert len(sizes) == built.pages and {round(max(size)) for size in sizes} == {842}
    sections = [section.page.width > section.page.height for section in document.sections]
    assert [key for key, _ in groupby(turned)] == [key for key, _ in groupby(sections)]


def test_the_ratings_have_the_colours_of_the_template(built: BuiltEdition, document: Document) -> None:
    styles = read_styles(built.word.read_bytes(), "", Problems())
    tables = [block for block in document.blocks if isinstance(block, Table)]
    fills = {cell.fill for table in tables for row in table.rows for cell in row.cells}
    assert styles.look("RatingGreen").background in fills and "00703C" not in fills


def test_nothing_in_the_program_knows_a_template(built: BuiltEdition) -> None:
    """But for the name of the one that stands where none is named."""
    package = Path(reportgen.__file__).parent
    told = [path for path in package.rglob("*.py") for name in resources.templates() if name in path.read_text("utf-8")]
    assert {path.relative_to(package).as_posix() for path in told} <= {
        "edition/report.py",
        "edition/settings.py",
        "resources.py",
    }


def _words(block: object) -> str:
    if isinstance(block, Table):
        return " ".join(word for row in block.rows for word in _row(row))
    return "".join(getattr(one, "text", "") for one in getattr(block, "inlines", ()))


def _row(row: Row) -> list[str]:
    return [" ".join(_words(block) for block in cell.blocks if isinstance(block, Paragraph)) for cell in row.cells]
