"""Mends in a finished body."""

from __future__ import annotations

import pytest
from lxml import etree

from reportgen.word.elements import WP, Element, W
from reportgen.word.order import mend, sort_children

SPACES = f'xmlns:w="{W[1:-1]}" xmlns:wp="{WP[1:-1]}"'


def parsed(xml: str) -> Element:
    return etree.fromstring(f"<w:body {SPACES}>{xml}</w:body>")


def tags(parent: Element) -> list[str]:
    return [etree.QName(child).localname for child in parent]


@pytest.mark.parametrize(
    ("tag", "disordered", "ordered"),
    [
        ("tcPr", "shd tcW vAlign gridSpan vMerge", "tcW gridSpan vMerge shd vAlign"),
        ("rPr", "color b rStyle sz", "rStyle b color sz"),
        ("pPr", "jc rPr pStyle numPr", "pStyle numPr jc rPr"),
        ("tblPr", "tblLook tblStyle tblW", "tblStyle tblW tblLook"),
        ("trPr", "del tblHeader", "tblHeader del"),
    ],
)
def test_properties_come_into_the_order_of_the_schema(tag: str, disordered: str, ordered: str) -> None:
    body = parsed(f"<w:{tag}>" + "".join(f"<w:{child}/>" for child in disordered.split()) + f"</w:{tag}>")
    mend(body)
    assert tags(body[0]) == ordered.split()


def test_of_two_of_one_name_the_later_stays() -> None:
    body = parsed('<w:tcPr><w:shd w:fill="old"/><w:tcW/><w:shd w:fill="new"/></w:tcPr>')
    sort_children(body[0])
    assert [child.get(W + "fill") for child in body[0]] == [None, "new"]


def test_what_a_later_word_adds_stays_at_the_end() -> None:
    body = parsed('<w:rPr><x:glow xmlns:x="urn:x"/><w:b/></w:rPr>')
    assert tags(sort_children(body[0])) == ["b", "glow"]


def test_tables_are_kept_apart_and_the_body_ends_in_a_paragraph() -> None:
    table = "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"
    body = parsed(f'{table}<w:bookmarkEnd w:id="1"/>{table}<w:sectPr/>')
    mend(body)
    assert tags(body) == ["tbl", "p", "bookmarkEnd", "tbl", "p", "sectPr"]
    assert [tags(cell) for cell in body.iter(W + "tc")] == [["p"], ["p"]]


def test_drawings_have_ids_of_their_own() -> None:
    body = parsed('<w:p><wp:docPr id="3"/><wp:docPr id="3"/></w:p>')
    mend(body)
    assert [drawing.get("id") for drawing in body.iter(WP + "docPr")] == ["1", "2"]
