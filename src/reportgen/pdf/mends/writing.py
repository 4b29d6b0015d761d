"""WeasyPrint's mends for speed, in writing: charts' paths, and the bytes of the file.

None changes what is printed. They were found by profiling a report of 28 pages; the shares are those of its writing.
They are put in place by repairs.py, which also checks that WeasyPrint is the one they were made for.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

import pydyf
from weasyprint.svg.path import path as draw_path

from reportgen.pdf.mends.quicker import Function, replaced

_COMPRESSION = 7

_NUMBER = r"\s*-?\d+(?:\.\d+)?"
_MORE = r"\s+-?\d+(?:\.\d+)?"
_STEP = rf"[ML]{_NUMBER}{_MORE}|Q{_NUMBER}(?:{_MORE}){{3}}|C{_NUMBER}(?:{_MORE}){{5}}|[zZ]"
_PLAIN_PATH = re.compile(rf"\s*M{_NUMBER}{_MORE}\s*(?:(?:{_STEP})\s*)*")
_COMMAND = re.compile(r"([MLQCzZ])([^MLQCzZ]*)")


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
    """Each object is asked for its bytes twice, the second time for the file's identifier: it is told once (20 %).

    Streams are packed beside the rest (10 %), which is possible as zlib lets other threads run.
    """
    known: dict[int, tuple[object, bytes]] = {}  # the objects are kept, so their ids stay their own

    def remembering(data: Function) -> Function:
        def remember(item: Any) -> bytes:
            if id(item) not in known:
                known[id(item)] = item, data(item)
            return known[id(item)][1]

        return remember

    with ThreadPoolExecutor(1) as beside, ExitStack() as stack:
        streams = [item for item in pdf.objects if isinstance(item, pydyf.Stream) and item.compress]
        packed = {id(stream): beside.submit(_packed, _content(stream)) for stream in streams}
        stream_bytes = remembering(lambda stream: _stream_bytes(stream, packed))
        stack.enter_context(replaced(pydyf.Stream, "data", property(stream_bytes)))
        stack.enter_context(replaced(pydyf.Dictionary, "data", property(remembering(pydyf.Dictionary.data.fget))))
        stack.enter_context(replaced(pydyf, "_to_bytes", _to_bytes))
        for item in pdf.objects:
            if isinstance(item, pydyf.Dictionary):
                item.data  # noqa: B018  # told meanwhile
        _write(pdf, *arguments, **options)


def _stream_bytes(stream: Any, packed: Mapping[int, Future[bytes]]) -> bytes:
    extra = pydyf.Dictionary(stream.extra)
    if stream.compress:
        extra["Filter"] = "/FlateDecode"
        content = packed[id(stream)].result() if id(stream) in packed else _packed(_content(stream))
    else:
        content = _content(stream)
    extra["Length"] = len(content)
    # Content that ends in a carriage return would lose it to the end of line (PDF/A-3, 6.1.7.1: Length must be exact).
    end = b"\r\nendstream" if content.endswith(b"\r") else b"\nendstream"
    return b"\n".join((extra.data, b"stream", content + end))


def _content(stream: Any) -> bytes:
    return b"\n".join(part if isinstance(part, bytes) else _to_bytes(part) for part in stream.stream)


def _to_bytes(item: Any) -> bytes:
    """Most are letters, and known by their type at once."""
    return item.encode("ascii") if type(item) is str else _any_to_bytes(item)


def _packed(content: bytes) -> bytes:
    """Not at the highest level of compression, as pydyf does: that takes twice as long for a hundredth less."""
    return zlib.compress(content, _COMPRESSION)


_write = pydyf.PDF.write
_any_to_bytes = pydyf._to_bytes
