"""Lists: Word knows only numbered paragraphs; which of them make a list, and which lists stand within an item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reportgen.document import Block, List, ListItem, Mark, Paragraph

_NEAR = 1.0  # points between indents that are meant to be the same
_FAMILY = re.compile(r"List (?:Bullet|Number|Continue)(?: ([2-9]))?")
_CONTINUING = "List Continue"


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered paragraph. `num_id` is that which its count began with; `left` is where its words begin, in points."""

    paragraph: Paragraph
    num_id: str
    level: int
    left: float
    label: str
    number: int
    ordered: bool
    mark: Mark


@dataclass(slots=True)
class _Open:
    """A list that may still grow, and its items so far: the entry of each, and what stands in it."""

    first: Entry
    items: list[tuple[Entry, list[Block | _Open]]] = field(default_factory=list)


def grouped(found: Iterable[Block | Entry]) -> tuple[Block, ...]:
    """The same in the same order, list paragraphs as lists."""
    return tuple(_closed(block) for block in _gathered(found))


def _gathered(found: Iterable[Block | Entry]) -> Iterator[Block | _Open]:
    lists: list[_Open] = []  # the innermost last
    for one in found:
        if isinstance(one, Entry):
            outermost = lists[0] if lists else None
            _enter(one, lists)
            if outermost is not None and lists[0] is not outermost:
                yield outermost
        elif lists and isinstance(one, Paragraph) and one.style.startswith(_CONTINUING):
            _continued(one, lists).items[-1][1].append(one)
        else:
            yield from lists[:1]
            lists.clear()
            yield one
    yield from lists[:1]


def _enter(entry: Entry, lists: list[_Open]) -> None:
    """Add the entry to the list that it belongs to, or to a new one within the last item."""
    while lists and _depth(entry, lists[-1].first) < 0:
        lists.pop()
    if lists and _depth(entry, lists[-1].first) == 0 and entry.num_id != lists[-1].first.num_id:
        lists.pop()
    elif lists and _depth(entry, lists[-1].first) == 0:
        lists[-1].items.append((entry, [entry.paragraph]))
        return
    new = _Open(entry, [(entry, [entry.paragraph])])
    if lists:
        lists[-1].items[-1][1].append(new)
    lists.append(new)


def _depth(entry: Entry, other: Entry) -> float:
    """How much deeper the entry stands than the other: by level, by the depth in their styles' names, by indent."""
    if entry.num_id == other.num_id and entry.level != other.level:
        return entry.level - other.level
    mine, others = _named_depth(entry.paragraph), _named_depth(other.paragraph)
    if mine is not None and others is not None:
        return mine - others
    if entry.num_id == other.num_id or abs(entry.left - other.left) <= _NEAR:
        return 0
    return entry.left - other.left


def _continued(paragraph: Paragraph, lists: list[_Open]) -> _Open:
    """The list whose last item this paragraph goes on with; those within it are done."""
    depth = _named_depth(paragraph)
    while len(lists) > 1 and _is_deeper(lists[-1].first, depth, paragraph.layout.left):
        lists.pop()
    return lists[-1]


def _is_deeper(entry: Entry, depth: int | None, left: float | None) -> bool:
    named = _named_depth(entry.paragraph)
    if depth is not None and named is not None:
        return named > depth
    return left is not None and entry.left > left + _NEAR


def _named_depth(paragraph: Paragraph) -> int | None:
    """2 for `List Bullet 2`. None where the style says nothing of it, or the paragraph is indented otherwise."""
    found = _FAMILY.fullmatch(paragraph.style)
    return int(found[1] or 1) if found and paragraph.layout.left is None else None


def _closed(block: Block | _Open) -> Block:
    if not isinstance(block, _Open):
        return block
    items = (ListItem(tuple(map(_closed, blocks)), entry.label, entry.mark) for entry, blocks in block.items)
    return List(tuple(items), block.first.ordered, block.first.number if block.first.ordered else 1)
