"""What fields show that keep no result in the file: Word works it out, or reads it from their code or their form."""

from __future__ import annotations

import re

from reportgen.word.elements import Element, W, switch, value, whole
from reportgen.word.instructions import Instruction
from reportgen.word.symbols import UNKNOWN, plain_symbol

_BUTTON = re.compile(r"\s*\w+\s+\S+\s+(.*\S)")  # kind, macro or place, then what stands in the text (17.16.5.24)
_COUNTED = ("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "EQ", "LISTNUM")


def words_of_code(instruction: Instruction) -> str:
    """What the code alone says to the reader; empty where it is nothing."""
    match instruction.kind:
        case "MACROBUTTON" | "GOTOBUTTON":
            found = _BUTTON.match(instruction.text)
            return found[1] if found else ""
        case "SYMBOL":
            return _symbol(instruction.argument, instruction.switches.get("f", ""))
        case _:
            return ""


def words_of_form(begin: Element) -> str:
    """What a form's box or list says (17.16.17); `begin` is the field's first mark."""
    box, choices = begin.find(f"{W}ffData/{W}checkBox"), begin.find(f"{W}ffData/{W}ddList")
    if box is not None:
        checked = switch(box, "checked")
        return "☒" if checked or (checked is None and switch(box, "default")) else "☐"
    if choices is not None:
        entries = [entry.get(W + "val", "") for entry in choices.iterfind(W + "listEntry")]
        chosen = whole(value(choices, "result")) or whole(value(choices, "default")) or 0
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    return ""


def is_worked_out(instruction: Instruction) -> bool:
    """Whether Word shows something there that stands nowhere in the file."""
    return instruction.kind in _COUNTED


def _symbol(code: str, font: str) -> str:
    matched = re.fullmatch(r"0x([0-9A-Fa-f]{1,5})|([0-9]{1,6})", code)
    number = int(matched[1], 16) if matched and matched[1] else int(matched[2]) if matched else 0
    shown = plain_symbol(number, font)
    return shown if shown and shown.isprintable() else UNKNOWN
