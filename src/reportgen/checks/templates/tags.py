"""The tags of a template, as its paragraphs hold them: what docxtpl would take wrongly is an error.

docxtpl replaces the whole paragraph, row or cell of a block tag, and reads on to the next closing brace where one is
missing, however far that is: words would be lost without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.templates.places import place_of, words_of
from reportgen.problems import Problems
from reportgen.word.elements import Element, W, descend

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HALF_TAG = re.compile(r"\{[{%#]|[}%#]\}")
_FORM = re.compile(r"\{([{%#])(?:(p|tr|tc|r)\s)?[-+]?\s*(\w*)")
_OF_CELLS = ("cellbg", "colspan", "vm", "hm")
UNITS = {"p": "paragraph", "tr": "row", "tc": "cell"}
_BETWEEN = {"p": "between paragraphs", "tr": "between rows", "tc": "between cells", "": "among words"}

Fault = tuple[str, str]  # message and hint


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it is written, `{%tr for row in table.rows %}`, and the paragraph that it stands in.

    `kind` is `{` (puts in a value), `%` (does something) or `#` (says something to people); `unit` is what it takes
    the place of, `p`, `tr`, `tc`, or nothing; `word` is what it begins with.
    """

    text: str
    paragraph: Element
    kind: str
    unit: str
    word: str

    @property
    def statement(self) -> str:
        """The first word of a tag that does something: `if`, `endfor`, `cellbg`."""
        return self.word if self.kind == "%" else ""

    @property
    def container(self) -> Element | None:
        """What holds the paragraph, row or cell that the tag stands for: its pair must stand there too."""
        around = next(self.paragraph.iterancestors(W + self.unit), None) if self.unit in ("tr", "tc") else None
        return (self.paragraph if around is None else around).getparent()


def read_tags(paragraphs: Iterable[Element]) -> list[Tag]:
    """All of them in order, those in alternative texts and fields too: docxtpl carries out whatever has braces."""
    return [tag_of(found, paragraph) for paragraph in paragraphs for found in TAG.findall(_all_words(paragraph))]


def check_tags(paragraphs: Sequence[Element], tags: Sequence[Tag], name: str, problems: Problems) -> None:
    """Problems: half a tag, one that takes other words with it, one of a pair without the other or elsewhere."""
    for paragraph in paragraphs:
        for message, hint in _half_tags(words_of(paragraph)):
            problems.error("template-tag", place_of(paragraph, name), message, hint)
    opened: list[Tag] = []
    others: list[Tag] = []
    for tag in tags:
        for message, hint in (*_misplaced(tag), *_unpaired(tag, opened, others)):
            problems.error("template-tag", place_of(tag.paragraph, name), message, hint)
    for tag in opened:
        problems.error("template-tag", place_of(tag.paragraph, name), f"{tag.text} is never closed", _closing(tag))


def is_block_tag(words: str) -> bool:
    """Whether a paragraph of these words is a block tag alone, which leaves nothing of it."""
    found = TAG.fullmatch(words.strip())
    return found is not None and _FORM.match(found[0])[2] in UNITS  # type: ignore[index]


def tag_of(text: str, paragraph: Element) -> Tag:
    kind, unit, word = _FORM.match(text).groups("")  # type: ignore[union-attr]  # every tag has this form
    return Tag(text, paragraph, kind, unit, word)


def _all_words(paragraph: Element) -> str:
    inside = list(descend(paragraph, W + "p"))
    more = [one.text or "" for one in inside if one.tag in (W + "instrText", W + "delText")]
    named = [str(value) for one in inside for value in one.attrib.values() if "{" in str(value)]
    return "\n".join([words_of(paragraph), "".join(more), *named])


def _half_tags(words: str) -> Iterator[Fault]:
    for half in _HALF_TAG.findall(TAG.sub("", words)):
        opens = half.startswith("{")
        missing = {"{": "}", "}": "{"}.get(half[opens], half[opens])
        other = missing + "}" if opens else "{" + missing
        yield f"a tag has its {half} in this paragraph, and not its {other}", "write both in one paragraph"


