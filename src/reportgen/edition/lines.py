"""The words of a narrative file with the line that each stands in: what a check reads, as the model has no lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from markdown_it.tree import SyntaxTreeNode

from reportgen.document import List
from reportgen.edition.edition import NarrativeFile
from reportgen.edition.evaluating import Call, Given
from reportgen.edition.inlines import key
from reportgen.edition.markdown import parse
from reportgen.edition.marks import MARK, MarkedText, read_expressions
from reportgen.problems import Place, Problems

Kind = Literal["heading", "paragraph", "item", "cell", "note"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line: as typed, or (`given`) what an expression gave. A `note` has no words, only its key."""

    text: str
    place: Place
    given: Given | None = None
    note: str = ""
    link: str = ""  # the address that these words lead to


@dataclass(frozen=True, slots=True)
class Lines:
    """The pieces of one heading, paragraph, item of a list, cell or note, in order.

    `group` is the same for all items of a list and all cells of a table; `row` and `column` count from 0.
    """

    kind: Kind
    pieces: tuple[Piece, ...]
    place: Place
    level: int = 0  # of a heading: 1 for the file's own; of an item: how deep its list stands
    group: int = 0
    row: int = 0
    column: int = 0
    name: str = ""  # of a note


Part = Lines | Call | List  # a list is one that an expression gave: {{ aspirations("id") }}


def read_lines(file: NarrativeFile, names: Mapping[str, Callable[..., object]], problems: Problems) -> tuple[Part, ...]:
    """A narrative file from top to bottom. Of what is wrong in it, only its expressions are problems here."""
    marked = read_expressions(file, names, problems)
    return tuple(_Reader(file.name, marked).blocks(parse(marked.text).children, "paragraph", 0))


class _Reader:
    def __init__(self, file: str, marked: MarkedText) -> None:
        self._file, self._marked = file, marked
        self._groups = 0

    def blocks(self, nodes: Iterable[SyntaxTreeNode], kind: Kind, depth: int, group: int = 0) -> Iterator[Part]:
        for number, node in enumerate(nodes):
            match node.type:
                case "heading":
                    yield self._lines("heading", node, level=int(node.tag[1]))
                case "paragraph":
                    within: Kind = "paragraph" if number and kind == "item" else kind
                    yield from self._given(node) or [self._lines(within, node, level=depth, group=group)]
                case "bullet_list" | "ordered_list":
                    self._groups += 1
                    group_of_list = self._groups
                    for item in node.children:
                        yield from self.blocks(item.children, "item", depth + 1, group_of_list)
                case "blockquote":
                    yield from self.blocks(node.children, kind, depth)
                case "table":
                    yield from self._table(node)
                case "footnote_reference":
                    for child in node.children:
                        yield self._lines("note", child, name=key(node))

    def _given(self, node: SyntaxTreeNode) -> list[Part]:
        """What stands alone in its paragraph: a figure, a table, or the lists that an expression gave."""
        words = "".join(child.content for inline in node.children for child in inline.children).strip()
        given = self._marked.behind(words) if MARK.fullmatch(words) else None
        match given:
            case Call():
                return [given]
            case tuple():
                return [block for block in given if isinstance(block, List)]
        return []

    def _table(self, node: SyntaxTreeNode) -> Iterator[Lines]:
        self._groups += 1
        rows = [row for part in node.children for row in part.children]
        for number, row in enumerate(rows):
            for column, cell in enumerate(row.children):
                yield self._lines("cell", cell, group=self._groups, row=number, column=column)

    def _lines(
        self,
        kind: Kind,
        node: SyntaxTreeNode,
        *,
        level: int = 0,
        group: int = 0,
        row: int = 0,
        column: int = 0,
        name: str = "",
    ) -> Lines:
        children = [child for inline in node.children for child in inline.children]
        pieces = tuple(piece for child in children for piece in self._pieces(child, ""))
        return Lines(kind, pieces, self._place(node), level, group, row, column, name)

    def _pieces(self, node: SyntaxTreeNode, link: str) -> Iterator[Piece]:
        place = self._place(node)
        match node.type:
            case "text" | "code_inline" | "text_special":
                yield from self._words(node.content, place, link)
            case "softbreak" | "hardbreak":
                yield Piece(" ", place)
            case "footnote_ref":
                yield Piece("", place, note=key(node))
            case "link":
                for child in node.children:
                    yield from self._pieces(child, str(node.attrs["href"]))
            case _:
                for child in node.children:
                    yield from self._pieces(child, link)

    def _words(self, text: str, place: Place, link: str) -> Iterator[Piece]:
        at = 0
        for mark in MARK.finditer(text):
            if mark.start() > at:
                yield Piece(text[at : mark.start()], place, link=link)
            given = self._marked.behind(mark[0])
            if given is not None:
                yield Piece("", place, given, link=link)
            at = mark.end()
        if at < len(text):
            yield Piece(text[at:], place, link=link)

    def _place(self, node: SyntaxTreeNode) -> Place:
        line = node.map[0] if node.map else 0
        return Place(self._file, self._marked.lines[min(line, len(self._marked.lines) - 1)])
