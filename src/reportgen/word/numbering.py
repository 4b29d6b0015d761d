"""How a Word file numbers and marks paragraphs (ECMA-376-1, 17.9), and the counting that gives each its label."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from reportgen.document import AS_STYLED, PLAIN_MARK, Layout, Mark
from reportgen.word import spelling
from reportgen.word.elements import Element, W, switch, value, whole
from reportgen.word.instructions import numeral
from reportgen.word.looks import alignment, read_layout, read_look
from reportgen.word.symbols import is_symbol_font, plain_symbols
from reportgen.word.theme import Theme

_FORMS = {
    "lowerRoman": "roman",
    "upperRoman": "Roman",
    "lowerLetter": "alphabetic",
    "upperLetter": "Alphabetic",
}
_FOLLOWING: dict[str, Literal["space", "nothing"]] = {"space": "space", "nothing": "nothing"}
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `text` is a pattern, `%1.%2`; `layout` holds its indents.

    `restarts_after`: the level (from 1) whose paragraphs make this one start again; None: any above; 0: never.
    """

    format: str = "decimal"
    text: str = "%1."
    start: int = 1
    layout: Layout = AS_STYLED
    style: str | None = None  # id of the paragraph style that is linked with this level
    restarts_after: int | None = None
    legal: bool = False  # all numbers in it as digits
    mark: Mark = PLAIN_MARK

    @property
    def ordered(self) -> bool:
        return self.format not in ("bullet", "none")


@dataclass(frozen=True, slots=True)
class Num:
    """What a `w:numId` stands for: a definition that it counts with, and what it changes in it."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]  # of the levels that begin anew with the first paragraph of this num


@dataclass(frozen=True, slots=True)
class Numbering:
    nums: Mapping[str, Num] = field(default_factory=dict)

    def level(self, num_id: str, level: int) -> Level | None:
        num = self.nums.get(num_id)
        return num.levels.get(level) if num else None

    def layout(self, num_id: str, level: int) -> Layout:
        """The indents that a paragraph has from its list."""
        found = self.level(num_id, level)
        return found.layout if found else AS_STYLED

    def level_naming(self, num_id: str, style_id: str) -> int | None:
        """The level that is linked with a paragraph style."""
        num = self.nums.get(num_id)
        levels = num.levels.items() if num else ()
        return next((number for number, level in levels if level.style == style_id), None)


NO_NUMBERING = Numbering()


class Counting:
    """Counts through a document: `label` is to be asked once for each numbered paragraph, in document order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}  # of each definition, by level
        self._started: set[tuple[str, int]] = set()
        self._begun_by: dict[tuple[str, int], str] = {}  # of each definition and level that counts: the num

    def label(self, num_id: str, level: int) -> tuple[str, int]:
        """What stands before the paragraph (empty: nothing), and its number."""
        num, found = self._numbering.nums.get(num_id), self._numbering.level(num_id, level)
        if num is None or found is None:
            return "", 1
        counts = self._counts.setdefault(num.definition, {})
        counts[level] = self._next(num_id, num, level, counts)
        _forget_deeper(num, level, counts)
        return _label(num, found, counts), counts[level]

    def begun_by(self, num_id: str, level: int) -> str:
        """The num whose paragraph began the count that the last paragraph of this one goes on with.

        LibreOffice lets only the first paragraph of a list have the num that starts it, the others have the style's.
        """
        num = self._numbering.nums.get(num_id)
        return self._begun_by.get((num.definition, level), num_id) if num else num_id

    def _next(self, num_id: str, num: Num, level: int, counts: Mapping[int, int]) -> int:
        begins = level in num.starts and (num_id, level) not in self._started
        self._started.add((num_id, level))
        if begins or level not in counts:
            above = (self._begun_by[num.definition, one] for one in range(level - 1, -1, -1) if one in counts)
            self._begun_by[num.definition, level] = num_id if begins else next(above, num_id)
            return num.starts.get(level, num.levels[level].start)
        return counts[level] + 1


def read_numbering(root: Element | None, theme: Theme) -> Numbering:
    """The numbering part; without one, nothing is numbered."""
    if root is None:
        return NO_NUMBERING
    definitions = {element.get(W + "abstractNumId", ""): element for element in root.iterfind(W + "abstractNum")}
    links = ((value(element, "styleLink"), identifier) for identifier, element in definitions.items())
    linked = {link: identifier for link, identifier in links if link}
    nums = {}
    for element in root.iterfind(W + "num"):
        identifier = value(element, "abstractNumId") or ""
        if identifier in definitions:
            identifier = linked.get(value(definitions[identifier], "numStyleLink") or "", identifier)
            nums[element.get(W + "numId", "")] = _num(element, identifier, definitions[identifier], theme)
    return Numbering(nums)


