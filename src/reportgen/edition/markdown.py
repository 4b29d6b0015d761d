"""Markdown's blocks as the model's, each with the style that the template has for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin

from reportgen.document import (
    AS_STYLED,
    Alignment,
    Block,
    Break,
    Cell,
    Heading,
    Inline,
    Layout,
    List,
    ListItem,
    Paragraph,
    Picture,
    Row,
    Table,
)
from reportgen.edition.evaluating import Call
from reportgen.edition.inlines import InlineReader
from reportgen.edition.marks import MARK

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

Prose: TypeAlias = tuple[Block | Call, ...]

BODY = "Body Text"
DEEPEST_LIST = 3  # the template has styles for so many
DEEPEST = 60  # blocks within blocks; markdown-it drops what is deeper

_ALIGNMENTS: dict[str, Alignment] = {"left": "left", "center": "centre", "right": "right"}


def parse(text: str) -> SyntaxTreeNode:
    """The tree of a Markdown text; each node's `map` begins with its line, inlines' too."""
    return SyntaxTreeNode(_parser().parse(text))


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables and footnotes. HTML is text as typed, and so is what is merely indented."""
    parser = _Parser("commonmark", {"html": False, "maxNesting": DEEPEST}).enable("table")
    parser.disable(["code", "html_block", "html_inline", "text_join"])  # joined, an entity could forge a mark
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    parser.core.ruler.after("inline", "lines", _number_lines)
    return parser


class _Parser(MarkdownIt):
    """Addresses stay as typed: marks in them must survive, and what is no address is told at its line."""

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url


def _number_lines(state: StateCore) -> None:
    for token in state.tokens:
        line = token.map[0] if token.map else 0
        for child in token.children or []:
            child.map = [line, line + 1]
            line += child.type in ("softbreak", "hardbreak")


@dataclass(frozen=True, slots=True)
class BlockReader:
    """Reads the blocks of one narrative file; `inlines` reads what stands in them."""

    inlines: InlineReader

    def prose(self, nodes: Iterable[SyntaxTreeNode]) -> Prose:
        """The blocks under the file's own heading. Heading levels are relative to it: `##` is 1."""
        return tuple(block for node in nodes for block in self._prose(node))

    def _prose(self, node: SyntaxTreeNode) -> Iterable[Block | Call]:
        if node.type == "heading":
            return self._heading(node)
        return self._given(node) or self._blocks(node, BODY)

    def _given(self, node: SyntaxTreeNode) -> Iterable[Block | Call]:
        """What an expression gave that stands alone in its paragraph and gives whole blocks."""
        words = _words(node)
        given = self.inlines.marked.behind(words) if MARK.fullmatch(words) else None
        match given:
            case Call():
                return (given,)
            case tuple():
                return given
        return ()

    def _heading(self, node: SyntaxTreeNode) -> Iterable[Block]:
        level, inlines = int(node.tag[1]), self.inlines.heading(node)
        if level == 1:
            hint = "Begin the headings under the first one with ##."
            self.inlines.error("heading", node, "a file has only one heading with a single #", hint)
        return [Heading(max(1, level - 1), inlines)]

    def _blocks(self, node: SyntaxTreeNode, style: str, depth: int = 0) -> Iterable[Block]:
        match node.type:
            case "paragraph":
                return _paragraph(self.inlines.read(_children(node)), style)
            case "bullet_list" | "ordered_list":
                return [self._list(node, depth + 1)]
            case "blockquote":
                return [block for child in node.children for block in self._blocks(child, "Quote")]
            case "fence":
                return _paragraph(tuple(self._lines(node)), style)
            case "table":
                return [Table(tuple(self._rows(node)))]
            case "hr":
                hint = "Delete it; headings part the text."
                self.inlines.problems.warn("rule", self.inlines.place(node), "a line across is not printed", hint)
            case "heading":
                self.inlines.error("heading", node, "a heading cannot stand in a list or quotation")
        return []  # also of a note's definition, which is printed where it is called

    def _list(self, node: SyntaxTreeNode, depth: int) -> List:
        if depth > DEEPEST_LIST:
            self.inlines.error("list", node, f"lists stand at most {DEEPEST_LIST} deep in one another")
        ordered = node.type == "ordered_list"
        style = "List Number" if ordered else "List Bullet"
        numbered = style if depth == 1 else f"{style} {min(depth, DEEPEST_LIST)}"
        items = tuple(ListItem(tuple(self._item(item, numbered, depth))) for item in node.children)
        return List(items, ordered, int(node.attrs.get("start", 1)))

    def _item(self, node: SyntaxTreeNode, style: str, depth: int) -> Iterator[Block]:
        children = [child for child in node.children if child.type != "footnote_reference"]
        if not children or children[0].type not in ("paragraph", "fence"):
            self.inlines.error("list", node, "an item of a list begins with words")
        for number, child in enumerate(children):
            if child.type in ("blockquote", "table"):
                hint = "End the list first, with an empty line and no indentation."
                self.inlines.error("list", child, "a table or quotation cannot stand within a list", hint)
            yield from self._blocks(child, "List Continue" if number else style, depth)

    def _lines(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        """A fenced passage: its lines as typed, each on a line of its own."""
        if len(node.info.split()) > 1:  # one word would name a language
            self.inlines.warn_of_lost(node, node.info.strip())
        for number, line in enumerate(node.content.rstrip("\n").split("\n")):
            if number:
                yield Break()
            yield from self.inlines.words(line.expandtabs(4), self.inlines.place(node))

    def _rows(self, node: SyntaxTreeNode) -> Iterator[Row]:
        for part in node.children:
            header = part.type == "thead"
            for row in part.children:
                self._must_fit(row)
                yield Row(tuple(self._cell(cell, header) for cell in row.children), header)

    def _must_fit(self, row: SyntaxTreeNode) -> None:
        """Markdown drops the cells that a row has beyond the table's columns."""
        line = self.inlines.marked.text.split("\n")[row.map[0] if row.map else 0]
        cells = escapedSplit(re.sub(r"^[>\s]*\|?|\|?\s*$", "", line))
        if len(cells) > len(row.children):
            message = f"this row has more cells than the table has columns: {len(cells)}"
            self.inlines.error("table", row, message, "To print an upright bar, write \\|.")

    def _cell(self, node: SyntaxTreeNode, header: bool) -> Cell:
        alignment = _ALIGNMENTS.get(str(node.attrs.get("style", "")).removeprefix("text-align:"))
        layout = Layout(alignment=alignment) if alignment else AS_STYLED
        style = "Table Heading" if header else "Table Text"
        return Cell((Paragraph(self.inlines.read(_children(node)), style, layout),))


def _paragraph(inlines: tuple[Inline, ...], style: str) -> Iterable[Block]:
    match inlines:
        case ():
            return []
        case (Picture(),) if style == BODY:
            return [Paragraph(inlines, "Figure")]
    return [Paragraph(inlines, style)]


def _children(node: SyntaxTreeNode) -> Iterable[SyntaxTreeNode]:
    """The inlines of a paragraph, heading or cell."""
    return [child for inline in node.children for child in inline.children]


def _words(node: SyntaxTreeNode) -> str:
    """The words of a paragraph that has nothing but words."""
    children = list(_children(node)) if node.type == "paragraph" else []
    return children[0].content.strip() if [child.type for child in children] == ["text"] else ""
