"""What a Word file says of itself: title, author, language; no dates, so that the same input gives the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.edition.settings import Settings
from reportgen.word.elements import Element, is_on
from reportgen.word.xml import W, w

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_DATES = ("created", "modified", "lastPrinted")
_UNSEEN = ("defSemiHidden", "defUnhideWhenUsed")
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
    _hide_latent_styles(document)


def cut(words: str) -> str:
    """Words as long as a property may be."""
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _set_language(document: WordDocument, language: str) -> None:
    """For all words that are not marked as another's: a template's own usual language gives way."""
    styles: Element = document.styles.element
    found = _within(_within(_within(_within(styles, "docDefaults"), "rPrDefault"), "rPr"), "lang")
    found.set(W + "val", language)
    for style in styles.iterfind(W + "style"):
        if style.get(W + "type") == "paragraph" and is_on(style.get(W + "default")):
            for said in style.iterfind(f"{W}rPr/{W}lang"):
                said.attrib.pop(W + "val", "")


def _hide_latent_styles(document: WordDocument) -> None:
    """Word's styles pane shows the file's own styles, and not all that Word has built in (17.7.4.6)."""
    styles: Element = document.styles.element
    if styles.find(W + "latentStyles") is None:
        off, on = dict.fromkeys(("defLockedState", "defQFormat"), 0), dict.fromkeys(_UNSEEN, 1)
        styles.insert(1, w("latentStyles", defUIPriority=99, **off, **on))  # after the defaults


def _within(parent: Element, tag: str) -> Element:
    """The child of this name: made where there is none, first of the styles and last of the properties."""
    found = parent.find(W + tag)
    if found is None:
        found = w(tag)
        parent.insert(0 if tag != "lang" else len(parent), found)
    return found
