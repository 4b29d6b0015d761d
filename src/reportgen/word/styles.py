"""The styles of a Word file (ECMA-376-1, 17.7), each with what it says by itself and what it comes to.

A style says little by itself: the rest comes from the style that it is based on, and at the root from the file's
defaults. Theme fonts and theme colours stand here as the fonts and colours that they name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Literal, TypeAlias, get_args

from reportgen.document import AS_STYLED, PLAIN, Layout, Look
from reportgen.problems import Problems
from reportgen.word.elements import Element, W, is_on, switch, value, whole
from reportgen.word.looks import cleared_tabs, joined_tabs, laid_over, read_layout, read_look
from reportgen.word.numbering import NO_NUMBERING, Numbering, read_numbering
from reportgen.word.package import Package, open_package
from reportgen.word.table_looks import TableLook, read_table_look, table_laid_over
from reportgen.word.theme import Theme, read_theme

StyleKind: TypeAlias = Literal["paragraph", "character", "table", "numbering"]

# Word stores most built-in names as its style pane shows them; these it stores in lower case.
_SHOWN = re.compile(r"(heading [1-9]|caption|header|footer)", re.IGNORECASE)
_STORED = re.compile(r"(toc [1-9]|footnote text|footnote reference|endnote text|endnote reference)", re.IGNORECASE)
_TITLED = re.compile(
    r"(normal|body text|list (bullet|number|continue)( [2-5])?|quote|hyperlink|strong|emphasis|title|subtitle)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Style:
    """One style as the file has it: `look` and `layout` are what it says by itself, beside `based_on` (an id).

    `outline_level` counts from 0, as `w:outlineLvl` does; 9 is body text. `numbering` is a `w:numId` and a level,
    from 0 too. `hidden`: its text does not print.
    """

    id: str
    name: str
    kind: StyleKind = "paragraph"
    based_on: str | None = None
    look: Look = PLAIN
    layout: Layout = AS_STYLED
    cleared_tabs: frozenset[float] = frozenset()  # where it takes away stops of the style below
    outline_level: int | None = None
    numbering: tuple[str, int] | None = None
    table: TableLook | None = None
    hidden: bool | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by id and by name (see `canonical_name`), and the defaults that paragraph styles stand on.

    The methods take an id, or a name where no style has that id; what is unknown counts as the default paragraph style.
    """

    by_id: Mapping[str, Style] = field(default_factory=dict)
    by_name: Mapping[str, Style] = field(default_factory=dict)
    default_look: Look = PLAIN
    default_layout: Layout = AS_STYLED
    default_paragraph: str = ""  # ids
    default_table: str = ""
    levels: Numbering = NO_NUMBERING
    theme: Theme = field(default_factory=Theme)

    def find(self, style: str) -> Style | None:
        """The style of this id, else of this name, else the default paragraph style."""
        return self.by_id.get(style) or self.by_name.get(style) or self.by_id.get(self.default_paragraph)

    def name(self, style: str) -> str:
        found = self.find(style)
        return found.name if found else "Normal"

    def look(self, style: str) -> Look:
        """What the style comes to; a character style without the defaults, which are those of its paragraph."""
        own = self.own_look(style)
        found = self.find(style)
        return own if found and found.kind == "character" else laid_over(self.default_look, own)

    def layout(self, style: str) -> Layout:
        """What a paragraph style comes to, the indents of its list level included."""
        return laid_over(self.default_layout, self.own_layout(style))

    def own_look(self, style: str) -> Look:
        """As `look`, but without the file's defaults: None is what a table style or the defaults decide."""
        return reduce(laid_over, (one.look for one in self._from_root(style)), PLAIN)

    def own_layout(self, style: str) -> Layout:
        """As `layout`, but without the file's defaults."""
        resolved = AS_STYLED
        for one in self._from_root(style):
            if one.numbering is not None:
                resolved = laid_over(resolved, self.levels.layout(*one.numbering))
            tabs = joined_tabs(resolved.tabs, one.layout.tabs, one.cleared_tabs)
            resolved = replace(laid_over(resolved, one.layout), tabs=tabs)
        return resolved

    def table(self, style: str) -> TableLook:
        """What a table style comes to; for an unknown id the default table style."""
        found = self.find(style)
        known = style if found and found.kind == "table" else self.default_table
        looks = (one.table for one in self._from_root(known) if one.table is not None)
        return reduce(table_laid_over, looks, TableLook())

    def heading_level(self, style: str) -> int | None:
        """1 to 9 for a heading's style, None for body text."""
        levels = (one.outline_level for one in self._to_root(style))
        level = next((level for level in levels if level is not None), None)
        return level + 1 if level is not None and level < 9 else None

    def numbering(self, style: str) -> tuple[str, int] | None:
        """The `w:numId` and level of a paragraph style that stands in a list by itself."""
        numbered = (one.numbering for one in self._to_root(style))
        found = next((numbering for numbering in numbered if numbering is not None), None)
        return None if found is None or found[0] == "0" else found

    def hidden(self, style: str) -> bool:
        said = (one.hidden for one in self._to_root(style))
        return next((hidden for hidden in said if hidden is not None), False)

    def _to_root(self, style: str) -> Iterator[Style]:
        """The style, the one it is based on, and so on; a ring ends where it closes."""
        met: set[str] = set()
        following = self.find(style)
        while following is not None and following.id not in met:
            met.add(following.id)
            yield following
            following = self.by_id.get(following.based_on or "")

    def _from_root(self, style: str) -> list[Style]:
        return [*self._to_root(style)][::-1]


