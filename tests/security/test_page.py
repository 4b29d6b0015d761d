"""docs/security.md is held to the tests that it names, and to the limits of the code."""

from __future__ import annotations

import re
from pathlib import Path

from reportgen import beside, figures, packages, showing
from reportgen.edition import csv_files, evaluating, folder, narrative, pictures, reach
from reportgen.pdf import process, weighing
from reportgen.sandbox import bounds

TESTS = Path(__file__).parents[1]
PAGE = (TESTS.parent / "docs" / "security.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (.+) \| (.+) \| (.+) \| `(test_\w+)` \|$", re.MULTILINE)
ROWS = ROW.findall(PAGE)
LIMITS = {
    "parts of a Word file or workbook": f"{packages.MOST_PARTS:,}",
    "the file itself": f"{packages.MOST_BYTES // 10**6} MB",
    "all its parts, unpacked": f"{packages.MOST_BYTES // 10**6} MB",
    "tags of its XML (about 2,500 pages)": f"{packages.MOST_TAGS:,}",
    "rows and columns of a sheet": f"{reach.MOST_ROWS:,} and {reach.MOST_COLUMNS}",
    "cells that a sheet merges or links": f"{reach.MOST_CELLS:,}",
    "a file of text (CSV, Markdown, YAML)": f"{folder.MOST_BYTES // 10**6} MB",
    "cells of a CSV file, each row as wide as the widest": f"{csv_files.MOST_CELLS:,}",
    "a paragraph, list or table of the narrative": f"{narrative.LONGEST_BLOCK:,} characters",
    "opening brackets in it": f"{narrative.MOST_OPENINGS:,}",
    "an expression": f"{evaluating.LONGEST:,} characters",
    "steps of all expressions of a narrative file, or of a template": f"{bounds.MOST_STEPS:,}",
    "a text or list that an expression makes": f"{bounds.LONGEST:,} characters or members",
    "tags of a template, in one part": f"{bounds.MOST_BRACES:,} opening braces",
    "loops and conditions within each other": f"{bounds.MOST_BLOCKS}",
    "values that a figure shows": f"{figures.MOST_POINTS:,}",
    "pixels of a picture": f"{weighing.MOST_PIXELS:,}",
    "pieces of an SVG, as often as they are drawn": f"{weighing.MOST_PIECES:,}",
    "a picture of the narrative": f"{pictures.MOST_BYTES // 2**20} MB",
    "seconds of printing": f"{process.LONGEST}",
    "memory of the processes that draw and print (Linux)": f"{beside.MOST_MEMORY // 10**9} GB",
    "characters of a message, and of what it quotes": f"{showing.LONGEST} and {showing.LONGEST_QUOTE}",
}


def test_the_page_lists_every_limit_as_the_code_has_it() -> None:
    section = PAGE.partition("## The limits\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (?:refused|stopped|cut) \|$", section, re.MULTILINE)
    assert dict(rows) == LIMITS
    assert pictures.MOST_PIXELS == weighing.MOST_PIXELS


def test_the_tests_that_the_page_names_are_there() -> None:
    texts = (path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py"))
    names = {name for text in texts for name in re.findall(r"^ *def (test_\w+)\(", text, re.MULTILINE)}
    assert {row[3] for row in ROWS} - names == set()


def test_every_attack_has_a_row_of_its_own_with_what_happens() -> None:
    attacks = PAGE.partition("## Attacks tried\n")[2].partition("\n## ")[0]
    lines = [line for line in attacks.splitlines() if line.startswith("| ") and not line.startswith("| attack")]
    rows = ROW.findall(attacks)
    assert len(lines) == len(rows) == len({row[0] for row in rows}) > 45
