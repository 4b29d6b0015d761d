"""The tables that a template draws: each a caption with the table's label, and the table right after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.checks.templates.places import place_of, words_of
from reportgen.checks.templates.tags import Tag, is_block_tag
from reportgen.problems import Place, Problems
from reportgen.word.elements import Element, W

_LABEL = re.compile(r"\{\{[^}]*\.label\b")
_DRAWN = {
    "tables.summary.label": "summary",
    "tables.missions.label": "missions",
    "tables.fundamentals.label": "fundamentals",
    ".table.label": "of a mission",
}


def check_captions(tags: Sequence[Tag], name: str, problems: Problems) -> None:
    """An error for a label without a table after it; a warning for a table that the template does not draw."""
    for tag in tags:
        if _LABEL.match(tag.text) and not _has_table(tag.paragraph):
            hint = "The caption’s paragraph and its table belong together, nothing between them."
            problems.error("template", place_of(tag.paragraph, name), f"no table follows {tag.text}", hint)
    said = "".join(tag.text for tag in tags)
    for label, table in _DRAWN.items():
        if label not in said and not re.search(r"\bset\b", said):  # which may give a table another name
            message = f"the table “{table}” is drawn nowhere, so an edition that calls it cannot be built"
            problems.warn("template", Place(name), message, f"{{{{ {label.lstrip('.')} }}}} in a caption draws it.")


def _has_table(caption: Element) -> bool:
    """Whether a table is what follows, once the tags between are gone; another branch may have another caption."""
    branches = False
    for sibling in caption.itersiblings(W + "p", W + "tbl"):
        if sibling.tag == W + "tbl":
            return True
        words = words_of(sibling)
        if not is_block_tag(words) and not (branches and _LABEL.search(words)):
            return False
        branches = True
    return False
