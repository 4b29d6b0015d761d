"""What WeasyPrint made of a tree: which pages, how they are numbered, and whether everything is on them.

WeasyPrint has been seen to lose footnotes without a word (Kozea/WeasyPrint#2502), so what is printed is counted: every
element of the tree must be on the pages with all its letters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes

from reportgen.document import Page
from reportgen.pdf.pages import Room
from reportgen.pdf.sections import Sheaf, Variant
from reportgen.pdf.tree import Element

_POINTS = 0.75  # in a CSS pixel
_SLACK = 0.5  # points by which a head may be higher than its margin before the margin grows

Rendered = Any  # weasyprint.Document, whose pages have no typed boxes


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page: the sheaf it belongs to, its place there (from 0), the number that it bears, and its kind."""

    sheaf: Sheaf
    index: int
    number: int
    variant: Variant


@dataclass(frozen=True, slots=True)
class Survey:
    """The elements whose words, or whose picture, are not all on the pages; the fonts that words ask for."""

    lost: Sequence[Element]
    fonts: Collection[str]


def page_facts(rendered: Rendered, sheaves: Sequence[Sheaf]) -> list[PageFacts]:
    by_name = {sheaf.name: sheaf for sheaf in sheaves}
    facts: list[PageFacts] = []
    for page in rendered.pages:
        sheaf = by_name.get(page._page_box.page_type.name) or (facts[-1].sheaf if facts else sheaves[0])
        goes_on = bool(facts) and facts[-1].sheaf is sheaf
        index = facts[-1].index + 1 if goes_on else 0
        number = facts[-1].number + 1 if facts else 1
        if not goes_on and sheaf.page.number_from is not None:
            number = sheaf.page.number_from
        facts.append(PageFacts(sheaf, index, number, _variant(sheaf, index, number, page._page_box.page_type.side)))
    return facts


def rooms_needed(rendered: Rendered, facts: Sequence[PageFacts]) -> dict[tuple[str, Variant], Room]:
    """Where a head or foot is higher than its margin, or the words stand lower: how wide the margin must be."""
    needed: dict[tuple[str, Variant], Room] = {}
    counts = Counter(fact.sheaf.name for fact in facts)
    for page, fact in zip(rendered.pages, facts, strict=True):
        room = needed.get((fact.sheaf.name, fact.variant), Room())
        top, bottom = _needed(page._page_box, fact.sheaf)
        if counts[fact.sheaf.name] == 1:
            top = max(top, _top_of_words(page._page_box, fact.sheaf.page))
        if top > page._page_box.margin_top * _POINTS + _SLACK:
            room = Room(max(top, room.top), room.bottom)
        if bottom > page._page_box.margin_bottom * _POINTS + _SLACK:
            room = Room(room.top, max(bottom, room.bottom))
        if room != Room():
            needed[fact.sheaf.name, fact.variant] = room
    return needed


def survey(rendered: Rendered, root: Element) -> Survey:
    """Look at all that is on the pages, and compare it with the tree."""
    printed: Counter[Element] = Counter()
    fonts: set[str] = set()
    for page in rendered.pages:
        for box in _descendants(page._page_box):
            if isinstance(box, boxes.TextBox):
                fonts.add(box.style["font_family"][0])
                if "::" not in box.element_tag:
                    printed[box.element] += _letters(box.text)
            elif isinstance(box, boxes.ReplacedBox):
                printed[box.element] += 1
    return Survey([element for element, count in _expected(root) if printed[element] < count], fonts)


def numbered_places(rendered: Rendered, facts: Sequence[PageFacts]) -> Mapping[str, int]:
    """The number of the page of each id; the first where it is on several."""
    places: dict[str, int] = {}
    for page, fact in zip(rendered.pages, facts, strict=True):
        for identifier in page.anchors:
            places.setdefault(identifier, fact.number)
    return places


def _variant(sheaf: Sheaf, index: int, number: int, side: str) -> Variant:
    if index == 0 and sheaf.page.first_differs:
        return "first"
    is_even = number % 2 == 0 if sheaf.page.number_from is not None else side == "left"
    return "even" if sheaf.is_two_sided and is_even else "default"


def _needed(page_box: Any, sheaf: Sheaf) -> tuple[float, float]:
    """How much room head and foot take, in points, from the edge of the paper."""
    needed = {"@top-left": 0.0, "@bottom-left": 0.0}
    distances = {"@top-left": sheaf.page.head_distance, "@bottom-left": sheaf.page.foot_distance}
    for box in page_box.children:
        if isinstance(box, boxes.MarginBox) and box.children:
            first, last = box.children[0], box.children[-1]
            height = last.position_y + last.margin_height() - first.position_y
            needed[box.at_keyword] = distances[box.at_keyword] + height * _POINTS
    return needed["@top-left"], needed["@bottom-left"]


def _top_of_words(page_box: Any, page: Page) -> float:
    """Where the words begin on the only page of a section that centres them, or moves them down (17.6.23)."""
    share = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[page.vertical]
    blocks = [block for section in page_box.children[0].children[0].children for block in section.children]
    if not share or not blocks:
        return 0.0
    end: float = max(block.position_y + block.margin_height() for block in blocks)
    free: float = page.height - page.top - page.bottom - (end - page_box.content_box_y()) * _POINTS
    return page.top + max(free, 0.0) * share


def _descendants(box: Any) -> Iterator[Any]:
    for child in box.all_children():
        yield child
        yield from _descendants(child)


def _expected(element: Element) -> Iterator[tuple[Element, int]]:
    if element.tag in ("head", "running-block"):
        return
    said = _letters(element.text) + sum(_letters(child.tail) for child in element)
    if element.tag == "img" or said:
        yield element, said or 1
    for child in element:
        yield from _expected(child)


def _letters(text: str | None) -> int:
    return sum(map(len, text.split())) if text else 0
