"""The tag tree: a table that runs over pages is one table, and each cell knows its headers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest
from pdf.paper import printed

from reportgen.document import Cell, Paragraph, Row, Table, Text

THEMES, ROWS = 3, 30


def cell(words: str, rows: int = 1) -> Cell:
    return Cell((Paragraph((Text(words),), "Table Text"),), row_span=rows)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table over pages whose first column has cells that each span thirty rows."""
    head = Row((cell("Theme"), cell("Measure"), cell("Value")), header=True)
    rows = [
        Row((*([cell(f"Theme {theme}", ROWS)] if row == 0 else []), cell(f"Measure {theme}.{row}"), cell(f"{row}%")))
        for theme in range(THEMES)
        for row in range(ROWS)
    ]
    path = tmp_path_factory.mktemp("tags") / "table.pdf"
    path.write_bytes(printed(Table((head, *rows), widths=(120.0, 200.0, 80.0), row_heads=1)).pdf)
    return path


@pytest.fixture
def pdf(path: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(path) as opened:
        yield opened


def tags(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    return [tag for tag in _below(pdf.Root.StructTreeRoot.K) if tag.get("/S") == f"/{kind}"]


def test_a_table_over_pages_is_one_table_with_all_its_rows(pdf: pikepdf.Pdf) -> None:
    assert len(pdf.pages) >= 3
    assert len(tags(pdf, "Table")) == 1
    assert len(tags(pdf, "TR")) == 1 + THEMES * ROWS


def test_it_is_pdf_ua(path: Path) -> None:
    judged = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in judged.failures] == []


def test_each_cell_names_its_theme_and_its_column_under_merged_cells_too(pdf: pikepdf.Pdf) -> None:
    heads = {str(head.ID): str(head.A.Scope) for head in tags(pdf, "TH")}
    assert sorted(heads.values()) == ["/Column"] * 3 + ["/Row"] * THEMES
    cells = tags(pdf, "TD")
    assert len(cells) == 2 * THEMES * ROWS
    for number, found in enumerate(cells):
        scopes = [heads[str(name)] for name in found.A.Headers]
        assert scopes == ["/Row", "/Column"]
        theme = list(heads)[3 + number // (2 * ROWS)]
        assert str(found.A.Headers[0]) == theme


def _below(found: Any) -> Iterator[Any]:
    for tag in found if isinstance(found, pikepdf.Array) else [found]:
        if isinstance(tag, pikepdf.Dictionary) and "/S" in tag:
            yield tag
            if "/K" in tag:
                yield from _below(tag.K)
