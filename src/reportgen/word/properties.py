"""What a Word file says of itself: title, author, language; no dates, so that the same input gives the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.edition.settings import Settings
from reportgen.word.xml import W, w

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_DATES = ("created", "modified", "lastPrinted")
_LONGEST = 255  # characters that Word keeps of a property


def describe(document: WordDocument, settings: Settings) -> None:
    """Set the core properties and the language of the text; take out what would make Word ask to update fields."""
    core = document.core_properties
    core.title, core.author, core.last_modified_by = cut(settings.title), cut(settings.organisation), "reportgen"
    core.subject, core.language = cut(settings.subtitle), settings.language
    core.revision = 1
    root = core._element
    for child in [child for child in root if child.tag.rpartition("}")[2] in _DATES]:
        root.remove(child)
    update = document.settings.element.find(W + "updateFields")
    if update is not None:
        update.getparent().remove(update)
    _set_language(document, settings.language)


def cut(words: str) -> str:
    """Words as long as a property may be."""
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _set_language(document: WordDocument, language: str) -> None:
    defaults = document.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    if defaults is None:
        return
    found = defaults.find(W + "lang")
    if found is None:
        found = w("lang")
        defaults.append(found)
    found.set(W + "val", language)
