"""What is wrong with a YAML file, said where its owner can see it, and with a remedy in plain words."""

from __future__ import annotations

import re

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.tokens import ScalarToken

MOST_NESTED = 100  # brackets within brackets

_BEGUN = ("while scanning a simple key", "while scanning a quoted", "while parsing a flow")
_OPEN_QUOTE = "a quotation mark is opened here and never closed", "Close it in the same line."
_FAULTS = {  # by words of the library's: what is wrong, and the remedy
    "mapping values": (
        "a colon stands where none can",
        "A text that holds a colon and a space needs quotation marks around it.",
    ),
    "'\\t' that cannot start": ("a tab stands where spaces belong", "Indent with spaces, not tabs."),
    "cannot start any token": (
        "a text begins with a sign that YAML keeps for itself",
        "A text that begins with %, @ or ` needs quotation marks around it.",
    ),
    "expected <block end>": (
        "this does not go on as what stands above it",
        "Entries of one list begin below one another, each with a hyphen and a space; a text that begins with a "
        "bracket or quotation mark and goes on after its partner, or holds an apostrophe in single quotation marks, "
        "needs double ones around the whole.",
    ),
    "could not find expected ':'": ("a colon is missing", "A key, its colon and a space come first in each line."),
    "expected ',' or": (
        "a bracket is not closed",
        "A bracket is opened here and not closed, or a comma is missing.",
    ),
    "unexpected end of stream": _OPEN_QUOTE,
    "undefined alias": ("a text begins with “*”", "A text that begins with * needs quotation marks around it."),
    "alphabetic or numeric": (
        "a text begins with “*” or “&”",
        "A text that begins with * or & needs quotation marks around it.",
    ),
    "another document": ("a line of hyphens parts the file in two", "Delete it."),
}
_USUAL = "a text begins with a sign", "A text that begins with a sign needs quotation marks around it."
_NO_BREAK_SPACE = "Type an ordinary space after the colon: there is a no-break space in this line."
_REMARK = re.compile(r"^[ \t]*(?:- )?[\w-]+:[ \t]+(?![\"'#\[{|>])[^\n]*?\S (#[^\s#][^\n]*)", re.MULTILINE)


def explain(fault: MarkedYAMLError, text: str) -> tuple[int, str, str]:
    """The line, what is wrong in it, and the remedy. The line is that of what was begun and never ended, if any."""
    mark, problem = fault.problem_mark, str(fault.problem)
    begun = str(fault.context).startswith(_BEGUN) and fault.context_mark
    line = 1 + ((begun or mark).line if begun or mark else 0)
    if mark and not begun and (opened := _open_quote(text, mark.line)):
        return opened, *_OPEN_QUOTE
    said, remedy = next((said for words, said in _FAULTS.items() if words in problem), _USUAL)
    if re.match(r"\s*[\w-]+:\u00a0", text.split("\n")[line - 1]):
        remedy = _NO_BREAK_SPACE
    return line, said, remedy


def is_nested_too_deeply(text: str) -> re.Match[str] | None:
    """Where brackets or lists stand in one another so deeply that reading them would take very long."""
    return re.search(rf"(?:[\[{{]\s*|- ){{{MOST_NESTED}}}", text)


def remarks(text: str) -> list[tuple[int, str]]:
    """What stands behind a text and a `#` right before its first word, as in “We are #1”: the line, and the words."""
    return [(1 + text.count("\n", 0, found.start()), found[1]) for found in _REMARK.finditer(text)]


def _open_quote(text: str, line: int) -> int | None:
    """The line of a quotation mark that found its partner only in the line where reading stuck."""
    opened = None
    try:
        for token in YAML(typ="rt", pure=True).scan(text):
            quoted = isinstance(token, ScalarToken) and token.style in ("'", '"')
            if quoted and token.start_mark.line < token.end_mark.line == line:
                opened = 1 + token.start_mark.line
    except (YAMLError, ValueError, RecursionError):
        pass
    return opened
