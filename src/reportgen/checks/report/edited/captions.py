"""Captions and references whose live numbers somebody typed over, or turned into text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.checks.report.edited.lines import plain, said
from reportgen.document import Block, Caption, CrossReference, Inline, Paragraph, Text, Value
from reportgen.problems import Place, Problem

_PLAIN = re.compile(r"\s*(?P<label>[^\W\d]+)\s(?P<number>\d+)(?=\W|$)")
_HINT = "Put the number back; where it is a live one, Ctrl+A and F9 number all anew in Word."


@dataclass(frozen=True, slots=True)
class Label:
    """A caption's label and number, or a reference to one, as the file says it."""

    anchor: str
    label: str
    number: str
    place: Place

    @property
    def text(self) -> str:
        return f"{self.label} {self.number}"


def captioned(blocks: Sequence[Block], built: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a file with those as captions that once were: their numbers are no fields any more.

    `built`: the blocks of the file as it would be built today, whose captions have these titles.
    """
    live = {one.anchor for one in blocks if isinstance(one, Caption)}
    lost = [one for one in built if isinstance(one, Caption) and one.anchor not in live]
    return tuple(_as_caption(one, lost) or one if isinstance(one, Paragraph) and lost else one for one in blocks)


def _as_caption(block: Paragraph, lost: Sequence[Caption]) -> Caption | None:
    text = "".join(said(block.inlines))
    found = _PLAIN.match(text)
    alike = [one for one in lost if found and one.label == found["label"]]
    if found is None or not alike:
        return None
    title = plain(_title(text[found.end() :]))
    same = [one for one in alike if plain(_title("".join(said(one.inlines)))) == title]
    same = same or [one for one in alike if one.number == found["number"] and one.style == block.style]
    if not same:
        return None
    rest = tuple(_behind(block.inlines, found.end()))
    return replace(same[0], inlines=rest, number=found["number"], layout=block.layout)


def _title(text: str) -> str:
    return text.strip(" .:–—-")


def _behind(inlines: Sequence[Inline], start: int) -> Iterator[Inline]:
    at = 0
    for one in inlines:
        text = one.text if isinstance(one, Text | Value | CrossReference) else ""
        if isinstance(one, Text) and at < start < at + len(text):
            yield replace(one, text=text[start - at :])
        elif at >= start:
            yield one
        at += len(text)


def reference(one: CrossReference, place: Place) -> Label | None:
    found = _PLAIN.fullmatch(" ".join(one.text.split()))
    return Label(one.target, found["label"], found["number"], place) if found else None


def problems(captions: Sequence[Label], references: Sequence[Label]) -> Iterator[Problem]:
    """Captions count up, and what refers to one says its label and number."""
    counted = dict.fromkeys((one.label for one in captions), 0)
    before = dict.fromkeys(counted, 0)
    odd: set[str] = set()
    for one in captions:
        counted[one.label] += 1
        number = int(one.number) if one.number.isdigit() else before[one.label] + 1
        if number not in (counted[one.label], before[one.label] + 1):
            odd.add(one.anchor)
            message = f"the caption says “{one.text}”, where “{one.label} {counted[one.label]}” should come"
            yield Problem("warning", "display-number", message, one.place, _HINT)
        before[one.label] = number if one.anchor not in odd else counted[one.label]
    yield from _mistaken({one.anchor: one for one in captions if one.anchor and one.anchor not in odd}, references)


def _mistaken(captions: Mapping[str, Label], references: Sequence[Label]) -> Iterator[Problem]:
    for one in references:
        meant = captions.get(one.anchor)
        if meant is not None and meant.text != one.text:
            message = f"the words say “{one.text}”, and the caption referred to says “{meant.text}” ({meant.place})"
            yield Problem("error", "display-number", message, one.place, _HINT)
