"""Field instructions."""

from __future__ import annotations

import pytest

from reportgen.word.instructions import Instruction, numeral


def test_an_instruction_has_a_kind_arguments_and_switches() -> None:
    read = Instruction.read(' toc \\o "1-2" \\h \\z  \\t "Part, One;1" ')
    assert (read.kind, read.arguments) == ("TOC", ())
    assert read.switches == {"o": "1-2", "h": "", "z": "", "t": "Part, One;1"}


def test_a_switch_without_argument_takes_none() -> None:
    assert Instruction.read("REF name \\h \\* MERGEFORMAT").switches == {"h": "", "*": ""}
    assert Instruction.read("SEQ Table \\h \\r 3").switches == {"h": "", "r": "3"}


def test_a_numbers_form_outlives_mergeformat() -> None:
    assert Instruction.read("SEQ T \\* ROMAN \\* MERGEFORMAT").switches["*"] == "ROMAN"


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ('TOC \\o "2-3"', [2, 3]),
        ("TOC \\o", list(range(1, 10))),
        ("TOC \\u", None),
        ('TOC \\o "x"', list(range(1, 10))),
    ],
)
def test_ranges_of_levels(text: str, levels: list[int] | None) -> None:
    found = Instruction.read(text).range("o")
    assert (list(found) if found is not None else None) == levels


@pytest.mark.parametrize("separator", [",", ";", " ; "])
def test_styles_and_levels_in_pairs(separator: str) -> None:
    text = separator.join(("Part Heading", "1", "Annex", "2"))
    assert Instruction.read(f'TOC \\t "{text}"').pairs("t") == {"part heading": 1, "annex": 2}


@pytest.mark.parametrize("text", ["", "   ", '"', "\\", "TOC \\t", "\\o", "= 3 + 4", 'TOC \\t ";"'])
def test_nothing_in_an_instruction_makes_it_fail(text: str) -> None:
    read = Instruction.read(text)
    assert read.pairs("t") == {}
    assert read.argument == (read.arguments or ("",))[0]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "ARABIC", "4"),
        (1999, "ROMAN", "MCMXCIX"),
        (4, "roman", "iv"),
        (28, "ALPHABETIC", "BB"),
        (2, "alphabetic", "b"),
        (0, "roman", "0"),
        (3, "", "3"),
    ],
)
def test_numerals(number: int, form: str, text: str) -> None:
    assert numeral(number, form) == text
