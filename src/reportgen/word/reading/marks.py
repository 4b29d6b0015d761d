"""What points where in a Word file: found out before all else, since a reference may stand before its target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.word.elements import Element, W
from reportgen.word.instructions import Instruction

_START, _END, _LINK = W + "bookmarkStart", W + "bookmarkEnd", W + "hyperlink"
_MARK, _CODE, _SIMPLE = W + "fldChar", W + "instrText", W + "fldSimple"
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_CONTENT = {W + "t", W + "drawing", W + "pict", W + "object", W + "sym", *_NOTES}


@dataclass(frozen=True, slots=True)
class Marks:
    """Names of bookmarks: `referred` are those that something leads to, `wrapping` those with words in them,
    `numbering` those that hold the number of a caption. `notes`: the kind and id of the note called in a bookmark.
    """

    referred: frozenset[str] = frozenset()
    wrapping: frozenset[str] = frozenset()
    numbering: frozenset[str] = frozenset()
    notes: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def lead_to(self, name: str) -> bool:
        """Whether Word's own bookmark of this name (`_Toc1`, `_GoBack`) is of any use."""
        return name in self.referred or name in self.numbering


def read_marks(roots: Iterable[Element]) -> Marks:
    """The marks of all parts of a file that hold text."""
    found = _Scan()
    for root in roots:
        found.scan(root)
    return Marks(frozenset(found.referred), frozenset(found.wrapping), frozenset(found.numbering), found.notes)


class _Scan:
    def __init__(self) -> None:
        self.referred: set[str] = set()
        self.wrapping: set[str] = set()
        self.numbering: set[str] = set()
        self.notes: dict[str, tuple[str, str]] = {}
        self._open: dict[str, str] = {}  # id → name of the bookmarks that we are in
        self._passed: list[str] = []  # names of the bookmarks around nothing since the last content
        self._codes: list[str | None] = []  # of the fields that we are in; None: their code is read

    def scan(self, root: Element) -> None:
        self._open.clear()
        self._passed.clear()
        self._codes.clear()
        for element in root.iter(_START, _END, _LINK, _MARK, _CODE, _SIMPLE, *_CONTENT):
            self._meet(element)

    def _meet(self, element: Element) -> None:
        tag = str(element.tag)
        if tag == _START:
            self._open[element.get(W + "id", "")] = element.get(W + "name", "")
        elif tag == _END:
            name = self._open.pop(element.get(W + "id", ""), "")
            if name and name not in self.wrapping:
                self._passed.append(name)
        elif tag == _LINK:
            self.referred.add(element.get(W + "anchor", ""))
        elif tag == _SIMPLE:
            self._instruction(element.get(W + "instr", ""))
        elif tag == _MARK:
            self._field(element.get(W + "fldCharType"))
        elif tag == _CODE:
            if self._codes and self._codes[-1] is not None:
                self._codes[-1] += element.text or ""
        else:
            self.wrapping.update(self._open.values())
            if tag in _NOTES:
                self._note((_NOTES[tag], element.get(W + "id", "")))
            self._passed.clear()

    def _note(self, note: tuple[str, str]) -> None:
        """LibreOffice saves the bookmark around a note's mark as one around nothing, right before it."""
        for name in (*self._open.values(), *self._passed):
            self.notes.setdefault(name, note)

    def _field(self, mark: str | None) -> None:
        if mark == "begin":
            self._codes.append("")
        elif self._codes:
            if self._codes[-1] is not None:
                self._instruction(self._codes[-1])
            self._codes[-1] = None
            if mark == "end":
                self._codes.pop()

    def _instruction(self, text: str) -> None:
        instruction = Instruction.read(text)
        if instruction.kind == "SEQ":
            self.numbering.update(self._open.values())
        self.referred.update(_targets(instruction))


def _targets(instruction: Instruction) -> Iterator[str]:
    if instruction.kind in ("REF", "PAGEREF"):
        yield instruction.argument
    elif instruction.kind == "HYPERLINK":
        yield instruction.switches.get("l", "")
