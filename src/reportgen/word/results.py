"""Complex fields in a body: finding them, reading what they show, setting it (17.16.18)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.word.elements import MC, Element, W
from reportgen.word.instructions import Instruction
from reportgen.word.xml import run, w, words

_MARK, _INSTRUCTION, _SIMPLE = W + "fldChar", W + "instrText", W + "fldSimple"
_RUN, _RUN_PROPERTIES = W + "r", W + "rPr"
_TEXT = W + "t"
_SPACES = {
    W + "tab": " ",
    W + "br": " ",
    W + "cr": " ",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}


@dataclass(frozen=True, slots=True)
class Field:
    """The runs that hold a field's three marks; `separate` is None where it has no result."""

    instruction: Instruction
    begin: Element
    separate: Element | None
    end: Element


def isolate_marks(root: Element) -> None:
    """Make every field a complex one whose marks stand in runs of their own, and that asks for no update."""
    for simple in reversed(list(root.iter(_SIMPLE))):
        _unfold(simple)
    for mark in list(root.iter(_MARK)):
        mark.attrib.pop(W + "dirty", "")
        crowded = mark.getparent()
        if crowded is not None and sum(child.tag != _RUN_PROPERTIES for child in crowded) > 1:
            _split(crowded)


def read_fields(root: Element) -> list[Field]:
    """All fields below, in the order of their begins; one that is not closed is left out.

    What stands in a fallback for old Words says everything a second time, and is passed over.
    """
    closed: list[tuple[int, Field]] = []
    waiting: list[_Open] = []
    doubled = next(root.iter(MC + "Fallback"), None) is not None
    for order, mark in enumerate(root.iter(_MARK, _INSTRUCTION)):
        holder = mark.getparent()
        if holder is None or (doubled and next(mark.iterancestors(MC + "Fallback"), None) is not None):
            continue
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            waiting.append(_Open(order, holder))
        elif not waiting:
            continue
        elif mark.tag == _INSTRUCTION:
            waiting[-1].instruction += (mark.text or "") if waiting[-1].separate is None else ""
        elif kind == "separate":
            waiting[-1].separate = holder
        elif kind == "end":
            done = waiting.pop()
            field = Field(Instruction.read(done.instruction), done.begin, done.separate, holder)
            closed.append((done.order, field))
    return [field for _, field in sorted(closed, key=lambda found: found[0])]


@dataclass(slots=True)
class _Open:
    order: int
    begin: Element
    separate: Element | None = None
    instruction: str = ""


def shown_text(elements: Iterable[Element]) -> str:
    """The words that these elements print: not instructions; tabs and breaks as spaces."""
    return "".join(text for _, text in shown_words(elements))


def shown_words(elements: Iterable[Element]) -> Iterator[tuple[Element, str]]:
    """The same, piece by piece, each with the element that says it."""
    showing: list[bool] = []
    for element in elements:
        for inner in element.iter():
            if inner.tag == _MARK:
                _note_mark(showing, inner.get(W + "fldCharType"))
            elif all(showing) and inner.tag in _SPACES:
                yield inner, _SPACES[str(inner.tag)]
            elif all(showing) and inner.tag == _TEXT and inner.text:
                yield inner, " ".join(inner.text.splitlines()).replace("\t", " ")


def result_elements(field: Field) -> list[Element]:
    """What stands between *separate* and *end*; nothing where these are in different paragraphs."""
    found: list[Element] = []
    for sibling in field.separate.itersiblings() if field.separate is not None else ():
        if sibling is field.end:
            return found
        found.append(sibling)
    return []


def set_result(field: Field, text: str) -> None:
    """Make the field show `text`, in the look that its result had. Bookmarks in it stay."""
    if field.separate is None:
        field.end.addprevious(run(_properties(field.end), w("fldChar", fldCharType="separate")))
    elif field.separate.getparent() is not field.end.getparent():
        return
    old = result_elements(field)
    runs = [element for element in old if element.tag == _RUN]
    if len(runs) == 1 and shown_text(runs) == text and text:
        return
    properties = _properties(runs[0]) if runs else None
    for element in old:
        if element.tag not in (W + "bookmarkStart", W + "bookmarkEnd"):
            parent = element.getparent()
            assert parent is not None
            parent.remove(element)
    field.end.addprevious(run(properties, *words(text)))


def _properties(holder: Element) -> Element | None:
    return holder.find(_RUN_PROPERTIES)


def _note_mark(showing: list[bool], kind: str | None) -> None:
    if kind == "begin":
        showing.append(False)
    elif showing and kind == "separate":
        showing[-1] = True
    elif showing and kind == "end":
        showing.pop()


def _unfold(simple: Element) -> None:
    parent = simple.getparent()
    assert parent is not None
    instruction = w("instrText")
    instruction.text = simple.get(W + "instr", "")
    before = (w("fldChar", fldCharType="begin"), instruction, w("fldChar", fldCharType="separate"))
    at = parent.index(simple)
    content = [child for child in simple if child.tag != W + "fldData"]
    parent[at : at + 1] = [
        *(run(None, mark) for mark in before),
        *content,
        run(None, w("fldChar", fldCharType="end")),
    ]


def _split(crowded: Element) -> None:
    properties = _properties(crowded)
    for child in [child for child in crowded if child is not properties]:
        crowded.addprevious(run(properties, child))
    parent = crowded.getparent()
    assert parent is not None
    parent.remove(crowded)
