"""What a message shows of a file: enough to find the words, nothing that acts on a terminal."""

import json

import pytest

from reportgen.problems import Place, Problems
from reportgen.showing import LONGEST, LONGEST_QUOTE, brief, harmless
from reportgen.telling import to_json

ACTING = {
    "a colour": "\x1b[31mred",
    "a title of the window": "\x1b]0;title\x07",
    "a control sequence in one character": "\x9b2J",
    "words turned round": "safe\u202egnp.exe",
    "an isolate": "a\u2066b",
    "a backspace": "secret\x08\x08",
    "a tag that nobody sees": "a\U000e0041",
    "a lone surrogate": "a\ud800",
}


def told(text: str) -> Problems:
    problems = Problems()
    problems.error("cell", Place("values.csv", 2), f"“{text}” is no number", f"not “{text}”")
    return problems


@pytest.mark.parametrize("text", ACTING.values(), ids=ACTING)
def test_a_character_that_a_terminal_acts_on_is_named(text: str) -> None:
    (problem,) = told(text)
    assert not set(str(problem)) & set("\x1b\x07\x9b\u202e\u2066\x08\U000e0041\ud800")
    assert "[U+" in str(problem)


@pytest.mark.parametrize("text", ACTING.values(), ids=ACTING)
def test_json_says_it_without_a_character_that_acts(text: str) -> None:
    said = to_json(told(text))
    assert not set(said) & set("\x1b\x07\x9b\u202e\u2066\x08\U000e0041\ud800")
    assert json.loads(said)[0]["message"] == f"“{text}” is no number"


def test_a_file_name_does_not_act_either() -> None:
    problems = Problems()
    problems.error("no-file", Place("\x1b[2Jx.csv", 1), "is not there")
    assert str(problems.met[0]) == "[U+001B][2Jx.csv:1: is not there"


def test_words_in_any_language_stay_as_they_are() -> None:
    words = "Ynys Môn, Łódź, القاهرة, 北区, 👍🏽, 50%"
    assert harmless(brief(words)) == words


def test_a_long_cell_is_cut_where_it_is_quoted() -> None:
    (problem,) = told("x" * 30_000)
    assert problem.message == f"“{'x' * (LONGEST_QUOTE - 1)}…” is no number"
    assert len(problem.hint or "") < 2 * LONGEST_QUOTE


def test_a_message_keeps_its_beginning_and_its_end() -> None:
    message = brief("{{ " + "1 + " * 5_000 + "1 }} cannot be read")
    assert len(message) < LONGEST
    assert message.startswith("{{ 1 + 1")
    assert message.endswith("1 }} cannot be read")


def test_a_message_is_one_line() -> None:
    assert brief("a\r\nb\x0bc\u2028d") == "a b c d"


def test_ten_thousand_problems_are_gathered_at_once() -> None:
    problems = Problems()
    for _ in range(2):
        for line in range(10_000):
            problems.error("cell", Place("values.csv", line), "is no number")
    assert len(problems.met) == 10_000
