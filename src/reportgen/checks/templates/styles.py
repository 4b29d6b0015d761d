"""The styles that the engine writes with: a template has them, under these names and of these kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportgen.problems import Place, Problems, nearest
from reportgen.word.contents import listed_sequence
from reportgen.word.instructions import Instruction
from reportgen.word.ratings import STYLES as RATING_STYLES
from reportgen.word.styles import StyleKind, Styles, canonical_name

RATINGS = tuple(RATING_STYLES.values())


@dataclass(frozen=True, slots=True)
class Asked:
    """A style by its name: `purpose` is what the engine sets in it, `instead` what it falls back upon.

    `optional`: it may be missing without a word.
    """

    name: str
    purpose: str
    kind: StyleKind = "paragraph"
    instead: str | None = None
    optional: bool = False


STYLES = (
    Asked("Heading 1", "a part"),
    Asked("Heading 2", "a mission, or a section of a part"),
    Asked("Heading 3", "a section of a mission"),
    Asked("Heading 4", "what is below a section of a mission"),
    *(Asked(f"Heading {level}", "still deeper headings", instead="shallower headings only") for level in range(5, 10)),
    Asked("Body Text", "ordinary paragraphs"),
    Asked("List Lead-in", "the paragraph before a list", optional=True),
    Asked("List Bullet", "bullets"),
    Asked("List Bullet 2", "bullets within a list", instead="List Bullet, indented"),
    Asked("List Bullet 3", "bullets within those", instead="List Bullet 2, indented"),
    Asked("List Number", "numbered lists"),
    Asked("List Number 2", "numbers within a list", instead="List Number, indented"),
    Asked("List Number 3", "numbers within those", instead="List Number 2, indented"),
    Asked("List Continue", "a further paragraph of a list's point"),
    Asked("Quote", "block quotations"),
    Asked("Caption", "the line above a table or figure"),
    Asked("Figure", "the paragraph that a figure's picture stands in"),
    Asked("Source", "the line under a figure or table"),
    Asked("Table Text", "the cells of a table"),
    Asked("Table Heading", "the header row of a table"),
    Asked("Report Table", "all tables", "table"),
    Asked("footnote text", "footnotes"),
    Asked("footnote reference", "the mark of a footnote", "character"),
    Asked("Hyperlink", "links", "character"),
    Asked("Table Heading Link", "links in header rows", "character", optional=True),
    Asked("Strong", "bold", "character"),
    Asked("Emphasis", "italic", "character"),
    Asked("Strong Emphasis", "bold italic", "character", instead="Strong, made italic"),
    Asked("Data Value", "figures of the data", "character", optional=True),
    Asked("toc 1", "the contents: parts"),
    Asked("toc 2", "the contents: the level below"),
    Asked("toc 3", "the contents: the level below that"),
    Asked("table of figures", "the lists of tables and of figures, where the template has them"),
    *(Asked(name, "a rating: the shading fills its cell", "character") for name in RATINGS),
)
_IN_CONTENTS = ("toc 1", "toc 2", "toc 3", "table of figures")


def check_styles(styles: Styles, contents: Mapping[str, None], name: str, problems: Problems) -> None:
    """Problems: a style that is missing or of another kind; a rating without a shading.

    `contents`: the styles that the template's own lists of contents ask for. A warning where there is something to
    fall back upon.
    """
    for asked in STYLES:
        if asked.name in _IN_CONTENTS and asked.name not in contents:
            continue
        message = _lack(asked, styles)
        if message and asked.instead:
            problems.warn("template-style", Place(name), f"{message}; it has to do with {asked.instead}")
        elif message:
            problems.error("template-style", Place(name), message, _remedy(asked, styles))


def styles_of_contents(instructions: Iterable[Instruction]) -> Mapping[str, None]:
    """The styles that entries of these fields come to stand in."""
    asked: dict[str, None] = {}
    for instruction in instructions:
        if listed_sequence(instruction):
            asked["table of figures"] = None
        else:
            levels = instruction.range("o") or instruction.range("u") or range(1, 10)
            asked |= dict.fromkeys(f"toc {level}" for level in levels)
    return asked


def _lack(asked: Asked, styles: Styles) -> str | None:
    found = styles.by_name.get(canonical_name(asked.name))
    if found is None and asked.optional:
        return None
    if found is None:
        return f"there is no style “{asked.name}”, in which the engine sets {asked.purpose}"
    if found.kind != asked.kind:
        return f"the style “{asked.name}” is a {found.kind} style, and must be a {asked.kind} style: {asked.purpose}"
    if asked.name in RATINGS and styles.look(found.id).background is None:
        return f"the style “{asked.name}” has no shading, which would fill the cells of this rating"
    return None


def _remedy(asked: Asked, styles: Styles) -> str:
    if asked.name in RATINGS and canonical_name(asked.name) in styles.by_name:
        return "Modify it in Word: Format, Border, Shading, Fill."
    needed = {canonical_name(one.name) for one in STYLES}
    spare = (name for name, found in styles.by_name.items() if found.kind == asked.kind and name not in needed)
    close = nearest(asked.name, spare) or ""
    renamed = f"{close} If so, rename it. " if close.startswith("Did") else ""
    return f"{renamed}New style in Word’s Styles pane, style type {asked.kind.capitalize()}, this very name."
