"""WeasyPrint's mends, all of them, each with its reason. They hold for the version that they were made for.

What is replaced here is private to WeasyPrint 70. A version in which it looks different is refused with a clear error
(`MachineError`) rather than printed with half a mend.

Speed, none of which changes a byte (found by profiling a report of 280 pages; more of them in quicker.py, glyphs.py and
writing.py):

* the cyclic garbage collector is off while a document is laid out: its boxes live until the end anyway;
* `pydyf.PDF.page_references` is computed once a page instead of at every look, which was quadratic in pages;
* the footnotes that wait for their page are looked up by identity instead of by a walk, quadratic in notes.

Correctness:

* the element tree is handed over directly (`TreeDocument`): WeasyPrint only takes HTML text, whose parser would pull a
  note's paragraphs out of the paragraph that calls it;
* all tagging is replaced (`tagged`; tags.py makes the tree): WeasyPrint tags the boxes of each page, so that what runs
  over pages falls apart (#2903) and spans don't add up (PDF/UA-1, 7.2-43), headers have no scope (#2508) and are
  assigned wrongly beside merged cells, heads, feet and repeated header rows are left in the content (#1836), links
  lie within links (#185) and say their raw target, notes and contents are no Note and TOC, and a picture's bounding
  box is in pixels from the top (#2482 lists some of these);
* the height of the footnotes is compared with a tolerance: a rounding error made a note overflow its own area, and it
  was put off from page to page and lost (#2502);
* space above what comes first on a page goes, unless the page was asked for (CSS Fragmentation 3, 5.2), as in Word:
  where pages have names, as ours do, WeasyPrint takes each for asked for;
* the file of the colour profile that PDF/A asks for is closed when it is read.

Numbers are those of the issues of Kozea/WeasyPrint. What a PDF says of its conformance (#2467) takes no mend from
inside: see conformance.py.
"""

from __future__ import annotations

import gc
import hashlib
import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
import pydyf
import weasyprint
import weasyprint.document
import weasyprint.draw.text
import weasyprint.pdf
import weasyprint.svg
from weasyprint.anchors import gather_anchors
from weasyprint.css import ColorProfile, ComputedStyle
from weasyprint.draw import draw_block_level, draw_inline_level
from weasyprint.draw.text import draw_first_line
from weasyprint.formatting_structure import build
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import LayoutContext
from weasyprint.layout.block import block_level_layout
from weasyprint.layout.float import avoid_collisions
from weasyprint.layout.page import remake_page
from weasyprint.layout.percent import resolve_percentages
from weasyprint.pdf.anchors import add_links
from weasyprint.pdf.stream import Stream
from weasyprint.pdf.tags import add_tags
from weasyprint.svg import TAGS
from weasyprint.svg.path import path
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout, split_first_line, strut
from weasyprint.urls import URLFetcher

from reportgen.pdf.css import BASE
from reportgen.pdf.mends import glyphs, quicker, writing
from reportgen.pdf.mends.quicker import replaced
from reportgen.pdf.tagging.marking import Tagging
from reportgen.problems import MachineError

