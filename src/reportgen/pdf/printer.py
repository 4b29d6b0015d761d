"""Printing: a document read from a Word file becomes a PDF.

The document is built as a tree (html.py) under a style sheet (css.py), laid out by WeasyPrint with its mends
(repairs.py), looked over – is every word of the tree on a page? – and written with tags, outline and metadata.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reportgen.document import DataFile
from reportgen.pdf import fingerprint
from reportgen.pdf.css import Sheet
from reportgen.pdf.fonts import missing_fonts
from reportgen.pdf.html import document_element
from reportgen.pdf.mends.loading import load_weasyprint
from reportgen.pdf.pages import Rooms
from reportgen.pdf.press import Press, identifier
from reportgen.pdf.printed import Printed
from reportgen.pdf.tagging.conformance import declare_conformance
from reportgen.pdf.tree import Element
from reportgen.problems import Place, Problems

if TYPE_CHECKING:
    from reportgen.pdf.layout import PageFacts, Survey
    from reportgen.word.reader import WordFile

VARIANT = "pdf/a-3a"  # and PDF/UA-1: see conformance.py
_TRIES = 4  # the second is for heads that need more room, the third for page numbers that this changes
_NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)  # as in a zip file
_LOST_SHOWN = 5
_IDENTIFIER = b"0" * 64  # room for the fingerprint, in hexadecimal


def print_document(
    word_file: WordFile,
    problems: Problems,
    *,
    name: str = "the Word file",
    created: datetime | None = None,
) -> Printed:
    """Print what was read from the Word file `name`; the same file gives the same bytes.

    The data that it carries is attached. `created` stands in the PDF as its date; without it there is none. What is
    worth a look is added to `problems`.
    Raises InputError where a picture can't be printed or words would get lost, MachineError where WeasyPrint can't
    work on this machine.
    """
    load_weasyprint()
    from reportgen.pdf.cuts import close_cuts
    from reportgen.pdf.fetcher import OwnFetcher
    from reportgen.pdf.layout import survey
    from reportgen.pdf.log import caught
    from reportgen.pdf.mends.repairs import mended, tagged

    place = Place(name)
    press = Press(Sheet(word_file.styles), problems, place)
    with mended(), caught(problems, place, press.pictures):
        root = document_element(press, word_file.document, created)
        rendered, facts = _lay_out(press, root, OwnFetcher(press.pictures))
        close_cuts(rendered)
        seen = survey(rendered, root)
        _check_words(seen, problems, place)
        with tagged(rendered, root):
            pdf = _write(rendered, word_file.data, created)
    _check_fonts(seen, rendered, problems, place)
    problems.raise_errors()
    return Printed(fingerprint.seal(pdf), _places(press, rendered, facts), len(facts), _section_pages(press, facts))


def _lay_out(press: Press, root: Element, fetcher: Any) -> tuple[Any, list[PageFacts]]:
    """Lay out until heads and feet have their room and page numbers are those of the pages."""
    from weasyprint import CSS

    from reportgen.pdf.layout import page_facts, rooms_needed
    from reportgen.pdf.mends.fonts import OwnFonts
    from reportgen.pdf.mends.repairs import TreeDocument

    rooms: Rooms = {}
    for _ in range(_TRIES):
        fonts = OwnFonts()
        css = CSS(string=press.sheet.css(rooms), font_config=fonts, url_fetcher=fetcher)
        rendered = TreeDocument(root, fetcher).render(font_config=fonts, stylesheets=[css], pdf_variant=VARIANT)
        facts = page_facts(rendered, press.sheet.sheaves)
        needed = rooms_needed(rendered, facts)
        if not needed and not _settle_section_pages(press, facts):
            break
        rooms = {**rooms, **needed}
    return rendered, facts


def _settle_section_pages(press: Press, facts: list[PageFacts]) -> bool:
    """Write how many pages each section has where that is shown; whether it stood there otherwise."""
    counts = Counter(fact.sheaf.name for fact in facts)
    changed = False
    for span, sheaf in press.section_pages:
        changed = changed or span.text != str(counts[sheaf])
        span.text = str(counts[sheaf])
    return changed


def _check_words(seen: Survey, problems: Problems, place: Place) -> None:
    is_told = any(problem.code == "broken-picture" for problem in problems)  # which is why it is on no page
    lost = [element for element in seen.lost if not (is_told and element.tag == "img")]
    for element in lost[:_LOST_SHOWN]:
        words = "".join(element.itertext()).strip()[:60] or element.get("alt") or "a picture"
        problems.error(
            "lost-words",
            Place(place.file, paragraph=words),
            "this found no place on any page of the PDF",
            "it may stand in a table row or frame that is higher than a page: let it break over pages",
        )


def _write(rendered: Any, data: Iterable[DataFile], created: datetime | None) -> bytes:
    from weasyprint import Attachment

    date = created or _NO_DATE
    written: bytes = rendered.write_pdf(
        finisher=declare_conformance,
        pdf_variant=VARIANT,
        pdf_identifier=_IDENTIFIER,
        attachments=[
            Attachment(
                string=file.text.encode("utf-8-sig"),  # with the mark that Excel knows UTF-8 by
                name=file.name,
                description=file.description,
                created=date,
                modified=date,
                relationship="Data",
            )
            for file in data
        ],
    )
    # pydyf writes the identifier as letters, in brackets; the fingerprint wants it in hexadecimal, as long.
    return written.replace(b"(" + _IDENTIFIER + b")", b"<" + _IDENTIFIER + b">")


def _check_fonts(seen: Survey, rendered: Any, problems: Problems, place: Place) -> None:
    for font in missing_fonts(seen.fonts, (font.family for font in rendered.fonts.values())):
        problems.warn(
            "missing-font",
            place,
            f"the font “{font}” is not on this machine: the PDF shows its words in another",
            "install the font, or choose another in the Word file's styles",
        )


def _section_pages(press: Press, facts: list[PageFacts]) -> tuple[int, ...]:
    counts = Counter(fact.sheaf.name for fact in facts)
    return tuple(counts[sheaf.name] for sheaf in press.sheet.sheaves for _ in sheaf.sections)


def _places(press: Press, rendered: Any, facts: list[PageFacts]) -> Mapping[str, int]:
    from reportgen.pdf.layout import numbered_places

    numbers = numbered_places(rendered, facts)
    return {name: numbers[at] for name in press.anchors if (at := identifier(name)) in numbers}
