"""What is wrong with a YAML file, said where its owner can see it, and with a remedy in plain words."""

from __future__ import annotations

from ruamel.yaml.error import MarkedYAMLError

_BEGUN = ("while scanning a simple key", "while scanning a quoted", "while parsing a flow")
_REMEDIES = {  # by words of the library's
    "mapping values": "A text that holds a colon and a space needs quotation marks around it.",
    "cannot start any token": "Indent with spaces, not tabs; a text that begins with %, @ or ` needs quotation marks.",
    "expected <block end>": "Entries of one list begin below one another; a text that begins with a quotation mark or "
    "bracket and goes on after its partner needs quotation marks around the whole.",
    "could not find expected ':'": "A key, its colon and a space come first in each line.",
    "expected ',' or": "A bracket is opened here and not closed, or a comma is missing.",
    "unexpected end of stream": "A quotation mark is opened here and never closed.",
    "undefined alias": "A text that begins with * needs quotation marks around it.",
    "alphabetic or numeric": "A text that begins with * or & needs quotation marks around it.",
    "another document": "Delete the line of hyphens above.",
}

_USUAL_REMEDY = "A text that begins with a sign needs quotation marks around it."


def line_of(fault: MarkedYAMLError) -> int:
    """The line of what was begun and never ended; else that where reading stuck."""
    begun = str(fault.context).startswith(_BEGUN) and fault.context_mark
    mark = begun or fault.problem_mark
    return 1 + mark.line if mark else 1


def remedy_for(fault: MarkedYAMLError) -> str:
    return next((remedy for words, remedy in _REMEDIES.items() if words in str(fault.problem)), _USUAL_REMEDY)