def canonical_name(stored: str) -> str:
    """A style's name as the style pane shows it: `heading 1` → `Heading 1`; but `toc 1` and `footnote text` stay."""
    name = stored.strip()
    if _SHOWN.fullmatch(name):
        return name.capitalize()
    if _STORED.fullmatch(name):
        return name.lower()
    return name.title() if _TITLED.fullmatch(name) else name


def read_styles(data: bytes, name: str, problems: Problems) -> Styles:
    """The styles of a Word file. Raises InputError where it cannot be opened."""
    return styles_of(open_package(data, name, problems))


def styles_of(package: Package) -> Styles:
    main = package.main
    theme = read_theme(main.related_root("theme"), main.related_root("settings"))
    return read_styles_part(main.related_root("styles"), theme, read_numbering(main.related_root("numbering"), theme))


def read_styles_part(root: Element | None, theme: Theme, numbering: Numbering = NO_NUMBERING) -> Styles:
    """The styles part; without one, a file has a single style `Normal`."""
    if root is None:
        return Styles(levels=numbering, theme=theme)
    styles = [_style(element, theme, numbering) for element in root.iterfind(W + "style")]
    defaults = root.find(W + "docDefaults")
    return Styles(
        by_id={style.id: style for style in styles},
        by_name={style.name: style for style in reversed(styles)},
        default_look=read_look(_defaults(defaults, "rPr"), theme),
        default_layout=read_layout(_defaults(defaults, "pPr"), theme),
        default_paragraph=_default(root, "paragraph"),
        default_table=_default(root, "table"),
        levels=numbering,
        theme=theme,
    )


def _style(element: Element, theme: Theme, numbering: Numbering) -> Style:
    identifier, paragraph, run = (
        element.get(W + "styleId", ""),
        element.find(W + "pPr"),
        element.find(W + "rPr"),
    )
    name, kind = canonical_name(value(element, "name") or identifier), _kind(element)
    return Style(
        id=identifier,
        name=name,
        kind=kind,
        based_on=value(element, "basedOn"),
        look=read_look(run, theme),
        layout=read_layout(paragraph, theme),
        cleared_tabs=cleared_tabs(paragraph),
        outline_level=_outline_level(name, paragraph),
        numbering=_numbering(identifier, paragraph, numbering),
        table=read_table_look(element, theme) if kind == "table" else None,
        hidden=switch(run, "vanish"),
    )


def _kind(element: Element) -> StyleKind:
    said = element.get(W + "type", "paragraph")
    return next((kind for kind in get_args(StyleKind) if kind == said), "paragraph")


def _outline_level(name: str, paragraph: Element | None) -> int | None:
    """Word's own heading styles need not say their level."""
    level = whole(value(paragraph, "outlineLvl"))
    if level is None and re.fullmatch(r"Heading [1-9]", name):
        return int(name[-1]) - 1
    return level


def _numbering(identifier: str, paragraph: Element | None, numbering: Numbering) -> tuple[str, int] | None:
    """A style's level is the one that names the style (17.9.23); `w:ilvl` says it where none does."""
    numbered = paragraph.find(W + "numPr") if paragraph is not None else None
    number = value(numbered, "numId")
    if number is None:
        return None
    named = numbering.level_naming(number, identifier)
    return number, named if named is not None else whole(value(numbered, "ilvl")) or 0


def _defaults(defaults: Element | None, tag: str) -> Element | None:
    return defaults.find(f"{W}{tag}Default/{W}{tag}") if defaults is not None else None


def _default(root: Element, kind: str) -> str:
    return next(
        (
            style.get(W + "styleId", "")
            for style in root.iterfind(W + "style")
            if style.get(W + "type") == kind and is_on(style.get(W + "default"))
        ),
        "",
    )
