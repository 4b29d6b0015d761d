"""Tables of contents, of tables and of figures: a field, and its saved entries (17.16.5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportgen.document import AS_STYLED, TabStop
from reportgen.word.elements import Element
from reportgen.word.formatting import tab_stop
from reportgen.word.instructions import Instruction
from reportgen.word.styles import Styles
from reportgen.word.xml import field, field_end, field_start, run, toggle, twips, w, words

GALLERY = "Table of Contents"  # Word offers "Update table" where the field stands in this one (17.5.2)

_LABEL = 24.0  # points: the room of a number before the words


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a table of contents: what it says (runs), the bookmark that it leads to, its page, its number."""

    style_id: str | None
    content: Sequence[Element]
    target: str
    page: str = ""
    label: str = ""


def contents_style(instruction: str, level: int) -> str:
    """The name of the style that Word gives to the entries of such a field."""
    return "table of figures" if listed_sequence(Instruction.read(instruction)) else f"toc {level}"


def listed_sequence(asked: Instruction) -> str:
    """The sequence whose captions such a field lists, with their labels (`\\c "Table"`) or without (`\\a`)."""
    return asked.switches.get("c", "") or asked.switches.get("a", "")


def write_contents(instruction: str, entries: Iterable[Entry], styles: Styles, width: float) -> list[Element]:
    """A new table of contents; `width` of the text in points, for the page numbers at its right."""
    paragraphs = write_entries(entries, styles, width) or [w("p")]
    first = paragraphs[0]
    first[_after_properties(first) : _after_properties(first)] = field_start(instruction)
    paragraphs[-1].append(field_end())
    return paragraphs if listed_sequence(Instruction.read(instruction)) else [_part(paragraphs)]


def write_entries(entries: Iterable[Entry], styles: Styles, width: float) -> list[Element]:
    """The paragraphs of the entries, without the field around them."""
    return [w("p", _entry_properties(entry, styles, width), *_entry_content(entry)) for entry in entries]


def _entry_properties(entry: Entry, styles: Styles, width: float) -> Element | None:
    """Its tab stops: Word's own way for what the style does not have, or has for a wider text."""
    style = w("pStyle", val=entry.style_id) if entry.style_id else None
    layout = styles.layout(entry.style_id) if entry.style_id else AS_STYLED
    right = [stop for stop in layout.tabs if stop.kind == "right"]
    far = [stop for stop in right if stop.at > width + 1]
    stops = [w("tab", val="clear", pos=twips(stop.at)) for stop in far]
    if entry.label:
        stops.append(tab_stop(TabStop((layout.left or 0.0) + _LABEL * (1 + entry.label.count(".") / 2))))
    if far or not right:
        stops.append(tab_stop(TabStop(width, "right", far[0].leader if far else "dots")))
    return w("pPr", style, w("tabs", *stops) if stops else None)


def _entry_content(entry: Entry) -> list[Element]:
    tab = run(w("rPr", toggle("webHidden", True)), w("tab"))
    page = [run(None, *words(entry.page or "1"))]
    content = [run(None, *words(entry.label)), run(None, w("tab")), *entry.content] if entry.label else entry.content
    if not entry.target:
        return [*content, tab, *page]
    numbered = field(f"PAGEREF {entry.target} \\h", page)
    return [w("hyperlink", *content, tab, *numbered, anchor=entry.target, history=1)]


def _part(paragraphs: Iterable[Element]) -> Element:
    part = w("docPartObj", w("docPartGallery", val=GALLERY), w("docPartUnique"))
    return w("sdt", w("sdtPr", part), w("sdtContent", *paragraphs))


def _after_properties(paragraph: Element) -> int:
    return 1 if len(paragraph) and str(paragraph[0].tag).endswith("}pPr") else 0
