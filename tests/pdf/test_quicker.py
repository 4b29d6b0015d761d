"""What makes the printing quicker changes nothing of what is printed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pydyf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf.paper import heading, note, paragraph, picture, printed, table
from weasyprint.layout.percent import resolve_percentages
from weasyprint.svg.path import path
from weasyprint.text.line_break import split_first_line

from reportgen.document import Border, Borders, Cell, Margins, Tab
from reportgen.pdf import quicker

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
    quick, slow = _drawn(quicker.draw_plain_path, shape), _drawn(path, shape)[1:]  # it always begins with 0 0 m
    assert [operator for _, operator in quick] == [operator for _, operator in slow]
    for (ours, _), (theirs, _) in zip(quick, slow, strict=True):
        assert ours == pytest.approx(theirs, abs=0.01)


@pytest.mark.parametrize("shape", ["m1 2l3 4", "M1,2A3 4 0 0 1 5 6", "M 1 2 L 3em 4", "M1-2.5.5", "L 1 2", ""])
def test_any_other_path_is_left_to_weasyprint(shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[str] = []
    monkeypatch.setattr(quicker, "draw_path", lambda svg, node, size: left.append(node.get("d", "")))
    _drawn(quicker.draw_plain_path, shape)
    assert left == [shape]


def test_what_is_remembered_gives_the_same_bytes_as_what_is_worked_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "Words of a paragraph that runs over more than one line, so that it has to be broken somewhere. " * 4
    framed = Borders(*[Border(0.5)] * 4)
    blocks = [
        heading(1, "One", anchor="one"),
        *(
            paragraph(words, note(2 * at + 1, words), words, note(2 * at + 2, "Short"), alignment="justify")
            for at in range(9)
        ),
        paragraph("Left", Tab(), "middle", Tab(), "right", borders=framed),
        table(("A", "B"), *((words, Cell((paragraph(words),), borders=framed)) for _ in range(20))),
        paragraph(picture()),
    ]
    heads = Margins(default=(paragraph("A head", Tab(), "on the right"),))
    quick = printed(*blocks, heads=heads)
    monkeypatch.setattr(quicker, "remembering_percentages", lambda: resolve_percentages)
    monkeypatch.setattr(quicker, "remembering_lines", lambda: split_first_line)
    assert printed(*blocks, heads=heads) == quick
