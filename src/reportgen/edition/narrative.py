"""One file of the narrative: Markdown with expressions, read into blocks whose figures know their origin."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from markdown_it.tree import SyntaxTreeNode

from reportgen.document import Inline
from reportgen.edition.edition import NarrativeFile
from reportgen.edition.evaluating import Call, printable
from reportgen.edition.inlines import InlineReader, key
from reportgen.edition.markdown import DEEPEST, BlockReader, Prose, parse
from reportgen.edition.marks import MarkedText, read_expressions
from reportgen.edition.sources import Source
from reportgen.problems import Place, Problems

__all__ = ["Call", "Part", "Prose", "read_part"]

LONGEST_BLOCK, MOST_OPENINGS = 100_000, 2_000  # between two empty lines

_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_TYPED = {  # what people type who think of something else, with what to do instead
    re.compile(r"(?<!\\)<!--"): "For a remark to yourself write {# … #}.",
    re.compile(
        r"(?<!\\)<(?:a|b|blockquote|body|br|center|code|del|div|em|embed|font|form|h[1-6]|hr|html|i|iframe|img|input|ins|"
        r"li|link|mark|meta|object|ol|p|pre|s|script|section|small|span|strong|style|su[bp]|svg|t[abdhr]\w*|u|ul|video)"
        r"(?:\s[^<>]*)?/?>",
        re.IGNORECASE,
    ): "A report has no HTML: see what may be typed, in docs/edition.md.",
    re.compile(r"^(?:##+(?=[^#\s])|#{7,})", re.MULTILINE): "A heading has two to six signs, and a space after them.",
    re.compile(r"(?<!\{)\{ *[a-z]+\([\"'“][^{}\n]*\}(?!\})"): "An expression stands in double braces: {{ … }}.",
    re.compile(r"\^\[[^\]\n]+\]"): "A note of your own is called [^mine], and stands below as [^mine]: with its words.",
    re.compile(r"^\|.*\|$", re.MULTILINE): "A table has | --- | --- | under its headings, for each column one.",
    re.compile(r"^[•‣◦▪●·] ", re.MULTILINE): "A point of a list begins with “- ”.",
    re.compile(r"^.*\S\t+\S.*$", re.MULTILINE): "Cells of a table have upright bars between them: | a | b |.",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report: its heading, and what stands under it. Heading levels are relative: `##` is 1."""

    heading: tuple[Inline, ...]
    body: Prose
    references: Mapping[str, Place] = field(default_factory=dict)  # by anchor: where it is first referred to


def read_part(
    file: NarrativeFile,
    names: Mapping[str, Callable[..., object]],
    sources: Mapping[str, Source] | None,
    problems: Problems,
    folder: Path,
) -> Part:
    """Read a narrative file of the edition in `folder`. `names` is all that its expressions can reach.

    `sources` None: nobody knows them, so that any note may be one.

    Problems, all of them and each at its line: faults of expressions, headings, notes, links and pictures,
    and what Markdown can say and a report cannot.
    """
    marked = read_expressions(file, names, problems)
    inlines = InlineReader(file.name, marked, {}, sources or {}, folder, problems, lacks_sources=sources is None)
    if _is_endless(marked, inlines):
        return Part((), ())
    try:
        return _part(parse(marked.text), inlines)
    except RecursionError:
        problems.error("markdown", Place(file.name, 1), "this is nested too deeply to be read")
        return Part((), ())


def _is_endless(marked: MarkedText, inlines: InlineReader) -> bool:
    """What no paragraph, list or table has: it would be read for a day. Each opening bracket is tried to the end."""
    at = 0
    for block in re.split(r"(\n\s*\n)", marked.text):
        if len(block) > LONGEST_BLOCK or len(re.findall(r"[\[<]", block)) > MOST_OPENINGS:
            message = f"this has more than {LONGEST_BLOCK:,} characters, or {MOST_OPENINGS:,} opening brackets, on end"
            place = Place(inlines.file, marked.lines[marked.text.count("\n", 0, at)])
            inlines.problems.error("too-large", place, message, "Part it with empty lines.")
            return True
        at += len(block)
    return False


def _part(tree: SyntaxTreeNode, inlines: InlineReader) -> Part:
    definitions = [node for node in tree.walk() if node.type == "footnote_reference"]
    inlines = replace(inlines, definitions={key(node): node for node in reversed(definitions)})
    _check_definitions(definitions, inlines)
    _check_depth(tree, inlines)
    heading, body = _split(tree, inlines)
    _check_levels(body, inlines)
    _check_signs(tree, inlines)
    part = Part(heading, BlockReader(inlines).prose(body), inlines.marked.references)
    _check_use(definitions, inlines)
    return part


def _split(tree: SyntaxTreeNode, inlines: InlineReader) -> tuple[tuple[Inline, ...], list[SyntaxTreeNode]]:
    """The file's own heading, and what comes after it."""
    nodes = [node for node in tree.children if node.type != "footnote_reference"]
    if nodes and nodes[0].tag == "h1":
        return inlines.heading(nodes[0]), nodes[1:]
    hint = "Begin it with # and the heading; delete the file to leave the part out."
    inlines.error("heading", nodes[0] if nodes else tree, "the file does not begin with its own heading", hint)
    return (), nodes


def _check_levels(nodes: list[SyntaxTreeNode], inlines: InlineReader) -> None:
    above = 1
    for node in (node for node in nodes if node.type == "heading"):
        level = int(node.tag[1])
        if level > above + 1:
            message = f"this heading skips a level: {'#' * level} under {'#' * above}"
            inlines.problems.warn("heading-level", inlines.place(node), message, f"Write {'#' * (above + 1)}.")
        above = level


def _check_signs(tree: SyntaxTreeNode, inlines: InlineReader) -> None:
    """Warn of HTML, and of headings that are none: both are printed as typed."""
    for node in (node for node in tree.walk() if node.type == "inline"):
        words = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), node.content)
        met = [(found.start(), found[0], hint) for signs, hint in _TYPED.items() for found in signs.finditer(words)]
        for at, typed, hint in sorted(met):
            line = (node.map[0] if node.map else 0) + words.count("\n", 0, at)
            place = Place(inlines.file, inlines.marked.lines[line])
            inlines.problems.warn("signs", place, f"“{printable(typed)}” is printed as typed", hint)


def _check_depth(tree: SyntaxTreeNode, inlines: InlineReader) -> None:
    deep = next((node for node in tree.walk() if not node.is_root and node.level >= DEEPEST - 2), None)
    if deep is not None:
        inlines.error("markdown", deep, "this is nested too deeply to be read")


def _check_definitions(definitions: list[SyntaxTreeNode], inlines: InlineReader) -> None:
    for node in definitions:
        name = key(node)
        if name in inlines.sources:
            hint = "Its note is made from sources.yaml; give a note of the file's own another key."
            inlines.error("note", node, f"“{name}” is a source", hint)
        elif node is not inlines.definitions[name]:
            first = inlines.place(inlines.definitions[name]).line
            inlines.error("note", node, f"the note “{name}” is written in line {first} already")
        elif not node.children or any(child.type != "paragraph" for child in node.children):
            inlines.error("note", node, "a note holds paragraphs, and nothing else")


def _check_use(definitions: list[SyntaxTreeNode], inlines: InlineReader) -> None:
    for node in definitions:
        if key(node) not in inlines.called | inlines.sources.keys():
            hint = f"Put [^{key(node)}] where it belongs."
            inlines.problems.warn("note", inlines.place(node), f"the note “{key(node)}” is never called", hint)