def _misplaced(tag: Tag) -> Iterator[Fault]:
    if tag.unit == "r":
        yield f"{tag.text} is a form of tag that reportgen does not know", "write it without the r"
    elif tag.unit and tag.text[2 + len(tag.unit)] != " ":
        yield f"{tag.text} has no plain space after its {tag.unit}", "delete that space and type it anew"
    elif tag.unit:
        yield from _lost_words(tag)
        if re.search(r"[%}]", tag.text[2:-2]):
            yield f"{tag.text} holds a % or a brace, which a tag of this form cannot", "say it without"
    elif tag.statement in _OF_CELLS and next(tag.paragraph.iterancestors(W + "tc"), None) is None:
        yield f"{tag.text} stands outside a table", "it belongs to the cell that it stands in"
    if next((one for one in tag.paragraph.iter(W + "delText") if tag.text in (one.text or "")), None) is not None:
        yield f"{tag.text} was deleted with changes tracked, and is still carried out", "accept or reject the change"


def _lost_words(tag: Tag) -> Iterator[Fault]:
    around = next(tag.paragraph.iterancestors(W + tag.unit), None) if tag.unit != "p" else tag.paragraph
    words = words_of(tag.paragraph) if around is None else _words_within(around)
    if words.strip() != tag.text.strip():
        unit = UNITS[tag.unit]
        message = f"{tag.text} takes its whole {unit} away, and with it the other words in it"
        yield message, f"give the tag a {unit} of its own"
    elif tag.paragraph.find(f"{W}pPr/{W}sectPr") is not None:
        message = f"{tag.text} takes its whole paragraph away, and with it the section break in it"
        yield message, "give the break a paragraph of its own"


def _words_within(element: Element) -> str:
    return "".join(words_of(paragraph) for paragraph in element.iter(W + "p"))


def _unpaired(tag: Tag, opened: list[Tag], others: list[Tag]) -> Iterator[Fault]:
    """Keeps account of what is open, and of what has had its `else`."""
    word = tag.statement.lower()
    if word not in ("if", "for", "elif", "else", "endif", "endfor"):
        return
    if word != tag.statement:
        yield f"{tag.text} has a capital", "Word may have made it; write the tag in small letters"
    if word in ("if", "for"):
        opened.append(tag)
        return
    kinds = {"elif": ("if",), "else": ("if", "for")}.get(word, (word.removeprefix("end"),))
    if not opened:
        act = "closes" if word.startswith("end") else "belongs to"
        hint = f"no {' or '.join(kinds)} is open here: delete it, or write the tag that opens"
        yield f"{tag.text} {act} nothing", hint
    elif opened[-1].statement.lower() not in kinds:
        yield f"{tag.text} stands where {opened[-1].text} is open", _closing(opened[-1])
        opened.clear()
    else:
        yield from _apart(tag, opened[-1])
        if word.startswith("end"):
            opened.pop()
        elif opened[-1] in others:
            yield f"{tag.text} follows another else", "a pair has one else, and it is the last"
        elif word == "else":
            others.append(opened[-1])


def _apart(tag: Tag, opener: Tag) -> Iterator[Fault]:
    """A pair around pieces of the document that do not fit into each other."""
    if tag.unit != opener.unit:
        message = f"{tag.text} stands {_BETWEEN.get(tag.unit)}, and {opener.text} {_BETWEEN.get(opener.unit)}"
        yield message, f"a pair opens and closes at the same; {_closing(opener)}"
    elif tag.container is not opener.container:
        yield f"{tag.text} and {opener.text} tear the document apart", "open and close a pair in the same cell or text"


def _closing(tag: Tag) -> str:
    return f"write {{%{tag.unit} end{tag.statement.lower()} %}} where it ends"
