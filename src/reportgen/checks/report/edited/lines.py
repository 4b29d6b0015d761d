"""What a paragraph of a Word file says: as it is to be quoted, and as the rules read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from reportgen.checks.report.edited.grid import inlines_of
from reportgen.checks.report.reading.passage import Bound, NoteMark, Reference
from reportgen.document import (
    Break,
    CrossReference,
    Inline,
    Link,
    Note,
    NoteCall,
    Picture,
    Tab,
    Text,
    Value,
)
from reportgen.edition.sources import Source

OWN_NOTE = "note"  # the key of one that cites no source
_QUOTED = 60  # letters of a paragraph that a problem quotes
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "‑": "-", "\u00ad": None})
_DISPLAY = "the display"  # what a live reference says, as in the narrative's passages


@dataclass(slots=True)
class Line:
    """What one paragraph says: for the rules (with figures and references marked), and to be quoted."""

    text: str = ""
    quoted: str = ""
    figures: list[tuple[Value, str]] = field(default_factory=list)  # with the digits typed beside it
    bound: list[Bound] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    labels: list[CrossReference] = field(default_factory=list)  # those of the references, as the file says them
    marks: list[NoteMark] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    def without_lead(self, label: str) -> Line:
        """A caption's words behind its label and number."""
        lead = len(self.text) - len(self.text.lstrip(" .:–—-"))
        bound = [Bound(one.start - lead, one.end - lead, one.value) for one in self.bound]
        return Line(self.text[lead:], f"{label}{self.quoted}", bound=bound, notes=self.notes)


@dataclass(frozen=True, slots=True)
class LineReader:
    """`anchors`: the ids of figures and tables by what leads to them. `right`: what a figure should say."""

    anchors: Mapping[str, str]
    sources: Sequence[Source]
    right: Callable[[Value], str]

    def read(self, inlines: Iterable[Inline]) -> Line:
        line = Line()
        self._say(tuple(inlines), line)
        return line

    def key(self, note: Note) -> str:
        """The source that a note cites; OWN_NOTE where it cites none."""
        words = " ".join("".join(said(inlines_of(note.blocks))).split())
        found = [one for one in self.sources if words.startswith(one.text)]
        return max(found, key=lambda one: len(one.text)).key if found else OWN_NOTE

    def _say(self, inlines: Sequence[Inline], line: Line) -> None:
        for number, one in enumerate(inlines):
            start = len(line.text)
            match one:
                case Text(text=text):
                    behind_figure = number > 0 and isinstance(inlines[number - 1], Value)
                    line.text += text[len(_ahead(text)) :] if behind_figure else text
                    line.quoted += text
                case Value():
                    before = _behind(line.text) if number and isinstance(inlines[number - 1], Text) else ""
                    following = inlines[number + 1] if number + 1 < len(inlines) else None
                    after = _ahead(following.text) if isinstance(following, Text) else ""
                    line.figures.append((one, before + one.text + after))
                    line.text = line.text[: start - len(before)]
                    right = replace(one, text=self.right(one))
                    line.bound.append(Bound(len(line.text), len(line.text) + len(right.text), right))
                    line.text += right.text
                    line.quoted += one.text
                case CrossReference(kind="label", target=target, text=text):
                    line.labels.append(one)
                    line.text += _DISPLAY
                    line.quoted += text
                    line.references.append(Reference(start, len(line.text), self.anchors.get(target, "")))
                case Link(target=target, inlines=inside):
                    self._say(inside, line)
                    if not target.startswith("#"):
                        line.references.append(Reference(start, len(line.text), target, "link"))
                case NoteCall(note=note, again=again):
                    line.marks.append(NoteMark(start, self.key(note)))
                    line.notes += [] if again else [note]
                case Picture():
                    line.pictures.append(one)
                case Break() | Tab():
                    line.text += " "
                    line.quoted += " "


@lru_cache(maxsize=8192)  # of a file and of the one that would be built today, word by word
def plain(text: str) -> str:
    """Words without what typing may change in them: capitals, spaces, kinds of quotation mark and dash."""
    return " ".join(text.casefold().translate(_PLAIN).split())


def said(inlines: Iterable[Inline]) -> Iterator[str]:
    """The words of inlines, one by one."""
    return (one.text for one in inlines if isinstance(one, Text | Value | CrossReference))


def start_of(text: str) -> str:
    """The start of a paragraph's words, as problems quote it."""
    words = " ".join(text.split())
    return words if len(words) <= _QUOTED else words[: _QUOTED - 1].rstrip() + "…"


def _behind(text: str) -> str:
    """Digits at the end of a text: they were typed right before a figure, and change it."""
    found = re.search(r"\d[\d.,]*$", text)
    return found[0] if found else ""


def _ahead(text: str) -> str:
    """Digits at its beginning."""
    found = re.match(r"\d+|(?:[.,]\d+)+", text)
    return found[0] if found else ""
