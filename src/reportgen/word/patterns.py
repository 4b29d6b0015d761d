"""The data tables as the template draws them: a caption with the table's label, and the table right after it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from reportgen.problems import Place, Problems
from reportgen.word.bookmarks import END, START
from reportgen.word.elements import points
from reportgen.word.sections import ends_section, section_of, text_width
from reportgen.word.slots import label_slot, shown
from reportgen.word.xml import Element, W, detach, twips

_OVERHANG = 22.0  # points: Word lets tables begin and end beside the text, by the space in their cells


@dataclass(frozen=True, slots=True)
class Pattern:
    caption: Element
    table: Element
    width: float  # of the text where the template has it, in points
    section: Element | None = None  # the properties of the section that it has to itself there

    def take_out(self) -> None:
        """Out of its place; a section that held nothing else goes with it."""
        after = self.table.getnext()
        detach(self.caption)
        detach(self.table)
        if self.section is not None and after is not None:
            detach(after)

    def fit(self, width: float) -> None:
        """Make the table as much narrower as the text is at its new place, and no wider than that; never wider."""
        columns = (points(column.get(W + "w")) for column in self.table.iterfind(f"{W}tblGrid/{W}gridCol"))
        whole = sum(column or 0.0 for column in columns)
        scale = min(width / self.width, 1.0)
        if whole * scale > width + _OVERHANG:
            scale = width / whole
        for element in self.table.iter(W + "gridCol", W + "tcW", W + "tblW") if scale < 1 else ():
            said = points(element.get(W + "w"))
            if said is not None and element.get(W + "type", "dxa") == "dxa":
                element.set(W + "w", str(twips(said * scale)))


def find_patterns(body: Element, template: str, problems: Problems) -> dict[str, Pattern]:
    """All of them by the table's id. Problems: a label without a table after it, a table that is drawn twice."""
    found: dict[str, Pattern] = {}
    for caption in list(body.iter(W + "p")):
        identifier = label_slot(caption)
        if identifier is None:
            continue
        place = Place(template, paragraph=shown(caption))
        table = _next(caption)
        if table is None or table.tag != W + "tbl":
            hint = "the caption's paragraph and its table belong together, nothing between them"
            problems.error("template", place, f"no table follows the caption of “{identifier}”", hint)
        elif identifier in found:
            problems.error("template", place, f"table “{identifier}” is drawn twice", "draw each table once")
        else:
            found[identifier] = Pattern(caption, table, text_width(caption), _own_section(caption, table))
    return found


def _next(element: Element) -> Element | None:
    """Word puts the marks of bookmarks between paragraphs, too."""
    following = element.getnext()
    while following is not None and following.tag in (START, END):
        following = following.getnext()
    return following


def _own_section(caption: Element, table: Element) -> Element | None:
    """The properties of the section that holds nothing else; its end is a paragraph without words."""
    before, after = caption.getprevious(), table.getnext()
    alone = (before is None or ends_section(before)) and after is not None and ends_section(after)
    return deepcopy(section_of(table)) if alone and after is not None and not _words(after) else None


def _words(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(W + "t")).strip()
