"""Small editions filled into small templates: both are written in a test in a few words, and what came out is read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from word.word_files import blank_document, png, saved

from reportgen.compose import compose
from reportgen.document import Block, Cell, Document, Heading, Inline, List, Paragraph, Picture, Table
from reportgen.edition.edition import read_edition
from reportgen.findings import assess
from reportgen.pdf.words import words
from reportgen.problems import InputError, Problems
from reportgen.word.fill import fill
from reportgen.word.reader import read_word

Row = Sequence[str]
Content = str | tuple[str, str] | Sequence[Row]  # a paragraph, one of a style, or a table

REPORT = """
title: "Rivers & <coast>"
organisation: A trust
edition: "2024"
area: Kent
comparators: [England]
rating: {amber_within: 1}
logo: {file: logo.png, alt: The mark}
missions:
  - id: water
    title: Clean & {clear} water
    aspirations: [{id: clean, text: All of it is clean, fundamental: Nature}]
  - id: wildlife
    title: Wildlife
    aspirations: [{id: otters, text: Otters come back, fundamental: Nature}]
"""
EDITION = {
    "report.yaml": REPORT,
    "indicators.csv": "id,mission,name,unit,better\n"
    "lakes,water,Clean lakes <all>,percent,higher\nrivers,water,Clean rivers,percent,higher\n"
    "sites,wildlife,Sites,number,higher\n",
    "values.csv": "indicator,area,period,value\nlakes,Kent,2023,36\nlakes,England,2023,34\n"
    "rivers,Kent,2023,50\nrivers,England,2023,61\nsites,Kent,2023,7\nsites,England,2023,9\n",
    "sources.yaml": "lakes: {text: Lakes & ponds}\nrivers: {text: Rivers, url: 'https://example.org/?a=1&b=2'}\n",
}
FILLS = {"Rating Green": "00703C", "Rating Amber": "FFDD00", "Rating Red": "B52213", "Rating Not Rated": "D9D9D9"}
NARROW = 300.0  # points


def part(name: str) -> list[Content]:
    body = [("Heading 1", f"{{{{ {name}.heading }}}}"), f"{{{{p {name}.body }}}}"]
    return [f"{{%p if {name} %}}", *body, "{%p endif %}"]


def pattern(name: str, cell: str = "row.theme") -> list[Content]:
    """A caption with the label of this table (`tables.summary`, `mission.table`), and the table."""
    rows = (["Theme", "All"], [f"{{%tr for row in {name}.rows %}}", ""], [f"{{{{ {cell} }}}}{{{{ merged }}}}", "x"])
    return [("Caption", f"{{{{ {name}.label }}}}: {name}"), (*rows, ["{%tr endfor %}", ""])]


MISSIONS: list[Content] = [
    "{%p for mission in missions %}",
    *("{%p if mission_analysis %}", ("Heading 2", "{{ mission.heading }}"), "{%p else %}"),
    *(("Heading 1", "{{ mission.heading }}"), "{%p endif %}", "{{p mission.body }}"),
    *(*pattern("mission.table", "row.name"), "{%p endfor %}"),
]
TEMPLATE: list[Content] = [
    *(("Title", "{{ report.title }}"), *part("foreword"), *part("executive_summary")[:-1], *pattern("tables.summary")),
    *("{%p endif %}", *part("introduction"), *part("mission_analysis"), *MISSIONS, *part("inclusive_growth")),
    *part("conclusion"),
]


@dataclass(frozen=True)
class Filled:
    data: bytes
    document: Document

    @property
    def words(self) -> str:
        return " ".join(words(self.document).body)

    @property
    def notes(self) -> str:
        return " ".join(words(self.document).footnotes)

    def all(self, kind: type[Block]) -> list[Block]:
        return [block for block in self.document.blocks if isinstance(block, kind)]

    @property
    def headings(self) -> list[tuple[int, str]]:
        found = [block for block in self.document.blocks if isinstance(block, Heading)]
        return [(heading.level, "".join(getattr(one, "text", "") for one in heading.inlines)) for heading in found]

    @property
    def tables(self) -> list[list[list[str]]]:
        """The words of each table, by row and cell."""
        found = [block for block in self.document.blocks if isinstance(block, Table)]
        return [[[_said(cell) for cell in row.cells] for row in table.rows] for table in found]

    @property
    def inlines(self) -> list[Inline]:
        return list(_inlines(self.document.blocks))

    @property
    def pictures(self) -> list[Picture]:
        return [inline for inline in self.inlines if isinstance(inline, Picture)]


def template(*content: Content) -> WordDocument:
    document = blank_document()
    for name, colour in FILLS.items():
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), colour)
        document.styles[name].element.get_or_add_rPr().append(shade)
    for one in content:
        add(document, one)
    return document


def add(document: WordDocument, content: Content) -> None:
    if isinstance(content, str):
        document.add_paragraph(content, "Body Text")
    elif isinstance(content, tuple) and isinstance(content[0], str):
        document.add_paragraph(content[1], content[0])
    else:
        table = document.add_table(rows=0, cols=2)
        for row in content:
            for cell, said in zip(table.add_row().cells, row, strict=True):
                cell.text = said


def filled(
    folder: Path,
    narrative: Mapping[str, str],
    word: WordDocument | None = None,
    warned: Sequence[str] = (),
    **files: str,
) -> Filled:
    """An edition with these files of narrative (`foreword`, `missions/water`), in this template or the usual one.

    `files` by the words of their names: `report_yaml`. `warned`: the codes of the warnings that this gives."""
    named = {re.sub("_(?=[a-z]+$)", ".", name): text for name, text in files.items()}
    written = EDITION | named | {f"narrative/{name}.md": text for name, text in narrative.items()}
    for name, text in written.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "logo.png").write_bytes(png(800, 20))
    path = folder / "template.docx"
    path.write_bytes(saved(template(*TEMPLATE) if word is None else word))
    problems = Problems()
    edition = read_edition(folder, problems)
    data = fill(compose(edition, assess(edition), dict, problems), path, problems).data()
    document = read_word(data, "report.docx", problems).document
    assert [str(problem) for problem in problems if problem.code not in warned] == []
    return Filled(data, document)


def faults(folder: Path, narrative: Mapping[str, str], word: WordDocument | None = None, **files: str) -> list[str]:
    """The errors, each in one line."""
    try:
        filled(folder, narrative, word, **files)
    except InputError as error:
        return [str(problem) for problem in error.problems]
    return []


def reopened(result: Filled) -> WordDocument:
    return docx.Document(io.BytesIO(result.data))


def _said(cell: Cell) -> str:
    return " ".join(getattr(one, "text", "") for one in _inlines(cell.blocks))


def _inlines(blocks: Sequence[Block]) -> Iterator[Inline]:
    for block in blocks:
        match block:
            case Table(rows):
                yield from (one for row in rows for cell in row.cells for one in _inlines(cell.blocks))
            case List(items):
                yield from (one for item in items for one in _inlines(item.blocks))
            case Paragraph(inlines) | Heading(inlines=inlines):
                yield from inlines
