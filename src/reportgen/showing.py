"""What a message shows of somebody's file: one line, no more of it than tells which words are meant, nothing that acts.

A terminal carries out escape sequences and turns words round that a file may hold, so they are named instead.
"""

from __future__ import annotations

import re

LONGEST_QUOTE, LONGEST = 120, 500  # characters: between quotation marks, and of a message

_QUOTE = re.compile(f"“([^“”]{{{LONGEST_QUOTE + 1},}})”")
_ACTING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def brief(message: str) -> str:
    """A message in one line, with long quotations cut to their beginnings."""
    line = _QUOTE.sub(lambda found: f"“{found[1][: LONGEST_QUOTE - 1].rstrip()}…”", " ".join(message.splitlines()))
    return line if len(line) <= LONGEST else f"{line[: LONGEST * 3 // 5]} … {line[-LONGEST // 5 :]}"


def harmless(text: str) -> str:
    """Text with every character named that a terminal would act on; lines and tabs stay."""
    return _ACTING.sub(lambda found: found[0] if found[0] in "\n\t" else f"[U+{ord(found[0]):04X}]", text)


def harmless_json(text: str) -> str:
    """JSON that says the same, with such characters as JSON can write them."""
    return _ACTING.sub(lambda found: found[0] if found[0] in "\n\t" else _escaped(found[0]), text)


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