USUAL_NOTES = {"footnote": "decimal", "endnote": "lowerRoman"}  # the formats of their numbers (17.11.17)


def formatted(number: int, form: str) -> str:
    """A number in one of Word's formats (17.18.59); those of other scripts count in digits."""
    match form:
        case "lowerRoman" | "upperRoman" | "lowerLetter" | "upperLetter":
            return numeral(number, _FORMS[form])
        case "decimalZero":
            return f"{number:02}"
        case "ordinal":
            return f"{number}{_ORDINALS.get(number % 10, 'th') if number % 100 // 10 != 1 else 'th'}"
        case "cardinalText":
            return spelling.cardinal(number)
        case "ordinalText":
            return spelling.ordinal(number)
        case "numberInDash":
            return f"- {number} -"
        case "none":
            return ""
        case "chicago":
            return "*†‡§"[(number - 1) % 4] * (1 + (number - 1) // 4)
        case _:
            return str(number)


def _num(element: Element, identifier: str, definition: Element, theme: Theme) -> Num:
    levels = _levels(definition, theme)
    starts = {}
    for override in element.iterfind(W + "lvlOverride"):
        number = whole(override.get(W + "ilvl")) or 0
        levels |= _levels(override, theme)
        start = whole(value(override, "startOverride"))
        if start is not None:
            starts[number] = start
    return Num(identifier, levels, starts)


def _levels(parent: Element, theme: Theme) -> dict[int, Level]:
    return {whole(element.get(W + "ilvl")) or 0: _level(element, theme) for element in parent.iterfind(W + "lvl")}


def _level(element: Element, theme: Theme) -> Level:
    form = value(element, "numFmt") or "decimal"
    text = value(element, "lvlText") or ""
    start = whole(value(element, "start"))
    indents = read_layout(element.find(W + "pPr"), theme)
    return Level(
        format=form,
        text=_bullet(element, text) if form == "bullet" else text,
        start=1 if start is None else start,
        layout=Layout(left=indents.left, right=indents.right, first_line=indents.first_line),
        style=value(element, "pStyle"),
        restarts_after=whole(value(element, "lvlRestart")),
        legal=bool(switch(element, "isLgl")),
        mark=_mark(element, indents, theme),
    )


def _mark(element: Element, indents: Layout, theme: Theme) -> Mark:
    """The fonts of bullets have done their work in `_bullet`."""
    look = read_look(element.find(W + "rPr"), theme)
    if look.font is not None and (is_symbol_font(look.font) or look.font.casefold().startswith("courier")):
        look = replace(look, font=None)
    side = alignment(value(element, "lvlJc"))
    return Mark(
        look=look,
        alignment="left" if side is None or side == "justify" else side,
        follows=_FOLLOWING.get(value(element, "suff") or "", "tab"),
        tab=indents.tabs[-1].at if indents.tabs else None,
    )


def _bullet(element: Element, text: str) -> str:
    """A bullet of a symbol font, or a picture, as a character that any font has."""
    if element.find(W + "lvlPicBulletId") is not None:
        return "•"
    fonts = element.find(f"{W}rPr/{W}rFonts")
    font = (fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "") if fonts is not None else ""
    if font.casefold().startswith("courier") and text == "o":
        return "◦"  # what Word draws with the letter
    return plain_symbols(text, font).replace("−", "–")  # a dash is meant


def _forget_deeper(num: Num, level: int, counts: dict[int, int]) -> None:
    for deeper in [known for known in counts if known > level]:
        restarts_after = num.levels[deeper].restarts_after if deeper in num.levels else None
        if restarts_after is None or 0 < level + 1 <= restarts_after:
            del counts[deeper]


def _label(num: Num, level: Level, counts: Mapping[int, int]) -> str:
    if level.format == "bullet":
        return level.text

    def number(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        counted = num.levels.get(place, level)
        form = "decimal" if level.legal and counted.format != "none" else counted.format
        return formatted(counts.get(place, counted.start), form)

    return re.sub(r"%([1-9])", number, level.text)
