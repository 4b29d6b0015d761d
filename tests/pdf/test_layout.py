"""Nothing gets lost on its way to paper without being noticed."""

from __future__ import annotations

import pytest
from pdf.paper import paragraph, printed
from weasyprint import CSS

from reportgen.document import Margins
from reportgen.pdf import css
from reportgen.pdf.fetcher import OwnFetcher
from reportgen.pdf.layout import survey
from reportgen.pdf.mends.repairs import TreeDocument
from reportgen.pdf.tree import Element, element
from reportgen.problems import InputError


def lost(root: Element, rules: str = "") -> list[str]:
    rendered = TreeDocument(root, OwnFetcher({})).render(stylesheets=[CSS(string=rules)])
    return ["".join(one.itertext()) for one in survey(rendered, root).lost]


def test_what_is_on_the_pages_is_not_lost_however_it_is_broken() -> None:
    long = element("p", "word " * 900, element("span", "within"), " after")
    assert lost(element("html", element("body", long))) == []


def test_an_element_that_is_on_no_page_is_lost() -> None:
    root = element("html", element("body", element("p", "Here"), element("p", "Gone", class_="gone")))
    assert lost(root, ".gone { display: none }") == ["Gone"]


def test_a_document_whose_words_get_lost_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(css.Sheet, "css", lambda _sheet, _rooms: "p { display: none }")
    with pytest.raises(InputError, match="found no place on any page of the PDF"):
        printed(paragraph("Words"))


def test_a_head_that_no_page_shows_is_not_lost() -> None:
    assert printed(paragraph("Words"), heads=Margins(even=(paragraph("Even"),))).page_count == 1
