"""Printing in a process of its own: WeasyPrint is loaded while the edition is read, and its memory is its own."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from reportgen.beside import WorkBeside
from reportgen.pdf.tree import element
from reportgen.problems import InputError, Place, Problem, Problems

if TYPE_CHECKING:
    from reportgen.pdf.printed import Printed


LONGEST = 600  # seconds; ten times the sample takes some twenty


class PrintingProcess(WorkBeside):
    """A process that prints a Word file. Opened early, it is warm when the file is filled."""

    def __init__(self) -> None:
        super().__init__("reportgen.pdf.process:try_to_print", "prints the PDF")
        self._name = ""

    def begin(self, data: bytes, name: str) -> None:
        """Have the Word file called `name` printed, and go on meanwhile."""
        self._name = name
        self.ask(data, name)

    def finish(self, problems: Problems) -> Printed:
        """What was printed; what is wrong with it comes after the other problems. Raises what `print_word` raises."""
        try:
            printed, met = self.answer(LONGEST)
        except TimeoutError:
            message = f"printing it takes more than {LONGEST // 60} minutes, and was stopped"
            hint = "split it, or look for what is huge in it: a paragraph of many pages, a table of very many cells"
            problems.error("too-large", Place(self._name), message, hint)
            raise InputError(problems.met) from None
        problems.extend(met)
        if printed is None:
            raise InputError(problems.met)
        return printed  # type: ignore[no-any-return]


def print_word(data: bytes, name: str, problems: Problems) -> Printed:
    """Print the Word file called `name`. Raises InputError or MachineError where that can't be done."""
    from reportgen.pdf.printer import print_document
    from reportgen.word.reader import read_word

    try:
        printed = print_document(read_word(data, name, problems), problems, name=name)
    except RecursionError:
        hint = "take tables out of the tables that they stand in"
        problems.error(
            "too-deep", Place(name), "things stand within each other so deeply that they can't be printed", hint
        )
        raise InputError(problems.met) from None
    problems.raise_errors()
    return printed


def get_ready() -> None:
    """The child's side: load all it takes, and do what WeasyPrint only does the first time (0.1 s)."""
    importlib.import_module("reportgen.word.reader")
    from reportgen.pdf.mends.loading import load_weasyprint

    load_weasyprint()
    _print_a_word()


def try_to_print(data: bytes, name: str) -> tuple[Printed | None, list[Problem]]:
    """The child's side: what was printed, if anything, and all problems met."""
    problems = Problems()
    try:
        return print_word(data, name, problems), problems.met
    except InputError as error:
        return None, error.problems


def _print_a_word() -> None:
    from weasyprint import CSS

    from reportgen.pdf.fetcher import OwnFetcher
    from reportgen.pdf.mends.fonts import OwnFonts
    from reportgen.pdf.mends.repairs import TreeDocument, mended, tagged
    from reportgen.pdf.printer import VARIANT

    fonts, fetcher = OwnFonts(), OwnFetcher({})
    style = CSS(string="body{font-family:Carlito}", font_config=fonts, url_fetcher=fetcher)
    note, row = element("aside", "note", class_="footnote"), element("tr", element("td", "cell"))
    table = element("table", element("tbody", row))
    root = element("html", element("body", element("p", "word", note), table))
    with mended():
        rendered = TreeDocument(root, fetcher).render(font_config=fonts, stylesheets=[style], pdf_variant=VARIANT)
        with tagged(rendered, root):
            rendered.write_pdf(pdf_variant=VARIANT)
