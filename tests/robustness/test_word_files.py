"""Odd Word files, and what is none: what is told of each is what docs/robustness.md says, and its words are read."""

from __future__ import annotations

import pytest
from robustness.inputs.word_files import NONE
from robustness.page import PAGE, named_word_files, word_row

from reportgen.checks.templates.judge import judge_template
from reportgen.pdf.words import words
from reportgen.problems import InputError, Problems
from reportgen.word.reader import read_word

FILES = dict(named_word_files())
ROWS = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| docx-")]


def test_the_page_lists_every_word_file_and_no_other() -> None:
    assert [row.split(" | ")[0].removeprefix("| ") for row in ROWS] == [*FILES]


@pytest.mark.parametrize("name", FILES)
def test_what_is_told_of_a_word_file_is_what_the_page_says(name: str) -> None:
    assert word_row(name, FILES[name]) in ROWS


@pytest.mark.parametrize("name", [name for name, one in FILES.items() if one not in NONE])
def test_the_words_of_an_odd_word_file_are_read_in_their_order(name: str) -> None:
    for data in FILES[name].made():
        said = words(read_word(data, "x.docx", Problems()).document)
        assert [*said.body, *said.footnotes] == FILES[name].shows.split()


@pytest.mark.parametrize("name", FILES)
def test_an_odd_word_file_is_judged_as_a_template_or_refused(name: str) -> None:
    for data in FILES[name].made():
        problems = Problems()
        try:
            judge_template(data, "x.docx", problems)
        except InputError as refusal:
            problems = Problems()
            problems.extend(refusal.problems)
        assert problems.errors  # the tables that every edition has are drawn in none of them
