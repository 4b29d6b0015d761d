"""Field instructions, `TOC \\o "1-2" \\h`: what they ask for (17.16.4)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_WORDS = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_WITHOUT_ARGUMENT = {  # every other switch takes the word after it, if that is not a switch
    "SEQ": "nch",
    "TOC": "huwxz",
    "REF": "fhnprtw",
    "PAGEREF": "hp",
    "NOTEREF": "fhp",
}


@dataclass(frozen=True, slots=True)
class Instruction:
    """`arguments` are what stands before the switches; a switch without argument has an empty one."""

    text: str
    kind: str  # upper case
    arguments: tuple[str, ...]
    switches: Mapping[str, str]

    @classmethod
    def read(cls, text: str) -> Instruction:
        found = [(match[1] is None, match[1] if match[1] is not None else match[2]) for match in _WORDS.finditer(text)]
        kind = found[0][1].upper() if found else ""
        arguments: list[str] = []
        switches: dict[str, str] = {}
        waiting = ""
        for bare, word in found[1:]:
            if bare and re.fullmatch(r"\\\S", word):
                switches.setdefault(word[1].lower(), "")
                waiting = "" if word[1].lower() in _WITHOUT_ARGUMENT.get(kind, "") else word[1].lower()
            elif waiting:
                if word.upper() not in (
                    "MERGEFORMAT",
                    "CHARFORMAT",
                ):  # they keep looks, and may follow a number's form
                    switches[waiting] = word
                waiting = ""
            elif not switches:
                arguments.append(word)
        return cls(text.strip(), kind, tuple(arguments), switches)

    @property
    def argument(self) -> str:
        return self.arguments[0] if self.arguments else ""

    def has(self, switch: str) -> bool:
        return switch in self.switches

    def range(self, switch: str) -> range | None:
        """`\\o "1-3"`; all nine levels where the switch has no argument, None where it is not there."""
        said = self.switches.get(switch)
        if said is None:
            return None
        matched = re.fullmatch(r"\s*(\d)\s*-\s*(\d)\s*", said)
        return range(int(matched[1]), int(matched[2]) + 1) if matched else range(1, 10)

    def pairs(self, switch: str) -> Mapping[str, int]:
        """`\\t "Part;1;Annex;2"` (or commas, by the writer's locale), by lower-case name."""
        pieces = [piece.strip() for piece in re.split("[;,]", self.switches.get(switch, ""))]
        return {
            name.lower(): int(level) for name, level in zip(pieces[::2], pieces[1::2], strict=False) if level.isdigit()
        }


def numeral(number: int, form: str) -> str:
    """A number as `\\* ROMAN` and its like ask for it (17.16.4.3.1); the form tells upper from lower case."""
    plain = form.lower()
    if plain == "roman" and 0 < number < 4000:
        text = _roman(number)
    elif plain == "alphabetic" and number > 0:
        text = chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
    else:
        return str(number)
    return text.upper() if form[:1].isupper() else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        text += letters * (number // value)
        number %= value
    return text
