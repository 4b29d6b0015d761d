"""From a style's name to its id in an open Word file: the file itself speaks of styles by id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from reportgen.word.elements import Element
from reportgen.word.numbering import read_numbering
from reportgen.word.styles import StyleKind, Styles, canonical_name, read_styles_part
from reportgen.word.theme import read_theme

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


def styles_of(document: WordDocument) -> Styles:
    """The styles of a file that is being written, resolved as the reader resolves them."""
    theme = read_theme(_theme_root(document), document.settings.element)
    return read_styles_part(document.styles.element, theme, read_numbering(numbering_root(document), theme))


def style_id(styles: Styles, name: str, kind: StyleKind = "paragraph") -> str | None:
    """The id of the style of this name and kind; None where the file has none."""
    found = styles.by_name.get(canonical_name(name))
    return found.id if found is not None and found.kind == kind else None


def numbering_root(document: WordDocument) -> Element | None:
    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        return None
    root: Element = part.element  # type: ignore[attr-defined]
    return root


def _theme_root(document: WordDocument) -> Element | None:
    try:
        return etree.fromstring(
            document.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob, etree.XMLParser(resolve_entities=False)
        )
    except (KeyError, etree.XMLSyntaxError):
        return None
