"""Whether the colour of words stands out from what they stand on (WCAG 2.2, 1.4.3 at level AA)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce

from reportgen.checks.templates.passages import Passage, Within, texts
from reportgen.checks.templates.styles import RATINGS, STYLES
from reportgen.checks.templates.tags import is_block_tag
from reportgen.document import PLAIN, USUAL_PARTS, Cell, Heading, Layout, Look, Paragraph, Row, Table
from reportgen.pdf.celllooks import Spot, cell_look, standing
from reportgen.problems import Place, Problems
from reportgen.word.looks import laid_over
from reportgen.word.ratings import ENOUGH, contrast
from reportgen.word.styles import Styles, canonical_name
from reportgen.word.table_looks import PartLook

_ENOUGH_FOR_LARGE = 3.0  # to 1
_LARGE, _LARGE_BOLD = 18.0, 14.0  # points
_PAPER, _INK = "FFFFFF", "000000"
_USUAL_SIZE = 10.0


@dataclass(frozen=True, slots=True)
class _Seen:
    what: str
    ink: str
    ground: str
    is_large: bool
    is_rating: bool = False


def check_contrast(passages: Iterable[Passage], styles: Styles, name: str, problems: Problems) -> None:
    """Warnings: the engine's styles in their own colours and in the tables, then the template's own words."""
    met: set[_Seen] = set()
    seen = [*((Place(name), one) for one in _of_styles(styles)), *_of_words(passages, styles, name)]
    for place, one in seen:
        ratio, least = contrast(one.ink, one.ground), _ENOUGH_FOR_LARGE if one.is_large else ENOUGH
        if ratio < least and one not in met:
            # rounded down: 4.499 is not 4.5
            found = f"{one.what}: #{one.ink} on #{one.ground} has a contrast of {int(ratio * 10) / 10} to 1"
            hint = "Make one of the two colours darker or lighter, in the style."
            if one.is_rating:
                hint = f"{hint} Until then, reports have these words in black or white."
            problems.warn("template-contrast", place, f"{found}, and {least:g} is the least that all can read", hint)
        met.add(one)


def _of_styles(styles: Styles) -> Iterator[_Seen]:
    resolved = _Resolved(styles)
    for asked in STYLES:
        found = styles.by_name.get(canonical_name(asked.name))
        if found is None or found.kind != asked.kind or asked.kind == "table":
            continue
        paragraph = found.name if asked.kind == "paragraph" else "Table Text" if asked.name in RATINGS else "Body Text"
        look = PLAIN if asked.kind == "paragraph" else Look(style=found.name)
        seen = resolved.seen(f"style “{asked.name}”", look, paragraph, Layout())
        if asked.name in RATINGS:
            if styles.look(found.id).colour is not None:  # else the engine takes what stands out
                yield replace(seen, is_rating=True)
        elif asked.name not in ("Table Heading", "Table Text", "Table Heading Link"):
            yield seen
    yield from _of_table_style(resolved)


def _of_table_style(resolved: _Resolved) -> Iterator[_Seen]:
    """Header and body cells of a table as the engine writes it."""
    cell = Cell(())
    rows = tuple(Row((cell, cell), header=at == 0) for at in range(4))
    table = Table(rows, "Report Table", style_parts=USUAL_PARTS)
    for at, row in enumerate(rows[:3]):
        for column in (0, 1):
            within = Within(table, row, cell, Spot(at, column, len(rows), 2, 1), "")
            style = "Table Heading" if row.header else "Table Text"
            what = f"style “{style}” in tables of style “Report Table”"
            yield resolved.seen(what, PLAIN, style, Layout(), within)
            link = "Table Heading Link" if row.header and resolved.knows("Table Heading Link") else "Hyperlink"
            yield resolved.seen(what, Look(style=link), style, Layout(), within)


def _of_words(passages: Iterable[Passage], styles: Styles, name: str) -> Iterator[tuple[Place, _Seen]]:
    resolved = _Resolved(styles)
    for passage in passages:
        if is_block_tag(passage.words) or (passage.within and _is_rated(passage.within.cell)):
            continue
        block = passage.block
        style = block.style or f"Heading {getattr(block, 'level', 1)}"
        for text in texts(block.inlines):
            if text.text.strip():
                seen = resolved.seen(f"style “{style}”", text.look, style, block.layout, passage.within)
                yield passage.place(name), seen


class _Resolved:
    """What words come to look like, by all that has a say in it, the strongest last."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._ids = {style.name: style.id for style in reversed([*styles.by_id.values()])}

    def seen(self, what: str, look: Look, style: str, layout: Layout, within: Within | None = None) -> _Seen:
        styles = self._styles
        part = self._part(within) if within else PartLook()
        identifier = self._ids.get(style, style)
        own = self._ids.get(look.style) if look.style else None
        character = styles.own_look(own) if own else PLAIN
        come = reduce(laid_over, (styles.default_look, part.look, styles.own_look(identifier), character, look))
        paper = layout.background or styles.layout(identifier).background or part.fill or _PAPER
        size, bold = come.size or _USUAL_SIZE, bool(come.bold)
        is_large = size >= _LARGE or (bold and size >= _LARGE_BOLD)
        described = f"{what} with “{look.style}”" if look.style and look.style not in what else what
        return _Seen(described, come.colour or _INK, come.background or paper, is_large)

    def knows(self, style: str) -> bool:
        return style in self._ids

    def _part(self, within: Within) -> PartLook:
        style = self._styles.table(self._ids.get(within.table.style, ""))
        parts = standing(style, within.table, within.cell, within.spot)
        return cell_look(style, parts, within.cell)


def _is_rated(cell: Cell) -> bool:
    """Whether the engine fills the cell, and sets its words in the rating's style."""
    return any("cellbg" in Passage(block).words for block in cell.blocks if isinstance(block, Paragraph | Heading))
