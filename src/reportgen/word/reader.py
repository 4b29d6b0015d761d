"""A Word file, whoever made it, as a document: for the PDF, and to see what somebody changed.

What the document cannot carry is left out with a warning that names it, and nothing is left out without one. Tracked
changes count as accepted. Fields are read with their saved results.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from reportgen.document import Block, DataFile, Document, Section, Value
from reportgen.problems import InputError, Place, Problems
from reportgen.word.data import read_data
from reportgen.word.elements import Element, W, is_on, switch
from reportgen.word.origins import read_values
from reportgen.word.package import Package, Part, open_package
from reportgen.word.reading.manuscript import Manuscript
from reportgen.word.reading.notes import Notebook
from reportgen.word.reading.sections import read_margins, read_page
from reportgen.word.reading.slipped import mend_slipped_ends
from reportgen.word.reading.story import Story
from reportgen.word.reading.words import letters_in, letters_of
from reportgen.word.styles import Styles

_ELSEWHERE = re.compile(
    r"(?:https?|ftp):|(?:file:)?[\\/]{2,}(?![\\/]|[A-Za-z]:)", re.IGNORECASE
)  # no path on this machine
_USUAL_LANGUAGE = "en-GB"
_LETTERS_OF_A_WORD = 6


@dataclass(frozen=True, slots=True)
class WordFile:
    document: Document
    styles: Styles
    data: tuple[DataFile, ...] = ()  # what reportgen put beside the words
    written: tuple[Value, ...] = ()  # the figures that came from data, as reportgen wrote them


def read_word(data: bytes, name: str, problems: Problems) -> WordFile:
    """Read a Word file (.docx, .dotx) called `name`. Raises InputError where it cannot be read at all."""
    package = open_package(data, name, problems)
    try:
        return _Reading(package, problems).word_file()
    except InputError:
        raise
    except Exception as broken:  # a damaged file may break anything; the user is owed a sentence
        message = f"the file is damaged, or holds something that reportgen does not know ({type(broken).__name__})"
        problems.error("damaged", Place(name), message, "open it in Word, which may repair it, and save it again")
        raise InputError(problems.met) from broken


@dataclass(slots=True)
class _Reading:
    package: Package
    problems: Problems
    lost_letters: int = 0  # the hidden ones too
    _margins: dict[str, tuple[Block, ...]] = field(default_factory=dict)  # heads and feet, by part

    def word_file(self) -> WordFile:
        main = self.package.main
        body = main.root.find(W + "body")
        if main.root.tag != W + "document" or body is None:
            raise self.package.refuse("not-word", "this is no Word document", "open it in Word and save it as .docx")
        values = _values(main)
        mend_slipped_ends(main.root, values)
        manuscript = Manuscript.of(self.package, self.problems, values)
        _check_background(manuscript)
        _check_template(manuscript)
        sections = self._sections(body, manuscript)
        manuscript.report_tallies()
        self._report_lost(manuscript)
        return WordFile(_document(sections, manuscript), manuscript.styles, _data(main), tuple(values.values()))

    def _sections(self, body: Element, manuscript: Manuscript) -> tuple[Section, ...]:
        main = self.package.main

        def read(part: Part, element: Element) -> tuple[Block, ...]:
            blocks = Story(manuscript, part, notes).blocks(element)
            self.lost_letters += letters_in(element) - letters_of(blocks)
            return blocks

        def read_margin(part: Part) -> tuple[Block, ...]:
            if part.name not in self._margins:
                self._margins[part.name] = read(part, part.root)
            return self._margins[part.name]

        notes = Notebook(manuscript, read)
        sections = tuple(
            Section(
                blocks,
                read_page(properties, manuscript),
                read_margins(properties, "header", main, read_margin),
                read_margins(properties, "footer", main, read_margin),
            )
            for blocks, properties in Story(manuscript, main, notes).sections(body, notes.begin_section)
        )
        carried = sum(letters_of(section.blocks) for section in sections)
        self.lost_letters += letters_in(body) - carried
        return sections

    def _report_lost(self, manuscript: Manuscript) -> None:
        lost = self.lost_letters - manuscript.hidden_letters
        if lost > 0:
            words = max(1, round(lost / _LETTERS_OF_A_WORD))
            many = f"about {words} words of the file are" if words > 1 else "about one word of the file is"
            hint = "compare the PDF with the Word file; opening and saving the file in Word may help"
            manuscript.warn("lost-words", f"{many} not in the document that was read", hint=hint)


def _document(sections: tuple[Section, ...], manuscript: Manuscript) -> Document:
    core = _core_properties(manuscript.package)
    return Document(
        sections,
        title=core.get("title", ""),
        language=_language(core, manuscript),
        author=core.get("creator", ""),
        subject=core.get("subject", ""),
        even_and_odd=bool(switch(manuscript.settings, "evenAndOddHeaders")),
    )


def _language(core: Mapping[str, str], manuscript: Manuscript) -> str:
    """That of most of the words: the default style's, else what the file says of itself."""
    settings = manuscript.settings
    themed = settings.find(W + "themeFontLang") if settings is not None else None
    candidates = (
        manuscript.styles.look(manuscript.styles.default_paragraph).language,
        core.get("language"),
        themed.get(W + "val") if themed is not None else None,
    )
    return next((language for language in candidates if language), _USUAL_LANGUAGE)


def _core_properties(package: Package) -> dict[str, str]:
    """By name: title, creator, subject, language (ECMA-376-2, 8.3.4)."""
    parts = package.part("").all_of_type("core-properties")
    entries = parts[0].root if parts else ()
    return {str(entry.tag).rpartition("}")[2]: (entry.text or "").strip() for entry in entries}


def _values(main: Part) -> Mapping[str, Value]:
    """The figures that came from data, by bookmark, if reportgen wrote the file."""
    found: dict[str, Value] = {}
    for part in main.all_of_type("customXml"):
        found |= read_values(part.data)
    return found


def _data(main: Part) -> tuple[DataFile, ...]:
    return tuple(file for part in main.all_of_type("customXml") for file in read_data(part.data))


def _check_background(manuscript: Manuscript) -> None:
    root, settings = manuscript.package.main.root, manuscript.settings
    shown = settings.find(W + "displayBackgroundShape") if settings is not None else None
    if root.find(W + "background") is not None and shown is not None and is_on(shown.get(W + "val", "1")):
        manuscript.warn("background", "the colour behind the page is not printed")


def _check_template(manuscript: Manuscript) -> None:
    """Word fetches the template that a file names when it opens it; a path on somebody's own machine does no harm."""
    for part in manuscript.package.main.all_of_type("settings"):
        for relation in part.relations.values():
            if relation.type == "attachedTemplate" and _ELSEWHERE.match(relation.target):
                message = f"the file names a template that lies elsewhere, which is not fetched: {relation.target}"
                hint = "Word fetches it when the file is opened; take it out in Word: Developer, Document Template"
                manuscript.warn("remote-template", message, hint=hint)