_MADE_FOR = "70.0"
_TOLERANCE = 0.01  # CSS pixels: far below what can be seen, far above rounding errors
_GROUND = {  # what the mends stand on in any other version: the code they replace, as it was in 70.0
    "weasyprint.HTML.__init__": (weasyprint.HTML.__init__, "5f19f40b81837f87"),
    "LayoutContext.__init__": (LayoutContext.__init__, "f687f507fee8883e"),
    "LayoutContext._update_footnote_area": (LayoutContext._update_footnote_area, "2e317e4b066fb80c"),
    "layout.page.remake_page": (remake_page, "1ff09b2dffa17839"),
    "layout.percent.resolve_percentages": (resolve_percentages, "71673078096fcf87"),
    "text.line_break.split_first_line": (split_first_line, "39ad1016863ca34d"),
    "text.line_break.strut": (strut, "b57885b70dd08efe"),
    "text.line_break.Layout.setup": (Layout.setup, "fb227a55094f41d4"),
    "text.line_break.Layout.deactivate": (Layout.deactivate, "bfec3ec8406e1c82"),
    "text.line_break.Layout.reactivate": (Layout.reactivate, "0b89ee097104b713"),
    "layout.float.avoid_collisions": (avoid_collisions, "5fc7793c573af328"),
    "css.ComputedStyle.__missing__": (ComputedStyle.__missing__, "b318d8efc8ac79d7"),
    "formatting_structure.Box.is_in_normal_flow": (Box.is_in_normal_flow, "5f49d6ab23da7e51"),
    "text.fonts.FontConfiguration.__init__": (FontConfiguration.__init__, "9fdb532fe2c80013"),
    "draw.text.draw_first_line": (draw_first_line, "1bb8eae6d88e71b1"),
    "svg.path.path": (path, "194cd562b8d98251"),
    "anchors.gather_anchors": (gather_anchors, "373f8c676f27da3b"),
    "draw.draw_block_level": (draw_block_level, "3de9ec3ad4aaad3c"),
    "draw.draw_inline_level": (draw_inline_level, "068162a401d00efd"),
    "pdf.anchors.add_links": (add_links, "262e8b9b299892a7"),
    "pdf.stream.Stream.marked": (Stream.marked, "3fa3acacbbf66422"),
    "pdf.tags.add_tags": (add_tags, "f0e74575b0bafaf3"),
    "pydyf.PDF.write": (pydyf.PDF.write, "242cd38f92ecd33f"),
    "pydyf.Stream.data": (pydyf.Stream.data.fget, "bdc2bc513f286de7"),
}


class TreeDocument(weasyprint.HTML):  # type: ignore[misc]  # WeasyPrint has no types
    """An element tree as WeasyPrint's HTML document."""

    def __init__(self, root: Element, url_fetcher: URLFetcher) -> None:  # does all that HTML's own does but parse
        self.base_url = None
        self.url_fetcher = url_fetcher
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[weasyprint.CSS]:
        return [weasyprint.CSS(string=BASE)]


@contextmanager
def mended() -> Iterator[None]:
    """WeasyPrint with its mends. Raises MachineError where the installed version is not what they were made for."""
    _check_ground()
    with ExitStack() as stack:
        stack.enter_context(_without_collector())
        stack.enter_context(replaced(weasyprint.document, "LayoutContext", _MendedContext))
        stack.enter_context(replaced(weasyprint.pdf, "ColorProfile", _profile_of_closed_file))
        stack.enter_context(replaced(pydyf.PDF, "page_references", property(_page_references)))
        stack.enter_context(replaced(pydyf.PDF, "write", writing.write_once))
        stack.enter_context(replaced(weasyprint.svg, "TAGS", {**TAGS, "path": writing.draw_plain_path}))
        stack.enter_context(_replaced_everywhere(resolve_percentages, quicker.remembering_percentages()))
        stack.enter_context(_replaced_everywhere(split_first_line, quicker.remembering_lines()))
        stack.enter_context(_replaced_everywhere(strut, quicker.remembering_struts()))
        stack.enter_context(_replaced_everywhere(avoid_collisions, quicker.go_beside_floats))
        stack.enter_context(replaced(Layout, "setup", quicker.remembering_fonts()))
        stack.enter_context(replaced(ComputedStyle, "__missing__", quicker.inherit_or_begin))
        stack.enter_context(replaced(Layout, "deactivate", glyphs.keep_shaped))
        stack.enter_context(replaced(Layout, "reactivate", glyphs.shape_again))
        stack.enter_context(replaced(weasyprint.draw.text, "draw_first_line", glyphs.LineDrawer().draw))
        stack.enter_context(replaced(Box, "is_in_normal_flow", quicker.is_in_normal_flow))
        yield


@contextmanager
def tagged(rendered: Any, root: Element) -> Iterator[None]:
    """While a laid out document is written: with tags made from the tree that it was laid out from."""
    tagging = Tagging(rendered, root)
    with ExitStack() as stack:
        stack.enter_context(replaced(Stream, "marked", lambda stream, box, kind: tagging.marked(stream, box, kind)))
        stack.enter_context(replaced(weasyprint.pdf, "add_tags", tagging.add_tags))
        yield


