"""A Word template, judged before anyone relies on it: all that is wrong with it at once, each with its paragraph.

Errors are what a build would fail at or lose words by; warnings are what deserves care. What `build` judges first and
`reportgen template` says is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from reportgen.checks.templates.captions import check_captions
from reportgen.checks.templates.contrast import check_contrast
from reportgen.checks.templates.names import Story, check_names
from reportgen.checks.templates.passages import passages
from reportgen.checks.templates.reach import check_reach
from reportgen.checks.templates.reading_aids import (
    check_changes,
    check_fields,
    check_headings,
    check_pictures,
    check_tables,
    check_typed_contents,
)
from reportgen.checks.templates.styles import check_styles, styles_of_contents
from reportgen.checks.templates.tags import Tag, check_tags, read_tags
from reportgen.checks.templates.torn_tags import check_torn_tags
from reportgen.document import Contents, Heading
from reportgen.problems import Place, Problems
from reportgen.sandbox import MOST_BRACES
from reportgen.word.elements import MC, Element, W
from reportgen.word.instructions import Instruction
from reportgen.word.package import Package, open_package
from reportgen.word.reader import read_word

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


@dataclass(frozen=True, slots=True)
class Judged:
    """What a template has: for saying what was found good. `reading` is what paper cannot carry of it."""

    counts: Mapping[str, int]  # by what is counted: `tag`
    reading: Problems

    def __str__(self) -> str:
        said = [f"{count} {what}{'' if count == 1 else 's'}" for what, count in self.counts.items() if count]
        return " and ".join(filter(None, [", ".join(said[:-1]), *said[-1:]]))


def judge_template(data: bytes, name: str, problems: Problems) -> Judged:
    """Judge the template file called `name`. Raises InputError where it is no Word file that can be read at all."""
    package = _opened(data, name, problems)
    check_reach(package, name, problems)
    stories = list(_stories(package))
    tags = {root: _judge_story(root, story, name, problems) for root, story in stories}
    check_captions(tags[package.main.root], name, problems)
    reading = Problems()
    read = read_word(data, name, reading)
    document, styles = read.document, read.styles
    contents = [block for block in document.blocks if isinstance(block, Contents)]
    asked = styles_of_contents(Instruction.read(block.instruction) for block in contents)
    check_styles(styles, asked, name, problems)
    main, roots = package.main, [root for root, _ in stories]
    check_headings(passages(document), name, problems)
    check_contrast(passages(document), styles, name, problems)
    check_tables(main.root.iter(W + "tbl"), name, problems)
    pictures = check_pictures((one for root in roots for one in _paragraphs(root)), name, problems)
    check_typed_contents(main.root, styles, name, problems)
    check_fields(roots, main.related_root("settings"), name, problems)
    check_changes(roots, name, problems)
    counts = {
        "tag": sum(map(len, tags.values())),
        "heading": sum(isinstance(block, Heading) for block in document.blocks),
        "table": sum(1 for _ in main.root.iter(W + "tbl")),
        "contents list": len(contents),
        "picture": pictures,
        "section": len(document.sections),
        "style": len(styles.by_id),
    }
    return Judged(counts, reading)


def _opened(data: bytes, name: str, problems: Problems) -> Package:
    package = open_package(data, name, problems)
    if _STRICT in package.main.data:
        hint = "Save it in Word as “Word Document (*.docx)”, not as “Strict Open XML Document”."
        raise package.refuse("not-word", "this file is in the strict form of .docx, which cannot be filled in", hint)
    return package


def _stories(package: Package) -> Iterator[tuple[Element, Story]]:
    """Everything that docxtpl fills in."""
    main = package.main
    yield main.root, "body"
    for part in (*main.all_of_type("header"), *main.all_of_type("footer")):
        yield part.root, "margin"
    for part in main.all_of_type("footnotes"):
        yield part.root, "note"
    for part in package.part("").all_of_type("core-properties"):
        yield part.root, "property"


def _paragraphs(root: Element) -> Iterator[Element]:
    """All that count: what stands in a fallback for old Words says everything a second time."""
    for paragraph in root.iter(W + "p"):
        if next(paragraph.iterancestors(MC + "Fallback"), None) is None:
            yield paragraph


def _judge_story(root: Element, story: Story, name: str, problems: Problems) -> list[Tag]:
    """Its tags."""
    if etree.tostring(root).count(b"{") > MOST_BRACES:
        problems.error(
            "template-tag", Place(name), f"there are more than {MOST_BRACES:,} opening braces in one part of it"
        )
        return []
    paragraphs = list(root) if story == "property" else list(_paragraphs(root))
    tags = read_tags(paragraphs)
    check_tags(paragraphs, tags, name, problems)
    check_torn_tags(paragraphs, name, problems)
    check_names(tags, story, name, problems)
    return tags
