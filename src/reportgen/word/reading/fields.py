"""Fields (ECMA-376-1, 17.16): what each kind is in the model. What is not known here prints its saved result."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Literal

from reportgen.document import (
    PLAIN,
    CrossReference,
    Inline,
    Link,
    NoteCall,
    PageNumber,
    Text,
    Value,
)
from reportgen.word.instructions import Instruction
from reportgen.word.reading.layers import Item, Layer, SequenceNumber, settled, words_of

LINK_STYLE = "Hyperlink"
_NUMBERS: dict[str, Literal["page", "pages", "section pages"]] = {
    "PAGE": "page",
    "NUMPAGES": "pages",
    "SECTIONPAGES": "section pages",
}
_OTHER_THAN_WORDS = "nrwp"  # switches of REF that ask for a paragraph's number, or `above`

AgainCall = Callable[[str, str], NoteCall | None]
"""The bookmark around a note's first call, and the number saved there → the same note called again."""


def field_layer(call_again: AgainCall) -> Layer:
    """A complex field that begins: its code comes first."""
    return Layer(lambda layer: _result(layer, call_again), code="", silent=True)


def simple_field_layer(call_again: AgainCall, code: str) -> Layer:
    return Layer(lambda layer: _result(layer, call_again), code=code, listing=is_listing(code))


def link_layer(target: str) -> Layer:
    return Layer(lambda layer: linked(target, layer.items))


def linked(target: str, items: Iterable[Item]) -> Iterable[Item]:
    """A link. Its words need not say that they look like one."""
    inlines = tuple(_without_link_style(inline) for inline in settled(items))
    if not target or not inlines:
        return inlines
    return [Link(target, settled(inlines))]


def is_listing(code: str) -> bool:
    return Instruction.read(code).kind == "TOC"


def _result(layer: Layer, call_again: AgainCall) -> Iterable[Item]:
    instruction = Instruction.read(layer.code or "")
    words = words_of(layer.items)
    look = layer.items[0].look if layer.items and isinstance(layer.items[0], Text) else layer.look
    match instruction.kind:
        case "HYPERLINK":
            return linked(_address(instruction), layer.items)
        case _ if layer.broken or words is None:
            return layer.items
        case "PAGE" | "NUMPAGES" | "SECTIONPAGES" as kind:
            return [PageNumber(_NUMBERS[kind], look, words)]
        case "PAGEREF":
            return [CrossReference(instruction.argument, "page", look, words)]
        case "REF" if any(instruction.has(switch) for switch in _OTHER_THAN_WORDS):
            return linked(f"#{instruction.argument}", layer.items)
        case "REF":
            return [CrossReference(instruction.argument, "label", look, words)]
        case "NOTEREF":
            call = call_again(instruction.argument, words)
            return [call] if call is not None else layer.items
        case "SEQ":
            return [SequenceNumber(words, look)]
        case _:
            return layer.items


def _address(instruction: Instruction) -> str:
    place = instruction.switches.get("l", "")
    return instruction.argument + (f"#{place}" if place else "")


def _without_link_style(inline: Inline) -> Inline:
    if isinstance(inline, Text | Value | CrossReference | PageNumber) and inline.look.style == LINK_STYLE:
        plain = replace(inline.look, style=None)
        return replace(inline, look=PLAIN if plain == PLAIN else plain)
    return inline
