"""The tag tree of a PDF, and that tree as a screen reader would go through it: one line for each thing it says.

.venv/bin/python tests/pdf/read_aloud.py FILE.pdf
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_INLINE = ("Span", "Link", "Reference", "Lbl", "LBody")
_OPENING, _CLOSING = ("(", "‘", "“"), (".", ",", ";", ":", ")", "’", "”")  # a new line is a new piece of words, too
_PAGE = re.compile(r"\S+\]$")  # a page's number follows from the looks, which change more often than what is said
_PAIR = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


@dataclass
class Tag:
    """One structure element. `inside` holds its tags and words in order; `found` is the PDF's object."""

    kind: str
    found: Any
    parent: Tag | None = field(default=None, repr=False)
    file: pikepdf.Pdf | None = None  # of the topmost: as long as a tag is there, so is its file
    inside: list[Tag | str] = field(default_factory=list)
    links: list[Any] = field(default_factory=list)  # the annotations that it owns

    @property
    def tags(self) -> list[Tag]:
        return [one for one in self.inside if isinstance(one, Tag)]

    @property
    def words(self) -> str:
        """All that is said in it, in order."""
        said = " ".join(one if isinstance(one, str) else one.words for one in self.inside)
        return " ".join(said.split())

    @property
    def attributes(self) -> dict[str, Any]:
        return {str(name)[1:]: value for name, value in self.found.get("/A", {}).items()}

    def text(self, name: str) -> str:
        return str(self.found.get(f"/{name}", ""))

    def all(self, *kinds: str) -> list[Tag]:
        """Every tag below of these kinds, in order."""
        below = [one for tag in self.tags for one in (tag, *tag.all())]
        return [tag for tag in below if not kinds or tag.kind in kinds]


def read_tags(pdf: pikepdf.Pdf) -> Tag:
    """The document's tag, with all below it."""
    words = {page.objgen: dict(_marked_words(page)) for page in pdf.pages}
    document = _tag(pdf.Root.StructTreeRoot.K[0], None, words)
    document.file = pdf
    return document


def read_aloud(pdf: pikepdf.Pdf) -> str:
    document = read_tags(pdf)
    names = {tag.text("ID"): tag.words for tag in document.all("TH")}
    lines = [line for tag in document.tags for line in _said(tag, names)]
    return "".join(f"{line}\n" for line in lines)


def _tag(found: Any, parent: Tag | None, words: Any) -> Tag:
    tag = Tag(str(found.S)[1:], found, parent)
    for kid in found.get("/K", []):
        if isinstance(kid, int):
            tag.inside.append(words[found.Pg.objgen].get(kid, ""))
        elif kid.get("/Type") == "/MCR":
            tag.inside.append(words[kid.Pg.objgen].get(int(kid.MCID), ""))
        elif kid.get("/Type") == "/OBJR":
            tag.links.append(kid.Obj)
        else:
            tag.inside.append(_tag(kid, tag, words))
    return tag


def _marked_words(page: pikepdf.Page) -> Iterator[tuple[int, str]]:
    """The words of each piece of marked content that has a number; those of artifacts at −1, all of them."""
    letters: dict[int, str] = {}
    number, said, artifacts, instead = None, "", "", None
    for operands, operator in pikepdf.parse_content_stream(page, "BDC BMC EMC Tf Tj TJ"):
        match str(operator):
            case "BDC" | "BMC":
                number, said, instead = _number(operands), "", _instead(operands)
            case "EMC" if number is not None:
                yield number, said if instead is None else instead
            case "EMC":
                artifacts += f" {said}"
            case "Tf":
                letters = _letters(page.resources.Font[operands[0]])
            case _:
                shown = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
                codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
                said += "".join(letters.get(int.from_bytes(codes[at : at + 2]), "?") for at in range(0, len(codes), 2))
    yield -1, artifacts


def _number(operands: Any) -> int | None:
    properties = operands[1] if len(operands) > 1 else None
    return int(properties.MCID) if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties else None


def _instead(operands: Any) -> str | None:
    """What is to be said in place of what is painted."""
    properties = operands[1] if len(operands) > 1 else None
    found = properties.get("/ActualText") if isinstance(properties, pikepdf.Dictionary) else None
    return None if found is None else str(found)


def _letters(font: Any) -> dict[int, str]:
    pairs = _PAIR.findall(font.ToUnicode.read_bytes().decode().partition("beginbfchar")[2])
    return {int(code, 16): bytes.fromhex(letter).decode("utf-16-be") for code, letter in pairs}


def _said(tag: Tag, names: dict[str, str]) -> Iterator[str]:
    """The line of a tag, then those of what stands in it."""
    words, below = _line(tag)
    words = _PAGE.sub("…]", words) if tag.kind == "TOCI" else words
    yield " | ".join(filter(None, (f"{tag.kind}{_manner(tag, names)}", tag.text("Alt") or words)))
    for one in below:
        yield from (f"  {line}" for line in _said(one, names))


def _line(tag: Tag) -> tuple[str, list[Tag]]:
    """What is said in the tag's own line, and the tags that have lines of their own below it."""
    words, below = "", []
    for one in tag.inside:
        if isinstance(one, str):
            is_joined = one.startswith(_CLOSING) or words.endswith(_OPENING)
            words += one if is_joined else f" {one}"
        elif one.kind in _INLINE:
            inside, deeper = _line(one)
            language = one.text("Lang")
            shown = f"{{{language}: {inside}}}" if language else f"[{inside}]" if one.kind == "Reference" else inside
            words += f" {shown}"
            below += deeper
        else:
            below.append(one)
    return " ".join(words.split()), below


def _manner(tag: Tag, names: dict[str, str]) -> str:
    """What a screen reader says with it: a header's scope, the headers of a cell, the numbering of a list."""
    said = tag.attributes
    match tag.kind:
        case "TH":
            return f" {str(said['Scope'])[1:].lower()}"
        case "TD" if "Headers" in said:
            return f" under {'; '.join(names[str(name)] for name in said['Headers'])}"
        case "L":
            return f" {str(said['ListNumbering'])[1:].lower()}"
        case "Table" if "Summary" in said:
            return f" ({said['Summary']})"
    return f" ({tag.text('Lang')})" if tag.text("Lang") else ""


if __name__ == "__main__":
    with pikepdf.open(sys.argv[1]) as opened:
        print(read_aloud(opened), end="")
