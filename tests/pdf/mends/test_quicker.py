"""What makes the printing quicker changes nothing of what is printed."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any

import pydyf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf.paper import heading, note, paragraph, picture, printed, table
from weasyprint.css import ComputedStyle
from weasyprint.draw.text import draw_first_line
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout.float import avoid_collisions
from weasyprint.layout.percent import resolve_percentages
from weasyprint.svg.path import path
from weasyprint.text.line_break import Layout, split_first_line, strut

from reportgen.document import Block, Border, Borders, Cell, Look, Margins, Tab, Text
from reportgen.pdf.mends import glyphs, quicker, writing
from reportgen.pdf.printed import Printed

_coordinates = st.decimals(-900, 900, places=2).map(str)


def _drawn(draw: Any, shape: str) -> list[tuple[list[float], str]]:
    """What a path becomes in a PDF: operands and operator of each step."""
    stream = pydyf.Stream()
    svg = SimpleNamespace(stream=stream, point=lambda x, y, size: (float(x), float(y)))
    draw(svg, SimpleNamespace(get=lambda name, default: shape, attrib={"d": shape}, vertices=[]), 12)
    steps = [part.decode().split() for part in stream.stream]
    return [([float(one) for one in step[:-1]], step[-1]) for step in steps]


@given(
    st.lists(
        st.tuples(st.just("M"), st.lists(_coordinates, min_size=2, max_size=2))
        | st.tuples(st.just("L"), st.lists(_coordinates, min_size=2, max_size=2))
        | st.tuples(st.just("Q"), st.lists(_coordinates, min_size=4, max_size=4))
        | st.tuples(st.just("C"), st.lists(_coordinates, min_size=6, max_size=6)),
        min_size=1,
    )
)
def test_a_plain_path_is_drawn_as_weasyprint_draws_it(steps: list[tuple[str, list[str]]]) -> None:
    shape = "M 1 2 " + "\n".join(f"{letter} {' '.join(numbers)}" for letter, numbers in steps) + " L 3 4 z"
    quick, slow = _drawn(writing.draw_plain_path, shape), _drawn(path, shape)[1:]  # it always begins with 0 0 m
    assert [operator for _, operator in quick] == [operator for _, operator in slow]
    for (ours, _), (theirs, _) in zip(quick, slow, strict=True):
        assert ours == pytest.approx(theirs, abs=0.01)


@pytest.mark.parametrize("shape", ["m1 2l3 4", "M1,2A3 4 0 0 1 5 6", "M 1 2 L 3em 4", "M1-2.5.5", "L 1 2", ""])
def test_any_other_path_is_left_to_weasyprint(shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[str] = []
    monkeypatch.setattr(writing, "draw_path", lambda svg, node, size: left.append(node.get("d", "")))
    _drawn(writing.draw_plain_path, shape)
    assert left == [shape]


_SLOW = {  # what WeasyPrint does itself, in the place of each mend
    "remembering_percentages": (quicker, lambda: resolve_percentages),
    "remembering_lines": (quicker, lambda: split_first_line),
    "remembering_struts": (quicker, lambda: strut),
    "remembering_fonts": (quicker, lambda: Layout.setup),
    "inherit_or_begin": (quicker, ComputedStyle.__missing__),
    "is_in_normal_flow": (quicker, Box.is_in_normal_flow),
    "go_beside_floats": (quicker, avoid_collisions),
    "shape_again": (glyphs, Layout.reactivate),
    "LineDrawer": (glyphs, lambda: SimpleNamespace(draw=draw_first_line)),
    "_to_bytes": (writing, pydyf._to_bytes),
}
_SOME_WORDS = "Words of a paragraph that runs over more than one line, so that it has to be broken somewhere. "


@cache
def _a_bit_of_everything() -> tuple[Block, ...]:
    words, framed = _SOME_WORDS * 4, Borders(*[Border(0.5)] * 4)
    looks = (
        Look(bold=True, underline=True),
        Look(italic=True, strike=True, colour="801650"),
        Look(small_caps=True, size=14),
        Look(position="superscript", background="FFFF00"),
        Look(language="de", font="Courier New"),
    )
    return (
        heading(1, "One", anchor="one"),
        *(
            paragraph(words, note(2 * at + 1, words), words, note(2 * at + 2, "Short"), alignment="justify")
            for at in range(9)
        ),
        paragraph(*(Text(f"VAT, office and {number} fi ", look) for number, look in enumerate(looks)), words),
        paragraph(
            "שלום and سلام, 漢字, \N{GRINNING FACE}, e\u0301, no\u00adhy\u00adphens, two  spaces \u202f and \uf0b7"
        ),
        paragraph("Left", Tab(), "middle", Tab(), "right", borders=framed),
        table(("A", "B"), *((words, Cell((paragraph(words),), borders=framed)) for _ in range(20))),
        paragraph(picture(), picture(vector=_DRAWING)),
    )


_DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1 L8 1 L8 8 z"/></svg>'


@cache
def _printed_quickly() -> Printed:
    return printed(*_a_bit_of_everything(), heads=_HEADS)


@pytest.mark.parametrize("name", _SLOW)
def test_what_is_quick_gives_the_same_bytes_as_what_is_slow(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    quickly = _printed_quickly()
    owner, slow = _SLOW[name]
    called: list[str] = []

    def noticed(*given: Any, **named: Any) -> Any:
        called.append(name)
        return slow(*given, **named)

    monkeypatch.setattr(owner, name, noticed)
    assert printed(*_a_bit_of_everything(), heads=_HEADS) == quickly
    assert called


_HEADS = Margins(default=(paragraph("A head", Tab(), "on the right"),))


def test_a_stream_that_ends_in_a_carriage_return_keeps_it_apart_from_the_end_of_line() -> None:
    streams = (pydyf.Stream([str(number)], compress=True) for number in range(10_000, 99_999))
    every = (writing._stream_bytes(stream, {}) for stream in streams)
    written = next(data for data in every if data.endswith(b"\r\r\nendstream"))
    length = int(written.partition(b"/Length ")[2].partition(b">>")[0])
    assert len(written.partition(b"stream\n")[2]) == length + len(b"\r\nendstream")