class _WaitingNotes(list[Any]):
    """Boxes, looked up by identity."""

    def __init__(self, boxes: list[Any] | tuple[Any, ...] = ()) -> None:
        super().__init__(boxes)
        self._ids = {id(box) for box in boxes}

    def __contains__(self, box: object) -> bool:
        return id(box) in self._ids

    def append(self, box: Any) -> None:
        super().append(box)
        self._ids.add(id(box))

    def remove(self, box: Any) -> None:
        super().remove(box)
        self._ids.discard(id(box))

    def copy(self) -> _WaitingNotes:
        return _WaitingNotes(self)


class _MendedContext(LayoutContext):  # type: ignore[misc]
    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.footnotes = _WaitingNotes()

    @property
    def forced_break(self) -> bool:
        """Whether the page at hand was begun by a break that somebody asked for, or by pages of another name."""
        pages = [page for _, page, *_ in self.page_maker[max(0, self.current_page - 2) : self.current_page]]
        return pages[-1]["break"] != "any" or pages[0]["page"] != pages[-1]["page"] or len(pages) == 1

    @forced_break.setter
    def forced_break(self, value: object) -> None:
        """WeasyPrint takes any page that has a name for one that was asked for."""

    def _update_footnote_area(self) -> bool:
        """As in WeasyPrint, but for the tolerance in the last line."""
        area = self.current_footnote_area
        if area.height != "auto" and not self.in_column:
            self.page_bottom += area.margin_height()
        area.children = self.current_page_footnotes
        if not area.children:
            area.height = 0
            if not self.in_column:
                self.page_bottom -= area.margin_height()
            return False
        laid_out = build.create_anonymous_boxes(area.deepcopy())
        laid_out = block_level_layout(self, laid_out, float("-inf"), None, area.page)[0]
        area.height = laid_out.height
        if not self.in_column:
            self.page_bottom -= laid_out.margin_height()
        last = laid_out.children[-1]
        last_bottom = last.position_y + last.margin_height() - last.margin_bottom
        bottom = laid_out.position_y + laid_out.margin_height() - laid_out.margin_bottom
        return bool(last_bottom > bottom + _TOLERANCE)


def _page_references(pdf: Any) -> tuple[bytes, ...]:
    numbers = pdf.pages["Kids"][::3] if len(pdf.pages["Kids"]) != getattr(pdf, "_kids_seen", -1) else None
    if numbers is not None:
        pdf._kids_seen = len(pdf.pages["Kids"])
        pdf._references_seen = tuple(f"{number} 0 R".encode("ascii") for number in numbers)
    return tuple(pdf._references_seen)


def _profile_of_closed_file(file: Any, *arguments: Any) -> Any:
    with file:
        return ColorProfile(file, *arguments)


@contextmanager
def _without_collector() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _replaced_everywhere(function: Callable[..., object], value: object) -> Iterator[None]:
    """In all modules of the layout, which have it under its name."""
    name = function.__name__
    layout = [module for path, module in sys.modules.items() if path.startswith("weasyprint.layout.")]
    with ExitStack() as stack:
        for module in layout:
            if vars(module).get(name) is function:
                stack.enter_context(replaced(module, name, value))
        yield


def _check_ground() -> None:
    if weasyprint.__version__ == _MADE_FOR:
        return
    changed = [name for name, (code, digest) in _GROUND.items() if fingerprint(code) != digest]
    if changed:
        version, names = weasyprint.__version__, ", ".join(changed)
        raise MachineError(
            f"WeasyPrint {version} differs from {_MADE_FOR} in what reportgen mends: {names}",
            f'pip install "weasyprint=={_MADE_FOR}"',
        )


def fingerprint(code: Callable[..., object]) -> str:
    """The start of the SHA-256 of a function's source."""
    return hashlib.sha256(inspect.getsource(code).encode()).hexdigest()[:16]
