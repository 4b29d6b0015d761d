"""Sections as pages: which share their paper, and what runs in their heads and feet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from reportgen.document import Block, Document, Margins, Page, Section

Side: TypeAlias = Literal["head", "foot"]
Variant: TypeAlias = Literal["default", "first", "even"]


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Pages that share one paper. `margins` has the blocks of each head and foot that differs from the default's."""

    number: int
    page: Page
    sections: tuple[Section, ...]
    margins: Mapping[tuple[Side, Variant], tuple[Block, ...]]
    is_two_sided: bool

    @property
    def name(self) -> str:
        return f"s{self.number}"


def sheaves(document: Document) -> Iterator[Sheaf]:
    """The sheaves of a document. A head or foot that a section doesn't have is the one before (17.10.1)."""
    heads = feet = Margins()
    for number, sections in enumerate(_runs(document.sections), start=1):
        for section in sections:
            heads, feet = _inherited(heads, section.heads), _inherited(feet, section.feet)
        page = sections[0].page
        yield Sheaf(number, page, sections, _margins(page, heads, feet, document), document.even_and_odd)


def margin_name(sheaf: Sheaf, side: Side, variant: Variant) -> str:
    """The name under which a head or foot runs."""
    return f"{sheaf.name}-{side}-{variant}"


def variants(sheaf: Sheaf) -> Iterator[Variant]:
    """The kinds of page that this sheaf has, from the weakest to the strongest."""
    yield "default"
    if sheaf.is_two_sided:
        yield "even"
    if sheaf.page.first_differs:
        yield "first"


def _runs(sections: tuple[Section, ...]) -> Iterator[tuple[Section, ...]]:
    run: list[Section] = []
    for section in sections:
        if run and not (section.page.starts == "continuous" and _same_paper(run[0].page, section.page)):
            yield tuple(run)
            run = []
        run.append(section)
    if run:
        yield tuple(run)


def _same_paper(one: Page, other: Page) -> bool:
    return (one.width, one.height) == (other.width, other.height)


def _inherited(before: Margins, own: Margins) -> Margins:
    said = {name: getattr(own, name) for name in ("default", "first", "even") if getattr(own, name) is not None}
    return replace(before, **said)


def _margins(
    page: Page, heads: Margins, feet: Margins, document: Document
) -> dict[tuple[Side, Variant], tuple[Block, ...]]:
    sides: tuple[tuple[Side, Margins], ...] = (("head", heads), ("foot", feet))
    made: dict[tuple[Side, Variant], tuple[Block, ...]] = {}
    for side, margins in sides:
        made[side, "default"] = margins.default or ()
        if document.even_and_odd:
            made[side, "even"] = margins.even or ()
        if page.first_differs:
            made[side, "first"] = margins.first or ()
    return made
