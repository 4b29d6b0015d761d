"""Labels of numbered paragraphs, counted as Word counts."""

from __future__ import annotations

import pytest
from lxml import etree
from word.tiny_docx import NAMESPACES

from reportgen.word.numbering import Counting, formatted, read_numbering
from reportgen.word.theme import Theme


def level(number: int, form: str, text: str, more: str = "") -> str:
    shown = f'<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/>{shown}</w:lvl>'


LEGAL = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "(%3)")


def counting(levels: str = LEGAL, nums: str = "", definition: str = "") -> Counting:
    plain = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    root = etree.fromstring(
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{definition}'
        f"{plain}{nums}</w:numbering>"
    )
    return Counting(read_numbering(root, Theme()))


def labels(counts: Counting, *asked: tuple[str, int]) -> list[str]:
    return [counts.label(*one)[0] for one in asked]


def test_levels_count_within_those_above_them() -> None:
    asked = (("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1))
    assert labels(counting(), *asked) == ["I.", "I.1", "I.2", "(a)", "II.", "II.1"]


def test_a_level_that_was_skipped_counts_as_its_start() -> None:
    assert labels(counting(), ("1", 1)) == ["I.1"]


def test_a_level_of_no_format_shows_the_rest_of_its_pattern() -> None:
    levels = level(0, "none", "Note%1:") + level(1, "decimal", "%1%2.")
    assert labels(counting(levels), ("1", 0), ("1", 1)) == ["Note:", "1."]


def test_legal_numbering_shows_digits_only() -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert labels(counting(levels), ("1", 0), ("1", 1)) == ["I.", "1.1"]


def test_lists_of_one_definition_count_on() -> None:
    other = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    assert labels(counting(nums=other), ("1", 0), ("2", 0), ("1", 0)) == ["I.", "II.", "III."]


def test_a_list_with_a_start_of_its_own_begins_there_once() -> None:
    other = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    assert labels(counting(nums=other), ("1", 0), ("2", 0), ("2", 0)) == ["I.", "V.", "VI."]


def test_a_list_may_change_a_level() -> None:
    changed = level(0, "decimal", "Step %1:")
    other = (
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{changed}</w:lvlOverride></w:num>'
    )
    assert labels(counting(nums=other), ("2", 0)) == ["Step 1:"]


def test_a_level_may_go_on_counting_when_a_higher_one_moves() -> None:
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>')
    assert labels(counting(levels), ("1", 0), ("1", 1), ("1", 0), ("1", 1)) == ["1", "1", "2", "2"]


def test_a_definition_may_stand_behind_a_list_style() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="7"><w:styleLink w:val="Legal"/>'
        + level(0, "ordinal", "%1")
        + "</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Legal"/></w:abstractNum>'
    )
    num = '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>'
    assert labels(counting(nums=num, definition=linked), ("3", 0), ("3", 0)) == ["1st", "2nd"]


def test_an_unknown_list_has_no_labels() -> None:
    assert counting().label("99", 0) == ("", 1)
    assert counting().label("1", 8) == ("", 1)


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0a7", "Wingdings", "▪"),
        ("\uf0d8", "Wingdings", "➢"),
        ("\uf0fc", "Wingdings", "✓"),
        ("\uf02d", "Symbol", "–"),
        ("o", "Courier New", "◦"),
        ("–", "Calibri", "–"),
        ("\uf0ff", "Wingdings", "•"),
        ("\uf0b7", "", "•"),
    ],
)
def test_bullets_of_symbol_fonts_are_characters_of_any_font(text: str, font: str, shown: str) -> None:
    bullet = (
        f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{text}"/>'
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr></w:lvl>'
    )
    assert labels(counting(bullet), ("1", 0)) == [shown]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (4, "lowerRoman", "iv"),
        (27, "upperLetter", "AA"),
        (7, "decimalZero", "07"),
        (11, "ordinal", "11th"),
        (1, "cardinalText", "One"),
        (42, "cardinalText", "Forty-two"),
        (100, "cardinalText", "100"),
        (12, "ordinalText", "Twelfth"),
        (20, "ordinalText", "Twentieth"),
        (83, "ordinalText", "Eighty-third"),
        (100, "ordinalText", "100th"),
        (3, "numberInDash", "- 3 -"),
        (5, "chicago", "**"),
        (5, "none", ""),
        (5, "japaneseCounting", "5"),
        (0, "upperRoman", "0"),
    ],
)
def test_numbers_have_words_formats(number: int, form: str, shown: str) -> None:
    assert formatted(number, form) == shown
