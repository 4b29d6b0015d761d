"""Tags that lie across parts of a paragraph: docxtpl takes away what stands between their braces, and tears them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from reportgen.checks.templates.places import place_of
from reportgen.checks.templates.tags import TAG, tag_of
from reportgen.problems import Problems
from reportgen.word.elements import Element, W, descend

_BEGINS, _ENDS = ("if", "for"), ("endif", "endfor")
_PARTS = "tracked changes, links or content controls"


def check_torn_tags(paragraphs: Iterable[Element], name: str, problems: Problems) -> None:
    """Errors: a tag that begins in one part of its paragraph and ends in another, or whose pair does."""
    for paragraph in paragraphs:
        for message, hint in _torn(paragraph):
            problems.error("template-tag", place_of(paragraph, name), message, hint)


def _torn(paragraph: Element) -> Iterator[tuple[str, str]]:
    pieces, words = _pieces(paragraph)
    balance: Counter[Element] = Counter()
    for found in TAG.finditer(words):
        tag = tag_of(found[0], paragraph)
        first, *others = (part for start, end, part in pieces if start < found.end() and end > found.start())
        if any(part is not first for part in others):
            hint = "accept the changes that are tracked, or take link and control out; then type it anew"
            yield f"{tag.text} stands in several parts of its paragraph: {_PARTS}", hint
        elif not tag.unit:
            balance[first] += (tag.statement in _BEGINS) - (tag.statement in _ENDS)
    if any(count for part, count in balance.items() if part is not paragraph):
        message = "a pair of tags begins within a tracked change, a link or a content control and ends elsewhere"
        yield message, "open and close the pair in the same"


def _pieces(paragraph: Element) -> tuple[list[tuple[int, int, Element]], str]:
    """Where the words of each run begin and end, and what holds the run; deleted ones have a place, and no words."""
    pieces: list[tuple[int, int, Element]] = []
    words = ""
    for one in descend(paragraph, W + "p"):
        if one.tag in (W + "t", W + "delText"):
            start = len(words)
            words += (one.text or "") if one.tag == W + "t" else ""
            pieces.append((start, len(words), next(islice(one.iterancestors(), 1, 2))))
    return pieces, words
