"""Saved results of fields, all worked out in the finished body: Word need not update on opening (17.16.5).

Captions are numbered in the order in which they stand, references repeat them, contents list what is there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen.word.bookmarks import END, START, tidy_bookmarks
from reportgen.word.elements import Element, W, local, whole
from reportgen.word.instructions import numeral
from reportgen.word.joining import join_runs
from reportgen.word.listings import settle_contents
from reportgen.word.names import styles_of
from reportgen.word.notes import KINDS, Notes
from reportgen.word.order import mend
from reportgen.word.outline import Outline
from reportgen.word.page_fields import settle_pages
from reportgen.word.results import Field, isolate_marks, read_fields, set_result, shown_text

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_OTHER_THAN_TEXT = "nrwptd"  # switches that make a REF say a paragraph's number or place: their saved result stays
_REFERENCE_MARKS = tuple(f"{W}{kind}Reference" for kind in KINDS)


def settle(document: WordDocument, notes: Notes, pages: Mapping[str, int] | None = None) -> None:
    """Put the finished body in order and work out its saved results: numbers, references, notes, contents.

    `pages` by bookmark; a page that is not in it keeps its saved number, 1 at first. May be called again.
    """
    body: Element = document.element.body
    mend(body)
    roots = (body, *notes.roots)
    for root in roots:
        isolate_marks(root)
        join_runs(root)
    notes.arrange(body)
    tidy_bookmarks(roots)
    outline = Outline(styles_of(document), body)
    fields = [field for root in roots for field in read_fields(root)]
    _settle_captions(fields, outline)
    _settle_references(fields, roots, notes.numbers(body))
    settle_contents(fields, roots, outline)
    tidy_bookmarks(roots)
    settle_pages(document, notes, pages or {})


def _settle_captions(fields: Iterable[Field], outline: Outline) -> None:
    """SEQ: each sequence by itself. `\\r` sets it, `\\c` repeats it, `\\s` restarts it at a heading level."""
    counts: Counter[tuple[str, int]] = Counter()
    for field in fields:
        asked = field.instruction
        if asked.kind != "SEQ" or len(asked.arguments) != 1:
            continue
        level = whole(asked.switches.get("s"))
        chapter = outline.headings_before(field.begin, level) if level else 0
        sequence = asked.argument.lower(), chapter
        counts[sequence] += 0 if asked.has("c") else 1
        if asked.has("r"):
            counts[sequence] = whole(asked.switches["r"]) or 0
        hidden = asked.has("h") and not asked.has("*")
        set_result(field, "" if hidden else numeral(counts[sequence], asked.switches.get("*", "")))


def _settle_references(
    fields: Iterable[Field], roots: Iterable[Element], numbers: Mapping[tuple[str, str], tuple[int, str]]
) -> None:
    """REF says the words of its bookmark, NOTEREF the number of the note that its bookmark holds."""
    bookmarks = {start.get(W + "name", ""): start for root in roots for start in root.iter(START)}
    for field in fields:
        start = bookmarks.get(field.instruction.argument)
        content = _content(start) if start is not None else ()
        match field.instruction.kind:
            case "REF" if not any(field.instruction.has(switch) for switch in _OTHER_THAN_TEXT):
                _show(field, shown_text(content))
            case "NOTEREF":
                _show(field, _note_number(content, numbers, field))


def _show(field: Field, text: str) -> None:
    """A reference to nothing keeps what it says: Word would print an error there, and a check names it."""
    if text.strip():
        set_result(field, text.strip())


def _content(start: Element) -> Sequence[Element]:
    """What a bookmark holds, where it begins and ends in one paragraph."""
    found: list[Element] = []
    for sibling in start.itersiblings():
        if sibling.tag == END and sibling.get(W + "id") == start.get(W + "id"):
            return found
        found.append(sibling)
    return ()


def _note_number(content: Iterable[Element], numbers: Mapping[tuple[str, str], tuple[int, str]], field: Field) -> str:
    for element in content:
        for reference in element.iter(*_REFERENCE_MARKS):
            kind = local(reference).removesuffix("Reference")
            number, shown = numbers.get((kind, reference.get(W + "id", "")), (0, ""))
            if shown:
                form = field.instruction.switches.get("*", "")
                return numeral(number, form) if form else shown
    return ""
