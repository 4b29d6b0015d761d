"""YAML files as keyed entries that know their lines. A scalar is its text as typed: 2024, no, 1.10."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from reportgen.edition.folder import TYPE_ANEW, plain_name, plain_text, read_text, unprintable
from reportgen.edition.yaml_faults import explain, is_nested_too_deeply, remarks
from reportgen.numbers import parse
from reportgen.problems import Place, Problems, nearest

_MARKS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


@dataclass(frozen=True, slots=True)
class Words:
    """A text and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Keyed:
    """The entries under one key, or of a whole file. What is asked for and is not right becomes a problem.

    `title` is what messages call it: the figure “five-g”; empty for the file itself.
    """

    entries: Mapping[str, tuple[Node, Place]]
    title: str
    place: Place
    problems: Problems

    def __contains__(self, key: str) -> bool:
        """Whether the key is there and says something."""
        return key in self.entries and not _is_silent(self.entries[key][0])

    def place_of(self, key: str) -> Place:
        return self.entries[key][1] if key in self.entries else self.place

    @property
    def places(self) -> Mapping[str, Place]:
        return {key: place for key, (_, place) in self.entries.items()}

    def text(self, key: str, default: str = "") -> str:
        """The text under a key that may be left out."""
        if key not in self:
            return default
        return self._words(key, self.entries[key][0]).text or default

    def required(self, key: str) -> str:
        """The text under a key that must be there."""
        met, text = len(self.problems.met), self.text(key)
        wrong = key in self and (len(self.problems.met) > met or not isinstance(self.entries[key][0], ScalarNode))
        if not text and not wrong:
            self.missing(key)
        return text

    def missing(self, key: str) -> None:
        gap = "is empty" if key in self.entries else "is missing"
        node = self.entries[key][0] if key in self.entries else None
        signs = node is not None and (node.anchor or str(node.tag).startswith("!"))
        hint = "A text that begins with & or ! needs quotation marks around it." if signs else None
        self.problems.error("missing-key", self.place_of(key), f"{self._called(key)} {gap}", hint)

    def choice(self, key: str, choices: Sequence[str]) -> str:
        """The word under a key, one of few; empty, and a problem, where it is none of them."""
        word = self.required(key).lower()
        if word and word not in choices:
            message = f"{self._called(key)} cannot be “{word}”"
            self.problems.error("choice", self.place_of(key), message, f"It is one of {', '.join(choices)}.")
        return word if word in choices else ""

    def flag(self, key: str) -> bool:
        word = self.text(key, "no").lower()
        if word not in _MARKS:
            self.problems.error("flag", self.place_of(key), f"{self._called(key)} must be true or false")
        return _MARKS.get(word, False)

    def amount(self, key: str) -> Decimal | None:
        """A number that is not negative; None where it is left out, or `none`."""
        word = self.text(key, "none")
        if word.lower() == "none":
            return None
        try:
            number = parse(re.sub(r"\s*(pp|%)$", "", word), "number")
        except ValueError as fault:
            self.problems.error("number", self.place_of(key), f"{self._called(key)}: {fault}")
            return None
        if number < 0:
            self.problems.error("number", self.place_of(key), f"{self._called(key)} cannot be negative")
        return number

    def part(self, key: str) -> Keyed:
        """The entries under a key; none where it is left out."""
        if key in self:
            node, place = self.entries[key]
            if isinstance(node, MappingNode):
                return _keyed(node, self._part(key), place.file, self.problems)
            self._wrong(key, "must hold keys of its own, indented below it")
        return Keyed({}, self._part(key), self.place_of(key), self.problems)

    def holds_keys(self, key: str) -> bool:
        return key in self and isinstance(self.entries[key][0], MappingNode)

    def each(self, key: str, noun: str) -> Iterator[Keyed | Words]:
        """The entries of a list, each with keys of its own, or a mere text. `noun` is what one is called."""
        for number, node in enumerate(self._list(key), 1):
            place = _place(node, self.place.file)
            if isinstance(node, MappingNode):
                yield _keyed(node, f"{noun} {number}", place.file, self.problems)
            elif isinstance(node, ScalarNode) and not _is_silent(node):
                yield self._words(key, node)
            else:
                gap = "is empty" if isinstance(node, ScalarNode) else "must hold keys of its own"
                self.problems.error("wrong-kind", place, f"{noun} {number} {gap}")

    def texts(self, key: str) -> tuple[Words, ...]:
        """The texts of a list; a single text counts as a list of one."""
        return tuple(self._words(key, node) for node in self._list(key) if not _is_silent(node))

    def expect(self, *keys: str) -> None:
        """Warn of every key that is not one of these."""
        for key in self.entries:
            if key not in keys:
                hint = nearest(key, [one for one in keys if one not in self.entries])
                message = f"the key “{key}” is not known{f' in {self.title}' if self.title else ''}, and left out"
                self.problems.warn("unknown-key", self.place_of(key), message, hint)

    def called(self, title: str) -> Keyed:
        return Keyed(self.entries, title, self.place, self.problems)

    def _list(self, key: str) -> list[Node]:
        if key not in self:
            return []
        node = self.entries[key][0]
        if isinstance(node, MappingNode):
            self._wrong(key, "must be a list, each entry beginning with “- ”")
            return []
        return list(node.value) if isinstance(node, SequenceNode) else [node]

    def _words(self, key: str, node: Node) -> Words:
        place = _place(node, self.place.file)
        if not isinstance(node, ScalarNode):
            self._wrong(key, "must be a text")
            return Words("", place)
        text = plain_text(str(node.value))
        if str(node.tag).startswith("!"):
            hint = "A text that begins with ! needs quotation marks around it."
            self.problems.error("yaml", place, f"{self._called(key)} begins with “{node.tag}”", hint)
        if fault := unprintable(text):
            self.problems.error("unprintable", place, f"{self._called(key)} {fault}", TYPE_ANEW)
            return Words("", place)
        if not node.style and re.fullmatch("[“‘][^“”]*[”’]", text):
            hint = "Type straight ones; to print these, put straight ones around them."
            message = f"{self._called(key)} prints its quotation marks: {text}"
            self.problems.warn("quotation-marks", place, message, hint)
        return Words(" ".join(re.split(r"[ \t\n]+", text.strip())), place)

    def _wrong(self, key: str, message: str) -> None:
        self.problems.error("wrong-kind", self.place_of(key), f"{self._called(key)} {message}")

    def _part(self, key: str) -> str:
        return f"{key} of {self.title}" if self.title else key

    def _called(self, key: str) -> str:
        return f"“{key}” of {self.title}" if self.title else f"“{key}”"


