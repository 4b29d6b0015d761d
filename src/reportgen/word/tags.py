"""The tags of a template, looked through before they are carried out: what docxtpl would take wrongly is an error.

docxtpl replaces the whole paragraph, row or cell of a block tag, and reads on to the next closing brace where one is
missing, however far that is: words would be lost without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from reportgen.problems import Place, Problems
from reportgen.word.elements import W

_NAME_LENGTH = 60  # of a paragraph's start, as messages quote it
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HALF_TAG = re.compile(r"\{[{%#]|[}%#]\}")
_BLOCK_TAG = re.compile(r"(\{[{%#])(p|tr|tc)\s")
_RUN_TAG = re.compile(r"\{[{%#]r\s")
_BLOCK_NAME = re.compile(r"\b(?:\w+\.body|rule)\b")  # what stands for whole paragraphs
_PAIRED = re.compile(r"\{%(?:p|tr|tc)?-?\s*(if|for|endif|endfor)\b", re.IGNORECASE)
_UNIT = {"p": "paragraph", "tr": "row", "tc": "cell"}

Fault = tuple[str, str]  # message and hint


def check_tags(roots: Iterable[etree._Element], name: str, problems: Problems) -> None:
    """Problems, each with the start of its paragraph: half a tag, one that takes other words with it, one that
    stands for words and is written as if for paragraphs, or the other way round, one of a pair without the other."""
    for root in roots:
        opened: list[tuple[str, str, str]] = []
        for paragraph in root.iter(W + "p"):
            words = _text(paragraph)
            for message, hint in (*_half_tags(words), *_misplaced(paragraph, words), *_unpaired(words, opened)):
                problems.error("template", Place(name, paragraph=words[:_NAME_LENGTH]), message, hint)
        for tag, kind, words in opened:
            message = f"{tag} is never closed"
            problems.error("template", Place(name, paragraph=words[:_NAME_LENGTH]), message, _closing(tag, kind))


def _half_tags(words: str) -> Iterator[Fault]:
    for half in _HALF_TAG.findall(_TAG.sub("", words)):
        opens = half.startswith("{")
        missing = {"{": "}", "}": "{"}.get(half[opens], half[opens])
        other = missing + "}" if opens else "{" + missing
        yield f"a tag has its {half} in this paragraph, and not its {other}", "write both in one paragraph"


def _misplaced(paragraph: etree._Element, words: str) -> Iterator[Fault]:
    for found in _TAG.finditer(words):
        tag = found[0]
        block = _BLOCK_TAG.match(tag)
        if _RUN_TAG.match(tag):
            yield f"{tag} is a form of tag that reportgen does not know", "write it without the r"
        elif block and block[1] == "{{" and not _BLOCK_NAME.search(tag):
            yield f"{tag} stands for words within a paragraph", f"write it without the {block[2]}: {{{{ … }}}}"
        elif block:
            yield from _lost_words(paragraph, words, tag, block[2])
        elif tag.startswith("{{") and _BLOCK_NAME.search(tag):
            yield f"{tag} stands for whole paragraphs", "write it with a p: {{p … }}, alone in its paragraph"


def _lost_words(paragraph: etree._Element, words: str, tag: str, unit: str) -> Iterator[Fault]:
    around = next(paragraph.iterancestors(f"{W}{unit}"), None) if unit != "p" else paragraph
    whole = words if around is None else _text(around)
    if whole.strip() != tag.strip():
        message = f"{tag} takes its whole {_UNIT[unit]} away, and with it the other words in it"
        yield message, f"give the tag a {_UNIT[unit]} of its own"


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


def _text(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(W + "t"))
