"""WeasyPrint's mends for speed in writing words: a line is shaped once, and so is what a glyph becomes in the PDF.

None changes what is printed. repairs.py puts them in place, and checks that WeasyPrint is the one that they fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.draw.text import draw_first_line
from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

_OWN = 0x0FFFFFFF  # from here on glyphs are Pango's own: an empty one, or one that no font has
_NUMBERS = 5  # that Pango has for a glyph: itself, its width, its shift to the right and up, its kind
_FONT_TELLS_SIZE = 14802  # from this version of Pango on

_Glyph = tuple[int, int, int]  # itself, its width, its shift to the right, in Pango's units


def keep_shaped(layout: Any) -> None:
    """In the place of `Layout.deactivate`, which forgets how Pango has set a line of words (a third, with the next)."""


def shape_again(layout: Any, style: Any) -> None:
    """In the place of `Layout.reactivate`: only what is set otherwise now, or was not set as one line, is set anew."""
    if layout.style is not style or layout.justification_spacing or layout.get_first_line()[1] is not None:
        _reactivate(layout, style)


class LineDrawer:
    """Draws a line of words (a quarter of the time that writing takes).

    What is not plain (raised, from right to left, cut short, coloured, in no font) is left to WeasyPrint.
    """

    def __init__(self) -> None:
        self._known: dict[object, tuple[Any, dict[_Glyph, str]]] = {}

    def draw(self, stream: Any, box: Any, text_overflow: str, block_ellipsis: str, matrix: Any) -> Any:
        is_whole = text_overflow != "ellipsis" and block_ellipsis == "none" and box.text.strip()
        shown = self._shown(stream, box.pango_layout) if is_whole else None
        if shown is None:
            coloured = draw_first_line(stream, box, text_overflow, block_ellipsis, matrix)
            box.pango_layout.style = None  # it may have been cut short: where it stands again, it is set anew
            return coloured
        stream.set_text_matrix(*matrix.values)
        for font, size, glyphs in shown:
            stream.set_font_size(font.hash, size)
            stream.show_text(glyphs)
        return []  # no coloured glyphs

    def _shown(self, stream: Any, layout: Any) -> list[tuple[Any, float, str]] | None:
        """The line's fonts, their sizes, and what is shown in them; None where it is not plain."""
        line, second = layout.get_first_line()
        if second is not None:
            return None
        shown: list[tuple[Any, float, str]] = []
        last = None
        for run in _runs(line):
            pango_font = run.item.analysis.font
            font, size = stream.add_font(pango_font)
            numbers = _numbers(run)
            if not _is_plain(run, numbers, font, size):
                return None
            glyphs = self._glyphs(run, numbers, font, size, layout.text, stream)
            if pango_font == last:
                glyphs = shown.pop()[2] + glyphs
            shown.append((font, size, glyphs))
            last = pango_font
        return shown or None

    def _glyphs(self, run: Any, numbers: list[int], font: Any, size: float, text: str, stream: Any) -> str:
        known = self._known.setdefault((id(font), size), (font, {}))[1]  # the font is kept, so its id stays its own
        parts = ["<"]
        for at, glyph in enumerate(zip(numbers[::_NUMBERS], numbers[1::_NUMBERS], numbers[2::_NUMBERS], strict=True)):
            if glyph not in known:
                _tell_font(font, size, glyph[0], run, at, text, stream)
                known[glyph] = _written(font, size, *glyph)
            parts.append(known[glyph])
        written = "".join(parts)
        return written[:-1] if written.endswith("<") else f"{written}>"


def _runs(line: Any) -> Iterator[Any]:
    run = line.runs[0]
    while run != ffi.NULL:
        yield run.data
        run = run.next


def _numbers(run: Any) -> list[int]:
    glyphs = run.glyphs
    return memoryview(ffi.buffer(glyphs.glyphs, 4 * _NUMBERS * glyphs.num_glyphs)).cast("i").tolist()


def _is_plain(run: Any, numbers: list[int], font: Any, size: float) -> bool:
    coloured = font.bitmap or font.png or font.svg or font.colr
    raised, backwards = any(numbers[3::_NUMBERS]), run.item.analysis.level % 2
    in_font = all(glyph < _OWN for glyph in numbers[::_NUMBERS])
    return bool(numbers) and in_font and size > 1e-6 and not (coloured or raised or backwards) and _TELLS_SIZE


def _letters(run: Any, at: int, text: str) -> str:
    """The letters that the glyph at this place of a run stands for."""
    start, clusters = run.item.offset, run.glyphs.log_clusters
    end = run.item.length if at == run.glyphs.num_glyphs - 1 else clusters[at + 1]
    return text.encode()[start + clusters[at] : start + end].decode()


def _tell_font(font: Any, size: float, glyph: int, run: Any, at: int, text: str, stream: Any) -> None:
    """What WeasyPrint writes of a font in the end, it gathers from the words that are shown in it."""
    if glyph not in font.to_unicode:
        font.to_unicode[glyph] = _letters(run, at, text)
    if glyph not in font.widths:
        pango.pango_font_get_glyph_extents(run.item.analysis.font, glyph, stream.ink_rect, stream.logical_rect)
        font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)


def _written(font: Any, size: float, glyph: int, width: int, right: int) -> str:
    """A glyph between angle brackets, with what moves it (in thousandths of the font's size, ISO 32000-1, 9.4.3)."""
    shift = right / size
    kerning = font.widths[glyph] + shift - width * 1000 * FROM_UNITS / size
    return (f">{-shift}<" if shift else "") + f"{glyph:04x}" + (f">{int(kerning)}<" if kerning else "")


_reactivate = Layout.reactivate
_TELLS_SIZE = pango.pango_version() >= _FONT_TELLS_SIZE