def read_keyed(folder: Path, name: str, problems: Problems, listed: str = "") -> Keyed | None:
    """A YAML file of keys. None, and a problem, where it cannot be read; an empty file has no keys.

    `listed` is a key that may be left out where its list is all that the file holds.
    """
    text = read_text(folder, name, problems)
    if text is None:
        return None
    if indented := re.search(r"(?m)^ *\u00a0", text):
        place = Place(name, 1 + text.count("\n", 0, indented.start()))
        problems.error("yaml", place, "begins with a no-break space", "Indent with ordinary spaces.")
        return None
    if deep := is_nested_too_deeply(text):
        place = Place(name, 1 + text.count("\n", 0, deep.start()))
        problems.error("yaml", place, "is not sound YAML: brackets or lists stand too deep in one another")
        return None
    yaml = YAML(typ="rt", pure=True)
    yaml.composer.warn_double_anchors = False  # YAML allows them, and the warning would be Python's
    try:
        node = yaml.compose(text)
    except MarkedYAMLError as fault:
        line, said, remedy = explain(fault, text)
        problems.error("yaml", Place(name, line), f"is not sound YAML: {said}", remedy)
        return None
    except (YAMLError, ValueError, RecursionError) as fault:
        problems.error("yaml", Place(name, 1), f"is not sound YAML: {str(fault).splitlines()[0]}")
        return None
    for line, words in remarks(text):
        hint = "To print it, put the whole text into quotation marks; a remark has a space after its #."
        problems.warn("remark", Place(name, line), f"“{words}” is taken for a remark, and left out", hint)
    if node is None:
        return Keyed({}, "", Place(name, 1), problems)
    if listed and isinstance(node, SequenceNode):
        return Keyed({listed: (node, _place(node, name))}, "", Place(name, 1), problems)
    if not isinstance(node, MappingNode):
        problems.error("yaml", Place(name, 1), "must hold keys, each with a colon and what it says")
        return None
    return _keyed(node, "", name, problems)


def _keyed(node: MappingNode, title: str, file: str, problems: Problems) -> Keyed:
    entries: dict[str, tuple[Node, Place]] = {}
    for key_node, value in node.value:
        key, place = plain_name(str(key_node.value)), _place(key_node, file)
        if not isinstance(key_node, ScalarNode):
            problems.error("key", place, "a key must be a word")
        elif key in entries:
            message = f"the key “{key}” stands there twice, first at line {entries[key][1].line}"
            problems.error("duplicate-key", place, message)
        entries.setdefault(key, (value, place))
    return Keyed(entries, title, _place(node, file), problems)


def _place(node: Node, file: str) -> Place:
    return Place(file, node.start_mark.line + 1)


def _is_silent(node: Node) -> bool:
    """Whether nothing is said: `key:` alone, `~`, an empty text or list."""
    return not node.value or (isinstance(node, ScalarNode) and str(node.tag).endswith(":null"))
