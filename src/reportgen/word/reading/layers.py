"""Gathering inlines while fields, links and bookmarks open and close around them, often across each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from reportgen.document import PLAIN, Inline, Look, Text


@dataclass(frozen=True, slots=True)
class SequenceNumber:
    """The number of a caption, before the paragraph turns out to be one."""

    text: str
    look: Look = PLAIN


Item: TypeAlias = Inline | SequenceNumber


@dataclass(slots=True, eq=False)
class Layer:
    """Something open. `close` makes of the inlines in it what stands in the text; a `silent` one takes in nothing.

    `broken`: it was open over the end of a paragraph, so that only the rest of its inlines is there.
    """

    close: Callable[[Layer], Iterable[Item]]
    code: str | None = None  # a field's instruction
    silent: bool = False
    items: list[Item] = field(default_factory=list)
    look: Look = PLAIN  # of its last words, empty ones too
    broken: bool = False
    listing: bool = False  # a table of contents, whose lines are no paragraphs


class Layers:
    """The open layers of a text, the innermost last. Where there is none, inlines go to the paragraph itself."""

    def __init__(self) -> None:
        self._open: list[Layer] = []
        self._paragraph: list[Item] = []

    @property
    def innermost(self) -> Layer | None:
        return self._open[-1] if self._open else None

    @property
    def innermost_field(self) -> Layer | None:
        return next((layer for layer in reversed(self._open) if layer.code is not None), None)

    @property
    def silent(self) -> bool:
        return any(layer.silent for layer in self._open)

    @property
    def listing(self) -> Layer | None:
        """The outermost open table of contents."""
        return next((layer for layer in self._open if layer.listing), None)

    def open(self, layer: Layer) -> Layer:
        self._open.append(layer)
        return layer

    def close(self, layer: Layer) -> None:
        """Close this layer; what is open within it stays open around nothing."""
        if layer not in self._open:
            return
        at = self._open.index(layer)
        self._flush(at)
        del self._open[at]
        into = self._target(at)
        for item in layer.close(layer):
            append(into, item)

    def gather(self, layer: Layer) -> None:
        """Move into this layer what is in those that are open within it."""
        self._flush(self._open.index(layer))

    def add(self, item: Item) -> None:
        if not self.silent:
            append(self._target(len(self._open)), item)

    def end_paragraph(self) -> list[Item]:
        """What the paragraph holds. Layers that are still open go on in the next one, listings with their inlines."""
        for at in range(len(self._open) - 1, -1, -1):
            layer = self._open[at]
            layer.broken = True
            if not layer.listing:
                self._move(layer, self._target(at))
        items, self._paragraph = self._paragraph, []
        return items

    def _flush(self, at: int) -> None:
        """Move what the layers above this one hold into it."""
        for higher in range(len(self._open) - 1, at, -1):
            self._open[higher].broken = True
            self._move(self._open[higher], self._target(higher))

    def _move(self, layer: Layer, into: list[Item]) -> None:
        for item in layer.items:
            append(into, item)
        layer.items = []

    def _target(self, at: int) -> list[Item]:
        return self._open[at - 1].items if at else self._paragraph


def append(items: list[Item], item: Item) -> None:
    """Words go with the words before them where they look the same."""
    last = items[-1] if items else None
    if isinstance(item, Text) and isinstance(last, Text) and item.look == last.look:
        items[-1] = replace(last, text=last.text + item.text)
    else:
        items.append(item)


def settled(items: Iterable[Item]) -> tuple[Inline, ...]:
    """Numbers that belong to no caption are words like others."""
    made: list[Item] = []
    for item in items:
        if not isinstance(item, SequenceNumber):
            append(made, item)
        elif item.text:
            append(made, Text(item.text, item.look))
    return tuple(item for item in made if not isinstance(item, SequenceNumber))


def words_of(items: Sequence[Item]) -> str | None:
    """The words, where there is nothing but words."""
    if not all(isinstance(item, Text | SequenceNumber) for item in items):
        return None
    return "".join(item.text for item in items if isinstance(item, Text | SequenceNumber))
