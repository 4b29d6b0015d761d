"""Bookmarks: new ones while a document is written, all of them put in order when it is finished (17.13.6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count

from reportgen.word.elements import Element, W
from reportgen.word.xml import bookmark, detach

START, END = W + "bookmarkStart", W + "bookmarkEnd"


class Bookmarks:
    """Makes bookmarks whose ids and names are free. A second one of a name is left out: so does Word."""

    def __init__(self, *roots: Element) -> None:
        starts = [start for root in roots for start in root.iter(START)]
        ids = [start.get(W + "id", "") for start in starts]
        self._ids = count(1 + max((int(one) for one in ids if one.isdecimal()), default=-1))
        self._names = {start.get(W + "name", "") for start in starts}
        self._numbers: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(1))

    def around(self, name: str, content: Iterable[Element]) -> list[Element]:
        if name in self._names:
            return list(content)
        self._names.add(name)
        return bookmark(next(self._ids), name, content)

    def free(self, prefix: str) -> str:
        """The next name of this prefix and a number that is not in use."""
        names = (f"{prefix}{number}" for number in self._numbers[prefix])
        return next(name for name in names if name not in self._names)


def tidy_bookmarks(roots: Iterable[Element]) -> None:
    """Pair starts and ends, keep the first bookmark of each name, number the ids in document order.

    A template's loop copies the bookmarks in it, ids and names; Word would keep one of them at random.
    """
    names: set[str] = set()
    numbers = count()
    for root in roots:
        for start, end in _pairs(root):
            name = start.get(W + "name", "")
            if name in names:
                detach(start)
                detach(end)
                continue
            names.add(name)
            number = str(next(numbers))
            start.set(W + "id", number)
            end.set(W + "id", number)


def _pairs(root: Element) -> list[tuple[Element, Element]]:
    """Each start with the next end of its id, in the order of the starts. What has no pair is taken out."""
    open_starts: dict[str, list[Element]] = defaultdict(list)
    ends: dict[Element, Element] = {}
    starts: list[Element] = []
    for mark in list(root.iter(START, END)):
        waiting = open_starts[mark.get(W + "id", "")]
        if mark.tag == START:
            starts.append(mark)
            waiting.append(mark)
        elif waiting:
            ends[waiting.pop()] = mark
        else:
            detach(mark)
    for start in starts:
        if start not in ends:
            detach(start)
    return [(start, ends[start]) for start in starts if start in ends]
