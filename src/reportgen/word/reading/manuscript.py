"""The Word file being read: what its parts have in common, and what is said about it to the user."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reportgen.document import Layout, Value
from reportgen.problems import Place, Problems
from reportgen.word.elements import MC, VAL, Element, W, descend, whole
from reportgen.word.numbering import Counting
from reportgen.word.package import Package
from reportgen.word.reading.marks import Marks, read_marks
from reportgen.word.styles import Styles, styles_of

_STORIES = ("footnotes", "endnotes", "header", "footer")  # the parts beside the main one that hold text
_BESIDES = (MC + "Fallback", W + "txbxContent", W + "del", W + "moveFrom")  # not a paragraph's own words
_EDGES_SINCE = 15  # the compatibility mode of Word 2013
_QUOTED = 60  # letters of a paragraph that a problem quotes

# What is counted on the way and said once: one and many of it, and what becomes of them.
_TALLIES = {
    "insertion": ("tracked insertion", "tracked insertions", "printed as if accepted"),
    "deletion": ("tracked deletion", "tracked deletions", "left out as if accepted"),
    "move": ("tracked move", "tracked moves", "carried out as if accepted"),
    "comment": ("comment", "comments", "left out"),
    "hidden": ("piece of hidden text", "pieces of hidden text", "left out"),
}
_TRACKED = ("insertion", "deletion", "move")


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What reading a paragraph needs to know of its style."""

    name: str
    heading_level: int | None
    numbering: tuple[str, int] | None
    layout: Layout
    hidden: bool


@dataclass(slots=True)
class Manuscript:
    """`values` are the figures that came from data, as they were written, by the names of their bookmarks."""

    package: Package
    problems: Problems
    styles: Styles
    marks: Marks
    values: Mapping[str, Value]
    counting: Counting
    tally: Counter[str] = field(default_factory=Counter)
    hidden_letters: int = 0  # so far
    values_met: set[str] = field(default_factory=set)  # their bookmarks'
    _styles: dict[str, ParagraphStyle] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package, problems: Problems, values: Mapping[str, Value]) -> Manuscript:
        styles, main = styles_of(package), package.main
        parts = [main, *(part for kind in _STORIES for part in main.all_of_type(kind))]
        marks = read_marks(part.root for part in parts)
        return cls(package, problems, styles, marks, values, Counting(styles.levels))

    @property
    def settings(self) -> Element | None:
        return self.package.main.related_root("settings")

    @property
    def aligns_edges(self) -> bool:
        """Whether tables begin with their edge where text begins, as they do since Word 2013."""
        settings = self.settings
        found = settings.iterfind(f"{W}compat/{W}compatSetting") if settings is not None else ()
        modes = (one.get(VAL) for one in found if one.get(W + "name") == "compatibilityMode")
        return (whole(next(modes, None)) or 0) >= _EDGES_SINCE

    def style(self, style_id: str | None) -> ParagraphStyle:
        identifier = style_id or self.styles.default_paragraph
        if identifier not in self._styles:
            styles = self.styles
            self._styles[identifier] = ParagraphStyle(
                styles.name(identifier),
                styles.heading_level(identifier),
                styles.numbering(identifier),
                styles.layout(identifier),
                styles.hidden(identifier),
            )
        return self._styles[identifier]

    def warn(self, code: str, message: str, near: Element | None = None, hint: str | None = None) -> None:
        """`near`: an element in the paragraph that this is about."""
        quoted = beginning(near) if near is not None else None
        self.problems.warn(code, Place(self.package.name, paragraph=quoted or None), message, hint)

    def count(self, what: str) -> None:
        """What is said once in the end: an insertion, a comment …"""
        self.tally[what] += 1

    def report_tallies(self) -> None:
        """Say how often what was met that does not print."""
        tracked = [_tallied(what, self.tally[what]) for what in _TRACKED if self.tally[what]]
        if tracked:
            self.warn(
                "tracked-changes", "; ".join(tracked), hint="accept or reject the changes in Word: Review, Accept"
            )
        if count := self.tally["comment"]:
            self.warn("comments", _tallied("comment", count), hint="delete them in Word once they are dealt with")
        if count := self.tally["hidden"]:
            self.warn("hidden-text", _tallied("hidden", count), hint="in Word: Home, ¶ shows it")


def beginning(element: Element) -> str:
    """The start of the text of the paragraph that an element stands in, or is."""
    paragraph = next((one for one in _outwards(element) if one.tag == W + "p"), None)
    if paragraph is None:
        return ""
    texts = (inner.text or "" for inner in descend(paragraph, *_BESIDES) if inner.tag == W + "t")
    text = re.sub(r"\s+", " ", "".join(texts)).strip()
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1].rstrip() + "…"


def letters(text: str) -> int:
    """How many there are, blanks apart."""
    return len("".join(text.split()))


def _outwards(element: Element) -> Iterable[Element]:
    yield element
    yield from element.iterancestors()


def _tallied(what: str, count: int) -> str:
    one, many, fate = _TALLIES[what]
    return f"{count} {one if count == 1 else many} {'is' if count == 1 else 'are'} {fate}"
