"""The tags of a template, looked through before they are carried out: what docxtpl would take wrongly is an error.

docxtpl replaces the whole paragraph, row or cell of a block tag, and reads on to the next closing brace where one is
missing, however far that is: words would be lost without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportgen.problems import Place, Problems
from reportgen.word.elements import MC, Element, W

_NAME_LENGTH = 60  # of a paragraph's start, as messages quote it
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HALF_TAG = re.compile(r"\{[{%#]|[}%#]\}")
_BLOCK_TAG = re.compile(r"(\{[{%#])(p|tr|tc)\s")
_RUN_TAG = re.compile(r"\{[{%#]r\s")
_PAIRED = re.compile(r"\{%(?:p|tr|tc)?-?\s*(if|for|endif|endfor)\b", re.IGNORECASE)
_UNIT = {"p": "paragraph", "tr": "row", "tc": "cell"}

Fault = tuple[str, str]  # message and hint


@dataclass(frozen=True, slots=True)
class Tag:
    text: str
    paragraph: str  # the start of its words


def check_tags(roots: Iterable[Element], name: str, problems: Problems) -> None:
    """Problems, each with the start of its paragraph: half a tag, one that takes other words or the end of a section
    with it, one of a pair without the other."""
    for root in roots:
        opened: list[tuple[str, str, str]] = []
        for paragraph, words in _paragraphs(root):
            for message, hint in (*_half_tags(words), *_misplaced(paragraph, words), *_unpaired(words, opened)):
                problems.error("template", Place(name, paragraph=words[:_NAME_LENGTH]), message, hint)
        for tag, kind, words in opened:
            message = f"{tag} is never closed"
            problems.error("template", Place(name, paragraph=words[:_NAME_LENGTH]), message, _closing(tag, kind))


def read_tags(root: Element) -> list[Tag]:
    """The tags below, in their order; comments are none."""
    return [
        Tag(found[0], words[:_NAME_LENGTH])
        for _, words in _paragraphs(root)
        for found in _TAG.finditer(words)
        if not found[0].startswith("{#")
    ]


def _paragraphs(root: Element) -> Iterator[tuple[Element, str]]:
    """Each paragraph and its own words; those of a text box are its paragraphs', though Word says them twice."""
    for paragraph in root.iter(W + "p"):
        if next(paragraph.iterancestors(MC + "Fallback"), None) is None:
            own = (text for text in paragraph.iter(W + "t") if next(text.iterancestors(W + "p")) is paragraph)
            yield paragraph, "".join(text.text or "" for text in own)


def _half_tags(words: str) -> Iterator[Fault]:
    for half in _HALF_TAG.findall(_TAG.sub("", words)):
        opens = half.startswith("{")
        missing = {"{": "}", "}": "{"}.get(half[opens], half[opens])
        other = missing + "}" if opens else "{" + missing
        yield f"a tag has its {half} in this paragraph, and not its {other}", "write both in one paragraph"


def _misplaced(paragraph: Element, words: str) -> Iterator[Fault]:
    for found in _TAG.finditer(words):
        tag = found[0]
        block = _BLOCK_TAG.match(tag)
        if _RUN_TAG.match(tag):
            yield f"{tag} is a form of tag that reportgen does not know", "write it without the r"
        elif block:
            yield from _lost(paragraph, tag, block[2])


def _lost(paragraph: Element, tag: str, unit: str) -> Iterator[Fault]:
    """What docxtpl would take away with a block tag."""
    around = next(paragraph.iterancestors(f"{W}{unit}"), None) if unit != "p" else paragraph
    whole = _text(paragraph if around is None else around)
    if whole.strip() != tag.strip():
        message = f"{tag} takes its whole {_UNIT[unit]} away, and with it the other words in it"
        yield message, f"give the tag a {_UNIT[unit]} of its own"
    elif paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        message = f"{tag} takes its whole paragraph away, and with it the section break in it"
        yield message, "give the break a paragraph of its own"


def _unpaired(words: str, opened: list[tuple[str, str, str]]) -> Iterator[Fault]:
    """Keeps account of what is open: the tag, `if` or `for`, the words of its paragraph."""
    for found in _TAG.finditer(words):
        paired = _PAIRED.match(found[0])
        if paired is None:
            continue
        word = paired[1].lower()
        kind = word.removeprefix("end")
        if word != paired[1]:
            yield f"{found[0]} has a capital", "Word may have made it; write the tag in small letters"
        if kind == word:
            opened.append((found[0], kind, words))
        elif opened and opened[-1][1] == kind:
            opened.pop()
        elif not opened:
            yield f"{found[0]} closes nothing", f"no {kind} is open here: delete it, or write the tag that opens"
        else:
            yield f"{found[0]} stands where {opened[-1][0]} is open", _closing(opened[-1][0], opened[-1][1])
            opened.clear()


def _closing(tag: str, kind: str) -> str:
    unit = _BLOCK_TAG.match(tag)
    return f"write {{%{unit[2] if unit else ''} end{kind} %}} where it ends"


def _text(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(W + "t"))
