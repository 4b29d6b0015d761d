"""What readers who do not see a page live on: headings, header rows, alternative texts, contents that are live."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportgen.checks.templates.passages import Passage
from reportgen.checks.templates.places import place_of, words_of
from reportgen.checks.templates.tags import is_block_tag
from reportgen.document import Heading
from reportgen.problems import Place, Problems
from reportgen.word.elements import MC, WP, Element, V, W, is_on, switch, value
from reportgen.word.styles import Styles

_STATEMENT = re.compile(r"\{%p[-+]?\s+(\w+)")
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_LEADER = re.compile(r"(\.{4,}|…{2,})\s*\d{1,3}$")
_CHANGES = tuple(W + tag for tag in ("ins", "del", "moveFrom", "moveTo"))


def check_headings(passages: Iterable[Passage], name: str, problems: Problems) -> None:
    """A warning for each heading that leaves out a level, whichever branches of the tags come before it."""
    levels = _Levels()
    for passage in passages:
        statement = _STATEMENT.match(passage.words.strip())
        if statement and is_block_tag(passage.words):
            levels.pass_tag(statement[1].lower())
        elif isinstance(passage.block, Heading) and passage.within is None:
            wanted = levels.before + 1
            if passage.block.level > wanted:
                what = f"Heading {passage.block.level} follows Heading {levels.before}"
                message = what if levels.before else f"the first heading is of level {passage.block.level}"
                hint = f"Make it Heading {wanted}: contents, bookmarks and screen readers go by the levels."
                problems.warn("template-heading", passage.place(name), f"a level is left out: {message}", hint)
            levels.before = passage.block.level


class _Levels:
    """The deepest level that may stand right before, over the branches of `if` and `for`."""

    def __init__(self) -> None:
        self.before = 0
        self._open: list[_Branches] = []

    def pass_tag(self, statement: str) -> None:
        if statement in ("if", "for"):
            self._open.append(_Branches(self.before, [] if statement == "if" else [self.before]))
        elif self._open and statement in ("elif", "else"):
            branches = self._open[-1]
            branches.ends.append(self.before)
            branches.is_complete |= statement == "else"
            self.before = branches.start
        elif self._open and statement in ("endif", "endfor"):
            branches = self._open.pop()
            left_out = [] if branches.is_complete else [branches.start]
            self.before = max([self.before, *branches.ends, *left_out])


@dataclass(slots=True)
class _Branches:
    start: int
    ends: list[int]
    is_complete: bool = False


def check_tables(tables: Iterable[Element], name: str, problems: Problems) -> None:
    """A warning for each table without a header row."""
    for table in tables:
        rows = table.findall(W + "tr")
        if rows and not any(_is_header(row) for row in rows):
            paragraph = next(table.iter(W + "p"), table)  # some programs write cells without one
            hint = "Table Layout, Repeat Header Rows, with the cursor in the first row."
            problems.warn("template-table", place_of(paragraph, name), "this table has no header row", hint)


def check_pictures(paragraphs: Iterable[Element], name: str, problems: Problems) -> int:
    """How many there are. A warning for each that has no alternative text and is not marked as decoration."""
    count = 0
    for paragraph in paragraphs:
        for picture in paragraph.iter(WP + "docPr", V + "shape"):
            if next(picture.iterancestors(MC + "Fallback"), None) is not None:  # says it a second time
                continue
            count += 1
            said = picture.get("descr") or picture.get("alt") or ""
            if not said.strip() and next(picture.iter(_DECORATIVE), None) is None:
                what = f"the picture “{picture.get('name')}”" if picture.get("name") else "a picture"
                hint = "Right click, View Alt Text: describe it, or mark it as decorative."
                problems.warn("template-alt", place_of(paragraph, name), f"{what} has no alternative text", hint)
    return count


def check_typed_contents(body: Element, styles: Styles, name: str, problems: Problems) -> None:
    """A warning where contents stand that no field keeps up."""
    depth = 0
    for paragraph in body.iter(W + "p"):
        inside = depth > 0
        for mark in paragraph.iter(W + "fldChar"):
            depth += {"begin": 1, "end": -1}.get(mark.get(W + "fldCharType", ""), 0)
            inside = inside or depth > 0
        style = styles.name(value(paragraph.find(W + "pPr"), "pStyle") or "").lower()
        is_entry = re.fullmatch(r"toc [1-9]|table of figures", style) or _LEADER.search(words_of(paragraph).strip())
        if is_entry and not inside and next(paragraph.iterancestors(W + "fldSimple"), None) is None:
            message = "contents that are typed in do not follow the report"
            hint = "Take them out and insert References, Table of Contents."
            problems.warn("template-contents", place_of(paragraph, name), message, hint)
            return


def check_fields(roots: Sequence[Element], settings: Element | None, name: str, problems: Problems) -> None:
    """Warnings: what makes Word ask a question on opening."""
    if switch(settings, "updateFields"):
        message = "Word asks whether to update fields when this file is opened; the reports do not ask"
        problems.warn("template-fields", Place(name), message)
    dirty = (
        mark for root in roots for mark in root.iter(W + "fldChar", W + "fldSimple") if is_on(mark.get(W + "dirty"))
    )
    for mark in dirty:
        message = "a field is marked to be updated on opening, so that Word asks; the reports do not ask"
        problems.warn("template-fields", place_of(next(mark.iterancestors(W + "p"), mark), name), message)


def check_changes(roots: Sequence[Element], name: str, problems: Problems) -> None:
    """A warning where changes are tracked: every report would show them."""
    for root in roots:
        paragraph = next((one for one in root.iter(W + "p") if next(one.iter(*_CHANGES), None) is not None), None)
        if paragraph is not None:
            message = "there are tracked changes, which every report would show"
            problems.warn("template-changes", place_of(paragraph, name), message, "Review, Accept All Changes.")


def _is_header(row: Element) -> bool:
    return bool(switch(row.find(W + "trPr"), "tblHeader"))
