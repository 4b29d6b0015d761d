"""How lists are marked: a style for each depth, and for each ordered list its own `w:num` (17.9)."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.document import Layout
from reportgen.word.elements import VAL, Element, W, whole
from reportgen.word.names import numbering_root, style_id
from reportgen.word.styles import Styles
from reportgen.word.xml import w

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_STEP = 18.0  # points: what a depth adds where the template has no style of its own for it


@dataclass(frozen=True, slots=True)
class Form:
    """How paragraphs of one place are set: a style, and an indent where the template has no style so deep."""

    style: str
    left: float | None = None

    def layout(self, own: Layout) -> Layout:
        return own if self.left is None or own.left is not None else replace(own, left=self.left)


class ListMarks:
    """The lists of one Word file: the styles `List Bullet`, `List Bullet 2` … and their numbering."""

    def __init__(self, document: WordDocument, styles: Styles) -> None:
        root = numbering_root(document)
        nums = root.iterfind(W + "num") if root is not None else ()
        self._nums = {num.get(W + "numId", ""): num for num in nums}
        self._styles = styles

    def items(self, family: str, depth: int) -> Form:
        """The form of `List Bullet` or `List Number` at this depth, counted from 1."""
        for shallower in range(depth, 1, -1):
            if style_id(self._styles, f"{family} {shallower}"):
                return self._deeper(f"{family} {shallower}", depth - shallower)
        return self._deeper(family, depth - 1)

    def continued(self, depth: int, items: Form) -> Form:
        """The form of what follows in an item of this form: under its words."""
        style = "List Continue" if depth == 1 else f"List Continue {depth}"
        if depth == 1 or style_id(self._styles, style):
            return Form(style)
        return Form("List Continue", self._left(items.style) if items.left is None else items.left)

    def of_style(self, style: str) -> Element | None:
        """The `w:numPr` that a style's paragraphs have by themselves; None where it does not number."""
        numbering = self._numbering(style)
        return _mark(*numbering) if numbering else None

    def starting(self, style: str, at: int) -> Element | None:
        """The `w:numPr` of a new list, counting as the style does, from `at` on; None where that does not."""
        numbering = self._numbering(style)
        if numbering is None or numbering[0] not in self._nums:
            return None
        own = deepcopy(self._nums[numbering[0]])
        number = str(1 + max(whole(identifier) or 0 for identifier in self._nums))
        own.set(W + "numId", number)
        _override_start(own, numbering[1], at)
        next(reversed(self._nums.values())).addnext(own)
        self._nums[number] = own
        return _mark(number, numbering[1])

    def _deeper(self, style: str, missing: int) -> Form:
        return Form(style, self._left(style) + missing * _STEP if missing else None)

    def _left(self, style: str) -> float:
        identifier = style_id(self._styles, style)
        return (self._styles.layout(identifier).left if identifier else None) or 0.0

    def _numbering(self, style: str) -> tuple[str, int] | None:
        identifier = style_id(self._styles, style)
        return self._styles.numbering(identifier) if identifier else None


def _mark(number: str, level: int) -> Element:
    return w("numPr", w("ilvl", val=level), w("numId", val=number))


def _override_start(num: Element, level: int, at: int) -> None:
    overrides = {whole(override.get(W + "ilvl")): override for override in num.iterfind(W + "lvlOverride")}
    override = overrides.get(level)
    if override is None:
        override = w("lvlOverride", ilvl=level)
        num.append(override)
    found = override.find(W + "startOverride")
    if found is None:
        override.insert(0, w("startOverride", val=at))
    else:
        found.set(VAL, str(at))
