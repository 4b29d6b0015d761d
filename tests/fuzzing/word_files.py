"""Small Word files to begin with, and how one is changed: inside its parts, since a broken zip file is soon refused."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import atheris
import pytest
from lxml import etree
from word import tiny_docx

from reportgen.word.elements import Element

TESTS = Path(__file__).parents[1] / "word"
WORDS = (
    " SEQ Table ",
    " REF x \\h ",
    " TOC \\o '1-3' ",
    "{{ report.title }}",
    "{%p if",
    "}}",
    "",
    "1",
    "\u202e",
    "\U0001f41f",
)
VALUES = (
    *(
        "",
        "0",
        "1",
        "-1",
        "2147483648",
        "99999999999",
        "1.5",
        "1e999",
        "nan",
        "abc",
        "٣",
        "auto",
        "none",
        "true",
        "off",
    ),
    *("100%", "12pt", "FF0000", "zzzzzz", "../..", "http://x", "restart", "begin", "end", "separate", "continuous"),
)


def small_word_files() -> list[bytes]:
    """The files that the tests of the reader make."""
    made: dict[bytes, None] = {}
    zipped = tiny_docx.zipped

    def kept(parts: dict[str, bytes]) -> bytes:
        data = zipped(parts)
        made.setdefault(data)
        return data

    tiny_docx.zipped = kept  # type: ignore[assignment]
    chosen = [str(path) for path in sorted(TESTS.glob("test_reader*.py"))]
    pytest.main(["-qq", "--no-header", "-p", "no:cacheprovider", "-W", "ignore", *chosen])
    tiny_docx.zipped = zipped
    return [data for data in made if len(data) < 50_000]


def change_word_file(data: bytes, most: int, seed: int, others: Sequence[bytes]) -> bytes:
    """One part of it is changed: an element or two, or bytes."""
    dice = random.Random(seed)
    try:
        parts = _parts(data)
        name = dice.choice([name for name in parts for _ in range(5 if name == "word/document.xml" else 1)])
        parts[name] = _changed(parts[name], dice, others)
        changed = tiny_docx.zipped(parts)
    except (zipfile.BadZipFile, IndexError, ValueError):
        return dice.choice(others)
    return changed if len(changed) <= most else dice.choice(others)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _changed(part: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    try:
        root = etree.fromstring(part)
    except etree.XMLSyntaxError:
        root = None
    if root is None or len(root) == 0 or dice.random() < 0.1:
        return atheris.Mutate(part, len(part) + 200)
    for _ in range(dice.randint(1, 3)):
        elements = [one for one in root.iter(etree.Element) if one is not root]
        if elements:
            dice.choice(_EDITS)(Spot(dice.choice(elements), elements, dice, others))
    return etree.tostring(root)


@dataclass(frozen=True)
class Spot:
    """An element that something happens to, among all those of its part."""

    element: Element
    elements: Sequence[Element]
    dice: random.Random
    others: Sequence[bytes]

    @property
    def parent(self) -> Element:
        parent = self.element.getparent()
        if parent is None:
            raise ValueError("the root stays")
        return parent

    def having_attributes(self) -> Element:
        return self.dice.choice([one for one in self.elements if one.attrib])  # IndexError where none has


def _drop(at: Spot) -> None:
    at.parent.remove(at.element)


def _repeat(at: Spot) -> None:
    for _ in range(at.dice.choice((1, 1, 2, 20))):
        at.element.addnext(deepcopy(at.element))


def _put_elsewhere(at: Spot) -> None:
    at.dice.choice(at.elements).insert(0, deepcopy(at.element))


def _wrap(at: Spot) -> None:
    parent, place, inner = at.parent, at.parent.index(at.element), at.element
    for _ in range(at.dice.choice((1, 1, 2, 60))):
        outer = etree.Element(at.dice.choice(at.elements).tag)
        outer.append(inner)
        inner = outer
    parent.insert(place, inner)


def _rename(at: Spot) -> None:
    at.element.tag = at.dice.choice(at.elements).tag


def _say(at: Spot) -> None:
    at.element.text = at.dice.choice(WORDS)


def _set(at: Spot) -> None:
    one, other = at.having_attributes(), at.having_attributes()
    value = at.dice.choice((at.dice.choice(VALUES), at.dice.choice(other.attrib.values())))
    one.set(at.dice.choice(list(one.attrib)), value)


def _unset(at: Spot) -> None:
    one = at.having_attributes()
    del one.attrib[at.dice.choice(list(one.attrib))]


def _borrow(at: Spot) -> None:
    """Something of another file comes here."""
    body = etree.fromstring(_parts(at.dice.choice(at.others))["word/document.xml"])
    at.element.addnext(deepcopy(at.dice.choice([*body.iter(etree.Element)][1:])))


_EDITS: Sequence[Callable[[Spot], None]] = (
    *(_drop, _repeat, _put_elsewhere, _wrap, _rename, _say, _unset),
    *(_set, _set, _set, _borrow, _borrow),
)
