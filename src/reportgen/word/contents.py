"""Tables of contents, of tables and of figures: a field, and its saved entries (17.16.5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportgen.word.elements import Element
from reportgen.word.instructions import Instruction
from reportgen.word.styles import Styles
from reportgen.word.xml import field, field_end, field_start, run, toggle, twips, w, words

GALLERY = "Table of Contents"  # Word offers "Update table" where the field stands in this one (17.5.2)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a table of contents: what it says (runs), the bookmark that it leads to, its page."""

    style_id: str | None
    content: Sequence[Element]
    target: str
    page: str = ""


def contents_style(instruction: str, level: int) -> str:
    """The name of the style that Word gives to the entries of such a field."""
    return "table of figures" if Instruction.read(instruction).has("c") else f"toc {level}"


def write_contents(instruction: str, entries: Iterable[Entry], styles: Styles, width: float) -> list[Element]:
    """A new table of contents; `width` of the text in points, for the page numbers at its right."""
    paragraphs = write_entries(entries, styles, width) or [w("p")]
    first = paragraphs[0]
    first[_after_properties(first) : _after_properties(first)] = field_start(instruction)
    paragraphs[-1].append(field_end())
    return paragraphs if Instruction.read(instruction).has("c") else [_part(paragraphs)]


def write_entries(entries: Iterable[Entry], styles: Styles, width: float) -> list[Element]:
    """The paragraphs of the entries, without the field around them."""
    return [w("p", _entry_properties(entry, styles, width), *_entry_content(entry)) for entry in entries]


def _entry_properties(entry: Entry, styles: Styles, width: float) -> Element | None:
    style = w("pStyle", val=entry.style_id) if entry.style_id else None
    if entry.style_id and any(stop.kind == "right" for stop in styles.layout(entry.style_id).tabs):
        return w("pPr", style)
    return w("pPr", style, w("tabs", w("tab", val="right", leader="dot", pos=twips(width))))


def _entry_content(entry: Entry) -> list[Element]:
    tab = run(w("rPr", toggle("webHidden", True)), w("tab"))
    page = [run(None, *words(entry.page or "1"))]
    if not entry.target:
        return [*entry.content, tab, *page]
    numbered = field(f"PAGEREF {entry.target} \\h", page)
    return [w("hyperlink", *entry.content, tab, *numbered, anchor=entry.target, history=1)]


def _part(paragraphs: Iterable[Element]) -> Element:
    part = w("docPartObj", w("docPartGallery", val=GALLERY), w("docPartUnique"))
    return w("sdt", w("sdtPr", part), w("sdtContent", *paragraphs))


def _after_properties(paragraph: Element) -> int:
    return 1 if len(paragraph) and str(paragraph[0].tag).endswith("}pPr") else 0
