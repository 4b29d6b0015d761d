"""WeasyPrint's mends for speed: what it works out again and again is kept, and what it parses slowly is parsed quickly.

None changes what is printed. They were found by profiling a report of 28 pages; the shares are those of its layout or
of its writing. They are put in place by repairs.py, which also checks that WeasyPrint is the one they were made for.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pydyf
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout.percent import resolve_percentages
from weasyprint.svg.path import path as draw_path
from weasyprint.text.line_break import split_first_line

Function = Callable[..., Any]

_SIZES = ("width", "min_width", "max_width", "height", "min_height", "max_height")  # a flexible row changes these
_SIDES = ("top", "right", "bottom", "left")
_RESOLVED = (*_SIZES, *(f"{edge}_{side}" for edge in ("margin", "padding") for side in _SIDES))

_COMPRESSION = 7

_NUMBER = r"\s*-?\d+(?:\.\d+)?"
_MORE = r"\s+-?\d+(?:\.\d+)?"
_STEP = rf"[ML]{_NUMBER}{_MORE}|Q{_NUMBER}(?:{_MORE}){{3}}|C{_NUMBER}(?:{_MORE}){{5}}|[zZ]"
_PLAIN_PATH = re.compile(rf"\s*M{_NUMBER}{_MORE}\s*(?:(?:{_STEP})\s*)*")
_COMMAND = re.compile(r"([MLQCzZ])([^MLQCzZ]*)")


def remembering_percentages() -> Function:
    """The used lengths of a box follow from its style and the box around it: seven in eight are known (10 %)."""
    known: dict[object, tuple[object, dict[str, Any]]] = {}

    def resolve(box: Any, containing_block: Any) -> None:
        style, around = box.style, containing_block
        size = (around.width, around.height) if isinstance(around, Box) else tuple(around)
        key = (id(style), type(box), *size, *(style[name] for name in _SIZES))
        if key in known:
            box.__dict__.update(known[key][1])
            if style["border_collapse"] != "collapse" or not hasattr(box, "border_top_width"):
                for side in _SIDES:
                    setattr(box, f"border_{side}_width", style[f"border_{side}_width"])
            return
        resolve_percentages(box, containing_block)
        if style["box_sizing"] == "content-box":  # else the lines around it count, too
            known[key] = style, {name: getattr(box, name) for name in _RESOLVED}  # the style kept, its id stays its own

    return resolve


def remembering_lines() -> Function:
    """Where a line ends: two in five are known, as notes are laid out anew with each further one (13 %)."""
    known: dict[object, tuple[object, Any]] = {}

    def split(text: str, style: Any, context: Any, *room: Any, **how: Any) -> Any:
        key = (text, id(style), room, *how.items())
        if key not in known:
            known[key] = style, split_first_line(text, style, context, *room, **how)
        return known[key][1]

    return split


def draw_plain_path(svg: Any, node: Any, font_size: Any) -> None:
    """Charts' paths, nothing but M, L, Q, C and Z with plain numbers, straight into PDF (20 %)."""
    shape = node.get("d", "")
    if not _PLAIN_PATH.fullmatch(shape) or any(name.startswith("marker") for name in node.attrib):
        draw_path(svg, node, font_size)
        return
    x = y = 0.0
    for letter, numbers in _COMMAND.findall(shape):
        if letter in "zZ":
            svg.stream.stream.append(b"h")
            continue
        points = numbers.split()
        if letter == "Q":  # PDF has only cubic curves
            middle_x, middle_y, end_x, end_y = map(float, points)
            thirds = (x + 2 * middle_x, y + 2 * middle_y, end_x + 2 * middle_x, end_y + 2 * middle_y)
            points = [*(f"{third / 3:.2f}" for third in thirds), *points[2:]]
        x, y = float(points[-2]), float(points[-1])
        svg.stream.stream.append(f"{' '.join(points)} {_OPERATORS[letter]}".encode())


_OPERATORS = {"M": "m", "L": "l", "Q": "c", "C": "c"}


def write_once(pdf: Any, *arguments: Any, **options: Any) -> None:
    """Each object is asked for its bytes twice, the second time for the file's identifier: it is told once (20 %)."""
    known: dict[int, tuple[object, bytes]] = {}  # the objects are kept, so their ids stay their own

    def remembering(data: Function) -> Function:
        def remember(item: Any) -> bytes:
            if id(item) not in known:
                known[id(item)] = item, data(item)
            return known[id(item)][1]

        return remember

    with ExitStack() as stack:
        stack.enter_context(replaced(pydyf.Stream, "data", property(remembering(_stream_bytes))))
        stack.enter_context(replaced(pydyf.Dictionary, "data", property(remembering(pydyf.Dictionary.data.fget))))
        _write(pdf, *arguments, **options)


def _stream_bytes(stream: Any) -> bytes:
    """As in pydyf, but not at the highest level of compression: that takes twice as long for a hundredth less."""
    content = b"\n".join(part if isinstance(part, bytes) else pydyf._to_bytes(part) for part in stream.stream)
    extra = pydyf.Dictionary(stream.extra)
    if stream.compress:
        extra["Filter"] = "/FlateDecode"
        content = zlib.compress(content, _COMPRESSION)
    extra["Length"] = len(content)
    # Content that ends in a carriage return would lose it to the end of line (PDF/A-3, 6.1.7.1: Length must be exact).
    end = b"\r\nendstream" if content.endswith(b"\r") else b"\nendstream"
    return b"\n".join((extra.data, b"stream", content + end))


@contextmanager
def replaced(owner: Any, name: str, value: object) -> Iterator[None]:
    """While this lasts, the attribute of a module or class is another."""
    before = vars(owner)[name]
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


_write = pydyf.PDF.write
