"""The saved entries of every table of contents, tables and figures in a finished body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from reportgen.word.bookmarks import START, Bookmarks
from reportgen.word.contents import GALLERY, Entry, contents_style, listed_sequence, write_entries
from reportgen.word.elements import Element, W, value
from reportgen.word.instructions import Instruction
from reportgen.word.marking import VALUE_STYLE
from reportgen.word.names import style_id
from reportgen.word.origins import BOOKMARK
from reportgen.word.outline import Outline
from reportgen.word.results import Field, result_elements, shown_text, shown_words
from reportgen.word.runs import NOTE_BOOKMARK
from reportgen.word.sections import text_width
from reportgen.word.xml import run, w, words

_TARGET = "_Toc"  # begins the names of Word's own bookmarks for contents
_BETWEEN = " :.–—\xa0"  # a caption's number and its words
_KEPT = frozenset(W + tag for tag in ("rStyle", "b", "bCs", "i", "iCs", "vertAlign", "lang"))
_UNKNOWN = "bfl"  # switches that ask for other things than headings and captions: such contents stay as saved


def settle_contents(fields: Sequence[Field], roots: Sequence[Element], outline: Outline) -> None:
    """Rebuild each; one with nothing to list is taken out, with its content control and its `TOC Heading`."""
    contents = [field for field in fields if field.instruction.kind == "TOC"]
    if not contents:
        return
    context = _Context(fields, Bookmarks(*roots), outline, _saved_pages(fields))
    for field in contents:
        span = _span(field)
        if span is None or any(field.instruction.has(switch) for switch in _UNKNOWN):
            continue
        entries = [context.entry(listed, field.instruction) for listed in context.listed(field.instruction)]
        if entries:
            _refill(field, span, write_entries(entries, outline.styles, text_width(span[0])))
        else:
            _take_out(field, span, outline)


@dataclass(frozen=True, slots=True)
class _Listed:
    level: int
    paragraph: Element


@dataclass(frozen=True, slots=True)
class _Context:
    fields: Iterable[Field]
    bookmarks: Bookmarks
    outline: Outline
    pages: Mapping[str, str]

    def listed(self, asked: Instruction) -> Iterator[_Listed]:
        if sequence := listed_sequence(asked):
            yield from self._captions(sequence)
            return
        for level, paragraph in self.outline.listed(asked):
            if shown_text(paragraph).strip():
                yield _Listed(level, paragraph)

    def entry(self, listed: _Listed, asked: Instruction) -> Entry:
        target = _target(listed.paragraph, self.bookmarks)
        style = style_id(self.outline.styles, contents_style(asked.text, listed.level))
        label = self.outline.label(listed.paragraph)
        said = _after_label(listed.paragraph) if asked.has("a") else listed.paragraph
        return Entry(style, self._words(said), target, self.pages.get(target, ""), label)

    def _captions(self, sequence: str) -> Iterator[_Listed]:
        seen: set[Element] = set()
        for field in self.fields:
            asked = field.instruction
            if asked.kind == "SEQ" and asked.argument.lower() == sequence.lower():
                paragraph = next(field.begin.iterancestors(W + "p"), None)
                if paragraph is not None and paragraph not in seen:
                    seen.add(paragraph)
                    yield _Listed(1, paragraph)

    def _words(self, paragraph: Element) -> list[Element]:
        """The words of a heading or caption, in their own looks but for links; no marks of notes."""
        pieces = ((self._look(said), text) for said, text in shown_words(paragraph))
        spoken = [(look, text) for look, text in pieces if look is not None]
        return [
            run(etree.fromstring(look) if look else None, *words("".join(text for _, text in group)))
            for look, group in groupby(spoken, key=lambda piece: piece[0])
        ]

    def _look(self, said: Element) -> bytes | None:
        """What stays of the run's properties, as XML so that neighbours compare; None for a note's mark."""
        holder = said.getparent()
        properties = holder.find(W + "rPr") if holder is not None else None
        style = self.outline.styles.name(value(properties, "rStyle") or "").lower()
        if style in ("footnote reference", "endnote reference"):
            return None
        kept = [child for child in (properties if properties is not None else ()) if child.tag in _KEPT]
        if style in ("hyperlink", VALUE_STYLE.lower()):
            kept = [child for child in kept if child.tag != W + "rStyle"]
        return etree.tostring(w("rPr", *(deepcopy(child) for child in kept))) if kept else b""


def _after_label(caption: Element) -> Element:
    """A copy of the caption from the words on that stand after its label and number."""
    rest = deepcopy(caption)
    numbered = [at for at, child in enumerate(rest) if next(child.iter(W + "fldChar"), None) is not None]
    rest[: max(numbered, default=-1) + 1] = []
    for text in rest.iter(W + "t"):
        text.text = (text.text or "").lstrip(_BETWEEN)
        if text.text:
            break
    return rest


def _saved_pages(fields: Iterable[Field]) -> Mapping[str, str]:
    return {
        field.instruction.argument: shown_text(result_elements(field)).strip()
        for field in fields
        if field.instruction.kind == "PAGEREF"
    }


def _target(paragraph: Element, bookmarks: Bookmarks) -> str:
    """The bookmark that the paragraph begins with, else a new one around its words."""
    before = None
    for child in paragraph:
        if child.tag == START and not child.get(W + "name", "").startswith((BOOKMARK, NOTE_BOOKMARK)):
            return child.get(W + "name", "")
        if child.tag != W + "pPr":
            before = child
            break
    name = bookmarks.free(_TARGET)
    start, end = bookmarks.around(name, ())
    paragraph.insert(0 if before is None else paragraph.index(before), start)
    paragraph.append(end)
    return name


Span = tuple[Element, Element]  # the paragraphs in which a field begins and ends, in one container


def _span(field: Field) -> Span | None:
    first, last = field.begin.getparent(), field.end.getparent()
    if first is None or last is None or field.separate is None or field.separate.getparent() is not first:
        return None
    paragraphs = first.tag == last.tag == W + "p"
    return (first, last) if paragraphs and first.getparent() is last.getparent() else None


def _refill(field: Field, span: Span, entries: list[Element]) -> None:
    first, last = span
    head, tail = _head(field, first), _tail(field, last)
    after = 1 if entries[0][0].tag == W + "pPr" else 0
    entries[0][after:after] = head
    stays = _stands_apart(field, span)
    if not stays:
        entries[-1].extend(tail)
    for entry in entries:
        first.addprevious(entry)
    _remove_paragraphs(first, last, keep_last=stays)
    if stays:
        last[:] = [*(child for child in last if child.tag == W + "pPr"), *tail]


def _stands_apart(field: Field, span: Span) -> bool:
    """Word ends the field in a paragraph of its own, after the entries; other programs in the last entry."""
    first, last = span
    return first is not last and not shown_text(_before(field.end, last)).strip()


def _take_out(field: Field, span: Span, outline: Outline) -> None:
    first, last = span
    control = next((sdt for sdt in first.iterancestors(W + "sdt") if _is_contents(sdt)), None)
    start = control if control is not None else first
    heading = start.getprevious()
    if heading is not None and outline.is_contents_heading(heading):
        _remove_paragraphs(heading, heading)
    if control is not None:
        _remove_paragraphs(control, control)
        return
    rest = _tail(field, last)[1:]
    _remove_paragraphs(first, last, keep_last=bool(rest))
    if rest:
        last[:] = [*(child for child in last if child.tag == W + "pPr"), *rest]


def _is_contents(control: Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj")
    return value(gallery, "docPartGallery") == GALLERY


def _head(field: Field, first: Element) -> list[Element]:
    """What stands before the entries: the field's beginning, and whatever was before that."""
    assert field.separate is not None
    at = first.index(field.separate)
    return [child for child in list(first)[: at + 1] if child.tag != W + "pPr"]


def _tail(field: Field, last: Element) -> list[Element]:
    return list(last)[last.index(field.end) :]


def _before(mark: Element, paragraph: Element) -> list[Element]:
    return list(paragraph)[: paragraph.index(mark)]


def _remove_paragraphs(first: Element, last: Element, *, keep_last: bool = False) -> None:
    """Remove all from first to last; a section that ended in one of them still ends there."""
    parent = first.getparent()
    assert parent is not None
    gone = list(parent)[parent.index(first) : parent.index(last) + (0 if keep_last else 1)]
    for element in gone:
        for section in list(element.iter(W + "sectPr")):
            last.addnext(w("p", w("pPr", section)))
    for element in gone:
        parent.remove(element)
